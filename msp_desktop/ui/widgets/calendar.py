"""The calendar of a date field."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QTableView, QToolButton, QWidget

from msp_desktop.formats.quick import medium_date
from msp_desktop.formats.typed import EARLIEST, LATEST
from msp_desktop.i18n import _, language
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon


class Calendar(QCalendarWidget):
    """A month, from Monday to Sunday, in the window's language, its week-ends in a colour that reads on any ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
                button.setAccessibleName(words)
        side = theme().px(36)
        self.setMinimumSize(7 * side + 24, 8 * side)

    def view(self) -> QTableView:
        """Return the grid of days, where the arrows choose one."""
        found = self.findChild(QTableView)
        assert found is not None
        return found


def widest_date() -> str:
    """Return the longest date a field may have to show."""
    days = (QDate(2026, month, 30 if month != 2 else 28) for month in range(1, 13))
    return max((medium_date(day.toPython(), language()) for day in days), key=len)  # type: ignore[arg-type]
