"""What goes into a calendar: a meeting with its hour, a due date as a whole day."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct


class CalendarEvent(Struct, frozen=True):
    """One entry of a calendar.

    `begins` is the hour on the clocks of `zone` (an IANA name), or a date for a whole day; `minutes` its length,
    0 for a whole day. `alarm_days` is how many days before to ring, 0 for no alarm. `cancelled` withdraws it.
    """

    uid: str
    title: str
    begins: datetime | date
    zone: str
    minutes: int = 0
    place: str = ""
    description: str = ""
    organiser: str = ""
    organiser_email: str = ""
    alarm_days: int = 0
    cancelled: bool = False
