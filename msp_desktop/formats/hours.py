"""Hours and lengths of time."""

from __future__ import annotations

from datetime import time

from msp_desktop.formats import NBSP


def clock(moment: time) -> str:
    """Return « 18 h 30 », « 18 h »."""
    return f"{moment.hour}{NBSP}h" + (f"{NBSP}{moment.minute:02d}" if moment.minute else "")


def duration(minutes: int) -> str:
    """Return « 1 h 25 », « 1 h », « 45 min » of a number of minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h" + (f"{NBSP}{rest:02d}" if rest else "")
