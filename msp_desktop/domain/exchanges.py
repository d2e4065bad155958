"""The exchanges with people and bodies, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from msp_desktop.domain.markers import references
from msp_desktop.domain.people import Category


class Channel(StrEnum):
    """By what means an exchange took place."""

    PHONE = "phone"
    EMAIL = "email"
    MEETING = "meeting"
    LETTER = "letter"
    VISIT = "visit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Hold one entry of the journal; `next_step_on` makes it a relance until `next_step_done_on`."""

    id: int = 0
    held_on: date
    person_id: int | None = references("person", on_delete="null", optional=True)
    category: Category = Category.OTHER
    with_whom: str = ""
    channel: Channel = Channel.PHONE
    subject: str = ""
    said: str = ""
    next_step: str = ""
    next_step_on: date | None = None
    next_step_done_on: date | None = None
    action_id: int | None = references("action", on_delete="null", optional=True)
