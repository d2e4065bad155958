"""The MSI, from the first version that an IT service deploys to the last."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

from winbuild import names
from winbuild.screen import picture_when_painted

from checks.installed import CLASSES, UNINSTALL_KEY, close, differences, until, users_files
from checks.rights import ACTIVE
from checks.run import DOSSIERS, Run
from checks.small import OLD, OLDER, small_msi, small_setup

#: Told to the first version, remembered by the next.
PLACE = r"C:\Logiciels partagés\Santé"
OURS = rf"HKLM\Software\{names.APP_ID}"
MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs"
KIND = rf"{CLASSES}\{names.PROG_ID}"


def msi(run: Run) -> None:
    """One user's own copy, the MSI for everybody, its upgrade, what each account then runs, repair, removal."""
    package = run.prefix.windows(run.installer(".msi"))
    folder = run.prefix.path(PLACE)
    _holds_every_file(run)
    run.check(run.silent(small_setup(run, OLDER), "/BUREAU") == 0, f"setup {OLDER} for one user")
    (own,) = [path.parent for path in users_files(run, rf"AppData\Local\Programs\{names.APP_ID}", names.EXE)]

    older = run.prefix.windows(small_msi(run, OLD))
    code = run.prefix.run("msiexec", "/i", older, "/qn", f"INSTALLDIR={PLACE}", "DESKTOP=1").returncode
    run.check(code == 0 and (folder / names.EXE).exists(), f"MSI {OLD} for everybody, where it is told ({code})")
    _seen(run, OLD, shortcuts=True, association=True)
    run.check(own.exists(), "the user’s own copy is still there: Windows lets it go as they log on")

    code = run.prefix.run("msiexec", "/i", package, "/qn", "/l*v", r"C:\msi.log").returncode
    run.check(code == 0, f"the upgrade ends with 0 ({code})")
    run.check(differences(run.built, folder) == [], "every file is there, in the same folder")
    run.check(not (folder / "lib" / "de lib.txt").exists(), "what is stale is gone")
    _seen(run, run.version, shortcuts=True, association=True)
    older_code = run.prefix.run("msiexec", "/i", older, "/qn").returncode
    run.check(older_code != 0 and _said(run) == run.version, f"an older MSI is refused ({older_code})")

    _log_on(run, own)
    version = run.prefix.run(folder / names.CONSOLE_EXE, "--version").stdout
    run.check(run.version in version, f"version {run.version} answers")

    (folder / names.EXE).unlink()
    # What /fa asks of Windows; Wine's msiexec does not know that word.
    code = run.prefix.run("msiexec", "/i", package, "/qn", "REINSTALL=ALL", "REINSTALLMODE=amus").returncode
    run.check(code == 0 and differences(run.built, folder) == [], f"repair brings back what was lost ({code})")
    _seen(run, run.version, shortcuts=True, association=True)

    dossier = next(run.prefix.path(DOSSIERS).glob(f"*{names.SUFFIX}"))
    run.prefix.start("start", run.prefix.windows(dossier))
    painted = picture_when_painted(run.prefix.display or "", run.out / "double-click.png", 90)
    run.check(painted, "a double click on a dossier opens it (double-click.png)")
    close(run)

    code = run.prefix.run("msiexec", "/x", package, "/qn").returncode
    run.check(code == 0 and not (folder / names.EXE).exists(), f"msiexec /x /qn removes it ({code})")
    _seen(run, "", shortcuts=False, association=False)
    run.check(run.registry(OURS) == "", "our key is gone")
    _without_association(run)


def _holds_every_file(run: Run) -> None:
    with tempfile.TemporaryDirectory() as place:
        subprocess.run(
            ["msiextract", "-C", place, str(run.installer(".msi"))], stdout=subprocess.DEVNULL, check=True
        )  # fmt: skip
        (found,) = Path(place).rglob(names.EXE)
        run.check(differences(run.built, found.parent) == [], "msiextract finds every file")
    said = subprocess.run(
        ["msiinfo", "suminfo", str(run.installer(".msi"))], capture_output=True, encoding="utf-8", check=True
    ).stdout
    run.check("x64;1036" in said and names.PUBLISHER in said, "it says that it is in French, and whose it is")


