"""The commune's coat of arms or logo in the header, or its own mark; its room kept before it is drawn."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.after_paint import after_paint
from msp_desktop.ui.widgets.own_arms import own_arms

#: The room of a picture in the header, in pixels at 100 %: a logo may be three times as wide as a coat of arms.
HEIGHT, WIDEST = 34, 136


class Arms(QLabel):
    """A picture drawn after the first paint, the commune's own mark where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: bytes | None = b""
        self._mark = ""
        self._waits = False
        self.show_arms(None)

    def show_arms(self, data: bytes | None, mark: str = "") -> None:
        """Show a picture file's content, without one the mark; what is shown already is not drawn again."""
        if (data, mark) != (self._data, self._mark):
            self._data, self._mark = data, mark
            self.dress()

    def dress(self) -> None:
        """Keep the room the picture takes at this text size; draw it once the window is painted."""
        room = QSize(theme().px(WIDEST), theme().px(HEIGHT))
        natural = _size_of(self._data)
        self.setFixedSize(natural.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        if not self._waits:
            self._waits = True
            after_paint(self, self._draw)

    def _draw(self) -> None:
        self._waits = False
        ratio = self.devicePixelRatioF()
        picture = QPixmap()
        if not (self._data and picture.loadFromData(self._data)):
            self.setPixmap(own_arms(self._mark, self.height(), ratio))
            return
        shown = picture.scaled(
            self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)


def _size_of(data: bytes | None) -> QSize:
    """Return a picture's own size, read from its first bytes; a square where it has none."""
    if data:
        content = QByteArray(data)
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        size = QImageReader(buffer).size()
        if size.isValid() and not size.isEmpty():
            return size
    return QSize(HEIGHT, HEIGHT)
