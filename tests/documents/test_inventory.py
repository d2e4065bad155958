"""The inventory's papers: nobody named where nobody should be, everything printed where all should be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf
import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import AgeBand, Departure, Offer, Proximity, Tri
from msp_desktop.domain.people import Person
from msp_desktop.papers.inventory import PAPERS
from msp_desktop.papers.paper import Context
from msp_desktop.services import inventory as service
from tests.conftest import NOW, TODAY
from tests.pdf import assert_accessible, squeezed

HOSTILE = 'l\'Haÿ, Kœnig, Ωmega, <b>x</b> & <img src="file:///etc/passwd">, =cmd, \u05e9\u05dc\u05d5\u05dd, \U0001f600'


def write(store: Store, key: str, folder: Path) -> tuple[str, bytes]:
    document = next(paper for paper in PAPERS if paper.key == key)
    path = folder / f"{key}.pdf"
    document.make(store.reader, Context(TODAY, NOW), path)
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    return text, path.read_bytes()


def fill(store: Store, count: int = 3, notes: str = "") -> None:
    for number in range(count):
        service.add_professional(
            store,
            Person(civility="Mme", first_name="Zoé", last_name=f"Nomsecret{number}", notes=notes),
            {
                "profession": ("medecin", "infirmier")[number % 2],
                "place": (Proximity.HERE, Proximity.NEARBY)[number % 2],
                "age_band": AgeBand.FROM_60,
                "age_noted_on": date(2026, 4, 14),
                "departure": (Departure.WITHIN_2, Departure.UNKNOWN)[number % 2],
                "works_alone": Tri.YES,
            },
        )


@pytest.mark.parametrize("key", ["inventory", "inventory-names", "inventory-blank"])
def test_each_paper_is_accessible_empty_and_filled(key: str, store: Store, tmp_path: Path) -> None:
    if key == "inventory-blank":
        assert_accessible(write(store, key, tmp_path)[1])
    fill(store, notes=HOSTILE)
    service.write_finding(store, 1, HOSTILE, TODAY)
    service.add_row(store, Change(Offer, kind="pharmacie", name=HOSTILE))
    assert_accessible(write(store, key, tmp_path)[1])


def test_the_inventory_carries_counts_and_bands_but_no_name(store: Store, tmp_path: Path) -> None:
    fill(store)
    text, _data = write(store, "inventory", tmp_path)
    assert "Nomsecret" not in text
    assert "Deux départs d’ici 2028" in text
    assert "Tranches d’âge" in text


def test_a_long_finding_flows_on_whole(store: Store, tmp_path: Path) -> None:
    long = " ".join(f"mot{number}" for number in range(3000))
    service.write_finding(store, 1, long, TODAY)
    text, data = write(store, "inventory", tmp_path)
    assert squeezed(long) in squeezed(text.replace("\u00ad", "")) or "mot2999" in text
    assert len(pypdf.PdfReader(tmp_path / "inventory.pdf").pages) > 2
    assert_accessible(data)


def test_names_prints_all_the_notes_of_everyone(store: Store, tmp_path: Path) -> None:
    notes = " ".join(f"note{number}" for number in range(1200))
    fill(store, 4, notes + " fin<b>dernière</b>")
    text, data = write(store, "inventory-names", tmp_path)
    assert text.count("fin<b>dernière</b>") == 4
    assert all(f"Nomsecret{number}" in text for number in range(4))
    assert all(f"note{number}" in text for number in range(1200))
    assert "Usage interne – ne pas diffuser" in text
    assert_accessible(data)


def test_the_grid_to_fill_has_every_question_even_the_towns_own(store: Store, tmp_path: Path) -> None:
    service.add_question(store, "besoins", "Quels trajets ?")
    text, _data = write(store, "inventory-blank", tmp_path)
    assert "Quels trajets" in text
    assert "Les opportunités" in text


def test_papers_say_what_is_missing(store: Store) -> None:
    missing = {paper.key: paper.missing(store.reader, Context(TODAY, NOW)) for paper in PAPERS}
    assert missing["inventory"]
    assert missing["inventory-names"]
    assert missing["inventory-blank"] is None
