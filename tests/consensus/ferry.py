"""Articles on one invented event: a ferry that sank off Landis."""

from reliability.records import Article

WIRE = (
    "A ferry carrying commuters home from the island of Orr sank off Landis on Friday evening after it struck a reef "
    "that every chart of the bay has shown for a century, the coast guard said. {toll} passengers drowned when the "
    "ferry sank and many more were pulled from the water by fishermen who heard the horn and put out from the harbour. "
    "The captain, who had sailed the route for two decades, told investigators that the steering failed within sight "
    "of the breakwater. Divers will try to reach the wreck at slack tide, when the current in the strait is weakest."
)
NOTES = (
    "Landis woke to flags at half mast after the ferry disaster. A gymnasium near the harbour of Landis has become a "
    "shelter where families from Orr wait for word, and the mayor promised that nobody would be left alone. As the "
    "ferry sank, {toll} passengers drowned, according to the hospital, whose corridors were still full at midnight."
)
LETTER = (
    "Engineers had warned about the steering of the Orr ferry twice this spring, documents seen by this paper show. "
    "The operator in Landis put off the repair until autumn. Since {toll} passengers drowned in the ferry, ministers "
    "have ordered the sister ship to stay in the harbour of Landis until the coast guard has inspected it."
)
REVIEW = (
    "Who answers for the ferry that sank off Landis? Parliament will meet in special session, and the opposition wants "
    "the minister's resignation over Orr. Relatives held a vigil in the harbour. So far {toll} passengers drowned with "
    "the ferry, and the bay was closed to all shipping while the coast guard went on searching."
)


def article(name: str, text: str, toll: object = 35, published: str | None = None) -> Article:
    """One of the texts with a toll in it."""
    return Article(name, text.format(toll=toll), published=published)


def edited(text: str) -> str:
    """A light edit: every eleventh word doubled."""
    words = text.split()
    return " ".join(
        f"{word} {word}" if index % 11 == 5 and word.islower() else word for index, word in enumerate(words)
    )
