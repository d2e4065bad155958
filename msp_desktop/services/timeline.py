"""The timeline: read it, plan, tick, annotate; add, rename, drop; move day 0."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState, ActionStep
from msp_desktop.domain.assignments import Assignment, who_words
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.schedule import (
    ActionView,
    MeetingDate,
    PhaseView,
    StepView,
    Timeline,
    day_number,
    late_days,
    moved,
    moved_dates,
    phase_dates,
    phase_of_date,
    phase_of_day,
    planned_dates,
)
from msp_desktop.errors import UserError
from msp_desktop.formats.dates import day_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.method.timeline import KitAction, kit_timeline
from msp_desktop.services.one_date import follow_action, meeting_actions, meeting_of
from msp_desktop.services.who import names_of, short_label_of, who_in, write_change

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

#: What the timeline is read from.
_SHOWN = (Commune, Action, Assignment, Person, HealthProfessional, Meeting)

LATER = "Après les cent jours"


# --- reading -------------------------------------------------------------------------------------


def timeline(reader: Reader, today: date) -> Timeline:
    """Return the timeline as of a day; the header and the tab share one."""
    return reader.kept(("timeline", today), _SHOWN, lambda: _timeline(reader, today))


def _timeline(reader: Reader, today: date) -> Timeline:
    commune = reader.one(Commune, 1)
    actions = reader.all(Action, order="phase, position, id")
    meetings = {action.id: _meeting(reader, action) for action in actions if action.kit_code in meeting_actions()}
    names = names_of(reader, Action)
    short = names_of(reader, Action, naming=short_label_of)
    titles = {phase.number: phase.title for phase in kit_timeline().phases} | {4: LATER}
    day = day_number(commune.day_zero, today)
    ended = phase_of_day(day) == "after"
    phases = []
    for number in (1, 2, 3, 4):
        views = tuple(
            _view(action, names.get(action.id, ()), short.get(action.id, ()), today, ended, meetings.get(action.id))
            for action in actions
            if action.phase == number
        )
        if number == 4 and not views:
            continue
        counted = [view for view in views if view.state is not ActionState.DROPPED]
        start, end = phase_dates(number, commune.day_zero)
        done = sum(view.state is ActionState.DONE for view in counted)
        phases.append(PhaseView(number, titles[number], start, end, views, done, len(counted)))
    return Timeline(today, commune.day_zero, day, phase_of_day(day), tuple(phases), commune.department_code)


def steps(reader: Reader, action_id: int) -> list[StepView]:
    """Return the checklist of an action."""
    rows = reader.all(ActionStep, order="position, id", action_id=action_id)
    return [StepView(row.id, row.text, row.done) for row in rows]


# Kept, since after an edit all but one of a mandate's two thousand actions are what they were.
@lru_cache(maxsize=4096)
def _view(
    action: Action,
    names: tuple[str, ...],
    short: tuple[str, ...],
    today: date,
    ended: bool,
    meeting: MeetingDate | None,
) -> ActionView:
    kit = kit_timeline().action(action.kit_code)
    title = action.title or (kit.title if kit else "")
    late = late_days(action, today)
    return ActionView(
        id=action.id,
        code=action.kit_code,
        number=kit.order if kit else None,
        phase=action.phase,
        title=title,
        short_title=kit.short_title if kit and not action.title else title,
        start=action.planned_start,
        planned=action.planned_on,
        due=action.due_on,
        state=action.state,
        done_on=action.done_on,
        assignee=who_words(names, action.assignee),
        assignee_short=who_words(short, action.assignee),
        late_days=0 if ended else late,
        overdue=ended and late > 0,
        with_federation=bool(kit and kit.with_federation),
        done_when=kit.done_when if kit else "",
        depends_on=kit.depends_on if kit else (),
        meeting=meeting,
        brief_title=kit.brief_title if kit and not action.title else "",
    )


def _meeting(reader: Reader, action: Action) -> MeetingDate | None:
    meeting = meeting_of(reader, action)
    return MeetingDate(meeting.id, meeting.held_on, meeting.starts_at) if meeting else None


# --- writing -------------------------------------------------------------------------------------


def seed_actions(transaction: Transaction, commune: Commune) -> None:
    """Insert the kit's actions into a new dossier, planned from day 0."""
    for kit in kit_timeline().actions:
        start, planned = _proposed(kit, commune.day_zero, commune.department_code)
        action = transaction.insert(
            Action(
                kit_code=kit.code,
                phase=kit.phase,
                position=kit.order,
                planned_start=start,
                planned_on=planned,
                due_on=phase_dates(kit.phase, commune.day_zero)[1],
            )
        )
        _seed_steps(transaction, action.id, kit)


