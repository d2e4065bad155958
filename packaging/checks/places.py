"""Folders that hold something else."""

from __future__ import annotations

import shutil

from winbuild import names
from winbuild.wine import unquoted

from checks.installed import users_files
from checks.run import Run
from checks.small import OLD, listed, own_folder, remove, small_setup

NAMED = rf"C:\Reste\{names.APP_ID}"


def places(run: Run) -> None:
    """Folders that hold something else keep it; ours never goes into itself."""
    setup = small_setup(run, OLD)
    tools = run.prefix.path(r"C:\Outils")
    (tools / "lib").mkdir(parents=True)
    (tools / "lib" / "autre.txt").write_text("d’un autre programme", encoding="utf-8")
    run.check(run.silent(setup, r"/D=C:\Outils") == 0, "into a folder that holds something else")
    run.check((tools / names.APP_ID / names.EXE).exists(), "it takes a folder of its own there")
    remove(run, rf"C:\Outils\{names.APP_ID}")
    run.check(
        [path.name for path in tools.rglob("*")] == ["lib", "autre.txt"], "and leaves the rest when it is removed"
    )

    left = run.prefix.path(NAMED)
    left.mkdir(parents=True)
    (left / "desinstaller.exe").write_bytes(b"MZ")
    run.check(run.silent(setup, rf"/D={NAMED}") == 0, "where only an uninstaller was left")
    run.check((left / names.EXE).exists() and not (left / names.APP_ID).exists(), "it is in that folder, not inside")
    remove(run, NAMED)
    run.check(not left.exists(), "and leaves nothing")

    left.mkdir(parents=True)
    (left / "Notes.txt").write_text("à garder", encoding="utf-8")
    run.check(run.silent(setup, rf"/D={NAMED}") == 0, "beside a note, in a folder of our name")
    run.check((left / names.EXE).exists() and not (left / names.APP_ID).exists(), "it never goes into itself")
    remove(run, NAMED)
    run.check([path.name for path in left.iterdir()] == ["Notes.txt"], "and the note stays")
    (left / "lib").mkdir()
    run.check(run.silent(setup, rf"/D={NAMED}") == 16, "a folder of our name with another’s lib: 16")
    stick = run.prefix.path(r"C:\Clé")
    stick.mkdir()
    (stick / names.PORTABLE_MARKER).write_text("", encoding="utf-8")
    run.check(run.silent(setup, r"/D=C:\Clé") == 16, "the portable program’s folder: 16")
    for unfit in ("/D=C:\\", '/D="C:\\Entre guillemets"', "/D=Relatif", r'"/D=C:\Entre guillemets"'):
        code = run.silent(setup, *unquoted(unfit))
        run.check(
            code == 16 and not own_folder(run).exists(), f"{unfit} is not taken for no folder at all: 16 ({code})"
        )
    (stick / names.PORTABLE_MARKER).unlink()
    (stick / "_neuf").mkdir()
    run.check(run.silent(setup, r"/D=C:\Clé") == 0 and (stick / names.EXE).exists(), "where a setup was cut short")
    _moved(run)
    _run_elsewhere(run)


def _moved(run: Run) -> None:
    """Name the folder otherwise, then go into another: the program stays once, and its shortcut leads to it."""
    setup = small_setup(run, OLD)
    run.check(run.silent(setup, "/BUREAU", "/D=C:\\Rien\\..\\Clé\\") == 0, "the same folder by another name")
    run.check((run.prefix.path(r"C:\Clé") / names.EXE).exists(), "keeps the program")
    run.check(run.silent(setup, rf"/D={NAMED}2") == 0, "into another folder")
    run.check(not run.prefix.path(r"C:\Clé").exists(), "the first is gone")
    (link,) = users_files(run, "Desktop", f"{names.PROGRAM}.lnk")
    run.check(f"{names.APP_ID}2".encode("utf-16-le") in link.read_bytes(), "and the desktop leads to the second")


def _run_elsewhere(run: Run) -> None:
    """Run uninstallers that lie where the program is not installed."""
    here = run.prefix.path(rf"{NAMED}2")
    among = run.prefix.path(r"C:\Téléchargements")
    (among / "lib").mkdir(parents=True)
    (among / "lib" / "thèse.txt").write_text("à garder", encoding="utf-8")
    shutil.copy2(here / "desinstaller.exe", among)
    run.check(remove(run, r"C:\Téléchargements") == 16, "the uninstaller among somebody’s files: 16")
    run.check((among / "lib" / "thèse.txt").exists(), "they stay")
    shutil.copytree(here, run.prefix.path(r"C:\Copie"))
    run.check(remove(run, r"C:\Copie") == 0, "a copy of the whole folder is removed")
    run.check(listed(run, "HKCU") == OLD, "and the installed one stays in the list of programs")
    (here / "installation.ini").unlink()
    run.check(remove(run, rf"{NAMED}2") == 0 and listed(run, "HKCU") == "", "which is removed without its note too")
    run.check(not own_folder(run).exists(), "nothing is left")
