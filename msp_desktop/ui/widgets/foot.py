"""The foot of a dialog: every one has its buttons in the same order, at any size of letters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

_GAP = 8


def foot(*last: QWidget, beside: Iterable[QWidget] = (), margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Foot:
    """Return the foot of a dialog: what else can be done at the left; at the right what leaves, then the main button."""
    made = Foot(len(last))
    made.setContentsMargins(*margins)
    for widget in (*beside, *last):
        made.addWidget(widget)
    return made


class Foot(QLayout):
    """Buttons from the left, the `last` ones together at the right; those without room stand on a line of their own."""

    def __init__(self, last: int) -> None:
        super().__init__()
        self._last = last
        self._items: list[QLayoutItem] = []

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        inner = QRect(0, 0, width, 0).marginsRemoved(self.contentsMargins())
        return self._placed(inner, move=False) + self._margins().height()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._placed(rect.marginsRemoved(self.contentsMargins()), move=True)

    @override
    def sizeHint(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + _GAP * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0)) + self._margins()

    @override
    def minimumSize(self) -> QSize:
        hints = [item.minimumSize() for item in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0)) + (
            self._margins()
        )

    def _margins(self) -> QSize:
        around = self.contentsMargins()
        return QSize(around.left() + around.right(), around.top() + around.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, room: int) -> list[tuple[list[QLayoutItem], list[QLayoutItem]]]:
        """Return what stands at the left and at the right of each line."""
        ends = self._items[len(self._items) - self._last :]
        left = _broken([item for item in self._shown() if item not in ends], room)
        right = _broken([item for item in self._shown() if item in ends], room)
        if left and right and len(right) == 1 and _width(left[-1]) + 2 * _GAP + _width(right[0]) <= room:
            return [*((line, []) for line in left[:-1]), (left[-1], right[0])]
        return [*((line, []) for line in left), *(([], line) for line in right)]

    def _placed(self, rect: QRect, *, move: bool) -> int:
        """Return how high the lines are at this width; `move` puts the buttons there."""
        top = rect.top()
        for left, right in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in (*left, *right))
            if move:
                _put(left, rect.left(), top, height, rect.width())
                _put(right, rect.right() + 1 - min(_width(right), rect.width()), top, height, rect.width())
            top += height + _GAP
        return max(0, top - _GAP - rect.top())


def _broken(items: Sequence[QLayoutItem], room: int) -> list[list[QLayoutItem]]:
    """Break a line where the next one has no room."""
    lines: list[list[QLayoutItem]] = []
    for item in items:
        if lines and _width([*lines[-1], item]) <= room:
            lines[-1].append(item)
        else:
            lines.append([item])
    return lines


def _width(line: Sequence[QLayoutItem]) -> int:
    return sum(item.sizeHint().width() for item in line) + _GAP * max(0, len(line) - 1)


def _put(line: Sequence[QLayoutItem], left: int, top: int, height: int, room: int) -> None:
    for item in line:
        hint = item.sizeHint()
        width = min(hint.width(), room)  # a list to choose in may be narrower than its longest choice
        item.setGeometry(QRect(left, top + (height - hint.height()) // 2, width, hint.height()))
        left += width + _GAP
