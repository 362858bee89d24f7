"""Checkable statements, and whether a reader could ask somebody about them."""

from collections.abc import Mapping
from dataclasses import dataclass

from reliability.records import Attribution, Consensus, Evidence, Measurement, Quote, Reading, Span

_CHECKABLE = frozenset({"money", "count", "percent", "measure", "duration", "score"})
_NAMES = {
    "person": "a named person",
    "institution": "a named institution",
    "document": "a document",
    "outlet": "a named outlet",
    "role": "somebody by role, without a name",
}


@dataclass(frozen=True, slots=True)
class AttributionShare:
    """Which of its checkable statements can a reader trace, and to whom?"""

    name: str = "attribution"

    def measure(self, reading: Reading, consensus: Consensus, grades: Mapping[str, float]) -> Measurement:  # noqa: ARG002 - asks nobody else
        """Grades every sentence with a number or quotation by the best source it names; a vague one always counts."""
        if not reading.english:
            return Measurement(self.name)
        handed: dict[int, list[Attribution]] = {}
        for attribution in reading.attributions:
            handed.setdefault(attribution.sentence, []).append(attribution)
        checkable = {quantity.sentence for quantity in reading.quantities if quantity.kind in _CHECKABLE}
        spoken: dict[int, Quote] = {}
        for quote in reading.quotes:
            if quote.kind == "speech":
                checkable.add(quote.sentence)
                if quote.speaker is not None:
                    spoken.setdefault(quote.sentence, quote)
        found: list[Evidence] = []
        for number, sentence in enumerate(reading.sentences):
            silent = [attribution for attribution in handed.get(number, ()) if attribution.stance == "silent"]
            stated = [
                attribution
                for attribution in handed.get(number, ())
                if attribution.tells and attribution.stance != "silent"
            ]
            named = [attribution for attribution in stated if attribution.kind != "vague"]
            vague = [attribution for attribution in stated if attribution.kind == "vague"]
            found += [_silent(attribution, reading, self.name) for attribution in silent]
            found += [_vague(attribution, reading, grades, self.name) for attribution in vague]
            if number not in checkable or sentence.place == "headline" or vague:
                continue
            best = max(named, key=lambda attribution: grades.get(attribution.kind, 0.0), default=None)
            beside = spoken.get(number)
            if best is not None and best.source is not None:
                found.append(_traceable(best.source, best, reading, grades, self.name))
            elif beside is not None and beside.source != "vague":
                found.append(_traceable(beside.speaker or beside.span, beside, reading, grades, self.name))
            else:
                message = "A checkable statement, handed to nobody."
                found.append(
                    Evidence(
                        self.name,
                        "unattributed",
                        sentence.span,
                        (),
                        message,
                        1.0,
                        grades.get("unattributed", 0.0),
                    )
                )
        return Measurement(self.name, tuple(found))


def _traceable(
    source: Span, told: Attribution | Quote, reading: Reading, grades: Mapping[str, float], feature: str
) -> Evidence:
    """That a reader can ask; where the source is a pronoun or a role, with the words that name it before."""
    kind = told.kind if isinstance(told, Attribution) else told.source
    printed = reading.printed(source)
    meant = ""
    if told.name and told.name.lower() not in printed.lower():
        named = reading.printed(told.antecedent) if told.antecedent is not None else told.name
        meant = f" ({told.name})" if named == told.name else f" ({told.name}, named before: “{named}”)"
    denied = isinstance(told, Attribution) and told.stance == "denies"
    what = "A denial, traceable" if denied else "Traceable"
    message = f"{what} to “{printed}”{meant}, {_NAMES.get(kind, kind)}."
    return Evidence(feature, "traceable", source, (), message, 1.0, grades.get(kind, 0.0))


def _silent(attribution: Attribution, reading: Reading, feature: str) -> Evidence:
    """That somebody was asked and said nothing: shown, and worth nothing either way."""
    message = f"“{reading.printed(attribution.cue)}”: asked, and silent; no statement to trace."
    return Evidence(feature, "measured", attribution.cue, (), message)


def _vague(attribution: Attribution, reading: Reading, grades: Mapping[str, float], feature: str) -> Evidence:
    span = attribution.cue
    if attribution.source is not None and attribution.source.field == span.field:
        span = Span(
            span.article_id,
            min(span.start, attribution.source.start),
            max(span.end, attribution.source.end),
            span.field,
        )
    message = f"“{' '.join(reading.quoted(span).split())}”: nobody a reader could ask."
    return Evidence(feature, "vague", span, (), message, 1.0, grades.get("vague", 0.0))
