"""Search in the window: what is typed in the field, the page that shows what is found, and the way back."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from msp_desktop.db.reader import Reader
from msp_desktop.domain.search import terms
from msp_desktop.domain.search_index import Place
from msp_desktop.formats.numbers import number
from msp_desktop.i18n import ngettext
from msp_desktop.services.search import DossierIndex
from msp_desktop.services.search_results import ResultCard, ResultRow, result_card, result_row
from msp_desktop.ui.search.arrival import arrive
from msp_desktop.ui.search.field import SearchField
from msp_desktop.ui.search.page import SearchPage
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from msp_desktop.db.changes import ChangeSet
    from msp_desktop.ui.main_window import MainWindow

T = TypeVar("T")

#: How long the index is made in one turn of the event loop, in seconds, and the milliseconds before each turn.
_SLICE, _TURN = 0.006, 5
#: How often, in seconds, what is found so far is shown while the dossier is being read.
_SHOWN = 0.3


class Finder(QObject):
    """The search of the dossier open in a window."""

    def __init__(self, window: MainWindow, field: SearchField) -> None:
        super().__init__(window)
        self._window, self._field = window, field
        self._workspace: Workspace | None = None
        self._index = DossierIndex(self._reader)
        self._page: SearchPage | None = None
        self._came_from: QWidget | None = None
        self._told = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(_TURN)
        self._timer.timeout.connect(self._read_on)
        field.textEdited.connect(self.typed)
        field.down.connect(self._on_down)
        field.entered.connect(self._on_entered)
        field.left.connect(self.go_back)

    def open_on(self, workspace: Workspace) -> None:
        """Search a dossier just opened; nothing of it is read before somebody searches."""
        self._workspace = workspace
        workspace.stepped.connect(self._follow)

    def close(self) -> None:
        """Let go of the dossier, and of all that was read of it."""
        self.take_down()
        self._workspace, self._came_from = None, None
        self._index = DossierIndex(self._reader)
        self._field.clear()

    def take_down(self) -> None:
        """Delete the page: the dossier is closed, or everything is laid out anew."""
        self._timer.stop()
        page, self._page = self._page, None
        if page is not None:
            self._window.tab_bar.lend_field(None)
            page.hide()
            page.deleteLater()

    @property
    def shown(self) -> bool:
        """Tell whether the page of results is in view."""
        return self._page is not None and self._window.current_page() is self._page

    def begin(self) -> None:
        """Put the keyboard in the field; what was looked for last is shown again."""
        if self._workspace is None:
            return
        if self._field.isVisible():
            self._field.setFocus()
        self._remember()
        if self._field.text().strip() or not self._field.isVisible():
            self._show()
        self._field.setFocus()
        self._field.selectAll()

    def typed(self, text: str) -> None:
        """Search what stands in the field."""
        if text.strip() or self.shown:
            self._remember()
            self._show()

    def go_back(self) -> None:
        """Go back to where one was."""
        if self.shown:
            self._window.leave_search()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()
        elif (tab := self._window.current_tab()) is not None:
            tab.focus_main()

    # --- inside ------------------------------------------------------------------------------------

    def _reader(self) -> Reader:
        assert self._workspace is not None
        return self._workspace.reader

    def _remember(self) -> None:
        if not self.shown:
            self._came_from = self._field.before

    def _made_page(self) -> SearchPage:
        if self._page is None:
            self._page = SearchPage(self._row, self._card)
            self._page.opened.connect(self._arrive)
            self._page.left.connect(self.go_back)
            self._page.up.connect(self._field.setFocus)
        return self._page

    def _show(self) -> None:
        if self._workspace is None:
            return
        page = self._made_page()
        if not self.shown:
            self._workspace.flush()
            self._window.show_search(page)
        self._timer.start()
        self._find()

    def _on_down(self) -> None:
        if not self.shown:
            self._show()
        if self._page is not None:
            self._page.focus_list()

    def _on_entered(self) -> None:
        if not self.shown:
            self._show()
        if self._page is not None:
            self._page.list.open_chosen()

    def _find(self) -> None:
        """Show what the words in the field find."""
        self._work()
        query, whole = self._field.text(), self._index.ready
        found = self._index.find(query)
        self._told = time.monotonic()
        self._made_page().show_found(query, found, whole=whole)
        if whole and query.strip():
            words = ngettext("{count} text found", "{count} texts found", found.count)
            self._window.say(words.format(count=number(found.count)))

    def _read_on(self) -> None:
        """Read a little more of the dossier, while the page is in view."""
        if not self.shown or self._index.ready:
            self._timer.stop()
            return
        self._work()
        if self._index.ready or time.monotonic() - self._told > _SHOWN:
            self._find()

    def _work(self) -> None:
        """Read of the dossier what can be read in one turn."""
        until = time.monotonic() + _SLICE
        while not self._index.ready and time.monotonic() < until:
            if not self._try(lambda: (self._index.step(),)):
                self._timer.stop()
                return

    def _try(self, read: Callable[[], T]) -> T | None:
        """Return what is read; None where the file turns out damaged, which is said."""
        assert self._workspace is not None
        return self._workspace.attempt(lambda _store: read())

    def _follow(self, change: ChangeSet) -> None:
        self._try(lambda: self._index.follow(change))
        if self.shown:
            self._timer.start()

    def _row(self, place: Place) -> ResultRow | None:
        today, asked = self._window.clock().date(), terms(self._field.text())
        return self._try(lambda: result_row(self._reader(), place, asked, today))

    def _card(self, place: Place) -> ResultCard | None:
        today, asked = self._window.clock().date(), terms(self._field.text())
        return self._try(lambda: result_card(self._reader(), place, asked, today))

    def _arrive(self, place: Place) -> None:
        if self._workspace is not None:
            arrive(self._window, self._workspace, place, terms(self._field.text()))
