"""What is a fact called: its value, its unit, and words that all who say it would put their names to?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from reliability.compare.wording import Wording
from reliability.consensus.labels import shared_words
from reliability.records import Claim, Name, Quantity, Reading, Span

Readings = Mapping[str, Reading]  # by article
_WITNESSES = 2  # articles; a title that one alone gives is its own
_BEFORE = 80  # characters before a name in which its title stands
_COMPARED = 48  # wordings of a quotation that are held against each other
_ROUNDED = 0.05  # two digits are kept
_SENTENCE = 5  # words of a quotation that can stand for itself
_SAME = 0.8  # of the words of a quotation stand in another printing of it


@dataclass(frozen=True, slots=True)
class Worded:
    """A fact in words.

    Attributes:
        value: As ``Fact.value``.
        unit: As ``Fact.unit``.
        label: As ``Fact.label``.
        claims: Who says what the label says.
    """

    value: float | str
    unit: str
    label: str
    claims: list[Claim]


def worded(kind: str, claims: list[Claim], readings: Readings, *, disputed: bool) -> Worded | None:
    """What the claims on an item of a kind say together; ``None`` where that is nothing a reader could check."""
    match kind:
        case "quantity":
            return _number(claims, readings, disputed=disputed)
        case "name":
            return _called(claims, readings)
        case "statement":
            return Worded(claims[0].text, "", claims[0].text, claims)  # the one that the others bear out
        case "list":
            return _listed(claims)
        case _:
            return _quotation(claims)


def title_of(claims: list[Claim]) -> str:
    """The title with which two articles or more print a name: the one that most do, the longest of these."""
    titles = Counter(
        claim.mention.title for claim in claims if isinstance(claim.mention, Name) and claim.mention.title
    )
    shared = [title for title, count in titles.items() if count >= _WITNESSES]
    return max(shared, key=lambda title: (titles[title], len(title), title), default="")


def _number(claims: list[Claim], readings: Readings, *, disputed: bool) -> Worded | None:
    """The most frequent number, plainly stated ones first, among the words that those who print it share."""
    value, unit = _amount(claims)
    claims = [
        claim for claim in claims if isinstance(claim.mention, Quantity) and _printed(claim.mention, value)
    ]
    found = shared_words(claims, value, unit, readings, disputed=disputed)
    return Worded(value, unit, found.text, found.claims) if found else None


def _printed(mention: Quantity, value: float | str) -> bool:
    """Whether a number is this one, rounded perhaps: "at least 15" does not say 18, though both may be true."""
    if isinstance(mention.value, str) or isinstance(value, str):
        return True
    return abs(mention.value - value) <= _ROUNDED * abs(value) or mention.high == value


def _amount(claims: list[Claim]) -> tuple[float | str, str]:
    quantities = [claim.mention for claim in claims if isinstance(claim.mention, Quantity)]
    times = Counter(mention.value for mention in quantities)
    mention = max(quantities, key=lambda stated: (times[stated.value], *_plainness(stated)))
    units = Counter(mention.unit for mention in quantities if mention.unit)
    unit = max(units, key=lambda name: (units[name], name == mention.unit, name)) if units else ""
    return mention.value, unit


def _plainness(mention: Quantity) -> tuple[bool, bool, str]:
    return mention.modifier == "=", bool(mention.unit), f"{mention.unit} {mention.value}"


def _quotation(claims: list[Claim]) -> Worded:
    """The longest words that all voices print, or half of them where all have but a scrap, and two at least."""
    voices: dict[str, set[int]] = {}
    for claim in claims:
        voices.setdefault(claim.text, set()).add(claim.voice)
    wordings = {
        text: Wording.of(text)
        for text in sorted(voices, key=lambda text: (-len(voices[text]), text))[:_COMPARED]
    }
    rows = {text: f" {' '.join(wording.words)} " for text, wording in wordings.items()}
    times = {
        text: len(set[int]().union(*(voices[other] for other, whole in rows.items() if row in whole)))
        for text, row in rows.items()
    }
    everybody = len(set[int]().union(*voices.values()))
    whole = any(times[text] == everybody and len(wordings[text].words) >= _SENTENCE for text in wordings)
    enough = max(_WITNESSES, everybody if whole else everybody / 2)
    shared = [text for text in wordings if times[text] >= enough]
    if shared:
        text = max(shared, key=lambda text: (len(wordings[text].words), len(voices[text]), text))
        content = wordings[text].content
        said = {other for other in wordings if len(wordings[other].content & content) >= _SAME * len(content)}
        claims = [claim for claim in claims if claim.text in said]
    else:
        text = min(wordings, key=lambda text: (len(text), text))
    return _marked(text, claims)


def _marked(text: str, claims: list[Claim]) -> Worded:
    return Worded(text, "", f"“{text.rstrip(',')}”", claims)


def _called(claims: list[Claim], readings: Readings) -> Worded:
    """The full name that most print, with the title that two give."""
    printed = Counter(claim.text for claim in claims)
    name = max(printed, key=lambda text: (" " in text, printed[text], len(text), text))
    return Worded(name, "", f"{_titled(claims, readings)} {name}".strip(), claims)


def _titled(claims: list[Claim], readings: Readings) -> str:
    """The title as two print it before the name, at its fullest: "Senate Majority Leader" rather than "Leader"."""
    title = title_of(claims)
    forms: Counter[str] = Counter()
    for claim in claims:
        if isinstance(claim.mention, Name) and claim.mention.title == title and title:
            forms.update(_forms(claim.mention, readings[claim.article_id]))
    shared = [form for form, count in forms.items() if count >= _WITNESSES]
    return max(shared, key=lambda form: (len(form.split()), forms[form], form), default=title)


def _forms(name: Name, reading: Reading) -> list[str]:
    """The title as it stands before the name, alone and with the capitalised words before it."""
    start = reading.sentences[name.sentence].span.start
    span = Span(name.span.article_id, max(start, name.span.start - _BEFORE), name.span.start, name.span.field)
    before = reading.quoted(span).split()
    length = len(name.title.split())
    if " ".join(before[-length:]).lower().rstrip(".") != name.title:
        return []
    forms = [" ".join(before[-length:])]
    for word in reversed(before[:-length]):
        if not word[0].isupper() or not word[-1].isalpha():
            break
        forms.append(f"{word} {forms[-1]}")
    return forms


def _listed(claims: list[Claim]) -> Worded:
    """The names, with their count before them; the count alone is a fact of its own."""
    value, unit = _amount(claims)
    names = next(claim.text for claim in claims if not isinstance(claim.mention, Quantity))
    counted = next(
        claim.text
        for claim in claims
        if isinstance(claim.mention, Quantity) and (claim.mention.value, claim.mention.unit) == (value, unit)
    )
    return Worded(names, "", f"{counted}: {names}", claims)
