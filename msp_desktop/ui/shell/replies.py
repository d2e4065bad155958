"""A federation's answer, opened by a double click, the menu or a drop: its dossier is found, and it is shown beside it."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from msp_desktop.domain.carried.envelope import LONGEST, decoded_reply
from msp_desktop.domain.carried.refusals import RefusedError, Why, refusal_words
from msp_desktop.domain.carried.reply import NAME, Reply
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.paths import REPLY_SUFFIX
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.patience import answer_of

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow

#: What carries an answer: its own file, a document, a message.
PATTERNS = (f"*{REPLY_SUFFIX}", "*.json", "*.pdf", "*.eml")
#: How long a document may take to be read, with the process that reads it, in seconds.
_PATIENCE = 30.0


class _Read(Struct, frozen=True):
    """What a file gave: an answer, or why there is none."""

    reply: Reply | None = None
    why: Why = Why.NOT_OURS


def may_be_a_reply(path: Path) -> bool:
    """Tell by its name whether a file may be, or carry, an answer: no official file is called so."""
    return path.suffix.casefold() in (REPLY_SUFFIX, ".pdf", ".eml") or path.name.casefold() == NAME


def open_reply(window: MainWindow, path: Path) -> None:
    """Show the answer that a file is or carries, beside the dossier it is for, which is opened; else say what to do."""
    from msp_desktop.services.known_dossiers import unlisted
    from msp_desktop.services.replies import dossier_for, is_for

    try:
        read = answer_of(path, partial(_read, path, window.clock()), _Read(why=Why.TOO_SLOW), _PATIENCE)
        if read.reply is None:
            raise UserError(_refusal(read.why))
        reply = read.reply
        workspace = window.workspace
        if workspace is None or not is_for(workspace.reader, reply):
            known = [entry.path for entry in window.preferences.recent]
            paths = [*map(Path, known), *unlisted(known)]
            found = answer_of("dossiers", partial(dossier_for, reply, paths), None, _PATIENCE)
            if found is None:
                raise UserError(_not_known(reply))
            if not window.open_dossier(found):
                return
    except UserError as error:
        window.refuse(error.sentence)
        return
    except OSError:
        window.refuse(_refusal(Why.CANNOT_READ))
        return
    show(window, reply)


def show(window: MainWindow, reply: Reply) -> None:
    """Show an answer beside the dossier that is open."""
    from msp_desktop.services.replies import plan_reply
    from msp_desktop.ui.dialogs.reply_dialog import ReplyDialog

    workspace = window.workspace
    assert workspace is not None
    workspace.flush()
    review = workspace.attempt(lambda store: plan_reply(store.reader, reply, workspace.today()))
    if review is not None:
        run(ReplyDialog(workspace, review, window), workspace)


def _read(path: Path, now: datetime) -> _Read:
    """Read a file of our own kind here, since its length bounds it, and any other in a process of its own."""
    try:
        if path.suffix.casefold() in (REPLY_SUFFIX, ".json"):
            with path.open("rb") as file:
                return _Read(decoded_reply(file.read(LONGEST + 1)))
        from msp_desktop.exchange.carried.farm import carried_in

        return _Read(decoded_reply(carried_in(path, NAME, now=now)))
    except RefusedError as error:
        return _Read(why=error.why)


def _refusal(why: Why) -> str:
    nothing = _("This file brings no answer of the federation: open the document, or the message, that it sent you.")
    return {
        Why.NOT_OURS: _("This file is no answer of a federation made with Santé 100 jours."),
        Why.NO_DATA: nothing,
        Why.EMPTY: nothing,
        Why.ENCRYPTED: _(
            "This document is protected by a password: it is no answer of the federation, which has none."
        ),
        Why.OUTLOOK: refusal_words(Why.OUTLOOK),
        Why.TOO_NEW: _("This answer was made with a later version of Santé 100 jours: install it to read it."),
        Why.CANNOT_READ: _("This file cannot be read: close the program that holds it, or copy it elsewhere."),
    }.get(why, _("This answer is damaged, or not as it should be: ask the federation to send it again."))


def _not_known(reply: Reply) -> str:
    words = _("This answer is for the commune of INSEE code {code}, whose dossier is not among those of this computer: open "
              "that dossier first, then the answer.")  # fmt: skip
    return words.format(code=reply.insee)
