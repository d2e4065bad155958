"""What goes out of a register comes back whole, whatever it holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import fields, replace

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import (
    AgeBand,
    Departure,
    Dynamic,
    HealthProfessional,
    Mode,
    Need,
    Offer,
    Opportunity,
    Proximity,
    Tri,
)
from msp_desktop.domain.people import Person
from msp_desktop.exchange.spreadsheets import read_table, write_table
from msp_desktop.services.import_match import score_of
from msp_desktop.services.inventory import REGISTERS, add_professional, add_row, delete_professionals, delete_rows
from msp_desktop.services.inventory_export import export_rows, template
from msp_desktop.services.inventory_import import write_import
from tests.conftest import TODAY
from tests.services.tables import preview_import, table

HOSTILE = ["=cmd|' /C calc'!A0", "@SUM(1)", "l’Haÿ Kœnig Ωmega", "<b>x</b> & <img>", 'a;b "c"', "+33 5 01", "-2"]
CHOICES: dict[str, Any] = {
    "place": Proximity.NEARBY, "mode": Mode.MIXED, "age_band": AgeBand.FROM_50, "departure": Departure.ANNOUNCED,
    "works_alone": Tri.NO, "ready": Tri.YES, "new_patients": Tri.NO, "distance_km": 9.125, "strength": 2,
    "age_noted_on": date(2025, 3, 1), "departure_on": date(2027, 12, 31), "checked_on": date(2026, 4, 1),
    "email": "a.b@exemple.fr", "kind": "autre chose", "profession": "sage-femme",
}  # fmt: skip
#: What is ours, and no column.
OURS = ("id", "person_id", "position", "category", "body_id", "known_from")


def full(record: type[Any], number: int) -> dict[str, Any]:
    """Return values for every field of a record, none of them what it has unsaid."""
    values = {}
    for place, one in enumerate(field.name for field in fields(record)):
        if one in OURS:
            continue
        words = f"{HOSTILE[(number + place) % len(HOSTILE)]} {number} {one}"
        values[one] = CHOICES.get(one, f"{words}\n=ligne" if one in ("notes", "details", "address") else words)
    return values


def bare(record: Any) -> Any:
    return replace(record, **{name: 0 for name in OURS if name in record.__struct_fields__ and name != "category"})


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_professionals_come_back_with_every_field(store: Store, ending: str, tmp_path: Path) -> None:
    for number in range(len(HOSTILE)):
        add_professional(store, Person(**full(Person, number)), full(HealthProfessional, number))
    before = [[bare(row) for row in store.reader.all(record)] for record in (Person, HealthProfessional)]
    path = tmp_path / f"t.{ending}"
    write_table(path, *export_rows(store.reader, "professionals"))
    delete_professionals(store, [row.id for row in store.reader.all(HealthProfessional)])
    assert write_import(store, preview_import(store.reader, read_table(path, score_of("professionals")), TODAY)) == len(
        HOSTILE
    )
    after = [[bare(row) for row in store.reader.all(record)] for record in (Person, HealthProfessional)]
    assert [sorted(part, key=str) for part in after] == [sorted(part, key=str) for part in before]
    assert write_import(store, preview_import(store.reader, read_table(path, score_of("professionals")), TODAY)) == 0


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("record", [Offer, Dynamic, Need, Opportunity])
def test_the_other_registers_come_back_with_every_field(
    store: Store, record: type[Any], ending: str, tmp_path: Path
) -> None:
    register = next(key for key, kept in REGISTERS.items() if kept is record)
    for number in range(len(HOSTILE)):
        add_row(store, Change(record, **full(record, number)))
    before = [replace(row, id=0) for row in store.reader.all(record)]
    path = tmp_path / f"t.{ending}"
    write_table(path, *export_rows(store.reader, register))
    delete_rows(store, register, [row.id for row in store.reader.all(record)])
    assert write_import(
        store, preview_import(store.reader, read_table(path, score_of(register)), TODAY, register)
    ) == len(HOSTILE)
    assert [replace(row, id=0) for row in store.reader.all(record)] == before
    assert write_import(store, preview_import(store.reader, read_table(path, score_of(register)), TODAY, register)) == 0


def test_what_nobody_has_said_is_an_empty_cell(store: Store) -> None:
    write_import(store, preview_import(store.reader, table(["Nom"], ["Petit"]), TODAY))
    header, (row,) = export_rows(store.reader, "professionals")
    said = {name: cell for name, cell in zip(header, row, strict=True) if cell}
    assert said == {"Nom": "Petit", "Lieu": "commune"}


@pytest.mark.parametrize("register", ["professionals", *REGISTERS])
def test_a_template_is_the_table_to_fill_in(store: Store, register: str) -> None:
    header, rows = template(register)
    assert header == export_rows(store.reader, register)[0]
    assert rows == []
