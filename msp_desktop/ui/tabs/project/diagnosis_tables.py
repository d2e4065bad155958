"""The columns of the diagnosis' three tables, in which one writes: its calendar, its sources, the watch on needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from msp_desktop.domain.change import Change
from msp_desktop.domain.diagnosis import DiagnosisPhase, DiagnosisSource, DiagnosisStep, SourceKind, WatchNote
from msp_desktop.formats.quick import medium_date, short_near_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.services import diagnosis as service
from msp_desktop.ui.forms.who import directory_names
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.workspace import Workspace

#: A service that changes one row.
Update = Callable[..., object]


def step_columns(workspace: Workspace) -> list[Column]:
    """Return the columns of the calendar."""
    phases = [(phase.value, kit_diagnosis().phases[phase.value]) for phase in DiagnosisPhase]

    def write(name: str) -> Any:
        return lambda r, v: _update(workspace, service.update_step, DiagnosisStep, r, name, v)

    def glyph(row: DiagnosisStep) -> tuple[str, str]:
        late = service.is_late(row, workspace.today())
        return ("done", "done") if row.done_on else ("late", "late") if late else ("todo", "ink2")

    return [
        Column(_("Step"), lambda r: r.title, write("title"), width=330, glyph=glyph, shows=_at("DiagnosisStep", "title")),
        Column(_("Phase"), lambda r: dict(phases)[r.phase.value],
               lambda r, v: write("phase")(r, DiagnosisPhase(v)), choices=lambda: phases, value=lambda r: r.phase.value,
               width=120, shows=_at("DiagnosisStep", "phase")),
        Column(_("By"), _near(workspace, "due_on"), _date(workspace, write("due_on"), Toward.AHEAD), value=_day("due_on"),
               width=132, tone=lambda r: "late" if service.is_late(r, workspace.today()) else ""),
        Column(_("Done on"), _near(workspace, "done_on"), _date(workspace, write("done_on"), Toward.BEHIND),
               value=_day("done_on"), width=132),
        Column(_("Who"), lambda r: r.who or NOTHING, write("who"), width=150, names=directory_names(workspace),
               shows=_at("DiagnosisStep", "who")),
    ]  # fmt: skip


def source_columns(workspace: Workspace) -> list[Column]:
    """Return the columns of the sources."""
    kinds = [(kind.value, kit_diagnosis().kinds[kind.value]) for kind in SourceKind]

    def write(name: str) -> Any:
        return lambda r, v: _update(workspace, service.update_source, DiagnosisSource, r, name, v)

    def glyph(row: DiagnosisSource) -> tuple[str, str]:
        return ("done", "done") if row.received_on else ("doing", "accent") if row.asked_on else ("todo", "ink2")

    return [
        Column(_("Source"), lambda r: r.title, write("title"), width=230, glyph=glyph, shows=_at("DiagnosisSource", "title")),
        Column(_("Kind"), lambda r: dict(kinds)[r.kind.value],
               lambda r, v: write("kind")(r, SourceKind(v)), choices=lambda: kinds, value=lambda r: r.kind.value,
               width=92, shows=_at("DiagnosisSource", "kind")),
        Column(_("Who has it"), lambda r: r.holder or NOTHING, write("holder"), width=150, names=directory_names(workspace),
               shows=_at("DiagnosisSource", "holder")),
        Column(_("Asked on"), _near(workspace, "asked_on"), _date(workspace, write("asked_on"), Toward.BEHIND),
               value=_day("asked_on"), width=108),
        Column(_("Received on"), _near(workspace, "received_on"), _date(workspace, write("received_on"), Toward.BEHIND),
               value=_day("received_on"), width=108),
        Column(_("What it says"), lambda r: r.says or NOTHING, write("says"), width=220, shows=_at("DiagnosisSource", "says")),
    ]  # fmt: skip


def watch_columns(workspace: Workspace) -> list[Column]:
    """Return the columns of the watch."""

    def write(name: str) -> Any:
        return lambda r, v: _update(workspace, service.update_watch, WatchNote, r, name, v)

    def write_day(row: WatchNote, typed: str) -> None:
        workspace.with_date(typed, lambda day: write("noted_on")(row, day) if day is not None else None, Toward.BEHIND)

    return [
        Column(_("Noted on"), _near(workspace, "noted_on"), write_day, value=_day("noted_on"), width=108),
        Column(_("What was noticed"), lambda r: r.title, write("title"), width=290, shows=_at("WatchNote", "title")),
        Column(_("Said by"), lambda r: r.said_by or NOTHING, write("said_by"), width=130, names=directory_names(workspace),
               shows=_at("WatchNote", "said_by")),
        Column(_("What is done with it"), lambda r: r.follow_up or NOTHING, write("follow_up"), width=220,
               shows=_at("WatchNote", "follow_up")),
        Column(_("In the needs"), lambda r: _("yes") if r.need_id else NOTHING, width=90,
               glyph=lambda r: ("done", "done") if r.need_id else None),
    ]  # fmt: skip


def _at(record: str, name: str) -> tuple[tuple[str, str], ...]:
    return ((record, name),)


def _day(name: str) -> Callable[[Any], str]:
    def words(row: Any) -> str:
        day: date | None = getattr(row, name)
        return medium_date(day, language()) if day else ""

    return words


def _near(workspace: Workspace, name: str) -> Callable[[Any], str]:
    def words(row: Any) -> str:
        day: date | None = getattr(row, name)
        return short_near_date(day, workspace.today(), language()) if day else NOTHING

    return words


def _date(workspace: Workspace, write: Callable[[Any, Any], object], toward: Toward) -> Callable[[Any, str], None]:
    def typed(row: Any, text: str) -> None:
        workspace.with_date(text, lambda day: write(row, day), toward)

    return typed


def _update(workspace: Workspace, service_: Update, record: type[Any], row: Any, name: str, value: Any) -> object:
    return workspace.attempt(service_, row.id, Change(record, **{name: value}))
