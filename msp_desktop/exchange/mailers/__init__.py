"""Hand a message over to whatever mail program this computer has; nothing is ever sent by ourselves."""

from msp_desktop.exchange.mailers.handover import Handed, hand_over, purge, ways_here

__all__ = ["Handed", "hand_over", "purge", "ways_here"]
