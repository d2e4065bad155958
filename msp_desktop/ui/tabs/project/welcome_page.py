"""The page « Accueillir »: what is ready for interns, junior doctors and newcomers, and the checklist."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget
from typing_extensions import override

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.people import Person
from msp_desktop.domain.welcome import WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.i18n import _
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services import welcome as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.welcome_columns import ENTRIES_HIDE, STEPS_HIDE, entry_columns, step_columns
from msp_desktop.ui.tabs.project.welcome_panel import WelcomePanel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (WelcomeEntry, WelcomeStep, Assignment, Person)
_NEW_STEP = "welcome-step"
_ENTRY, _STEP = "entry", "step"
#: Under this width, in pixels at 100 %, one column of each table goes.
_NARROW = 800
#: The rows shown at the least and at the most before a table scrolls.
_ENTRY_ROWS, _STEP_ROWS = (3, 7), (4, 14)


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return WelcomePage(workspace)


class WelcomePage(Page):
    """What is ready, and what is left to do; a target is (« entry » or « step », its id)."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._chosen: tuple[str, int] | None = None
        self._pages = QStackedWidget()
        self._add = MainButton(_("Add"), "plus")
        self._print = PlainButton(_("Print"), "print")
        self._entries = RecordTable(
            _("What is ready"), entry_columns(workspace), sortable=False, drafts=workspace.drafts
        )
        self._steps = RecordTable(_("Checklist"), step_columns(workspace), sortable=False, drafts=workspace.drafts)
        self._propose = LinkButton(_("Take the lines proposed"), "plus")
        self._again = LinkButton(_("Begin again for somebody else"), "undo")
        self._progress = Label("", tone="soft")
        self._panel = WelcomePanel(workspace)
        self.main, self.tools, self.panel = self._add, self._print, self._panel
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read what is ready and the checklist again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        entries, steps = service.entries(self._workspace.reader), service.steps(self._workspace.reader)
        self._pages.setCurrentIndex(1 if entries or steps else 0)
        for table, rows, (least, most) in (
            (self._entries, entries, _ENTRY_ROWS),
            (self._steps, steps, _STEP_ROWS),
        ):
            table.show_rows(rows)
            shown = table.verticalHeader().defaultSectionSize() * min(max(len(rows), least), most)
            table.setFixedHeight(shown + table.horizontalHeader().sizeHint().height() + 4)
        done = sum(step.done_on is not None for step in steps)
        self._progress.setText(_("{done} of {count} done").format(done=done, count=len(steps)) if steps else "")
        self._propose.setVisible(bool(service.steps_to_propose(self._workspace.reader)))
        self._again.setVisible(done > 0)
        if self._chosen is None and entries:
            self._entries.select(entries[0].id)
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose an entry or a line; begin again with a line being added."""
        if target == _NEW_STEP:
            self._ask()
        elif isinstance(target, tuple):
            kind, key = target
            (self._entries if kind == _ENTRY else self._steps).select(key)
            self._choose(kind, key)

    def target(self) -> Any:
        """Return what is chosen."""
        return self._chosen

    def place_of(self, key: DraftKey) -> Any:
        """Return the entry or the line words wait for."""
        if key.kind == "dialog" and key.attribute == _NEW_STEP:
            return _NEW_STEP
        if key.kind in (WelcomeEntry.__name__, _("What is ready")):
            return _ENTRY, key.id
        return (_STEP, key.id) if key.kind in (WelcomeStep.__name__, _("Checklist")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the page given to newcomers."""
        return "welcome", None

    def focus_main(self) -> None:
        """Put the keyboard in what is ready, or on the button of the empty page."""
        widget = self._entries if self._pages.currentIndex() else self._empty.button
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def menu(self) -> QMenu:
        """Return what may be added: an entry of each kind, a line of the checklist."""
        menu = QMenu(self)
        for kind in kit_welcome().kinds:
            menu.addAction(kind.title).triggered.connect(lambda _on, code=kind.code: self._add_entry(code))
        menu.addSeparator()
        menu.addAction(_("A line of the checklist…")).triggered.connect(self._ask)
        return menu

    def _build(self) -> None:
        self._empty = EmptyPage(
            "people",
            _("Receive those who come"),
            kit_welcome().purpose,
            _("Begin with the checklist proposed"),
            _("Begin with housing"),
        )
        box = column(
            title(_("What is ready")),
            framed(self._entries),
            4,
            Folding(row(title(_("Checklist")), self._progress, -1, spacing=12), row(self._propose, self._again)),
            framed(self._steps),
            -1,
            margins=(0, 0, 4, 0),
            spacing=8,
        )
        self._pages.addWidget(scrolled(self._empty, kit_welcome().title))
        self._pages.addWidget(scrolled(holder(box, "transparent"), kit_welcome().title))
        self.setLayout(column(self._pages))

    def _wire(self) -> None:
        self._add.clicked.connect(self._open_menu)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("welcome", "welcome-list"), None))
        self._empty.request_start.connect(lambda: self._workspace.act(service.propose_steps))
        self._empty.request_other.connect(lambda _index: self._add_entry(WelcomeKind.HOUSING))
        self._propose.clicked.connect(lambda: self._workspace.act(service.propose_steps))
        self._again.clicked.connect(lambda: self._workspace.act(service.begin_again))
        lock(self._workspace, self._add, self._propose, self._again, self._empty.button)
        for kind, table, delete in (
            (_ENTRY, self._entries, service.delete_entries),
            (_STEP, self._steps, service.delete_steps),
        ):
            table.selected.connect(lambda key, kind=kind: self._choose(kind, key))
            table.clicked.connect(lambda _index, kind=kind, table=table: self._choose(kind, table.chosen_id()))
            table.request_delete.connect(lambda ids, delete=delete: self._workspace.act(delete, ids))
            table.request_open.connect(lambda _key: self._panel.focus_first())

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._add.mapToGlobal(QPoint(0, self._add.height())))
        menu.deleteLater()

    def _add_entry(self, kind: WelcomeKind) -> None:
        made = self._workspace.act(service.add_entry, kind)
        if made is not None:
            self._entries.select(made.id)
            self._choose(_ENTRY, made.id)
            self._panel.focus_first()

    def _add_step(self, words: str) -> Any:
        made = self._workspace.act(service.add_step, words)
        if made is not None:
            self._steps.select(made.id)
            self._choose(_STEP, made.id)
        return made

    def _ask(self) -> None:
        dialog = AskWords(
            _("Add a line of the checklist"), _("What is to be done"), "", _("Add"), self._add_step, self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, _NEW_STEP)),
        )  # fmt: skip
        run(dialog, self._workspace)

    def _choose(self, kind: str, key: Any) -> None:
        """Show in the panel what is chosen in one of the tables; the other keeps its own choice."""
        if key is None and self._chosen is not None and self._chosen[0] != kind:
            return
        self._workspace.flush()
        self._chosen = None if key is None else (kind, key)
        self._show_chosen()

    def _show_chosen(self) -> None:
        kind, key = self._chosen or ("", None)
        table = self._entries if kind == _ENTRY else self._steps
        shown = table.rows.row_with(key) if key is not None else None
        if shown is None:
            self._chosen = None
            self._panel.show_nothing()
        elif kind == _ENTRY:
            self._panel.show_entry(shown)
        else:
            self._panel.show_step(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < theme().px(_NARROW)
        self._entries.hide_columns(ENTRIES_HIDE if narrow else ())
        self._steps.hide_columns(STEPS_HIDE if narrow else ())
