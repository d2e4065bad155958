"""Make whole what was read of a damaged dossier: by its sums and its last good copy where they prove it, else as far as it holds."""

from __future__ import annotations

import sqlite3
import struct
import time
from collections.abc import Iterator
from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields, replace

from msp_desktop.db.salvage import ReadTable, Row
from msp_desktop.db.shape import decoded, fields_of, table_name
from msp_desktop.db.sums import row_digest
from msp_desktop.domain.records import RECORDS

_MODULO = 1 << 64
#: How long the one bit that flipped in a table is looked for, in seconds; the shortest rows come first.
_LONGEST = 2.0


class Mended(Struct):
    """What became of a table: its records by id, and the ids of those not simply read.

    `proved` were spoilt or lost and are, by the sum, exactly as they were; `from_copy` are lost and taken from the copy;
    `altered` have a value that could not be kept as it was read. `lost` counts those that are gone, `unsure` tells that
    some value is not what was written, and not which.
    """

    records: dict[int, Any]
    proved: set[int] = field(default_factory=set)
    from_copy: set[int] = field(default_factory=set)
    altered: set[int] = field(default_factory=set)
    lost: int = 0
    unsure: bool = False


def mend(tables: dict[type[Any], ReadTable], good: dict[type[Any], ReadTable]) -> dict[type[Any], Mended]:
    """Return the records of each table: every one that could be read, and where it is missing the good copy's."""
    found: dict[type[Any], Mended] = {}
    for record in RECORDS:
        read = tables.get(record) or ReadTable({}, False, None)
        copy = good[record].rows if record in good else {}
        mended = Mended({})
        _complete(table_name(record), read, copy, mended)
        for key, row in sorted(read.rows.items()):
            made, altered = _record_of(record, row, copy.get(key))
            if made is None:
                mended.lost += 1
                continue
            mended.records[key] = made
            if altered:
                mended.altered.add(key)
        found[record] = mended
    _detach_orphans(found)
    _part_twins(found)
    return found


def _complete(table: str, read: ReadTable, copy: dict[int, Row], mended: Mended) -> None:
    """Bring the rows read to what the sum says they were, where it proves how; else fill what is missing from the copy."""
    rows, kept = read.rows, read.kept
    absent = {key: row for key, row in copy.items() if key not in rows}
    if kept is None:
        if not read.complete:
            mended.from_copy |= absent.keys()
            rows.update(absent)
        return
    lacks = (kept.digest - sum(_digest(table, row) for row in rows.values())) % _MODULO
    missing = kept.rows - len(rows)
    if missing == 0 and (lacks == 0 or _is_one_bit(lacks)):
        return  # one bit alone is the sum's own
    if missing == 0:
        proved = _spoilt_row(table, rows, copy, lacks)
        if proved is None:
            mended.unsure = True
        else:
            rows[proved["id"]] = proved
            mended.proved.add(proved["id"])
    elif missing > 0:
        _fill(table, rows, absent, missing, lacks, mended)
    else:
        stray = next((key for key, row in rows.items() if (_digest(table, row) + lacks) % _MODULO == 0), None)
        if stray is None:
            mended.unsure = True
        else:
            del rows[stray]


def _fill(table: str, rows: dict[int, Row], absent: dict[int, Row], missing: int, lacks: int, mended: Mended) -> None:
    digests = {key: _digest(table, row) for key, row in absent.items()}
    exact = [key for key, digest in digests.items() if digest == lacks] if missing == 1 else []
    if len(absent) == missing and sum(digests.values()) % _MODULO == lacks:
        exact = list(absent)
    chosen = exact or list(absent)
    rows.update({key: absent[key] for key in chosen})
    (mended.proved if exact else mended.from_copy).update(chosen)
    mended.lost += max(0, missing - len(chosen))


