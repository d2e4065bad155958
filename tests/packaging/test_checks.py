"""The steps of the check under Wine hang together."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from checks.federation import asked
from checks.letters import Letters, measure
from checks.steps import STEPS, chosen
from PIL import Image, ImageDraw

from msp_desktop.federation import consolidate


def test_a_step_comes_after_what_it_needs() -> None:
    seen: set[str] = set()
    for step in STEPS:
        assert set(step.needs) <= seen, step.name
        assert step.title.endswith("."), step.name
        seen.add(step.name)
    assert len(seen) == len(STEPS)


def test_a_step_alone_brings_those_it_needs() -> None:
    assert [step.name for step in chosen(["post"])] == ["install_previous", "documents", "post"]
    assert chosen(None) == [*STEPS]
    with pytest.raises(KeyError):
        chosen(["nothing"])


def test_the_hidden_word_is_asked_as_the_window_asks_it() -> None:
    assert msgspec.msgpack.decode(asked(), type=consolidate._Request, strict=True).by == "Wine"


def test_boxes_are_told_from_letters(tmp_path: Path) -> None:
    sentence = "Le petit bourg garde son cabinet"
    written, boxes = Image.new("RGB", (300, 60), "white"), Image.new("RGB", (300, 60), "white")
    ImageDraw.Draw(written).text((5, 5), sentence, fill="black")
    for index in range(len(sentence)):
        ImageDraw.Draw(boxes).rectangle((5 + 8 * index, 5, 10 + 8 * index, 14), outline="black")
    written.save(tmp_path / "written.png")
    boxes.save(tmp_path / "boxes.png")
    assert measure(tmp_path / "boxes.png") == Letters((300, 60), len(sentence), 1, 10)
    seen = measure(tmp_path / "written.png")
    assert seen.shapes > 10
    assert 5 <= seen.height <= 12
