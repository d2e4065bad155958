"""Removing the program."""

from __future__ import annotations

from winbuild import names
from winbuild.steps import sha256

from checks.installed import CLASSES, UNINSTALL_KEY, users_files
from checks.run import DOSSIERS, FOLDER, Run
from checks.small import remove


def uninstall(run: Run) -> None:
    """Removing the program leaves the data."""
    folder = run.prefix.path(FOLDER)
    kept = {path: sha256(path) for path in run.prefix.path(DOSSIERS).rglob("*") if path.is_file()}
    local = [*users_files(run, "AppData/Local", names.APP_ID)]
    run.check(local != [], "the data folder is there before")
    run.check(remove(run, FOLDER) == 0, "silent uninstall ends with 0")
    left = sorted(path.name for path in folder.iterdir())
    run.check(left == ["Notes de la mairie.txt"], f"only the user’s file stays {left}")
    run.check(all(path.exists() and sha256(path) == digest for path, digest in kept.items()), "every dossier stays")
    run.check(all(path.exists() for path in local), "the data folder stays")
    run.check(run.registry(rf"HKCU\{UNINSTALL_KEY}") == "", "it is no longer in the list of programs")
    run.check(run.registry(rf"HKCU\{CLASSES}\{names.PROG_ID}") == "", "its kind of file is gone")
    for suffix in (names.SUFFIX, names.REPLY_SUFFIX):
        run.check(run.registry(rf"HKCU\{CLASSES}\{suffix}") == "", f"{suffix} is free again")
    run.check(not users_files(run, "Desktop", "*.lnk"), "no shortcut on the desktop")
    run.check(
        not users_files(run, "AppData/Roaming/Microsoft/Windows/Start Menu/Programs", "Sant*.lnk"),
        "none in the Start menu",
    )
