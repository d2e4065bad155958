"""The page « Diagnostic »: the calendar of the local diagnosis, its sources, the watch on needs; its terms beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.diagnosis import Diagnosis, DiagnosisSheet, DiagnosisSource, DiagnosisStep, WatchNote
from msp_desktop.domain.inventory import HealthProfessional, Need
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.method.diagnosis import kit_diagnosis
from msp_desktop.services import diagnosis as service
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.diagnosis_panel import DiagnosisTerms, panel_of
from msp_desktop.ui.tabs.project.diagnosis_tables import source_columns, step_columns, watch_columns
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, hint, title
from msp_desktop.ui.widgets.layouts import column, framed, page_of_fields, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (Diagnosis, DiagnosisStep, DiagnosisSource, WatchNote, Need, Assignment, Person, HealthProfessional)
#: Rows a table shows without scrolling, within these.
_LEAST, _MOST = 1, 10
#: Above this text size the terms stand under the tables: a panel under the page would leave the tables no room.
_LARGE = 1.3
#: Under this width, in pixels at 100 %, each table leaves out a column: « Fait le », « Demandée le », « Aux besoins ».
_NARROW, _HIDDEN = 760, {DiagnosisStep: (3,), DiagnosisSource: (3,), WatchNote: (4,)}


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return DiagnosisPage(workspace)


class DiagnosisPage(Page):
    """What is done when, what is asked of whom, what is noticed between two diagnoses.

    A target is the name of a record and its id.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._sheet = DiagnosisSheet(Diagnosis(), (), (), ())
        self._main = MainButton("", "plus")
        self.main = self._main
        self._print = PlainButton(_("Print the terms"), "print")
        self.tools = self._print
        self._terms = DiagnosisTerms(workspace)
        self._upright = theme().scale > _LARGE
        self.panel = None if self._upright else panel_of(self._terms)
        self._tables: dict[type[Any], RecordTable] = {
            DiagnosisStep: self._table(_("Calendar of the diagnosis"), step_columns),
            DiagnosisSource: self._table(_("Sources of the diagnosis"), source_columns),
            WatchNote: self._table(_("Watch on needs"), watch_columns),
        }
        self._frames = {record: framed(table) for record, table in self._tables.items()}
        self._lines: dict[type[Any], AddLine] = {
            DiagnosisStep: self._line(_("A new step"), _("Add a step of the diagnosis, then Enter"), service.add_step),
            DiagnosisSource: self._line(_("A new source"), _("Add a source, then Enter"), service.add_source),
            WatchNote: self._line(_("Something noticed"), _("Note what was noticed, then Enter"), self._add_watch),
        }
        self._tick = LinkButton("", "check")
        self._take = LinkButton(_("Make a need of it"), "plus")
        self._before = hint(
            _("« Begin the diagnosis » proposes a calendar and sources, without dates; they are not in the kit.")
        )
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the diagnosis again where a change concerns it."""
        if not touches(records, *_SHOWN):
            return
        self._sheet = service.diagnosis_sheet(self._workspace.reader)
        for record, rows in self._rows().items():
            table = self._tables[record]
            table.show_rows(list(rows))
            shown = min(max(len(rows), _LEAST), _MOST)
            table.setFixedHeight(theme().px(38) + shown * table.verticalHeader().defaultSectionSize())
            self._frames[record].setVisible(bool(rows))
        self._choose_first()
        proposes = not (self._sheet.steps and self._sheet.sources)
        self._main.setText(_("Begin the diagnosis") if proposes else _("Note a need"))
        self._before.setVisible(proposes)
        self._terms.show_diagnosis(self._sheet.diagnosis)
        self._show_acts()

    def show_target(self, target: Any) -> None:
        """Choose a step, a source or a note."""
        if isinstance(target, tuple):
            for record, table in self._tables.items():
                if record.__name__ == target[0]:
                    table.select(target[1])

    def place_of(self, key: DraftKey) -> Any:
        """Return the row words wait for, or that the page shows them."""
        names = {record.__name__ for record in self._tables}
        if key.kind in names:
            return key.kind, key.id
        begun = key.kind == "new" and key.attribute in {line.accessibleName() for line in self._lines.values()}
        kinds = {Diagnosis.__name__, *(table.accessibleName() for table in self._tables.values())}
        return True if key.kind in kinds or begun else None

    def paper(self) -> tuple[str, int | None]:
        """Return the terms of reference."""
        return "diagnosis-terms", None

    def focus_main(self) -> None:
        """Put the keyboard in the calendar, or on what begins it."""
        first = self._tables[DiagnosisStep] if self._sheet.steps else self._main
        first.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        kit = kit_diagnosis()
        under: list[QWidget | int] = [8, self._terms] if self._upright else []
        body = column(
            Label(kit.introduction, wrap=True, tone="soft"), Label(kit.pace, wrap=True, tone="soft"), self._before, 4,
            *self._part(DiagnosisStep, row(title(_("Calendar")), -1, self._tick)), 8,
            *self._part(DiagnosisSource, row(title(_("Sources")), -1)), 8,
            *self._part(WatchNote, row(title(_("Watch on needs")), -1, self._take), Label(kit.watch, wrap=True, tone="soft")),
            *under, -1, margins=(0, 0, 12, 8), spacing=8,
        )  # fmt: skip
        self.setLayout(column(scrolled(page_of_fields(body, "transparent"), _("Diagnosis"))))

    def _part(self, record: type[Any], head: QLayout, *under: Label) -> tuple[Any, ...]:
        return (head, *under, self._frames[record], self._lines[record])

    def _table(self, name: str, columns: Callable[[Workspace], list[Any]]) -> RecordTable:
        return RecordTable(name, columns(self._workspace), sortable=False, drafts=self._workspace.drafts)

    def _line(self, name: str, placeholder: str, add: Callable[..., object]) -> AddLine:
        return AddLine(
            name, placeholder, self._workspace.drafts, lambda _owner, words: self._workspace.attempt(add, words)
        )

    def _wire(self) -> None:
        attempt = self._workspace.attempt
        deletes: dict[type[Any], Callable[..., None]] = {
            DiagnosisStep: service.delete_steps,
            DiagnosisSource: service.delete_sources,
            WatchNote: service.delete_watch,
        }
        for record, table in self._tables.items():
            table.request_delete.connect(lambda ids, delete=deletes[record]: attempt(delete, *ids))
            table.selected.connect(lambda _key: self._show_acts())
        self._main.clicked.connect(self._on_main)
        self._tick.clicked.connect(self._on_tick)
        self._take.clicked.connect(self._on_take)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("diagnosis-terms",), None))
        lock(self._workspace, self._main, self._tick, self._take)

    # --- acting ------------------------------------------------------------------------------

    def _rows(self) -> dict[type[Any], tuple[Any, ...]]:
        return {DiagnosisStep: self._sheet.steps, DiagnosisSource: self._sheet.sources, WatchNote: self._sheet.watch}

    def _choose_first(self) -> None:
        """Choose the first step to do, and the latest note, where nothing is chosen: what one may do with them is shown."""
        step = next((one for one in self._sheet.steps if one.done_on is None), next(iter(self._sheet.steps), None))
        for record, found in ((DiagnosisStep, step), (WatchNote, next(iter(self._sheet.watch), None))):
            if found is not None and self._tables[record].chosen_id() is None:
                self._tables[record].select(found.id)

    def _chosen(self, record: type[Any]) -> Any:
        key = self._tables[record].chosen_id()
        return next((one for one in self._rows()[record] if one.id == key), None)

    def _show_acts(self) -> None:
        step, note = self._chosen(DiagnosisStep), self._chosen(WatchNote)
        self._tick.setVisible(step is not None)
        self._tick.setText(_("Not done after all") if step is not None and step.done_on else _("Done today"))
        self._take.setVisible(note is not None)
        self._take.setText(_("See the need") if note is not None and note.need_id else _("Make a need of it"))

    def _on_main(self) -> None:
        if self._sheet.steps and self._sheet.sources:
            self._lines[WatchNote].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._workspace.attempt(service.begin_diagnosis)

    def _add_watch(self, store: Any, words: str) -> object:
        return service.add_watch(store, words, self._workspace.today())

    def _on_tick(self) -> None:
        step = self._chosen(DiagnosisStep)
        if step is not None:
            self._workspace.flush()
            self._workspace.attempt(service.tick_step, step.id, self._workspace.today())

    def _on_take(self) -> None:
        note = self._chosen(WatchNote)
        if note is None:
            return
        self._workspace.flush()
        before = note.need_id
        need = self._workspace.attempt(service.need_from_watch, note.id)
        if need is not None and before is not None:
            self._workspace.request_tab.emit("inventory", None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW)
        for record, hidden in _HIDDEN.items():
            self._tables[record].hide_columns(hidden if narrow else ())
