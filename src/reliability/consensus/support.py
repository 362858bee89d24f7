"""Does a text bear out the numbers that a claim about it states?

A number is borne out where the text states it of the same thing, not where it prints the same digits: one in four
numbers that summaries invent stands somewhere in the text, counting something else (Zhao et al., Reducing Quantity
Hallucinations in Abstractive Summarization, 2020). How probable it is, a logistic regression says that was fitted on
summaries judged by people (``support_model``).
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, partial

from reliability.compare.bearing import bears_out, measures_same, reach
from reliability.compare.nouns import noun_class
from reliability.compare.words import fold
from reliability.consensus.context import Rarity
from reliability.consensus.inferred import inferred
from reliability.consensus.mentions import befell
from reliability.consensus.printings import Printing, printing, printings, telling_words
from reliability.consensus.support_model import evidence, probability
from reliability.consensus.thresholds import telling
from reliability.records import Quantity, Reading

_TELLING = 2  # digits that do not meet by chance
_LARGE = 1000
_MOST = 50  # numbers of like value that are looked at; longer texts are tables
_NAMES = frozenset({"number", "name"})
_SURE = frozenset({"states", "names", "implies"})


@dataclass(frozen=True, slots=True)
class Support:
    """What a text says of a number of a claim.

    Attributes:
        quantity: The number.
        how: ``states`` (the text states it of the same thing), ``names`` (it belongs to a name that the text has too:
            "League Two"), ``implies`` (it follows from a list), ``open`` (the text prints the value and leaves open of
            what), or empty.
        mention: Where the text states or implies it, in the mention whose words are most like, else ``None``.
        value: Whether the text has its value, of whatever.
        printed: Whether the text prints it as the claim does, of whatever.
        near: How many telling words next to the number stand next to it in the text.
        words: Share of the telling words of the number's sentence that stand in the text, by weight.
    """

    quantity: Quantity
    how: str
    mention: Quantity | None
    value: bool
    printed: bool
    near: int
    words: float

    @property
    def sure(self) -> bool:
        """Whether the text states, names or implies the number."""
        return self.how in _SURE

    @property
    def evidence(self) -> tuple[float, ...]:
        """What speaks for the number, as the model is asked of it."""
        left = self.how == "open"
        return evidence(sure=self.sure, left=left, near=self.near, printed=self.printed, words=self.words)

    @property
    def probability(self) -> float:
        """That the text bears the number out, in [0, 1], where as many numbers are borne out as are not."""
        return probability(self.evidence)


def support(claim: Reading, text: Reading) -> list[Support]:
    """What the text says of each number of the claim, in order.

    Args:
        claim: A summary, a headline, or any statement said to follow from the text.
        text: The text.
    """
    if not claim.quantities:
        return []
    stated = _Stated(text)
    vocabulary = {fold(word) for sentence in text.sentences for word in sentence.words}
    found = []
    for quantity, places in zip(claim.quantities, printings(claim, text), strict=True):
        here = printing(claim, quantity)
        how, mention = stated.says(claim, quantity, here, places)
        same = stated.same(quantity)
        near = max((len(here.beside & place.beside) for place in (*places, *same)), default=0)
        words = _share(claim, quantity, vocabulary, stated.rarity)
        found.append(Support(quantity, how, mention, bool(same), bool(places), near, words))
    return found


class _Stated:
    """The numbers of a text, to be looked up by value."""

    def __init__(self, text: Reading) -> None:
        self.rarity = Rarity((text,))
        self._implied = list(inferred(text))
        conversions = [one.conversion for one in text.quantities if one.conversion]
        numbers = [one for one in (*text.quantities, *conversions) if not isinstance(one.value, str)]
        self._numbers = sorted(numbers, key=lambda one: (one.value, one.span.start))
        self._values = [float(one.value) for one in self._numbers]
        self._others = [one for one in text.quantities if isinstance(one.value, str)]
        self._printing = cache(partial(printing, text))
        self._befell = cache(partial(befell, text))
        self._context = cache(partial(self.rarity.context, text))

    def same(self, quantity: Quantity) -> list[Printing]:
        """The places of all numbers of the same value."""
        return [self._printing(one) for one in self._near(quantity) if one.value == quantity.value]

    def says(
        self, claim: Reading, quantity: Quantity, here: Printing, places: list[Printing]
    ) -> tuple[str, Quantity | None]:
        """How the text says a number of the claim, and in which mention."""
        open_, stated = [], []
        state = befell(claim, quantity)
        for one in self._near(quantity):
            if not bears_out(one, quantity):
                continue
            beside = self._printing(one).beside, here.beside
            same = measures_same(one, quantity, beside, (self._befell(one), state))
            if same or (same is None and "number" in {one.kind, quantity.kind} and _is_telling(quantity)):
                stated.append(one)
            elif same is None:
                open_.append(one)
        if stated:
            return "states", self._likest(claim, quantity, stated)
        if quantity.kind in _NAMES and any(_same_name(here, place) for place in places):
            return "names", None
        for one in self._implied:
            if bears_out(one, quantity) and self._fits(one, quantity, state):
                return "implies", one
        return ("open", self._likest(claim, quantity, open_)) if open_ else ("", None)

    def _fits(self, implied: Quantity, quantity: Quantity, state: str) -> bool:
        """Whether a number that is implied can be the one claimed: a result for a result, people for people."""
        if implied.kind == quantity.kind == "count" and noun_class(implied.unit) == "person":
            return noun_class(quantity.unit) == "person"
        return measures_same(implied, quantity, ((), ()), (self._befell(implied), state)) is True

    def _near(self, quantity: Quantity) -> list[Quantity]:
        """The quantities that could bear it out by their value alone."""
        if isinstance(quantity.value, str):
            return self._others[:_MOST]
        found: list[Quantity] = []
        for low, high in reach(quantity):
            found += self._numbers[bisect_left(self._values, low) : bisect_right(self._values, high)][:_MOST]
        return found

    def _likest(self, claim: Reading, quantity: Quantity, among: list[Quantity]) -> Quantity:
        if len(among) == 1:
            return among[0]
        context = self.rarity.context(claim, quantity)
        return max(among, key=lambda one: (context.likeness(self._context(one)), -one.span.start))


def _same_name(here: Printing, there: Printing) -> bool:
    return "" != here.before == there.before or "" != here.after == there.after


def _is_telling(quantity: Quantity) -> bool:
    """Whether its value does not meet by chance."""
    return telling(quantity) >= _TELLING or abs(float(quantity.value)) >= _LARGE


def _share(claim: Reading, quantity: Quantity, vocabulary: set[str], rarity: Rarity) -> float:
    """The share of the telling words of a number's sentence that the text has, by weight."""
    weights = {word: rarity(word) for word in telling_words(claim.sentences[quantity.sentence].words)}
    total = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in vocabulary) / total if total else 1.0
