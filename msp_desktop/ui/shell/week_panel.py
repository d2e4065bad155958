"""« Cette semaine », beside the known dossiers: what is late, then day by day, in all of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.week import DayOfWeek, Due, DueKind, Week
from msp_desktop.formats.hours import clock
from msp_desktop.formats.quick import day_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.labels import Label, page_title
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.list_rows import ListRow, RowList, Words
from msp_desktop.ui.widgets.repolish import repolish

#: Heights of a day's name and of what is due, in pixels at 100 %.
_DAY, _DUE = 32, 52
#: Where each kind of thing is seen to: a tab, and how it is shown there.
_WHERE = {
    DueKind.ACTION: ("timeline", None),
    DueKind.MEETING: ("meetings", None),
    DueKind.REPLIES: ("meetings", None),
    DueKind.STEP: ("meetings", None),
    DueKind.FOLLOW_UP: ("actors", "journal"),
    DueKind.MESSAGE: ("actors", "communication"),
    DueKind.CALL: ("project", "calls"),
}


class WeekPanel(QWidget):
    """Emit `request_place(path, tab, target)` for what is chosen, `request_print` for the button."""

    request_place = Signal(str, str, object)
    request_print = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: dict[int | str, Due] = {}
        self._period = Label("", tone="soft")
        self._print = PlainButton(_("Print"), "print")
        self._print.clicked.connect(self.request_print)
        self._list = _DueList()
        self._list.request_open.connect(self._on_open)
        self._nothing = Label(_("Nothing is due this week."), tone="soft", wrap=True)
        head = row(page_title(_("This week")), -1, self._print)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._top = column(head, self._period, self._nothing, spacing=4)
        box = column(self._top, self._list)
        box.addStretch(1)
        box.setStretch(1, 1000)  # the list takes the room there is; without it, the words stay together at the top
        self._box = box
        self.setLayout(box)
        self.stand(beside=False)

    def stand(self, *, beside: bool) -> None:
        """Be a panel at the window's right edge, or a frame under the dossiers."""
        self.setObjectName("side" if beside else "framed")
        repolish(self)
        self._top.setContentsMargins(24, 18, 16, 8) if beside else self._top.setContentsMargins(14, 10, 10, 4)
        # Its own edge is not part of what it gives its children.
        self._box.setContentsMargins(1, 0 if beside else 1, 0 if beside else 1, 0 if beside else 1)

    def show_week(self, week: Week, *, reading: bool = False) -> None:
        """Show a week; `reading` tells that some dossiers are still being read."""
        words = _("from {monday} to {sunday}")
        shown = words.format(monday=day_date(week.monday, language()), sunday=day_date(week.sunday, language()))
        self._period.setText(shown)
        rows: list[ListRow] = []
        self._due = {}
        if week.late:
            rows.append(_heading("late", _("Late"), "late"))
            rows += [self._row(due, week) for due in week.late]
        for day in week.days:
            if day.due or (day.holiday and day.day >= week.today):
                rows += self._day(day, week)
        if week.after:
            rows.append(_heading("after", _("Next week"), "line"))
            rows += [self._row(due, week, dated=True) for due in week.after]
        self._list.show_rows(rows)
        self._nothing.setText(_("Reading the dossiers…") if reading else _("Nothing is due this week."))
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))
        self._print.setEnabled(any(not town.problem for town in week.towns))

    def _day(self, day: DayOfWeek, week: Week) -> list[ListRow]:
        words = day_date(day.day, language())
        words = words[:1].upper() + words[1:]
        if day.day == week.today:
            words = _("{day}, today").format(day=words)
        if day.holiday:
            words = _("{day}, public holiday").format(day=words)
        return [_heading(day.day.isoformat(), words, "accent"), *(self._row(due, week) for due in day.due)]

    def _row(self, due: Due, week: Week, *, dated: bool = False) -> ListRow:
        key = f"{due.path}|{due.kind.value}|{due.key}|{due.day.isoformat()}|{due.title}"
        self._due[key] = due
        late = due.late_days(week.today)
        lateness = ngettext("{count} day late", "{count} days late", late).format(count=late) if late else ""
        day = day_date(due.day, language()) if dated else ""
        title = f"{clock(due.at)}, {due.title}" if due.at else due.title
        second = ", ".join(filter(None, (due.town, day, lateness)))
        glyph = (
            "warning"
            if late
            else "people"
            if due.kind is DueKind.MEETING
            else "clock"
            if due.day == week.today
            else "todo"
        )
        spoken = ", ".join(filter(None, (title, due.detail, due.town, day, lateness)))
        whom = (
            due.detail if due.kind in (DueKind.FOLLOW_UP, DueKind.CALL) else ""
        )  # « Rappeler » says nothing without a name
        return ListRow(key, title, _DUE, spoken, tail=whom, second=Words(second, "late" if late else "ink2", glyph))

    def _on_open(self, key: str) -> None:
        due = self._due.get(key)
        if due is None:
            return
        tab, page = _WHERE[due.kind]
        target: Any = (page, due.key) if page else due.key
        self.request_place.emit(due.path, tab, target)


class _DueList(RowList):
    """Emit `request_open(key)` on Enter or a click."""

    request_open = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("This week"))
        self.clicked.connect(lambda _index: self._open())

    def _open(self) -> None:
        key = self.current_key()
        if key is not None:
            self.request_open.emit(str(key))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)


def _heading(key: str, words: str, band: str) -> ListRow:
    return ListRow(f"head|{key}", words, _DAY, words, band=band)
