"""What is printed together: a tab's documents, and a meeting's papers in the right number of copies."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.papers.catalogue import paper, papers_of_tab
from msp_desktop.papers.export import act_of, files_of
from msp_desktop.papers.paper import Context, Paper
from msp_desktop.services.meetings import meeting_view


class Choice(Struct, frozen=True):
    """A file one may print: why it cannot be (empty where it can), how many copies are proposed, in which context it is made.

    `key` tells it from the others of the list: a document's own, and the person's too where each has an act of their own.
    """

    paper: Paper
    missing: str
    context: Context
    title: str
    key: str
    copies: int = 1


def choices(reader: Reader, key: str, context: Context) -> tuple[Choice, ...]:
    """Return the files that one may print of the tab of this document, in menu order: one a person for acts."""
    found = []
    for document in papers_of_tab(paper(key).tab):
        if document.per_meeting and context.meeting_id is None:
            sentence: str | None = _("There is no meeting yet: add one first, in « Meetings ».")
        else:
            sentence = document.missing(reader, context)
        for own in files_of(reader, document, context):
            act = act_of(reader, document, own)
            title = f"{act.title} – {act.who}" if act else document.title
            name = f"{document.key} {act.person_id}" if act else document.key
            found.append(Choice(document, sentence or "", own, title, name, _copies(reader, document, own)))
    return tuple(found)


#: What is taken to a meeting: one agenda a guest, the sheet to sign, the mayor's own brief.
MEETING_BUNDLE = ("agenda", "attendance", "mayor-brief")


def _copies(reader: Reader, document: Paper, context: Context) -> int:
    if document.key != "agenda" or context.meeting_id is None:
        return 1
    return max(1, len(meeting_view(reader, context.meeting_id).guests))