def _seen(run: Run, version: str, *, shortcuts: bool, association: bool) -> None:
    """Check what an account sees of the program: its version, its shortcuts, what a double click opens."""
    run.check(_said(run) == version, f"everybody’s is {version or 'gone'}")
    for place, found in (("Start menu", _shortcuts(run, MENU)), ("desktop", _shortcuts(run, "Desktop"))):
        theirs = [path for path in found if PLACE.encode("utf-16-le") in path.read_bytes()]
        run.check(
            len(theirs) == 1 if shortcuts else found == [],
            f"one shortcut to it, {place}" if shortcuts else f"no shortcut, {place}",
        )
    opens = run.registry(rf"HKLM\{KIND}")
    right = f'{names.EXE}\\" \\"%1\\"' in opens and f'"FriendlyAppName"="{names.PROGRAM}"' in opens
    run.check(right == association, "everybody’s opens dossiers" if association else "nothing opens dossiers")
    app = run.registry(rf"HKLM\Software\Microsoft\Windows\CurrentVersion\App Paths\{names.EXE}")
    run.check((names.EXE in app) == association, "Win+R finds it" if association else "nor does Win+R find it")


def _shortcuts(run: Run, place: str) -> list[Path]:
    """Return our shortcuts of a place, any account's; Wine's msiexec puts those for everybody in the account's own."""
    drive = run.prefix.path("C:\\")
    return [
        *drive.glob(f"users/*/{place}/Sant*.lnk"),
        *drive.glob(f"ProgramData/{place.removeprefix('AppData/Roaming/')}/Sant*.lnk"),
    ]


def _said(run: Run) -> str:
    return run.registry(OURS).partition('"Version"="')[2].partition('"')[0]


def _log_on(run: Run, own: Path) -> None:
    """Run what Windows runs once in each account, word for word (Wine has no Active Setup)."""
    text = run.registry(ACTIVE)
    found = re.search(r'"StubPath"="((?:[^"\\]|\\.)*)"', text)
    line = "" if found is None else re.sub(r"\\(.)", r"\1", found[1])
    program, _quote, word = line.removeprefix('"').partition('" ')
    run.check(program.endswith(names.EXE) and word == names.REMOVE_OWN, f"each account runs {line!r} once")
    code = run.prefix.run(program, names.REMOVE_OWN).returncode
    run.check(code == 0 and until(lambda: not own.exists(), 20), f"and its own copy goes ({code})")
    run.check(run.registry(rf"HKCU\{UNINSTALL_KEY}") == "", "from its list of programs too")
    run.check(run.registry(rf"HKCU\{KIND}") == "", "and hides everybody’s no longer")
    run.check(run.prefix.run(program, names.REMOVE_OWN).returncode == 0, "run once more, it finds nothing to do")


def _without_association(run: Run) -> None:
    """Leave the kind of file alone where IT says so."""
    small = run.prefix.windows(small_msi(run, OLD))
    code = run.prefix.run("msiexec", "/i", small, "/qn", "ASSOCIATE=0").returncode
    kind = run.registry(rf"HKLM\{KIND}")
    run.check(code == 0 and kind == "", f"ASSOCIATE=0 leaves the kind of file alone ({code})")
    run.check(not users_files(run, "Desktop", "Sant*.lnk"), "and without DESKTOP=1 nothing is put on the desktop")
    run.check(run.prefix.run("msiexec", "/x", small, "/qn").returncode == 0, "removed")
    run.prefix.run("msiexec", "/i", small, "/qn")
    run.prefix.run("msiexec", "/i", small, "/qn", "REINSTALL=ALL", "REINSTALLMODE=amus", "ASSOCIATE=0", "DESKTOP=1")
    code = run.prefix.run("msiexec", "/x", small, "/qn").returncode
    kind = run.registry(rf"HKLM\{KIND}")
    run.check(code == 0 and kind == "", f"what was told since it was installed leaves nothing behind ({code})")
    run.check(not users_files(run, "Desktop", "Sant*.lnk"), "on the desktop neither")
