"""The ways of installing know one another, and each refusal has its code."""

from __future__ import annotations

import subprocess
from pathlib import Path

from winbuild import names
from winbuild.wine import unquoted

from checks.installed import CLASSES, UNINSTALL_KEY, until
from checks.run import Run
from checks.small import NEWER, OLD, OLDER, small_msi, small_setup

MINE = rf"C:\users\{{user}}\AppData\Local\Programs\{names.APP_ID}"
ALL = rf"C:\Program Files\{names.APP_ID}"
LOG = r"C:\installation.log"


def refusals(run: Run) -> None:
    """Older over newer, another's folder, access refused, too old a Windows: each has its code, and changes nothing."""
    old, older = small_setup(run, OLD), small_setup(run, OLDER)
    mine = Path(run.prefix.path(r"C:\users"), _user(run), "AppData/Local/Programs", names.APP_ID)
    run.check(run.silent(old) == 0 and (mine / names.EXE).exists(), f"{OLD} is installed")
    run.check(run.silent(older, f"/LOG={LOG}") == 14 and _version(run, "HKCU") == OLD, f"{OLDER} over {OLD}: 14")
    run.check("code 14" in _log(run) and OLDER in _log(run), "the log says why")
    run.check(run.silent(older, "/FORCE") == 0 and _version(run, "HKCU") == OLDER, "/FORCE takes the older one")
    run.check(run.silent(small_setup(run, NEWER)) == 0, f"{NEWER} is installed")
    run.check(run.silent(old, "/ALLUSERS") == 14, "an older one for everybody would be hidden by it: 14")

    _not_the_same_as_open(run, mine)
    run.check(run.silent(small_setup(run, NEWER), r"/D=C:\Ailleurs") == 0, "installed again, elsewhere")
    elsewhere = run.prefix.path(r"C:\Ailleurs")
    run.check((elsewhere / names.EXE).exists() and not mine.exists(), "it is not there twice")
    run.check(_remove(run, r"C:\Ailleurs") == 0 and not elsewhere.exists(), "removed, its uninstaller too")
    _places(run, old)
    _windows(run, old)


def _not_the_same_as_open(run: Run, mine: Path) -> None:
    """Put a folder where a program should be: Windows answers « access refused », as to one without the right to write."""
    program = mine / names.CONSOLE_EXE
    program.unlink()
    program.mkdir()
    code = run.silent(small_setup(run, NEWER), f"/LOG={LOG}")
    run.check(
        code == 12 and f"{names.CONSOLE_EXE}" in _log(run), f"access refused is not « open »: 12, not 10 ({code})"
    )
    run.check(_remove(run, run.prefix.windows(mine)) == 12, "nor for the uninstaller")
    program.rmdir()


def _places(run: Run, setup: Path) -> None:
    """Try folders that hold something else."""
    left = run.prefix.path(rf"C:\Reste\{names.APP_ID}")
    left.mkdir(parents=True)
    (left / "desinstaller.exe").write_bytes(b"MZ")
    run.check(run.silent(setup, rf"/D=C:\Reste\{names.APP_ID}") == 0, "where only an uninstaller was left")
    run.check(
        (left / names.EXE).exists() and not (left / names.APP_ID).exists(), "it is in that folder, not in one inside"
    )
    _remove(run, rf"C:\Reste\{names.APP_ID}")
    run.check(not left.exists(), "and leaves nothing")
    left.mkdir(parents=True)
    (left / "Notes.txt").write_text("à garder", encoding="utf-8")
    run.check(run.silent(setup, rf"/D=C:\Reste\{names.APP_ID}") == 0, "beside a note in a folder of our name")
    run.check((left / names.EXE).exists() and not (left / names.APP_ID).exists(), "it never goes into itself")
    _remove(run, rf"C:\Reste\{names.APP_ID}")
    run.check([path.name for path in left.iterdir()] == ["Notes.txt"], "and the note stays")
    (left / "lib").mkdir()
    run.check(run.silent(setup, rf"/D=C:\Reste\{names.APP_ID}") == 16, "a folder of our name with another’s lib: 16")
    portable = run.prefix.path(r"C:\Clé")
    portable.mkdir()
    (portable / names.PORTABLE_MARKER).write_text("", encoding="utf-8")
    run.check(run.silent(setup, r"/D=C:\Clé") == 16, "the portable program’s folder: 16")


