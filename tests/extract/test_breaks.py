"""Where were line breaks lost?"""

from itertools import pairwise

import pytest

from reliability.extract.breaks import lost_breaks


def pieces(text: str) -> list[str]:
    bounds = [0, *lost_breaks(text, 0, len(text)), len(text)]
    return [text[start:end].strip() for start, end in pairwise(bounds)]


@pytest.mark.parametrize(
    "lines",
    [
        ["Share on Facebook", "The council voted on Monday."],
        ["Harbour bridge to close for two years", "After months of talks the council voted."],
        ["More about the bridge", "We'll walk over it one last time."],
        ["Photo 3 of 7", "BRACKWATER (Reuters) - A crack was found."],
        ["Page 3 of 7", "Brackwater (CNN) A crack was found."],
        ["the talks have ended.", "Engineers were not asked."],
        ["Nobody was hurt", "Read More", "Ferry sinks off the cape"],
        ["Home News Sport Weather", "“Nobody was hurt,” the mayor said."],
    ],
)
def test_a_break_is_found_where_a_line_seems_to_begin(lines):
    glued = "".join(lines) if lines[0].endswith(".") else " ".join(lines)
    assert pieces(glued) == lines


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor of The Hague came by train with Under Secretary Olaf Berg.",
        "She listened to What Now, a programme on the sea.",
        "Brackwater (CNN) A crack was found.",
        "He told the Courier “we will see” and left for the United States.",
        "It sold for 1.5 million at www.brackwater.example last week.",
        "Nobody had read more of it than the mayor.",
    ],
)
def test_none_is_found_in_a_sentence(sentence):
    assert pieces(sentence) == [sentence]
