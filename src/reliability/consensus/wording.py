"""What is a fact called: its value, its unit, and the words for people?"""

from collections import Counter
from collections.abc import Callable

from reliability.records import Claim, Name, Quantity, Quote

_Worded = tuple[float | str, str, str]
_SMALL = frozenset({"of", "the"})
_WITNESSES = 2  # articles; a title that one alone gives is its own


def worded(kind: str, claims: list[Claim]) -> _Worded:
    """Value, unit and label of what the claims on an item of a kind say together."""
    return _BY_KIND.get(kind, _words)(claims)


def title_of(claims: list[Claim]) -> str:
    """The title with which two articles or more print a name: the one that most do, the longest of these."""
    titles = Counter(
        claim.mention.title for claim in claims if isinstance(claim.mention, Name) and claim.mention.title
    )
    shared = [title for title, count in titles.items() if count >= _WITNESSES]
    return max(shared, key=lambda title: (titles[title], len(title), title), default="")


def _amount(claims: list[Claim]) -> _Worded:
    """The most frequent number, plainly stated ones first."""
    quantities = [claim for claim in claims if isinstance(claim.mention, Quantity)]
    if not quantities:
        return _words(claims)
    shown = max(quantities, key=lambda claim: _plainness(claim, quantities))
    mention = shown.mention
    assert isinstance(mention, Quantity)
    units = Counter(
        claim.mention.unit
        for claim in quantities
        if isinstance(claim.mention, Quantity) and claim.mention.unit
    )
    unit = max(units, key=lambda name: (units[name], name == mention.unit, name)) if units else ""
    return mention.value, unit, shown.text


def _plainness(claim: Claim, quantities: list[Claim]) -> tuple[int, bool, bool, str]:
    mention = claim.mention
    assert isinstance(mention, Quantity)
    same = sum(
        isinstance(other.mention, Quantity) and other.mention.value == mention.value for other in quantities
    )
    return same, mention.modifier == "=", bool(mention.unit), f"{mention.unit} {mention.value}"


def _words(claims: list[Claim]) -> _Worded:
    """The longest words."""
    longest = max(
        claims, key=lambda claim: (isinstance(claim.mention, Quote), len(claim.span), claim.article_id)
    )
    return longest.text, "", f"“{longest.text}”"


def _called(claims: list[Claim]) -> _Worded:
    """The full name that most print, with the title that two give."""
    printed = Counter(claim.text for claim in claims)
    name = max(printed, key=lambda text: (" " in text, printed[text], len(text), text))
    title = " ".join(word if word in _SMALL else word.capitalize() for word in title_of(claims).split())
    return name, "", f"{title} {name}".strip()


def _stated(claims: list[Claim]) -> _Worded:
    """The sentence that the others bear out: the first."""
    return claims[0].text, "", claims[0].text


def _listed(claims: list[Claim]) -> _Worded:
    """The names in a row; how many they are is a fact by itself."""
    _, unit, count = _amount(claims)
    names = next(claim.text for claim in claims if not isinstance(claim.mention, Quantity))
    return names, unit, f"{count}: {names}"


_BY_KIND: dict[str, Callable[[list[Claim]], _Worded]] = {
    "quantity": _amount,
    "name": _called,
    "statement": _stated,
    "list": _listed,
}
