"""A seat of the core as a card: solid where somebody has it, dashed where it is to be found."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.services.road_seats import Seat
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.tip import show_tip

_LINES = 3


class SeatCard(QAbstractButton):
    """Show one seat; pressed, it is the seat one wants to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat: Seat | None = None
        self._chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changes().changed.connect(self.updateGeometry)

    def show_seat(self, seat: Seat, *, chosen: bool) -> None:
        """Show a seat, framed heavier where it is the one chosen."""
        self._seat, self._chosen = seat, chosen
        words = f"{seat.kind}\u00a0: {seat.name}, {seat.detail}"
        self.setAccessibleName(words)
        show_tip(self, words)
        self.update()

    def _lines(self) -> tuple[tuple[str, str, bool], ...]:
        """Return the three lines: words, colour, whether they are bold."""
        assert self._seat is not None
        filled = self._seat.filled
        return (
            (self._seat.kind, "ink2", False),
            (self._seat.name, "ink" if filled else "late", True),
            (self._seat.detail, "ink2", False),
        )

    @override
    def sizeHint(self) -> QSize:
        high = _LINES * QFontMetrics(theme().font()).height() + theme().px(26)
        return QSize(theme().px(200), high)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(110), self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._seat is None:
            return
        now, filled = theme(), self._seat.filled
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "accent" if self.hasFocus() else "done" if filled else "late"
        pen = QPen(now.color(token), 2.2 if self._chosen or self.hasFocus() else 1.3)
        if not filled:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(now.color("done_wash" if filled else "paper"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        left, line = now.px(38), QFontMetrics(now.font()).height()
        glyph = pixmap("done" if filled else "todo", "done" if filled else "late", 16)
        top = (self.height() - _LINES * line) / 2
        painter.drawPixmap(QPointF(now.px(13), top + (line - now.px(16)) / 2), glyph)
        for number, (words, colour, bold) in enumerate(self._lines()):
            painter.setFont(now.font(bold=bold))
            painter.setPen(now.color(colour))
            room = self.width() - left - now.px(10)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            box = QRectF(left, top + number * line, room, line)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
        painter.end()
