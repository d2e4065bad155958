"""The page « Communication »: the plan by date, the texts ready to adapt, and beside them what is chosen."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.commune import Commune, Wording
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.inventory import Finding, HealthProfessional
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.i18n import _
from msp_desktop.method.followup import kit_communication
from msp_desktop.services import communication as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.list_page import ListPage
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.actors.message_columns import message_columns
from msp_desktop.ui.tabs.actors.message_panel import MessagePanel, length_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.tip import show_tip
from msp_desktop.ui.workspace import Workspace, touches

#: What the plan and the texts are made from.
_SHOWN = (
    Communication, Wording, Assignment, Person, Commune, Exchange, Finding, HealthProfessional, Meeting, Referent, Action,
)  # fmt: skip
_MESSAGE = "communication-message"
#: Under this width, in pixels at 100 %, the public and the channel are in the panel alone.
_NARROW, _HIDDEN = 800, (2, 3)
#: What tells how far each of the four means is: an icon, its colour.
_GLYPHS = {"published": ("check", "done"), "planned": ("doing", "p1_ink"), "none": ("todo", "ink2")}


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return CommunicationPage(workspace)


class CommunicationPage(ListPage):
    """What is said, to whom, by what means and when; a target is a message's id, or the code of a text ready to adapt."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._add_button = MainButton(_("Add a message"), "plus")
        self.main = self._add_button
        self._print = PlainButton(_("Print the plan"), "print")
        self._means = {means.code: IconLine(folds=False) for means in kit_communication().means}
        self._table = RecordTable(_("Messages"), message_columns(workspace), sortable=False, drafts=workspace.drafts)
        self._cards = {text.code: _card(text.title, text.limit) for text in kit_communication().texts}
        self._panel = MessagePanel(workspace)
        self.panel = self._panel
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the plan and the texts again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        messages = service.communications(self._workspace.reader)
        for view in service.means_views(messages):
            state = "published" if view.published else "planned" if view.planned else "none"
            line = self._means[view.means.code]
            line.show_words(*_GLYPHS[state], view.means.short)
            show_tip(line, view.means.text)
            line.setAccessibleName(f"{view.means.title}\u00a0: {_means_state(state)}")
        self._pages.setCurrentIndex(1 if messages else 0)
        self._table.show_rows(messages)
        if self._chosen is None and messages:
            self._table.select(messages[0].id)
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose a message by its id, a text by its code; begin again with a message being added."""
        if target == _MESSAGE:
            self._ask()
        elif isinstance(target, int):
            self._choose_row(target)
        elif target in self._cards:
            self._choose(target)

    def place_of(self, key: DraftKey) -> Any:
        """Return the message or the text words wait for."""
        if key.kind == "dialog" and key.attribute == _MESSAGE:
            return _MESSAGE
        if key.kind == Wording.__name__:
            wording = self._workspace.reader.find(Wording, id=key.id)
            code = service.text_code(wording.code) if wording is not None else ""
            return code if code in self._cards else None
        return key.id if key.kind in (Communication.__name__, _("Messages")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the communication plan."""
        return "communication", None

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyPage(
            "document",
            _("Tell residents how far things are"),
            _("What is said, to whom, by what means and when; texts ready to adapt for the bulletin."),
            _("Begin with the messages proposed"),
            _("Begin with a message of our own"),
        )
        first, *others = self._means.values()
        means = Folding(
            row(Label(_("Four means:"), tone="soft"), first, others[0], spacing=14),
            row(*others[1:], -1, spacing=14),
            spacing=14,
        )
        head = Folding(row(means, -1), row(self._print, -1))
        self._table.setMinimumHeight(theme().px(130))
        self._pages.addWidget(scrolled(self._empty, _("Tell residents how far things are")))
        self._pages.addWidget(framed(self._table))
        texts = column(
            title(_("Texts ready to adapt")),
            Label(_("Written from your dossier, naming nobody."), tone="soft", wrap=True),
            Folding(row(*list(self._cards.values())[:2]), row(*list(self._cards.values())[2:]), apart=False),
            spacing=6,
        )
        box = column(head, self._pages, texts, spacing=10)
        box.setStretch(1, 1)
        self.setLayout(column(scrolled(holder(box, "transparent"), _("Communication"))))

    def _wire(self) -> None:
        self._add_button.clicked.connect(self._open_menu)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("communication",), None))
        self._empty.request_start.connect(lambda: self._workspace.act(service.propose_messages))
        self._empty.request_other.connect(lambda _index: self._ask())
        lock(self._workspace, self._add_button, self._empty.button)
        self._wire_table(service.delete_communications)
        self._table.request_open.connect(lambda _key: self._panel.focus_text())
        for code, card in self._cards.items():
            card.clicked.connect(partial(self._on_card, code))

    def menu(self) -> QMenu:
        """Return what may be added: the method's messages that the plan has not, and one of the town's own."""
        menu = QMenu(self)
        present = {row.kit_code for row in service.communications(self._workspace.reader)}
        for draft in kit_communication().drafts:
            if draft.code not in present:
                entry = menu.addAction(draft.title)
                entry.triggered.connect(lambda _on, code=draft.code: self._add("", code))
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(_("A message of our own…")).triggered.connect(self._ask)
        return menu

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._table.hide_columns(_HIDDEN if self.width() < theme().px(_NARROW) else ())

    # --- acting ------------------------------------------------------------------------------

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.exec(self._add_button.mapToGlobal(QPoint(0, self._add_button.height())))
        menu.deleteLater()

    def _add(self, words: str, kit_code: str = "") -> Any:
        made = self._workspace.act(service.add_communication, words, False, kit_code)
        if made is not None:
            self._table.select(made.id)
        return made

    def _ask(self) -> None:
        dialog = AskWords(
            _("Add a message"), _("What is to be said"), "", _("Add"), self._add, self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, _MESSAGE)),
        )  # fmt: skip
        if run(dialog, self._workspace):
            self._panel.focus_fields()

    def _on_card(self, code: str, _checked: bool = False) -> None:
        self._choose(code)
        self._panel.focus_text()

    def _show_chosen(self) -> None:
        reader, today = self._workspace.reader, self._workspace.today()
        for code, card in self._cards.items():
            card.setProperty("chosen", code == self._chosen)
        if isinstance(self._chosen, str):
            self._panel.show_ready(self._chosen, service.ready_text(reader, self._chosen, today))
            return
        message = self._table.rows.row_with(self._chosen) if self._chosen is not None else None
        if message is None:
            self._chosen = None
            self._panel.show_nothing()
        else:
            self._panel.show_message(message, service.message_text(reader, message, today))


def _card(name: str, limit: int) -> PlainButton:
    return PlainButton(f"{name} ({length_words(limit)})" if limit else name, "document")


def _means_state(state: str) -> str:
    return {"published": _("done"), "planned": _("planned"), "none": _("nothing planned")}[state]
