"""What a sender lets out with a paper, and what is noted in the dossier of data that a paper carries."""

from __future__ import annotations

import re
from datetime import datetime

import msgspec
from msgspec import Struct

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.envelope import content_id

#: What stands in place of words that name somebody, where no name leaves.
WITHHELD = "(texte gardé\u00a0: il nomme quelqu’un)"
#: Where the note stands in the sources of a document, which are JSON: it comes first, so that nothing else is read.
KEY = "carries"
_NOTED = re.compile(rf'\{{"{KEY}": (\{{[^{{}}]*\}})[,}}]')


class Leaves(Struct, frozen=True):
    """What the sender lets out: the names of people, the crossed table (one person a cell, most often), the findings."""

    names: bool = False
    crossed: bool = False
    findings: bool = True


class Noted(Struct, frozen=True):
    """What a document carries: its content (`content_id`), the moment it says it was made, what was let out."""

    content: str
    at: datetime
    names: bool = False
    crossed: bool = False
    findings: bool = True

    @property
    def leaves(self) -> Leaves:
        """Return what was let out."""
        return Leaves(self.names, self.crossed, self.findings)


def noted(told: CommuneData, leaves: Leaves) -> Noted:
    """Return what is noted of data that a document carries."""
    return Noted(content_id(told), told.made_at, leaves.names, leaves.crossed, leaves.findings)


def noted_of(sources: str) -> Noted | None:
    """Return what a document carries, by its sources; None where it carries nothing."""
    found = _NOTED.match(sources)
    try:
        return msgspec.json.decode(found[1], type=Noted) if found else None
    except msgspec.MsgspecError:
        return None
