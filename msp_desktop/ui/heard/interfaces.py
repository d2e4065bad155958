"""What is told of a title, of a group, of a picture, and of painted items."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast
from weakref import ref

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from msp_desktop.ui.heard import DECORATION, GRAPHIC, GROUP, HEADING, ITEMS
from msp_desktop.ui.heard.items import Item, Painter


class Heading(QAccessibleWidget):
    """The title of a page or of a part of it."""

    def __init__(self, label: QWidget) -> None:
        super().__init__(label, QAccessible.Role.Heading)

    @override
    def childCount(self) -> int:
        return 0

    @override
    def text(self, kind: QAccessible.Text) -> str:
        widget = self.widget()
        if kind == QAccessible.Text.Name:
            return widget.accessibleName() or str(widget.property("text") or "")
        return widget.accessibleDescription() if kind == QAccessible.Text.Description else ""


class Group(QAccessibleWidget):
    """Widgets that belong together."""

    def __init__(self, holder: QWidget) -> None:
        super().__init__(holder, QAccessible.Role.Grouping)


class Graphic(QAccessibleWidget):
    """A picture of figures."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture, QAccessible.Role.Graphic)


class Decoration(QAccessibleWidget):
    """A picture beside words that say it all."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture, QAccessible.Role.Graphic)

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        # A bit field. Screen readers go past what is not there to be seen.
        state.invisible = 1
        return state


class Items(QAccessibleWidget):
    """A picture of things one may choose, as a list of them."""

    def __init__(self, picture: QWidget) -> None:
        super().__init__(picture, QAccessible.Role.List)
        self._picture = picture
        self._items: list[_Item] = []

    @override
    def childCount(self) -> int:
        return len(_painted(self._picture))

    @override
    def child(self, index: int) -> QAccessibleInterface:
        if not 0 <= index < self.childCount():
            return cast("QAccessibleInterface", None)
        while len(self._items) <= index:
            self._items.append(_Item(self._picture, len(self._items)))
        return self._items[index]

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((one.index for one in self._items if one is child), -1)

    @override
    def focusChild(self) -> QAccessibleInterface:
        chosen = next((number for number, item in enumerate(_painted(self._picture)) if item.chosen), -1)
        return self.child(chosen)


def _painted(picture: QWidget) -> Sequence[Item]:
    return cast("Painter", picture).heard_items() if isValid(picture) else ()


class _Item(QAccessibleInterface):
    """The thing that is painted at one place of the order."""

    #: Each one ever made. Qt keeps what it was once given, and may ask it at any time: it must not go with its picture.
    kept: ClassVar[list[_Item]] = []

    def __init__(self, picture: QWidget, index: int) -> None:
        super().__init__()
        self._picture, self.index = ref(picture), index
        self.kept.append(self)

    def _item(self) -> Item | None:
        picture = self._picture()
        items = _painted(picture) if picture is not None else ()
        return items[self.index] if self.index < len(items) else None

    @override
    def isValid(self) -> bool:
        return self._item() is not None

    @override
    def object(self) -> QObject:
        return cast("QObject", None)

    @override
    def parent(self) -> QAccessibleInterface:
        picture = self._picture()
        if picture is None or not isValid(picture):
            return cast("QAccessibleInterface", None)
        return QAccessible.queryAccessibleInterface(picture)

    @override
    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    @override
    def rect(self) -> QRect:
        item, picture = self._item(), self._picture()
        if item is None or picture is None:
            return QRect()
        return QRect(picture.mapToGlobal(item.box.topLeft()), item.box.size())

    @override
    def text(self, kind: QAccessible.Text) -> str:
        item = self._item()
        return item.words if item is not None and kind == QAccessible.Text.Name else ""

    @override
    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing is typed in a picture."""

    @override
    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        item = self._item()
        # Bit fields: Python sets them as numbers.
        state.selectable = state.focusable = 1
        if item is not None and item.chosen:
            state.selected = 1
            picture = self._picture()
            state.focused = int(picture is not None and picture.hasFocus())
        return state

    @override
    def childCount(self) -> int:
        return 0

    @override
    def child(self, index: int) -> QAccessibleInterface:
        return cast("QAccessibleInterface", None)

    @override
    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    @override
    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return cast("QAccessibleInterface", None)


KINDS = {DECORATION: Decoration, HEADING: Heading, GROUP: Group, GRAPHIC: Graphic, ITEMS: Items}
