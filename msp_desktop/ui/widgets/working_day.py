"""A day on which the town hall is closed: what one may press under its date to take a working day instead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msp_desktop.domain.calendar import is_working_day, public_holidays, working_day_after, working_day_before
from msp_desktop.formats.quick import day_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.parsed_field import DateField
from msp_desktop.ui.widgets.tip import show_tip


class WorkingDay(LinkButton):
    """Under a date that is planned: seen only where nobody works that day, it takes the last working day before.

    Where that one is past, the first one after. `department` is the commune's.
    """

    def __init__(self, line: DateField, today: Callable[[], date], department: Callable[[], str]) -> None:
        super().__init__("")
        self._line, self._today, self._department = line, today, department
        self._day: date | None = None
        self.hide()
        line.textChanged.connect(lambda _text: self._look())
        self.clicked.connect(self._take)

    def _look(self) -> None:
        day = self._line.meant()
        self._day = None
        if day is not None and day >= self._today() and not self._line.isReadOnly():
            department = self._department()
            if not is_working_day(day, department):
                before = working_day_before(day, department)
                self._day = before if before >= self._today() else working_day_after(day, department)
                self._say(day, self._day, department)
        self.setVisible(self._day is not None)

    def _say(self, day: date, instead: date, department: str) -> None:
        words = _("Rather {day}").format(day=day_date(instead, language()))
        holidays = public_holidays(department, day, day)
        why = f"{day_date(day, language())}, {holidays[0].name}" if holidays else day_date(day, language())
        self.setText(words)
        show_tip(self, _("{day}: nobody works that day.").format(day=why))
        self.setAccessibleName(f"{self._line.accessibleName()}\u00a0: {words}")

    def _take(self) -> None:
        if self._day is not None:
            self._line.setFocus()
            self._line.pick(self._day)
