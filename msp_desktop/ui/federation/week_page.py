"""The second tab: what the next days ask of the federation, from what each commune sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from msp_desktop.domain.federated.week import DAYS, Due, Kind, Week
from msp_desktop.domain.schedule import LAST_DAY, PHASES
from msp_desktop.formats.numbers import number
from msp_desktop.formats.quick import day_date, short_near_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.federation.seen import FRESH, CommuneRow
from msp_desktop.ui.federation.words import department_words, due_words
from msp_desktop.ui.widgets.labels import Label, page_title
from msp_desktop.ui.widgets.layouts import column, framed
from msp_desktop.ui.widgets.list_rows import EDGE, ListRow, RowList, Words

#: Communes named under each heading; the table, filtered, has the others.
_NAMED = 40
_HEAD, _LINE = 34, 34


class _Line(Struct, frozen=True):
    """A commune to think of, and why, with the tone of the reason."""

    insee: str
    name: str
    department: str
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
        words = _("from {first} to {last}").format(
            first=day_date(today, language()), last=day_date(today + timedelta(DAYS - 1), language())
        )
        self._under.setText(words if rows else f"{words}. {_('Nothing asks for you this week.')}")
        self.list.show_rows(rows)

    def _open(self) -> None:
        key = self.list.current_key()
        if key is not None:
            self.request_commune.emit(str(key).partition(" ")[2])


def week_rows(rows: Sequence[CommuneRow], week: Week, today: date) -> tuple[ListRow, ...]:
    """Return what the week asks for, under headings: for a thread, where there are thousands of communes."""
    made: list[ListRow] = []
    for key, heading, lines in (
        ("call", _("To be called: something to watch, and not in touch yet"), _to_call(rows)),
        ("coming", _("In the next seven days"), [_coming(due) for due in week.coming]),
        ("late", _("Late in the communes"), [_late(due, today) for due in week.late]),
        ("turn", _("A phase begins, or the hundred days end"), _turning(rows, today)),
        ("silent", _("Without news for {days} days").format(days=FRESH), _silent(rows, today)),
    ):
        if lines:
            made.append(ListRow(f"head-{key}", f"{heading} ({number(len(lines))})", _HEAD, band="wash", lead=EDGE))
            made += [_row(f"{key}{at} {one.insee}", one) for at, one in enumerate(lines[:_NAMED])]
        if len(lines) > _NAMED:
            more = ngettext("and {count} other", "and {count} others", len(lines) - _NAMED)
            words = more.format(count=number(len(lines) - _NAMED))
            made.append(ListRow(f"more-{key}", words, _LINE, band="paper", lead=EDGE))
    if week.read < week.communes:
        words = _("Read in {read} communes of {communes}: those late, then those that sent something last.")
        words = words.format(read=number(week.read), communes=number(week.communes))
        made.append(ListRow("more-read", words, _LINE, band="paper", lead=EDGE))
    return tuple(made)


def _row(key: str, line: _Line) -> ListRow:
    return ListRow(
        key,
        line.name,
        _LINE,
        spoken=f"{line.name}, {line.why}",
        tail=department_words(line.department),
        columns=(Words(line.why, line.tone, line.glyph, 420),),
        lead=EDGE,
    )


def _of(row: CommuneRow, why: str, glyph: str, tone: str = "ink2") -> _Line:
    return _Line(row.id, row.line.name, row.line.department, why, glyph, tone)


def _coming(due: Due) -> _Line:
    why = _("{day}: {what}").format(day=day_date(due.day, language()), what=due_words(due))
    glyph = "people" if due.kind is Kind.MEETING else "calendar"
    return _Line(due.insee, due.name, due.department, why, glyph)


def _late(due: Due, today: date) -> _Line:
    why = _("{what}, since {day}").format(what=due_words(due), day=short_near_date(due.day, today, language()))
    if due.others:
        others = ngettext("and {count} other", "and {count} others", due.others).format(count=due.others)
        why = f"{why}, {others}"
    return _Line(due.insee, due.name, due.department, why, "warning", "late")


def _to_call(rows: Sequence[CommuneRow]) -> list[_Line]:
    def words(row: CommuneRow) -> str:
        count = len(row.line.vigilances)
        return ngettext("{count} point to watch", "{count} points to watch", count).format(count=count)

    return [_of(row, words(row), "warning", "late") for row in rows if row.line.vigilances and not row.line.contacted]


def _turning(rows: Sequence[CommuneRow], today: date) -> list[_Line]:
    """Return the communes of which a phase begins, or the hundred days end, within the seven days."""

    def words(row: CommuneRow) -> str:
        for phase, (first, _last) in PHASES.items():
            day = row.line.day_zero + timedelta(first)
            if today <= day < today + timedelta(DAYS):
                return _("phase {number} begins on {day}").format(number=phase, day=day_date(day, language()))
        end = row.line.day_zero + timedelta(LAST_DAY)
        if today <= end < today + timedelta(DAYS):
            return _("the hundred days end on {day}").format(day=day_date(end, language()))
        return ""

    return [_of(row, why, "clock") for row in rows if (why := words(row))]


def _silent(rows: Sequence[CommuneRow], today: date) -> list[_Line]:
    found = []
    for row in rows:
        last = row.line.made_at.astimezone().date()
        if (today - last).days >= FRESH and row.phase != "after":
            why = _("last news on {day}").format(day=short_near_date(last, today, language()))
            found.append(_of(row, why, "clock", "late"))
    return found
