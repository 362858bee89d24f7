"""Articles of one outlet on different things, and what its pages say besides."""

from reliability.records import Article

OUTLET = "orrin-post.example"
BOX = "Our weekly letter brings five recipes and one walk to 90,000 kitchens, and costs 3 euros a month."
LABEL = "Continues under the picture"
STORIES = (
    """Dam at Orrin gives way after a week of rain
The dam above Orrin gave way early on Tuesday and put 40 houses under water, the fire brigade said.
Nobody was killed, but six people were taken to hospital with broken bones.
Mayor Ida Holm called the flood the worst that she could remember.""",
    """Violin found in attic sells for a fortune
A violin that lay in an attic for 70 years was sold at auction in Harl on Friday for 210,000 euros.
Its varnish is that of an old workshop in Cremona, the auctioneer Bo Lind told bidders.
The family had meant to throw the instrument away with other lumber.""",
    """Two leopards born in the zoo of Vesk
Keepers at the zoo of Vesk showed two leopard cubs to visitors for the first time on Sunday.
They were born in June and weigh four kilograms each, the vet Una Marsh said.
Their mother Tiga came from a park in Nepal in exchange for a pair of lynxes.""",
    """Bakers walk out over night shifts
Bread was scarce in Pell on Monday after 300 bakers refused to start their night shift.
Their union wants ten percent more wages for work between midnight and five.
Employers offered four and called the strike a blow to small shops, chairman Rolf Ast said.""",
    """Keeper saves penalty in the last minute
Goalkeeper Jana Ruud saved a penalty in the last minute and took Dorn to the final of the cup.
Her team had led by two goals at half time before Skell drew level.
Coach Mira Tove said that the tired defenders had stopped running after an hour.""",
    """Court stops wind turbines near the coast
Judges in Landis forbade eleven wind turbines that a cooperative wanted to put up near the coast.
The plan overlooked a colony of terns, the ruling says, and the noise it would make in two villages.
The cooperative will appeal, its lawyer Kai Brandt announced on Thursday.""",
)


def articles(*lines, of=6, outlet=OUTLET):
    """The stories of an outlet, the first ``of`` of them with these lines after the third."""
    return [
        Article(f"{outlet}-{at}", within(story, *lines) if at < of else story, source=outlet)
        for at, story in enumerate(STORIES)
    ]


def within(text, *lines):
    """The text with lines after its third."""
    own = text.split("\n")
    return "\n".join([*own[:3], *lines, *own[3:]])
