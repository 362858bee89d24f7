"""A ranking as a table of a data frame library."""

from importlib import import_module
from typing import Any, Literal

from reliability.report.ranked import Ranked

Backend = Literal["pandas", "polars"]


def as_frame(ranked: Ranked, backend: Backend = "pandas") -> Any:
    """One row per article, best first.

    Args:
        ranked: The ranking.
        backend: The library whose frame it is to be.

    Returns:
        A frame with ``id``, ``rank``, ``score``, ``low``, ``high``, then per feature ``<feature>_value``
        (missing where there was nothing to measure) and ``<feature>_points``.

    Raises:
        ImportError: Where the library is not installed, naming the extra that brings it.
        ValueError: For another backend.
    """
    import narwhals as nw

    if backend not in {"pandas", "polars"}:
        raise ValueError(f"backend is 'pandas' or 'polars', not {backend!r}")
    try:
        import_module(backend)
    except ImportError as error:
        raise ImportError(
            f"{backend} is not installed; pip install 'source-reliability[{backend}]'"
        ) from error
    columns: dict[str, list[Any]] = {
        "id": [card.article.id for card in ranked.cards],
        "rank": [card.rank for card in ranked.cards],
        "score": [card.score for card in ranked.cards],
        "low": [card.interval[0] for card in ranked.cards],
        "high": [card.interval[1] for card in ranked.cards],
    }
    for index, contribution in enumerate(ranked.cards[0].contributions if ranked.cards else ()):
        feature = contribution.feature
        columns[f"{feature}_value"] = [card.contributions[index].value for card in ranked.cards]
        columns[f"{feature}_points"] = [card.contributions[index].points for card in ranked.cards]
    types = {"id": nw.String(), "rank": nw.Int64()}
    schema = {name: types.get(name, nw.Float64()) for name in columns}
    return nw.from_dict(columns, schema, backend=backend).to_native()
