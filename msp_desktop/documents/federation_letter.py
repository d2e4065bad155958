"""Letters to the regional federation: the first contact, and the announcement of the référent."""

from __future__ import annotations

from datetime import datetime

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
    addressee: tuple[str, ...],
    greeting: str,
    subject: str,
    before: tuple[str, ...],
    listed: tuple[str, ...],
    after: tuple[str, ...],
    closing: str,
) -> BuildResult:
    """Write a letter to the federation: paragraphs, a list, paragraphs."""

    def story(_density: float) -> list[Flowable]:
        return blocks.letter(
            blocks.Letter(
                addressee=addressee,
                place_and_date=place_and_date(head, made_at.date()),
                subject=subject,
                greeting=greeting,
                body=(*before, *([blocks.bullets(list(listed))] if listed else []), *(line for line in after if line)),
                closing=closing,
                signer=blocks.Signer(head.mayor_title, head.mayor),
                margin=contact_margin(head),
            )
        )

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at, subject=subject)
