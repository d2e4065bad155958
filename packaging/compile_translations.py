"""Compile the catalogues when the package is built, so that no .mo file is ever committed."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileTranslations(BuildHookInterface):
    """Write translations/<lang>/LC_MESSAGES/msp_desktop.mo beside each .po."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        for source in sorted(Path(self.root, "translations").glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as file:
                catalogue = read_po(file)
            # Babel writes the minute of the build, and two builds must give the same bytes.
            catalogue.creation_date = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalogue)
