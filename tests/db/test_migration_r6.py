"""A dossier of before 1.4 opens today: its table of roles has rows and columns, and says what it said."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.communications import Communication
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.domain.roles import Role, RoleParty, RoleShare
from msp_desktop.services.federations import federation_named, own_federation
from msp_desktop.services.roles import role_table

THIRD = Path(__file__).parents[1] / "data" / "dossier-r3.msp100.gz"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "ancien.msp100"
    path.write_bytes(gzip.decompress(THIRD.read_bytes()))
    return path


def before(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        for statement in statements:
            raw.execute(statement)
        raw.commit()


def test_what_each_party_did_is_in_its_cell(old: Path) -> None:
    before(
        old,
        "DELETE FROM role",
        "INSERT INTO role VALUES (7, 2, 'Deuxième', 'leads', '', 'informed', '')",
        "INSERT INTO role VALUES (9, 1, 'Première', '', 'takes_part', '', 'leads')",
    )
    store = open_dossier(old)
    table = role_table(store.reader)
    assert [party.kit_code for party in table.parties] == ["commune", "professionals", "federation", "partners"]
    assert [(row.responsibility, [cell.share.value for cell in row.cells]) for row in table.rows] == [
        ("Première", ["", "takes_part", "", "leads"]),
        ("Deuxième", ["leads", "", "informed", ""]),
    ]
    close_dossier(store)


def test_a_dossier_without_roles_gets_no_column(old: Path) -> None:
    before(old, "DELETE FROM role")
    store = open_dossier(old)
    assert [store.reader.all(record) for record in (Role, RoleParty, RoleShare)] == [[], [], []]
    close_dossier(store)


def test_messages_keep_their_words_and_have_no_text_of_the_town_s_yet(old: Path) -> None:
    with closing(sqlite3.connect(old)) as raw:
        words = raw.execute("SELECT message, audience, channel, state FROM communication").fetchall()
    store = open_dossier(old)
    kept = store.reader.all(Communication)
    assert kept
    assert [(row.message, row.audience, row.channel, row.state.value) for row in kept] == words
    assert all(
        (row.text, row.adapted, row.longest, row.means, row.kit_code) == ("", False, 800, "", "") for row in kept
    )
    close_dossier(store)


def moved(folder: Path, region: str, **values: str) -> Path:
    """Return a dossier of 1.1, before contents were summed, whose commune says this of its federation."""
    path = folder / "avant.msp100"
    path.write_bytes(gzip.decompress(THIRD.read_bytes()))
    given = {"name": "", "full_name": "", "phone": "", "email": "", "website": "", "contact": "", **values}
    columns = ", ".join(f"federation_{name} = ?" for name in given)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"UPDATE commune SET region_code = ?, {columns}", (region, *given.values()))
        raw.commit()
    return path


@pytest.mark.parametrize(
    ("region", "code"), [("75", "75"), ("01", "01"), ("02", "01"), ("06", "04"), ("03", "03"), ("", "own")]
)
def test_the_correction_goes_to_the_entry_of_the_region(tmp_path: Path, region: str, code: str) -> None:
    store = open_dossier(moved(tmp_path, region, name="Fédération d’ici", email="ici@exemple.fr", contact="Mme Roux"))
    (kept,) = store.reader.all(FederationCorrection)
    assert kept == FederationCorrection(
        id=kept.id, code=code, name="Fédération d’ici", email="ici@exemple.fr", contact="Mme Roux"
    )
    shown = own_federation(store.reader)
    assert (shown.name, shown.email, shown.contact) == ("Fédération d’ici", "ici@exemple.fr", "Mme Roux")
    assert federation_named(store.reader, "national").name == "AVECsanté"
    close_dossier(store)


def test_where_nothing_was_corrected_nothing_is(tmp_path: Path) -> None:
    store = open_dossier(moved(tmp_path, "44"))
    assert store.reader.all(FederationCorrection) == []
    close_dossier(store)
