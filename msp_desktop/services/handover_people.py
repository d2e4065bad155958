"""The parts of the handover about people: the mission, the actions, the directory, what is owed, what was said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.handover import Grid, Lines, lines_of
from msp_desktop.domain.people import plain_name
from msp_desktop.domain.report_words import sentence
from msp_desktop.domain.schedule import ActionView, Timeline
from msp_desktop.formats.dates import long_date, near_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, decimal
from msp_desktop.formats.phones import phone
from msp_desktop.method.followup import kit_followup
from msp_desktop.services.follow_ups import all_owed
from msp_desktop.services.journal import entries
from msp_desktop.services.people import directory
from msp_desktop.services.referent import referent_sheet
from msp_desktop.services.small_forms import objectives
from msp_desktop.services.timeline import timeline

Content = tuple[Lines | Grid, ...]
#: How many exchanges of the journal are told; the older ones are counted.
_EXCHANGES = 80
_STATES = {
    ActionState.TODO: "à faire",
    ActionState.DOING: "en cours",
    ActionState.DONE: "fait",
    ActionState.DROPPED: "sans objet",
}


def _referent(reader: Reader, _today: date) -> Content:
    sheet, found = referent_sheet(reader), []
    term = sheet.term
    who = [
        ", ".join(filter(None, (plain_name(person), person.function.strip(), phone(person.phone), person.email)))
        for person in (sheet.first, sheet.second)
        if person is not None and plain_name(person)
    ]
    if who:
        since = [f"Depuis le {long_date(term.since)}."] if term and term.since else []
        hours = term.hours_per_month if term else None
        time = [f"{decimal(hours)} {agreeing(hours, 'heure')} par mois."] if hours else []
        found.append(Lines("Qui", (*who, *since, *time)))
    if term and term.delegated:
        number = f", arrêté n°\u00a0{term.decree_number.strip()}" if term.decree_number.strip() else ""
        signature = "avec délégation de signature" if term.signature else "sans délégation de signature"
        found.append(Lines("Délégation", (f"Délégation de fonctions{number}, {signature}.",)))
    if term and term.means.strip():
        found.append(Lines("Moyens", tuple(lines_of(term.means))))
    for group in sheet.kept() if who else ():
        found.append(Lines(group.title, tuple(sentence(mission.text) for mission in group.missions)))
    said = [
        ", ".join(filter(None, (row.audience.strip(), row.how.strip())))
        for row in sheet.commitments
        if row.audience.strip() or row.how.strip()
    ]
    if said:
        found.append(Lines("Compte rendu à", tuple(said)))
    if sheet.history:
        before = tuple(
            f"{one.names}{f', jusqu’au {long_date(one.until)}' if one.until else ''}" for one in sheet.history
        )
        found.append(Lines("Auparavant", before))
    return tuple(found)


def _timeline(reader: Reader, today: date) -> Content:
    view = timeline(reader, today)
    found: list[Lines | Grid] = []
    for phase in view.phases:
        rows = tuple(_action(action, view) for action in phase.actions)
        if rows:
            title = f"{phase.title}, jusqu’au {near_date(phase.end, today)}" if phase.number <= 3 else phase.title
            found.append(Grid(title, ("Date", "Action", "Qui", "État"), rows, (44, 62, 38, 24)))
    rows = tuple(
        (
            near_date(row.due_on, today) if row.due_on else "–",
            row.title,
            row.person.strip() or "–",
            "atteint" if row.done_on else "à atteindre",
        )
        for row in objectives(reader)
    )
    if rows:
        found.append(Grid("Nos objectifs", ("Date", "Objectif", "Qui", "État"), rows, (44, 62, 38, 24)))
    return tuple(found)


def _action(action: ActionView, view: Timeline) -> tuple[str, ...]:
    day = (action.done_on if action.state is ActionState.DONE else None) or action.planned or action.due
    title = f"{action.number}. {action.title}" if action.number else action.title
    late = action.is_late or action.overdue
    state = "en retard" if late else _STATES[action.state]
    return (near_date(day, view.today) if day else "–", title, action.assignee or "–", state)


def _people(reader: Reader, _today: date) -> Content:
    kit = kit_followup()
    groups: dict[str, list[tuple[str, ...]]] = {}
    for one in directory(reader):
        person = one.person
        what = ", ".join(filter(None, dict.fromkeys((one.detail, person.organisation if person.last_name else ""))))
        ways = "\n".join(filter(None, (phone(person.phone), person.email)))
        groups.setdefault(person.category, []).append((one.name or "–", what or "–", ways or "–"))
    return tuple(
        Grid(title, ("Nom", "Quoi", "Joindre"), tuple(groups[code]), (50, 56, 62))
        for code, title in kit.categories.items()
        if groups.get(code)
    )


def _owed(reader: Reader, today: date) -> Content:
    rows = tuple(
        (
            (near_date(one.due, today) if one.due else "sans date") + (", en retard" if one.days_late else ""),
            "\n".join(filter(None, (one.whom, sentence(one.what)))),
            one.by or "–",
        )
        for one in all_owed(reader, today)
    )
    return (Grid("", ("Pour quand", "À qui, pour quoi", "Qui l’avait"), rows, (48, 78, 42)),) if rows else ()


def _said(reader: Reader, today: date) -> Content:
    kit = kit_followup()
    found = [one for one in entries(reader) if not one.exchange.draft]
    rows = tuple(
        (
            f"{near_date(one.exchange.held_on, today)}\n{kit.channels[one.exchange.channel]}",
            ", ".join(filter(None, (*one.names, one.exchange.with_whom.strip()))) or "–",
            "\n".join(filter(None, (one.exchange.subject.strip(), one.exchange.said.strip()))) or "–",
        )
        for one in found[:_EXCHANGES]
    )
    if not rows:
        return ()
    grid = Grid("", ("Date", "Avec qui", "Ce qui a été dit"), rows, (44, 44, 80))
    left = len(found) - len(rows)
    if not left:
        return (grid,)
    words = counted(left, "échange plus ancien est au journal", "échanges plus anciens sont au journal")
    return (grid, Lines("", (f"{capital(words)}.",)))


PEOPLE: dict[str, Callable[[Reader, date], Content]] = {
    "referent": _referent,
    "timeline": _timeline,
    "people": _people,
    "owed": _owed,
    "said": _said,
}
