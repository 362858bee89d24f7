"""Aligns what articles mention, tells independent voices from copies, and draws the facts they share."""

from reliability.consensus.agreement import agree

__all__ = ["agree"]
