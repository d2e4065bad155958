"""Texts within a length."""

from __future__ import annotations

from msp_desktop.domain.composing import Said, composed

PARAGRAPHS = [[Said("Un."), Said("Deux.", 2)], [Said("Trois.", 1), Said("Quatre.", 2)], []]


def test_all_is_said_where_there_is_room() -> None:
    whole = "Titre\n\nUn. Deux.\n\nTrois. Quatre."
    assert composed("Titre", PARAGRAPHS) == whole
    assert composed("Titre", PARAGRAPHS, len(whole)) == whole


def test_what_matters_least_goes_first_and_of_one_rank_the_last() -> None:
    assert (
        composed("Titre", PARAGRAPHS, len("Titre\n\nUn. Deux.\n\nTrois. Quatre.") - 1) == "Titre\n\nUn. Deux.\n\nTrois."
    )
    assert composed("Titre", PARAGRAPHS, 20) == "Titre\n\nUn.\n\nTrois."
    assert composed("Titre", PARAGRAPHS, 17) == "Titre\n\nUn."


def test_what_never_goes_stays_whatever_the_length() -> None:
    assert composed("Titre", PARAGRAPHS, 1) == "Titre\n\nUn."
