"""Whose testimony is a claim?

Mostly the article's own. What stands in a passage that another article prints too is one voice's, however many print
it: so an article that is half another's counts in part. Of two versions of one article the later stands for both.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from reliability.consensus.passages import Passages
from reliability.records import Claim, Item, Quantity, Reading, Span


class Voices:
    """The voices of an event.

    Args:
        groups: Indices into the readings that are one voice each, first the article that stands for it.
        readings: The readings.
        passages: The sentences that several articles print.
        weights: What each voice counts for, where that is not 1.
    """

    def __init__(
        self,
        groups: list[list[int]],
        readings: tuple[Reading, ...],
        passages: Passages,
        weights: Mapping[int, float],
    ) -> None:
        self._voice = {index: number for number, group in enumerate(groups) for index in group}
        self._standing = {index: place for group in groups for place, index in enumerate(group)}
        self._article = {readings[index].article.id: index for index in self._voice}
        self._weights = weights
        self._shared = passages.number
        # The voice that had a sentence first, of those that several voices print; -1 where that is not known.
        self._lent = {
            number: -1 if first is None else self._voice[first]
            for number, (places, first) in enumerate(zip(passages.places, passages.first, strict=True))
            if len({self._voice[article] for article, _ in places if article in self._voice}) > 1
        }
        self._whole = {
            readings[index].sentences[sentence].span: number
            for (index, sentence), number in passages.number.items()
        }

    def attributed(self, items: list[Item]) -> list[Item]:
        """The items, each of whose claims knows its voice."""
        return [self._attributed(item) for item in items]

    def _attributed(self, item: Item) -> Item:
        owners = self._owners(item)
        stands = self._standing_for(item)
        claims = []
        for claim in item.claims:
            index = self._article[claim.article_id]
            voice = self._voice[index]
            sentence = self._sentence(claim, index)
            first, values = stands[voice]
            if self._standing[index] > first and any(item.difference(claim.value, value) for value in values):
                testifying = -1  # outdated
            else:
                testifying = voice if sentence is None else owners.get((sentence, voice), voice)
            claims.append(Claim(claim.article_id, claim.mention, claim.value, claim.text, testifying))
        weights = {voice: self._weights[voice] for voice in stands if voice in self._weights}
        return replace(item, claims=tuple(claims), weights=weights)

    def _standing_for(self, item: Item) -> dict[int, tuple[int, set[int]]]:
        """Per voice, the standing of the article that stands for it on this item, and the values it claims."""
        stands: dict[int, tuple[int, set[int]]] = {}
        for claim in item.claims:
            index = self._article[claim.article_id]
            voice, standing = self._voice[index], self._standing[index]
            first, values = stands.get(voice, (len(self._standing), set()))
            if standing < first:
                stands[voice] = (standing, {claim.value})
            elif standing == first:
                values.add(claim.value)
        return stands

    def _owners(self, item: Item) -> dict[tuple[int, int], int]:
        """For each shared sentence whose printings claim one and the same thing, and each who prints it: whose it is.

        It is the first witness's. Where he is not known, who says so elsewhere in words of his own is heard in any case,
        and as few voices as can have written the sentences are heard for the others. Reprints that differ testify to
        their own printing.
        """
        said: dict[int, set[int]] = {}
        printing: dict[int, set[int]] = {}
        heard: dict[int, set[int]] = {}
        for claim in item.claims:
            index = self._article[claim.article_id]
            sentence = self._sentence(claim, index)
            if sentence is None or sentence not in self._lent:
                heard.setdefault(claim.value, set()).add(self._voice[index])
            else:
                said.setdefault(sentence, set()).add(claim.value)
                printing.setdefault(sentence, set()).add(self._voice[index])
        first: dict[int, int] = {}
        unknown: dict[int, list[int]] = {}
        for sentence, (value, *others) in said.items():
            if not others and self._lent[sentence] in printing[sentence]:
                first[sentence] = self._lent[sentence]
                heard.setdefault(value, set()).add(first[sentence])
            elif not others:
                unknown.setdefault(value, []).append(sentence)
        owners = {
            (sentence, voice): owner for sentence, owner in first.items() for voice in printing[sentence]
        }
        for value, sentences in unknown.items():
            own = heard.get(value, set())
            for sentence, owner in self._fewest({one: printing[one] for one in sentences}, own).items():
                owners |= {
                    (sentence, voice): voice if voice in own else owner for voice in printing[sentence]
                }
        return owners

    def _fewest(self, printing: dict[int, set[int]], heard: set[int]) -> dict[int, int]:
        """For each sentence one of the voices that print it, as few as will do; the best rated of those as good."""
        owners: dict[int, int] = {}
        while left := [sentence for sentence in printing if sentence not in owners]:
            times = Counter(voice for sentence in left for voice in printing[sentence])
            best = max(
                times, key=lambda voice: (voice in heard, times[voice], self._weights.get(voice, 1.0), -voice)
            )
            owners.update((sentence, best) for sentence in left if best in printing[sentence])
        return owners

    def _sentence(self, claim: Claim, article: int) -> int | None:
        """The shared sentence that a claim is or stands in, in the article's own words; quoted words do not count."""
        mention = claim.mention
        if isinstance(mention, Span):
            return self._whole.get(mention)
        if not isinstance(mention, Quantity) or mention.place == "quote":
            return None
        return self._shared.get((article, mention.sentence))