def _windows(run: Run, setup: Path) -> None:
    run.prefix.run("winecfg", "-v", "win81")
    run.check(run.silent(setup) == 11, "Windows 8.1: 11")
    code = run.prefix.run("msiexec", "/i", run.prefix.windows(small_msi(run, OLD)), "/qn").returncode
    run.check(code != 0 and not run.prefix.path(ALL).exists(), f"the MSI refuses too ({code})")
    run.prefix.run("winecfg", "-v", "win10")


def rights(run: Run) -> None:
    """For everybody takes an administrator's rights; once there, no setup installs a second one beside it."""
    setup = small_setup(run, OLD)
    limited = run.out / "small" / "limited.exe"
    source = names.PACKAGING / "wine" / "limited.c"
    subprocess.run(
        ["x86_64-w64-mingw32-gcc", "-municode", "-O2", "-s", "-o", limited, source, "-ladvapi32"], check=True
    )
    as_user = run.prefix.windows(limited)
    code = run.prefix.run(as_user, run.prefix.windows(setup), "/S", "/ALLUSERS").returncode
    run.check(code == 13 and not run.prefix.path(ALL).exists(), f"/ALLUSERS without rights: 13 ({code})")
    run.check(run.silent(setup, "/ALLUSERS") == 0 and run.prefix.path(ALL).exists(), "with them, it is installed")
    uninstaller = rf"{ALL}\desinstaller.exe"
    code = run.prefix.run(as_user, uninstaller, "/S", *unquoted(f"_?={ALL}")).returncode
    run.check(code == 13 and (run.prefix.path(ALL) / names.EXE).exists(), f"removed without rights: 13 ({code})")
    code = run.silent(small_setup(run, NEWER), f"/LOG={LOG}")
    run.check(code == 15 and _version(run, "HKCU") == "", f"a newer one for one user only: 15 ({code})")
    code = run.prefix.run("msiexec", "/i", run.prefix.windows(small_msi(run, NEWER)), "/qn").returncode
    run.check(code != 0 and _version(run, "HKLM") == OLD, f"the MSI over setup’s, for everybody: refused ({code})")
    run.check(_remove(run, ALL) == 0 and not run.prefix.path(ALL).exists(), "removed, its uninstaller too")
    package = run.prefix.windows(small_msi(run, OLD))
    run.check(run.prefix.run("msiexec", "/i", package, "/qn").returncode == 0, "the MSI is installed")
    for words in ([], ["/ALLUSERS"], ["/FORCE"], [rf"/D={ALL}"]):
        code = run.silent(small_setup(run, NEWER), *words)
        run.check(code == 15, f"setup over the MSI {words}: 15 ({code})")
    run.check(not (run.prefix.path(ALL) / names.APP_ID).exists(), "and there is no second folder in its own")
    run.check(run.prefix.run("msiexec", "/x", package, "/qn").returncode == 0, "the MSI is removed")
    run.check(not run.prefix.path(ALL).exists(), "with its folder")
    run.check(run.registry(rf"HKLM\Software\{names.APP_ID}") == "", "and our key")


def hand_over(run: Run) -> None:
    """A user's own copy makes way for everybody's: at once where it is the installer's, else as the user logs on."""
    run.check(run.silent(small_setup(run, OLDER)) == 0, f"{OLDER} is installed for one user")
    run.check(run.silent(small_setup(run, OLD), "/ALLUSERS") == 0, f"{OLD} for everybody")
    run.check(_version(run, "HKCU") == "" and _version(run, "HKLM") == OLD, "the user’s own is gone")
    run.check(run.registry(rf"HKCU\{CLASSES}\{names.PROG_ID}") == "", "and no longer opens dossiers")
    run.check(_remove(run, ALL) == 0, "removed")


def _remove(run: Run, folder: str) -> int:
    uninstaller = run.prefix.path(folder) / "desinstaller.exe"
    code = run.prefix.run(uninstaller, "/S", *unquoted(f"_?={folder}")).returncode
    if code == 0:
        until(lambda: not uninstaller.exists(), 20)  # a copy of it removes it once it has ended
    return code


def _version(run: Run, root: str) -> str:
    text = run.registry(rf"{root}\{UNINSTALL_KEY}")
    return text.partition('"DisplayVersion"="')[2].partition('"')[0]


def _user(run: Run) -> str:
    users = [path.name for path in run.prefix.path(r"C:\users").iterdir() if path.name != "Public"]
    (user,) = users
    return user


def _log(run: Run) -> str:
    path = run.prefix.path(LOG)
    return path.read_text(encoding="utf-16") if path.exists() else ""
