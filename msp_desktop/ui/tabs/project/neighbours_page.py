"""The page « Communes voisines »: what each has lived through, read side by side."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.neighbours import NeighbourTown
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import neighbours as service
from msp_desktop.ui.dialogs.ask_words import AskWords
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.project.neighbour_grid import NeighbourGrid
from msp_desktop.ui.tabs.project.neighbour_panel import NeighbourPanel
from msp_desktop.ui.widgets.buttons import MainButton
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

_TOWN = "neighbour-town"


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return NeighboursPage(workspace)


class NeighboursPage(Page):
    """What neighbouring towns have lived through, a column each; a target is a town's id."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._chosen: int | None = None
        self._towns: list[NeighbourTown] = []
        self._add_button = MainButton(_("Add a town"), "plus")
        self.main = self._add_button
        self._grid = NeighbourGrid()
        self._panel = NeighbourPanel(workspace)
        self.panel = self._panel
        self._empty = EmptyPage(
            "place",
            _("What have the neighbours lived through?"),
            _("A town whose team is together knows what helped and what cost time: note it, and compare."),
            _("Add a town"),
        )
        self._pages = QStackedWidget()
        beside = column(
            Label(_("Side by side, the nearest first."), tone="soft", wrap=True),
            framed(self._grid),
            spacing=6,
        )
        beside.setStretch(1, 1)
        self._pages.addWidget(holder(beside))
        self._pages.addWidget(scrolled(self._empty, _("Neighbouring towns")))
        self.setLayout(column(self._pages))
        self._add_button.clicked.connect(self._ask)
        self._empty.request_start.connect(self._ask)
        self._panel.delete.clicked.connect(self._take_out)
        self._grid.chosen.connect(self._choose)
        self._grid.opened.connect(lambda _key: self._panel.form.focus_first())
        self._grid.request_delete.connect(lambda _key: self._take_out())
        lock(workspace, self._add_button, self._empty.button)
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the towns again where a change concerns them."""
        if not touches(records, NeighbourTown, Assignment, Person):
            return
        self._towns = service.neighbours(self._workspace.reader)
        self._pages.setCurrentIndex(0 if self._towns else 1)
        self._show_chosen()

    def show_target(self, target: Any) -> None:
        """Choose a town by its id; begin again with a town being added."""
        if target == _TOWN:
            self._ask()
        elif isinstance(target, int):
            self._choose(target)

    def target(self) -> Any:
        """Return the town chosen."""
        return self._chosen

    def place_of(self, key: DraftKey) -> Any:
        """Return the town words wait for."""
        if key.kind == "dialog" and key.attribute == _TOWN:
            return _TOWN
        return key.id if key.kind == NeighbourTown.__name__ else None

    def paper(self) -> tuple[str, int | None]:
        """Return the road on paper."""
        return "path", None

    def focus_main(self) -> None:
        """Put the keyboard on the towns, or on the button of the empty page."""
        (self._grid if self._towns else self._empty.button).setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, words: str) -> Any:
        made = self._workspace.act(service.add_neighbour, words, self._workspace.today())
        if made is not None:
            self._choose(made.id)
        return made

    def _ask(self, _checked: bool = False) -> None:
        dialog = AskWords(
            _("Add a town"), _("Name of the town"), "", _("Add"), self._add, self,
            keep=(self._workspace.kept, DraftKey("dialog", 0, _TOWN)),
        )  # fmt: skip
        if run(dialog, self._workspace):
            self._panel.form.focus_first(empty=True)

    def _take_out(self, _checked: bool = False) -> None:
        if self._chosen is not None:
            self._workspace.act(service.delete_neighbours, [self._chosen])

    def _choose(self, key: int) -> None:
        self._workspace.flush()
        self._chosen = key
        self._show_chosen()

    def _show_chosen(self) -> None:
        town = next((one for one in self._towns if one.id == self._chosen), self._towns[0] if self._towns else None)
        self._chosen = town.id if town is not None else None
        self._grid.show_towns(self._towns, self._chosen)
        self._panel.show_town(town)
