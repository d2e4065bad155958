"""The mayor's brief: for the mayor's eyes, with what to keep in mind and room to write."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.documents.mayor_brief import Postures, write_mayor_brief
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.meetings import Reply
from tests import pdf
from tests.documents.values import MADE_AT, guest, head, item, meeting_view, read

POSTURES = Postures(
    to_do=("Écouter vraiment",),
    to_avoid=("Promettre l’irréaliste",),
    federation="Tiers de confiance",
    to_know=("Qui veut coopérer ?",),
    remember=("Écouter vaut mieux que décider", "D’abord écouter"),
    mayor="L’attitude du maire compte.",
)


def written(tmp_path: Path, view: MeetingView, postures: Postures = POSTURES, **values: object) -> str:
    write_mayor_brief(tmp_path / "x.pdf", head(**values), view, MADE_AT, postures)
    return read(tmp_path / "x.pdf")


def test_it_says_on_every_page_that_it_is_not_for_others(tmp_path: Path) -> None:
    points = tuple(item(number, "Introduction") for number in range(9))
    text = written(tmp_path, meeting_view(points))
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() > 1
    assert text.lower().count("usage personnel, ne pas diffuser") >= 3


def test_what_to_do_and_what_to_avoid_stand_side_by_side(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view())
    for words in ("À privilégier", "Écouter vraiment", "À éviter", "Promettre l’irréaliste", "Tiers de confiance"):
        assert words in text
    assert "Qui veut coopérer ?" in text
    assert "À retenir : écouter vaut mieux que décider ; d’abord écouter." in text


def test_a_kind_of_meeting_without_postures_has_none(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view((item(1, "Avancement"),)), Postures())
    for words in ("À privilégier", "À éviter", "La fédération", "À savoir en sortant", "À retenir"):
        assert words not in text
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() == 1


@pytest.mark.parametrize(
    ("civility", "title"), [("M.", "Déroulé du maire"), ("Mme", "Déroulé de la maire"), ("", "Déroulé du maire")]
)
def test_the_title_agrees_with_the_mayor(tmp_path: Path, civility: str, title: str) -> None:
    assert title in written(tmp_path, meeting_view(), mayor_civility=civility)
    assert PdfReader(tmp_path / "x.pdf").metadata.title.startswith(title)


def test_points_are_headings_with_their_own_words(tmp_path: Path) -> None:
    written(tmp_path, meeting_view((item(1, "Introduction"), item(2, "Tour de table"))))
    heads = [words for kind, words in pdf.heard((tmp_path / "x.pdf").read_bytes()) if kind == "H2"]
    assert heads[-2:] == ["Introduction", "Tour de table"]


def test_guests_stand_in_a_table_of_three_columns(tmp_path: Path) -> None:
    written(tmp_path, meeting_view(guests=(guest(1, "infirmière", civility="Mme", last_name="Roche"),)))
    data = (tmp_path / "x.pdf").read_bytes()
    assert [kind for kind, _words in pdf.heard(data)].count("TH") == 0  # each holds a paragraph
    assert len(pdf.tagged(data, "TH")) == 4
    assert len(pdf.tagged(data, "TD")) == 2


@pytest.mark.parametrize("count", range(1, 41, 3))
def test_points_stand_on_one_page_and_guests_never_leave_one_half_empty(tmp_path: Path, count: int) -> None:
    points = tuple(item(number, f"Point {number}", posture="Écouter " * 12) for number in range(5))
    guests = tuple(guest(number, "infirmière", last_name=f"Nom{number}") for number in range(count))
    written(tmp_path, meeting_view(points, guests, opening_words="Merci. " * 20, objectives="Donner la parole"))
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() <= (2 if count <= 10 else 3)


_OPENING = (
    "Les soignants décrivent une patientèle qui vieillit et de longues journées ; l’un d’eux cherche un successeur. "
)


@pytest.mark.parametrize("words", [3, 5, 7, 9])
def test_what_comes_first_never_leaves_a_few_lines_alone_on_a_page(tmp_path: Path, words: int) -> None:
    postures = Postures(
        ("Écouter vraiment",) * 4, ("Imposer",) * 4, "Elle anime les échanges. " * 6, ("Quoi ?", "Qui ?", "Où ?"), "Écouter."
    )  # fmt: skip
    points = tuple(
        item(number, f"Point {number}", posture="Écouter " * 12, mayor_note=_OPENING, leads="la fédération")
        for number in range(5)
    )
    guests = tuple(guest(number, "infirmière", last_name=f"Nom{number}") for number in range(20))
    notes = {"opening_words": _OPENING * 4, "mayor_notes": _OPENING * words, "objectives": "Donner la parole"}
    written(tmp_path, meeting_view(points, guests, **notes), postures)
    lengths = [len(page.extract_text()) for page in PdfReader(tmp_path / "x.pdf").pages]
    assert len(lengths) == 3
    assert min(lengths) > 900


def test_guests_go_on_to_the_page_of_the_points_where_both_hold(tmp_path: Path) -> None:
    points = tuple(item(number, f"Point {number}", mayor_note=_OPENING) for number in range(3))
    guests = tuple(guest(number, "infirmière", last_name=f"Nom{number}") for number in range(32))
    notes = {"opening_words": _OPENING * 4, "mayor_notes": _OPENING * 6}
    written(tmp_path, meeting_view(points, guests, **notes), Postures())
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() == 2


def test_aims_are_one_sentence_and_what_is_empty_is_left_out(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(objectives="donner la parole\n\ninstaller la confiance"))
    assert "Buts Donner la parole ; installer la confiance." in text
    assert "Buts Donner la parole ; ARS." in written(tmp_path, meeting_view(objectives="Donner la parole.\nARS"))
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
    for words in ("Mme Roche infirmière excusée", "M. Marsac excusé ", "Fontanel oui", "Petit à rappeler"):
        assert words in text


def test_without_an_hour_points_are_numbered(tmp_path: Path) -> None:
    assert "1. 10 min" in written(tmp_path, meeting_view((item(1, "Introduction"),), starts_at=None))
