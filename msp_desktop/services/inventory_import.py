"""Import professionals from a spreadsheet, previewed first and written only on consent; export them again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.column_words import field_named
from msp_desktop.domain.inventory_columns import COLUMNS, ONLY_READ, ImportPreview, ImportRow
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.inventory_words import words_of
from msp_desktop.domain.people import Category, Person, plain_name
from msp_desktop.errors import UserError
from msp_desktop.formats.numbers import decimal
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, ngettext
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.import_cells import LONGEST, plain, read_cell, settled
from msp_desktop.services.inventory import insert_professional
from msp_desktop.services.register import professionals_and_people

_NAMES = ("last_name", "first_name", "organisation")


def preview_import(reader: Reader, table: Sequence[Sequence[str]], today: date) -> ImportPreview:
    """Return what importing a table of professionals would add; UserError where its columns are not recognised."""
    if len(table) < 2:
        raise UserError(_("This table has no row: its first line must name the columns, the next ones the people."))
    fields = [field_named(name) for name in table[0]]
    if "last_name" not in fields and "organisation" not in fields:
        raise UserError(
            _("These columns are not recognised. The first line must name them, « Nom » and « Métier » at least.")
        )
    known = _known(reader)
    rows: list[ImportRow] = []
    empty = 0
    for line, cells in enumerate(table[1:], 2):
        row = _row(line, *_sorted_out(table[0], fields, cells), known, today)
        if row is None:
            empty += 1
            continue
        known.add(_key(row.name, row.profession_label))
        rows.append(row)
    names = {field: name for field, name, _others in COLUMNS}
    return ImportPreview(
        recognised=tuple(names[field] for field in fields if field),
        ignored=tuple(
            name or _("column {number}, without a name").format(number=number)
            for number, (name, field) in enumerate(zip(table[0], fields, strict=True), 1)
            if not field and (name or any("".join(cells[number - 1 : number]).strip() for cells in table[1:]))
        ),
        rows=tuple(rows),
        empty_lines=empty,
    )


def import_professionals(store: Store, preview: ImportPreview) -> int:
    """Add what a preview announced, in one step of the history; return how many."""
    rows = preview.new_rows
    label = ngettext("{count} professional imported", "{count} professionals imported", len(rows))
    with store.write(label.format(count=len(rows)), large=True) as transaction:
        for row in rows:
            theirs = {name: value for name, value in row.values.items() if name in Person.__struct_fields__}
            mine = {name: value for name, value in row.values.items() if name not in Person.__struct_fields__}
            insert_professional(transaction, Person(category=Category.PROFESSIONAL, **theirs), mine)  # type: ignore[arg-type]
    return len(rows)


def export_rows(professionals: Sequence[ProfessionalView]) -> tuple[list[str], list[list[str]]]:
    """Return the header and rows of a spreadsheet that `preview_import` reads back."""
    written = [(field, name) for field, name, _others in COLUMNS if field not in ONLY_READ]
    return [name for _field, name in written], [
        [_shown(view, field) for field, _name in written] for view in professionals
    ]


def _shown(view: ProfessionalView, field: str) -> str:
    if field == "profession":
        return kit_inventory().profession(view.row.profession).masculine
    value = getattr(view.person if field in Person.__struct_fields__ else view.row, field)
    if value is None:
        return ""
    if isinstance(value, StrEnum):
        return words_of(value)
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float):
        return decimal(value)
    return str(value)


def _key(name: str, profession: str) -> tuple[str, str]:
    return " ".join(sorted(plain(name).split())), plain(profession)


def _known(reader: Reader) -> set[tuple[str, str]]:
    kit = kit_inventory()
    return {
        _key(plain_name(person), kit.profession(row.profession).masculine)
        for row, person in professionals_and_people(reader)
    }


def _sorted_out(header: Sequence[str], fields: Sequence[str], cells: Sequence[str]) -> tuple[dict[str, str], list[str]]:
    """Return the first cell filled of each field, and what no field takes: a second telephone."""
    taken: dict[str, str] = {}
    beside: list[str] = []
    for name, field, cell in zip(header, fields, cells, strict=False):
        if not field or not cell.strip():
            continue
        if field not in taken:
            taken[field] = cell
        elif cell.strip() != taken[field].strip() and field != "age_band":
            beside.append(f"{name.strip()}\u00a0: {cell.strip()}")
    return taken, beside


def _row(
    line: int, cells: dict[str, str], beside: list[str], known: set[tuple[str, str]], today: date
) -> ImportRow | None:
    person = Person(
        last_name=cells.get("last_name", "").strip(),
        first_name=cells.get("first_name", "").strip(),
        organisation=cells.get("organisation", "").strip(),
    )
    name = one_line(plain_name(person).strip())[:LONGEST]
    if not name:
        return None
    values: dict[str, object] = {}
    unread: list[str] = list(beside)
    left: list[str] = list(beside)
    for field, column, _others in COLUMNS:
        text = cells.get(field, "")
        if not text.strip():
            continue
        value = read_cell(field, text, today)
        if value is None:
            unread.append(f"{column}\u00a0: {text.strip()}")
            if field != "age_band":  # only bands of age are ever kept: this may be a date of birth
                left.append(unread[-1])
        if value is None and field in _NAMES:
            value = one_line(text.strip())[:LONGEST]
        if value is not None:
            values[field] = value
    if left:
        # Nothing of the file is lost: what no field takes is kept where it is read.
        values["notes"] = "\n".join(filter(None, [str(values.get("notes", "")), *left]))
    values = settled(values, today)
    code = str(values["profession"])
    label = kit_inventory().profession(code).masculine
    return ImportRow(line, name, label, values, _key(name, label) in known, tuple(unread))
