"""What can be wrong with what we are given, said so that it can be mended."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: where it stands, what it is, and what to do about it.

    Attributes:
        message: What is wrong and what to do, in one or two plain sentences.
        file: The file it stands in, or ``None`` where the input was not a file.
        line: The 1-based line (or record) in that file.
        field: The field or key.
    """

    message: str
    file: str | None = None
    line: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        place = self.file or ""
        if self.line is not None:
            place = f"{place}:{self.line}" if place else f"record {self.line}"
        if self.field is not None:
            place = f"{place}, field {self.field!r}" if place else f"field {self.field!r}"
        return f"{place}: {self.message}" if place else self.message


class InputError(ValueError):
    """Articles that cannot be read; ``problem`` says which, where and what to do."""

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        line: int | None = None,
        field: str | None = None,
    ) -> None:
        self.problem = Problem(message, file, line, field)
        super().__init__(str(self.problem))


class ConfigError(ValueError):
    """Weights or settings that cannot be used; ``problem`` names the file and the key."""

    def __init__(
        self, message: str, *, file: str | None = None, line: int | None = None, field: str | None = None
    ) -> None:
        self.problem = Problem(message, file, line, field)
        super().__init__(str(self.problem))
