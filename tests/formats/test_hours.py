"""Lengths of time in words."""

from __future__ import annotations

import pytest

from msp_desktop.formats.hours import spoken_length


@pytest.mark.parametrize(("minutes", "said"), [(45, "45 minutes"), (1, "1 minute"), (85, "1 h 25"), (60, "1 h")])
def test_a_length_is_said_as_people_do(minutes: int, said: str) -> None:
    assert spoken_length(minutes).replace("\u00a0", " ") == said
