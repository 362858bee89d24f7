"""What holds for any articles at all: the sum, the range, the order, the copies, the weights."""

import math
from dataclasses import replace

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import reliability
from reliability.records import Article, Event, Evidence, Measurement, Span
from reliability.scoring.config import Config

NUMBERS = st.sampled_from(
    [
        "12",
        "21",
        "35",
        "1,200",
        "2 million",
        "two billion",
        "3.5",
        "4%",
        "17",
        "a dozen",
        "1 234",
        "€40m",
        "2019",
    ]
)
NOUNS = st.sampled_from(
    ["people", "cases", "homes", "countries", "per cent", "US dollars", "kilometres", "actors"]
)
PLACES = st.sampled_from(
    ["the old bridge", "Lund", "the harbour", "São Tomé", "İzmir", "the ministry of works"]
)
SPEAKERS = st.sampled_from(
    [
        "mayor Ann Berg",
        "the UN report",
        "a spokeswoman",
        "sources",
        "Reuters",
        "he",
        "José “Pepe” Núñez",
        "it is believed",
    ]
)
WORDS = st.sampled_from(
    [
        "we will rebuild the bridge before the winter comes",
        "we will not rebuild the bridge before the winter comes",
        "nobody had inspected the northern pillar since 2004",
        "at least 35 reported instances are under investigation in 17 countries",
    ]
)
MARKS = st.sampled_from(['"{}"', "“{}”", '“{}"', "‘{}’", "„{}“", "« {} »", "“{}"])  # fmt: skip
FURNITURE = st.sampled_from(
    [
        "Read also: Ten bridges you must see",
        "- Advertisement -",
        "Photo: AP",
        "🔔",
        "Share this story",
        "\u00a0",
        "",
    ]
)
ODD = st.text(st.characters(), max_size=30)  # any character there is, lone surrogates and controls included


@st.composite
def sentences(draw):
    """A line of an article: a report with a number, a quotation, page furniture, or anything at all."""
    form = draw(
        st.sampled_from(
            [
                "{number} {noun} were hurt when {place} fell on Monday, {speaker} said.",
                "At least {number} {noun} near {place} are missing, according to {speaker}.",
                "{quote}, {speaker} said.",
                "{speaker} told reporters: {quote}",
                "Damage at {place} is put at {number} {noun}.",
                "{furniture}",
                "{odd}",
            ]
        )
    )
    marks, words = draw(MARKS), draw(WORDS)
    return form.format(
        number=draw(NUMBERS),
        noun=draw(NOUNS),
        place=draw(PLACES),
        speaker=draw(SPEAKERS),
        furniture=draw(FURNITURE),
        odd=draw(ODD),
        quote=marks.format(words),
    )


def _texts():
    made = st.lists(sentences(), min_size=1, max_size=8).map("\n".join)
    return st.one_of(made, made, made, st.text(st.characters(), min_size=1, max_size=200)).filter(str.strip)


TEXTS = _texts()
EVENTS = st.lists(TEXTS, min_size=1, max_size=5, unique=True).map(
    lambda texts: [Article(f"a{number}", text) for number, text in enumerate(texts)]
)
# A story that is long enough to be recognised when it is copied, with a line of its own.
STORIES = [
    "The old bridge at Lund fell into the river on Monday morning and 12 people were hurt, mayor Ann Berg said.",
    "A bridge came down at Lund early on Monday; rescuers took 12 people out of the cold water, the mayor said.",
    "Lund woke to a fallen bridge on Monday. According to police 12 people were hurt when the old bridge fell.",
    "On Monday the old bridge at Lund broke. Ann Berg, the mayor, spoke of 21 people hurt and of an icy night.",
]
SAME_EVENT = st.lists(sentences(), min_size=4, max_size=4).map(
    lambda lines: [
        Article(f"a{number}", f"{story}\n{line}")
        for number, (story, line) in enumerate(zip(STORIES, lines, strict=True))
    ]
)


