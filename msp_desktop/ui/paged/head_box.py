"""The heads of the pages with their buttons: beside the heads where there is room, else together on a line under them."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.ui.widgets.folding import Fitted
from msp_desktop.ui.widgets.layouts import row

_BESIDE, _UNDER = 8, 12


class HeadBox(Fitted):
    """Two lines of heads, `mains` at the right of the first and `tools` at the right of the second.

    Buttons that have no room beside the width their line would like go to one line under both.
    """

    def __init__(self, first: QLayout, second: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mains, self.tools = row(spacing=0), row(spacing=0)
        self._lines = ((first, self.mains, row()), (second, self.tools, row()))
        self._under = row(spacing=_BESIDE)
        self._under.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(_UNDER)
        box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # the buttons give way
        for heads, buttons, line in self._lines:
            line.addLayout(heads, 1)
            line.addLayout(buttons)
            box.addLayout(line)
        box.addLayout(self._under)

    @override
    def fit(self) -> None:
        """Put each button where it has room."""
        for index, (heads, buttons, line) in enumerate(self._lines):
            beside = heads.sizeHint().width() + _BESIDE + buttons.sizeHint().width() <= self.width()
            self._move(buttons, line if beside else self._under, index)

    def _move(self, buttons: QHBoxLayout, to: QHBoxLayout, index: int) -> None:
        at = buttons.parent()
        if at is to:
            return
        assert isinstance(at, QHBoxLayout)
        at.removeItem(buttons)
        buttons.setParent(None)
        if to is self._under:
            to.insertLayout(0 if index == 0 else to.count() - 1, buttons)
        else:
            to.addLayout(buttons)

    @override
    def minimumSizeHint(self) -> QSize:
        least = max(max(heads.minimumSize().width(), own.minimumSize().width()) for heads, own, _line in self._lines)
        return QSize(least, super().minimumSizeHint().height())
