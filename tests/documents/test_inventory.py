"""The inventory's papers: nobody named where nobody should be, everything printed where all should be."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdf
import pytest

from msp_desktop.db.store import Store
from msp_desktop.documents.chart_painter import PAPER_FRAME
from msp_desktop.domain.change import Change
from msp_desktop.domain.charts import Bar
from msp_desktop.domain.inventory import AgeBand, Departure, Dynamic, Need, Offer, Opportunity, Proximity, Tri
from msp_desktop.domain.inventory_charts import departure_chart
from msp_desktop.domain.people import Person
from msp_desktop.papers.inventory import PAPERS
from msp_desktop.papers.paper import Context
from msp_desktop.services import inventory as service
from tests.conftest import NOW, TODAY
from tests.pdf import assert_accessible, heard, places, squeezed

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


def sheets(folder: Path, key: str = "inventory") -> list[str]:
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(folder / f"{key}.pdf").pages]


def test_the_registers_are_printed(store: Store, tmp_path: Path) -> None:
    service.add_row(
        store,
        Change(Need, title="BESOIN-IMPRIMÉ", said_by="le CCAS", public="tous", strength=3, details="BESOIN-PRÉCIS"),
    )
    service.add_row(store, Change(Need, title="BESOIN-SANS-FORCE"))
    service.add_row(
        store, Change(Dynamic, kind="cpts", title="DYNAMIQUE-IMPRIMÉE", who="la CPTS", details="DYNAMIQUE-PRÉCISE")
    )
    service.add_row(store, Change(Opportunity, title="OCCASION-IMPRIMÉE", who="la commune", details="OCCASION-PRÉCISE"))
    service.add_row(store, Change(Offer, kind="ehpad", name="OFFRE-IMPRIMÉE", details="OFFRE-PRÉCISE"))
    text = " ".join(write(store, "inventory", tmp_path)[0].split())
    for words in (
        "BESOIN-IMPRIMÉ", "le CCAS", "tous", "pressant", "BESOIN-PRÉCIS", "BESOIN-SANS-FORCE", "non renseignée",
        "DYNAMIQUE-IMPRIMÉE", "la CPTS", "DYNAMIQUE-PRÉCISE", "OCCASION-IMPRIMÉE", "la commune", "OCCASION-PRÉCISE",
        "EHPAD", "OFFRE-IMPRIMÉE", "OFFRE-PRÉCISE",
    ):  # fmt: skip
        assert words in text, words


def test_who_is_named_in_a_register_is_named_in_the_version_with_names_only(store: Store, tmp_path: Path) -> None:
    fill(store)
    service.add_row(
        store, Change(Dynamic, title="Sorties d’hôpital", who="Mme Nomsecret1", details="Nomsecret0 appelle la veille.")
    )
    text, _data = write(store, "inventory", tmp_path)
    assert "Sorties d’hôpital" in text
    assert "un professionnel" in text
    assert "Nomsecret" not in text
    named = " ".join(write(store, "inventory-names", tmp_path)[0].split())
    assert "Sorties d’hôpital : Mme Nomsecret1. Nomsecret0 appelle la veille." in named


def test_what_no_finding_says_is_told_by_the_registers(store: Store, tmp_path: Path) -> None:
    text = " ".join(write(store, "inventory", tmp_path)[0].split())
    assert text.count("À compléter.") == 8
    fill(store)
    service.add_row(store, Change(Dynamic, title="Un groupe se réunit"))
    service.write_finding(store, 1, "Écrit à la main.", TODAY)
    text = " ".join(write(store, "inventory", tmp_path)[0].split())
    assert "Quelles dynamiques émergent ? D’après les registres : un groupe se réunit." in text.replace("\u202f", " ")
    assert "Écrit à la main. Quels métiers ?" in text


def test_a_departure_that_designates_somebody_does_not_say_the_profession(store: Store, tmp_path: Path) -> None:
    leaving = {"departure": Departure.ANNOUNCED, "departure_on": date(2027, 7, 1), "place": Proximity.HERE}
    service.add_professional(store, Person(last_name="Fontanel"), {"profession": "medecin", **leaving})
    for number in range(2):
        service.add_professional(store, Person(last_name=f"Nom{number}"), {"profession": "infirmier", **leaving})
    text = " ".join(write(store, "inventory", tmp_path)[0].split())
    assert "Médecin annoncé" not in text
    assert "Un professionnel annoncé" in text
    assert text.count("Infirmier annoncé, juillet 2027") == 2
    assert "1 départ dont le métier n’est pas dit" in text
    assert "Fontanel" not in text
    named = " ".join(write(store, "inventory-names", tmp_path)[0].split())
    assert "annoncé, juillet 2027" in named


@pytest.mark.parametrize("offers", range(0, 12, 2))
def test_no_last_page_is_nearly_empty_and_the_age_bands_are_on_one_line(
    offers: int, store: Store, tmp_path: Path
) -> None:
    fill(store, 8)
    for number in range(offers):
        service.add_row(store, Change(Offer, kind="ehpad", name=f"Offre {number}"))
    write(store, "inventory", tmp_path)
    path = tmp_path / "inventory.pdf"
    pages, runs = len(pypdf.PdfReader(path).pages), places(path)
    last = [(words, round(height)) for number, words, height in runs if number == pages - 1]
    assert pages == 1 or min(height for _words, height in last if height > 50) < 560
    bands = ("Moins de 40", "40–49", "50–54", "55–59", "60–64", "65 et plus", "Ensemble")
    lines = {height for words, height in last if " ".join(words.split()) in bands and words != "Ensemble"}
    assert len(lines) == 1


def test_the_departures_of_the_table_are_those_of_the_chart(store: Store, tmp_path: Path) -> None:
    fill(store, 9)
    view = service.inventory_view(store.reader, TODAY)
    chart = departure_chart(view, PAPER_FRAME, public=True)
    totals = [row[-1] for row in chart.rows]
    known = sum(not span.possible for span in view.departures)
    assert totals == [str(known), str(len(view.departures) - known)]
    bars = [mark for mark in chart.marks if isinstance(mark, Bar)]
    assert len(bars) == len(view.departures)
    assert next(words for kind, words in heard(write(store, "inventory", tmp_path)[1]) if kind == "Figure").endswith(
        "Les mêmes nombres dans le tableau qui suit."
    )


def test_the_day_is_not_cut_in_the_subtitle(store: Store, tmp_path: Path) -> None:
    fill(store)
    lines = write(store, "inventory", tmp_path)[0].splitlines()
    assert [line for line in lines if "au mardi 28 avril" in line.replace("\u00a0", " ")]


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