def _spoilt_row(table: str, rows: dict[int, Row], copy: dict[int, Row], lacks: int) -> Row | None:
    """Return the one row as it was written: it is the copy's, or what was read with one bit turned back."""
    wanted = {key: (_digest(table, row) + lacks) % _MODULO for key, row in rows.items()}
    for key, row in copy.items():
        if key in rows and _digest(table, row) == wanted[key]:
            return row
    end = time.monotonic() + _LONGEST
    for row in sorted(rows.values(), key=lambda row: sum(map(_length, row.values()))):
        for candidate in _with_one_bit_turned(row):
            if _digest(table, candidate) == wanted[row["id"]]:
                return candidate
            if time.monotonic() > end:
                return None
    return None


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str | bytes) else 8


def _with_one_bit_turned(row: Row) -> Iterator[Row]:
    for name, value in row.items():
        if name != "id":
            for turned in _turned(value):
                yield Row(row, **{name: turned})


def _turned(value: Any) -> Iterator[Any]:
    if isinstance(value, str):
        for content in _turned(value.encode("utf-8", "surrogateescape")):
            try:
                yield content.decode("utf-8")
            except UnicodeDecodeError:
                continue
    elif isinstance(value, bytes):
        for place in range(len(value)):
            for bit in range(8):
                yield value[:place] + bytes((value[place] ^ 1 << bit,)) + value[place + 1 :]
    elif isinstance(value, float):
        for content in _turned(struct.pack(">d", value)):
            yield struct.unpack(">d", content)[0]
    elif isinstance(value, int):
        for bit in range(63):
            yield value ^ 1 << bit


def _record_of(record: type[Any], row: Row, copy: Row | None) -> tuple[Any, bool]:
    """Return the record of a row, and whether a value of it had to be changed; None where none can be made."""
    plain = Row({name: _readable(value) for name, value in row.items()})
    made = _made(record, plain)
    if made is not None:
        return made, plain != row
    for source in filter(None, (copy, _defaults(record))):
        for name in record.__struct_fields__:
            if (
                name != "id"
                and name in source
                and (made := _made(record, Row(plain, **{name: source[name]}))) is not None
            ):
                return made, True
    return (_made(record, copy), True) if copy else (None, True)


def _made(record: type[Any], row: Row) -> Any:
    values = {**_defaults(record), **row}
    try:
        (made,) = decoded(record, [tuple(values[name] for name in record.__struct_fields__)])
    except (sqlite3.Error, KeyError, ValueError, OverflowError):
        return None
    return made


def _defaults(record: type[Any]) -> Row:
    return Row({known.name: known.default for known in fields(record) if not known.required})


def _readable(value: Any) -> Any:
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace") if isinstance(value, str) else value


def _digest(table: str, row: Row) -> int:
    values = tuple(row.values())
    try:
        return row_digest(table, values)
    except UnicodeEncodeError:
        return row_digest(
            table, tuple(v.encode("utf-8", "surrogateescape") if isinstance(v, str) else v for v in values)
        )


def _is_one_bit(number: int) -> bool:
    return number & (number - 1) == 0 or (_MODULO - number) & (_MODULO - number - 1) == 0


def _detach_orphans(tables: dict[type[Any], Mended]) -> None:
    """Empty the references to what is gone, or let what belonged to it go too, as when it is deleted."""
    for record in RECORDS:  # each refers only to earlier ones
        for shape in (shape for shape in fields_of(record) if shape.references):
            there = next(found.records for kind, found in tables.items() if table_name(kind) == shape.references)
            mended = tables[record]
            for key, row in list(mended.records.items()):
                referred = getattr(row, shape.name)
                if referred is None or referred in there:
                    continue
                if shape.on_delete == "null":
                    mended.records[key] = replace(row, **{shape.name: None})
                    mended.altered.add(key)
                else:
                    del mended.records[key]
                    mended.lost += 1


def _part_twins(tables: dict[type[Any], Mended]) -> None:
    """Keep one of the rows that hold a value no two may hold."""
    for record, mended in tables.items():
        alone = [(shape.name,) for shape in fields_of(record) if shape.unique]
        for names in [*alone, *filter(None, [getattr(record, "UNIQUE", ())])]:
            seen: set[tuple[Any, ...]] = set()
            for key, row in list(mended.records.items()):
                value = tuple(getattr(row, name) for name in names)
                if value in seen and None not in value:
                    del mended.records[key]
                    mended.lost += 1
                seen.add(value)