def seen(ranking, names=None):
    """All that a ranking says of each article, with ids given back their first names."""
    back = names or {}
    span = lambda found: replace(found, article_id=back.get(found.article_id, found.article_id))  # noqa: E731 - one line says it
    return {
        back.get(card.article.id, card.article.id): (
            card.rank,
            card.score,
            card.interval,
            card.notes,
            [
                (piece.verdict, span(piece.span), sorted(map(span, piece.against)), piece.message)
                for piece in card.evidence
            ],
        )
        for card in ranking
    }


def weighty(card):
    """What was found for and against an article, in no order."""
    return sorted((p.feature, p.verdict, p.span) for p in card.evidence if p.verdict != "unchecked")


def conflicts(card):
    """What others, or the article itself, say otherwise."""
    return [found for found in weighty(card) if found[1] in {"conflicts", "altered", "contested"}]


def facts(ranking, names=None):
    """The consensus facts, in no order, with ids given back their first names."""
    back = names or {}
    by = lambda spans: sorted({back.get(span.article_id, span.article_id) for span in spans})  # noqa: E731 - one line says it
    return sorted(
        (
            fact.kind,
            str(fact.value),
            fact.unit,
            fact.label,
            fact.confidence,
            by(fact.support),
            by(fact.dissent),
        )
        for fact in ranking.consensus.facts
    )


@given(EVENTS)
def test_the_score_is_the_base_and_the_points_and_lies_in_0_to_100(articles):
    ranking = reliability.score(articles)
    config = ranking.config
    base = sum(config.share(name) * settings.neutral for name, settings in config.features.items())
    for card in ranking:
        assert card.base == pytest.approx(base, abs=1e-9)
        assert card.score == card.base + sum(contribution.points for contribution in card.contributions)
        assert -1e-9 <= card.score <= 100 + 1e-9


@given(EVENTS)
def test_points_follow_from_value_weight_and_neutral_and_nothing_measured_gives_none(articles):
    for card in (ranking := reliability.score(articles)):
        for contribution in card.contributions:
            settings = ranking.config.features[contribution.feature]
            if contribution.value is None:
                assert contribution.points == 0
                continue
            assert 0 <= contribution.value <= 1
            credit = settings.shape(contribution.value)
            assert contribution.points == pytest.approx(contribution.weight * (credit - settings.neutral))


@given(EVENTS)
def test_the_interval_is_an_interval_within_0_to_100(articles):
    for card in reliability.score(articles):
        low, high = card.interval
        assert 0 <= low <= high <= 100


@given(EVENTS)
def test_every_span_of_the_evidence_indexes_the_text_as_given(articles):
    texts = {article.id: article.text for article in articles}
    for card in reliability.score(articles):
        for piece in card.evidence:
            assert piece.span.article_id == card.article.id
            for span in (piece.span, *piece.against):
                assert 0 <= span.start < span.end <= len(texts[span.article_id])


@given(EVENTS)
def test_no_article_is_its_own_witness(articles):
    ranking = reliability.score(articles)
    for card in ranking:
        for piece in card.evidence:
            if piece.feature != "self_consistency":
                assert card.article.id not in {span.article_id for span in piece.against}


@given(st.data(), EVENTS)
def test_the_order_of_the_input_changes_nothing(data, articles):
    shuffled = data.draw(st.permutations(articles))
    first, second = reliability.score(articles), reliability.score(shuffled)
    assert [card.article.id for card in first] == [card.article.id for card in second]
    assert seen(first) == seen(second)
    assert facts(first) == facts(second)


@given(EVENTS)
def test_the_names_of_the_articles_change_nothing(articles):
    names = {f"z{len(articles) - number}": article.id for number, article in enumerate(articles)}
    renamed = [replace(article, id=name) for name, article in zip(names, articles, strict=True)]
    first, second = reliability.score(articles), reliability.score(renamed)
    assert seen(first) == seen(second, names)
    assert facts(first) == facts(second, names)


@given(EVENTS, st.sampled_from([" ", "\n", "\r\n", "\u00a0", " \n \n"]))
def test_white_space_at_the_end_changes_no_score_and_no_verdict(articles, blank):
    longer = [replace(article, text=article.text + blank) for article in articles]
    first, second = reliability.score(articles), reliability.score(longer)
    for card in first:
        other = second[card.article.id]
        assert other.score == pytest.approx(card.score)
        assert weighty(other) == weighty(card)


