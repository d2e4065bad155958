"""Make the README's pictures from the sample dossier: python tools/pictures.py

Needs pdftoppm (poppler) for the two pages of paper.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

IMAGES = Path(__file__).parent.parent / "docs" / "images"
TODAY = "2026-04-28"
PAGES = {"agenda": "2026-05-12_ordre-du-jour", "timeline": "2026-04-28_calendrier-100-jours"}


def main() -> None:
    """Draw each tab in light, one in dark, and two pages of paper."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "SANTE100JOURS_DATA": name,
            "SANTE100JOURS_DOCUMENTS": name,
        }

        def run(*arguments: str) -> None:
            command = [sys.executable, "-m", "msp_desktop", *arguments]
            subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        run("demo", "--no-window", "--into", name, "--today", TODAY)
        dossier = str(folder / "saint-exemple.msp100")
        for tab in ("timeline", "referent", "inventory", "meetings"):
            picture(run, dossier, tab, f"{tab}.png")
        picture(run, dossier, "timeline", "timeline-sombre.png", "--theme", "dark")
        for key, start in PAGES.items():
            pdf = next((folder / "Documents").glob(f"{start}*.pdf"))
            target = str(IMAGES / f"papier-{key}")
            subprocess.run(["pdftoppm", "-r", "70", "-png", "-singlefile", str(pdf), target], check=True)
    print("\n".join(sorted(path.name for path in IMAGES.iterdir())))


def picture(run: object, dossier: str, tab: str, name: str, *more: str) -> None:
    """Draw one tab."""
    assert callable(run)
    out = ("--out", str(IMAGES / name), "--replace", "--size", "1366x697", "--today", TODAY)
    run("picture", dossier, tab, *out, *more)


if __name__ == "__main__":
    main()
