"""Documents, as on Linux."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader
from winbuild import names
from winbuild.names import ROOT

from checks.run import DOSSIERS, FOLDER, TODAY, Run
from msp_desktop.domain.carried.data import NAME
from msp_desktop.domain.carried.envelope import content_id, decoded_data


def documents(run: Run) -> None:
    """`demo --no-window` writes the same documents as on Linux, and veraPDF accepts them."""
    into = run.prefix.path(DOSSIERS)
    program = run.prefix.path(FOLDER) / names.CONSOLE_EXE
    done = run.prefix.run(program, "demo", "--no-window", "--into", DOSSIERS, "--today", TODAY)
    run.check(done.returncode == 0, f"the command ends with 0 {done.stderr.strip()[-300:]}")
    here = run.out / "linux"
    environment = dict(
        os.environ, SANTE100JOURS_DATA=str(run.out / "data"), SANTE100JOURS_DOCUMENTS=str(run.out / "papers")
    )
    command = [sys.executable, "-m", "msp_desktop", "demo", "--no-window", "--into", str(here), "--today", TODAY]
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    theirs = {path.relative_to(into).as_posix(): path for path in into.rglob("*.pdf")}
    ours = {path.relative_to(here).as_posix(): path for path in here.rglob("*.pdf")}
    run.check(set(theirs) == set(ours) and ours, f"the same {len(ours)} documents as on Linux")
    for name in sorted(set(theirs) & set(ours)):
        run.check(_text(theirs[name]) == _text(ours[name]), f"same text: {name}")
    shutil.copytree(into, run.out / "wine")
    checked = subprocess.run([str(ROOT / "tools" / "verapdf"), "ua1,3a", *map(str, theirs.values())], check=False)
    run.check(checked.returncode == 0, "PDF/UA-1 and PDF/A-3a, says veraPDF")


def _text(path: Path) -> str:
    """Return a document's words, and the data it carries less what tells a dossier from any other."""
    document = PdfReader(path)
    words = "\n".join(page.extract_text() for page in document.pages)
    for carried in document.attachments.get(NAME, ()):
        # The foot says the beginning of what its own data hash to.
        words = words.replace(content_id(decoded_data(carried))[:8], "")
        words += re.sub(r'"(uid|dossier)":"[^"]+"', "", carried.decode())
    return words
