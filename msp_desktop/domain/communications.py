"""The communication plan: what is said, to whom, by what means, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CommunicationState(StrEnum):
    """How far a message of the communication plan is."""

    TODO = "todo"
    READY = "ready"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Communication:
    """Hold one message of the communication plan; `for_residents` tells those addressed to everybody."""

    id: int = 0
    position: int
    message: str
    audience: str = ""
    channel: str = ""
    due_on: date | None = None
    person: str = ""
    state: CommunicationState = CommunicationState.TODO
    published_on: date | None = None
    for_residents: bool = False
