"""The pages of the window: the tabs of the open dossier, each made when first shown, or one page that is about none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from msp_desktop.domain.tabs import TAB_KEYS
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.shell.alone import AlonePage
from msp_desktop.ui.tab import Tab, make_tab
from msp_desktop.ui.workspace import Workspace


class TabPages(QStackedWidget):
    """Show one page at a time; a tab that nobody looks at is refreshed when it is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: dict[str, Tab] = {}
        #: What has changed since a hidden tab was last refreshed (an empty set: everything).
        self._stale: dict[str, frozenset[type[Any]]] = {}
        self._alone: QWidget | None = None
        self._gives_way = False

    def made(self) -> dict[str, Tab]:
        """Return the tabs made so far, by key."""
        return dict(self._tabs)

    def tab(self, name: str, workspace: Workspace) -> Tab:
        """Return a tab, made where it was never shown."""
        page = self._tabs.get(name)
        if page is None:
            page = self._tabs[name] = make_tab(name, workspace)
            self.addWidget(page)
        return page

    def show_tab(self, name: str, workspace: Workspace) -> Tab:
        """Show a tab as the dossier is now, and return it."""
        page = self.tab(name, workspace)
        workspace.flush()  # while the tab left is still the one that is refreshed
        stale = self._stale.pop(name, None)
        if stale is not None:
            page.refresh(stale)
        if page.gives_way is not self._gives_way:
            page.give_way(self._gives_way)
        self.setCurrentWidget(page)
        return page

    def give_way(self, given: bool) -> None:
        """Have the tab in view, and each one shown later, hide its own panel or show it again."""
        self._gives_way = given
        for page in self._tabs.values():
            if page is self.currentWidget():
                page.give_way(given)

    def show_beside(self, page: QWidget) -> None:
        """Show a page that is no tab while the dossier stays open; the tabs are refreshed when one goes back."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)

    def show_alone(self, page: QWidget) -> None:
        """Show a page that is about no open dossier, in place of the one before."""
        if self._alone is not None:
            if isinstance(self._alone, AlonePage):
                self._alone.leave()
            self.removeWidget(self._alone)
            self._alone.hide()
            self._alone.deleteLater()
        self._alone = page
        self.addWidget(page)
        self.setCurrentWidget(page)

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Have the tab in view show what changed, the others when they are shown: an edit holds the window up for one."""
        for name, page in list(self._tabs.items()):
            if page is self.currentWidget():
                page.refresh(records)
            else:
                before = self._stale.get(name, records)
                self._stale[name] = before | records if before and records else frozenset()

    def take_down(self) -> None:
        """Delete the tabs: the dossier is closed, or they are laid out anew."""
        self._stale.clear()
        for name in list(self._tabs):
            page = self._tabs.pop(name)
            self.removeWidget(page)
            page.hide()
            page.deleteLater()

    def drop_hidden(self) -> None:
        """Delete at once the tabs out of view; what is typed in them must have been written."""
        for name, page in list(self._tabs.items()):
            if page is not self.currentWidget():
                del self._tabs[name]
                self._stale.pop(name, None)
                self.removeWidget(page)
                page.deleteLater()
                QCoreApplication.sendPostedEvents(page, QEvent.Type.DeferredDelete.value)

    def with_widget(self, widget: QWidget) -> str | None:
        """Return the key of the tab a widget stands in."""
        return next((name for name, page in self._tabs.items() if page.isAncestorOf(widget)), None)

    def place_of(self, key: DraftKey, workspace: Workspace) -> tuple[str, Any] | None:
        """Return the tab that shows the record words wait for, and what it is asked to show; None where none does."""
        for name in TAB_KEYS:
            target = self.tab(name, workspace).place_of(key)
            if target is not None:
                return name, target
        return None

    @override
    def minimumSizeHint(self) -> QSize:
        # Of the page shown alone: Qt would give it the room of the largest.
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()
