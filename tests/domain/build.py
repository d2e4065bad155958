"""Values to try the rules on, with only what a test has to say about them."""

from __future__ import annotations

from datetime import date
from typing import Any

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.inventory import HealthProfessional, Proximity
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.people import Person
from msp_desktop.domain.schedule import ActionView, PhaseView, Timeline, day_number, phase_dates, phase_of_day

DAY_ZERO = date(2026, 3, 22)


def action_view(id: int = 1, **values: Any) -> ActionView:
    """An action as the timeline shows it, to be done, without a date unless one is given."""
    given: dict[str, Any] = {
        "id": id,
        "code": None,
        "number": None,
        "phase": 1,
        "title": f"Action {id}",
        "short_title": f"Action {id}",
        "start": None,
        "planned": None,
        "due": None,
        "state": ActionState.TODO,
        "done_on": None,
        "assignee": "",
        "late_days": 0,
        "with_federation": False,
        "done_when": "",
        "depends_on": (),
    }
    return ActionView(**given | values)


def timeline(today: date, *actions: ActionView, day_zero: date = DAY_ZERO) -> Timeline:
    """A timeline of these actions, in their phases."""
    phases = []
    for number in (1, 2, 3, 4):
        start, end = phase_dates(number, day_zero)
        own = tuple(action for action in actions if action.phase == number)
        done = sum(action.state is ActionState.DONE for action in own)
        phases.append(PhaseView(number, f"Phase {number}", start, end, own, done, len(own)))
    day = day_number(day_zero, today)
    return Timeline(today, day_zero, day, phase_of_day(day), tuple(phases), "23")


def professional(id: int = 1, profession: str = "medecin", **values: Any) -> ProfessionalView:
    """A professional of the register, of whom nothing is known unless it is given."""
    row = HealthProfessional(id=id, person_id=id, profession=profession, **values)
    where = "commune" if row.place is Proximity.HERE else "à proximité"
    return ProfessionalView(id, f"Nom {id}", profession, where, Person(id=id, last_name=f"Nom {id}"), row)
