"""The pages of a PDF, sharp at the screen's density, one or two side by side."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QIODevice, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.theme import theme

#: Room around and between pages, in pixels.
_GAP = 16
#: Pages kept drawn: what two screens can show.
_KEPT = 8
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
#: Pixels of a point at 100 %: Windows counts 96 pixels an inch, PDF 72 points.
_SCREEN = 96 / 72


class PageView(QAbstractScrollArea):
    """Show a document; `zoomed` tells that the scale changed, `turned` which page is at the top (from 1)."""

    zoomed = Signal()
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setObjectName("desk")
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages of the document"))
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._drawn: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._rects: list[QRect] = []
        self._sentence = ""
        self._fixed: float | None = None
        self._whole = False
        self._two = False
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)

    def show_pages(self, content: bytes | None, *, keep_place: bool = False, sentence: str = "") -> None:
        """Show a PDF from its first page, or from where one was; for None, the sentence that says why."""
        scrolled = self.verticalScrollBar().value() if keep_place else 0
        self._sentence = sentence
        self.setAccessibleDescription(sentence)
        self._document.close()
        self._buffer.close()
        self._drawn.clear()
        if content is not None:
            self._buffer.setData(QByteArray(content))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
        self._arrange()
        self.verticalScrollBar().setValue(scrolled)
        self.turned.emit(self.current_page())

    def page_count(self) -> int:
        """Return how many pages the document has."""
        return self._document.pageCount()

    def set_two_pages(self, two: bool) -> None:
        """Show pages two by two, or one under the other."""
        self._two = two
        self._arrange()

    def fit_width(self) -> None:
        """Make the pages as wide as there is room."""
        self._fixed, self._whole = None, False
        self._arrange()

    def fit_page(self) -> None:
        """Make a whole page fit."""
        self._fixed, self._whole = None, True
        self._arrange()

    def zoom(self, by: int) -> None:
        """Go to the next larger or smaller of the usual scales, around what is in the middle."""
        now, middle = self.scale(), self._middle()
        if by > 0:
            self._fixed = next((step for step in ZOOMS if step > now + 0.01), ZOOMS[-1])
        else:
            self._fixed = next((step for step in reversed(ZOOMS) if step < now - 0.01), ZOOMS[0])
        self._arrange()
        bar = self.verticalScrollBar()
        bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def fits(self) -> bool:
        """Tell whether the scale follows the room there is."""
        return self._fixed is None

    def _middle(self) -> float:
        """Return which part of the whole height stands in the middle of the view."""
        bar = self.verticalScrollBar()
        return (bar.value() + bar.pageStep() / 2) / max(1, bar.maximum() + bar.pageStep())

    def scale(self) -> float:
        """Return the scale, 1.0 where a page is as large as on paper (at 96 pixels an inch)."""
        if self._fixed is not None:
            return self._fixed
        widest, highest = self._largest()
        columns = 2 if self._two else 1
        # As wide as there will be room once the bar is there: else the pages would dance.
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.maximumViewportSize().width() - bar - _GAP * (columns + 1)
        scale = max(0.1, room / (widest * columns * _SCREEN))
        if self._whole:
            scale = min(scale, max(0.1, (self.viewport().height() - 2 * _GAP) / (highest * _SCREEN)))
        return float(min(scale, ZOOMS[-1]))

    def current_page(self) -> int:
        """Return the page at the top of the view, from 1."""
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        for number, rect in enumerate(self._rects, 1):
            if rect.bottom() >= top:
                return number
        return max(1, len(self._rects))

    def _largest(self) -> tuple[float, float]:
        sizes = [self._document.pagePointSize(number) for number in range(self.page_count())]
        return max((size.width() for size in sizes), default=595.0), max(
            (size.height() for size in sizes), default=842.0
        )

    def _arrange(self) -> None:
        scale, columns = self.scale() * _SCREEN, 2 if self._two else 1
        widest = round(self._largest()[0] * scale)
        whole = columns * widest + (columns - 1) * _GAP
        left = max(_GAP, (self.viewport().width() - whole) // 2)
        self._rects, top, tallest = [], _GAP, 0
        for number in range(self.page_count()):
            size = self._document.pagePointSize(number)
            rect = QRect(0, top, round(size.width() * scale), round(size.height() * scale))
            rect.moveLeft(left + (number % columns) * (widest + _GAP) + (widest - rect.width()) // 2)
            self._rects.append(rect)
            tallest = max(tallest, rect.height())
            if number % columns == columns - 1 or number == self.page_count() - 1:
                top, tallest = top + tallest + _GAP, 0
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, top - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(theme().px(40))
        self.horizontalScrollBar().setRange(0, max(0, whole + 2 * _GAP - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()
        self.zoomed.emit()

    def _on_scroll(self) -> None:
        self.turned.emit(self.current_page())

    def _page(self, number: int, width: int) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (number, round(width * ratio))
        if key not in self._drawn:
            self._drawn[key] = rendered(self._document, number, key[1])
            self._drawn[key].setDevicePixelRatio(ratio)
            while len(self._drawn) > _KEPT:
                self._drawn.popitem(last=False)
        self._drawn.move_to_end(key)
        return self._drawn[key]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme().color("wash2"))
        moved = (-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for number, rect in enumerate(self._rects):
            shown = rect.translated(*moved)
            if shown.intersects(event.rect()):
                painter.drawImage(QRectF(shown), self._page(number, rect.width()))
                painter.setPen(theme().color("line"))
                painter.drawRect(shown)
        if self._sentence and not self._rects:
            room = self.viewport().rect().adjusted(48, 48, -48, -48)
            painter.setPen(theme().color("ink2"))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._sentence)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._drawn.clear()
        return super().viewportEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        places = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep(),
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep(),
        }
        if event.key() in places:
            bar.setValue(places[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(-1)
        else:
            super().keyPressEvent(event)


def rendered(document: QPdfDocument, number: int, width: int) -> QImage:
    """Return a page as a picture of this width in pixels, on white: what QtPdf gives is transparent."""
    size = document.pagePointSize(number)
    pixels = QSize(width, max(1, round(width * size.height() / max(1.0, size.width()))))
    page = QImage(pixels, QImage.Format.Format_RGB32)
    page.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(number, pixels))
    painter.end()
    return page
