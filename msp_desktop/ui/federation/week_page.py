"""The second tab: what this week asks of the federation, from the days each commune has reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from msp_desktop.domain.schedule import LAST_DAY, PHASES
from msp_desktop.formats.quick import day_date, short_near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.federation.seen import FRESH, CommuneRow
from msp_desktop.ui.federation.words import department_words
from msp_desktop.ui.widgets.labels import Label, page_title
from msp_desktop.ui.widgets.layouts import column, framed
from msp_desktop.ui.widgets.list_rows import EDGE, ListRow, RowList, Words

#: Communes named under each heading; the table, filtered, has the others.
_NAMED = 40
_HEAD, _LINE = 34, 34


class _Due(Struct, frozen=True):
    """A commune to think of, and why, with the tone of the reason."""

    row: CommuneRow
    why: str
    glyph: str
    tone: str = "ink2"


class WeekPage(QWidget):
    """Emit `request_commune(insee)` for the one pressed."""

    request_commune = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._under = Label("", tone="soft", wrap=True)
        self.list = RowList(_("This week"))
        self.list.clicked.connect(lambda _index: self._open())
        self.list.activated.connect(lambda _index: self._open())
        self.setLayout(column(page_title(_("This week")), self._under, framed(self.list), spacing=8))
        self.layout().setStretch(2, 1)  # type: ignore[union-attr]

    def show_rows(self, rows: Sequence[ListRow], today: date) -> None:
        """Show what `week_rows` made."""
        monday = today - timedelta(today.weekday())
        words = _("from {first} to {last}").format(
            first=day_date(monday, language()), last=day_date(monday + timedelta(6), language())
        )
        self._under.setText(words if rows else f"{words}. {_('Nothing asks for you this week.')}")
        self.list.show_rows(rows)

    def _open(self) -> None:
        key = self.list.current_key()
        if key is not None:
            self.request_commune.emit(str(key).partition(" ")[2])


def week_rows(rows: Sequence[CommuneRow], today: date) -> tuple[ListRow, ...]:
    """Return what the week asks for, under headings: for a thread, where there are thousands of communes."""
    monday = today - timedelta(today.weekday())
    made: list[ListRow] = []
    for key, heading, dues in (
        ("call", _("To be called: something to watch, and not in touch yet"), _to_call(rows)),
        ("turn", _("A phase begins, or the hundred days end"), _turning(rows, monday)),
        ("silent", _("Without news for {days} days").format(days=FRESH), _silent(rows, today)),
        ("news", _("Received this week"), _news(rows, monday)),
    ):
        if not dues:
            continue
        made.append(ListRow(f"head-{key}", f"{heading} ({len(dues)})", _HEAD, band="wash", lead=EDGE))
        made += [
            ListRow(
                f"{key} {due.row.id}",
                due.row.line.name,
                _LINE,
                spoken=f"{due.row.line.name}, {due.why}",
                tail=department_words(due.row.line.department),
                columns=(Words(due.why, due.tone, due.glyph, 330),),
                lead=EDGE,
            )
            for due in dues[:_NAMED]
        ]
        if len(dues) > _NAMED:
            more = ngettext("and {count} other", "and {count} others", len(dues) - _NAMED)
            made.append(ListRow(f"more-{key}", more.format(count=len(dues) - _NAMED), _LINE, band="paper", lead=EDGE))
    return tuple(made)


def _chosen(rows: Sequence[CommuneRow], due: Callable[[CommuneRow], _Due | None]) -> list[_Due]:
    return [found for row in rows if (found := due(row)) is not None]


def _to_call(rows: Sequence[CommuneRow]) -> list[_Due]:
    def due(row: CommuneRow) -> _Due | None:
        count = len(row.line.vigilances)
        if not count or row.line.contacted:
            return None
        words = ngettext("{count} point to watch", "{count} points to watch", count)
        return _Due(row, words.format(count=count), "warning", "late")

    return _chosen(rows, due)


def _turning(rows: Sequence[CommuneRow], monday: date) -> list[_Due]:
    """Return the communes of which a phase begins, or the hundred days end, within the seven days."""

    def due(row: CommuneRow) -> _Due | None:
        for number, (first, _last) in PHASES.items():
            day = row.line.day_zero + timedelta(first)
            if monday <= day < monday + timedelta(7):
                words = _("phase {number} begins on {day}")
                return _Due(row, words.format(number=number, day=day_date(day, language())), "clock")
        end = row.line.day_zero + timedelta(LAST_DAY)
        if monday <= end < monday + timedelta(7):
            return _Due(row, _("the hundred days end on {day}").format(day=day_date(end, language())), "clock")
        return None

    return _chosen(rows, due)


def _silent(rows: Sequence[CommuneRow], today: date) -> list[_Due]:
    def due(row: CommuneRow) -> _Due | None:
        last = row.line.made_at.astimezone().date()
        if (today - last).days < FRESH or row.phase == "after":
            return None
        return _Due(row, _("last news on {day}").format(day=short_near_date(last, today, language())), "clock", "late")

    return _chosen(rows, due)


def _news(rows: Sequence[CommuneRow], monday: date) -> list[_Due]:
    def due(row: CommuneRow) -> _Due | None:
        made = row.line.made_at.astimezone().date()
        if made < monday:
            return None
        return _Due(row, _("received on {day}").format(day=day_date(made, language())), "done")

    return _chosen(rows, due)
