"""The agenda to scale: one block a point, the advised length as a bracket."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from msp_desktop.domain.agenda import MeetingView
from msp_desktop.formats.hours import clock, duration
from msp_desktop.i18n import _
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.ui.theme import theme


class DurationBar(QWidget):
    """Draw the points of an agenda one after the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The agenda to scale"))
        self._view: MeetingView | None = None
        self._chosen: int | None = None
        self.setFixedHeight(theme().px(50))

    def show_meeting(self, view: MeetingView, chosen: int | None) -> None:
        """Show a meeting's agenda, one point chosen."""
        self._view, self._chosen = view, chosen
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is None or not self._view.items:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        kit = kit_meetings()
        minute = (self.width() - 2) / max(self._view.total, kit.most_minutes + 12)
        high = theme().px(26)
        x = 1.0
        font, bold = theme().font(0.9), theme().font(0.9, bold=True)
        metrics = QFontMetricsF(bold)
        for entry in self._view.items:
            width = entry.item.minutes * minute
            chosen = entry.id == self._chosen
            box = QRectF(x, 0, max(width - 2, 2), high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("accent" if chosen else "p2"))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(theme().color("on_accent" if chosen else "p2_ink"))
            painter.setFont(bold if chosen else font)
            words = f"{entry.item.title} {entry.item.minutes}"
            if metrics.horizontalAdvance(words) > width - 10:
                words = (
                    metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 10)
                    if width > 70
                    else str(entry.item.minutes)
                )
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
            x += width
        self._bracket(painter, minute, high, kit.least_minutes, kit.most_minutes)
        painter.end()

    def _bracket(self, painter: QPainter, minute: float, high: float, least: int, most: int) -> None:
        assert self._view is not None
        y = high + 6.0
        painter.setPen(QPen(theme().color("ink2"), 1))
        painter.setFont(theme().font(0.9))
        left, right = 1 + least * minute, 1 + most * minute
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        for x in (left, right):
            painter.drawLine(QPointF(x, y - 3), QPointF(x, y + 3))
        room = self.height() - y
        if self._view.meeting.starts_at:
            painter.drawText(
                QRectF(0, y, 90, room), int(Qt.AlignmentFlag.AlignVCenter), clock(self._view.meeting.starts_at)
            )
        words = _("advised: {least} to {most}").format(least=duration(least), most=duration(most))
        width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 4
        middle = min((left + right) / 2, self.width() - width / 2)
        painter.drawText(QRectF(middle - width / 2, y, width, room), int(Qt.AlignmentFlag.AlignCenter), words)
