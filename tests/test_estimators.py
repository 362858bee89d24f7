"""The features in scikit-learn: the library's own checks, and what it is for."""

import json

import numpy as np
import pandas as pd
import polars as pl
import pytest
from sklearn.model_selection import GridSearchCV, GroupKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks
from sklearn.utils.estimator_checks import parametrize_with_checks

import reliability
from fires import fires
from reliability.estimators import ArticleFeatures, ReliabilityClassifier
from reliability.records import InputError


def rows():
    """The articles of the fires, each with the name of its event."""
    return [{"event": event["id"], **article} for event in fires() for article in event["articles"]]


@pytest.fixture(scope="module")
def frame():
    return pd.DataFrame(rows())


@parametrize_with_checks([ReliabilityClassifier(), ReliabilityClassifier(pull=0.1)])
def test_scikit_learn_has_nothing_to_object_to(estimator, check):
    check(estimator)


# The checks that need no data: those with data make up numbers, and this one reads texts.
@pytest.mark.parametrize(
    "check",
    [
        estimator_checks.check_estimator_cloneable,
        estimator_checks.check_estimator_repr,
        estimator_checks.check_estimator_tags_renamed,
        estimator_checks.check_get_params_invariance,
        estimator_checks.check_mixin_order,
        estimator_checks.check_no_attributes_set_in_init,
        estimator_checks.check_parameters_default_constructible,
        estimator_checks.check_set_params,
        estimator_checks.check_valid_tag_types,
    ],
    ids=lambda check: check.__name__,
)
def test_nor_to_the_reader_of_texts(check):
    check("ArticleFeatures", ArticleFeatures())


def test_a_row_per_article_and_a_column_per_feature(frame):
    features = ArticleFeatures()
    values = features.fit_transform(frame)
    assert values.shape == (len(frame), len(reliability.FEATURES))
    assert list(features.get_feature_names_out()) == [feature.name for feature in reliability.FEATURES]


def test_the_values_are_those_of_the_scorecards_in_the_order_of_the_rows(frame):
    shuffled = frame.sample(frac=1, random_state=1)
    values = ArticleFeatures().fit_transform(shuffled)
    for row, (_, article) in zip(values, shuffled.iterrows(), strict=True):
        event = [one for one in rows() if one["event"] == article["event"]]
        expected = [entry.value for entry in reliability.score(event)[article["id"]].contributions]
        assert row == pytest.approx([np.nan if value is None else value for value in expected], nan_ok=True)


def test_frames_lists_and_events_give_the_same_numbers(frame):
    expected = ArticleFeatures().fit_transform(frame)
    events = [
        {"id": name, "articles": [row for row in rows() if row["event"] == name]}
        for name in dict.fromkeys(frame["event"])
    ]
    for given in (pl.DataFrame(rows()), rows(), events, json.loads(json.dumps(events))):
        np.testing.assert_array_equal(ArticleFeatures().fit_transform(given), expected)


def test_nothing_to_measure_is_nan():
    values = ArticleFeatures().fit_transform([{"text": "Rain fell.", "event": "rain"}])
    assert np.isnan(values[0, 0])


@pytest.mark.parametrize(("name", "kind"), [("pandas", pd.DataFrame), ("polars", pl.DataFrame)])
def test_set_output_gives_frames_with_named_columns(frame, name, kind):
    given = frame.set_index(np.arange(100, 100 + len(frame)))
    found = ArticleFeatures().set_output(transform=name).fit_transform(given)
    assert isinstance(found, kind)
    assert list(found.columns) == [feature.name for feature in reliability.FEATURES]
    if name == "pandas":
        assert list(found.index) == list(given.index)


def test_a_row_without_text_is_named():
    with pytest.raises(InputError, match=r"record 2.*no text"):
        ArticleFeatures().fit_transform([{"text": "Rain."}, {"text": None}])


def test_the_pipeline_tells_right_numbers_from_wrong_ones_in_events_it_has_not_seen(frame):
    model = make_pipeline(ArticleFeatures(), ReliabilityClassifier(pull=0.1))
    scores = cross_val_score(model, frame, frame["label"], groups=frame["event"], cv=GroupKFold(4))
    assert scores.mean() > 0.9


def test_a_grid_is_searched_in_folds_cut_between_events(frame):
    search = GridSearchCV(
        make_pipeline(ArticleFeatures(), ReliabilityClassifier()),
        {"reliabilityclassifier__pull": [0.1, 1000.0]},
        cv=GroupKFold(4),
        scoring="roc_auc",
        error_score="raise",
    )
    search.fit(frame, frame["label"], groups=frame["event"])
    assert search.best_score_ > 0.9
    assert search.predict(frame).tolist() == frame["label"].tolist()


def test_no_weight_is_negative_and_a_better_value_never_lowers_the_odds():
    random = np.random.Generator(np.random.PCG64(0))
    values = random.random((60, 3))
    labels = values[:, 0] - values[:, 1] > 0
    model = ReliabilityClassifier(pull=0.1).fit(values, labels)
    assert model.coef_[0] > 1
    assert model.coef_.min() == 0
    assert (model.decision_function(values + 0.1) >= model.decision_function(values)).all()


def test_weights_are_pulled_towards_those_given_by_column():
    frame = pd.DataFrame({"attribution": [0.0, 1.0, 0.5, 0.5], "readability": [0.2, 0.3, 0.1, 0.9]})
    model = ReliabilityClassifier(pull=1e6, weights={"attribution": 3.0}).fit(frame, [0, 1, 1, 0])
    np.testing.assert_allclose(model.coef_, [3.0, 0.0], atol=1e-4)


def test_what_could_not_be_measured_counts_as_the_mean_of_what_could():
    values = np.array([[0.0], [1.0], [np.nan], [0.2]])
    model = ReliabilityClassifier().fit(values, [0, 1, 1, 0])
    assert model.neutral_ == pytest.approx([0.4])
    np.testing.assert_allclose(*model.decision_function([[np.nan], [0.4]]).reshape(2, 1))


def test_one_class_and_a_pull_of_nothing_are_refused():
    with pytest.raises(ValueError, match="both"):
        ReliabilityClassifier().fit([[0.0], [1.0]], [1, 1])
    with pytest.raises(ValueError, match="above 0"):
        ReliabilityClassifier(pull=0).fit([[0.0], [1.0]], [0, 1])
