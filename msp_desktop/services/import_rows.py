"""A row of a file read into the fields of a register; what no field takes goes into the notes, and is told."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.domain.imports import Match, Told
from msp_desktop.domain.inventory import OTHER
from msp_desktop.domain.inventory_columns import NAMING, ONCE, column_names
from msp_desktop.domain.town_words import Here
from msp_desktop.formats.text import one_line
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.professions import named_profession
from msp_desktop.services.import_cells import LONGEST, plain, read_cell, settled
from msp_desktop.services.import_people import read_people
from msp_desktop.services.import_where import placed

#: Where each register keeps what no field takes.
NOTES = {register: "notes" if register == "professionals" else "details" for register in NAMING}
#: What is written in several lines: two columns of it are one text.
_JOINED = ("notes", "details", "address", "street")
_CODE = re.compile(r"\d{1,3}")
#: Other names that people give the kinds of the registers, as `plain` makes them.
_KINDS = {
    "officine": "pharmacie", "labo": "laboratoire", "laboratoire": "laboratoire",
    "laboratoire d analyses medicales": "laboratoire", "laboratoire de biologie medicale": "laboratoire",
    "ssiad": "soins-infirmiers", "soins infirmiers a domicile": "soins-infirmiers", "maison de retraite": "ehpad",
    "maison de sante": "msp", "maison de sante pluridisciplinaire": "msp", "centre hospitalier": "hopital",
    "cabine de teleconsultation": "teleconsultation", "borne de teleconsultation": "teleconsultation",
    "telemedecine": "teleconsultation", "pharmacie d officine": "pharmacie",
    "etablissement d hebergement pour personnes agees dependantes": "ehpad",
}  # fmt: skip


class ReadRow(Struct, frozen=True):
    """A row as it was read: `said` is what its cells say, `values` also what follows from that."""

    line: int
    said: dict[str, Any]
    values: dict[str, Any]
    told: tuple[Told, ...]


def read_row(
    register: str,
    names: Sequence[str],
    match: Match,
    line: int,
    cells: Sequence[str],
    here: Here,
    today: date,
    heading: str = "",
) -> ReadRow | None:
    """Return what a row says under a match, None where nothing in it names an entry; `names` are the columns'.

    `here` is the commune: a place other than it is nearby. `heading` is the profession that a line above says, for a row
    that says none.
    """
    taken: dict[str, tuple[str, str]] = {}
    told: list[Told] = []
    for name, field, cell in zip(names, match, cells, strict=False):
        if not field or not cell.strip():
            continue
        if field == "town" and _CODE.fullmatch(cell.strip()):
            told.append(Told(line, name, cell.strip(), kept=True))  # « 096 » is a commune's code in its department
        elif field not in taken:
            taken[field] = (name, cell)
        elif field in _JOINED:
            taken[field] = (name, f"{taken[field][1]}{' ' if field == 'street' else chr(10)}{cell}")
        elif cell.strip() != taken[field][1].strip():
            told.append(Told(line, name, cell.strip(), kept=field not in ONCE, understood=True))
    if not any(field in taken for field in NAMING[register]):
        return None
    if register == "professionals":
        if heading:
            taken.setdefault("profession", ("", heading))
        people = read_people({field: cell for field, (_name, cell) in taken.items()}, match, here, today)
        column_of = {field: name for name, field in zip(names, match, strict=True)}
        told += [
            Told(line, column_of.get(doubt.field, ""), doubt.value, doubt.kept, doubt.is_understood, doubt.why)
            for doubt in people.doubts
        ]
        said = people.values
        if not any(said.get(field) for field in ("last_name", "first_name", "organisation")):
            return None
    else:
        said = _read_cells(register, taken, line, told, here, today)
    return ReadRow(line, said, _settled(register, _with_notes(register, said, told), today), tuple(told))


def _read_cells(
    register: str, taken: Mapping[str, tuple[str, str]], line: int, told: list[Told], here: Here, today: date
) -> dict[str, Any]:
    """Return what each cell says for itself; what is not understood is told."""
    said: dict[str, Any] = {}
    for field in column_names(register):
        if field not in taken:
            continue
        name, cell = taken[field]
        value = _value(register, field, cell, today)
        if field == "profession" and named_profession(one_line(cell)).speciality:
            told.append(Told(line, name, cell.strip(), kept=True, understood=True))
        if value is None:
            told.append(Told(line, name, cell.strip(), kept=field not in ONCE))
            if field in NAMING[register]:
                value = one_line(cell.strip())[:LONGEST]
        if value is not None and value != "":
            said[field] = value
    return placed(said, here)


def _with_notes(register: str, said: Mapping[str, Any], told: Sequence[Told]) -> dict[str, Any]:
    """Return the values with what no field takes in the notes: nothing of the file is lost."""
    kept = [f"{one.column}\u00a0: {one.value}" for one in told if one.kept]
    if not kept:
        return dict(said)
    notes = NOTES[register]
    return {**said, notes: "\n".join(filter(None, [str(said.get(notes, "")), *kept]))}


def _settled(register: str, values: dict[str, Any], today: date) -> dict[str, Any]:
    if register == "professionals":
        return settled(values, today)
    if register in ("offers", "dynamics"):
        return {"kind": OTHER, **values}
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
    wanted = plain(re.sub(r"\([^()]*\)", " ", text)) or plain(text)
    other = _KINDS.get(wanted, "")
    found = next((code for code, name in words.items() if wanted in (plain(code), plain(name)) or code == other), text)
    return found if len(found) <= LONGEST else None
