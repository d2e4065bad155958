"""Draw the strip of the hundred days: sharp at any size, from what its scene holds."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QPolygonF,
)

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import public_holidays
from msp_desktop.domain.schedule import ActionView
from msp_desktop.domain.strip import Placed
from msp_desktop.formats.quick import day_date, month_name, short_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.method.school import school_holidays
from msp_desktop.ui.tabs.timeline.strip_scene import AXIS, BAND, FOOT, Scene
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap


def draw(painter: QPainter, scene: Scene) -> None:
    """Draw the whole strip: days, phases, today, the actions and what they wait for, holidays at the foot."""
    now = theme()
    low = scene.height - 1.0
    foot = low - now.px(FOOT)
    band = float(now.px(AXIS))
    painter.fillRect(QRectF(0, band, scene.width, low - band), now.color("paper"))
    _draw_days(painter, scene, band, low)
    _draw_axis(painter, scene, band)
    _draw_phases(painter, scene, band, foot)
    _draw_today(painter, scene, band, low)
    _draw_dependencies(painter, scene)
    for placed in scene.layout.placed:
        _draw_action(painter, scene, placed)
    _draw_foot(painter, scene, foot, low)
    painter.setPen(QPen(now.color("accent" if scene.focused else "line"), 2 if scene.focused else 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(0.5, band + 0.5, scene.width - 1, low - band - 0.5), 6, 6)


def _draw_days(painter: QPainter, scene: Scene, band: float, low: float) -> None:
    first, days = scene.first, scene.days
    if days > 400:
        return
    top = band + theme().px(BAND)
    for number in range(days):
        day = first + timedelta(number)
        if day.weekday() >= 5:
            painter.fillRect(QRectF(scene.x(day), top, scene.day_width(), low - top), theme().color("weekend"))
    for holiday in public_holidays(scene.view.department, first, first + timedelta(days)):
        painter.fillRect(QRectF(scene.x(holiday.day), top, scene.day_width(), low - top), theme().color("wash2"))


def _draw_axis(painter: QPainter, scene: Scene, band: float) -> None:
    first, days = scene.first, scene.days
    painter.setFont(scene.small)
    painter.setPen(theme().color("ink2"))
    hidden = _today_label(scene)
    end = -1e9
    for number in range(days):
        day = first + timedelta(number)
        words = _axis_words(day, number, days)
        if not words:
            continue
        x, width = scene.x(day), scene.metrics.horizontalAdvance(words) + 2
        box = QRectF(x, 0, width, band - 2)
        if x < end + 6 or box.right() > scene.width or (hidden and hidden.adjusted(-4, 0, 4, 0).intersects(box)):
            continue
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
        end = box.right()


def _axis_words(day: date, number: int, days: int) -> str:
    if days > 400:
        if day.day == 1 and day.month in (1, 7):
            return f"{month_name(day.month, language())} {day.year}"
        return ""
    if days <= 31:
        return short_date(day, language()) if day.day == 1 or number == 0 else str(day.day)
    if day.day == 1 or (number < 7 and day.weekday() == 0):
        return short_date(day, language())
    return str(day.day) if day.weekday() == 0 else ""


def _draw_phases(painter: QPainter, scene: Scene, band: float, foot: float) -> None:
    high = theme().px(BAND)
    painter.setFont(scene.small)
    for phase in scene.view.phases:
        left, right = scene.x(phase.start), scene.x(phase.end + timedelta(1))
        if right <= left:
            continue
        name = f"p{phase.number}"
        painter.fillRect(QRectF(left, band, right - left, high), theme().color(name))
        painter.setPen(theme().color(f"{name}_ink"))
        current = scene.view.phase == str(phase.number)
        painter.setFont(scene.small_bold if current else scene.small)
        words = f"{phase.number}. {phase.title}" if phase.number <= 3 else phase.title
        room = right - left - 14
        shown = scene.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left + 8, band, room, high), int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setPen(theme().color("line"))
        if left > 2:
            painter.drawLine(QPointF(left, band + high), QPointF(left, foot + theme().px(FOOT)))


def _today_label(scene: Scene) -> QRectF | None:
    first, days = scene.first, scene.days
    if not first <= scene.view.today < first + timedelta(days):
        return None
    width = scene.metrics.horizontalAdvance(_today_words(scene)) + 16
    middle = scene.x(scene.view.today) + scene.day_width() / 2
    left = min(max(middle - width / 2, 0.0), scene.width - width)
    return QRectF(left, 1, width, theme().px(AXIS) - 4)


def _today_words(scene: Scene) -> str:
    return _("today, {day}").format(day=day_date(scene.view.today, language()))


def _draw_today(painter: QPainter, scene: Scene, band: float, low: float) -> None:
    label = _today_label(scene)
    if label is None:
        return
    middle = scene.x(scene.view.today) + scene.day_width() / 2
    painter.setPen(QPen(theme().color("ink2"), 2))
    painter.drawLine(QPointF(middle, band + theme().px(BAND)), QPointF(middle, low - 1))
    painter.drawLine(QPointF(middle, label.bottom()), QPointF(middle, band))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("ink"))
    painter.drawRoundedRect(label, 4, 4)
    painter.setPen(theme().color("paper"))
    painter.setFont(scene.small_bold)
    painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), _today_words(scene))


def _draw_dependencies(painter: QPainter, scene: Scene) -> None:
    chosen = next((p for p in scene.layout.placed if p.action.id == scene.selected), None)
    if chosen is None:
        return
    ends = {p.action.code: scene.bar(p) for p in scene.layout.placed if p.action.code}
    target = scene.bar(chosen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().color("accent"), 1.3))
    painter.setBrush(theme().color("accent"))
    for code in chosen.action.depends_on:
        source = ends.get(code)
        if source is None:
            continue
        begin = QPointF(source.right(), source.center().y())
        tip = QPointF(target.left() - 1, target.center().y())
        elbow = max(begin.x() + 5, tip.x() - 9)
        painter.drawEllipse(begin, 2, 2)
        painter.drawPolyline(QPolygonF([begin, QPointF(elbow, begin.y()), QPointF(elbow, tip.y()), tip]))
        painter.drawPolygon(QPolygonF([tip, tip + QPointF(-6, -3.5), tip + QPointF(-6, 3.5)]))


def _draw_action(painter: QPainter, scene: Scene, placed: Placed) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    action, bar = placed.action, scene.bar(placed)
    chosen = action.id == scene.selected
    ink = _ink(action)
    pen = QPen(theme().color("accent"), 2.2) if chosen else QPen(ink, 1.1)
    painter.setPen(pen)
    painter.setBrush(theme().color(_fill(action)))
    if placed.one_day:
        middle, half = bar.center(), bar.height() / 2
        painter.drawPolygon(
            QPolygonF(
                [
                    middle + QPointF(0, -half),
                    middle + QPointF(half, 0),
                    middle + QPointF(0, half),
                    middle - QPointF(half, 0),
                ]
            )
        )
    else:
        painter.drawRoundedRect(bar, 4, 4)
        if action.state is ActionState.DOING and not action.is_late:
            _draw_progress(painter, scene, bar, action, pen)
        if action.is_late:
            _draw_delay(painter, scene, bar)
    _draw_label(painter, scene, placed, bar, ink)


def _draw_progress(painter: QPainter, scene: Scene, bar: QRectF, action: ActionView, pen: QPen) -> None:
    until = min(scene.x(scene.view.today + timedelta(1)), bar.right())
    if until > bar.left():
        painter.save()
        painter.setClipRect(QRectF(bar.left(), bar.top(), until - bar.left(), bar.height()))
        painter.setBrush(theme().color(f"p{action.phase}"))
        painter.drawRoundedRect(bar, 4, 4)
        painter.restore()
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar, 4, 4)


def _draw_delay(painter: QPainter, scene: Scene, bar: QRectF) -> None:
    until = scene.x(scene.view.today)
    if until <= bar.right() + 2:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    brush = painter.brush()
    brush.setColor(theme().color("late"))
    brush.setStyle(Qt.BrushStyle.BDiagPattern)
    painter.setBrush(brush)
    painter.drawRect(QRectF(bar.right(), bar.top() + 1, until - bar.right(), bar.height() - 2))


def _draw_label(painter: QPainter, scene: Scene, placed: Placed, bar: QRectF, ink: QColor) -> None:
    action = placed.action
    shift = bar.left() - 1 - placed.x
    x = 1 + placed.label_x + shift + (7 if placed.inside else 4)
    mark = "late" if action.is_late else "check" if action.state is ActionState.DONE else ""
    if mark:
        size = theme().px(13)
        picture = pixmap(mark, "late" if action.is_late else "done", 13)
        painter.drawPixmap(QPointF(x, bar.center().y() - size / 2), picture)
        x += theme().px(17)
    chosen = action.id == scene.selected
    painter.setFont(scene.small_bold if chosen or action.is_late else scene.small)
    painter.setPen(
        theme().color("late") if action.is_late else theme().color("accent") if chosen else theme().color("ink")
    )
    box = QRectF(x, bar.top() - 3, placed.label_width + 20, bar.height() + 6)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), action.short_title)


def _ink(action: ActionView) -> QColor:
    if action.is_late:
        return theme().color("late")
    return theme().color("done" if action.state is ActionState.DONE else f"p{action.phase}_ink")


def _fill(action: ActionView) -> str:
    if action.is_late:
        return "late_wash"
    return "done_wash" if action.state is ActionState.DONE else "paper"


def _draw_foot(painter: QPainter, scene: Scene, foot: float, low: float) -> None:
    first, days = scene.first, scene.days
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme().color("line"))
    painter.drawLine(QPointF(1, foot), QPointF(scene.width - 1, foot))
    painter.setFont(scene.small)
    if scene.layout.hidden:
        painter.setPen(theme().color("ink2"))
        words = ngettext("+{count} not shown", "+{count} not shown", scene.layout.hidden)
        box = QRectF(0, foot - theme().px(FOOT), scene.width - 8, theme().px(FOOT))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), words.format(count=scene.layout.hidden))
    if days > 400:
        return
    taken: list[QRectF] = []
    for period in school_holidays(scene.view.department, first, first + timedelta(days)):
        left, right = scene.x(period.begin), scene.x(period.end + timedelta(1))
        box = QRectF(left, foot + 2.5, right - left, low - foot - 4)
        painter.setPen(theme().color("line"))
        painter.setBrush(theme().color("weekend"))
        painter.drawRoundedRect(box, 4, 4)
        words = _("school holidays")
        if scene.metrics.horizontalAdvance(words) + 4 <= box.width():
            painter.setPen(theme().color("ink2"))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
            taken.append(box)
    painter.setPen(theme().color("ink2"))
    for holiday in public_holidays(scene.view.department, first, first + timedelta(days)):
        width = scene.metrics.horizontalAdvance(holiday.short) + 2
        x = min(scene.x(holiday.day), scene.width - width - 2)
        for start in (x, x - width + scene.day_width()):
            box = QRectF(start, foot, width, low - foot)
            if box.left() >= 0 and not any(box.intersects(other) for other in taken):
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), holiday.short)
                taken.append(box.adjusted(-3, 0, 5, 0))
                break
