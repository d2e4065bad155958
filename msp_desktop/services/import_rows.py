"""A row of a file read into the fields of a register; what no field takes goes into the notes, and is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.imports import Match, Told
from msp_desktop.domain.inventory import Proximity
from msp_desktop.domain.inventory_columns import NAMING, ONCE, ONLY_READ, column_names
from msp_desktop.formats.text import one_line
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.import_cells import LONGEST, plain, read_cell, settled

#: Where each register keeps what no field takes.
NOTES = {register: "notes" if register == "professionals" else "details" for register in NAMING}
#: What is written in several lines: two columns of it are one text.
_JOINED = ("notes", "details", "address")
#: What a kind or a profession is until somebody says.
OTHER = "autre"


class ReadRow(Struct, frozen=True):
    """A row as it was read: `said` is what its cells say, `values` also what follows from that."""

    line: int
    said: dict[str, Any]
    values: dict[str, Any]
    told: tuple[Told, ...]


def read_row(
    register: str, names: Sequence[str], match: Match, line: int, cells: Sequence[str], today: date
) -> ReadRow | None:
    """Return what a row says under a match, None where nothing in it names an entry; `names` are the columns'."""
    taken: dict[str, tuple[str, str]] = {}
    told: list[Told] = []
    for name, field, cell in zip(names, match, cells, strict=False):
        if not field or not cell.strip():
            continue
        if field not in taken:
            taken[field] = (name, cell)
        elif field in _JOINED:
            taken[field] = (name, f"{taken[field][1]}\n{cell}")
        elif cell.strip() != taken[field][1].strip():
            told.append(Told(line, name, cell.strip(), kept=field not in ONCE, understood=True))
    if not any(field in taken for field in NAMING[register]):
        return None
    said: dict[str, Any] = {}
    for field in column_names(register):
        if field not in taken:
            continue
        name, cell = taken[field]
        value = _value(register, field, cell, today)
        if value is None:
            told.append(Told(line, name, cell.strip(), kept=field not in ONCE))
            if field in NAMING[register]:
                value = one_line(cell.strip())[:LONGEST]
        if value is not None and value != "":
            said[field] = value
    return ReadRow(line, said, _settled(register, _with_notes(register, said, told), today), tuple(told))


def _with_notes(register: str, said: Mapping[str, Any], told: Sequence[Told]) -> dict[str, Any]:
    """Return the values with what no field takes in the notes: nothing of the file is lost."""
    kept = [f"{one.column}\u00a0: {one.value}" for one in told if one.kept]
    if not kept:
        return dict(said)
    notes = NOTES[register]
    return {**said, notes: "\n".join(filter(None, [str(said.get(notes, "")), *kept]))}


def _settled(register: str, values: dict[str, Any], today: date) -> dict[str, Any]:
    if register == "professionals":
        values = settled(values, today)
        if "full_name" in values and "last_name" not in values:
            values["last_name"] = values["full_name"]
        return {field: value for field, value in values.items() if field not in ONLY_READ}
    if register == "offers":
        return {"kind": OTHER, **placed(values)}
    if register == "dynamics":
        return {"kind": OTHER, **values}
    return values


def placed(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values with what a town and a distance say of the place."""
    if "town" in values and "place" not in values and "distance_km" in values:
        return {**values, "place": Proximity.NEARBY}
    return values


def _value(register: str, field: str, cell: str, today: date) -> Any:
    if field == "kind":
        kit = kit_inventory()
        return _coded(cell, kit.offers if register == "offers" else kit.dynamics)
    if field == "strength":
        words = kit_inventory().strengths
        code = _coded(cell, words)
        return int(code) if code in words else None
    return read_cell(field, cell, today)


def _coded(cell: str, words: Mapping[str, str]) -> str | None:
    """Return the code of a choice by its code or its words, the words themselves where it is none of them."""
    text = one_line(cell).strip()
    wanted = plain(text)
    found = next((code for code, name in words.items() if wanted in (plain(code), plain(name))), text)
    return found if len(found) <= LONGEST else None
