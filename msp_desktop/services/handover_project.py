"""The part of the handover about the health project: how far it is, what waits, what the territory has."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.domain.action_plan import SheetView
from msp_desktop.domain.handover import Grid, Lines
from msp_desktop.domain.report_words import sentence
from msp_desktop.domain.stages import StageState
from msp_desktop.formats.dates import near_date
from msp_desktop.services.action_sheets import plan
from msp_desktop.services.calls import calls
from msp_desktop.services.neighbours import neighbours
from msp_desktop.services.report_project import project_notes
from msp_desktop.services.report_who import discretion
from msp_desktop.services.road_steps import steps
from msp_desktop.services.schemes import standing_words, ticked_schemes


def project_part(reader: Reader, today: date) -> tuple[Lines | Grid, ...]:
    """Return what a successor must know of the health project, with names; nothing of what has not begun."""
    found: list[Lines | Grid] = []
    found += [
        Lines(note.title, (note.text,)) for note in project_notes(reader, discretion(reader, with_names=True), today)
    ]
    found += [*_steps(reader, today), *_schemes(reader), *_sheets(reader, today), *_calls(reader, today)]
    told = tuple(f"{sentence(row.town)} {sentence(row.kept)}".strip() for row in neighbours(reader) if row.town.strip())
    return (*found, Lines("Communes voisines", told)) if told else tuple(found)


def _steps(reader: Reader, today: date) -> list[Lines | Grid]:
    rows = tuple(
        (step.title, step.person or "–", near_date(step.due_on, today) if step.due_on else "–")
        for step in steps(reader)
        if step.state is not StageState.DONE
    )
    return [Grid("Étapes qui attendent", ("Étape", "Qui", "Échéance"), rows, (84, 42, 42))] if rows else []


def _schemes(reader: Reader) -> list[Lines | Grid]:
    rows = tuple(
        (view.title, standing_words(view.standing), view.carried_by or "–", view.contact or "–")
        for view in ticked_schemes(reader)
    )
    header = ("Dispositif", "Pour nous", "Porté par", "Contact")
    return [Grid("Dispositifs du territoire", header, rows, (56, 24, 44, 44))] if rows else []


def _sheets(reader: Reader, today: date) -> list[Lines | Grid]:
    rows = tuple(
        (
            f"{view.number} {view.sheet.title}",
            view.sheet.lead or "–",
            _due(view, today),
            view.sheet.next_step or "–",
        )
        for view in plan(reader).sheets()
        if view.is_open()
    )
    header = ("Fiche action", "Pilote", "Échéance", "Prochaine étape")
    return [Grid("Fiches action en cours", header, rows, (54, 36, 36, 42))] if rows else []


def _calls(reader: Reader, today: date) -> list[Lines | Grid]:
    rows = tuple(
        (
            call.subject,
            call.funder or "–",
            near_date(call.closes_on, today) if call.closes_on else "–",
            call.answered_by or "–",
        )
        for call in calls(reader)
        if call.is_open
    )
    header = ("Appel", "Financeur", "Clôture", "Qui répond")
    return [Grid("Appels à suivre", header, rows, (60, 36, 36, 36))] if rows else []


def _due(view: SheetView, today: date) -> str:
    """Return « mardi 12 mai », and what is late: the sheet, or a step of it whose own day has passed."""
    day = view.sheet.due_on
    said = near_date(day, today) if day else "–"
    if view.late_since(today) is None:
        return said
    return f"{said}, en retard" if day is not None and day < today else f"{said}, une étape en retard"
