"""The strip of the hundred days, drawn by us so that it is sharp at any size."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import public_holidays
from msp_desktop.domain.schedule import LAST_DAY, ActionView, Timeline, mandate_end
from msp_desktop.domain.strip import LANES, Layout, Placed, bar_dates, lay_out
from msp_desktop.formats import day_date, month_name, short_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.method.school import school_holidays
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes

FORTNIGHT, HUNDRED, MANDATE = "fortnight", "hundred", "mandate"
#: Measures at 100 %, in pixels.
AXIS, BAND, SPACE, LANE, BAR, FOOT = 22, 26, 6, 23, 17, 22


class Strip(QWidget):
    """Show the actions over time; emit `chosen(id)`, and `moved(id, days)` when a bar was dragged."""

    chosen = Signal(int)
    moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Strip of the hundred days"))
        self._view: Timeline | None = None
        self._span = HUNDRED
        self._selected = 0
        self._layout = Layout((), 0)
        self._drag: tuple[Placed, float, int] | None = None
        theme_changes().changed.connect(self._dress)
        self._dress()

    def show_timeline(self, view: Timeline) -> None:
        """Show a timeline."""
        self._view = view
        done = sum(action.state is ActionState.DONE for action in view.actions())
        words = ngettext("{count} action done of {total}", "{count} actions done of {total}", done)
        self.setAccessibleDescription(words.format(count=done, total=len(view.actions())))
        self._place()

    def show_span(self, span: str) -> None:
        """Show a fortnight, the hundred days, or the mandate."""
        self._span = span
        self._place()

    def select(self, action_id: int) -> None:
        """Mark an action as the chosen one."""
        if action_id != self._selected:
            self._selected = action_id
            self.update()

    # --- measures ----------------------------------------------------------------------------

    def _dress(self) -> None:
        self.setFixedHeight(theme().px(AXIS + BAND + SPACE + LANES * LANE + FOOT) + 2)
        self._small = theme().font(0.9)
        self._small_bold = theme().font(0.9, bold=True)
        self._metrics = QFontMetricsF(self._small_bold)
        self._place()

    def _days(self) -> tuple[date, int]:
        view = self._view
        assert view is not None
        if self._span == FORTNIGHT:
            return view.today - timedelta(3), 17
        if self._span == MANDATE:
            return view.day_zero, (mandate_end(view.day_zero) - view.day_zero).days
        return view.day_zero, LAST_DAY + 1

    def _day_width(self) -> float:
        return (self.width() - 2) / self._days()[1]

    def _x(self, day: date) -> float:
        first, days = self._days()
        return 1 + min(max((day - first).days, 0), days) * self._day_width()

    def _place(self) -> None:
        if self._view is None:
            return
        first, days = self._days()
        width = self._metrics.horizontalAdvance
        self._layout = lay_out(self._view.actions(), first, days, self._day_width(), width, theme().scale)
        self.update()

    def _lane_top(self, lane: int) -> float:
        return theme().px(AXIS + BAND + SPACE + lane * LANE)

    def _bar(self, placed: Placed) -> QRectF:
        shift = self._drag[2] * self._day_width() if self._drag and self._drag[0].action.id == placed.action.id else 0
        high = theme().px(BAR)
        top = self._lane_top(placed.lane) + (theme().px(LANE) - high) / 2
        return QRectF(1 + placed.x + shift, top, placed.width, high)

    def _at(self, point: QPointF) -> Placed | None:
        for placed in self._layout.placed:
            bar = self._bar(placed)
            label = QRectF(1 + placed.label_x, bar.top(), placed.label_width, bar.height())
            if bar.adjusted(-2, -2, 2, 2).contains(point) or label.contains(point):
                return placed
        return None

    # --- drawing -----------------------------------------------------------------------------

    def _draw(self, painter: QPainter) -> None:
        view = self._view
        assert view is not None
        now = theme()
        low = self.height() - 1.0
        foot = low - now.px(FOOT)
        band = float(now.px(AXIS))
        painter.fillRect(QRectF(0, band, self.width(), low - band), now.color("paper"))
        self._draw_days(painter, view, band, low)
        self._draw_axis(painter, view, band)
        self._draw_phases(painter, view, band, foot)
        self._draw_today(painter, view, band, low)
        self._draw_dependencies(painter, view)
        for placed in self._layout.placed:
            self._draw_action(painter, view, placed)
        self._draw_foot(painter, view, foot, low)
        painter.setPen(QPen(now.color("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.5, band + 0.5, self.width() - 1, low - band - 0.5), 6, 6)

    def _draw_days(self, painter: QPainter, view: Timeline, band: float, low: float) -> None:
        first, days = self._days()
        if days > 400:
            return
        top = band + theme().px(BAND)
        for number in range(days):
            day = first + timedelta(number)
            if day.weekday() >= 5:
                painter.fillRect(QRectF(self._x(day), top, self._day_width(), low - top), theme().color("weekend"))
        for holiday in public_holidays(view.department, first, first + timedelta(days)):
            painter.fillRect(QRectF(self._x(holiday.day), top, self._day_width(), low - top), theme().color("wash2"))

    def _draw_axis(self, painter: QPainter, view: Timeline, band: float) -> None:
        first, days = self._days()
        painter.setFont(self._small)
        painter.setPen(theme().color("ink2"))
        hidden = self._today_label(view)
        end = -1e9
        for number in range(days):
            day = first + timedelta(number)
            words = self._axis_words(day, number, days)
            if not words:
                continue
            x, width = self._x(day), self._metrics.horizontalAdvance(words) + 2
            box = QRectF(x, 0, width, band - 2)
            if x < end + 6 or box.right() > self.width() or (hidden and hidden.adjusted(-4, 0, 4, 0).intersects(box)):
                continue
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
            end = box.right()

    def _axis_words(self, day: date, number: int, days: int) -> str:
        if days > 400:
            if day.day == 1 and day.month in (1, 7):
                return f"{month_name(day.month, language())} {day.year}"
            return ""
        if days <= 31:
            return short_date(day, language()) if day.day == 1 or number == 0 else str(day.day)
        if day.day == 1 or (number < 7 and day.weekday() == 0):
            return short_date(day, language())
        return str(day.day) if day.weekday() == 0 else ""

    def _draw_phases(self, painter: QPainter, view: Timeline, band: float, foot: float) -> None:
        high = theme().px(BAND)
        painter.setFont(self._small)
        for phase in view.phases:
            left, right = self._x(phase.start), self._x(phase.end + timedelta(1))
            if right <= left:
                continue
            name = f"p{phase.number}"
            painter.fillRect(QRectF(left, band, right - left, high), theme().color(name))
            painter.setPen(theme().color(f"{name}_ink"))
            current = view.phase == str(phase.number)
            painter.setFont(self._small_bold if current else self._small)
            words = f"{phase.number}. {phase.title}" if phase.number <= 3 else phase.title
            room = right - left - 14
            shown = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left + 8, band, room, high), int(Qt.AlignmentFlag.AlignVCenter), shown)
            painter.setPen(theme().color("line"))
            if left > 2:
                painter.drawLine(QPointF(left, band + high), QPointF(left, foot + theme().px(FOOT)))

    def _today_label(self, view: Timeline) -> QRectF | None:
        first, days = self._days()
        if not first <= view.today < first + timedelta(days):
            return None
        width = self._metrics.horizontalAdvance(self._today_words(view)) + 16
        middle = self._x(view.today) + self._day_width() / 2
        left = min(max(middle - width / 2, 0.0), self.width() - width)
        return QRectF(left, 1, width, theme().px(AXIS) - 4)

    @staticmethod
    def _today_words(view: Timeline) -> str:
        return _("today, {day}").format(day=day_date(view.today, language()))

    def _draw_today(self, painter: QPainter, view: Timeline, band: float, low: float) -> None:
        label = self._today_label(view)
        if label is None:
            return
        middle = self._x(view.today) + self._day_width() / 2
        painter.setPen(QPen(theme().color("ink2"), 2))
        painter.drawLine(QPointF(middle, band + theme().px(BAND)), QPointF(middle, low - 1))
        painter.drawLine(QPointF(middle, label.bottom()), QPointF(middle, band))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("ink"))
        painter.drawRoundedRect(label, 4, 4)
        painter.setPen(theme().color("paper"))
        painter.setFont(self._small_bold)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), self._today_words(view))

    def _draw_dependencies(self, painter: QPainter, view: Timeline) -> None:
        chosen = next((p for p in self._layout.placed if p.action.id == self._selected), None)
        if chosen is None:
            return
        ends = {p.action.code: self._bar(p) for p in self._layout.placed if p.action.code}
        target = self._bar(chosen)
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

    def _draw_action(self, painter: QPainter, view: Timeline, placed: Placed) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        action, bar = placed.action, self._bar(placed)
        chosen = action.id == self._selected
        ink = self._ink(action)
        pen = QPen(theme().color("accent"), 2.2) if chosen else QPen(ink, 1.1)
        painter.setPen(pen)
        painter.setBrush(theme().color(self._fill(action)))
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
                self._draw_progress(painter, view, bar, action, pen)
            if action.is_late:
                self._draw_delay(painter, view, bar)
        self._draw_label(painter, placed, bar, ink)

    def _draw_progress(self, painter: QPainter, view: Timeline, bar: QRectF, action: ActionView, pen: QPen) -> None:
        until = min(self._x(view.today + timedelta(1)), bar.right())
        if until > bar.left():
            painter.save()
            painter.setClipRect(QRectF(bar.left(), bar.top(), until - bar.left(), bar.height()))
            painter.setBrush(theme().color(f"p{action.phase}"))
            painter.drawRoundedRect(bar, 4, 4)
            painter.restore()
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bar, 4, 4)

    def _draw_delay(self, painter: QPainter, view: Timeline, bar: QRectF) -> None:
        until = self._x(view.today)
        if until <= bar.right() + 2:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        brush = painter.brush()
        brush.setColor(theme().color("late"))
        brush.setStyle(Qt.BrushStyle.BDiagPattern)
        painter.setBrush(brush)
        painter.drawRect(QRectF(bar.right(), bar.top() + 1, until - bar.right(), bar.height() - 2))

    def _draw_label(self, painter: QPainter, placed: Placed, bar: QRectF, ink: QColor) -> None:
        action = placed.action
        shift = bar.left() - 1 - placed.x
        x = 1 + placed.label_x + shift + (7 if placed.inside else 4)
        mark = "late" if action.is_late else "check" if action.state is ActionState.DONE else ""
        if mark:
            size = theme().px(13)
            picture = pixmap(mark, "late" if action.is_late else "done", 13)
            painter.drawPixmap(QPointF(x, bar.center().y() - size / 2), picture)
            x += theme().px(17)
        chosen = action.id == self._selected
        painter.setFont(self._small_bold if chosen or action.is_late else self._small)
        painter.setPen(
            theme().color("late") if action.is_late else theme().color("accent") if chosen else theme().color("ink")
        )
        box = QRectF(x, bar.top() - 3, placed.label_width + 20, bar.height() + 6)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), action.short_title)

    def _ink(self, action: ActionView) -> QColor:
        if action.is_late:
            return theme().color("late")
        return theme().color("done" if action.state is ActionState.DONE else f"p{action.phase}_ink")

    @staticmethod
    def _fill(action: ActionView) -> str:
        if action.is_late:
            return "late_wash"
        return "done_wash" if action.state is ActionState.DONE else "paper"

    def _draw_foot(self, painter: QPainter, view: Timeline, foot: float, low: float) -> None:
        first, days = self._days()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().color("line"))
        painter.drawLine(QPointF(1, foot), QPointF(self.width() - 1, foot))
        painter.setFont(self._small)
        if self._layout.hidden:
            painter.setPen(theme().color("ink2"))
            words = ngettext("+{count} not shown", "+{count} not shown", self._layout.hidden)
            box = QRectF(0, foot - theme().px(FOOT), self.width() - 8, theme().px(FOOT))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), words.format(count=self._layout.hidden))
        if days > 400:
            return
        taken: list[QRectF] = []
        for period in school_holidays(view.department, first, first + timedelta(days)):
            left, right = self._x(period.begin), self._x(period.end + timedelta(1))
            box = QRectF(left, foot + 2.5, right - left, low - foot - 4)
            painter.setPen(theme().color("line"))
            painter.setBrush(theme().color("weekend"))
            painter.drawRoundedRect(box, 4, 4)
            words = _("school holidays")
            if self._metrics.horizontalAdvance(words) + 4 <= box.width():
                painter.setPen(theme().color("ink2"))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
                taken.append(box)
        painter.setPen(theme().color("ink2"))
        for holiday in public_holidays(view.department, first, first + timedelta(days)):
            width = self._metrics.horizontalAdvance(holiday.short) + 2
            x = min(self._x(holiday.day), self.width() - width - 2)
            for start in (x, x - width + self._day_width()):
                box = QRectF(start, foot, width, low - foot)
                if box.left() >= 0 and not any(box.intersects(other) for other in taken):
                    painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), holiday.short)
                    taken.append(box.adjusted(-3, 0, 5, 0))
                    break

    # --- Qt ----------------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        return QSize(900, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.height())

    @override
    def resizeEvent(self, event: object) -> None:
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._view is not None:
            painter = QPainter(self)
            self._draw(painter)
            painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        order = [placed.action.id for placed in self._layout.placed]
        if event.key() in steps and order:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and self._selected in order:
                self.moved.emit(self._selected, steps[Qt.Key(event.key())])
                return
            place = order.index(self._selected) + steps[Qt.Key(event.key())] if self._selected in order else 0
            self.chosen.emit(order[min(max(place, 0), len(order) - 1)])
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        placed = self._at(event.position())
        if placed is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(placed.action.id)
            if placed.action.is_open:
                self._drag = (placed, event.position().x(), 0)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            placed, start, _days = self._drag
            self._drag = (placed, start, round((event.position().x() - start) / self._day_width()))
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._drag is not None:
            placed, _start, days = self._drag
            self._drag = None
            self.update()
            if days:
                self.moved.emit(placed.action.id, days)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self._at(QPointF(event.pos()))
            if placed is not None:
                dates = bar_dates(placed.action)
                when = day_date(dates[1], language()) if dates else ""
                # A tool tip guesses rich text: a title that looks like markup is shown as typed.
                words = f"{placed.action.title} – {when}".replace("&", "&amp;").replace("<", "&lt;")
                QToolTip.showText(event.globalPos(), words, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
