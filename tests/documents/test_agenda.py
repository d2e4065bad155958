"""The agenda that goes round the table."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from reportlab.platypus import Table

from msp_desktop.documents.agenda import leads, write_agenda
from msp_desktop.domain.agenda import MeetingView
from tests import pdf
from tests.documents.values import MADE_AT, head, item, meeting_view, read

POINTS = (
    item(1, "Introduction", 10, leads="le maire, la fédération", content="Accueil"),
    item(2, "Tour de table", 25, mayor_note="Saluer la pharmacie", posture="Écouter"),
)


def written(tmp_path: Path, view: MeetingView, **values: object) -> str:
    path = tmp_path / "x.pdf"
    write_agenda(path, head(**values), view, MADE_AT)
    return read(path)


def test_each_point_has_its_hour_its_length_and_who_leads(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS))
    for words in ("Mardi", "12 mai 2026", "18 h 30", "fin vers 19 h 05", "Salle des associations"):
        assert words in text
    for words in (
        "Introduction",
        "10 min",
        "Le maire",
        "La fédération",
        "Accueil",
        "18 h 40",
        "Tour de table",
        "25 min",
    ):
        assert words in text
    assert "19 h 05 Fin de la rencontre. Durée prévue : 35 minutes." in text


def test_what_the_mayor_keeps_to_himself_is_not_on_the_table(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS, mayor_notes="Ne pas parler du local", opening_words="Bonsoir"))
    for words in ("Saluer la pharmacie", "Écouter", "Ne pas parler du local", "Bonsoir"):
        assert words not in text


def test_without_an_hour_points_are_numbered(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS, starts_at=None, held_on=None, place=""))
    assert "1." in text
    assert "2." in text
    assert text.count("à fixer") == 3
    assert "Fin Fin de la rencontre" in text


@pytest.mark.parametrize(
    ("minutes", "words"), [(59, "59 minutes"), (60, "1 h"), (85, "1 h 25"), (120, "2 h"), (1, "1 minute")]
)
def test_the_length_is_said_as_one_speaks(tmp_path: Path, minutes: int, words: str) -> None:
    assert f"Durée prévue : {words}." in written(tmp_path, meeting_view((item(1, "Point", minutes),)))


def test_an_empty_agenda_has_no_end(tmp_path: Path) -> None:
    assert "Fin de la rencontre" not in written(tmp_path, meeting_view())


def test_the_foot_says_whom_to_answer_and_by_when(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS, reply_by=date(2026, 5, 5)))
    assert "Merci de répondre avant le mardi 5 mai" in text
    assert "Nadia Roche, référente santé" in text
    assert "05 55 00 00 02 · sante@essai.example" in text


def test_without_anybody_to_ask_nor_a_deadline_there_is_no_foot(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS), contact=None)
    assert "À la mairie" not in text
    assert "Merci de répondre" not in text


def test_points_are_headings_with_their_own_words(tmp_path: Path) -> None:
    written(tmp_path, meeting_view(POINTS))
    heard = pdf.heard((tmp_path / "x.pdf").read_bytes())
    assert [words for kind, words in heard if kind == "H2"] == ["Introduction", "Tour de table"]


@pytest.mark.parametrize("count", range(1, 13))
def test_an_agenda_of_a_few_points_is_one_page_and_of_many_ends_on_a_full_one(tmp_path: Path, count: int) -> None:
    points = tuple(
        item(number, "Tour de table", content="Chacun, en quelques minutes : sa situation, " * 2)
        for number in range(count)
    )
    written(
        tmp_path,
        meeting_view(points, introduction="Nous nous retrouvons pour nous écouter. " * 3, reply_by=date(2026, 5, 5)),
    )
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() == (1 if count <= 6 else 2)


def test_a_long_introduction_does_not_send_the_answer_to_another_page(tmp_path: Path) -> None:
    points = tuple(item(number, "Tour de table", content="Chacun : sa situation, " * 6) for number in range(5))
    words = "Les soignants décrivent une patientèle qui vieillit et de longues journées. " * 6
    written(tmp_path, meeting_view(points, introduction=words, reply_by=date(2026, 5, 5)))
    assert PdfReader(tmp_path / "x.pdf").get_num_pages() == 1


@pytest.mark.parametrize(
    ("names", "shown"),
    [("", ""), (" , ", ""), ("maire", "Maire"), ("maire, la fédération ,tous", "Maire\nLa fédération\nTous")],
)
def test_who_leads_is_one_a_line(names: str, shown: str) -> None:
    assert leads(names) == shown


def test_a_very_long_agenda_goes_on_over_pages_and_loses_no_point(tmp_path: Path) -> None:
    points = tuple(item(number, f"Point numéro {number}.", content="détail " * 60) for number in range(1, 30))
    text = written(tmp_path, meeting_view(points))
    assert all(f"Point numéro {number}." in text for number in range(1, 30))


def test_a_title_as_long_as_pages_is_not_cut_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[int] = []
    split = Table.split

    def counted(table: Table, *room: float) -> object:
        cut.append(1)
        return split(table, *room)

    monkeypatch.setattr(Table, "split", counted)
    path = tmp_path / "x.pdf"
    write_agenda(path, head(), meeting_view((item(1, "a" * 20_000, 10),)), MADE_AT)
    assert len(cut) < 8 * len(PdfReader(path).pages)
