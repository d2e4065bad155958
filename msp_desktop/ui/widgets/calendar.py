"""The calendar of a date field."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from msp_desktop.domain.calendar import public_holidays
from msp_desktop.formats.quick import medium_date
from msp_desktop.formats.typed import EARLIEST, LATEST
from msp_desktop.i18n import _, language
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon


class Calendar(QCalendarWidget):
    """A month, from Monday to Sunday, in the window's language, its week-ends and holidays in a colour that reads on any ground."""

    def __init__(self, parent: QWidget | None = None, department: str = "") -> None:
        super().__init__(parent)
        self._department = department
        self.setLocale(QLocale(language()))
        self.setDateRange(QDate(EARLIEST), QDate(LATEST))
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        heads = QTextCharFormat()
        heads.setForeground(theme().color("ink2"))
        heads.setBackground(theme().color("paper"))
        self.setHeaderTextFormat(heads)
        off = QTextCharFormat()
        off.setForeground(theme().color("late"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, off)
        for name, glyph, words in (
            ("qt_calendar_prevmonth", "left", _("Previous month")),
            ("qt_calendar_nextmonth", "right", _("Next month")),
        ):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(glyph, "ink"))
                button.setIconSize(QSize(theme().px(16), theme().px(16)))
                button.setAccessibleName(words)
        self.currentPageChanged.connect(self._mark_holidays)
        self._mark_holidays(self.yearShown(), self.monthShown())
        side = theme().px(36)
        self.setMinimumSize(7 * side + 24, 8 * side)

    def _mark_holidays(self, year: int, month: int) -> None:
        """Show the public holidays of a month as its week-ends, each with its name."""
        first = date(year, month, 1)
        for holiday in public_holidays(self._department, first, first + timedelta(30)):
            closed = QTextCharFormat()
            closed.setForeground(theme().color("late"))
            closed.setToolTip(holiday.name)
            self.setDateTextFormat(QDate(holiday.day), closed)

    def view(self) -> QTableView:
        """Return the grid of days, where the arrows choose one."""
        found = self.findChild(QTableView)
        assert found is not None
        return found


def widest_date() -> str:
    """Return the longest date a field may have to show."""
    days = (QDate(2026, month, 30 if month != 2 else 28) for month in range(1, 13))
    return max((medium_date(day.toPython(), language()) for day in days), key=len)  # type: ignore[arg-type]
