"""Import rows into a register from a spreadsheet: looked at first, written on consent only, in one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change, changes
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.imports import Act, File, ImportPreview, ImportRow, Match, SetAside
from msp_desktop.domain.inventory import OTHER, HealthProfessional
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.read_table import ReadTable
from msp_desktop.domain.town_words import Here
from msp_desktop.errors import UserError
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.import_aside import ends_heading, heading_of, says_profession, why_aside
from msp_desktop.services.import_duplicates import Known
from msp_desktop.services.import_entries import Entry, entry_of, said_of, shown
from msp_desktop.services.import_match import file_columns, is_enough, what_is_needed
from msp_desktop.services.import_rows import read_row
from msp_desktop.services.import_words import where
from msp_desktop.services.inventory import REGISTERS, insert_professional
from msp_desktop.services.register import professionals_and_people

#: How much is shown of a row that is no entry, in characters.
_SHOWN = 120

Tick = Callable[[], None]


class Ground(Struct, frozen=True):
    """What a register holds, as the rows of a file are compared with it: taken once, then looked at in any thread."""

    register: str
    here: Here
    records: Sequence[tuple[Any, ...]]

    def entries(self) -> Iterator[Entry]:
        """Return the entries."""
        return (
            entry_of(-records[0].id if isinstance(records[0], Person) else records[0].id, *records)
            for records in self.records
        )


def ground(reader: Reader, register: str) -> Ground:
    """Return what a register holds."""
    commune = reader.one(Commune, 1)
    here = Here(commune.name, commune.postcode)
    if register != "professionals":
        return Ground(register, here, [(row,) for row in reader.all(REGISTERS[register])])
    listed: list[tuple[Any, ...]] = [*professionals_and_people(reader)]
    known = {person.id for _row, person in listed}
    others = [(person,) for person in reader.all(Person) if person.id not in known]
    return Ground(register, here, [*listed, *others])


def preview(
    known: Ground,
    table: ReadTable,
    match: Match,
    today: date,
    tick: Tick = lambda: None,
    *,
    file: File = File(),  # noqa: B008 - frozen
    after: Known | None = None,
) -> ImportPreview:
    """Return what importing a table would do; `tick` is called at each row, and may raise to stop.

    Of several files the next is compared with those before it too: `after` is what `known_in` gave, filled by each.

    UserError where there is no row, or where no column names them.
    """
    if not table.rows:
        raise UserError(_("This table has no row: its first line must name the columns, the next ones the people."))
    if not is_enough(match, known.register):
        raise UserError(what_is_needed(known.register))
    so_far = after or known_in(known)
    columns = file_columns(table, match)
    names = [column.name for column in columns]
    rows: list[ImportRow] = []
    aside: list[SetAside] = []
    heading = heading_of(known.register, match, [table.sheet])  # a sheet for each profession
    for line, cells in zip(table.lines, table.rows, strict=True):
        tick()
        ends = says_profession(match, cells) or ends_heading(known.register, match, cells)
        heading = heading_of(known.register, match, cells) or ("" if ends else heading)
        why = why_aside(known.register, names, match, cells)
        read = None if why else read_row(known.register, names, match, line, cells, known.here, today, heading)
        if read is None:
            filled = [cell.strip() for cell in cells if cell.strip()]
            if filled:
                aside.append(SetAside(line, one_line(" ; ".join(filled))[:_SHOWN], why or _("no name")))
            continue
        verdict = so_far.look(read.values)
        name, profession, place = shown(known.register, read.values)
        rows.append(
            ImportRow(
                line, one_line(name), profession, place, str(read.values.get("phone", "")), read.values, verdict.state,
                verdict.act, verdict.why, verdict.like, dict(verdict.fills), read.told,
            )
        )  # fmt: skip
        if verdict.act is Act.ADD:
            so_far.add(Entry(0, file.key(line), said_of(read.values), where(line, file)))
        elif verdict.act is Act.COMPLETE and verdict.entry is not None:
            so_far.fill(verdict.entry, verdict.fills, read.values)
    return ImportPreview(known.register, columns, tuple(rows), tuple(aside), file)


def known_in(known: Ground) -> Known:
    """Return what rows are compared with."""
    return Known(known.register, known.here.name, known.entries())


def with_act(found: ImportPreview, line: int, act: Act) -> ImportPreview:
    """Return the preview with something else done with a row."""
    return replace(found, rows=tuple(replace(row, act=act) if row.line == line else row for row in found.rows))


def write_import(store: Store, *previews: ImportPreview) -> int:
    """Add and complete what previews announced, in one step of the history; return how many rows changed something."""
    count = sum(found.changing for found in previews)
    if not count:
        return 0
    label = ngettext("{count} row imported", "{count} rows imported", count).format(count=count)
    with store.write(label, large=True) as transaction:
        made: dict[int, int] = {}
        for found in previews:
            _write(transaction, found, made)
    return count


def _write(transaction: Any, found: ImportPreview, made: dict[int, int]) -> None:
    for row in found.rows:
        if row.act is Act.LEAVE:
            continue
        like = row.like
        entry_id = made.get(like.line or like.id, like.id) if like is not None else 0
        if row.act is Act.COMPLETE and like is not None and entry_id:
            done = _complete(transaction, found.register, entry_id, row.fills)
            made[found.file.key(row.line)] = made[like.line or like.id] = done
        else:  # also where the line that it would have completed was left
            made[found.file.key(row.line)] = _added(transaction, found.register, row.values)


def _added(transaction: Any, register: str, values: Mapping[str, Any]) -> int:
    if register == "professionals":
        theirs = {name: value for name, value in values.items() if name in Person.__struct_fields__}
        mine = {name: value for name, value in values.items() if name not in theirs}
        person = Person(category=Category.PROFESSIONAL, **theirs)
        return insert_professional(transaction, person, mine).id
    record = REGISTERS[register]
    values = {"title": "", **values} if register in ("needs", "opportunities") else values
    added: int = transaction.insert(record(position=transaction.next_position(record), **values)).id
    return added


def _complete(transaction: Any, register: str, entry_id: int, fills: Mapping[str, Any]) -> int:
    """Write what an entry has still empty, and return its id; where somebody filled it in meanwhile, theirs stays."""
    if entry_id < 0:
        return _listed(transaction, -entry_id, fills)
    if register != "professionals":
        row = transaction.one(REGISTERS[register], entry_id)
        left = _still_empty(fills, entry_of(entry_id, row))
        transaction.update(entry_id, Change(REGISTERS[register], **left))
        return entry_id
    professional = transaction.one(HealthProfessional, entry_id)
    person = transaction.one(Person, professional.person_id)
    left = _still_empty(fills, entry_of(entry_id, professional, person))
    for change in changes((Person, HealthProfessional), left):
        transaction.update(person.id if change.record is Person else entry_id, change)
    return entry_id


def _listed(transaction: Any, person_id: int, fills: Mapping[str, Any]) -> int:
    """Put somebody of the directory into the register, with what the file says and the directory does not."""
    person = transaction.one(Person, person_id)
    theirs = {name: value for name, value in fills.items() if name in Person.__struct_fields__}
    mine = {name: value for name, value in fills.items() if name not in theirs}
    transaction.update(person_id, Change(Person, **_still_empty(theirs, entry_of(0, person))))
    listed: int = transaction.insert(HealthProfessional(person_id=person_id, **{"profession": OTHER, **mine})).id
    return listed


def _still_empty(fills: Mapping[str, Any], now: Entry) -> dict[str, Any]:
    # Where an entry is has a value from the start: it is in `fills` only where a row of this very import made the entry,
    # and did not say.
    return {name: value for name, value in fills.items() if name == "place" or name not in now.values}
