"""A dossier of 1.7, and one of 1.0, opens today: all it held is as it was, and what official files tell is still unknown."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.inventory import HealthProfessional, Offer
from msp_desktop.domain.official import Movement, OfficialFile, PublicFigure
from tests.db.test_migrations import rows

DATA = Path(__file__).parents[1] / "data"
#: What nobody had typed in the dossier of 1.0.0 kept here, by table and column: a value that 1.0.0 could hold.
TYPED = {
    "health_professional": {
        "speciality": "cardiologie", "town": "Guéret", "distance_km": 12.5, "age_noted_on": "2026-03-01",
        "departure_on": "2027-12-31", "source": "annuaire santé", "checked_on": "2026-04-02",
    },
    "offer": {
        "name": "Pharmacie du Lavoir", "town": "Guéret", "distance_km": 3.0, "details": "Ouverte le samedi.",
        "source": "annuaire santé", "checked_on": "2026-04-02",
    },
}  # fmt: skip


def unpacked(folder: Path, revision: int) -> Path:
    path = folder / "ancien.msp100"
    path.write_bytes(gzip.decompress((DATA / f"dossier-r{revision}.msp100.gz").read_bytes()))
    return path


@pytest.fixture
def eighth(tmp_path: Path) -> Path:
    return unpacked(tmp_path, 8)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A dossier of 1.0.0 with something in every column of its registers."""
    path = unpacked(tmp_path, 1)
    with closing(sqlite3.connect(path)) as raw:
        for table, values in TYPED.items():
            for name, value in values.items():
                raw.execute(f'UPDATE "{table}" SET "{name}" = ?', (value,))
        raw.commit()
    return path


def nothing_official(path: Path) -> None:
    store = open_dossier(path)
    reader = store.reader
    professionals, offers = reader.all(HealthProfessional), reader.all(Offer)
    assert professionals
    assert offers
    assert {row.rpps for row in professionals} == {row.finess for row in offers} == {""}
    assert [*reader.all(OfficialFile), *reader.all(Movement), *reader.all(PublicFigure)] == []
    close_dossier(store)


def test_every_column_of_every_table_is_as_it_was(eighth: Path) -> None:
    before = rows(eighth)
    nothing_official(eighth)
    after = rows(eighth)
    for table, kept in before.items():
        if table not in ("alembic_version", "content_sum"):
            names = kept[0] if kept else ()
            assert [{name: row[name] for name in names} for row in after[table]] == kept, table


def test_the_registers_of_the_first_version_keep_every_column(first: Path) -> None:
    before = rows(first)
    nothing_official(first)
    after = rows(first)
    for table in TYPED:
        assert all(any(row[name] not in (None, "") for row in before[table]) for name in before[table][0]), table
        assert [{name: row[name] for name in before[table][0]} for row in after[table]] == before[table], table
