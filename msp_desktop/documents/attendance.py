"""The attendance sheet: a box to sign for each guest, and lines for those one did not expect."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, page, style
from msp_desktop.documents.build import NEARLY_EMPTY, BuildResult, Target, build
from msp_desktop.documents.common import furniture, meeting_band, trade
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.french.case import capital

TITLE = "Feuille d’émargement"
#: Blank lines for people who come unannounced: as a rule, the least where that saves a page, the most where it fills one.
BLANK, LEAST_BLANK, MOST_BLANK = 4, 2, 16
#: Heights of a row in mm, the best first: a signature needs 8.
_HEIGHTS = (10.4, 9.7, 9.0, 8.6, 11.0, 12.0, 13.0, 14.0)
#: Guests that a last page has at least.
_LEAST_GUESTS = 3
_WIDTHS = (8, 50, 56, 54)


class Rooms(NamedTuple):
    """The room for a table on the first page and on the others, and what its foot takes, in points."""

    first: float
    later: float
    foot: float


class Heights(NamedTuple):
    """The heights of a table's header, of each guest's row and of a blank one, in points."""

    header: float
    guests: list[float]
    blank: float


def write_attendance(path: Target, head: Letterhead, view: MeetingView, made_at: datetime, notice: str) -> BuildResult:
    """Write the attendance sheet of a meeting, with what it says of the data on it."""
    sheet = page.size(wide=False)[1] - page.BOTTOM

    def top() -> list[Flowable]:
        return [
            *blocks.title_block(TITLE, view.meeting.title),
            *blocks.band(meeting_band(view.meeting, view.ends)),
            blocks.gap(5),
        ]

    def foot() -> list[Flowable]:
        return [
            blocks.gap(3.5),
            blocks.columns("Heure de fin\u00a0: ____________", "Nombre de présents\u00a0: ________"),
            blocks.gap(1.5),
            *typed_paragraphs(notice, style.style("note")),
        ]

    def shape() -> tuple[float, int]:
        first = sheet - page.first_top(wide=False) - blocks.height_of(top())
        rooms = Rooms(first - 1, sheet - page.LATER_TOP - 1, blocks.height_of(foot()))
        return best_shape(lambda height: _row_heights(head, view, height), rooms)

    def story(_density: float) -> list[Flowable]:
        return [*top(), *_table(head, view, *shape()), *foot()]

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at, subject=view.meeting.title)


def best_shape(heights_for: Callable[[float], Heights], rooms: Rooms) -> tuple[float, int]:
    """Return how high a row is, in mm, and how many blank ones there are, for as few pages as possible.

    The last page of several has guests enough, and is not nearly empty.
    """
    known = {height: heights_for(height) for height in _HEIGHTS}

    def cost(height: float, blanks: int) -> tuple[bool, int, int, int]:
        heights = known[height]
        wanted = BLANK if heights.guests else MOST_BLANK
        pages, guests, used = _pages(heights, blanks, rooms)
        sound = pages == 1 or (guests >= min(_LEAST_GUESTS, len(heights.guests)) and used >= NEARLY_EMPTY * rooms.later)
        return not sound, pages, abs(wanted - blanks), _HEIGHTS.index(height)

    shapes = [(height, blanks) for height in _HEIGHTS for blanks in range(LEAST_BLANK, MOST_BLANK + 1)]
    return min(shapes, key=lambda shape: cost(*shape))


def _pages(heights: Heights, blanks: int, rooms: Rooms) -> tuple[int, int, float]:
    """Return how many pages there are, and of the last one the guests and the height used."""
    pages, guests, used, room = 1, 0, heights.header, rooms.first
    for number, row in enumerate([*heights.guests, *[heights.blank] * blanks]):
        if used + row > room:
            pages, guests, used, room = pages + 1, 0, heights.header, rooms.later
        used += row
        guests += number < len(heights.guests)
    if used + rooms.foot > room:
        return pages + 1, 0, rooms.foot
    return pages, guests, used + rooms.foot


def _row_heights(head: Letterhead, view: MeetingView, height: float) -> Heights:
    _break, table = _table(head, view, height, 1)
    header, *rows = blocks.row_heights(table)
    blank = rows[-1]
    guests = rows[: len(view.guests)]
    return Heights(header, [*guests, *[blank] * (len(view.guests) - len(guests))], blank)


def _table(head: Letterhead, view: MeetingView, height: float, blanks: int) -> list[Flowable]:
    rows: list[list[str | Flowable | Sequence[Flowable]]] = [
        [str(number), _name(guest), capital(_structure(head, guest)), ""] for number, guest in enumerate(view.guests, 1)
    ]
    rows += [[str(len(view.guests) + extra), "", "", ""] for extra in range(1, blanks + 1)]
    return blocks.open_table(
        ["N°", "Nom et prénom", "Métier ou structure", "Signature"],
        rows,
        _WIDTHS,
        boxed=3,
        stub=(1,),
        row_height=height,
        summary="Une ligne par personne invitée, avec une case pour signer",
    )


def _structure(head: Letterhead, guest: GuestView) -> str:
    """Return the trade, or the body of whoever speaks for one."""
    return trade(head, guest) or (guest.person.organisation if guest.person.last_name else "")


def _name(guest: GuestView) -> Flowable:
    person = guest.person
    if not person.last_name:
        return Text(typed(guest.name, fonts.BOLD), style.style("cell_bold"))
    return Text(f"<b>{typed(person.last_name, fonts.BOLD)}</b> {typed(person.first_name)}", style.style("cell"))
