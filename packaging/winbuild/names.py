"""What the installed program is called, where it lies, how heavy it may be."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent.parent
ROOT = PACKAGING.parent

PROGRAM = "Santé 100 jours"
#: The editor, as lists of programs, inventories and signatures name it: who makes it, not what it is called.
PUBLISHER = "Équipe Santé 100 jours"
APP_ID = "Sante100jours"
EXE = "Sante100jours.exe"
CONSOLE_EXE = "msp-desktop.exe"
PROG_ID = "Sante100jours.Dossier"
FILE_KIND = "Dossier Santé 100 jours"
SUFFIX = ".msp100"
#: Of a federation's answer (msp_desktop/paths.py has both): a double click opens it as it opens a dossier.
REPLY_SUFFIX = ".reponse100"
#: Build of Windows 10 version 1809, the oldest that is supported.
LEAST_BUILD = 17763
#: The hidden word that takes away an account's own copy where the program is installed for everybody (msp_desktop/app.py).
REMOVE_OWN = "remove-own-copy"
#: Beside the programs, it sends the data there too (msp_desktop/paths.py reads it).
PORTABLE_MARKER = "portable.txt"

#: The interpreter's version: names of DLLs, wheels asked for.
PYTHON = "3.13"
PYTHON_DLL = "python313"

#: Bars in MB (1,000,000 bytes); the build fails beyond.
MOST_SETUP_MB = 36
MOST_INSTALLED_MB = 112


def version() -> str:
    """Return the program's version, the one place where it is written."""
    text = (ROOT / "msp_desktop" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("msp_desktop/__init__.py has no __version__ of three numbers")
    return found[1]


def epoch() -> int:
    """Return SOURCE_DATE_EPOCH, else the day of the last commit, else a fixed day: the date of every file."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, encoding="utf-8", check=False
    )
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else 1_767_225_600


def cache() -> Path:
    """Return the folder of what was downloaded (made if missing); a clean machine fills it again."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(base, "sante100jours-packaging")
    folder.mkdir(parents=True, exist_ok=True)
    return folder