def update_action(store: Store, action_id: int, change: Change[Action]) -> Action:
    """Change fields of an action; a start that would come after the planned date moves with it.

    `assignee` is what is typed: those of the directory become references.
    """
    before, values = store.reader.one(Action, action_id), dict(change.values)
    planned, start = (
        values.get("planned_on", before.planned_on),
        values.get("planned_start", before.planned_start),
    )
    if planned and start and start > planned:
        values["planned_start" if "planned_on" in values else "planned_on"] = (
            planned if "planned_on" in values else start
        )
    if before.kit_code is None and "planned_on" in values:
        # The town's own actions stand in the phase of their date; the kit's keep theirs.
        values["phase"] = phase_of_date(values["planned_on"], store.reader.one(Commune, 1).day_zero)
    who = who_in(store.reader, change)
    with store.write(_label(before, values), merges=True) as transaction:
        changed = write_change(transaction, action_id, Change(Action, **values), who)
        if "planned_on" in values:
            follow_action(transaction, changed)
        return changed


def rename_action(store: Store, action_id: int, title: str) -> Action:
    """Give an action the town's own title; an empty one, or the kit's, brings the kit's wording back."""
    before = store.reader.one(Action, action_id)
    kit = kit_timeline().action(before.kit_code)
    title = title.strip()
    if kit is not None and title == kit.title:
        title = ""
    if kit is None and not title:
        raise UserError(_("An action needs a title."))
    with store.write(_("Title of an action"), merges=True) as transaction:
        return transaction.update(action_id, Change(Action, title=title))


def set_state(store: Store, action_id: int, state: ActionState, today: date) -> Action:
    """Change the state of an action; it is done today unless an earlier date is kept."""
    before = store.reader.one(Action, action_id)
    done_on = (before.done_on or today) if state is ActionState.DONE else None
    labels = {
        ActionState.DONE: _("Done: {title}"),
        ActionState.DOING: _("In progress: {title}"),
        ActionState.TODO: _("To do: {title}"),
        ActionState.DROPPED: _("Not applicable: {title}"),
    }
    with store.write(labels[state].format(title=_title(before))) as transaction:
        return transaction.update(action_id, Change(Action, state=state, done_on=done_on))


def add_action(store: Store, title: str, planned: date | None) -> Action:
    """Add an action of the town's own, in the phase its date falls in."""
    if not title.strip():
        raise UserError(_("An action needs a title."))
    commune = store.reader.one(Commune, 1)
    phase = phase_of_date(planned, commune.day_zero)
    with store.write(_("New action: {title}").format(title=title.strip())) as transaction:
        return transaction.insert(
            Action(
                phase=phase,
                position=transaction.next_position(Action, phase=phase),
                title=title.strip(),
                planned_start=planned,
                planned_on=planned,
            )
        )


def delete_action(store: Store, action_id: int) -> None:
    """Delete an action of the town's own; one of the kit can only be set « sans objet »."""
    action = store.reader.one(Action, action_id)
    if action.kit_code:
        raise UserError(_("An action of the method is not deleted: mark it « not applicable »."))
    with store.write(_("Deleted: {title}").format(title=_title(action))) as transaction:
        transaction.delete(Action, action_id)


def tick_step(store: Store, step_id: int, done: bool) -> None:
    """Tick or untick one thing to do; ticking one starts an action still to do."""
    step = store.reader.one(ActionStep, step_id)
    action = store.reader.one(Action, step.action_id)
    label = _("Ticked: {text}") if done else _("Unticked: {text}")
    with store.write(label.format(text=step.text)) as transaction:
        transaction.update(step_id, Change(ActionStep, done=done))
        if done and action.state is ActionState.TODO:
            transaction.update(action.id, Change(Action, state=ActionState.DOING))


