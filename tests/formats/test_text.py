"""Texts for search and file names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats import NNBSP as NN
from msp_desktop.formats.text import clipped, fold, slug


@given(st.text())
def test_search_sees_a_text_the_same_once_folded(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_search_ignores_accents_case_apostrophes_ligatures_and_spaces() -> None:
    assert fold("L’Haÿ-les-Roses") == fold("l'hay les roses") == "l hay les roses"
    assert fold("Kœnig Ǽ") == fold("KOENIG ae")
    assert fold(f"1{NN}250") == "1 250"


@given(st.text())
def test_a_slug_is_safe_in_any_file_name(text: str) -> None:
    name = slug(text)
    assert name
    assert len(name) <= 68
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


def test_slugs_say_the_name() -> None:
    assert slug("Saint-Exemple") == "saint-exemple"
    assert slug("Kœnig & fils…") == "koenig-fils"
    assert (slug("CON"), slug("..."), slug("東京")) == ("con-dossier", "dossier", "dossier")
    assert len(slug("x" * 500)) == 60


def test_a_text_is_cut_after_a_word() -> None:
    assert clipped("Court", 20) == "Court"
    assert clipped("Écrire à l’ARS, pour\nsavoir", 16) == "Écrire à l’ARS…"
    assert len(clipped("É" * 300, 20)) == 21
