"""The ways of installing know one another."""

from __future__ import annotations

import subprocess

from winbuild import names
from winbuild.msi import ACTIVE_SETUP_ID
from winbuild.wine import unquoted

from checks.installed import CLASSES, check_registry
from checks.run import Run
from checks.small import ALL, LOG, NEWER, OLD, OLDER, listed, remove, small_msi, small_setup

ACTIVE = rf"HKLM\Software\Microsoft\Active Setup\Installed Components\{{{ACTIVE_SETUP_ID}}}"


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
    check_registry(run, "HKLM", ALL, OLD)
    uninstaller = rf"{ALL}\desinstaller.exe"
    code = run.prefix.run(as_user, uninstaller, "/S", *unquoted(f"_?={ALL}")).returncode
    run.check(code == 13 and (run.prefix.path(ALL) / names.EXE).exists(), f"removed without rights: 13 ({code})")
    code = run.silent(small_setup(run, NEWER), f"/LOG={LOG}")
    run.check(code == 15 and listed(run, "HKCU") == "", f"a newer one for one user only: 15 ({code})")
    code = run.silent(small_setup(run, OLDER))
    run.check(code == 14 and listed(run, "HKCU") == "", f"an older one for one user only: 14 ({code})")
    code = run.prefix.run("msiexec", "/i", run.prefix.windows(small_msi(run, NEWER)), "/qn").returncode
    run.check(code != 0 and listed(run, "HKLM") == OLD, f"the MSI over setup’s, for everybody: refused ({code})")
    run.check(remove(run, ALL) == 0 and not run.prefix.path(ALL).exists(), "removed, its uninstaller too")
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
    run.check(listed(run, "HKCU") == "" and listed(run, "HKLM") == OLD, "the user’s own is gone")
    run.check(run.registry(rf"HKCU\{CLASSES}\{names.PROG_ID}") == "", "and no longer opens dossiers")
    run.check(f'{names.EXE}\\" {names.REMOVE_OWN}' in run.registry(ACTIVE), "other accounts’ go as they log on")
    run.check(remove(run, ALL) == 0 and run.registry(ACTIVE) == "", "removed")
    _in_the_same_folder(run)


def _in_the_same_folder(run: Run) -> None:
    """For everybody where one user had it: it is in the list of programs once, and a lost note does not leave it there."""
    place = r"C:\Santé"
    run.check(run.silent(small_setup(run, OLDER), rf"/D={place}") == 0, f"{OLDER} is installed for one user")
    run.check(run.silent(small_setup(run, OLD), "/ALLUSERS", rf"/D={place}") == 0, f"{OLD} for everybody, there")
    run.check(listed(run, "HKCU") == "" and listed(run, "HKLM") == OLD, "it is in the list of programs once")
    run.check(run.registry(rf"HKCU\{CLASSES}\{names.PROG_ID}") == "", "and opens dossiers once")
    (run.prefix.path(place) / "installation.ini").unlink()
    run.check(remove(run, place) == 0 and listed(run, "HKLM") == "", "removed, though its note is lost")
    run.check(run.registry(ACTIVE) == "" and not run.prefix.path(place).exists(), "with all that Windows was told")
