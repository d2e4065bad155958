"""A desktop of its own for each journey, at 100 % and at 125 %."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote, urlparse

import pytest

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.exchange.communes import by_insee
from msp_desktop.services.dossiers import commune_from, new_dossier
from msp_desktop.services.sample import make_sample
from tests.heard.reader import Reader
from tests.heard.session import session
from tests.journeys.secretary import Secretary, before_the_window

#: What was given to the other programs of the computer, a line each: none is started.
OPENED = "ouverts"


@dataclass(frozen=True)
class Desktop:
    """One screen with its session: `folder` has the dossiers, `documents` what is made of them."""

    environment: Mapping[str, str]
    reader: Reader
    folder: Path

    @property
    def documents(self) -> Path:
        """The folder of documents of whoever works here."""
        return self.folder / "documents"

    def opens(self, *words: str | Path) -> AbstractContextManager[Secretary]:
        """Start the program as the icon does, or on a dossier."""
        return before_the_window(self.environment, self.reader, *(("open", str(words[0])) if words else ()))

    def sample(self) -> Path:
        """Return the sample dossier, on its thirty-seventh day today."""
        return _closed(make_sample(self.folder, date.today()))

    def new(self, insee: str) -> Path:
        """Return the new dossier of a commune, a month after its council was installed."""
        entry = by_insee(insee)
        assert entry is not None
        commune = commune_from(entry, date.today() - timedelta(days=30))
        return _closed(new_dossier(self.folder / "nouveau.msp100", commune))

    def made(self, someone: Secretary, pattern: str) -> Path:
        """Wait for a file of this name, whole, in the folder of documents."""

        def found() -> Path | None:
            return next((path for path in sorted(self.documents.rglob(pattern)) if path.stat().st_size), None)

        return someone.wait_for(found, f"the file {pattern}")

    def opened(self, someone: Secretary, ending: str) -> Path:
        """Wait for a file whose name ends so to be given to the program that opens such files."""
        told = self.folder / OPENED

        def found() -> Path | None:
            lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
            return next((Path(unquote(urlparse(line).path)) for line in reversed(lines) if line.endswith(ending)), None)

        return someone.wait_for(found, f"a {ending} opened")


def _closed(store: Store) -> Path:
    path = store.path
    close_dossier(store)
    return path


@pytest.fixture(params=("1", "1.25"), ids=("at-100", "at-125"))
def desktop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desktop]:
    """A screen of 1366×768 of nobody else, at both display scales."""
    programs = tmp_path / "programmes"
    programs.mkdir()
    # No other program is found from the window: what it gives to one is told, and none is started.
    told = f'printf "%s\\n" "$@" >>"{tmp_path / OPENED}"'
    for name, does in (("xdg-open", told), ("xdg-mime", "echo courrier.desktop")):
        (programs / name).write_text(f"#!/bin/sh\n{does}\n")
        (programs / name).chmod(0o755)
    own = {
        "PATH": str(programs),
        "QT_QPA_PLATFORM": "xcb",
        "QT_SCALE_FACTOR": request.param,
        "SANTE100JOURS_DATA": str(tmp_path / "donnees"),
        "SANTE100JOURS_DOCUMENTS": str(tmp_path / "documents"),
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    with session("1366x768", tmp_path / "maison", **own) as environment, Reader(environment) as reader:
        # The keyboard of a town hall; on another, xdotool makes each accented letter a key first, and loses some.
        subprocess.run([shutil.which("setxkbmap") or "", "fr"], env=environment, check=True)
        yield Desktop(environment, reader, tmp_path)
    reports = sorted((tmp_path / "donnees").rglob("rapport_*.txt"))
    assert not reports, "\n".join(path.read_text(encoding="utf-8") for path in reports)
