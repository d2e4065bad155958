"""The communication plan: what is said, to whom, by what means, when."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from msp_desktop.domain.limits import Note


class CommunicationState(StrEnum):
    """How far a message of the communication plan is."""

    TODO = "todo"
    READY = "ready"
    PUBLISHED = "published"


class Communication(Struct, frozen=True, kw_only=True):
    """One message of the communication plan; `for_residents` marks those addressed to everybody.

    `person` is who is nobody's entry of the directory: the others are linked by an `Assignment`. `kit_code` is the
    message of the method it was made from, `means` the one of the four means it serves. `text` is what will be read, the
    town's own where it is `adapted`, else made from the dossier each time; `longest` is how long it may be, in
    characters, 0 for any length.
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
    kit_code: str = ""
    means: str = ""
    text: Note = ""
    adapted: bool = False
    longest: Annotated[int, Meta(ge=0, le=100_000)] = 800
