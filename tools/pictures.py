"""Make the README's pictures again: the four tabs and two printed pages of the sample dossier.

    python tools/pictures.py [FOLDER]     docs/images by default

Needs pdftoppm (poppler-utils) for the printed pages; runs without a screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
TODAY = "2026-04-28"
TABS = ("timeline", "referent", "inventory", "meetings")
#: What is printed, found by its name, and the name of its picture.
PAPERS = {"*_calendrier-100-jours_*.pdf": "paper-timeline", "2026-05-12_ordre-du-jour_*.pdf": "paper-agenda"}


def make(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        into = Path(temporary)
        _run("demo", "--no-window", "--into", temporary, "--today", TODAY)
        dossier = next(into.glob("*.msp100"))
        for tab in TABS:
            picture = folder / f"{tab}.png"
            _run("picture", str(dossier), tab, "--out", str(picture), "--today", TODAY, "--replace")
        for pattern, name in PAPERS.items():
            paper = next(into.rglob(pattern))
            subprocess.run(
                ["pdftoppm", "-r", "80", "-png", "-f", "1", "-l", "1", "-singlefile", paper, folder / name],
                check=True,
            )


def _run(*words: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-m", "msp_desktop", *words], cwd=ROOT, env=environment, check=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
