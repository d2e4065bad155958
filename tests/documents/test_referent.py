"""The mission sheet: everything agrees with the person, and only what is kept is printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msp_desktop.documents.referent import SheetWords, write_referent
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import MissionGroup, MissionView, Referent, ReferentSheet
from tests.documents.values import MADE_AT, head, read

WORDS = SheetWords(
    "Être l’interlocut{eur|rice} de tous.", "", "{Il|Elle} relie.", "À retenir : relier.", ("Tenir le journal",),
    (("Au maire", "chaque mois"),),
)  # fmt: skip
ROCHE = Person(id=1, civility="Mme", first_name="Nadia", last_name="Roche", function="Adjointe", phone="0555000002",
               email="n.roche@essai.example")  # fmt: skip
PETIT = Person(id=2, civility="M.", last_name="Petit", function="Secrétaire")
MISSIONS = MissionGroup(
    "lien",
    "Faire le lien",
    (
        MissionView(1, "lien", "relier les soignants", True, False, False),
        MissionView(2, "lien", "mission écartée", False, False, False),
    ),
)


def written(tmp_path: Path, term: Referent | None = None, second: Person | None = None, feminine: bool = True) -> str:
    sheet = ReferentSheet(
        term=term,
        first=ROCHE if feminine else PETIT,
        second=second,
        feminine=feminine,
        groups=(MISSIONS,),
        briefings=(),
        history=(),
        missing=(),
    )
    write_referent(tmp_path / "x.pdf", head(), sheet, WORDS, MADE_AT)
    return read(tmp_path / "x.pdf")


def test_a_woman_s_sheet_is_in_the_feminine(tmp_path: Path) -> None:
    text = written(tmp_path)
    for words in (
        "La référente santé de la commune",
        "À quoi elle sert",
        "interlocutrice",
        "Elle relie.",
        "rend compte",
    ):
        assert words in text
    assert "À qui elle rend compte" in text
    assert "Le Maire, La référente santé, Claude Faure Nadia Roche" in text


def test_a_man_s_sheet_is_in_the_masculine(tmp_path: Path) -> None:
    text = written(tmp_path, feminine=False)
    for words in (
        "Le référent santé de la commune",
        "À quoi il sert",
        "interlocuteur",
        "Il relie.",
        "Le référent santé, Claude Faure Petit",
    ):
        assert words in text
    assert "elle" not in text.split("À quoi il sert")[1].split("Observations")[0].lower().split()


def test_only_the_missions_kept_are_printed(tmp_path: Path) -> None:
    text = written(tmp_path)
    assert "1. Faire le lien" in text
    assert "Relier les soignants" in text
    assert "mission écartée" not in text.lower()


@pytest.mark.parametrize(
    ("hours", "words"),
    [(6.0, "6 heures par mois"), (2.5, "2,5 heures par mois"), (1.0, "1 heure par mois"), (None, "")],
)
def test_the_time_given_agrees(tmp_path: Path, hours: float | None, words: str) -> None:
    text = written(tmp_path, Referent(since=date(2026, 4, 1), hours_per_month=hours))
    assert "1er avril 2026" in text
    assert words in text
    assert ("par mois" in text) is bool(words)


def test_a_term_without_a_date_is_to_be_dated(tmp_path: Path) -> None:
    assert "à dater" in written(tmp_path, Referent())
    assert "à dater" in written(tmp_path)


def test_a_pair_is_on_one_sheet_and_both_sign(tmp_path: Path) -> None:
    text = written(tmp_path, Referent(means="Un bureau"), PETIT)
    assert "En binôme avec" in text
    assert "En binôme, Claude Faure Nadia Roche Petit" in text
    assert "Moyens Un bureau" in text


def test_addresses_are_given_for_those_who_have_one(tmp_path: Path) -> None:
    assert "Nadia Roche : n.roche@essai.example" in written(tmp_path, second=PETIT)
    assert "Courriel" not in written(tmp_path, feminine=False)
