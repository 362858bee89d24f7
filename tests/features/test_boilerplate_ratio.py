"""What page furniture costs an article."""

import pytest

import reliability
from reliability.records import Article

STORY = """Ferry to Salten runs aground in fog
The night ferry to Salten ran aground on a sandbank off the northern mole at half past four on Thursday morning, the coast guard said.
All 212 passengers were taken ashore in fishing boats by seven o'clock; two of them were treated for shock.
Captain Nils Aune told investigators that the radar had shown clear water until a minute before the ship struck.
The line said that it would cancel all crossings until divers had looked at the hull, and pay back every ticket.
A spokeswoman for the port, Ellen Moe, said that the beacon on the mole had been out since Tuesday.
It was the third grounding on the sandbank in ten years, after those of 2016 and 2021, both of them by day.
"""
PARAGRAPHS = [
    f"Fisherman {name} said that he had heard the engines reverse from his boat near the {place} and had called the harbour office at once, which did not answer for a quarter of an hour, as its log of that night shows."
    for name, place in (
        ("Odd Vik", "light"),
        ("Kari Lund", "pier"),
        ("Jon Bakke", "shipyard"),
        ("Siv Dahl", "cannery"),
    )
]
FURNITURE = """Advertisement
Share this article
Read also: Ten lighthouses to see before you die
Photo: Getty Images
Sign up for our newsletter
Most read
Baker wins lottery twice
Ten soups for cold days
What the stars say this week
Leave a comment
© 2024 The Salten Courier. All rights reserved.
Follow us on Facebook
Privacy policy
Terms of use
Related articles
Subscribe now
Download our app
Cookie settings
Back to top
Advertisement"""


def points(text):
    (card,) = reliability.score([Article("a", text)])
    (found,) = [part for part in card.contributions if part.feature == "boilerplate_ratio"]
    return found.points


def test_twenty_lines_of_furniture_cost_a_news_story_two_points_or_more():
    story = "\n".join([STORY, *PARAGRAPHS])
    assert points(story) - points(f"{story}\n{FURNITURE}") >= 2


def test_a_longer_story_hides_none_of_them():
    towns = ("Vanne", "Tallby", "Norrhamn", "Lessino", "Marsk", "Ellida", "Holm", "Berg")
    told = [paragraph.replace("Fisherman", f"{town} fisherman") for town in towns for paragraph in PARAGRAPHS]
    long, longer = ("\n".join([STORY, *told[:count]]) for count in (12, 32))
    costs = [points(story) - points(f"{story}\n{FURNITURE}") for story in (long, longer)]
    assert costs[0] == pytest.approx(costs[1])
    assert costs[0] > 1.9


def test_a_credit_line_or_two_cost_less_than_one():
    story = "\n".join([STORY, *PARAGRAPHS])
    assert 0 < points(story) - points(f"{story}\nPhoto: Getty Images") < 1
