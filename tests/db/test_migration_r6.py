"""What 1.4 moves: the town's words on its federation have the code of its entry."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.services.federations import federation_named, own_federation

BEFORE = Path(__file__).parents[1] / "data" / "dossier-r3.msp100.gz"


def moved(folder: Path, region: str, **values: str) -> Path:
    """Return a dossier of 1.1, before contents were summed, whose commune says this of its federation."""
    path = folder / "avant.msp100"
    path.write_bytes(gzip.decompress(BEFORE.read_bytes()))
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
