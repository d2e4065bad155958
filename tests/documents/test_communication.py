"""The communication plan on paper: months, boxes, states, texts, and what to remember."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from msp_desktop.documents.communication import Planned, PlanWords, ReadyText, state_words, write_communication
from msp_desktop.domain.communications import Communication, CommunicationState
from tests import pdf
from tests.documents.values import MADE_AT, head, read

WORDS = PlanWords(
    (("Informer", "Bulletin, site"), ("Expliquer", "Les étapes")), ("D’abord l’équipe.",), ("Chacun a dit oui.",)
)
OUT = CommunicationState.PUBLISHED


def message(words: str, **values: object) -> Communication:
    return Communication(position=1, message=words, **values)  # type: ignore[arg-type]


def written(tmp_path: Path, plan: list[Planned], texts: list[ReadyText] | None = None) -> Path:
    path = tmp_path / "x.pdf"
    write_communication(path, head(), plan, texts or [], WORDS, MADE_AT)
    return path


def test_messages_stand_by_month_with_their_public_channel_state_and_who(tmp_path: Path) -> None:
    plan = [
        Planned(message("Engagée", state=OUT, published_on=date(2026, 4, 24), channel="bulletin", audience="les habitants"), date(2026, 4, 24)),
        Planned(message("Qui appeler <ici> & là", due_on=date(2026, 4, 27), person="Mme Roche"), date(2026, 4, 27), 1),
        Planned(message("Réunion", state=CommunicationState.READY, for_residents=True), date(2026, 5, 1)),
        Planned(message("L’an prochain"), date(2027, 5, 3)),
        Planned(message("Un jour"), None),
    ]  # fmt: skip
    path = written(tmp_path, plan)
    pdf.assert_accessible(path.read_bytes())
    text = read(path)
    order = [
        "Avril",
        "Engagée",
        "Qui appeler <ici> & là",
        "Mai vendredi",
        "Réunion",
        "Mai 2027",
        "L’an prochain",
        "Sans date",
        "Un jour",
    ]
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    for words in (
        "vendredi 24 avril", "Bulletin", "paru le 24 avril", "les habitants", "à écrire, 1 jour de retard", "Mme Roche",
        "texte prêt", "vendredi 1er mai", "tous les habitants", "D’abord l’équipe.", "Informer. Bulletin, site", "Chacun a dit oui.",
    ):  # fmt: skip
        assert words in text
    heard = [words for kind, words in pdf.heard(path.read_bytes()) if kind == "Figure"]
    assert heard == ["paru", *["pas encore paru"] * 4]


@pytest.mark.parametrize(
    ("values", "late", "words"),
    [
        ({}, 0, "à écrire"),
        ({}, 12, "à écrire, 12\u00a0jours de retard"),
        ({"state": CommunicationState.READY}, 1, "texte prêt, 1\u00a0jour de retard"),
        ({"state": OUT}, 0, "paru"),
        ({"state": OUT, "published_on": date(2026, 5, 1)}, 0, "paru le 1er\u00a0mai"),
    ],
)
def test_a_message_says_how_far_it_is(values: dict[str, object], late: int, words: str) -> None:
    assert state_words(Planned(message("x", **values), None, late)) == words


def test_texts_say_their_length_and_what_is_too_much(tmp_path: Path) -> None:
    texts = [
        ReadyText("Bulletin, court", "Titre\n\nUn <texte>", 800, "pour le mercredi 6 mai 2026"),
        ReadyText("Trop long", "a" * 812, 800),
        ReadyText("Site", "Une ligne"),
    ]
    text = read(written(tmp_path, [Planned(message("x"), None)], texts))
    for words in (
        "Un <texte>",
        "pour le mercredi 6 mai 2026",
        "17 signes sur 800",
        "812 signes sur 800, 12 de trop",
        "9 signes",
    ):
        assert words in text


def test_forty_long_messages_and_a_text_of_pages_are_all_there(tmp_path: Path) -> None:
    plan = [
        Planned(message(f"Message {n} " + "avec beaucoup de mots " * 12, person="Mme Marie-Christine Lavergne-Fontaine, " * 3), date(2026, 1 + n % 12, 3))
        for n in range(40)
    ]  # fmt: skip
    path = written(tmp_path, plan, [ReadyText("Long", "\n".join(f"Paragraphe {n}. " + "mot " * 90 for n in range(60)))])
    pdf.assert_accessible(path.read_bytes())
    text = read(path)
    assert all(f"Message {n} " in text for n in range(40))
    assert all(f"Paragraphe {n}." in text for n in range(60))
