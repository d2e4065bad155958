"""The calendar of the fiches action: a bar a sheet, a diamond a step, today's line; years stand in the bands of the axes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from msp_desktop.domain.action_plan import SheetView
from msp_desktop.domain.action_sheets import SheetState
from msp_desktop.domain.sheet_days import Span, ends
from msp_desktop.formats.dates import month_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.labels import SMALL


def days_words(view: SheetView) -> str:
    """Return what the calendar shows of a sheet, in words: « janv. 2026 – juin 2027 »."""
    found = ends(view)
    if found is None:
        return _("no date")
    first, last = (month_date(day, language()) for day in found)
    return first if first == last else f"{first} – {last}"


def paint_years(painter: QPainter, box: QRect, span: Span) -> None:
    """Write the years where they begin, those there is room for."""
    painter.setFont(theme().font(SMALL))
    painter.setPen(theme().color("ink2"))
    taken = box.left() - 1
    for begin in span.years():
        x = _x(box, span, begin)
        words = str(begin.year)
        wide = painter.fontMetrics().horizontalAdvance(words)
        if x > taken and x + wide <= box.right():
            painter.drawText(
                QRect(round(x) + 3, box.top(), wide + 4, box.height()), int(Qt.AlignmentFlag.AlignVCenter), words
            )
            taken = round(x) + wide + 10


def paint_days(painter: QPainter, box: QRect, view: SheetView, span: Span, today: date) -> None:
    """Paint one sheet: solid where it is done, tinted while it goes on, dashed where it is to begin."""
    now = theme()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(now.color("line"), 1))
    for begin in span.years()[1:]:
        x = round(_x(box, span, begin))
        painter.drawLine(x, box.top(), x, box.bottom())
    found = ends(view)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if found is not None:
        _bar(painter, box, view, span, today, found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(QPen(now.color("late"), 1))
    x = round(_x(box, span, today))
    painter.drawLine(x, box.top(), x, box.bottom())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for step in view.steps:
        day = step.done_on or step.due_on
        if day is not None:
            late = step.done_on is None and day < today and view.is_open()
            _diamond(painter, _x(box, span, day), box.center().y() + 0.5, step.done_on is not None, late=late)


def _bar(painter: QPainter, box: QRect, view: SheetView, span: Span, today: date, found: tuple[date, date]) -> None:
    now, state = theme(), view.sheet.state
    left, right = _x(box, span, found[0]), _x(box, span, found[1])
    high = now.px(10)
    bar = QRectF(left, box.center().y() - high / 2 + 0.5, max(4.0, right - left), high)
    line = now.color("late" if view.late_since(today) else "ink2" if state is SheetState.DROPPED else "accent")
    ground: QColor = now.color(
        {
            SheetState.DONE: "accent",
            SheetState.DOING: "accent_wash",
            SheetState.TODO: "paper",
            SheetState.DROPPED: "wash2",
        }[state]
    )
    dashed = state in (SheetState.TODO, SheetState.DROPPED)
    painter.setPen(QPen(line, 1.2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.setBrush(ground)
    painter.drawRoundedRect(bar, 3, 3)


def _diamond(painter: QPainter, x: float, y: float, done: bool, *, late: bool) -> None:
    half, now = theme().px(4.5), theme()
    ink = now.color("late" if late else "ink")
    around = QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])
    painter.setPen(QPen(now.color("paper"), 3))  # it stands out from a solid bar
    painter.drawPolygon(around)
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(ink if done else now.color("paper"))
    painter.drawPolygon(around)


def _x(box: QRect, span: Span, day: date) -> float:
    return box.left() + span.place(day) * box.width()
