"""What a printable document is to the rest of the application."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.domain.acts import Act
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.scope import Scope

#: Where a document goes: a file, or memory for what is encrypted before it is written.
Target = Path | BinaryIO


class Context(Struct, frozen=True):
    """What a document is made for: the day, the time, and the meeting for a meeting's papers.

    `person_id` keeps only this guest's letter among the invitations, None makes them all; or it says whose act is made.
    `scope` is the period that a document of one tells, for whom, and whether it names professionals. `leaves` is what is let
    out of the data that a document for the federation carries.
    """

    today: date
    now: datetime
    meeting_id: int | None = None
    person_id: int | None = None
    scope: Scope = Scope()
    leaves: Leaves = Leaves()


class Made(Struct, frozen=True):
    """A file written; `replaced_glyphs` counts the characters that no bundled font could draw.

    `sha256` is that of its bytes, "" where they are not known.
    """

    pages: int
    replaced_glyphs: int = 0
    sha256: str = ""


def _always(_reader: Reader, _context: Context) -> str | None:
    return None


def _nothing(_reader: Reader, _context: Context) -> tuple[str, ...]:
    return ()


def _day_made(_reader: Reader, context: Context) -> date:
    return context.today


class Paper(Struct, frozen=True):
    """A document the application can make.

    `key` is its name on the command line, `title` its French name, `slug` the middle of its file name.
    `missing` returns None where the document has something to say, else a translated sentence that says
    what to fill in first. `remarks` are translated sentences for whoever is about to print it, said beside the preview
    and by `export`, never on the paper. `make` draws it into a file. `dated` gives the date of its file name.
    `names_people` marks those that name professionals. `tab` is the tab it belongs to. `editable` marks
    those that `make` also writes as a Word file, given a path that ends in .docx. `acts` gives, for a document that is
    one file a person, what each is: `make` then wants the person in its context. A letter that `keeps_date` and says
    what it said bears the day it was first made when it is made again. `scoped` marks those that tell of a period, `of_person` those
    among them that may tell of one person of the directory alone. Its PDF `carries` the dossier's data where it is for the federation.
    """

    key: str
    title: str
    slug: str
    tab: str
    make: Callable[[Reader, Context, Target], Made]
    missing: Callable[[Reader, Context], str | None] = _always
    remarks: Callable[[Reader, Context], tuple[str, ...]] = _nothing
    dated: Callable[[Reader, Context], date] = _day_made
    per_meeting: bool = False
    names_people: bool = False
    editable: bool = False
    acts: Callable[[Reader], tuple[Act, ...]] | None = None
    keeps_date: bool = False
    scoped: bool = False
    of_person: bool = False
    carries: bool = False

    def names(self, context: Context) -> bool:
        """Tell whether it names professionals, made in this context."""
        shown = self.names_people or (self.scoped and context.scope.with_names)
        return shown or (self.carries and context.leaves.names)
