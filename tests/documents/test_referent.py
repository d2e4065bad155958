"""The mission sheet: everything agrees with the person, and only what is kept is printed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec import structs
from pypdf import PdfReader

from msp_desktop.documents.referent import SheetWords, write_referent
from msp_desktop.domain.missions import Commitment, MissionGroup, MissionView
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent, ReferentSheet
from tests.documents.values import MADE_AT, head, read

WORDS = SheetWords(
    "Être l’interlocut{eur|rice} de tous.", "quelques heures par mois", "{Il|Elle} relie.", "À retenir : relier.",
    ("Tenir le journal",),
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


def written(
    tmp_path: Path,
    term: Referent | None = None,
    second: Person | None = None,
    feminine: bool = True,
    commitments: tuple[Commitment, ...] = (),
) -> str:
    sheet = ReferentSheet(
        term=term,
        first=ROCHE if feminine else PETIT,
        second=second,
        feminine=feminine,
        groups=(MISSIONS,),
        briefings=(),
        commitments=commitments,
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
    ):
        assert words in text
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
    [
        (6.0, "6 heures par mois"),
        (2.5, "2,5 heures par mois"),
        (1.0, "1 heure par mois"),
        (None, "quelques heures par mois"),
    ],
)
def test_the_time_given_agrees(tmp_path: Path, hours: float | None, words: str) -> None:
    text = written(tmp_path, Referent(since=date(2026, 4, 1), hours_per_month=hours))
    assert "1er avril 2026" in text
    assert words in text
    assert text.count("par mois") == 1


def test_a_term_without_a_date_is_dated_by_hand(tmp_path: Path) -> None:
    assert "À compter du ____________ " in written(tmp_path, Referent())
    assert "À compter du ____________ " in written(tmp_path)


def test_a_pair_is_on_one_sheet_and_both_sign(tmp_path: Path) -> None:
    text = written(tmp_path, Referent(means="Un bureau"), PETIT)
    assert "En binôme avec" in text
    assert "En binôme, Claude Faure Nadia Roche Petit" in text
    assert "Moyens Un bureau" in text


def test_addresses_are_given_for_those_who_have_one(tmp_path: Path) -> None:
    assert "n.roche@essai.example" in written(tmp_path, second=PETIT)
    assert "@essai" not in written(tmp_path, feminine=False).replace("mairie@saint-essai", "")


def test_a_long_address_is_cut_where_one_reads_it(tmp_path: Path) -> None:
    address = "secretariat.mairie@saint-remy-en-bouzemont-saint-genest-et-isson.fr"
    written(tmp_path, second=structs.replace(PETIT, email=address))
    lines = [line.strip() for line in PdfReader(tmp_path / "x.pdf").pages[0].extract_text().split("\n")]
    parts = [line for line in lines if line and line in address and len(line) > 8]
    assert "".join(parts) == address
    assert all(re.match("[@.-]", part) for part in parts[1:])


def test_two_addresses_are_two_lines(tmp_path: Path) -> None:
    written(tmp_path, second=structs.replace(PETIT, email="eloise.dargy@orange.example, mairie@ile.example"))
    lines = [line.strip() for line in PdfReader(tmp_path / "x.pdf").pages[0].extract_text().split("\n")]
    assert "mairie@ile.example" in lines


@pytest.mark.parametrize(
    ("feminine", "second", "name"),
    [
        (True, None, "Fiche mission de la référente santé"),
        (False, None, "Fiche mission du référent santé"),
        (True, PETIT, "Fiche mission du binôme référent"),
    ],
)
def test_the_sheet_has_one_name_in_its_head_its_foot_and_its_title(
    tmp_path: Path, feminine: bool, second: Person | None, name: str
) -> None:
    written(tmp_path, second=second, feminine=feminine)
    made = PdfReader(tmp_path / "x.pdf")
    assert made.metadata is not None
    assert made.metadata.title == f"{name} – Saint-Essai"
    assert f"{name} · Saint-Essai" in " ".join(made.pages[0].extract_text().split())
    assert "du référente" not in read(tmp_path / "x.pdf")


def test_what_nobody_promised_is_not_printed_above_signatures(tmp_path: Path) -> None:
    assert "rend compte" not in written(tmp_path)
    line = Commitment(id=1, position=1, audience="Le maire", how="chaque mois")
    text = written(tmp_path, commitments=(line, Commitment(id=2, position=2, audience="", how=" ")))
    assert "À qui elle rend compte" in text
    assert "Le maire, chaque mois" in text


def test_the_signatures_stand_under_room_to_write(tmp_path: Path) -> None:
    for missions in range(1, 40, 3):
        many = tuple(MissionView(n, "lien", f"mission {n}", True, False, False) for n in range(missions))
        sheet = ReferentSheet(
            term=Referent(), first=ROCHE, second=None, feminine=True, groups=(MissionGroup("lien", "Lien", many),),
            briefings=(), commitments=(), history=(), missing=(),
        )  # fmt: skip
        write_referent(tmp_path / "x.pdf", head(), sheet, WORDS, MADE_AT)
        last = PdfReader(tmp_path / "x.pdf").pages[-1].extract_text()
        assert "Observations" in last, missions
        assert "Fait à" in last
