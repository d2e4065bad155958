"""The communication plan as a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.domain.communications import CommunicationState
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.followup import kit_communication
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.bulletin import named_in
from msp_desktop.services.communication import TextView, communications, day_of, days_late, message_text, ready_text
from msp_desktop.services.letterhead import letterhead

if TYPE_CHECKING:
    from msp_desktop.documents.communication import ReadyText


def _no_message(reader: Reader, _context: Context) -> str | None:
    if communications(reader):
        return None
    return _("The communication plan is empty: begin with the messages proposed, or add one.")


def _about_texts(reader: Reader, context: Context) -> tuple[str, ...]:
    found = []
    for view in _views(reader, context):
        if view.over:
            words = ngettext(
                "« {text} » is {count} character too long.", "« {text} » is {count} characters too long.", view.over
            )
            found.append(words.format(text=view.title, count=view.over))
        named = named_in(reader, view.text)
        if named:
            found.append(_("« {text} » names {people}.").format(text=view.title, people=", ".join(named)))
    return tuple(found)


def _views(reader: Reader, context: Context) -> list[TextView]:
    """Return the texts of the messages that are not out yet, then those ready to adapt."""
    waiting = [row for row in communications(reader) if row.state is not CommunicationState.PUBLISHED]
    own = [message_text(reader, row, context.today) for row in waiting if row.adapted]
    return own + [ready_text(reader, text.code, context.today) for text in kit_communication().texts]


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.communication import Planned, PlanWords, write_communication

    kit, messages = kit_communication(), communications(reader)
    plan = [Planned(row, day_of(row), days_late(row, context.today)) for row in messages]
    words = PlanWords(tuple((means.title, means.text) for means in kit.means), kit.key_messages, kit.before_publishing)
    result = write_communication(path, letterhead(reader), plan, _texts(reader, context), words, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _texts(reader: Reader, context: Context) -> list[ReadyText]:
    from msp_desktop.documents.communication import ReadyText, for_day

    days = {row.message: day_of(row) for row in communications(reader)}
    return [
        ReadyText(view.title, view.text, view.limit, for_day(days.get(view.title)))
        for view in _views(reader, context)
        if view.text.strip()
    ]


COMMUNICATION = Paper(
    "communication", "Plan de communication", "plan-de-communication", tab="actors", make=_make, missing=_no_message,
    remarks=_about_texts, names_people=True,
)  # fmt: skip
