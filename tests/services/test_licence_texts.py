"""Every text that the list of components names is there, and is read whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from msp_desktop.paths import resource
from msp_desktop.services.bundled_packages import bundled_packages
from msp_desktop.services.components import entries
from msp_desktop.services.licence_texts import text_of


def test_a_section_is_one_part_of_a_file() -> None:
    (text,) = text_of("Qt.txt#zlib", {})
    assert "Jean-loup Gailly" in text
    assert "=====" not in text
    with pytest.raises(KeyError):
        text_of("Qt.txt#no such part", {})


def test_every_named_text_is_there_and_none_is_for_nothing() -> None:
    packages = bundled_packages()
    named = {word for entry in entries() for word in entry.get("texts", ())}
    for word in named - {f"package:{name}" for name in ("lxml", "pillow")}:
        assert all(text.strip() for text in text_of(word, packages)), word
    files = {Path(word.partition("#")[0]).name for word in named}
    folder = resource("licences")
    assert {path.name for path in folder.glob("*.txt")} <= files
    for name in ("Qt.txt", "PDFium.txt", "Python.txt", "Libraries.txt"):
        sections = re.findall(r"^===== (.+) =====$", (folder / name).read_text("utf-8"), re.MULTILINE)
        assert {f"{name}#{section}" for section in sections} <= named
