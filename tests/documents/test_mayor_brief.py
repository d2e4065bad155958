"""The mayor's brief: for the mayor's eyes, with what to keep in mind and room to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.documents.mayor_brief import write_mayor_brief
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.meetings import Reply
from tests.documents.values import MADE_AT, guest, head, item, meeting_view, read


def written(tmp_path: Path, view: MeetingView) -> str:
    write_mayor_brief(
        tmp_path / "x.pdf",
        head(),
        view,
        MADE_AT,
        to_do=("Écouter vraiment",),
        to_avoid=("Promettre l’irréaliste",),
        federation_posture="Tiers de confiance",
        to_know=("Qui veut coopérer ?",),
    )
    return read(tmp_path / "x.pdf")


def test_it_says_on_every_page_that_it_is_not_for_others(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view((item(1, "Introduction"),)))
    assert text.lower().count("usage personnel, ne pas diffuser") >= 2


def test_what_to_do_and_what_to_avoid_stand_side_by_side(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view())
    for words in ("À privilégier", "Écouter vraiment", "À éviter", "Promettre l’irréaliste", "Tiers de confiance"):
        assert words in text
    assert "Qui veut coopérer ?" in text


def test_aims_are_one_sentence_and_what_is_empty_is_left_out(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(objectives="donner la parole\n\ninstaller la confiance"))
    assert "Buts donner la parole ; installer la confiance." in text
    bare = written(tmp_path, meeting_view())
    for words in ("Buts", "Pour ouvrir", "Note personnelle", "Qui vient"):
        assert words not in bare


def test_the_mayor_s_own_words_and_notes_are_there(tmp_path: Path) -> None:
    points = (item(1, "Introduction", leads="le maire", posture="Accueillir", mayor_note="Saluer la pharmacie"),)
    text = written(tmp_path, meeting_view(points, opening_words="Bonsoir à tous.", mayor_notes="Rester bref"))
    for words in ("« Bonsoir à tous. »", "Rester bref", "Accueillir", "Saluer la pharmacie", "10 min Le maire"):
        assert words in text


@pytest.mark.parametrize(
    ("replies", "words"),
    [
        ((Reply.NONE,), "0 réponse sur 1"),
        ((Reply.COMING, Reply.NONE), "1 réponse sur 2"),
        ((Reply.COMING, Reply.EXCUSED, Reply.NONE), "2 réponses sur 3"),
    ],
)
def test_answers_are_counted(tmp_path: Path, replies: tuple[Reply, ...], words: str) -> None:
    guests = tuple(guest(number, reply=reply, last_name=f"Nom{number}") for number, reply in enumerate(replies, 1))
    assert words in written(tmp_path, meeting_view(guests=guests))


def test_who_comes_agrees_with_the_civility_typed(tmp_path: Path) -> None:
    guests = (
        guest(1, "infirmière", Reply.EXCUSED, civility="Mme", last_name="Roche"),
        guest(2, "", Reply.EXCUSED, civility="M.", last_name="Marsac"),
        guest(3, "", Reply.COMING, last_name="Fontanel"),
        guest(4, "", Reply.NONE, last_name="Petit"),
    )
    text = written(tmp_path, meeting_view(guests=guests))
    for words in ("Mme Roche, infirmière : excusée", "M. Marsac : excusé ", "Fontanel : oui", "Petit : à rappeler"):
        assert words in text


def test_without_an_hour_points_are_numbered(tmp_path: Path) -> None:
    assert "1. 10 min" in written(tmp_path, meeting_view((item(1, "Introduction"),), starts_at=None))
