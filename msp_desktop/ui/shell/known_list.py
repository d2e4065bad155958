"""The list of known dossiers: what is remembered of each at once, what is due in it as soon as it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.domain.schedule import LAST_DAY, PHASES, day_number
from msp_desktop.domain.week import TownWeek
from msp_desktop.formats.hours import clock
from msp_desktop.formats.quick import day_date, near_date, short_near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.preferences import Recent
from msp_desktop.services.summary import short_day_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.list_rows import ARMS, ListRow, RowList, Stretch, Words

#: Height of a known dossier, and the least left for its name, in pixels at 100 %.
HEIGHT, _NAME = 80, 300
#: What stands beside the name where there is room, the first to go last; widths in pixels at 100 %.
_COMING, _OWED, _MEETING = 214, 190, 176


class KnownList(RowList):
    """Emit `request_open(path)` on Enter or a click, `request_forget(path)` on Delete."""

    request_open = Signal(str)
    request_forget = Signal(str)

    def __init__(self, entries: tuple[Recent, ...], today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Your dossiers"), parent)
        self._entries, self._today = entries, today
        self._towns: dict[str, TownWeek] = {}
        self._places = _places(entries)
        self._room = -1
        self._show()
        self.setFixedHeight(min(len(entries), 5) * theme().px(HEIGHT) + 2)
        if entries:
            self.select(entries[0].path)
        self.clicked.connect(lambda _index: self.request_open.emit(self.current_key()))

    def show_towns(self, towns: Mapping[str, TownWeek]) -> None:
        """Show what was read of the dossiers, by their paths."""
        self._towns = dict(towns)
        self._show()

    def _show(self) -> None:
        columns = _columns(self.viewport().width())
        self._room = len(columns)
        self.show_rows(
            [
                _row(entry, self._today, self._places.get(entry.path, ""), self._towns.get(entry.path), columns)
                for entry in self._entries
            ]
        )

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if len(_columns(self.viewport().width())) != self._room:
            self._show()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        path = self.current_key()
        if path is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.request_open.emit(path)
            return
        if path is not None and event.key() == Qt.Key.Key_Delete:
            self.request_forget.emit(path)
            return
        super().keyPressEvent(event)


def _columns(width: int) -> tuple[int, ...]:
    """Return the widths of the columns that leave room for the names."""
    found: tuple[int, ...] = ()
    for column in (_COMING, _OWED, _MEETING):
        if theme().px(_NAME + sum(found) + column) > width:
            break
        found = (*found, column)
    return found


def _places(entries: tuple[Recent, ...]) -> dict[str, str]:
    """Return what tells apart the dossiers that bear the same name: their files' names, or else where these are."""
    found = {}
    for entry in entries:
        twins = [Path(one.path) for one in entries if (one.name, one.department) == (entry.name, entry.department)]
        if len(twins) > 1:
            path = Path(entry.path)
            alone = [twin.stem for twin in twins].count(path.stem) == 1
            found[entry.path] = path.stem if alone else entry.path
    return found


def _row(entry: Recent, today: date, place: str, town: TownWeek | None, columns: Sequence[int]) -> ListRow:
    read = town if town is not None and not town.problem else None
    zero = read.day_zero if read else _day(entry.day_zero)
    name = (read.name if read else entry.name) or Path(entry.path).stem
    day = ", ".join(filter(None, (short_day_words(zero, today), place))) if zero else entry.path
    second = Words(day, "ink2")
    if town is not None and town.problem:
        second = Words(", ".join(filter(None, (town.problem, place))), "late", "warning")
    beside = _beside(read, today)[: len(columns)] if read is not None else ()
    spoken = [name, entry.department, place]
    spoken += [town.problem] if town is not None and town.problem else []
    spoken += [words for column in _beside(read, today) for words in _spoken(column)] if read is not None else []
    return ListRow(
        entry.path,
        name,
        HEIGHT,
        ", ".join(filter(None, spoken)),
        size=1.25,
        lead=ARMS,
        arms=(read.arms or b"") if read else b"",
        tail=entry.department,
        second=second,
        meter=_meter(day_number(zero, today)) if zero and not (town is not None and town.problem) else (),
        columns=beside,
    )


def _spoken(column: Words) -> tuple[str, ...]:
    return (column.text, column.under.text) if column.under is not None else (column.text,)


def _beside(town: TownWeek, today: date) -> tuple[Words, ...]:
    """Return what is done next, what is owed and watched, and when the next meeting is."""
    return (_coming(town, today), _owed(town, today), _meeting(town, today))


def _coming(town: TownWeek, today: date) -> Words:
    if town.overdue:
        words = ngettext("{count} action to plan again", "{count} actions to plan again", town.overdue)
        return Words(words.format(count=town.overdue), width=_COMING, under=Words(_("new dates to choose"), "ink2"))
    if town.coming is None:
        return Words(_("Everything planned is done"), "ink2", width=_COMING)
    late = town.coming.late_days(today)
    if late:
        words = ngettext("{count} day late", "{count} days late", late).format(count=late)
        under = Words(words, "late", "warning")
    elif town.coming.day == date.max:
        under = Words(_("no date yet"), "ink2", "todo")
    else:
        day, lang = town.coming.day, language()
        words, short = (_("by {day}").format(day=form(day, today, lang)) for form in (near_date, short_near_date))
        under = Words(words, "ink2", "todo", short=short)
    return Words(town.coming.title, width=_COMING, under=under)


def _owed(town: TownWeek, today: date) -> Words:
    """Return how many follow-ups are due, as the header of the dossier counts them; else how many are to come."""
    late, owed, ahead = town.late_follow_ups(today), town.owed_follow_ups(today), len(town.follow_ups)
    if not ahead:
        return Words(_("no follow-up"), "ink2", width=_OWED, under=_watched(town))
    if not owed:
        words = ngettext("{count} follow-up to come", "{count} follow-ups to come", ahead).format(count=ahead)
        return Words(words, "ink2", "clock", _OWED, under=_watched(town))
    words = ngettext("{count} follow-up", "{count} follow-ups", owed).format(count=owed)
    words = (_("{follow_ups}, {count} late") if late else _("{follow_ups}, {count} today")).format(
        follow_ups=words, count=late or owed
    )
    return Words(words, "late" if late else "accent", "warning" if late else "clock", _OWED, under=_watched(town))


def _watched(town: TownWeek) -> Words:
    if not town.vigilances:
        return Words(_("nothing to watch"), "ink2", "check")
    words = ngettext("{count} point de vigilance", "{count} points de vigilance", town.vigilances)
    return Words(words.format(count=town.vigilances), "late", "warning")


def _meeting(town: TownWeek, today: date) -> Words:
    if town.meeting_on is None:
        return Words(_("next meeting"), "ink2", width=_MEETING, under=Words(_("none planned"), "ink2"))
    day = day_date(town.meeting_on, language())
    words = ", ".join(filter(None, (day, clock(town.meeting_at) if town.meeting_at else "")))
    return Words(_("next meeting"), "ink2", width=_MEETING, under=Words(words))


def _meter(day: int) -> tuple[Stretch, ...]:
    """Return the three phases, each darker as far as the days have gone."""
    found, whole = [], LAST_DAY + 1
    for number, (first, last) in PHASES.items():
        reached = first + min(max(day + 1 - first, 0), last + 1 - first)
        found.append(Stretch(first / whole, (last + 1) / whole, f"p{number}"))
        found.append(Stretch(first / whole, reached / whole, f"p{number}_ink"))
    return tuple(found)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
