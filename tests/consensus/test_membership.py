"""An article is of the event where any of its copies is."""

import reliability

SHORT = (
    "The ferry Ellida struck the pier of Norrhamn at dusk and lost a mast. Captain Vera Holm steered by hand, and the harbour "
    "pilot Anders Lind stood beside her while the fog came in from the skerries."
)
LONG = SHORT + (
    "\n\nThe council of Norrhamn met at night over the broken pier. Councillor Greta Falk asked for a new lamp on the mole, the "
    "fishing guild for a wider berth, and the insurers of Tallby for the log of the ferry."
)
COUNCIL = "Councillor Greta Falk wants a new lamp: so the fishing guild heard in Tallby, where insurers will read the log."
GUILD = "Insurers in Tallby doubt what the fishing guild told Councillor Greta Falk, and its new berth is no cure."


def test_a_copy_brings_its_shorter_copy_into_the_event():
    ranking = reliability.score({"short": SHORT, "long": LONG, "council": COUNCIL, "guild": GUILD}.values())
    assert ranking.consensus.strangers == ()
