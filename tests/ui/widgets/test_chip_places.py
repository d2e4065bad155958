"""Where chips stand: row under row, none cut at the side, the words after them."""

from __future__ import annotations

import pytest

from msp_desktop.ui.widgets.chip_places import Places, chip_places


def px(size: int) -> int:
    return size


def test_no_chip_takes_no_room() -> None:
    assert chip_places([], 80, 300, px) == Places()


@pytest.mark.parametrize("room", [110, 170, 300, 900])
@pytest.mark.parametrize("widths", [[90], [90, 200], [40] * 12, [2000, 10]])
def test_chips_stay_within_the_line_and_apart_from_one_another(widths: list[int], room: int) -> None:
    boxes = chip_places(widths, 0, room, px).boxes
    assert len(boxes) == len(widths)
    assert all(box.left() >= 0 and box.right() < room for box in boxes)
    assert not any(one.intersects(other) for number, one in enumerate(boxes) for other in boxes[:number])


def test_words_that_do_not_fit_after_the_last_chip_begin_a_row() -> None:
    assert chip_places([90], 0, 200, px).rows == 1
    after = chip_places([90], 100, 200, px)
    assert (after.rows, after.left, after.top) == (2, 0, 26)


def test_a_row_alone_is_shared_by_all() -> None:
    places = chip_places([200, 200, 200], 0, 320, px, one_row=True)
    assert places.rows == 1
    assert max(box.right() for box in places.boxes) < 320 - 20
