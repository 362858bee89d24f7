"""From text to JSON values; what cannot be read is said with its place."""

import json
from dataclasses import replace

from reliability.intake.place import Place


def parse(text: str, place: Place) -> object:
    r"""The JSON value a text stands for.

    Escapes that stand for no character by themselves (``"\ud800"``) are kept as they are given.

    Raises:
        InputError: Text that is not JSON, with the line and column; JSON that is nested too deeply.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if place.line is None:
            place = replace(place, line=error.lineno)
        raise place.error(
            f"broken JSON at column {error.colno} ({error.msg}); mend it or take it out"
        ) from error
    except RecursionError as error:
        raise place.error("the JSON is nested too deeply for an article; take it out") from error
    except ValueError as error:  # an integer of more digits than Python converts
        raise place.error(
            "the JSON holds a number of too many digits; shorten it or write it as text"
        ) from error
