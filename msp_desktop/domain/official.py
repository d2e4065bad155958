"""What official files say of who cares for the communes sought, and what would be done with each line of them.

The files are the RPPS extraction of the Annuaire santé, FINESS and its old csv, as downloaded (`exchange/open_data`).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

from msgspec import Meta, Struct

from msp_desktop.domain.inventory import Mode
from msp_desktop.domain.limits import Note
from msp_desktop.domain.markers import References


class FileKind(StrEnum):
    """Which official file it is: `FINESS_CSV` is the extraction that stopped in May 2026.

    `FIGURES` is a file of public figures (zoning, accessibility, age…), of which the indicators of the method are read.
    """

    RPPS = "rpps"
    FINESS = "finess"
    FINESS_CSV = "finess_csv"
    FIGURES = "figures"


class Standing(StrEnum):
    """What the file itself says of a line: counted here, of a postcode that several communes share, or not counted."""

    HERE = "here"
    TO_CONFIRM = "to_confirm"
    SET_ASIDE = "set_aside"


class WhyAside(StrEnum):
    """Why a line is not counted by default."""

    REPLACING = "replacing"
    NOT_CARE = "not_care"
    CLOSED = "closed"
    OTHER_PROFESSION = "other_profession"


class SourceFile(Struct, frozen=True, kw_only=True):
    """One official file that was read: of which day it is, how many lines it has (about, in a large one), how many were kept.

    `dated_on` is the day the file tells of itself (inside, else in its name), None where it tells none. `incomplete` says
    that its end is missing: it tells of fewer people than there are. `covers` are the departments of a pack, none where the
    file is the national one.
    """

    kind: FileKind
    name: str
    dated_on: date | None = None
    lines: int = 0
    kept: int = 0
    incomplete: bool = False
    covers: tuple[str, ...] = ()


class FoundProfessional(Struct, frozen=True, kw_only=True, tag=True, gc=False):
    """A professional as the RPPS tells of them in one commune: their rows there are one.

    `profession` is the method's code, `OTHER` where it has none; `speciality` its words («\u00a0cardiologie\u00a0», "" for general
    practice). `insee` is today's commune, "" where the file has a postcode only: `possible` are then the communes it may be. `structure` is where they practise, `sector`
    the code SA01… of it, `finess` its number. `why` says why it is set aside.
    """

    rpps: str
    standing: Standing = Standing.HERE
    why: WhyAside | None = None
    civility: str = ""
    first_name: str = ""
    last_name: str = ""
    profession: str
    profession_words: str = ""
    speciality: str = ""
    mode: Mode = Mode.UNKNOWN
    insee: str = ""
    possible: tuple[str, ...] = ()
    postcode: str = ""
    town: str = ""
    sector: str = ""
    structure: str = ""
    finess: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


class FoundOffer(Struct, frozen=True, kw_only=True, tag=True):
    """An establishment as FINESS tells of it; `kind` is the method's code of an offer, `category` the file's own, `category_words`
    what it is called.

    `opened_on` is the day it opened; `updated_on` the day FINESS last looked at it.
    """

    finess: str
    standing: Standing = Standing.HERE
    why: WhyAside | None = None
    name: str = ""
    kind: str
    category: str = ""
    category_words: str = ""
    insee: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    opened_on: date | None = None
    updated_on: date | None = None


Found = FoundProfessional | FoundOffer


class FoundFigure(Struct, frozen=True, kw_only=True):
    """A public figure as a file tells it: the fields of `PublicFigure` that are the file's own."""

    code: str
    area: str
    value: float | None = None
    words: str = ""
    year: int | None = None
    dated_on: date | None = None


class FileFound(Struct, frozen=True, kw_only=True):
    """What one file gave: itself, and what it tells of the communes sought, in the file's order.

    A file of public figures gives `figures` alone.
    """

    file: SourceFile
    found: tuple[Found, ...] = ()
    figures: tuple[FoundFigure, ...] = ()


class Proposal(StrEnum):
    """What a line of a file is to the dossier, or an entry of the dossier to the file (`GONE`)."""

    CHANGED = "changed"
    NEW = "new"
    GONE = "gone"
    TO_CONFIRM = "to_confirm"
    EXISTING = "existing"
    SET_ASIDE = "set_aside"


