"""What is opened: only exactly the tables and indices of ours, in a file of bounded size that SQLite finds sound.

A trigger, a view, a CHECK, a DEFAULT or an index on an expression is a stranger's program, run at the first read or
edit. So the text of each object is compared with those that each revision may have (`schemas.json`, made by
`tools/schemas.py`): what SQLite knows of a table is what it parses in that text, and a text equal to ours hides nothing.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from msp_desktop.db.damage import DamagedError, is_built_wrong
from msp_desktop.db.engine import APPLICATION_ID, SCHEMA_VERSION
from msp_desktop.db.faults import DAMAGED
from msp_desktop.db.values import wrong_table, wrong_table_before
from msp_desktop.errors import UserError
from msp_desktop.files import shown_name
from msp_desktop.i18n import N_, _
from msp_desktop.unpacked import folder_of

#: The largest file opened, in bytes: twenty times the dossier of a whole mandate, and some.
LARGEST = 128 * 1024 * 1024
FOREIGN = N_("« {name} » is not a dossier of this application.")
LATER = N_("« {name} » was written by a later version of the application: install that version to open it.")
ALTERED = N_(
    "« {name} » is not as this application writes its dossiers: it is damaged, or another program changed it. "
    "Open the last safe copy: « Restore a copy »."
)

#: Type, name, table and text of a table or an index.
Object = tuple[str, str, str, str]

#: What SQLite may do while a file is admitted, in its own instructions: some seconds of work, whatever the file.
_STEP, _STEPS = 1_000_000, 1_000
#: Between the columns and each constraint of a table's text, and after the last.
_CONSTRAINT, _END = ", CONSTRAINT ", " )"
_LIST = folder_of(__file__) / "schemas.json"


def admit(raw: sqlite3.Connection, path: Path, *, filled: bool = True) -> int:
    """Return the revision of the dossier on a fresh connection; raise UserError where it is not just what we write.

    `filled` says that it has a commune. Also raises sqlite3.Error, for `explained` to tell. Takes bounded time and
    memory, whatever the file: some milliseconds for a commune's first hundred days, some tens for a whole mandate.
    """
    with bounded(raw):
        version = _revision(raw, path)
        if objects_wrong(raw, version):
            raise DamagedError(_(ALTERED).format(name=shown_name(path)))
        # Not before: it computes every CHECK of the file.
        if is_built_wrong(raw):
            raise DamagedError(_(DAMAGED))
        wrong = wrong_table(raw, filled=filled) if version == SCHEMA_VERSION else wrong_table_before(raw)
        if wrong:
            raise DamagedError(_(ALTERED).format(name=shown_name(path)))
    # It never grows to what would not be opened.
    size = raw.execute("PRAGMA page_size").fetchone()[0]
    raw.execute(f"PRAGMA max_page_count={LARGEST // size}").fetchone()
    return version


def objects_in(raw: sqlite3.Connection) -> list[Object]:
    """Return the tables and indices of a file, each with its text in one form (see `_one_form`); DamagedError.

    One byte of a damaged file makes a name or a text of them a heap of bytes, which nothing of ours ever writes.
    """
    rows = raw.execute("SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_master LIMIT 1000").fetchall()
    if not all(isinstance(value, str) for row in rows for value in row):
        raise DamagedError(_(DAMAGED))
    return sorted((kind, name, table, _one_form(sql)) for kind, name, table, sql in rows)


def objects_wrong(raw: sqlite3.Connection, version: int) -> bool:
    """Tell whether the tables and indices are any others than a revision may have, or are kept in the same page."""
    found = objects_in(raw)
    allowed = _allowed(version)
    pages = [row[0] for row in raw.execute("SELECT rootpage FROM sqlite_master LIMIT 1000")]
    last = raw.execute("PRAGMA page_count").fetchone()[0]
    names = [one[1] for one in found]
    return (
        sorted(names) != sorted({one[1] for one in allowed})
        or not allowed.issuperset(found)
        or not all(type(page) is int and 1 < page <= last for page in pages)
        or len(set(pages)) != len(pages)
        or raw.execute("SELECT version_num FROM alembic_version LIMIT 2").fetchall() != [(f"r{version}",)]
    )


@contextmanager
def bounded(raw: sqlite3.Connection) -> Iterator[None]:
    """Have SQLite stop with an error (« interrupted ») where what it is asked takes seconds of work."""
    steps = iter(range(_STEPS))
    raw.set_progress_handler(lambda: next(steps, None) is None, _STEP)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)


def _revision(raw: sqlite3.Connection, path: Path) -> int:
    identity, version, pages, size = (
        raw.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "page_count", "page_size")
    )
    if path.stat().st_size < pages * size:
        # SQLite reads what is missing at the end as zeros, and would say nothing until it comes to them.
        raise DamagedError(_(DAMAGED))
    ours = "SELECT count(*) FROM sqlite_master WHERE name IN ('commune', 'alembic_version')"
    if identity != APPLICATION_ID and raw.execute(ours).fetchone()[0] == 2:
        raise DamagedError(_(DAMAGED))
    if identity != APPLICATION_ID:
        raise UserError(_(FOREIGN).format(name=shown_name(path)))
    if version > SCHEMA_VERSION:
        raise UserError(_(LATER).format(name=shown_name(path)))
    if pages * size > LARGEST:
        raise DamagedError(_(ALTERED).format(name=shown_name(path)))
    return int(version)


def _allowed(version: int) -> frozenset[Object]:
    rows = msgspec.json.decode(_LIST.read_bytes(), type=list[tuple[str, str, str, str, list[int]]])
    return frozenset(row[:4] for row in rows if version in row[4])


def _one_form(sql: str) -> str:
    """Return a text with single blanks, its table's name without quotes, its constraints in order.

    Alembic quotes the name of a table that it makes anew, and writes its constraints in the order of a set: another
    one at each run. Any other quote stays: it would change what is meant.
    """
    text = re.sub(r'^CREATE TABLE "(\w+)" ', r"CREATE TABLE \1 ", re.sub(r"[ \t\r\n]+", " ", sql), flags=re.ASCII)
    columns, *constraints = text.removesuffix(_END).split(_CONSTRAINT)
    return _CONSTRAINT.join([columns, *sorted(constraints)]) + _END if text.endswith(_END) else text
