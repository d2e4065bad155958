"""A table among the other things of a panel: as high as its rows, and no higher than some of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.widgets.record_table import RecordTable

#: Rows in sight at most, where it is not said; beyond, the table scrolls.
IN_SIGHT = 12


class SmallTable(RecordTable):
    """A table that takes the height its rows ask for; hidden where there are none."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        drafts: Drafts | None = None,
        parent: QWidget | None = None,
        *,
        in_sight: int = IN_SIGHT,
    ) -> None:
        super().__init__(name, columns, parent, sortable=False, drafts=drafts)
        self._in_sight = in_sight
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def show_rows(self, values: Sequence[Any]) -> None:
        """Show these rows."""
        super().show_rows(values)
        frame = self.parentWidget()
        if frame is not None:
            frame.setVisible(bool(values))
        self._give_height()

    def _give_height(self) -> None:
        rows = min(self._in_sight, len(self.rows.rows()))
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if self.horizontalHeader().length() > self.viewport().width() > 0 else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + rows * self.verticalHeader().defaultSectionSize() + below + 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_height()
