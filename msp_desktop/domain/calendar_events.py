"""What goes into a calendar: a meeting with its hour, a date as a whole day; and what went there already."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.markers import Unique


class CalendarEvent(Struct, frozen=True):
    """One entry of a calendar.

    `begins` is the hour on the clocks of `zone` (an IANA name), or a date for a whole day; `minutes` its length,
    0 for a whole day. `alarm_days` is how many days before to ring, 0 for no alarm. `cancelled` withdraws it.
    `sequence` is higher each time it is written (RFC 5545, 3.8.7.4), so that a later file updates an earlier one.
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
    sequence: int = 0


class DiaryEntry(Struct, frozen=True, kw_only=True):
    """An entry that was written for somebody's diary, as it was the last time: what is gone since is withdrawn there.

    `begins` is at midnight where `minutes` is 0, for a whole day.
    """

    id: int = 0
    uid: Annotated[str, Unique()]
    sequence: Annotated[int, Meta(ge=0, le=2_147_483_647)]
    title: str
    begins: Annotated[datetime, Meta(tz=False)]
    zone: str
    minutes: Annotated[int, Meta(ge=0)] = 0
