"""Aligns what articles mention, tells independent voices from copies, and draws the facts they share."""

from reliability.consensus.agreement import agree
from reliability.consensus.recurring import relabel

__all__ = ["agree", "relabel"]
