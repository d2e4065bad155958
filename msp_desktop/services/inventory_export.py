"""Export a register to a spreadsheet that comes back whole."""

from __future__ import annotations

from typing import Any

from msp_desktop.db.reader import Reader
from msp_desktop.domain.inventory_columns import ONLY_READ, column_names
from msp_desktop.services.import_entries import entry_of
from msp_desktop.services.import_words import value_words
from msp_desktop.services.inventory import REGISTERS, professional_views


def export_rows(reader: Reader, register: str) -> tuple[list[str], list[list[str]]]:
    """Return the header and rows of a register; what nobody has said is an empty cell."""
    names = {field: name for field, name in column_names(register).items() if field not in ONLY_READ}
    return list(names.values()), [[_shown(values, field) for field in names] for values in _all(reader, register)]


def template(register: str) -> tuple[list[str], list[list[str]]]:
    """Return an empty table to fill in, with the columns of a register."""
    return [name for field, name in column_names(register).items() if field not in ONLY_READ], []


def _all(reader: Reader, register: str) -> list[dict[str, Any]]:
    if register == "professionals":
        return [dict(entry_of(0, view.row, view.person).values) for view in professional_views(reader)]
    return [dict(entry_of(0, row).values) for row in reader.all(REGISTERS[register], order="position, id")]


def _shown(values: dict[str, Any], field: str) -> str:
    return value_words(field, values[field]) if field in values else ""
