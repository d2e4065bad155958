"""The journal of exchanges as it is shown: an entry with its people, what is asked of it, what a new one begins with."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.exchanges import Exchange


class StepState(StrEnum):
    """How far the next step of an exchange is."""

    NONE = "none"
    OWED = "owed"
    DONE = "done"


class Entry(Struct, frozen=True):
    """An exchange with the names of those it was with and of those who see to what follows.

    `names` are those of the directory, whose ids are `person_ids`; `done_on` is the day its next step was done, or answered.
    """

    exchange: Exchange
    names: tuple[str, ...]
    person_ids: tuple[int, ...]
    by: str
    done_on: date | None

    @property
    def id(self) -> int:
        """Return the exchange's id."""
        return self.exchange.id

    @property
    def step(self) -> StepState:
        """Return how far the next step is."""
        if not has_next_step(self.exchange):
            return StepState.NONE
        return StepState.DONE if self.done_on is not None else StepState.OWED


class Sheet(Struct, frozen=True):
    """The journal as a paper: finished exchanges of a period, the latest first, with one person where it is theirs alone."""

    entries: tuple[Entry, ...]
    since: date
    until: date
    person: str = ""


class Asked(Struct, frozen=True):
    """What is looked for in the journal: words, a period of both days included, a person of the directory."""

    text: str = ""
    since: date | None = None
    until: date | None = None
    person_id: int | None = None


class Begin(Struct, frozen=True):
    """What an exchange to be noted begins with: who, the action, the meeting in view; or the one to show again.

    `federation` is the code of an entry of their directory.
    """

    person_ids: tuple[int, ...] = ()
    action_id: int | None = None
    meeting_id: int | None = None
    exchange_id: int | None = None
    federation: str = ""


def has_next_step(exchange: Exchange) -> bool:
    """Tell whether something was to follow: words, or a day."""
    return bool(exchange.next_step.strip()) or exchange.next_step_on is not None


def says_something(exchange: Exchange) -> bool:
    """Tell whether anything is written of an exchange yet, beside when and how it took place."""
    texts = (exchange.with_whom, exchange.subject, exchange.said, exchange.next_step, exchange.next_step_by)
    return any(text.strip() for text in texts) or exchange.next_step_on is not None
