"""The columns of the table of communes, each with what it is sorted by, and which give way where there is little room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from msp_desktop.domain.federated.communes import Order
from msp_desktop.formats.quick import tight_date
from msp_desktop.i18n import _, language
from msp_desktop.ui.federation.seen import CommuneRow
from msp_desktop.ui.federation.words import referent_words, short_department, short_phase, watched_words
from msp_desktop.ui.models.rows import NOTHING, Column

#: The place of the column that `AdvanceCell` draws.
ADVANCE = 3


class Head(Struct, frozen=True):
    """A column and its order; of those that give way, the one of the greatest `yields` goes first; 0 stays.

    One that is `wished` is shown only where somebody asks for it.
    """

    column: Column
    order: Order
    yields: int = 0
    wished: bool = False


def heads(today: Callable[[], date]) -> tuple[Head, ...]:
    """Return the columns, from left to right."""

    def news(row: CommuneRow) -> str:
        return tight_date(row.line.made_at.astimezone().date(), today(), language())

    def contact(row: CommuneRow) -> str:
        if row.line.contacted_on is not None:
            return tight_date(row.line.contacted_on, today(), language())
        return _("yes") if row.line.contacted else _("not yet")

    return (
        Head(Column(_("Commune"), lambda row: row.line.name, width=150, grows=True), Order.NAME),
        Head(
            Column(_("Dept."), lambda row: short_department(row.line.department), width=84, tone=_soft),
            Order.DEPARTMENT,
            yields=6,
        ),
        Head(Column(_("Day"), _day, width=56, right=True, tone=_soft), Order.DAY, yields=3),
        Head(Column(_("Progress"), lambda row: short_phase(row.phase), width=168), Order.DAY),
        Head(
            Column(
                _("Finished"),
                lambda row: _("{done} of {total}").format(done=row.line.done, total=row.line.total),
                width=82,
                right=True,
            ),
            Order.DONE,
            yields=4,
        ),
        Head(
            Column(
                _("To watch"),
                lambda row: watched_words(len(row.line.vigilances)) if row.line.vigilances else NOTHING,
                width=98,
                tone=lambda row: "late" if row.line.vigilances else "ink2",
                glyph=lambda row: ("warning", "late") if row.line.vigilances else None,
            ),
            Order.VIGILANCES,
        ),
        Head(
            Column(
                _("Référent"),
                lambda row: referent_words(row.line.referent),
                width=104,
                tone=lambda row: "done" if row.line.referent else "ink2",
                glyph=lambda row: ("done", "done") if row.line.referent else ("todo", "ink2"),
            ),
            Order.REFERENT,
            yields=1,
        ),
        Head(
            Column(_("Leaving in 5 y."), lambda row: str(row.line.leaving), width=128, right=True),
            Order.LEAVING,
            yields=5,
        ),
        Head(
            Column(
                _("Late"),
                lambda row: str(row.line.late) if row.line.late else NOTHING,
                width=88,
                right=True,
                tone=lambda row: "late" if row.line.late else "ink2",
            ),
            Order.LATE,
            wished=True,
        ),
        Head(
            Column(
                _("First contact"),
                contact,
                width=126,
                tone=lambda row: "" if row.line.contacted else "late",
            ),
            Order.CONTACTED,
            wished=True,
        ),
        Head(Column(_("Received"), news, width=86, tone=_soft), Order.MADE_AT, yields=2),
    )


def _day(row: CommuneRow) -> str:
    return NOTHING if row.phase == "before" else str(row.day)


def _soft(_row: CommuneRow) -> str:
    return "ink2"
