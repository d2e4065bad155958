"""The page « Appels »: what is watched and answered, by closing day, and the funders who call regularly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QMenu
from typing_extensions import override

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.calls import Call, CallState
from msp_desktop.domain.people import Person
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.numbers import euros
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.method.funders import KitFunder
from msp_desktop.services import calls as service
from msp_desktop.services.funders import FunderList, funder_list, give_back_list, replace_list
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.list_page import ListPage
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.call_columns import call_columns, funder_columns, funder_words
from msp_desktop.ui.tabs.project.call_panel import CallPanel
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

_SHOWN = (Call, Assignment, Person)
_NEW = "call"
#: Under this width, in pixels at 100 %, who answers is in the panel alone.
_NARROW, _HIDDEN = 780, (4,)


class _FunderRow(Struct, frozen=True):
    """A funder as a row of its table."""

    id: str
    funder: KitFunder


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return CallsPage(workspace)


class CallsPage(ListPage):
    """What closes when, who answers; a target is a call's id."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._list: FunderList | None = None
        self._add_button = MainButton(_("Add a call"), "plus")
        self.main = self._add_button
        self._print = PlainButton(_("Activity report"), "print")
        self.tools = self._print
        self._said = Label("", tone="soft", wrap=True)
        self._table = RecordTable(_("Calls"), call_columns(workspace), sortable=False, drafts=workspace.drafts)
        self._funders = RecordTable(_("Funders who call regularly"), funder_columns(), sortable=False)
        self._stated = Label("", tone="soft", wrap=True)
        self._about = Label("", tone="soft", wrap=True)
        self._watch = LinkButton(_("Watch a call of this funder"), "plus")
        self._other_list = LinkButton(_("Another list…"), "folder")
        self._panel = CallPanel(workspace)
        self.panel = self._panel
        self._build()
        self._wire()
        self._show_list(funder_list())
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the calls again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        rows = service.calls(self._workspace.reader)
        self._pages.setCurrentIndex(1 if rows else 0)
        self._said.setText(_summary(rows))
        self._said.setVisible(bool(rows))
        self._table.show_rows(rows)
        if self._chosen is None and rows:
            self._table.select(rows[0].id)
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose a call by its id; begin again with one being added."""
        if target == _NEW:
            self._ask()
        elif isinstance(target, int):
            self._choose_row(target)

    def place_of(self, key: DraftKey) -> Any:
        """Return the call words wait for."""
        if (key.kind, key.attribute) == ("dialog", _NEW):
            return _NEW
        return key.id if key.kind in (Call.__name__, _("Calls")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the activity report, which tells the calls."""
        return "activity-report", None

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyPage(
            "clock",
            _("No call watched yet"),
            _("Note the calls for projects, for candidates or for expressions of interest as you hear of them: each comes "
              "back with the follow-ups before it closes."),
            _("Add a call"),
        )  # fmt: skip
        self._pages.addWidget(scrolled(self._empty, _("No call watched yet")))
        self._pages.addWidget(framed(self._table))
        self._table.setMinimumHeight(theme().px(150))
        self._funders.setMinimumHeight(theme().px(140))
        foot = column(
            Folding(row(title(_("Funders who call regularly")), -1), row(self._watch, self._other_list, -1)),
            self._stated,
            framed(self._funders),
            self._about,
            spacing=4,
        )
        box = column(self._said, self._pages, foot, spacing=10)
        box.setStretch(1, 3)
        box.setStretch(2, 2)
        self.setLayout(column(scrolled(holder(box, "transparent"), _("Calls"))))

    def _wire(self) -> None:
        self._add_button.clicked.connect(lambda: self._ask())
        self._empty.request_start.connect(self._ask)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("activity-report",), None))
        self._watch.clicked.connect(self._on_watch)
        self._other_list.clicked.connect(self._open_menu)
        self._funders.selected.connect(self._on_funder)
        self._funders.request_open.connect(lambda _key: self._on_watch())
        self._funders.doubleClicked.connect(lambda _index: self._on_watch())
        lock(self._workspace, self._add_button, self._empty.button, self._watch)
        self._wire_table(service.delete_calls)
        self._table.request_open.connect(lambda _key: self._panel.focus_fields())

    def menu(self) -> QMenu:
        """Return what may be done with the list of funders."""
        menu = QMenu(self)
        menu.addAction(_("Take a federation's file in its place…")).triggered.connect(self._take_file)
        if self._list is not None and (self._list.own or self._list.problem):
            menu.addAction(_("Go back to the application's list")).triggered.connect(self._give_back)
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.hide_columns(_HIDDEN if self.width() < theme().px(_NARROW) else ())

    # --- acting ------------------------------------------------------------------------------

    def take_file(self, path: Path) -> None:
        """Show the funders of a file in place of the list."""
        taken = self._workspace.attempt(lambda _store: replace_list(path))
        if taken is not None:
            self._show_list(taken)

    def _ask(self, given: KitFunder | None = None) -> None:
        dialog = AskWords(
            _("Add a call"), _("What the call is about"), given.name if given else "", _("Add"),
            lambda words: self._add(words, given), self,
            words=given.subject if given else "", keep=(self._workspace.kept, DraftKey("dialog", 0, _NEW)),
        )  # fmt: skip
        if run(dialog, self._workspace):
            self._panel.focus_fields()

    def _add(self, words: str, funder: KitFunder | None) -> Any:
        made = self._workspace.act(service.add_call, words, funder)
        if made is not None:
            self._table.select(made.id)
        return made

    def _on_watch(self) -> None:
        chosen = self._funders.current_row()
        if chosen is not None and not self._workspace.read_only:
            self._ask(chosen.funder)

    def _on_funder(self, _key: Any) -> None:
        chosen = self._funders.current_row()
        self._about.setText(funder_words(chosen.funder) if chosen is not None else "")

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._other_list.mapToGlobal(QPoint(0, self._other_list.height())))
        menu.deleteLater()

    def _take_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a list of funders"), "", _("List of funders (*.toml)")
        )
        if path:
            self.take_file(Path(path))

    def _give_back(self) -> None:
        given = self._workspace.attempt(lambda _store: give_back_list())
        if given is not None:
            self._show_list(given)

    def _show_list(self, shown: FunderList) -> None:
        self._list = shown
        self._funders.show_rows([_FunderRow(one.code, one) for one in shown.kit.funders])
        if shown.kit.funders:
            self._funders.select(shown.kit.funders[0].code)
        day = medium_date(shown.kit.stated_on, language())
        words = _("{title}, as of {day}. What is to be confirmed could not be read at a source: ask the funder.")
        self._stated.setText(" ".join(filter(None, (shown.problem, words.format(title=shown.kit.title, day=day)))))
        self._stated.set_tone("late" if shown.problem else "soft")

    def _show_chosen(self) -> None:
        call = self._table.rows.row_with(self._chosen) if self._chosen is not None else None
        if call is None:
            self._chosen = None
        self._panel.show_call(call)


def _summary(rows: list[Call]) -> str:
    """Return « 2 appels à suivre, 1 réponse envoyée ; demandé 42 000 €, obtenu 26 000 € »."""
    still, sent = sum(row.is_open for row in rows), sum(row.state is CallState.SENT for row in rows)
    counted = [
        ngettext("{count} call to answer", "{count} calls to answer", still).format(count=still),
        ngettext("{count} answer sent", "{count} answers sent", sent).format(count=sent) if sent else "",
    ]
    money = [
        _("Asked {amount}").format(amount=euros(sum(row.asked or 0 for row in rows))),
        _("obtained {amount}").format(amount=euros(sum(row.obtained or 0 for row in rows))),
    ]
    told = any(row.asked or row.obtained for row in rows)
    return ". ".join(filter(None, (", ".join(filter(None, counted)), ", ".join(money) if told else "")))
