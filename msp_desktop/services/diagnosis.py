"""The local health diagnosis: terms of reference, calendar, sources, what comes out; the watch on needs between two."""

from __future__ import annotations

from datetime import date

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.diagnosis import (
    Diagnosis,
    DiagnosisPhase,
    DiagnosisSheet,
    DiagnosisSource,
    DiagnosisStep,
    SourceKind,
    WatchNote,
)
from msp_desktop.domain.inventory import Need
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.services.who import as_shown, one_shown, who_in, who_is, write_change, write_who

#: The largest budget that is taken, in euros.
_MOST = 100_000_000
_PHASES, _KINDS = list(DiagnosisPhase), list(SourceKind)


# --- reading -------------------------------------------------------------------------------------


def diagnosis_sheet(reader: Reader) -> DiagnosisSheet:
    """Return the diagnosis: its steps by phase and date, its sources by kind, the watch, the latest first."""
    kept = reader.find(Diagnosis, id=1) is not None
    steps = as_shown(reader, DiagnosisStep, reader.all(DiagnosisStep, order="position, id"))
    sources = as_shown(reader, DiagnosisSource, reader.all(DiagnosisSource, order="position, id"))
    watch = as_shown(reader, WatchNote, reader.all(WatchNote, order="noted_on DESC, id DESC"))
    return DiagnosisSheet(
        diagnosis=one_shown(reader, Diagnosis, 1) if kept else Diagnosis(),
        steps=tuple(sorted(steps, key=lambda row: (_PHASES.index(row.phase), row.due_on or date.max, row.position))),
        sources=tuple(sorted(sources, key=lambda row: (_KINDS.index(row.kind), row.position))),
        watch=tuple(watch),
    )


def is_late(step: DiagnosisStep, today: date) -> bool:
    """Tell whether a step should have been done by now."""
    return step.done_on is None and step.due_on is not None and step.due_on < today


# --- the diagnosis -------------------------------------------------------------------------------


def begin_diagnosis(store: Store) -> None:
    """Put the calendar and the sources that we propose where there are none yet: without dates, to keep or to change."""
    kit = kit_diagnosis()
    with store.write(_("Diagnosis begun")) as transaction:
        if not transaction.all(DiagnosisStep, limit=1):
            for position, step in enumerate(kit.steps, 1):
                transaction.insert(DiagnosisStep(position=position, phase=DiagnosisPhase(step.phase), title=step.title))
        if not transaction.all(DiagnosisSource, limit=1):
            for position, source in enumerate(kit.sources, 1):
                row = transaction.insert(
                    DiagnosisSource(position=position, kind=SourceKind(source.kind), title=source.title)
                )
                write_who(transaction, DiagnosisSource, row.id, who_is(transaction, source.holder))


def update_diagnosis(store: Store, change: Change[Diagnosis]) -> None:
    """Change the terms of reference, or what came out of it."""
    budget = change.values.get("budget")
    if budget is not None and not 0 <= budget <= _MOST:
        raise UserError(_("An amount goes from 0 € up: check what is typed."))
    row = store.reader.find(Diagnosis, id=1) or Diagnosis()
    starts, ends = (change.values.get(name, getattr(row, name)) for name in ("starts_on", "ends_on"))
    if starts is not None and ends is not None and ends < starts:
        raise UserError(_("The diagnosis cannot end before it begins: check both dates."))
    who = who_in(store.reader, change)
    with store.write(_("Diagnosis"), merges=True) as transaction:
        if transaction.find(Diagnosis, id=1) is None:
            transaction.insert(Diagnosis())
        write_change(transaction, 1, change, who)


# --- its calendar --------------------------------------------------------------------------------


def add_step(store: Store, title: str, phase: DiagnosisPhase = DiagnosisPhase.PREPARE) -> DiagnosisStep:
    """Add a step to the calendar."""
    words = _words(title)
    with store.write(_("Step of the diagnosis: {title}").format(title=words)) as transaction:
        position = transaction.next_position(DiagnosisStep)
        return transaction.insert(DiagnosisStep(position=position, phase=phase, title=words))


