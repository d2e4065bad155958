"""The exchanges with people and bodies, and what comes next."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References
from msp_desktop.domain.people import Category


class Channel(StrEnum):
    """By what means an exchange took place."""

    PHONE = "phone"
    EMAIL = "email"
    MEETING = "meeting"
    LETTER = "letter"
    VISIT = "visit"


#: The icon of each means.
GLYPHS = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.MEETING: "people",
    Channel.LETTER: "document",
    Channel.VISIT: "place",
}


class Exchange(Struct, frozen=True, kw_only=True):
    """One entry of the journal of exchanges; with `next_step_on` it awaits a follow-up until `next_step_done_on`.

    `with_whom` and `next_step_by` are who is nobody's entry of the directory: the others are linked by an `Assignment`.
    A `draft` is being typed still. `meeting_id` is the meeting at which they met, `answers_id` the exchange whose next step
    this one was: once it is no draft, that step is done.
    """

    id: int = 0
    held_on: date
    category: Category = Category.OTHER
    with_whom: str = ""
    channel: Channel = Channel.PHONE
    subject: str = ""
    said: Note = ""
    next_step: str = ""
    next_step_on: date | None = None
    next_step_done_on: date | None = None
    action_id: Annotated[int | None, References("action", on_delete="null")] = None
    next_step_by: str = ""
    draft: bool = False
    meeting_id: Annotated[int | None, References("meeting", on_delete="null")] = None
    answers_id: Annotated[int | None, References("exchange", on_delete="null")] = None