def reword_step(store: Store, step_id: int, text: str) -> None:
    """Change the words of one thing to do; empty words take it off."""
    with store.write(_("Thing to do reworded"), merges=True) as transaction:
        if text.strip():
            transaction.update(step_id, Change(ActionStep, text=text.strip()))
        else:
            transaction.delete(ActionStep, step_id)


def add_step(store: Store, action_id: int, text: str) -> ActionStep:
    """Add one thing to do at the end of an action's list."""
    if not text.strip():
        raise UserError(_("Write what there is to do first."))
    with store.write(_("Thing to do added: {text}").format(text=text.strip())) as transaction:
        position = transaction.next_position(ActionStep, action_id=action_id)
        return transaction.insert(ActionStep(action_id=action_id, position=position, text=text.strip()))


def restore_steps(store: Store, action_id: int) -> None:
    """Bring the kit's list of things to do back; the ticks of lines kept word for word stay."""
    action = store.reader.one(Action, action_id)
    kit = kit_timeline().action(action.kit_code)
    if kit is None:
        return
    with store.write(_("The method's list is back: {title}").format(title=_title(action))) as transaction:
        present = transaction.all(ActionStep, action_id=action_id)
        ticked = {step.text for step in present if step.done}
        for step in present:
            transaction.delete(ActionStep, step.id)
        _seed_steps(transaction, action_id, kit, ticked)


def move_day_zero(store: Store, day_zero: date, mandate_start: date | None = None) -> None:
    """Move day 0, in one undo step: what is not done moves with it, what is done stays."""
    commune = store.reader.one(Commune, 1)
    days = (day_zero - commune.day_zero).days
    with store.write(_("Day 0 on {day}").format(day=day_date(day_zero, language()))) as transaction:
        transaction.update(1, Change(Commune, day_zero=day_zero, mandate_start=mandate_start or commune.mandate_start))
        for action in transaction.all(Action):
            if action.state is not ActionState.DONE:
                start, planned = _moved(transaction, action, commune, day_zero)
                due = moved(action.due_on, days)
                transaction.update(action.id, Change(Action, planned_start=start, planned_on=planned, due_on=due))


def _proposed(kit: KitAction, day_zero: date, department: str) -> tuple[date, date]:
    return planned_dates(kit.planned_start, kit.planned_end, day_zero, department)


def _moved(
    transaction: Transaction, action: Action, commune: Commune, day_zero: date
) -> tuple[date | None, date | None]:
    """Return the dates of an action once day 0 is another: proposed anew where they were proposed, else moved."""
    kit, department = kit_timeline().action(action.kit_code), commune.department_code
    present = (action.planned_start, action.planned_on)
    meeting = meeting_of(transaction, action)
    if meeting is not None and meeting.held_on is not None:
        return present  # a day agreed with others does not move by itself
    if kit is not None and present == _proposed(kit, commune.day_zero, department):
        return _proposed(kit, day_zero, department)
    return moved_dates(*present, (day_zero - commune.day_zero).days, department)


def replan(store: Store, dates: dict[int, date]) -> None:
    """Give several actions new dates, in one undo step."""
    label = ngettext("New date for {count} action", "New dates for {count} actions", len(dates))
    with store.write(label.format(count=len(dates))) as transaction:
        for action_id, day in dates.items():
            follow_action(
                transaction,
                transaction.update(action_id, Change(Action, planned_start=day, planned_on=day, due_on=day)),
            )


def _seed_steps(transaction: Transaction, action_id: int, kit: KitAction, ticked: set[str] | None = None) -> None:
    for position, text in enumerate(kit.steps, 1):
        done = text in (ticked or ())
        transaction.insert(ActionStep(action_id=action_id, position=position, text=text, done=done))


def _title(action: Action) -> str:
    kit = kit_timeline().action(action.kit_code)
    return action.title or (kit.short_title if kit else "")


def _label(action: Action, values: dict[str, Any]) -> str:
    if values.get("planned_on"):
        return _("Planned for {day}: {title}").format(
            day=day_date(values["planned_on"], language()), title=_title(action)
        )
    if "assignee" in values:
        return _("Who: {title}").format(title=_title(action))
    if "notes" in values:
        return _("Notes: {title}").format(title=_title(action))
    return _("Changed: {title}").format(title=_title(action))
