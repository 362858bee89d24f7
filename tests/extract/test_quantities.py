"""Quantities are read whole: span, value, unit, modifier, kind and conversion; and what is none stays out."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from extract.sentence_of import read, sentence_of
from reliability.extract.quantities import quantities
from reliability.extract.tokens import Tokens
from reliability.records import Quantity


def line(text: str, quantity: Quantity) -> str:
    """A quantity on one line: span | kind | value or range | unit | modifier."""
    value = quantity.value if isinstance(quantity.value, str) else f"{quantity.value:.12g}"
    if quantity.high is not None:
        value = f"{value}..{quantity.high:.12g}"
    span = text[quantity.span.start : quantity.span.end]
    return f"{span} | {quantity.kind} | {value} | {quantity.unit} | {quantity.modifier}"


def lines(text: str) -> list[str]:
    found = []
    for quantity in read(text):
        found.append(line(text, quantity))
        if quantity.conversion is not None:
            found.append("-> " + line(text, quantity.conversion))
    return found


TWO_BILLION = "money | 2000000000 | USD"

# The nineteen phrases on which readers of numbers get five to twelve, each also in five other wordings.
PHRASES = [
    ("It is worth $2 billion (about NT$63.77 billion).", [f"$2 billion | {TWO_BILLION} | =", "-> NT$63.77 billion | money | 63770000000 | TWD | ~"]),
    ("They spent £5m ($6.4m) on it.", ["£5m | money | 5000000 | GBP | =", "-> $6.4m | money | 6400000 | USD | ="]),
    ("The fine is 84 million euros (roughly $91 million).", ["84 million euros | money | 84000000 | EUR | =", "-> $91 million | money | 91000000 | USD | ~"]),
    ("A loan of 10.5 million Australian dollars ($7.5 million) was paid.", ["10.5 million Australian dollars | money | 10500000 | AUD | =", "-> $7.5 million | money | 7500000 | USD | ="]),
    ("It lies at a depth of 11 kilometres (7 miles).", ["11 kilometres | measure | 11 | kilometre | =", "-> 7 miles | measure | 7 | mile | ="]),
    ("Deposits of more than 7.5 million Danish crowns (US$1.1 million) are charged.", ["7.5 million Danish crowns | money | 7500000 | DKK | >", "-> US$1.1 million | money | 1100000 | USD | >"]),
    ("They raised US $ 2 billion.", [f"US $ 2 billion | {TWO_BILLION} | ="]),
    ("They raised U.S. $2 billion.", [f"U.S. $2 billion | {TWO_BILLION} | ="]),
    ("They raised US$2bn.", [f"US$2bn | {TWO_BILLION} | ="]),
    ("They raised $US2 billion.", [f"$US2 billion | {TWO_BILLION} | ="]),
    ("They raised USD 2 billion.", [f"USD 2 billion | {TWO_BILLION} | ="]),
    ("They raised USD2bn.", [f"USD2bn | {TWO_BILLION} | ="]),
    ("It cost two billion US dollars.", [f"two billion US dollars | {TWO_BILLION} | ="]),
    ("It cost 2 billion US dollars.", [f"2 billion US dollars | {TWO_BILLION} | ="]),
    ("It cost two billion American dollars.", [f"two billion American dollars | {TWO_BILLION} | ="]),
    ("It cost 2bn U.S. dollars.", [f"2bn U.S. dollars | {TWO_BILLION} | ="]),
    ("It cost 2,000,000,000 dollars.", [f"2,000,000,000 dollars | {TWO_BILLION} | ="]),
    ("It cost two thousand million dollars.", ["two thousand million dollars | money | 2000000000 | USD | ="]),
    ("They saw at least 35 reported instances of it.", ["35 | count | 35 | instance | >"]),
    ("They saw no fewer than 35 separate incidents.", ["35 | count | 35 | incident | >"]),
    ("They saw more than thirty-five confirmed cases.", ["thirty-five | count | 35 | case | >"]),
    ("They saw 35 or more such reports.", ["35 | count | 35 | report | >"]),
    ("They saw a minimum of 35 known attacks.", ["35 | count | 35 | attack | >"]),
    ("They saw upwards of 35 armed robberies.", ["35 | count | 35 | robbery | >"]),
    ("It happened in around 17 countries.", ["17 | count | 17 | country | ~"]),
    ("It happened in about seventeen countries.", ["seventeen | count | 17 | country | ~"]),
    ("It happened in some 17 European countries.", ["17 | count | 17 | country | ~"]),
    ("It happened in roughly 17 member states.", ["17 | count | 17 | state | ~"]),
    ("It happened in nearly 17 cities.", ["17 | count | 17 | city | ~"]),
    ("It happened in an estimated 17 villages.", ["17 | count | 17 | village | ~"]),
    ("She won 2 million dollars.", ["2 million dollars | money | 2000000 | USD | ="]),
    ("She won two million dollars.", ["two million dollars | money | 2000000 | USD | ="]),
    ("She won $2 million.", ["$2 million | money | 2000000 | USD | ="]),
    ("She won $2m.", ["$2m | money | 2000000 | USD | ="]),
    ("She won 2,000,000 dollars.", ["2,000,000 dollars | money | 2000000 | USD | ="]),
    ("She won $2 mln.", ["$2 mln | money | 2000000 | USD | ="]),
    ("Proceeds of up to two billion US dollars were named.", [f"two billion US dollars | {TWO_BILLION} | <"]),
    ("Proceeds of as much as $2 billion were named.", [f"$2 billion | {TWO_BILLION} | <"]),
    ("Proceeds estimated at up to 2bn dollars were named.", [f"2bn dollars | {TWO_BILLION} | <"]),
    ("Proceeds of no more than US$2 billion were named.", [f"US$2 billion | {TWO_BILLION} | <"]),
    ("Proceeds of less than $2 billion were named.", [f"$2 billion | {TWO_BILLION} | <"]),
    ("Proceeds of a maximum of two billion dollars were named.", [f"two billion dollars | {TWO_BILLION} | <"]),
    ("It fell between 10 and 15 percent.", ["10 and 15 percent | percent | 10..15 | percent | ="]),
    ("It is 10 to 15 per cent.", ["10 to 15 per cent | percent | 10..15 | percent | ="]),
    ("It is 10-15%.", ["10-15% | percent | 10..15 | percent | ="]),
    ("It is between 10% and 15%.", ["10% and 15% | percent | 10..15 | percent | ="]),
    ("It is ten to fifteen pct.", ["ten to fifteen pct | percent | 10..15 | percent | ="]),
    ("It is about 10–15 percent.", ["10–15 percent | percent | 10..15 | percent | ~"]),
    ("The storm hit 1.5m people.", ["1.5m | count | 1500000 | person | ="]),
    ("The storm hit 1.5 million people.", ["1.5 million | count | 1500000 | person | ="]),
    ("The storm hit one and a half million people.", ["one and a half million | count | 1500000 | person | ="]),
    ("The storm hit 1,500,000 people.", ["1,500,000 | count | 1500000 | person | ="]),
    ("The storm hit 1.5M people.", ["1.5M | count | 1500000 | person | ="]),
    ("The storm hit 1.5mn people.", ["1.5mn | count | 1500000 | person | ="]),
    ("They raised $2billion.", [f"$2billion | {TWO_BILLION} | ="]),
    ("1900 firefighters came.", ["1900 | count | 1900 | firefighter | ="]),
    ("They bought three dozen eggs.", ["three dozen | count | 36 | egg | ="]),
    ("They bought 3 dozen eggs.", ["3 dozen | count | 36 | egg | ="]),
    ("They bought a dozen eggs.", ["a dozen | count | 12 | egg | ="]),
    ("They bought half a dozen eggs.", ["half a dozen | count | 6 | egg | ="]),
    ("They bought about two dozen eggs.", ["two dozen | count | 24 | egg | ~"]),
    ("They bought more than four dozen eggs.", ["four dozen | count | 48 | egg | >"]),
    ("The town has half a million residents.", ["half a million | count | 500000 | resident | ="]),
    ("The town has half million residents.", ["half million | count | 500000 | resident | ="]),
    ("The town has 500,000 residents.", ["500,000 | count | 500000 | resident | ="]),
    ("The town has 0.5 million residents.", ["0.5 million | count | 500000 | resident | ="]),
    ("The town has five hundred thousand residents.", ["five hundred thousand | count | 500000 | resident | ="]),
    ("The town has a quarter of a million residents.", ["a quarter of a million | count | 250000 | resident | ="]),
    ("The firm made €3.4bn.", ["€3.4bn | money | 3400000000 | EUR | ="]),
    ("The firm made €3.4 billion.", ["€3.4 billion | money | 3400000000 | EUR | ="]),
    ("The firm made 3.4 billion euros.", ["3.4 billion euros | money | 3400000000 | EUR | ="]),
    ("The firm made EUR\u00a03.4bn.", ["EUR\u00a03.4bn | money | 3400000000 | EUR | ="]),
    ("The firm made 3.4 bn €.", ["3.4 bn € | money | 3400000000 | EUR | ="]),
    ("The firm made three point four billion euros.", ["three point four billion euros | money | 3400000000 | EUR | ="]),
    ("He paid Rs 4 crore.", ["Rs 4 crore | money | 40000000 | INR | ="]),
    ("He paid Rs. 4 crore.", ["Rs. 4 crore | money | 40000000 | INR | ="]),
    ("He paid ₹4 crore.", ["₹4 crore | money | 40000000 | INR | ="]),
    ("He paid four crore rupees.", ["four crore rupees | money | 40000000 | INR | ="]),
    ("He paid INR 40 million.", ["INR 40 million | money | 40000000 | INR | ="]),
    ("He paid 2 lakh rupees.", ["2 lakh rupees | money | 200000 | INR | ="]),
    ("They sent 1,200 troops.", ["1,200 | count | 1200 | troop | ="]),
    ("They sent 1200 troops.", ["1200 | count | 1200 | troop | ="]),
    ("They sent 1 200 troops.", ["1 200 | count | 1200 | troop | ="]),
    ("They sent twelve hundred troops.", ["twelve hundred | count | 1200 | troop | ="]),
    ("They sent 1.2k troops.", ["1.2k | count | 1200 | troop | ="]),
    ("They sent one thousand two hundred troops.", ["one thousand two hundred | count | 1200 | troop | ="]),
    ("It is dated 2019-08-13.", ["2019-08-13 | date | 2019-08-13 |  | ="]),
    ("It is dated 13 August 2019.", ["13 August 2019 | date | 2019-08-13 |  | ="]),
    ("It is dated August 13, 2019.", ["August 13, 2019 | date | 2019-08-13 |  | ="]),
    ("It is dated 13/08/2019.", ["13/08/2019 | date | 2019-08-13 |  | ="]),
    ("It is dated the 13th of August, 2019.", ["13th of August, 2019 | date | 2019-08-13 |  | ="]),
    ("It is dated 13.08.2019.", ["13.08.2019 | date | 2019-08-13 |  | ="]),
    ("It came on Aug 13, 2019.", ["Aug 13, 2019 | date | 2019-08-13 |  | ="]),
    ("It came on Aug. 13.", ["Aug. 13 | date | --08-13 |  | ="]),
    ("It came on August 13th.", ["August 13th | date | --08-13 |  | ="]),
    ("It came in Aug. 2019.", ["Aug. 2019 | date | 2019-08 |  | ="]),
    ("It came in August of 2019.", ["August of 2019 | date | 2019-08 |  | ="]),
    ("It came on 13 Aug 2019.", ["13 Aug 2019 | date | 2019-08-13 |  | ="]),
    ("It was handed in last week.", ["last week | date | last week |  | ="]),
    ("It was handed in last month.", ["last month | date | last month |  | ="]),
    ("It will be handed in next year.", ["next year | date | next year |  | ="]),
    ("It was handed in yesterday.", ["yesterday | date | yesterday |  | ="]),
    ("It was handed in on Monday.", ["Monday | date | monday |  | ="]),
    ("It was handed in today.", ["today | date | today |  | ="]),
    ("It was 15C outside.", ["15C | measure | 15 | celsius | ="]),
    ("It was 15°C outside.", ["15°C | measure | 15 | celsius | ="]),
    ("It was 15 degrees Celsius outside.", ["15 degrees Celsius | measure | 15 | celsius | ="]),
    ("It was 15 °C outside.", ["15 °C | measure | 15 | celsius | ="]),
    ("It was fifteen degrees centigrade outside.", ["fifteen degrees centigrade | measure | 15 | celsius | ="]),
    ("It was minus 15 degrees Celsius outside.", ["minus 15 degrees Celsius | measure | -15 | celsius | ="]),
    ("A 6.4-magnitude earthquake struck.", ["6.4-magnitude | measure | 6.4 | magnitude | ="]),
    ("A 6.4 magnitude earthquake struck.", ["6.4 magnitude | measure | 6.4 | magnitude | ="]),
    ("A magnitude 6.4 earthquake struck.", ["6.4 | measure | 6.4 | magnitude | ="]),
    ("A quake of magnitude 6.4 struck.", ["6.4 | measure | 6.4 | magnitude | ="]),
    ("A quake with a magnitude of 6.4 struck.", ["6.4 | measure | 6.4 | magnitude | ="]),
    ("A magnitude-6.4 quake struck.", ["6.4 | measure | 6.4 | magnitude | ="]),
]  # fmt: skip

WORDINGS = [
    ("A crowd of 41.206 spectators came.", ["41.206 | count | 41206 | spectator | ="]),
    ("An average of 2.125 percent was paid.", ["2.125 percent | percent | 2.125 | percent | ="]),
    ("He scored in the 76th minute.", ["76th | ordinal | 76 | minute | ="]),
    ("Sales fell in the third quarter.", ["third | ordinal | 3 | quarter | ="]),
    ("The margin rose 1.5 percent.", ["1.5 percent | percent | 1.5 | percent | up"]),
    ("The margin widened by 1.5 percentage points.", ["1.5 percentage points | percent | 1.5 | percentage point | up"]),
    ("The rate fell 25 basis points.", ["25 basis points | percent | 25 | basis point | down"]),
    ("It was published on Friday, 18 July.", ["Friday | date | friday |  | =", "18 July | date | --07-18 |  | ="]),
    ("It was sold between 1 and 20 July.", ["1 | date | --07-01 |  | =", "20 July | date | --07-20 |  | ="]),
    ("It runs on Sept. 20-24.", ["Sept. 20 | date | --09-20 |  | =", "24 | date | --09-24 |  | ="]),
    ("Rovers won 3-1.", ["3-1 | score | 3-1 |  | ="]),
    ("Rovers lost 1-3.", ["1-3 | score | 3-1 |  | ="]),
    ("The bill passed 218-212.", ["218-212 | score | 218-212 |  | ="]),
    ("It came at 5.42 am.", ["5.42 am | time | 05:42 |  | ="]),
    ("It came at 2.15pm.", ["2.15pm | time | 14:15 |  | ="]),
    ("It came at 11:48 p.m. local time.", ["11:48 p.m. | time | 23:48 |  | ="]),
    ("It came at 17:30.", ["17:30 | time | 17:30 |  | ="]),
    ("28 people fell ill.", ["28 | count | 28 | person | ="]),
    ("It caused 28 deaths.", ["28 | count | 28 | death | ="]),
    ("There are 28 listeria cases.", ["28 | count | 28 | case | ="]),
    ("The bomb left 28 dead.", ["28 | count | 28 | person | ="]),
    ("The bomb went off, killing 28 and injuring 140.", ["28 | count | 28 | person | =", "140 | count | 140 | person | ="]),
    ("The death toll rose to at least 30.", ["30 | count | 30 | person | >"]),
    ("The number of hostages freed rose to 30.", ["30 | count | 30 | hostage | ="]),
    ("28 people are ill, nine of them seriously.", ["28 | count | 28 | person | =", "nine | count | 9 | person | ="]),
    ("They won 52 of 101 seats.", ["52 | count | 52 | seat | =", "101 | count | 101 | seat | ="]),
    ("It began 18km away.", ["18km | measure | 18 | kilometre | ="]),
    ("It began 11 miles down.", ["11 miles | measure | 11 | mile | ="]),
    ("Winds of 120 km/h blew.", ["120 km/h | measure | 120 | kilometre per hour | ="]),
    ("Output fell to 1.2 million barrels a day.", ["1.2 million barrels a day | measure | 1200000 | barrel per day | ="]),
    ("She is a 45-year-old teacher.", ["45-year-old | age | 45 | year of age | ="]),
    ("Lena Brusk, 34, wept.", ["34 | age | 34 | year of age | ="]),
    ("A man aged 34 was held.", ["34 | age | 34 | year of age | ="]),
    (
        "Men aged 24 and 31 were held.",
        ["24 | age | 24 | year of age | =", "31 | age | 31 | year of age | ="],
    ),
    ("Children under the age of 5 died.", ["5 | age | 5 | year of age | <"]),
    ("He waited two and a half hours.", ["two and a half hours | duration | 2.5 | hour | ="]),
    ("Tens of thousands of people fled.", ["Tens of thousands | count | 10000..100000 | person | ="]),
    ("It paid tens of millions of dollars.", ["tens of millions of dollars | money | 10000000..100000000 | USD | ="]),
    ("They paid 84 millions of euros.", ["84 millions of euros | money | 84000000 | EUR | ="]),
    ("Two-thirds of voters agreed.", ["Two-thirds | number | 0.666666666667 |  | ="]),
    ("One in five children is poor.", ["One in five | number | 0.2 |  | ="]),
    ("The index fell 190 points, or 0.6%.", ["190 points | measure | 190 | point | down", "0.6% | percent | 0.6 | percent | down"]),
    ("Shares closed 3% down at $1MM.", ["3% | percent | 3 | percent | =", "$1MM | money | 1000000 | USD | ="]),
    ("It costs 15-20 usd.", ["15-20 usd | money | 15..20 | USD | ="]),
    ("The 2012-13 season was good.", ["2012-13 | date | 2012/2013 |  | ="]),
    ("It drew 2 to 3 million visitors.", ["2 to 3 million | count | 2000000..3000000 | visitor | ="]),
    ("It has a 7- or 8-inch screen.", ["7 | measure | 7 | inch | =", "8-inch | measure | 8 | inch | ="]),
    ("They raised 280 million of the 1.5 billion shekels.", ["280 million | money | 280000000 | ILS | =", "1.5 billion shekels | money | 1500000000 | ILS | ="]),
    ("It has fewer than 20 minutes.", ["20 minutes | duration | 20 | minute | <"]),
    ("The toll rose from 20 to 35 people.", ["20 | number | 20 |  | =", "35 | count | 35 | person | ="]),
    ("Three U.S. officials spoke.", ["Three | count | 3 | official | ="]),
    ("Three US soldiers were hurt.", ["Three | count | 3 | soldier | ="]),
    ("It takes a week or two.", ["two | duration | 2 | week | ="]),
    ("Children under the age of 5 years died.", ["5 years | age | 5 | year of age | <"]),
    ("One official spoke.", ["One | count | 1 | official | ="]),
    ("One senior official spoke.", ["One | count | 1 | official | ="]),
    ("It cost thirteen dollars and forty-five cents.", ["thirteen dollars and forty-five cents | money | 13.45 | USD | ="]),
    ("1 in 5 women agreed.", ["1 in 5 | number | 0.2 |  | ="]),
    ("Police said a crowd of 80,000 came.", ["80,000 | count | 80000 | person | ="]),
    ("About 67 of at least 115 cardinals came.", ["67 | count | 67 | cardinal | ~", "115 | count | 115 | cardinal | >"]),
    ("The party lost 12 MPs.", ["12 | count | 12 | mp | ="]),
]  # fmt: skip

SILENT = [
    "Call 0555 0100 now.",
    "Call 555-123-4567 now.",
    "Call +44 20 7946 0958 now.",
    "She bought an iPhone 11 there.",
    "Shares in the S&P 500 fell.",
    "A Boeing 737 landed.",
    "The Boeing 737 Max jets stayed grounded.",
    "It fell under Section 230.",
    "He sits in Row 21 of Section 427.",
    "See https://example.org/2019/08/13/story-44.html for it.",
    "It is one of the oldest towns.",
    "Nobody knows which one is right, and no one asked.",
    "It was a mix of both.",
    "Once upon a time there was a king.",
    "COVID-19 and the F-16 were named.",
    "The G20 met in Rome.",
    "It needs a 5G phone.",
    "He lives at 10 Downing Street.",
    "The score was not printed in 3D.",
    "A third party was a second thought.",
    "They met one-on-one.",
    "In the first place, nothing happened.",
    "The million-dollar smile cost several hundred and a few thousand.",
    "The odds were 67/1.",
    "The server is 192.168.0.1 today's.".replace(" today's", ""),
    "Apollo 11 and Formula 1 were on.",
    "It may march on.",
]


@pytest.mark.parametrize(("text", "expected"), PHRASES)
def test_the_nineteen_phrases_are_fully_right_in_every_wording(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize(("text", "expected"), WORDINGS)
def test_what_news_counts_and_measures_is_read_as_printed(text: str, expected: list[str]) -> None:
    assert lines(text) == expected


@pytest.mark.parametrize("text", SILENT)
def test_what_is_no_quantity_stays_silent(text: str) -> None:
    assert lines(text) == []


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("It began in 2019.", "2019"),
        ("The 2019 elections were close.", "2019"),
        ("Prices rose in the 1990s.", "1990s"),
        ("It must end by 2120.", "2120"),
    ],
)
def test_a_year_is_a_date_and_no_amount(text: str, year: str) -> None:
    assert [(quantity.kind, quantity.value) for quantity in read(text)] == [("date", year)]


def test_the_counted_words_are_kept_with_their_place() -> None:
    text = "They saw at least 35 reported instances of it."
    noun = read(text)[0].noun
    assert noun is not None
    assert text[noun.start : noun.end] == "reported instances"


def test_a_price_keeps_what_it_is_paid_for() -> None:
    text = "A dividend of €1.10 a share was paid."
    noun = read(text)[0].noun
    assert noun is not None
    assert (text[noun.start : noun.end], read(text)[0].unit) == ("a share", "EUR")


@pytest.mark.parametrize(
    ("text", "precision"), [("It cost $2 billion.", 5e8), ("It cost $2.5 million.", 5e4), ("It has 4,900 pages.", 50), ("It has 12 pages.", 0.5)]
)  # fmt: skip
def test_precision_is_half_of_the_last_place_printed(text: str, precision: float) -> None:
    assert read(text)[0].precision == pytest.approx(precision)


HOSTILE = {
    "digits": "7" * 1_000_000,
    "short numbers": "7 " * 500_000,
    "commas": "," * 1_000_000,
    "numbers and commas": "1," * 500_000,
    "scales": "million " * 125_000,
    "scaled numbers": "two million " * 83_000,
    "results": "1-1" + "-1" * 500_000,
    "signs": "$" * 1_000_000,
    "currencies": "$1 " * 333_000,
    "brackets": "$1 (" * 250_000,
    "suspended": "7- or " * 166_000,
    "shares": "one in " * 142_000,
    "halves": "half of " * 125_000,
    "points": "1." * 500_000,
    "ands": "five and " * 111_000,
    "dates": "May " * 250_000,
    "enumerators": "1) " * 333_000,
    "capitals": "A 5 " * 250_000,
    "telephones": "555-1234-" * 111_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_to_its_end(name: str) -> None:
    text = HOSTILE[name][:100_000]  # where the cost grew with the square, this would take an hour
    sentence = sentence_of(text)
    found = quantities("a", Tokens.of(text, sentence), sentence, 0)
    assert all(0 <= quantity.span.start < quantity.span.end <= len(text) for quantity in found)


NUMBERY = st.lists(
    st.sampled_from(
        [
            "1",
            "2",
            "12",
            "2019",
            "1,200",
            "41.206",
            "3.4",
            "0",
            "007",
            "one",
            "two",
            "five",
            "hundred",
            "million",
            "dozen",
            "half",
            "quarter",
            "third",
            "a",
            "of",
            "and",
            "to",
            "or",
            "per",
            "in",
            "between",
            "from",
            "$",
            "€",
            "US",
            "NT",
            "£",
            "Rs",
            "%",
            "°C",
            "-",
            "–",
            ",",
            ".",
            "(",
            ")",
            "/",
            ":",
            "~",
            "+",
            "km",
            "m",
            "bn",
            "May",
            "July",
            "13",
            "Friday",
            "last",
            "week",
            "am",
            "p.m.",
            "th",
            "st",
            "minute",
            "people",
            "dollars",
            "euros",
            "percent",
            "points",
            "minus",
            "up",
            "at",
            "least",
            "about",
            "older",
            "'s",
            "½",
            "²",
            "٣",
            "\xa0",
            "\n",
        ]
    ),
    max_size=24,
)


@given(NUMBERY, st.sampled_from([" ", "", "-"]))
@settings(max_examples=300, deadline=None)
@example(["0", "/", "0"], "")
@example(["1", "1/0"], " ")
def test_odd_text_never_raises_and_every_span_lies_in_the_text(pieces: list[str], glue: str) -> None:
    text = glue.join(pieces)
    spans = [quantity.span for quantity in read(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert spans == sorted(spans)


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    assert isinstance(read(text), list)
