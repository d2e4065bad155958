from __future__ import annotations

import pytest

from msp_desktop.domain.report_words import (
    enumerated,
    exchanges_sentence,
    findings_sentence,
    kept_sentences,
    lead_sentence,
    number_of,
    present_sentence,
    sentence,
)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0), ""),
        ((1, 0, 0), "Un échange est noté."),
        ((1, 1, 0), "Un échange est noté, avec la fédération."),
        ((4, 4, 0), "Quatre échanges sont notés, tous avec la fédération."),
        ((2, 0, 2), "Deux échanges sont notés, tous deux avec des professionnels."),
        ((8, 3, 2), "Huit échanges sont notés, dont trois avec la fédération et deux avec des professionnels."),
        ((20, 0, 1), "20 échanges sont notés, dont un avec des professionnels."),
    ],
)
def test_exchanges_are_counted_in_a_sentence(counts: tuple[int, int, int], said: str) -> None:
    assert exchanges_sentence(*counts) == said


def test_numbers_agree() -> None:
    assert number_of(1, "rencontre", feminine=True) == "une rencontre"
    assert present_sentence(0) == ""
    assert present_sentence(1) == "Une personne présente."
    assert present_sentence(40) == "40 personnes présentes."
    assert findings_sentence(0, 8) == ""
    assert findings_sentence(8, 8) == "Huit questions, huit constats."
    assert findings_sentence(1, 8) == "Un constat sur huit questions."


def test_a_sentence_that_names_somebody_stays_at_the_town_hall() -> None:
    text = "La salle convient. Mme Duret viendra avec sa collègue. On se revoit en juin !"
    assert kept_sentences(text, lambda words: "Duret" in words) == "La salle convient. On se revoit en juin !"
    assert kept_sentences("Mme Duret viendra.", lambda words: "Duret" in words) == ""
    assert kept_sentences("", lambda words: False) == ""


def test_a_long_text_is_cut_after_a_sentence_else_after_a_word() -> None:
    assert kept_sentences("Un début. Une suite trop longue.", lambda words: False, 20) == "Un début."
    assert kept_sentences("Une seule phrase qui ne finit pas", lambda words: False, 18) == "Une seule phrase…"
    assert len(kept_sentences("x" * 400, lambda words: False)) <= 151


def test_lists_and_openings_make_sentences() -> None:
    assert enumerated(["une CPTS.", "", "Réunions"]).replace("\u202f", " ") == "Une CPTS ; réunions."
    assert enumerated([]) == ""
    assert lead_sentence("Les bases sont posées", ["la commune est accompagnée"]).replace("\u00a0", " ") == (
        "Les bases sont posées : la commune est accompagnée."
    )
    assert lead_sentence("La démarche est lancée", []) == "La démarche est lancée."
    assert sentence("l’équipe se réunit") == "L’équipe se réunit."
    assert sentence("") == ""
