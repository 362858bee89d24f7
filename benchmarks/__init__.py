"""What is measured of the library, on which data, and against whom: ``python -m benchmarks --list``.

A benchmark is a module of this folder with

* a docstring whose first line is the question it answers;
* ``NAME``, the module's own name;
* ``run(data)``, which reads what it needs below the folder ``data`` (a part that is missing is named on
  standard error and left out) and returns ``{dataset: {metric: number}}``. The ends of the interval of
  ``accuracy`` are ``accuracy_low`` and ``accuracy_high``; ``items`` is the number of items;
* where there is something to hold a metric against, ``BESIDE``: ``{metric: words}``.

It is registered by one line here.
"""

BENCHMARKS: tuple[str, ...] = (
    "boilerplate",
    "furniture",
    "quantities",
    "numeric_consistency",
    "attribution",
    "quotes",
    "consensus",
    "planted",
    "copies",
    "coverage",
    "by_eye",
    "intervals",
    "ranking",
    "speed",
)  # fmt: skip
