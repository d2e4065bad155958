"""The texts of licences: those of `resources/licences`, and those that Python packages carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msp_desktop.paths import resource
from msp_desktop.services.bundled_packages import Package

_SECTION = re.compile(r"^===== (.+) =====$", re.MULTILINE)


def text_of(word: str, packages: Mapping[str, Package]) -> tuple[str, ...]:
    """Return texts by their name: `file`, `file#section`, `folder/file` from `resources`, or `package:name`.

    KeyError where there is no such section or package, OSError where there is no such file.
    """
    kind, _colon, name = word.partition(":")
    if kind == "package":
        return packages[name].texts()
    file, _mark, section = word.partition("#")
    path = resource(*file.split("/")) if "/" in file else resource("licences", file)
    return (_sections(path)[section],) if section else (path.read_text(encoding="utf-8").strip("\n"),)


@lru_cache(maxsize=3)
def _sections(path: Path) -> dict[str, str]:
    """Return the parts of a file of texts, by the names in their headings; each file is read once, not once a part."""
    parts = _SECTION.split(path.read_text(encoding="utf-8"))
    return {name: body.strip("\n") for name, body in zip(parts[1::2], parts[2::2], strict=True)}
