"""What is compiled when the package is built, and never committed: the catalogues, and the method's content."""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Where the wheel keeps the method's files (see force-include in pyproject.toml).
METHOD = "msp_desktop/_data/resources/method"


class BuildHook(BuildHookInterface):
    """Write a .mo file beside each .po, and put a .msgpack file beside each .toml of the method in the wheel.

    A working copy gets no .msgpack: its TOML files are there to be edited.
    """

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted(Path(self.root, "translations").glob("*/LC_MESSAGES/*.po")):
            _compile_catalogue(source)
        if self.target_name == "wheel" and version != "editable":
            self._made = tempfile.TemporaryDirectory()
            build_data["force_include"] |= _compile_method(Path(self.root), Path(self._made.name))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self.target_name == "wheel" and version != "editable":
            self._made.cleanup()


def _compile_catalogue(source: Path) -> None:
    with source.open("rb") as file:
        catalogue = read_po(file)
    # Babel writes the minute of the build, and two builds must give the same bytes.
    catalogue.creation_date = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    # Put in place whole: what runs from the same folder meanwhile never reads half a catalogue.
    draft = source.with_suffix(f".{os.getpid()}.tmp")
    with draft.open("wb") as file:
        write_mo(file, catalogue)
    draft.replace(source.with_suffix(".mo"))


def _compile_method(root: Path, into: Path) -> dict[str, str]:
    """Return where each file made goes in the wheel."""
    sys.path.insert(0, str(root))
    try:
        from msp_desktop.method.reading import compiled
    finally:
        sys.path.remove(str(root))
    places = {}
    for source in sorted((root / "resources" / "method").glob("*.toml")):
        made = into / f"{source.stem}.msgpack"
        made.write_bytes(compiled(source.read_bytes()))
        places[str(made)] = f"{METHOD}/{made.name}"
    return places
