"""The attendance sheet: a line a guest in order, lines to spare, the notice about data."""

from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.documents.attendance import BLANK, write_attendance
from msp_desktop.domain.agenda import MeetingView
from tests.documents.values import MADE_AT, guest, head, meeting_view, read


def written(tmp_path: Path, view: MeetingView, **values: object) -> str:
    write_attendance(tmp_path / "x.pdf", head(**values), view, MADE_AT)
    return read(tmp_path / "x.pdf")


def test_guests_are_numbered_with_what_they_are(tmp_path: Path) -> None:
    guests = (
        guest(1, "infirmière, Guéret", civility="Mme", first_name="Anne", last_name="Roche"),
        guest(2, "", last_name="Petit", organisation="CPTS du Val"),
        guest(3, "", organisation="CPAM de la Creuse"),
    )
    text = written(tmp_path, meeting_view(guests=guests))
    assert "1 Roche Anne infirmière, Guéret" in text
    assert "2 Petit CPTS du Val" in text
    assert "3 CPAM de la Creuse" in text


@pytest.mark.parametrize("count", [0, 1, 12, 60])
def test_there_are_always_lines_for_who_comes_unannounced(tmp_path: Path, count: int) -> None:
    guests = tuple(guest(number, last_name=f"Nom{number}") for number in range(1, count + 1))
    text = written(tmp_path, meeting_view(guests=guests))
    assert text.count("Nom") - 1 >= count, "the header has one"
    for number in range(1, count + BLANK + 1):
        assert f" {number} " in f" {text} ", number


@pytest.mark.parametrize(
    ("email", "phone", "where"),
    [("mairie@a.fr", "05", "mairie@a.fr"), ("", "05 55 00 00 01", "05 55 00 00 01"), ("", "", "la mairie")],
)
def test_the_notice_says_where_to_write(tmp_path: Path, email: str, phone: str, where: str) -> None:
    text = written(tmp_path, meeting_view(), email=email, phone=phone)
    assert f"accès et rectification : {where}" in text
    assert "Nombre de présents" in text
