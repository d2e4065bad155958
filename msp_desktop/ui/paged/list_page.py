"""A page made of one table, and of the panel that shows what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.workspace import Workspace


class ListPage(Page):
    """What is chosen in `_table` is what the panel shows; where the table has no row, `_pages` shows the empty page.

    A target is a row's key.
    """

    _table: RecordTable
    _empty: EmptyPage

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._chosen: Any = None
        self._pages = QStackedWidget()

    def target(self) -> Any:
        """Return what is chosen."""
        return self._chosen

    def focus_main(self) -> None:
        """Put the keyboard in the table, or on the button of the empty page."""
        self._empty.focus_or(self._table, bool(self._pages.currentIndex()))

    def _wire_table(self, delete: Callable[..., Any]) -> None:
        """Have the panel follow the table, and Delete take out the rows chosen by this service."""
        self._table.selected.connect(self._choose)
        self._table.clicked.connect(lambda _index: self._choose(self._table.chosen_id()))
        self._table.request_delete.connect(lambda ids: self._workspace.act(delete, ids))

    def _choose_row(self, key: Any) -> None:
        self._table.select(key)
        self._choose(key)

    def _choose(self, key: Any) -> None:
        self._workspace.flush()
        self._chosen = key
        self._show_chosen()

    def _show_chosen(self) -> None:
        raise NotImplementedError
