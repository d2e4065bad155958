"""What the dialogs of documents are given: the dossier, its documents' folder, the way this computer sends and its name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from msp_desktop.domain.mail import Way
from msp_desktop.i18n import _
from msp_desktop.papers.paper import Context
from msp_desktop.services.produced import note_moved
from msp_desktop.ui.papers.place_now import back_words, place_now, tell_place
from msp_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from msp_desktop.exchange.mailers import Handed
    from msp_desktop.services.reach import Reach


class Desk(Struct, frozen=True):
    """The open dossier, the folder of its documents, and the way of sending this computer remembers."""

    workspace: Workspace
    folder: Path
    mail_way: Callable[[], Way]
    keep_mail_way: Callable[[Way], None]

    def written_in(self, parent: QWidget) -> Reach:
        """Return where documents are written now: in their folder, or on this computer while it refuses them, which is said.

        What waited there is in its folder again before.
        """
        found = place_now(self.folder)
        tell_place(parent, found)
        if found.moved:
            self.workspace.attempt(note_moved, found.moved)
        if found.moved and not found.sentence:
            self.workspace.said.emit(back_words(len(found.moved), self.folder), False)
        return found

    def context(self, meeting_id: int | None = None) -> Context:
        """Return what a document is made for, now."""
        return Context(self.workspace.today(), self.workspace.now(), meeting_id)


def way_name(way: Way) -> str:
    """Return the name of a way in the interface's language."""
    return {
        Way.AUTO: _("The first way that works here"),
        Way.MAPI: _("The mail program of this computer"),
        Way.THUNDERBIRD: _("Thunderbird"),
        Way.OUTLOOK: _("Outlook"),
        Way.DRAFT: _("A draft to open in the mail program"),
        Way.WEBMAIL: _("Webmail: copy and paste"),
    }[way]


def sent_words(outcome: Handed, *, left: bool) -> str:
    """Return what came of handing a message over: what went wrong on the way, then that it left or is only prepared."""
    if left:
        words = _("The message is noted as sent in the dossier.")
    else:
        words = _(
            "Message prepared ({way}): it leaves once you send it there. Then say it here: « I have sent it »."
        ).format(way=way_name(outcome.way))
    return " ".join((*outcome.failures, words))
