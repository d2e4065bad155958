"""The minutes: who was there, what was said under each point, what comes next."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from msp_desktop.documents.minutes import write_minutes
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.meetings import NextStep, Reply
from tests.documents.values import MADE_AT, guest, head, item, meeting_view, read

GUESTS = (
    guest(1, "infirmière", present=Tri.YES, civility="Mme", last_name="Roche"),
    guest(2, "médecin", reply=Reply.EXCUSED, last_name="Fontanel"),
    guest(3, reply=Reply.COMING, present=Tri.NO, last_name="Absent"),
    guest(4, reply=Reply.EXCUSED, present=Tri.YES, last_name="Finalement"),
    guest(5, last_name="Silencieux"),
)


def written(tmp_path: Path, view: MeetingView) -> str:
    write_minutes(
        tmp_path / "x.pdf", head(), view, MADE_AT, summary_title="Synthèse des échanges", next_steps_title="Suites"
    )
    return read(tmp_path / "x.pdf")


def test_those_in_the_room_are_present_and_only_those_who_said_so_excused(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(guests=GUESTS))
    present, excused = text.split("Excusés")
    assert "Mme Roche, infirmière" in present
    assert "Finalement" in present
    assert "Fontanel, médecin" in excused
    for name in ("Absent", "Silencieux"):
        assert name not in text


def test_nobody_noted_makes_no_empty_list(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view())
    assert "Présents" not in text
    assert "Excusés" not in text


def test_each_point_has_what_was_said_or_says_that_nothing_was(tmp_path: Path) -> None:
    points = (item(1, "Introduction", discussion="Le maire accueille."), item(2, "Tour de table", discussion=" "))
    text = written(tmp_path, meeting_view(points))
    assert "Point 1 Introduction Le maire accueille." in text
    assert "Point 2 Tour de table Rien de noté sur ce point." in text


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


def test_the_end_is_the_one_noted_rather_than_the_one_planned(tmp_path: Path) -> None:
    points = (item(1, "Introduction", 60),)
    assert "fin vers 19 h 30" in written(tmp_path, meeting_view(points))
    assert "fin vers 20 h 10" in written(tmp_path, meeting_view(points, ended_at=time(20, 10)))


def test_the_mayor_signs(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view())
    assert "Le Maire," in text
    assert "Claude Faure" in text


def test_hours_of_talk_are_all_kept(tmp_path: Path) -> None:
    said = " ".join(f"mot{number}" for number in range(4000))
    text = written(tmp_path, meeting_view((item(1, "Tour de table", discussion=said),)))
    assert all(f"mot{number}" in text for number in range(0, 4000, 50))
    assert "mot3999" in text
