"""Hours and lengths of time."""

from __future__ import annotations

from datetime import time

from msp_desktop.formats import NBSP
from msp_desktop.formats.french.counts import agreeing


def clock(moment: time) -> str:
    """Return « 18 h 30 », « 18 h »."""
    return f"{moment.hour}{NBSP}h" + (f"{NBSP}{moment.minute:02d}" if moment.minute else "")


def duration(minutes: int) -> str:
    """Return « 1 h 25 », « 1 h », « 45 min » of a number of minutes."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest}{NBSP}min"
    return f"{hours}{NBSP}h" + (f"{NBSP}{rest:02d}" if rest else "")


def spoken_length(minutes: int) -> str:
    """Return « 1 h 25 » or « 45 minutes »."""
    return duration(minutes) if minutes >= 60 else f"{minutes}{NBSP}{agreeing(minutes, 'minute')}"
