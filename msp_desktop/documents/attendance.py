"""The attendance sheet: a box to sign for each guest, and lines for those one did not expect."""

from __future__ import annotations

from datetime import datetime

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture, meeting_band, notice
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.agenda import GuestView, MeetingView
from msp_desktop.domain.letterhead import Letterhead

TITLE = "Feuille d’émargement"
#: Blank lines, at least, for people who come unannounced.
BLANK = 4
#: Height of a row in mm: a signature needs 8, a comfortable one more.
ROW, LEAST_ROW = 10.4, 9.0
#: Rows of the full height that leave room for the foot on the first page.
ROOMY = 12


def write_attendance(path: Target, head: Letterhead, view: MeetingView, made_at: datetime) -> BuildResult:
    """Write the attendance sheet of a meeting."""

    def story(_density: float) -> list[Flowable]:
        rows: list[list[str | Flowable | list[Flowable]]] = [
            [str(number), _name(guest), guest.detail or guest.person.organisation, ""]
            for number, guest in enumerate(view.guests, 1)
        ]
        rows += [[str(len(view.guests) + extra), "", "", ""] for extra in range(1, BLANK + 1)]
        row = ROW if len(rows) <= ROOMY else LEAST_ROW
        return [
            *blocks.title_block(TITLE, view.meeting.title),
            *blocks.band(meeting_band(view.meeting, view.ends)),
            blocks.gap(5),
            *blocks.open_table(
                ["", "Nom et prénom", "Métier ou structure", "Signature"],
                rows,
                [8, 50, 56, 54],
                boxed=3,
                row_height=row,
                summary="Une ligne par personne invitée, avec une case pour signer",
            ),
            blocks.gap(5),
            Text(
                typed("Heure de fin\u00a0: ____________        Nombre de présents\u00a0: ________"), style.style("text")
            ),
            blocks.gap(3),
            *typed_paragraphs(notice(head), style.style("note")),
        ]

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at, subject=view.meeting.title)


def _name(guest: GuestView) -> Flowable:
    person = guest.person
    if not person.last_name:
        return Text(typed(guest.name, fonts.BOLD), style.style("cell_bold"))
    return Text(f"<b>{typed(person.last_name, fonts.BOLD)}</b> {typed(person.first_name)}", style.style("cell"))
