"""Arrangements used everywhere: columns, rows, labelled fields, scrolled panes, frames."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.sizes import PAGE

L = TypeVar("L", bound=QBoxLayout)


def column(
    *items: QWidget | QLayout | int, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8
) -> QVBoxLayout:
    """Return items one under the other; a number is a gap in pixels, -1 a stretch."""
    return _filled(QVBoxLayout(), items, margins, spacing)


def row(
    *items: QWidget | QLayout | int, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 8
) -> QHBoxLayout:
    """Return items side by side; a number is a gap in pixels, -1 a stretch."""
    return _filled(QHBoxLayout(), items, margins, spacing)


def field(label: str, widget: QWidget, hint: QWidget | None = None, *, tall: bool = False) -> QVBoxLayout:
    """Return a field with its label above and its hint under it; a tall one takes the height there is."""
    words = Label(label, tone="soft")
    words.setBuddy(widget)
    box = column(words, widget, spacing=4)
    if hint is not None:
        box.addWidget(hint)
    if tall:
        box.setStretch(1, 1)
    else:
        box.addStretch(0)
    return box


def holder(layout: QLayout, name: str = "transparent") -> QWidget:
    """Return a widget that holds a layout."""
    widget = QWidget()
    widget.setObjectName(name)
    widget.setLayout(layout)
    return widget


def page_of_fields(layout: QLayout, name: str = "scrolled") -> QWidget:
    """Return a widget that holds what is typed in, no wider than is read with ease: a large screen leaves the rest empty."""
    widget = holder(layout, name)
    widget.setMaximumWidth(theme().px(PAGE))
    return widget


def framed(content: QWidget) -> QFrame:
    """Return a rounded frame around a frameless view."""
    frame = QFrame()
    frame.setObjectName("framed")
    box = QVBoxLayout(frame)
    box.setContentsMargins(1, 1, 1, 1)
    box.addWidget(content)
    return frame


def scrolled(content: QWidget, name: str = "") -> QScrollArea:
    """Return a pane that scrolls its content up and down, never sideways."""
    area = _Pane()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if content.objectName() == "":
        content.setObjectName("scrolled")
    area.setAccessibleName(name)
    area.setWidget(content)
    area.let_go()
    return area


def settle_pane(area: QScrollArea) -> None:
    """Have a pane be as high as what was just put into it: by itself it keeps the height it had, and squeezes it."""

    def settle() -> None:
        content = area.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            layout.activate()
            QCoreApplication.postEvent(area, QEvent(QEvent.Type.LayoutRequest))

    QTimer.singleShot(0, area, settle)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            break
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            clear(inner)
            inner.deleteLater()
        elif widget is not None:
            widget.hide()
            widget.deleteLater()


class _Pane(QScrollArea):
    """A pane as wide as its content at the least: what cannot be scrolled to must not be cut."""

    def let_go(self) -> None:
        """Let the content be as high as it is at the width it has.

        Qt would make it as high as at its narrowest, where every sentence folds: an empty page under the last thing.
        """
        content = self.widget()
        if content is None:
            return
        layout = content.layout()
        folds = layout is not None and layout.hasHeightForWidth()
        if content.minimumHeight() != int(folds):
            content.setMinimumHeight(int(folds))

    @override
    def minimumSizeHint(self) -> QSize:
        content = self.widget()
        least = super().minimumSizeHint()
        if content is None or self.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            return least
        room = content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(max(least.width(), room), least.height())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.let_go()
            self.updateGeometry()
        return super().eventFilter(watched, event)


def _filled(box: L, items: tuple[QWidget | QLayout | int, ...], margins: tuple[int, int, int, int], spacing: int) -> L:
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        elif item < 0:
            box.addStretch(1)
        else:
            box.addSpacing(item)
    return box
