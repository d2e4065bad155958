"""The portable zip."""

from __future__ import annotations

import zipfile
from pathlib import Path

from winbuild import names

from checks.installed import users_files
from checks.run import Run


def portable(run: Run) -> None:
    """The portable zip runs from a folder, its data beside it."""
    local = {
        path: path.stat().st_mtime
        for root in users_files(run, "AppData/Local", names.APP_ID)
        for path in root.rglob("*")
    }
    folder = unpack_portable(run, r"C:\Clé USB")
    done = run.prefix.run(folder / names.EXE, "--auto-test", r"C:\rapport-portable.json")
    run.check(done.returncode == 0, "its own journey ends with 0")
    run.check((folder / "Données" / "journaux").is_dir(), "its data are beside it")
    run.check([*folder.rglob(f"*{names.SUFFIX}")] == [], "and nothing of its journey is left among the dossiers")
    after = {
        path: path.stat().st_mtime
        for root in users_files(run, "AppData/Local", names.APP_ID)
        for path in root.rglob("*")
    }
    run.check(after == local, "nothing is written in the user’s own folders")


def unpack_portable(run: Run, windows: str) -> Path:
    into = run.prefix.path(windows)
    with zipfile.ZipFile(run.installer("-portable.zip")) as archive:
        archive.extractall(into)
    return into / names.APP_ID
