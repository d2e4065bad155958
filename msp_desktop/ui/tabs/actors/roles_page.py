"""The page « Rôles »: the table, and beside it the cell chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget

from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.people import Person
from msp_desktop.domain.roles import Role, RoleParty, RoleShare, RoleTable, Share
from msp_desktop.i18n import _
from msp_desktop.services import roles as service
from msp_desktop.services.roles import share_words
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.actors.role_grid import RoleGrid
from msp_desktop.ui.tabs.actors.role_model import GLYPHS
from msp_desktop.ui.tabs.actors.role_panel import RolePanel
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (Role, RoleParty, RoleShare, Assignment, Person, HealthProfessional)
#: The dialogs of a new line and of a new column, for words that outlive the program.
_LINE, _COLUMN = "role-line", "role-column"


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return RolesPage(workspace)


class RolesPage(Page):
    """Responsibility by responsibility, who leads, who takes part, who is kept informed.

    A target is a responsibility's id, or its id and a party's.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._table = RoleTable()
        self._add = MainButton(_("Add a line"), "plus")
        self.main = self._add
        self._grid = RoleGrid(workspace, self._reword)
        self._panel = RolePanel(workspace)
        self.panel = self._panel
        self._column = LinkButton(_("Add a column"), "plus")
        self._print = PlainButton(_("Print"), "print")
        self._pages = QStackedWidget()
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the table again where a change concerns it."""
        if not touches(records, *_SHOWN):
            return
        self._table = service.role_table(self._workspace.reader)
        self._pages.setCurrentIndex(1 if self._table.rows else 0)
        self._grid.show_table(self._table)
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose a responsibility, or a cell; begin again with the words of a line or a column being added."""
        if target in (_LINE, _COLUMN):
            self._ask_line() if target == _LINE else self._ask_column()
        elif isinstance(target, tuple):
            self._grid.choose(*target)
        elif isinstance(target, int):
            self._grid.choose(target)

    def target(self) -> Any:
        """Return the cell chosen."""
        role_id, party_id = self._grid.chosen()
        return role_id if party_id is None else (role_id, party_id)

    def place_of(self, key: DraftKey) -> Any:
        """Return the line or the cell words wait for."""
        if key.kind == "dialog" and key.attribute in (_LINE, _COLUMN):
            return key.attribute
        if key.kind == RoleParty.__name__:
            return (self._table.rows[0].id, key.id) if self._table.rows else None
        if key.kind == RoleShare.__name__:
            if isinstance(key.id, tuple):
                return key.id
            share = self._workspace.reader.find(RoleShare, id=key.id)
            return (share.role_id, share.party_id) if share is not None else None
        return key.id if key.kind in (Role.__name__, _("Roles")) else None

    def paper(self) -> tuple[str, int | None]:
        """Return the table of roles."""
        return "roles", None

    def focus_main(self) -> None:
        """Put the keyboard in the table, or on the button of the empty page."""
        if self._table.rows:
            self._grid.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._empty.button.setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._empty = EmptyPage(
            "people",
            _("Who does what"),
            _("Responsibility by responsibility, who leads, who takes part, who is kept informed.")
            + " "
            + _("The responsibilities proposed are not in the kit: decide them together."),
            _("Begin with the responsibilities proposed"),
            _("Begin with a line of our own"),
        )
        head = Folding(
            row(Label(_("Who does what, decided together"), tone="soft"), -1), row(self._column, self._print, -1)
        )
        keys = hint(_keys_words())
        table = holder(column(head, framed(self._grid), keys, spacing=8))
        self._pages.addWidget(scrolled(self._empty, _("Who does what")))
        self._pages.addWidget(table)
        self.setLayout(column(self._pages))

    def _wire(self) -> None:
        self._empty.request_start.connect(lambda: self._workspace.act(service.propose_roles))
        self._empty.request_other.connect(lambda _index: self._ask_line())
        self._add.clicked.connect(self._ask_line)
        self._column.clicked.connect(self._ask_column)
        self._print.clicked.connect(lambda: self._workspace.request_papers.emit(("roles",), None))
        lock(self._workspace, self._empty.button, self._add, self._column)
        self._grid.selected.connect(lambda *_cell: self._show_chosen())
        self._grid.request_share.connect(self._set_share)
        self._grid.request_delete.connect(lambda role_id: self._workspace.act(service.delete_roles, [role_id]))
        self._grid.request_move.connect(lambda role_id, by: self._workspace.act(service.move_role, role_id, by))
        self._grid.request_menu.connect(self._open_menu)
        self._panel.request_share.connect(lambda share: self._set_share(*self._grid.chosen(), share))
        self._panel.request_act.connect(self._act)

    # --- showing -----------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        self._panel.show_cell(self._table, *self._grid.chosen())

    def menu(self) -> QMenu:
        """Return what one may do with the cell chosen."""
        menu = QMenu(self)
        role_id, party_id = self._grid.chosen()
        if party_id is not None:
            for share, keys in (
                (Share.LEADS, "M"),
                (Share.TAKES_PART, "P"),
                (Share.INFORMED, "A"),
                (Share.NONE, "Del"),
            ):
                entry = menu.addAction(f"{share_words(share)}\t{keys}")
                entry.triggered.connect(lambda _on, chosen=share: self._set_share(role_id, party_id, chosen))
            menu.addSeparator()
        for words, act in self._acts(party_id is not None):
            menu.addAction(words).triggered.connect(lambda _on, name=act: self._act(name))
        for entry in menu.actions():
            lock(self._workspace, entry)
        return menu

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.exec(place)
        menu.deleteLater()

    @staticmethod
    def _acts(of_party: bool) -> list[tuple[str, str]]:
        line = [
            (_("Reword"), "reword"), (_("Up"), "up"), (_("Down"), "down"), (_("Take the line out"), "delete"),
        ]  # fmt: skip
        party = [
            (_("Rename the column"), "rename-party"), (_("To the left"), "left"), (_("To the right"), "right"),
            (_("Take the column out"), "delete-party"),
        ]  # fmt: skip
        return line + (party if of_party else [])

    # --- acting ------------------------------------------------------------------------------

    def _reword(self, role_id: int, words: str) -> None:
        self._workspace.attempt(service.update_role, role_id, Change(Role, responsibility=words.strip()))

    def _set_share(self, role_id: int | None, party_id: int | None, share: Share) -> None:
        if role_id is not None and party_id is not None and not self._workspace.read_only:
            self._workspace.act(service.set_share, role_id, party_id, share)

    def _act(self, name: str) -> None:
        role_id, party_id = self._grid.chosen()
        if name == "action":
            action = self._workspace.reader.find(Action, kit_code="definir-roles")
            self._workspace.request_tab.emit("timeline", action.id if action else None)
        elif role_id is None:
            return
        elif name == "reword":
            self._grid.choose(role_id)
            self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self._grid.edit(self._grid.currentIndex())
        elif name in ("up", "down"):
            self._workspace.act(service.move_role, role_id, -1 if name == "up" else 1)
        elif name == "delete":
            self._workspace.act(service.delete_roles, [role_id])
        elif party_id is not None:
            self._act_on_party(name, party_id)

    def _act_on_party(self, name: str, party_id: int) -> None:
        if name in ("left", "right"):
            self._workspace.act(service.move_party, party_id, -1 if name == "left" else 1)
        elif name == "delete-party":
            self._workspace.act(service.delete_party, party_id)
        else:
            before = self._table.parties[self._table.place_of(party_id)].name
            dialog = AskWords(
                _("Rename the column"), _("Who it is"), "", _("Rename"),
                lambda words: self._workspace.attempted(service.rename_party, party_id, words), self, words=before,
            )  # fmt: skip
            run(dialog, self._workspace)

    def _ask_line(self) -> None:
        self._ask(_("Add a line"), _("A new responsibility"), service.add_role, _LINE)

    def _ask_column(self) -> None:
        self._ask(_("Add a column"), _("Who it is: a body, a group"), service.add_party, _COLUMN)

    def _ask(self, heading: str, label: str, act: Callable[..., Any], name: str) -> None:
        dialog = AskWords(
            heading, label, "", _("Add"), lambda words: self._workspace.act(act, words), self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, name)),
        )  # fmt: skip
        if not run(dialog, self._workspace):
            return
        self._grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if name == _LINE:
            self._grid.choose(dialog.outcome.id)
        elif self._table.rows:
            role_id, _party = self._grid.chosen()
            self._grid.choose(role_id or self._table.rows[0].id, dialog.outcome.id)


def _keys_words() -> str:
    letters = ", ".join(f"{keys} {share_words(share)}" for share, keys in zip(GLYPHS, "MPA", strict=True))
    return _("Arrows go from cell to cell. {letters}, Del clears, Enter goes down.").format(letters=letters)
