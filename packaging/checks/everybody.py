"""For everybody on the computer."""

from __future__ import annotations

from winbuild import names
from winbuild.screen import picture_when_painted
from winbuild.wine import unquoted

from checks.installed import check_registry, close, differences
from checks.run import DOSSIERS, Run


def everybody(run: Run) -> None:
    """For everybody on the computer (/ALLUSERS), then beside what is already there (/D= a full folder)."""
    run.check(run.silent(run.installer("-setup.exe"), "/ALLUSERS") == 0, "silent install for everybody ends with 0")
    folder = run.prefix.path(rf"C:\Program Files\{names.APP_ID}")
    run.check(differences(run.built, folder) == [], "every file is in Program Files")
    check_registry(run, "HKLM", str(folder), run.version)
    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    run.prefix.start("start", run.prefix.windows(dossier))
    painted = picture_when_painted(run.prefix.display or "", run.out / "double-click.png", 90)
    run.check(painted, "a double click on a dossier opens it (double-click.png)")
    close(run)
    code = run.prefix.run(
        folder / "desinstaller.exe", "/S", *unquoted(rf"_?=C:\Program Files\{names.APP_ID}")
    ).returncode
    run.check(code == 0 and not (folder / names.EXE).exists(), "and is removed")
    tools = run.prefix.path(r"C:\Outils")
    (tools / "lib").mkdir(parents=True)
    (tools / "lib" / "autre.txt").write_text("d’un autre programme", encoding="utf-8")
    run.check(run.silent(run.installer("-setup.exe"), r"/D=C:\Outils") == 0, "into a folder that holds something else")
    inside = tools / names.APP_ID
    run.check(
        (inside / names.EXE).exists() and (tools / "lib" / "autre.txt").exists(), "it takes a folder of its own there"
    )
    run.prefix.run(inside / "desinstaller.exe", "/S", *unquoted(rf"_?=C:\Outils\{names.APP_ID}"))
    run.check((tools / "lib" / "autre.txt").exists(), "and leaves the rest when it is removed")
