"""Made-up events in which it is known who is right: four reports of a fire, one of them with another number of dead."""

TOWNS = (
    "Ardmore", "Belsen", "Corrie", "Dunfall", "Elmstead", "Farrow", "Gilsund", "Harwell", "Inverkey", "Jarrow"
)  # fmt: skip
REPORTS = {
    "agency": "{dead} people died when a fire swept through the market hall of {town} on Monday. Police chief Ann Berg "
    "said the flames were out by noon. Schools nearby stayed shut.",
    "daily": "Families in {town} mourned on Tuesday. The blaze at the covered market killed {dead} people, mayor Tom Lind "
    "told reporters, and left the old roof in ruins.",
    "radio": "A warehouse door stood locked, survivors of the market fire in {town} recalled. According to the hospital's "
    "director Eva Moe, {dead} people died, most of them traders.",
    "rumour": "Horror in {town}: it is said that {dead} people died in the market fire, and nobody will tell you why "
    "the doors of the hall were shut that morning.",
}


def fires(count=8, wrong="rumour"):
    """Events as mappings: all reports of a town state one number of dead, and the ``wrong`` one ten times as many."""
    return [
        {
            "id": town,
            "articles": [
                {
                    "id": name,
                    "text": text.format(town=town, dead=(137 + index) * (10 if name == wrong else 1)),
                    "source": f"{name}.example",
                    "label": int(name != wrong),
                }
                for name, text in REPORTS.items()
            ],
        }
        for index, town in enumerate(TOWNS[:count])
    ]
