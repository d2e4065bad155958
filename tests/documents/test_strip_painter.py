"""The strip on paper: its words measured as they are drawn, and one figure that says what it shows."""

from __future__ import annotations

from pathlib import Path

from msp_desktop.documents import fonts
from msp_desktop.documents.strip_painter import SIZE, strip_figure, strip_width
from msp_desktop.documents.timeline import LEADING
from msp_desktop.domain.strip_marks import StripFrame
from tests import pdf
from tests.documents import demo
from tests.domain.test_strip_marks import days, plan


def test_words_are_measured_in_the_face_they_are_drawn_in() -> None:
    fonts.register()
    assert strip_width("Fait", True) == fonts.width("Fait", fonts.BOLD, SIZE)
    assert strip_width("Fait", False) < strip_width("Fait", True)


def test_what_parts_the_phases_is_dotted_and_today_is_a_line(tmp_path: Path) -> None:
    frame = StripFrame(
        left=150, width=300, axis=30, months=16, band=27, space=15, row=2 * LEADING, leading=LEADING, bar=11, foot=14,
        names_room=140, until=True, today_below=True, rows=2, squares=True,
    )  # fmt: skip
    figure = strip_figure(plan(days(1, 0, 20), days(2, 40, 60)), frame, "Deux actions")
    data, _result = demo.made(lambda _density: [figure])
    pdf.assert_accessible(data)
    assert ("Figure", "Deux actions") in pdf.heard(data)
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    words = [said for _page, said, _height in pdf.places(path)]
    assert {"mars 2026", "avril", "mai", "juin"} <= {" ".join(said.split()) for said in words}
