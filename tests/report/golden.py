"""The reports of the hand-made event, kept as files. ``PYTHONPATH=src python tests/report/golden.py`` writes them anew."""

from pathlib import Path

from hand_made import ranking

from reliability.report.explanation import Explanation
from reliability.report.text import RankingText, as_text

FOLDER = Path(__file__).with_name("golden")


def reports():
    ranked = ranking()
    return {
        "ranking.txt": as_text(RankingText(ranked)),
        "ranking-narrow.txt": as_text(RankingText(ranked), 36),
        "explanation.txt": as_text(Explanation(ranked, ranked["004_night"])),
        "explanation-wide.txt": as_text(Explanation(ranked, ranked["004_night"]), 120),
        "explanation-narrow.txt": as_text(Explanation(ranked, ranked["001_morning"]), 40),
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in reports().items():
        (FOLDER / name).write_text(text + "\n", encoding="utf-8")
