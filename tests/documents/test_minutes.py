"""The minutes: who was there, what was said under each point, what comes next."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.documents.minutes import write_minutes
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import Meeting, NextStep, Reply
from tests import pdf
from tests.documents.values import MADE_AT, guest, head, item, meeting_view, read

GUESTS = (
    guest(1, "infirmière", present=Tri.YES, civility="Mme", last_name="Roche"),
    guest(2, "médecin", reply=Reply.EXCUSED, last_name="Fontanel"),
    guest(3, reply=Reply.COMING, present=Tri.NO, last_name="Absent"),
    guest(4, reply=Reply.EXCUSED, present=Tri.YES, last_name="Finalement"),
    guest(5, last_name="Silencieux"),
)


def written(tmp_path: Path, view: MeetingView, following: Meeting | None = None, **values: object) -> str:
    titles = {"summary_title": "Synthèse des échanges", "next_steps_title": "Suites"}
    write_minutes(tmp_path / "x.pdf", head(**values), view, MADE_AT, **titles, following=following)
    return read(tmp_path / "x.pdf")


def test_who_was_there_who_is_excused_and_who_was_not_there(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(guests=GUESTS))
    present, others = text.split("Excusé ")
    excused, absent = others.split("Absent ", 1)
    assert "Mme Roche, infirmière" in present
    assert "Finalement" in present
    assert "2 personnes" in present
    assert "Fontanel, médecin" in excused
    assert "Absent" in absent
    assert "Silencieux" not in text, "nobody said whether he was there"


def test_how_many_were_there_is_said_where_it_is_more_than_those_ticked(tmp_path: Path) -> None:
    assert "5 personnes, dont 2 sur la liste" in written(tmp_path, meeting_view(guests=GUESTS, present_count=5))
    assert "Présents 14 personnes." in written(tmp_path, meeting_view(present_count=14))


def test_women_are_present_and_excused_in_the_feminine(tmp_path: Path) -> None:
    guests = tuple(
        guest(number, reply=Reply.EXCUSED, present=present, civility="Mme", last_name=f"Nom{number}")
        for number, present in enumerate((Tri.YES, Tri.YES, Tri.UNKNOWN))
    )
    text = written(tmp_path, meeting_view(guests=guests))
    assert "Présentes" in text
    assert "Excusée " in text


def test_nobody_noted_makes_no_empty_list(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view())
    assert "Présents" not in text
    assert "Excusés" not in text


def test_a_point_of_which_nothing_is_noted_is_left_out(tmp_path: Path) -> None:
    points = (item(1, "Introduction", discussion=" "), item(2, "Tour de table", discussion="Chacun s’exprime."))
    text = written(tmp_path, meeting_view(points))
    assert "Point 2 Tour de table Chacun s’exprime." in text
    assert "Introduction" not in text
    assert "Rien de noté" not in text


def test_minutes_of_which_nothing_is_noted_are_filled_in_by_hand(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view((item(1, "Introduction"), item(2, "Tour de table"))))
    assert "Point 1 Introduction Point 2 Tour de table" in text


def test_points_are_headings_with_their_own_words(tmp_path: Path) -> None:
    written(tmp_path, meeting_view((item(1, "Introduction", discussion="Accueil."),), GUESTS[:1]))
    heard = pdf.heard((tmp_path / "x.pdf").read_bytes())
    assert [words for kind, words in heard if kind == "H2"] == ["Présente", "Introduction", "Ce compte rendu"]


def test_what_follows_and_who_wrote_are_said(tmp_path: Path) -> None:
    following = Meeting(kind="copil", title="Comité", held_on=date(2026, 9, 22), starts_at=time(18, 0), place="Mairie")
    text = written(tmp_path, meeting_view(), following)
    assert "Prochaine rencontre Comité, le mardi 22 septembre 2026 à 18 h, Mairie." in text
    assert "Ce compte rendu Rédigé par Nadia Roche, référente santé." in text
    assert "____" in written(tmp_path, meeting_view(), contact=None)


def test_who_was_not_there_is_not_said_to_have_written(tmp_path: Path) -> None:
    for reply, present, wrote in (
        (Reply.COMING, Tri.NO, False),
        (Reply.EXCUSED, Tri.UNKNOWN, False),
        (Reply.EXCUSED, Tri.YES, True),
        (Reply.NONE, Tri.UNKNOWN, True),
    ):
        guests = (guest(1, "adjointe", reply, present, civility="Mme", first_name="Nadia", last_name="Roche"),)
        text = written(tmp_path, meeting_view(guests=guests))
        assert ("Rédigé par Nadia Roche" in text) is wrote
        assert ("Rédigé par ______________________." in text) is not wrote


def test_what_was_not_noted_of_the_meeting_is_a_line_to_fill_never_still_to_be_set(tmp_path: Path) -> None:
    bare = written(tmp_path, meeting_view(held_on=None, starts_at=None, place=""))
    assert "à fixer" not in bare
    assert bare.count("____") >= 4


def test_one_person_is_one_present(tmp_path: Path) -> None:
    assert "Présent 1 personne." in written(tmp_path, meeting_view(present_count=1))


def test_the_summary_bears_the_title_of_its_kind_of_meeting(tmp_path: Path) -> None:
    assert "Synthèse des échanges On s’est écouté." in written(tmp_path, meeting_view(summary="On s’est écouté."))
    assert "Synthèse des échanges" not in written(tmp_path, meeting_view(summary="  "))


def test_next_steps_say_what_who_and_when(tmp_path: Path) -> None:
    steps = (
        NextStep(
            id=1, meeting_id=1, position=1, text="Visiter le local", person="Nadia Roche", due_on=date(2026, 6, 1)
        ),
        NextStep(id=2, meeting_id=1, position=2, text="Se revoir"),
    )
    text = written(tmp_path, meeting_view(next_steps=steps))
    assert "Suites" in text
    assert "Visiter le local Nadia Roche lundi 1er juin" in text
    assert "Se revoir – –" in text
    assert "Suites" not in written(tmp_path, meeting_view())


def test_a_day_of_another_year_says_which_and_no_day_is_broken(tmp_path: Path) -> None:
    days = (date(2027, 9, 22), date(2026, 12, 20), date(2027, 9, 26))
    steps = tuple(
        NextStep(id=n, meeting_id=1, position=n, text="Visiter", person="Nadia Roche", due_on=day)
        for n, day in enumerate(days)
    )
    text = written(tmp_path, meeting_view(next_steps=steps))
    for words in ("mercredi 22 septembre 2027", "dimanche 20 décembre Visiter", "dimanche 26 septembre 2027"):
        assert words in text


@pytest.mark.parametrize("count", [1, 8, 12, 13, 20, 30, 40])
def test_next_steps_and_signature_may_part_from_one_another(tmp_path: Path, count: int) -> None:
    guests = tuple(guest(n, "infirmière", present=Tri.YES, last_name=f"Nom{n}") for n in range(count))
    steps = tuple(NextStep(id=n, meeting_id=1, position=n, text="Visiter le local " * 4) for n in range(8))
    points = tuple(item(n, "Tour de table", discussion="Chacun s’exprime. " * 14) for n in range(5))
    text = written(tmp_path, meeting_view(points, guests, steps))
    for sheet in PdfReader(tmp_path / "x.pdf").pages[1:]:
        assert not " ".join(sheet.extract_text().split("Saint-Essai")[-1].split()).startswith("Fait à")
    assert "Le Maire," in text


def test_the_end_is_the_one_noted_rather_than_the_one_planned(tmp_path: Path) -> None:
    points = (item(1, "Introduction", 60),)
    assert "fin à ________ " in written(tmp_path, meeting_view(points))
    assert "fin à 20 h 10" in written(tmp_path, meeting_view(points, ended_at=time(20, 10)))


def test_the_mayor_signs(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view())
    assert "Le Maire," in text
    assert "Claude Faure" in text


def test_hours_of_talk_are_all_kept(tmp_path: Path) -> None:
    said = " ".join(f"mot{number}" for number in range(4000))
    text = written(tmp_path, meeting_view((item(1, "Tour de table", discussion=said),)))
    assert all(f"mot{number}" in text for number in range(0, 4000, 50))
    assert "mot3999" in text
