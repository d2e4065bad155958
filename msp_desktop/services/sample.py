"""The sample dossier, « Saint-Exemple »: fictitious, half-filled like a real one on day 37."""

from __future__ import annotations

import os
import re
import tomllib
from datetime import date, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.db.faults import explained
from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState, ActionStep, FederationHelp, MeetingPlace
from msp_desktop.domain.calendar import working_day_before
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.domain.inventory import (
    AgeBand,
    Departure,
    Dynamic,
    Finding,
    Inventory,
    Mode,
    Need,
    Offer,
    Opportunity,
    Proximity,
    Tri,
)
from msp_desktop.domain.meetings import AgendaItem, Attendance, Meeting, MeetingState, NextStep, Preparation, Reply
from msp_desktop.domain.missions import Commitment, Mission
from msp_desktop.domain.official import PublicFigure
from msp_desktop.domain.people import Category, Person, PersonRole
from msp_desktop.domain.referent import Briefing, Referent, ReferentKind
from msp_desktop.files import free_path
from msp_desktop.formats.quick import day_date, month_name
from msp_desktop.method.referent import kit_appointment
from msp_desktop.paths import DOSSIER_SUFFIX, resource
from msp_desktop.services.dossiers import new_dossier
from msp_desktop.services.federations import own_code
from msp_desktop.services.inventory import insert_professional
from msp_desktop.services.meetings import insert_meeting
from msp_desktop.services.sample_follow_up import OnDay, fill_exchanges, fill_follow_up
from msp_desktop.services.sample_project import fill_project
from msp_desktop.services.who import who_is, write_who

if TYPE_CHECKING:
    from msp_desktop.db.transaction import Transaction

NAME = "saint-exemple"
_DEPARTMENT = "23"
#: The sample is at this day on the day it is made.
DAY = 37


def make_sample(folder: Path, today: date) -> Store:
    """Create the sample in a folder and return it open; an existing one is renamed, never overwritten."""
    path = folder / f"{NAME}{DOSSIER_SUFFIX}"
    kept = None
    if os.path.lexists(path):
        close_dossier(open_dossier(path))  # refuses, with a sentence, a sample that is open in a window
        with explained():
            kept = path.rename(free_path(path))
    day_zero = today - timedelta(DAY)
    data = _told(tomllib.loads(resource("sample", "saint-exemple.toml").read_text(encoding="utf-8")), day_zero)
    commune = Commune(**data["commune"], is_sample=True, mandate_start=day_zero, day_zero=day_zero)
    try:
        return new_dossier(path, commune, lambda transaction: _fill(transaction, data, day_zero))
    except BaseException:
        if kept is not None and not os.path.lexists(path):
            kept.rename(path)
        raise


def _fill(transaction: Transaction, data: dict[str, Any], day_zero: date) -> None:
    def on(day: int | None) -> date | None:
        return None if day is None else _working_day(day_zero, day)

    transaction.insert(
        Picture(code="arms", media_type="image/png", data=resource("sample", "armoiries.png").read_bytes())
    )
    own = own_code(transaction.one(Commune, 1))
    transaction.insert(FederationCorrection(code=own, **data["federation"]))
    people = _people(transaction, data, on)
    _registers(transaction, data, on)
    actions = _actions(transaction, data, on)
    fill_exchanges(transaction, data, on, people, actions)
    _referent(transaction, data["referent"], on, people)
    for meeting in data["meeting"]:
        _meeting(transaction, meeting, on, people)
    transaction.insert(MeetingPlace(**data["meeting_place"]))
    fill_follow_up(transaction, data, on)
    for code in ("comprendre", "etapes", "voisines", "lien"):
        transaction.insert(FederationHelp(code=code))
    fill_project(transaction, on, lambda value: _told(value, day_zero))


def _working_day(day_zero: date, day: int) -> date:
    """Return the working day nobody would find odd: nothing in the sample is done on a Sunday or a public holiday."""
    return working_day_before(day_zero + timedelta(day), _DEPARTMENT)


def _told(value: Any, day_zero: date) -> Any:
    """Return the sample's data with the days its texts tell: they fit its dates whenever it is made."""
    if isinstance(value, dict):
        return {key: _told(held, day_zero) for key, held in value.items()}
    if isinstance(value, list):
        return [_told(held, day_zero) for held in value]
    if not isinstance(value, str):
        return value

    def told(found: re.Match[str]) -> str:
        day = _working_day(day_zero, int(found[2]))
        if found[1] == "jour":
            return day_date(day)
        return f"{month_name(day.month)} {day.year}" if found[1] == "mois" else str(day.year)

    return re.sub(r"\{(jour|mois|annee):(-?\d+)\}", told, value)


def _people(transaction: Transaction, data: dict[str, Any], on: OnDay) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for row in data["person"]:
        key, category, body = row.pop("key"), Category(row.pop("category")), row.pop("body", "")
        roles = row.pop("roles", ())
        people[key] = transaction.insert(Person(category=category, body_id=people[body].id if body else None, **row))
        for role in roles:
            transaction.insert(PersonRole(person_id=people[key].id, category=Category(role)))
    for row in data["professional"]:
        key = row.pop("key")
        person = Person(**{name: row.pop(name) for name in list(row) if name in Person.__struct_fields__})
        checked = on(row.pop("checked", None))
        values: dict[str, Any] = {
            **row,
            "place": Proximity(row["place"]),
            "mode": Mode(row["mode"]),
            "age_band": AgeBand(row["age_band"]),
            "departure": Departure(row["departure"]),
            "departure_on": on(row.get("departure_day")),
            "checked_on": checked,
            "age_noted_on": checked,
            **{name: Tri(row[name]) for name in ("works_alone", "ready", "new_patients") if name in row},
        }
        values.pop("departure_day", None)
        professional = insert_professional(transaction, person, values)
        people[key] = transaction.one(Person, professional.person_id)
    return people