def update_step(store: Store, step_id: int, change: Change[DiagnosisStep]) -> None:
    """Change a step."""
    if "title" in change.values:
        _words(change.values["title"])
    who = who_in(store.reader, change)
    title = store.reader.one(DiagnosisStep, step_id).title
    with store.write(_("Step of the diagnosis: {title}").format(title=title), merges=True) as transaction:
        write_change(transaction, step_id, change, who)


def tick_step(store: Store, step_id: int, today: date) -> None:
    """Say that a step is done today, or that it is not done after all."""
    step = store.reader.one(DiagnosisStep, step_id)
    label = _("Not done yet: {title}") if step.done_on else _("Done: {title}")
    with store.write(label.format(title=step.title)) as transaction:
        transaction.update(step_id, Change(DiagnosisStep, done_on=None if step.done_on else today))


def delete_steps(store: Store, *step_ids: int) -> None:
    """Take steps out of the calendar, in one act."""
    with store.write(_("Step of the diagnosis taken out")) as transaction:
        for step_id in step_ids:
            transaction.delete(DiagnosisStep, step_id)


# --- its sources ---------------------------------------------------------------------------------


def add_source(store: Store, title: str, kind: SourceKind = SourceKind.FIGURES) -> DiagnosisSource:
    """Add a source of figures, or of what people say."""
    words = _words(title)
    with store.write(_("Source of the diagnosis: {title}").format(title=words)) as transaction:
        position = transaction.next_position(DiagnosisSource)
        return transaction.insert(DiagnosisSource(position=position, kind=kind, title=words))


def update_source(store: Store, source_id: int, change: Change[DiagnosisSource]) -> None:
    """Change a source."""
    if "title" in change.values:
        _words(change.values["title"])
    who = who_in(store.reader, change)
    title = store.reader.one(DiagnosisSource, source_id).title
    with store.write(_("Source of the diagnosis: {title}").format(title=title), merges=True) as transaction:
        write_change(transaction, source_id, change, who)


def delete_sources(store: Store, *source_ids: int) -> None:
    """Take sources out, in one act."""
    with store.write(_("Source of the diagnosis taken out")) as transaction:
        for source_id in source_ids:
            transaction.delete(DiagnosisSource, source_id)


# --- the watch -----------------------------------------------------------------------------------


def add_watch(store: Store, title: str, today: date) -> WatchNote:
    """Note something noticed today about the territory's needs."""
    words = _words(title)
    with store.write(_("Watch on needs: {title}").format(title=words)) as transaction:
        return transaction.insert(WatchNote(noted_on=today, title=words))


def update_watch(store: Store, note_id: int, change: Change[WatchNote]) -> None:
    """Change what was noticed, by whom it was said, what is done with it."""
    if "title" in change.values:
        _words(change.values["title"])
    who = who_in(store.reader, change)
    title = store.reader.one(WatchNote, note_id).title
    with store.write(_("Watch on needs: {title}").format(title=title), merges=True) as transaction:
        write_change(transaction, note_id, change, who)


def delete_watch(store: Store, *note_ids: int) -> None:
    """Take notes out of the watch, in one act."""
    with store.write(_("Watch on needs: note taken out")) as transaction:
        for note_id in note_ids:
            transaction.delete(WatchNote, note_id)


def need_from_watch(store: Store, note_id: int) -> Need:
    """Make a need of the state of care out of what was noticed; the note then refers to it."""
    note = one_shown(store.reader, WatchNote, note_id)
    if note.need_id is not None:
        return store.reader.one(Need, note.need_id)
    with store.write(_("Need taken from the watch: {title}").format(title=note.title)) as transaction:
        position = transaction.next_position(Need)
        need = transaction.insert(
            Need(position=position, title=note.title, said_by=note.said_by, details=note.follow_up)
        )
        transaction.update(note_id, Change(WatchNote, need_id=need.id))
        return need


def _words(typed: str) -> str:
    words = typed.strip()
    if not words:
        raise UserError(_("Write it in a few words first."))
    return words
