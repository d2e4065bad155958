"""The files that were given: what became of each."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.refusals import Why


class Verdict(StrEnum):
    """What became of a file: it brought something new, its content was there, or it was refused."""

    TAKEN = "taken"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class ReadFile(Struct, frozen=True, kw_only=True):
    """A file read in a worker: what it holds, or why it is refused; neither where it was seen before, and so not read.

    `name` is what is shown (« dossier.zip › inventaire.pdf »), `sha256` that of its bytes in base 16, "" where they could
    not be read. `sent_by` and `sent_on` (a moment of ISO 8601 with its zone) are what the e-mail it came in says, "" where it
    came in none, or does not say: said, not proven.
    """

    name: str
    sha256: str = ""
    data: CommuneData | None = None
    why: Why | None = None
    where: str = ""
    sent_by: str = ""
    sent_on: str = ""


class Receipt(Struct, frozen=True, kw_only=True):
    """A file as the base remembers it: by whom it was added, when (UTC), and what became of it.

    `doubt` is what is to be checked about it, in words; it is no part of the base.
    """

    sha256: str
    name: str
    verdict: Verdict
    why: Why | None = None
    where: str = ""
    insee: str = ""
    commune: str = ""
    fingerprint: str = ""
    sent_by: str = ""
    sent_on: str = ""
    added_at: datetime
    added_by: str = ""
    doubt: str = ""


class Outcome(Struct, frozen=True, kw_only=True):
    """What adding files did: `taken` names the communes that show something newer, in the order of their names."""

    taken: tuple[Receipt, ...] = ()
    unchanged: tuple[Receipt, ...] = ()
    refused: tuple[Receipt, ...] = ()
