"""French typography."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop.formats import NBSP as NB
from msp_desktop.formats import NNBSP as NN
from msp_desktop.formats.typography import french

TEXTS = st.text(alphabet=st.one_of(st.sampled_from(" \u00a0\u202f«»;:!?'’1250hàM. mailundi@/\n"), st.characters()))


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("L'équipe d'abord", "L’équipe d’abord"),
        ("Quoi ? Oui ! Non ; si", f"Quoi{NN}? Oui{NN}! Non{NN}; si"),
        ("Quoi? Oui!", f"Quoi{NN}? Oui{NN}!"),
        ("Objet : santé", f"Objet{NB}: santé"),
        ("« bonjour »", f"«{NB}bonjour{NB}»"),
        ("Mardi 12 mai, 1er mai", f"Mardi{NB}12{NB}mai, 1er{NB}mai"),
        ("de 18 h 30 à 19 h", f"de 18{NB}h{NB}30 à{NB}19{NB}h"),
        ("à 11 km, 1 250 habitants, 67 ans", f"à{NB}11{NB}km, 1{NN}250{NB}habitants, 67{NB}ans"),
        ("Mme Duval et M. Roy", f"Mme{NB}Duval et M.{NB}Roy"),
        ("ouvert à 18:30", f"ouvert à{NB}18:30"),
        ("https://a.fr/l'x?y=1 et m'a@b.fr", "https://a.fr/l'x?y=1 et m'a@b.fr"),
    ],
)
def test_typography_is_french(plain: str, set_: str) -> None:
    assert french(plain) == set_


@given(TEXTS)
def test_typography_done_twice_changes_nothing(text: str) -> None:
    once = french(text)
    assert french(once) == once


@given(TEXTS)
def test_typography_never_loses_a_letter(text: str) -> None:
    kept = [char for char in text if char.isalnum()]
    assert [char for char in french(text) if char.isalnum()] == kept
