"""Does a text bear out the numbers that a claim about it states?

A number is borne out where the text prints the same value, of the same measure or noun, among like words: one in four
numbers that summaries invent stands somewhere in the text, counting something else (Zhao et al., Reducing Quantity
Hallucinations in Abstractive Summarization, 2020).
"""

from dataclasses import dataclass

from reliability.compare.measured import relation
from reliability.compare.numbers import compare_values
from reliability.compare.words import SUBJECTLESS, fold
from reliability.consensus.context import Context, Rarity
from reliability.records import Quantity, Reading

_AGREE = frozenset({"equal", "compatible"})


@dataclass(frozen=True, slots=True)
class Support:
    """What speaks for and against a number of a claim in a text.

    Attributes:
        quantity: The number.
        value: Whether the text prints its value, whatever it measures there.
        like: Likeness of the nearest mention that says the same of the same thing, in [0, 1]; 0 where none does.
        frame: How many of the six words next to the number are the same there.
        rival: Likeness of the nearest mention that measures the same and says another value.
        words: Share of the telling words of the number's sentence that stand in the text, by weight.
    """

    quantity: Quantity
    value: bool
    like: float
    frame: int
    rival: float
    words: float


def support(claim: Reading, text: Reading) -> list[Support]:
    """What the text says of each number of the claim, in order.

    Args:
        claim: A summary, a headline, or any statement said to follow from the text.
        text: The text.
    """
    rarity = Rarity((text,))
    printed = [(quantity, rarity.context(text, quantity)) for quantity in text.quantities]
    vocabulary = {fold(word) for sentence in text.sentences for word in sentence.words}
    return [
        _support(
            quantity, rarity.context(claim, quantity), printed, _share(claim, quantity, vocabulary, rarity)
        )
        for quantity in claim.quantities
    ]


def _support(
    quantity: Quantity, context: Context, printed: list[tuple[Quantity, Context]], words: float
) -> Support:
    value, like, frame, rival = False, 0.0, 0, 0.0
    for other, around in printed:
        how = relation(quantity, other, ("", ""))
        likeness = context.likeness(around)
        if how in _AGREE:
            like = max(like, likeness)
            frame = max(frame, context.frame(around))
        elif how:
            rival = max(rival, likeness)
        if not value and type(quantity.value) is type(other.value):
            value = compare_values(quantity, other) == "equal"
    return Support(quantity, value, like, frame, rival, words)


def _share(claim: Reading, quantity: Quantity, vocabulary: set[str], rarity: Rarity) -> float:
    words = claim.sentences[quantity.sentence].words
    weights = {
        folded: rarity(folded)
        for word in words
        if word not in SUBJECTLESS and not word[0].isdigit()
        for folded in (fold(word),)
    }
    total = sum(weights.values())
    return sum(weight for word, weight in weights.items() if word in vocabulary) / total if total else 1.0
