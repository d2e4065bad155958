"""The list of known dossiers: what is remembered of each at once, what is due in it as soon as it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from msp_desktop.domain.dossier_marks import mark_of
from msp_desktop.domain.schedule import LAST_DAY, PHASES, day_number
from msp_desktop.domain.week import DueKind, TownWeek
from msp_desktop.formats.hours import clock
from msp_desktop.formats.quick import day_date, near_date, short_near_date
from msp_desktop.i18n import N_, _, language, ngettext
from msp_desktop.services.preferences import Recent
from msp_desktop.services.summary import short_day_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.list_rows import ARMS, ListRow, RowList, Stretch, Words
from msp_desktop.ui.widgets.own_arms import own_mark

#: Height of a known dossier, and the least left for its name, in pixels at 100 %.
HEIGHT, _NAME = 80, 300
#: How many rows are seen however low the window is: where the week stands beside them, where all of it scrolls.
LEAST, LEAST_ALONE = 3, 4
#: What stands beside the name where there is room, the first to go last; widths in pixels at 100 %.
_COMING, _OWED, _MEETING = 214, 190, 176


#: What can be done to a dossier in the list: the keys of a wish, its words, its key on the keyboard.
KEEPING = (
    ("rename", N_("Rename…"), Qt.Key.Key_F2),
    ("archive", N_("Put in the archive"), None),
    ("take_off", N_("Take off the start page"), Qt.Key.Key_Delete),
    ("bin", N_("Put in the recycle bin…"), None),
)


class KnownList(RowList):
    """Emit `request_open(path)` on Enter or a click, `request_find(path)` where its file is not found.

    `request_keep(what, path)` wishes for one of `KEEPING`, by its key or in the menu of the row.
    """

    request_open = Signal(str)
    request_find = Signal(str)
    request_keep = Signal(str, str)

    def __init__(self, entries: tuple[Recent, ...], today: date, parent: QWidget | None = None) -> None:
        super().__init__(_("Your dossiers"), parent)
        self._entries, self._today = entries, today
        self._towns: dict[str, TownWeek] = {}
        self._places = _places(entries)
        self._room = -1
        self._show()
        self.setMaximumHeight(len(entries) * theme().px(HEIGHT) + 2)
        self.keep_in_sight(LEAST)
        if entries:
            self.select(entries[0].path)
        self.clicked.connect(lambda _index: self.open_chosen())

    def show_towns(self, towns: Mapping[str, TownWeek]) -> None:
        """Show what was read of the dossiers, by their paths."""
        self._towns = dict(towns)
        self._show()

    def keep_in_sight(self, rows: int) -> None:
        """Have this many dossiers seen at once, however low the window is: all where there are fewer."""
        self.setMinimumHeight(min(rows, len(self._entries)) * theme().px(HEIGHT) + 2)

    def is_missing(self, path: object) -> bool:
        """Tell whether a dossier's file was not found."""
        town = self._towns.get(str(path))
        return town is not None and town.gone

    def open_chosen(self) -> None:
        """Wish to open the dossier chosen, or to find it again."""
        path = self.current_key()
        if path is not None:
            (self.request_find if self.is_missing(path) else self.request_open).emit(str(path))

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
            self.open_chosen()
            return
        bare = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        for what, _words, key in KEEPING:
            if path is not None and bare and key == event.key():
                self.request_keep.emit(what, str(path))
                return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The right button opens the menu of a row, where Qt would also choose it, and a click opens a dossier.
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        row = self.row_at(self.indexAt(event.pos())) if by_mouse else None
        path = row.key if row is not None else None if by_mouse else self.current_key()
        if path is None:
            return
        self.select(path)
        place = event.globalPos() if by_mouse else self.mapToGlobal(self.visualRect(self.currentIndex()).center())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Find again…") if self.is_missing(path) else _("Open"), self.open_chosen)
        menu.addSeparator()
        for what, words, key in KEEPING:
            action = menu.addAction(_(words), partial(self.request_keep.emit, what, str(path)))
            if key is not None:
                action.setShortcut(QKeySequence(key))
        menu.popup(place)


def _columns(width: int) -> tuple[int, ...]:
    """Return the widths of the columns that leave room for the names."""
    found: tuple[int, ...] = ()
    for column in (_COMING, _OWED, _MEETING):
        if theme().px(_NAME + sum(found) + column) > width:
            break
        found = (*found, column)
    return found


def _places(entries: tuple[Recent, ...]) -> dict[str, str]:
    """Return what tells each dossier from others of its commune: what its file says, or else where that is."""
    found = {}
    for entry in entries:
        mark = mark_of(entry.name, Path(entry.path).stem) if entry.name else ""
        twins = [one for one in entries if (one.name, one.department) == (entry.name, entry.department)]
        stems = [Path(one.path).stem for one in twins]
        alone = stems.count(Path(entry.path).stem) == 1
        found[entry.path] = mark if alone else ", ".join(filter(None, (mark, str(Path(entry.path).parent))))
    return found


def _row(entry: Recent, today: date, place: str, town: TownWeek | None, columns: Sequence[int]) -> ListRow:
    read = town if town is not None and not town.problem else None
    zero = read.day_zero if read else day_of(entry.day_zero)
    name = (read.name if read else entry.name) or Path(entry.path).stem
    day = short_day_words(zero, today) if zero else ""
    problem = _problem(entry, town, today)
    second = Words(", ".join(filter(None, (place, day))) or entry.path, "ink2")
    if problem:
        second = Words(", ".join(filter(None, (problem, place))), "late", "warning")
    beside = _beside(read, today)[: len(columns)] if read is not None else ()
    sample = _("sample") if read is not None and read.is_sample else ""
    spoken = [name, entry.department, sample, place, problem]
    spoken += [words for column in _beside(read, today) for words in _spoken(column)] if read is not None else []
    begun = zero is not None and zero <= today
    return ListRow(
        entry.path,
        name,
        HEIGHT,
        ", ".join(filter(None, spoken)),
        size=1.25,
        lead=ARMS,
        arms=(read.arms or b"") if read else b"",
        emblem=own_mark(name, entry.department),
        tail=", ".join(filter(None, (entry.department, sample))),
        second=second,
        # What tells a dossier from its twin needs the room.
        meter=_meter(day_number(zero, today)) if zero and begun and not problem and not place else (),
        columns=beside,
    )


def _problem(entry: Recent, town: TownWeek | None, today: date) -> str:
    """Return why a dossier cannot be read, since when its file is not found; nothing where all is well."""
    if town is None or not town.problem:
        return ""
    since = day_of(entry.missing_since)
    if not town.gone or since is None or since >= today:
        return town.problem
    return _("not found since {day}").format(day=near_date(since, today, language()))


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
        many = sum(due.kind is DueKind.ACTION and due.day < today for due in town.due)
        if many > 1:
            words = _("{count} late, the first by {days} days").format(count=many, days=late)
        under = Words(
            words,
            "late",
            "warning",
            short=ngettext("{count} late", "{count} late", many).format(count=many) if many > 1 else "",
        )
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


def day_of(text: str) -> date | None:
    """Return the day that a preference holds, None where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
