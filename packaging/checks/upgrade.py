"""The upgrade."""

from __future__ import annotations

from winbuild import names
from winbuild.screen import picture_when_painted
from winbuild.steps import sha256

from checks.installed import check_registry, differences
from checks.portable import unpack_portable
from checks.run import DOSSIERS, FOLDER, STALE, Run


def upgrade(run: Run) -> None:
    """The upgrade, over the previous version, with a dossier open in another copy of the program."""
    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    before = sha256(dossier)
    portable = unpack_portable(run, r"C:\Autre poste")
    elsewhere = run.prefix.start(portable / names.EXE, run.prefix.windows(dossier))
    painted = picture_when_painted(run.prefix.display or "", run.out / "elsewhere.png", 90)
    run.check(painted, "a dossier is open elsewhere (elsewhere.png)")
    run.check(run.silent(run.installer("-setup.exe")) == 0, "the upgrade ends with 0, without being told the folder")
    elsewhere.terminate()
    run.prefix.run("taskkill", "/f", "/im", names.EXE)
    elsewhere.wait(60)
    folder = run.prefix.path(FOLDER)
    run.check(not (folder / STALE).exists(), "what is stale is gone")
    run.check(differences(run.built, folder) == [], "every file is the new one")
    run.check((folder / "Notes de la mairie.txt").exists(), "a file of the user’s beside the program stays")
    done = run.prefix.run(folder / names.CONSOLE_EXE, "check", run.prefix.windows(dossier))
    run.check(done.returncode == 0, f"the dossier is whole {done.stderr.strip()[-300:]}")
    run.check(sha256(dossier) == before, "and the same, byte for byte")
    version = run.prefix.run(folder / names.CONSOLE_EXE, "--version").stdout
    run.check(run.version in version, f"version {run.version} answers")
    check_registry(run, "HKCU", FOLDER, run.version)
