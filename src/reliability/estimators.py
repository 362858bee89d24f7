"""The features for scikit-learn: articles to numbers, and numbers to a verdict.

Both work in a ``Pipeline`` and with ``GridSearchCV``. Cut folds between events (``GroupKFold`` with the event of each
row as its group): an article is measured against the others of its event that are at hand.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin
from sklearn.utils import Tags
from sklearn.utils.multiclass import check_classification_targets, type_of_target
from sklearn.utils.validation import check_is_fitted, validate_data

from reliability.intake import as_events
from reliability.intake.article import as_mapping
from reliability.intake.event import grouped
from reliability.intake.frames import frame_records, is_frame
from reliability.intake.place import Place, Record, raised
from reliability.pipeline import rank
from reliability.ranking import Settings
from reliability.records import Article, Event, Feature, Problem
from reliability.scoring.config import Config, as_config
from reliability.scoring.settings import IntervalSettings

Floats = NDArray[np.float64]
_NO_INTERVAL = IntervalSettings(draws=1, level=0.5)  # nobody asks for it here, and drawing it takes time


class ArticleFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """What is measured of every article: a row per article, a column per feature.

    It learns nothing: an article's row depends on the articles of its event that are given with it.

    Args:
        config: Grades and strengths that the features are measured with, as ``reliability.score`` takes them.
        features: What is measured, ``reliability.FEATURES`` unless given.
    """

    def __init__(
        self,
        config: Settings = None,
        features: Sequence[Feature] | None = None,
    ) -> None:
        self.config = config
        self.features = features

    def fit(self, X: object, y: object = None) -> Self:  # noqa: ARG002, N803 - scikit-learn's names
        """Checks the settings; there is nothing to learn.

        Raises:
            ConfigError: Where the settings cannot be used.
        """
        self._settings()
        return self

    def transform(self, X: Any) -> Floats:  # noqa: N803 - scikit-learn's name
        """Measures the articles.

        Args:
            X: Articles as the rows of a frame (pandas, polars) or as mappings in a list, with the columns or keys of an
                ``Article`` and the name of the event under ``event``, without which all are of one event; or events.

        Returns:
            Values in [0, 1], shape ``(articles, features)``, NaN where there was nothing to measure; the rows in the order
            given, articles of events one after the other. A frame after ``set_output(transform="pandas")`` or
            ``"polars"``.

        Raises:
            InputError: Where a record cannot be read, saying which.
        """
        config, measured = self._settings()
        rows: dict[int, list[float]] = {}
        for event, places in _numbered(X):
            cards, _ = rank(event, config, measured)
            found = {card.article.id: card for card in cards}
            for article, place in zip(event.articles, places, strict=True):
                values = {entry.feature: entry.value for entry in found[article.id].contributions}
                rows[place] = [
                    np.nan if (value := values[feature.name]) is None else value for feature in measured
                ]
        return np.array([rows[place] for place in sorted(rows)], dtype=np.float64).reshape(-1, len(measured))

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:  # noqa: ARG002 - scikit-learn's name
        """The names of the columns."""
        return np.array([feature.name for feature in self._settings()[1]], dtype=object)

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.no_validation = True  # texts, not numbers: reading checks them
        tags.input_tags.two_d_array = False
        tags.input_tags.string = True
        return tags

    def _settings(self) -> tuple[Config, tuple[Feature, ...]]:
        from reliability.features import FEATURES

        measured = tuple(FEATURES if self.features is None else self.features)
        config = as_config(self.config, [feature.name for feature in measured])
        return replace(config, interval=_NO_INTERVAL), measured


class ReliabilityClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Is an article reliable, by what was measured of it?

    A logistic regression with weights of 0 or more: a better value never speaks against an article. It judges each
    article by itself; ``reliability.tune`` compares the articles of one event, which is what a ranking needs.

    Args:
        pull: How strongly the weights are held back, above 0.
        weights: What they are pulled towards, by column name; those left out, and all where there are none, towards 0.

    Attributes:
        classes_: The two labels in order; the second is the reliable one.
        coef_: The weights, shape ``(features,)``.
        intercept_: The log-odds of an article whose values are all 0.
        neutral_: What stands in where nothing could be measured (NaN): the mean of what was, shape ``(features,)``.
        n_features_in_: The number of columns.
        feature_names_in_: Their names, where they have some.
    """

    def __init__(self, pull: float = 1.0, weights: Mapping[str, float] | None = None) -> None:
        self.pull = pull
        self.weights = weights

    def fit(self, X: ArrayLike, y: ArrayLike) -> Self:  # noqa: N803 - scikit-learn's name
        """Fits the weights.

        Args:
            X: Values, shape ``(articles, features)``; NaN where there was nothing to measure.
            y: Two labels, the reliable one sorting last (0 and 1, False and True).

        Raises:
            ValueError: For other than two labels, values that are no numbers, or a pull that is not above 0.
        """
        values, labels = validate_data(self, X, y, dtype=np.float64, ensure_all_finite="allow-nan")
        check_classification_targets(labels)
        if type_of_target(labels, input_name="y") != "binary":
            raise ValueError(
                f"Only binary classification is supported. The type of the target is {type_of_target(labels)}."
            )
        if not self.pull > 0:
            raise ValueError(f"pull must be above 0, not {self.pull!r}")
        self.classes_, reliable = np.unique(labels, return_inverse=True)
        if len(self.classes_) < 2:  # noqa: PLR2004 - two classes
            raise ValueError("the labels are all of 1 class; a classifier needs articles of both")
        measured = ~np.isnan(values)
        counts = np.maximum(measured.sum(axis=0), 1)
        self.neutral_ = np.where(measured, values, 0.0).sum(axis=0) / counts
        self.coef_, self.intercept_ = self._weights(self._filled(values), np.where(reliable, 1.0, -1.0))
        return self

    def decision_function(self, X: ArrayLike) -> Floats:  # noqa: N803 - scikit-learn's name
        """The log-odds that each article is reliable, shape ``(articles,)``."""
        check_is_fitted(self)
        values = validate_data(self, X, dtype=np.float64, ensure_all_finite="allow-nan", reset=False)
        return np.asarray(self._filled(values) @ self.coef_ + self.intercept_)

    def predict_proba(self, X: ArrayLike) -> Floats:  # noqa: N803 - scikit-learn's name
        """The probability of each label, shape ``(articles, 2)``."""
        odds = self.decision_function(X)
        reliable = np.exp(-np.logaddexp(0.0, -odds))
        return np.column_stack([1.0 - reliable, reliable])

    def predict(self, X: ArrayLike) -> NDArray[Any]:  # noqa: N803 - scikit-learn's name
        """The more probable label of each article."""
        odds = self.decision_function(X)
        return np.asarray(self.classes_[(odds > 0).astype(np.intp)])

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        tags.classifier_tags.poor_score = True  # where more is worse, as in made-up data, it cannot follow
        tags.input_tags.allow_nan = True
        return tags

    def _filled(self, values: Floats) -> Floats:
        return np.where(np.isnan(values), self.neutral_, values)

    def _weights(self, values: Floats, signs: Floats) -> tuple[Floats, float]:
        """The minimum of ``sum of log(1 + exp(-sign * odds)) + pull / 2 * |w - wanted|^2`` over w >= 0."""
        names = getattr(self, "feature_names_in_", [""] * values.shape[1])
        wanted = np.array([float((self.weights or {}).get(name, 0.0)) for name in names])

        def loss(point: Floats) -> tuple[float, Floats]:
            margins = signs * (values @ point[:-1] + point[-1])
            off = point[:-1] - wanted
            slope = -signs * np.exp(-np.logaddexp(0.0, margins))
            value = np.logaddexp(0.0, -margins).sum() + self.pull / 2 * (off @ off)
            return float(value), np.append(slope @ values + self.pull * off, slope.sum())

        bounds = [(0.0, None)] * len(wanted) + [(None, None)]
        options = {"ftol": 1e-12, "gtol": 1e-8, "maxiter": 1000}
        found = minimize(
            loss, np.append(wanted, 0.0), jac=True, method="L-BFGS-B", bounds=bounds, options=options
        ).x
        return found[:-1], float(found[-1])


