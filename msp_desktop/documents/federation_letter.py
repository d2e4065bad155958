"""Letters to the regional federation: the first contact, and the announcement of the référent."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import structs
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import contact_margin, furniture, place_and_date
from msp_desktop.domain.letterhead import Letterhead

TITLE = "Lettre à la fédération"


def write_federation_letter(
    path: Target,
    head: Letterhead,
    made_at: datetime,
    *,
    day: date,
    addressee: tuple[str, ...],
    greeting: str,
    subject: str,
    before: tuple[str, ...],
    listed: tuple[str, ...],
    after: tuple[str, ...],
    closing: str,
) -> BuildResult:
    """Write a letter to the federation, of this day: paragraphs, a list, paragraphs."""

    def story(_density: float) -> list[Flowable]:
        return blocks.letter(
            blocks.Letter(
                addressee=addressee,
                place_and_date=place_and_date(head, day),
                subject=subject,
                greeting=greeting,
                body=(*before, *([blocks.bullets(list(listed))] if listed else []), *(line for line in after if line)),
                closing=closing,
                signer=blocks.Signer(head.mayor_title, head.mayor),
                margin=contact_margin(head),
            )
        )

    # The letter bears its own day: the foot does not tell another.
    page = structs.replace(furniture(head, TITLE, day), made_on="")
    return build(path, story, page, made_at=made_at, subject=subject)
