"""The journal on paper: counts in words, the latest first, what follows with its box, late in words, nothing cut."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from msp_desktop.documents.journal import CHANNELS, write_journal
from msp_desktop.domain.exchanges import Channel, Exchange
from msp_desktop.domain.journal import Entry, Sheet
from tests.documents.values import MADE_AT, head, read
from tests.pdf import assert_accessible, heard, tagged

SINCE, UNTIL = date(2026, 3, 27), date(2026, 4, 28)


def entry(names: tuple[str, ...] = (), by: str = "", done: date | None = None, **values: Any) -> Entry:
    given: dict[str, Any] = {"id": 1, "held_on": date(2026, 4, 16)}
    return Entry(Exchange(**given | values), names, tuple(range(len(names))), by, done)


def written(tmp_path: Path, *entries: Entry, person: str = "", since: date = SINCE) -> str:
    write_journal(tmp_path / "x.pdf", head(), Sheet(entries, since, UNTIL, person), MADE_AT)
    return read(tmp_path / "x.pdf").replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ((entry(("Dr Fontanel",)),), "Un échange avec un interlocuteur. Aucune suite n’est attendue."),
        (
            (entry(("Dr Fontanel",), next_step="a"), entry(("Dr Fontanel",), next_step_on=date(2026, 4, 20))),
            "Deux échanges avec un interlocuteur. Deux suites attendues, dont une en retard.",
        ),
        ((entry(subject="Vote", next_step="a"),), "Un échange. Une suite attendue."),
        ((entry(subject="Vote", next_step_on=date(2026, 4, 1)),), "Une suite attendue, en retard."),
        (
            tuple(entry((f"M. {n}",), next_step="a", done=UNTIL) for n in range(40)),
            "40 échanges avec 40 interlocuteurs. Aucune suite n’est attendue.",
        ),
    ],
)
def test_it_begins_with_how_much_was_said_and_what_is_owed(
    tmp_path: Path, entries: tuple[Entry, ...], words: str
) -> None:
    text = written(tmp_path, *entries)
    assert words in text
    assert "Du vendredi 27 mars au mardi 28 avril 2026" in text


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (entry(next_step="La rappeler", by="Mme Roche", next_step_on=date(2026, 5, 5)), "La rappeler Mme Roche pour le 5 mai"),
        (entry(next_step="La rappeler", next_step_on=date(2026, 4, 21)), "La rappeler en retard, du 21 avril"),
        (entry(next_step="La rappeler", next_step_on=UNTIL), "La rappeler pour aujourd’hui"),
        (entry(next_step="La rappeler", next_step_on=date(2027, 1, 1)), "pour le 1er janvier 2027"),
        (entry(next_step="La rappeler", done=date(2026, 3, 30)), "La rappeler fait le 30 mars"),
        (entry(next_step_on=date(2026, 5, 5)), "Donner suite pour le 5 mai"),
        (entry(("Mme Roux",), with_whom="le secrétariat", subject="L’état des lieux"),
         "Mme Roux, le secrétariat : l’état des lieux"),
        (entry(subject="Démarche santé", said="Un.\n\nDeux."), "Démarche santé Un. Deux."),
        (entry(("Mme Roux",), held_on=date(2025, 12, 1)), "lundi 1er décembre 2025"),
    ],
)  # fmt: skip
def test_each_exchange_says_what_follows(tmp_path: Path, one: Entry, words: str) -> None:
    assert words in written(tmp_path, one)


def test_it_stays_at_the_town_hall_and_says_so(tmp_path: Path) -> None:
    text = written(tmp_path, entry(("Mme Roux",)), person="Mme Roux")
    assert text.count("sage interne, ne pas diffuser") == 2
    assert "Avec Mme Roux" in text
    assert "interlocuteur" not in text


def test_every_means_has_its_word(tmp_path: Path) -> None:
    text = written(tmp_path, *(entry(("Mme Roux",), channel=channel) for channel in Channel))
    assert all(CHANNELS[channel] in text for channel in Channel)


def test_it_can_be_heard_and_nothing_is_cut_whatever_the_length(tmp_path: Path) -> None:
    long = "Un mot long. " * 700
    entries = [
        entry(("Mme <b>Roux</b> & fils",), said=long, next_step="a", by="le secrétariat", next_step_on=UNTIL),
        entry(tuple(f"Mme Personne Numéro{n}" for n in range(40)), said="Bref.", next_step=long[:2990], done=UNTIL),
        entry(with_whom="x" * 300, subject="y" * 300, said="\n\n".join(["Un paragraphe."] * 120), next_step="fin"),
    ]
    text = written(tmp_path, *entries)
    assert text.count("mot") == 930
    assert text.count("paragraphe.") == 120
    assert "Numéro39" in text
    data = (tmp_path / "x.pdf").read_bytes()
    assert_accessible(data)
    assert [tag for tag, _words in heard(data)].count("H1") == 1
    assert len(tagged(data, "TH")) >= 2 + len(entries)


def test_what_follows_has_the_room_of_whoever_is_not_named(tmp_path: Path) -> None:
    step = "Rappeler la caisse pour le chiffre par commune"
    write_journal(
        tmp_path / "x.pdf",
        head(),
        Sheet((entry(("CPAM",), next_step=step, next_step_on=UNTIL),), SINCE, UNTIL, ""),
        MADE_AT,
    )
    lines = PdfReader(tmp_path / "x.pdf").pages[0].extract_text().splitlines()
    assert any(step in line for line in lines)
