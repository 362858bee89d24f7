"""Who had the words first that several voices print?

Their testimony is his. The day tells where it is known; else who is named as the source by the others, who prints the
text with an agency's name on it, and who prints most of it, for what is cut from a text cannot be restored (editors
mostly cut: Bell, The Language of News Media, 1991). Where none of these singles one voice out it is not known, and
nobody is held to be the copyist.
"""

from collections.abc import Iterator, Sequence

from reliability.compare.outlets import domain
from reliability.consensus.suspicion import credits_
from reliability.records import Article, Reading

Place = tuple[int, int]  # article, sentence


def first_witnesses(
    passages: Sequence[tuple[Place, ...]], readings: tuple[Reading, ...], groups: list[list[int]]
) -> tuple[int | None, ...]:
    """Per passage, the article that had it first, ``None`` where it cannot be told or all are one voice's.

    The same articles print many a passage together, and whose it is, is asked once for all of them.

    Args:
        passages: Where each of them stands.
        readings: The readings.
        groups: Indices into the readings that are one voice each; what is in none is left out.
    """
    voices = {index: voice for voice, group in enumerate(groups) for index in group}
    printed: dict[frozenset[int], dict[int, int]] = {}
    keys = []
    for places in passages:
        keys.append(frozenset(article for article, _ in places if article in voices))
        words = printed.setdefault(keys[-1], dict.fromkeys(sorted(keys[-1]), 0))
        for article, sentence in places:
            if article in words:
                words[article] += len(readings[article].sentences[sentence].words)
    firsts = _Firsts(readings, voices)
    known = {key: firsts.of(words) for key, words in printed.items()}
    return tuple(known[key] for key in keys)


class _Firsts:
    def __init__(self, readings: tuple[Reading, ...], voices: dict[int, int]) -> None:
        self._readings = readings
        self._voices = voices
        self._credits: list[frozenset[str]] = []
        self._cited: dict[int, frozenset[str]] = {}

    def of(self, words: dict[int, int]) -> int | None:
        """The first of some articles, of several voices, that print so many words of each other."""
        if len({self._voices[article] for article in words}) == 1:
            return None
        for reason in (self._earliest, self._named, self._credited, self._fullest):
            found = reason(words)
            if len({self._voices[article] for article in found}) == 1:
                return found[0]
        return None

    def _earliest(self, words: dict[int, int]) -> list[int]:
        days = {article: self._readings[article].article.day for article in words}
        known = [day for day in days.values() if day is not None]
        return (
            [article for article, day in days.items() if day == min(known)] if len(known) == len(days) else []
        )

    def _named(self, words: dict[int, int]) -> list[int]:
        """Whose outlet another voice names as the source of something."""
        return [
            article
            for article in words
            if any(
                not self._sources(other).isdisjoint(_outlet(self._readings[article].article))
                for other in words
                if self._voices[other] != self._voices[article]
            )
        ]

    def _credited(self, words: dict[int, int]) -> list[int]:
        self._credits = self._credits or credits_(self._readings)
        return [article for article in words if self._credits[article]]

    def _fullest(self, words: dict[int, int]) -> list[int]:
        return [article for article, length in words.items() if length == max(words.values())]

    def _sources(self, article: int) -> frozenset[str]:
        if article not in self._cited:
            reading = self._readings[article]
            names = (
                one.name or (reading.quoted(one.source) if one.source else "") for one in reading.attributions
            )
            self._cited[article] = frozenset(map(_bare, names)) - {""}
        return self._cited[article]


def _outlet(article: Article) -> Iterator[str]:
    """The names that an outlet goes by: ``The Landis Post``, or what its address begins with, ``landispost.com``."""
    for given in (article.source, article.url):
        host = domain(given or "")
        yield from {_bare(given or ""), _bare(host.partition(".")[0])} - {""}


def _bare(name: str) -> str:
    """A name in letters alone, without its article."""
    return "".join(filter(str.isalpha, name.lower().removeprefix("the ")))
