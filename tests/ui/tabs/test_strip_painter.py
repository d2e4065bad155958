"""The strip as it is painted on the screen."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from msp_desktop.domain.strip_marks import ActionBar, StripFrame
from msp_desktop.ui.tabs.timeline.strip_painter import paint_strip
from msp_desktop.ui.theme import theme
from tests.domain.test_strip_marks import days

FRAME = StripFrame(left=1, width=298, axis=10, band=10, space=6, row=23, bar=17, foot=10, scale=1)


def painted(mark: ActionBar) -> QImage:
    """Return an action as it is painted."""
    picture = QImage(300, 90, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_strip(painter, [mark], FRAME, (theme().font(), theme().font()), focused=False)
    painter.end()
    return picture


def test_a_name_is_painted_in_its_room_alone_and_none_where_there_is_none(qapp: QApplication) -> None:
    bar = ActionBar(days(4, 5, 10), 10, 30, 20, 17, False, "Contacter la fédération", 34, 60)
    nameless = painted(replace(bar, text=""))
    assert painted(bar).copy(34, 32, 60, 13) != nameless.copy(34, 32, 60, 13)
    assert painted(bar).copy(96, 32, 200, 13) == nameless.copy(96, 32, 200, 13)


def test_a_lateness_is_hatched_after_its_bar(qapp: QApplication) -> None:
    bar = ActionBar(days(4, 5, 10, late_days=27), 10, 30, 20, 17, False, "", 34, 80)
    on_time, late = painted(bar), painted(replace(bar, late_until=250.0))
    assert late.copy(200, 32, 40, 13) != on_time.copy(200, 32, 40, 13)
