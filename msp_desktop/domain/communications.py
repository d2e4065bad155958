"""The communication plan: what is said, to whom, by what means, when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.limits import Note


class CommunicationState(StrEnum):
    """How far a message of the communication plan is."""

    TODO = "todo"
    READY = "ready"
    PUBLISHED = "published"


class Communication(Struct, frozen=True, kw_only=True):
    """One message of the communication plan; `for_residents` marks those addressed to everybody.

    `person` is who is nobody's entry of the directory: the others are linked by an `Assignment`.
    """

    id: int = 0
    position: int
    message: Note
    audience: str = ""
    channel: str = ""
    due_on: date | None = None
    person: str = ""
    state: CommunicationState = CommunicationState.TODO
    published_on: date | None = None
    for_residents: bool = False
