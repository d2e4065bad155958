"""The page of the road is drawn with its figure, which says the three stages."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.db.store import Store
from msp_desktop.documents.road import write_road
from msp_desktop.documents.road_painter import road_width
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.road_paper import road_page
from tests import pdf
from tests.conftest import NOW, TODAY


def test_the_figure_says_the_three_stages_and_their_dates(store: Store, tmp_path: Path) -> None:
    page = road_page(store.reader, TODAY)
    path = tmp_path / "x.pdf"
    write_road(path, letterhead(store.reader), page, ("Trois à cinq ans.", "Ce qu’il faut.", "Ensuite."), NOW)
    assert page.alt.startswith("Le chemin en trois étapes. 1. Réunir l’équipe, du ")
    assert "pas avant l’équipe et la validation" in page.alt
    text = " ".join(pdf.text(path).split())
    assert "3. Seulement si besoin" in text
    assert "nous sommes ici" in text


def test_words_are_measured_in_the_face_they_are_drawn_in() -> None:
    assert road_width("Réunir l’équipe", True) > road_width("Réunir l’équipe", False) > 0
