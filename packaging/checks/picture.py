"""A picture of a tab, as on Linux."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from winbuild import names
from winbuild.names import ROOT

from checks.letters import measure
from checks.run import DOSSIERS, FOLDER, TODAY, Run

FONTS = Path("/usr/share/fonts")
SIZE = (1366, 768)
#: Letters of other fonts are so much taller or smaller at most, one over the other.
NEAR = 1.25


def picture(run: Run) -> None:
    """`picture` draws a tab in the size asked for, with letters of the size that Linux draws."""
    # Wine brings no file of letters in Windows' folder of them; every Windows has many.
    for font in FONTS.rglob("*Sans*.ttf"):
        shutil.copy2(font, run.prefix.path(r"C:\windows\Fonts"))
    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    options = ("--size", "x".join(map(str, SIZE)), "--today", TODAY)
    theirs, ours = run.prefix.path(r"C:\Image é\cent jours.png"), run.out / "picture-linux.png"
    program = run.prefix.path(FOLDER) / names.CONSOLE_EXE
    done = run.prefix.run(
        program, "picture", run.prefix.windows(dossier), "timeline", "--out", run.prefix.windows(theirs), *options
    )
    run.check(done.returncode == 0 and theirs.exists(), f"a picture is drawn {done.stderr.strip()[-300:]}")
    copied = shutil.copy2(dossier, run.out / dossier.name)
    words = [sys.executable, "-m", "msp_desktop", "picture", str(copied), "timeline", "--out", str(ours), *options]
    environment = dict(os.environ, SANTE100JOURS_DATA=str(run.out / "data"), QT_QPA_PLATFORM="offscreen")
    subprocess.run(words, env=environment, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not theirs.exists():
        return
    shutil.copy2(theirs, run.out / "picture.png")
    here, there = measure(ours), measure(theirs)
    run.check(there.size == SIZE == here.size, f"in the size asked for {there.size} (picture.png)")
    # The very same shape hundreds of times is a box for want of letters.
    run.check(there.shapes > 0.5 * here.shapes > 50, f"with letters: {there.shapes} shapes, {here.shapes} on Linux")
    tall = max(there.height, here.height) / max(1, min(there.height, here.height))
    run.check(tall <= NEAR, f"of the same size: {there.height} pixels, {here.height} on Linux")
