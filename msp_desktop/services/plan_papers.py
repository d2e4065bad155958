"""What the papers of the plan say beside the plan: whose contract it is, who its people are, who looks at it next."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.action_plan import Plan, SheetView
from msp_desktop.domain.action_sheets import ActionSheet
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Meeting, MeetingState
from msp_desktop.domain.people import Person, is_body
from msp_desktop.domain.schemes import CLS, Standing
from msp_desktop.domain.sheet_words import Contract, Part, PlanPaper, SheetPaper
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.people import all_feminine
from msp_desktop.services.action_sheets import plan
from msp_desktop.services.schemes import schemes
from msp_desktop.services.who import detail_of

#: The kind of meeting at which the plan is looked at.
_COMMITTEE = "copil"


def contract(reader: Reader) -> Contract:
    """Return what the contract is called, with its years, and who carries it where that is not the commune."""
    view = next((view for view in schemes(reader) if view.id == CLS), None)
    if view is None:
        return Contract(_NAME)
    years = [str(day.year) for day in (view.starts_on, view.ends_on) if day is not None]
    title = ", ".join(filter(None, (_NAME, "-".join(dict.fromkeys(years)))))
    return Contract(title, view.carried_by if view.standing is not Standing.CARRIED else "")


_NAME = "Contrat local de santé"


def sheet_papers(reader: Reader) -> tuple[SheetPaper, ...]:
    """Return the sheets with who their people are."""
    links: dict[tuple[str, int], list[int]] = {}
    for link in reader.all(Assignment, order="position, id"):
        for name in ("sheet_lead_id", "sheet_elected_id"):
            key = getattr(link, name)
            if key is not None:
                links.setdefault((name, key), []).append(link.person_id)

    def part(view: SheetView, names: str, reference: str) -> Part:
        return _part(reader, view.sheet, names, links.get((reference, view.id), []))

    return tuple(
        SheetPaper(view, part(view, "lead", "sheet_lead_id"), part(view, "elected", "sheet_elected_id"))
        for view in plan(reader).sheets()
    )


def plan_paper(reader: Reader, today: date) -> PlanPaper:
    """Return the plan, and when the committee meets next."""
    coming = [
        meeting.held_on
        for meeting in reader.all(Meeting, kind=_COMMITTEE)
        if meeting.state is MeetingState.PLANNED and meeting.held_on is not None and meeting.held_on >= today
    ]
    words = f"Comité de pilotage du {long_date(min(coming))}" if coming else ""
    return PlanPaper(plan(reader), words)


def not_said(found: Plan) -> tuple[int, int]:
    """Return how many open sheets have no pilot, and how many no day."""
    still = [view for view in found.sheets() if view.is_open()]
    return sum(not view.sheet.lead for view in still), sum(view.sheet.due_on is None for view in still)


def names_people(found: Plan) -> bool:
    """Tell whether a sheet says who leads it, who takes part in it or who sees to a step."""
    return any(
        view.sheet.lead or view.sheet.elected or view.sheet.partners or any(step.who for step in view.steps)
        for view in found.sheets()
    )


def _part(reader: Reader, sheet: ActionSheet, names: str, people: list[int]) -> Part:
    typed: str = getattr(sheet, names)
    persons = [reader.one(Person, key) for key in people]
    # Several have their names alone: whose each line would be is no longer clear.
    detail = ""
    if len(persons) == 1:
        professional = reader.find(HealthProfessional, person_id=persons[0].id)
        detail = ", ".join(filter(None, (detail_of(persons[0], professional), _body(persons[0]))))
    some = [person for person in persons if not is_body(person)]
    count = max(len(persons), 1 if typed else 0)
    return Part(typed, detail, count, woman=bool(some) and all_feminine([person.civility for person in some]))


def _body(person: Person) -> str:
    """Return the body a person speaks for, where what they are has not said it."""
    return person.organisation if person.function and person.last_name else ""