def _registers(transaction: Transaction, data: dict[str, Any], on: OnDay) -> None:
    for position, row in enumerate(data["offer"], 1):
        checked, place = on(row.pop("checked", None)), Proximity(row.pop("place"))
        transaction.insert(Offer(position=position, checked_on=checked, place=place, **row))
    for record, key in ((Dynamic, "dynamic"), (Need, "need"), (Opportunity, "opportunity")):
        for position, row in enumerate(data[key], 1):
            transaction.insert(record(position=position, **row))
    for finding in transaction.all(Finding):
        answer = data["findings"].get(finding.kit_code, "")
        if answer:
            transaction.update(finding.id, Change(Finding, answer=answer, noted_on=on(25)))
    for row in data["public_figure"]:
        transaction.insert(PublicFigure(source="chiffre inventé pour l’exemple", **row))
    transaction.update(1, Change(Inventory, made_with_federation=Tri.YES, shared_on=on(25)))


def _actions(transaction: Transaction, data: dict[str, Any], on: OnDay) -> dict[str, Action]:
    actions = {action.kit_code or "": action for action in transaction.all(Action)}
    for code, row in data["actions"].items():
        action = actions[code]
        state = ActionState(row.get("state", "todo"))
        values: dict[str, Any] = {"state": state}
        if state is ActionState.DONE:
            values |= {"done_on": on(row["done"]), "planned_on": on(row["done"])}
            values["planned_start"] = min(action.planned_start or date.max, values["planned_on"])
        elif "planned" in row:
            values |= {"planned_start": on(row["planned_start"]), "planned_on": on(row["planned"])}
        actions[code] = transaction.update(action.id, Change(Action, **values))
        write_who(transaction, Action, action.id, who_is(transaction, row.get("assignee", "")))
        steps = transaction.all(ActionStep, order="position", action_id=action.id)
        ticked = len(steps) if state is ActionState.DONE else row.get("ticks", 0)
        for step in steps[:ticked]:
            transaction.update(step.id, Change(ActionStep, done=True))
    for row in data["own_action"]:
        own = transaction.insert(
            Action(
                phase=row["phase"],
                position=transaction.next_position(Action, phase=row["phase"]),
                title=row["title"],
                planned_start=on(row["planned_start"]),
                planned_on=on(row["planned"]),
                state=ActionState(row.get("state", "todo")),
                done_on=on(row.get("done")),
            )
        )
        write_who(transaction, Action, own.id, who_is(transaction, row["assignee"]))
    return actions


def _referent(transaction: Transaction, row: dict[str, Any], on: OnDay, people: dict[str, Person]) -> None:
    transaction.insert(
        Referent(
            kind=ReferentKind(row["kind"]),
            person_id=people[row["person"]].id,
            second_id=people[row["second"]].id,
            since=on(row["since"]),
            hours_per_month=row["hours_per_month"],
            delegated=True,
            decree_number=row["decree_number"],
            functions="\n".join(kit_appointment().decree.functions),
            means=row["means"],
            announced_on=on(row["announced"]),
        )
    )
    for position, line in enumerate(row["commitments"], 1):
        transaction.insert(Commitment(position=position, **line))
    for briefing in transaction.all(Briefing, order="position")[:2]:
        transaction.update(briefing.id, Change(Briefing, done_on=on(row["announced"])))
    for mission in transaction.all(Mission):
        if mission.kit_code == "dispositifs":
            transaction.update(mission.id, Change(Mission, kept=False))
        if mission.kit_code == "faciliter":
            transaction.update(mission.id, Change(Mission, text="faciliter les échanges entre élus et soignants"))


def _meeting(transaction: Transaction, row: dict[str, Any], on: OnDay, people: dict[str, Person]) -> None:
    hour, minute = map(int, row["hour"].split(":"))
    meeting = insert_meeting(
        transaction,
        row["template"],
        Change(
            Meeting,
            title=row["title"],
            held_on=on(row["day"]),
            starts_at=time(hour, minute),
            state=MeetingState(row.get("state", "planned")),
            ended_at=time.fromisoformat(row["ended"]) if "ended" in row else None,
            reply_by=on(row.get("reply_by")),
            invitations_sent_on=on(row.get("invitations_sent")),
            **{
                name: row[name]
                for name in ("place", "place_details", "reference", "mayor_notes", "opening_words", "summary")
                if name in row
            },
        ),
    )
    items = transaction.all(AgendaItem, order="position", meeting_id=meeting.id)
    for item, note in zip(items, row.get("mayor_item_notes", ()), strict=False):
        transaction.update(item.id, Change(AgendaItem, mayor_note=note))
    if "discussion" in row:
        transaction.update(items[1].id, Change(AgendaItem, discussion=row["discussion"]))
    for preparation in transaction.all(Preparation, order="position", meeting_id=meeting.id)[:4]:
        transaction.update(preparation.id, Change(Preparation, done=True))
    for position, guest in enumerate(row["guests"], 1):
        key, reply, present = guest.split(":")
        transaction.insert(
            Attendance(
                meeting_id=meeting.id,
                person_id=people[key].id,
                position=position,
                reply=Reply(reply),
                present=Tri(present),
                invited_on=on(row.get("invitations_sent")),
            )
        )
    for position, step in enumerate(row.get("next_steps", ()), 1):
        text, person, day = step.split("|")
        kept = transaction.insert(NextStep(meeting_id=meeting.id, position=position, text=text, due_on=on(int(day))))
        write_who(transaction, NextStep, kept.id, who_is(transaction, person))
