"""How interns, junior doctors and newcomers are received: who comes, housing, who teaches them, who shows them round."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from msgspec import Struct

from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import Between


class Newcomer(StrEnum):
    """Whom something is for."""

    ALL = "all"
    INTERN = "intern"
    JUNIOR = "junior"
    SETTLING = "settling"


class WelcomeKind(StrEnum):
    """What an entry is about: somebody who comes, housing, who teaches, who shows round, whom to call."""

    ARRIVAL = "arrival"
    HOUSING = "housing"
    SUPERVISOR = "supervisor"
    GUIDE = "guide"
    CONTACT = "contact"


class Moment(StrEnum):
    """When a step of the welcome is done: before somebody comes, on their first day, afterwards."""

    BEFORE = "before"
    FIRST_DAY = "first_day"
    AFTER = "after"


class WelcomeEntry(Struct, frozen=True, kw_only=True):
    """One thing that is ready for who comes, or one arrival.

    `person` is who is nobody's entry of the directory: the others are linked by an `Assignment`. `from_on` and `until_on`
    are the days of a stay, those when housing is free, or until when somebody may teach; `places` how many it holds.
    What is not `on_page` stays at the town hall.
    """

    id: int = 0
    position: int
    kind: WelcomeKind
    title: str = ""
    for_whom: Newcomer = Newcomer.ALL
    person: str = ""
    from_on: date | None = None
    until_on: date | None = None
    places: Annotated[int | None, Between(0, 1_000)] = None
    details: Note = ""
    on_page: bool = True


class WelcomeStep(Struct, frozen=True, kw_only=True):
    """One line of the checklist; `kit_code` is the method's, whose words stand while `title` is empty."""

    id: int = 0
    position: int
    kit_code: str = ""
    title: str = ""
    moment: Moment = Moment.BEFORE
    for_whom: Newcomer = Newcomer.ALL
    due_on: date | None = None
    person: str = ""
    done_on: date | None = None
