"""Why a file is not taken: each reason has a code, which the base keeps, and a sentence, which is shown."""

from __future__ import annotations

from enum import StrEnum

from msp_desktop.i18n import _


class Why(StrEnum):
    """The reasons; the value is what the base keeps and `--json` prints."""

    NOT_OURS = "not-ours"
    NO_DATA = "no-data"
    TOO_NEW = "too-new"
    INVALID = "invalid"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    AMBIGUOUS = "ambiguous"
    NESTED = "nested"
    EMPTY = "empty"
    OUTLOOK = "outlook-form"
    CANNOT_READ = "cannot-read"
    SAMPLE = "sample"
    FUTURE = "future"
    OTHER_DOSSIER = "second-dossier"


class RefusedError(Exception):
    """A file that is not taken; `where` is the place of what is wrong inside (« $.departures[0].n »), "" where none is told."""

    def __init__(self, why: Why, where: str = "") -> None:
        super().__init__(f"{why}: {where}" if where else str(why))
        self.why, self.where = why, where


def refusal_words(why: Why) -> str:
    """Return the sentence that says why, and what to do."""
    return {
        Why.NOT_OURS: _("This file does not come from Santé 100 jours."),
        Why.NO_DATA: _("This document carries no data: ask the commune to make it again with version 1.9 or later."),
        Why.TOO_NEW: _("This file was made with a later version of Santé 100 jours: install it to read this file."),
        Why.INVALID: _("The data inside are not as they should be: ask the commune to send the document again."),
        Why.TOO_LARGE: _("This file is far larger than any document of a commune: it was not read."),
        Why.TOO_SLOW: _("This file could not be read within a few seconds: ask the commune to send it again."),
        Why.DAMAGED: _("This file is damaged or was cut: ask the commune to send it again."),
        Why.ENCRYPTED: _("This file is protected by a password: ask the commune for it without one."),
        Why.AMBIGUOUS: _("This document carries two sets of data: it was not read."),
        Why.NESTED: _(
            "Archives, messages or folders lie too deep in one another: take what is inside out, and add it."
        ),
        Why.EMPTY: _("There is no document in it: add the files themselves."),
        Why.OUTLOOK: _(
            "Outlook keeps this in a form of its own: open the message, save the document it brings, and add that."
        ),
        Why.CANNOT_READ: _("This file cannot be read: close the program that holds it, or copy it elsewhere."),
        Why.SAMPLE: _("This is the sample commune: it does not exist."),
        Why.FUTURE: _("This file says it was made after today: the clock of the commune’s computer is to be set."),
        Why.OTHER_DOSSIER: _("Another dossier of this commune is already there: say which one is the right one."),
    }[why]