HURT = "12 people were hurt when the old bridge fell on Monday, {} said."
LEANING = [
    Article(f"a{number}", f"{story}\n{HURT.format(speaker)}")
    for number, (story, speaker) in enumerate(
        zip(STORIES, ["mayor Ann Berg"] * 2 + ["the UN report"] * 2, strict=True)
    )
]


@given(st.integers(0, 3), SAME_EVENT)
@example(0, LEANING)
def test_a_copy_under_another_name_makes_no_conflict_and_mends_none(which, articles):
    copied = [*articles, replace(articles[which], id="copy")]
    first, second = reliability.score(articles), reliability.score(copied)
    assert any({articles[which].id, "copy"} <= set(group) for group in second.consensus.origins)
    for article in articles:
        assert conflicts(second[article.id]) == conflicts(first[article.id])
    assert second["copy"].score == pytest.approx(second[articles[which].id].score)


@given(EVENTS, st.floats(1e-3, 1e6))
def test_only_the_proportion_of_the_weights_counts(articles, factor):
    default = Config.default()
    scaled = default.with_weights({name: s.weight * factor for name, s in default.features.items()})
    for card, other in zip(reliability.score(articles), reliability.score(articles, scaled), strict=True):
        assert other.article.id == card.article.id
        assert other.score == pytest.approx(card.score)
        assert other.interval == pytest.approx(card.interval)


@given(EVENTS, st.sampled_from([feature.name for feature in reliability.FEATURES]))
def test_a_feature_without_weight_gives_no_points(articles, name):
    for card in reliability.score(articles, {name: 0}):
        (contribution,) = [found for found in card.contributions if found.feature == name]
        assert contribution.weight == 0
        assert contribution.points == 0


UNIT = st.floats(0, 1)
PIECES = st.lists(
    st.builds(
        Evidence,
        st.just("any"),
        st.just("measured"),
        st.just(Span("a", 0, 1)),
        st.just(()),
        st.just("Any."),
        weight=st.one_of(st.just(0.0), st.floats(0.01, 10)),
        credit=UNIT,
        severity=st.one_of(st.just(0.0), UNIT),
    ),
    max_size=6,
)


@given(PIECES, UNIT, st.floats(0, 10))
def test_the_value_of_a_measurement_is_a_mean_of_credits_times_what_each_fault_leaves(
    pieces, prior, strength
):
    value = Measurement("any", tuple(pieces), prior, strength).value
    if all(piece.weight == 0 and piece.severity == 0 for piece in pieces):
        assert value is None
        return
    mass = strength + math.fsum(piece.weight for piece in pieces)
    earned = prior * strength + math.fsum(piece.weight * piece.credit for piece in pieces)
    mean = earned / mass if mass else prior
    assert value == pytest.approx(mean * math.prod(1 - piece.severity for piece in pieces), abs=1e-9)
    assert 0 <= value <= 1


@given(PIECES, UNIT, st.floats(0, 10), UNIT)
def test_one_more_fault_never_raises_a_value(pieces, prior, strength, severity):
    before = Measurement("any", tuple(pieces), prior, strength).value
    fault = Evidence("any", "conflicts", Span("a", 0, 1), (), "Any.", severity=severity)
    after = Measurement("any", (*pieces, fault), prior, strength).value
    assume(before is not None)
    assert after <= before


@given(st.text(st.characters(), max_size=500))
def test_any_text_at_all_can_be_read(text):
    reading = reliability.read(text)
    for found in (*reading.sentences, *reading.passages, *reading.quantities, *reading.quotes):
        assert 0 <= found.span.start < found.span.end <= len(text)


@given(EVENTS)
def test_events_are_scored_as_they_are_by_themselves(articles):
    (ranking,) = reliability.score_events([Event("any", tuple(articles))])
    assert seen(ranking) == seen(reliability.score(articles))
