"""Folders that hold something else."""

from __future__ import annotations

from winbuild import names

from checks.run import Run
from checks.small import OLD, remove, small_setup

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
