"""Groups of things that pairwise evidence joins."""


class Groups:
    """Disjoint sets over ``0 .. size - 1`` (union-find); the smallest member stands for its group."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, index: int) -> int:
        """The member that stands for the group of ``index``."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, first: int, second: int) -> None:
        """Makes one group of two."""
        a, b = self.find(first), self.find(second)
        self._parent[max(a, b)] = min(a, b)

    def joined(self, first: int, second: int) -> bool:
        """Whether two are of one group."""
        return self.find(first) == self.find(second)

    def groups(self) -> list[list[int]]:
        """All groups, each in order, ordered by their smallest member."""
        found: dict[int, list[int]] = {}
        for index in range(len(self._parent)):
            found.setdefault(self.find(index), []).append(index)
        return list(found.values())