def _numbered(given: Any) -> Iterator[tuple[Event, list[int]]]:
    """Events, each with the rows that its articles have in the result."""
    if not is_frame(given) and not isinstance(given, Event | str | PathLike):
        given = list(given)
    if is_frame(given) or (isinstance(given, list) and all(map(_is_row, given))):
        # Called after their rows, so that an id given twice, or in two events, does not matter here.
        for event in _good(grouped(_rows(given), "event", Place())):
            yield event, [int(article.id) for article in event.articles]
        return
    done = 0
    for event in _good(as_events(given)):
        yield event, list(range(done, done + len(event.articles)))
        done += len(event.articles)


def _rows(given: Any) -> Iterator[Record | Problem]:
    entries = (
        frame_records(given, Place())
        if is_frame(given)
        else (Record(row, Place().item(index)) for index, row in enumerate(given))
    )
    for index, entry in enumerate(entries):
        if isinstance(entry, Problem):
            yield entry
        else:
            row: Any = as_mapping(entry.value) if isinstance(entry.value, Article) else entry.value
            yield replace(entry, value={**row, "id": str(index)})


def _is_row(given: object) -> bool:
    return isinstance(given, Article) or (isinstance(given, Mapping) and "articles" not in given)


def _good(records: Iterator[Event | Problem]) -> Iterator[Event]:
    for record in records:
        if isinstance(record, Problem):
            raise raised(record)
        yield record
