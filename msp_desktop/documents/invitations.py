"""Letters of invitation: one a guest, each on a new sheet when printed on both sides, with a slip to send back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import structs
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import contact_margin, furniture
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.letters import InvitationText

TITLE = "Lettre d’invitation"


def write_invitations(
    path: Target,
    head: Letterhead,
    texts: Sequence[InvitationText],
    subject: str,
    made_at: datetime,
    *,
    reference: str = "",
) -> BuildResult:
    """Write the letters one after the other; `subject` is the file's, `reference` the town hall's (« Nos réf. »)."""

    def story(_density: float) -> list[Flowable]:
        flowables: list[Flowable] = []
        for number, text in enumerate(texts):
            if number:
                flowables += blocks.next_sheet()
            flowables += blocks.letter(_letter(head, text, reference))
        return flowables

    # Several letters in one file: a guest must not read « page 3 sur 19 », and each letter bears its own date.
    page = structs.replace(furniture(head, TITLE, made_at.date(), numbered=False), made_on="")
    return build(path, story, page, made_at=made_at, subject=subject)


def _letter(head: Letterhead, text: InvitationText, reference: str) -> blocks.Letter:
    answer = blocks.Slip(text.answer_name, text.answer_to, text.answer_by, text.answer_where)
    return blocks.Letter(
        addressee=text.addressee,
        place_and_date=text.place_and_date,
        subject=text.subject,
        enclosures=text.enclosures,
        greeting=text.greeting,
        body=(
            *text.before,
            blocks.callout(text.when, "\n".join(filter(None, text.where))),
            *text.after,
        ),
        closing=text.closing,
        signer=blocks.Signer(head.mayor_title, head.mayor),
        margin=contact_margin(head, reference),
        note=text.notice,
        slip=answer if text.answer_name else None,
        bookmark=text.name,
    )