class Difference(Struct, frozen=True, kw_only=True):
    """A field of which the dossier and the file say something else; `fills` where the dossier says nothing yet.

    `record` is the table's (`person`, `health_professional`, `offer`), `attribute` its field, `old` and `new` its values,
    `old_words` and `new_words` how they are read. `accepted` is what the user ticked: at first, only what fills.
    """

    record: str
    attribute: str
    old: Any
    new: Any
    old_words: str
    new_words: str
    fills: bool = False
    accepted: bool = False


class ReviewLine(Struct, frozen=True, kw_only=True):
    """A line of the review: what it is of, what is proposed, and whether it is ticked.

    `entry_id` is the health professional's or the offer's that it is already, 0 for none; `person_id` the directory's entry of
    somebody the register does not have there yet, 0 for none; `file` is the one
    it is of, `found` what that tells, None where it no longer tells of it; `number` is the RPPS or FINESS one. `said` is what the file says, in a few words. `same` are pairs of a label and the words both
    say. `moved_from` is the town the dossier has, of somebody the file now tells of in another commune sought.
    """

    id: int
    proposal: Proposal
    name: str
    what: str
    town: str
    said: str
    file: SourceFile
    found: Found | None = None
    number: str = ""
    entry_id: int = 0
    person_id: int = 0
    differences: tuple[Difference, ...] = ()
    same: tuple[tuple[str, str], ...] = ()
    moved_from: str = ""
    ticked: bool = False

    @property
    def kind(self) -> FileKind:
        """Return which kind of file tells it."""
        return self.file.kind


class ReviewFigure(Struct, frozen=True, kw_only=True):
    """A public figure of the review: how it reads, whose it is and of when, and what the dossier says of the same year.

    `before` is "" where the dossier says nothing yet.
    """

    found: FoundFigure
    title: str
    words: str
    source: str
    before: str = ""
    ticked: bool = True


class Review(Struct, frozen=True, kw_only=True):
    """What an import of official files would do: nothing is written before the user agrees."""

    files: tuple[SourceFile, ...]
    communes: tuple[str, ...]
    lines: tuple[ReviewLine, ...]
    figures: tuple[ReviewFigure, ...] = ()

    def of(self, proposal: Proposal) -> tuple[ReviewLine, ...]:
        """Return the lines of one kind, in the review's order."""
        return tuple(line for line in self.lines if line.proposal is proposal)


class OfficialFile(Struct, frozen=True, kw_only=True):
    """An official file that was taken into the dossier: `communes` are the INSEE codes it was read for, space between."""

    id: int = 0
    kind: FileKind
    name: str = ""
    dated_on: date | None = None
    read_at: Annotated[datetime, Meta(tz=False)]
    communes: Note = ""


class MovementKind(StrEnum):
    """What became of somebody, or of an establishment, between two official files."""

    ARRIVED = "arrived"
    LEFT = "left"
    MOVED = "moved"


class Movement(Struct, frozen=True, kw_only=True):
    """One arrival, departure or move that a second import told; it goes with the entry it tells of.

    `since` is the day of the file before, `until` of the file that tells it. `town` is where, `town_before` where it was.
    """

    id: int = 0
    kind: MovementKind
    professional_id: Annotated[int | None, References("health_professional", on_delete="cascade")] = None
    offer_id: Annotated[int | None, References("offer", on_delete="cascade")] = None
    town: str = ""
    town_before: str = ""
    since: date | None = None
    until: date | None = None


class PublicFigure(Struct, frozen=True, kw_only=True):
    """A public figure of the town, or of its department, brought in a file: `code` is the indicator's of the method.

    `area` is the INSEE code of the commune or the code of the department it tells of; `value` a number, None where `words` say
    it (a zone). `year` is the year it tells of, `dated_on` the day of the file or of the decision.
    """

    id: int = 0
    code: str
    area: str = ""
    value: float | None = None
    words: str = ""
    year: int | None = None
    dated_on: date | None = None
    source: str = ""
