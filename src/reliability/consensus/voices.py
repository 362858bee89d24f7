"""Whose testimony is a claim?

Mostly the article's own. What stands in a passage that another article prints too is one voice's, however many print
it: so an article that is half another's counts in part. Of two versions of one article the later stands for both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from reliability.consensus.passages import Passages
from reliability.records import Claim, Item, Quantity, Reading


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices of an event.

    Attributes:
        groups: Indices into the readings that are one voice each, first the article that stands for it.
        readings: The readings.
        passages: The sentences that several articles print.
        weights: What each voice counts for, where that is not 1.
    """

    groups: list[list[int]]
    readings: tuple[Reading, ...]
    passages: Passages
    weights: Mapping[int, float]

    def attributed(self, items: list[Item]) -> list[Item]:
        """The items, each of whose claims knows its voice."""
        voice = {index: number for number, group in enumerate(self.groups) for index in group}
        standing = {index: place for group in self.groups for place, index in enumerate(group)}
        article = {self.readings[index].article.id: index for index in voice}
        return [self._attributed(item, voice, standing, article) for item in items]

    def _attributed(
        self, item: Item, voice: dict[int, int], standing: dict[int, int], article: dict[str, int]
    ) -> Item:
        owners = self._owners(item, voice, article)
        stands: dict[
            int, tuple[int, set[int]]
        ] = {}  # per voice, the article that stands for it here, and its values
        for claim in item.claims:
            index = article[claim.article_id]
            first, values = stands.get(voice[index], (len(standing), set()))
            if standing[index] < first:
                stands[voice[index]] = (standing[index], {claim.value})
            elif standing[index] == first:
                values.add(claim.value)
        claims = []
        for claim in item.claims:
            index = article[claim.article_id]
            first, values = stands[voice[index]]
            outdated = standing[index] > first and any(
                item.difference(claim.value, value) for value in values
            )
            sentence = self._sentence(claim, index)
            own = (
                -1
                if outdated
                else owners.get(sentence, voice[index])
                if sentence is not None
                else voice[index]
            )
            claims.append(Claim(claim.article_id, claim.mention, claim.value, claim.text, own))
        weights = {one: self.weights[one] for one in stands if one in self.weights} if self.weights else {}
        return replace(item, claims=tuple(claims), weights=weights)

    def _owners(self, item: Item, voice: dict[int, int], article: dict[str, int]) -> dict[int, int]:
        """The voice of each shared sentence whose printings claim one and the same thing of the item.

        It is that of the earliest article; reprints that differ testify to their own printing.
        """
        said: dict[int, set[int]] = {}
        printing: dict[int, set[int]] = {}
        for claim in item.claims:
            index = article[claim.article_id]
            if (sentence := self._sentence(claim, index)) is not None:
                said.setdefault(sentence, set()).add(claim.value)
                printing.setdefault(sentence, set()).add(index)
        return {
            sentence: voice[min(printing[sentence], key=lambda index: (self._day(index), voice[index]))]
            for sentence, values in said.items()
            if len(values) == 1
        }

    def _day(self, index: int) -> date:
        return self.readings[index].article.day or date.max

    def _sentence(self, claim: Claim, article: int) -> int | None:
        """The shared sentence that a number stands in, in the article's own words; quoted words do not count."""
        mention = claim.mention
        if not isinstance(mention, Quantity) or mention.place == "quote":
            return None
        return self.passages.number.get((article, mention.sentence))
