"""What the window asks of a tab, and how it makes one."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.journal import Begin

if TYPE_CHECKING:
    from msp_desktop.ui.drafts import DraftKey
    from msp_desktop.ui.workspace import Workspace


class Tab(QWidget):
    """A page of the window: it reads through services, writes through the workspace, knows no other tab."""

    #: Whether one of the window's panels stands where the tab's own does.
    gives_way = False

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read again what these records concern (an empty set: everything) and show it."""
        raise NotImplementedError

    def show_target(self, target: Any) -> None:
        """Show one thing of this tab: an id or a code the tab understands, None for its first view."""
        raise NotImplementedError

    def target(self) -> Any:
        """Return what is shown now, as `show_target` takes it; None where there is but one thing to show."""
        return None

    def place_of(self, key: DraftKey) -> Any:
        """Return what `show_target` takes to show the record words wait for; None where it is not one of this tab."""
        return None

    def own_panel(self) -> QWidget | None:
        """Return the panel at the right of this tab, None where there is none now."""
        return None

    def give_way(self, given: bool) -> None:
        """Hide the tab's own panel while one of the window's stands there, or show it again."""
        self.gives_way = given
        panel = self.own_panel()
        if panel is not None:
            panel.setVisible(not given)

    def show_field(self, key: DraftKey) -> bool:
        """Bring a field of a record into view, to be found by `ui.search.arrival`; tell whether this tab shows it."""
        target = self.place_of(key)
        if target is None:
            return False
        self.show_target(target)
        return True

    def in_view(self) -> Begin:
        """Return whom or what is in view, for an exchange that is noted now."""
        return Begin()

    def paper(self) -> tuple[str, int | None]:
        """Return the document Ctrl+P prints here: its key, and the meeting's id for a meeting's paper."""
        raise NotImplementedError

    def focus_main(self) -> None:
        """Put the keyboard where work starts in this tab."""
        raise NotImplementedError


def make_tab(key: str, workspace: Workspace) -> Tab:
    """Return a new tab, its package imported only now."""
    made: Tab = import_module(f"msp_desktop.ui.tabs.{key}.tab").make(workspace)
    return made
