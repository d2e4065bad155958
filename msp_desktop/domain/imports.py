"""What a spreadsheet's columns are taken for, and what would be done with each of its rows."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from msgspec import Struct, field

#: The field of each column of a file, in their order; "" for a column that is left aside.
Match = tuple[str, ...]


class FileColumn(Struct, frozen=True):
    """A column of a file: its number from 1, its name, its first values, and the field it is taken for."""

    number: int
    name: str
    samples: tuple[str, ...]
    field: str

    @property
    def id(self) -> int:
        """Return the column's number."""
        return self.number


class State(StrEnum):
    """What a row is to the dossier."""

    NEW = "new"
    CHANGED = "changed"
    DOUBTFUL = "doubtful"
    EXISTING = "existing"


class Act(StrEnum):
    """What is done with a row."""

    ADD = "add"
    COMPLETE = "complete"
    LEAVE = "leave"


class Told(Struct, frozen=True):
    """A cell that no field takes, or not surely: of which row and column; `kept` where its words go into the notes.

    `understood` is True for what is only one too many: a second telephone. `why` says what is doubtful of it; without
    `kept` the words are then where they belong.
    """

    line: int
    column: str
    value: str
    kept: bool = True
    understood: bool = False
    why: str = ""


class Like(Struct, frozen=True):
    """Who or what a row may be already: the id of an entry of the dossier, or a line of the files, and where that is."""

    words: str
    id: int = 0
    line: int = 0
    where: str = ""


class File(Struct, frozen=True):
    """Which of several files a preview is of: its number from 0, and its name where that is to be told."""

    number: int = 0
    name: str = ""

    def key(self, line: int) -> int:
        """Return a line's number among those of all files: no file has so many lines."""
        return self.number * 10_000_000 + line


class ImportRow(Struct, frozen=True):
    """One row: what it says, what it is to the dossier and why, and what is done with it unless one says otherwise.

    `values` are the fields of a new entry, `fills` those the entry it is `like` has still empty.
    """

    line: int
    name: str
    profession: str
    place: str
    phone: str
    values: dict[str, Any]
    state: State
    act: Act
    why: str = ""
    like: Like | None = None
    fills: dict[str, Any] = field(default_factory=dict)
    told: tuple[Told, ...] = ()

    @property
    def id(self) -> int:
        """Return the row's line."""
        return self.line


class SetAside(Struct, frozen=True):
    """A row that is no entry, and why."""

    line: int
    words: str
    why: str


class ImportPreview(Struct, frozen=True):
    """What an import would do: nothing is written before the user agrees."""

    register: str
    columns: tuple[FileColumn, ...]
    rows: tuple[ImportRow, ...]
    set_aside: tuple[SetAside, ...] = ()
    file: File = File()

    @property
    def recognised(self) -> tuple[FileColumn, ...]:
        """Return the columns that are taken."""
        return tuple(column for column in self.columns if column.field)

    @property
    def left_aside(self) -> tuple[str, ...]:
        """Return the names of the columns that hold something and are not taken."""
        return tuple(column.name for column in self.columns if not column.field and column.samples)

    @property
    def told(self) -> tuple[Told, ...]:
        """Return the cells that no field takes."""
        return tuple(told for row in self.rows for told in row.told)

    def of(self, state: State) -> tuple[ImportRow, ...]:
        """Return the rows that are this to the dossier."""
        return tuple(row for row in self.rows if row.state is state)

    def doing(self, act: Act) -> tuple[ImportRow, ...]:
        """Return the rows with which this is done."""
        return tuple(row for row in self.rows if row.act is act)

    @property
    def changing(self) -> int:
        """Return how many rows add or complete something."""
        return sum(row.act is Act.ADD or (row.act is Act.COMPLETE and bool(row.fills)) for row in self.rows)
