"""Each refusal has its code, and changes nothing."""

from __future__ import annotations

from pathlib import Path

from winbuild import names

from checks.run import Run
from checks.small import ALL, LOG, NEWER, OLD, OLDER, listed, log, own_folder, remove, small_msi, small_setup


def refusals(run: Run) -> None:
    """Older over newer, access refused, what cannot be written, too old a Windows: each has its code, and changes nothing."""
    old, older, newer = small_setup(run, OLD), small_setup(run, OLDER), small_setup(run, NEWER)
    mine = own_folder(run)
    run.check(run.silent(old) == 0 and (mine / names.EXE).exists(), f"{OLD} is installed")
    run.check(run.silent(older, f"/LOG={LOG}") == 14 and listed(run, "HKCU") == OLD, f"{OLDER} over {OLD}: 14")
    run.check("code 14" in log(run) and OLDER in log(run), "the log says why")
    run.check(run.silent(older, "/FORCE") == 0 and listed(run, "HKCU") == OLDER, "/FORCE takes the older one")
    _not_written(run, mine)
    run.check(run.silent(newer) == 0, f"{NEWER} is installed")
    run.check(run.silent(old, "/ALLUSERS") == 14, "an older one for everybody would be hidden by it: 14")
    _not_the_same_as_open(run, mine)
    run.check(run.silent(newer, r"/D=C:\Ailleurs") == 0, "installed again, elsewhere")
    elsewhere = run.prefix.path(r"C:\Ailleurs")
    run.check((elsewhere / names.EXE).exists() and not mine.exists(), "it is not there twice")
    run.check(remove(run, r"C:\Ailleurs") == 0 and not elsewhere.exists(), "removed, its uninstaller too")
    _windows(run, old)


def _not_written(run: Run, mine: Path) -> None:
    """Put a file where setup makes a folder, for the new program or for the old: as on a full disk, nothing can be written."""
    before = _tree(mine)
    for name in ("_neuf", "_vieux"):
        (mine / name).write_bytes(b"")
        code = run.silent(small_setup(run, OLD), f"/LOG={LOG}")
        (mine / name).unlink(missing_ok=True)
        run.check(code == 12 and "code 12" in log(run), f"an upgrade that cannot be written: 12 ({code})")
        run.check(_tree(mine) == before and listed(run, "HKCU") == OLDER, f"leaves the previous version whole ({name})")


def _tree(folder: Path) -> list[tuple[str, bytes]]:
    return sorted((str(path), path.read_bytes()) for path in folder.rglob("*") if path.is_file())


def _not_the_same_as_open(run: Run, mine: Path) -> None:
    """Put a folder where a program should be: Windows answers « access refused », as to one without the right to write."""
    program = mine / names.CONSOLE_EXE
    program.unlink()
    program.mkdir()
    code = run.silent(small_setup(run, NEWER), f"/LOG={LOG}")
    run.check(code == 12 and names.CONSOLE_EXE in log(run), f"access refused is not « open »: 12, not 10 ({code})")
    run.check(remove(run, run.prefix.windows(mine)) == 12, "nor for the uninstaller")
    program.rmdir()


def _windows(run: Run, setup: Path) -> None:
    run.prefix.run("winecfg", "-v", "win81")
    run.check(run.silent(setup) == 11, "Windows 8.1: 11")
    code = run.prefix.run("msiexec", "/i", run.prefix.windows(small_msi(run, OLD)), "/qn").returncode
    run.check(code != 0 and not run.prefix.path(ALL).exists(), f"the MSI refuses too ({code})")
    run.prefix.run("winecfg", "-v", "win10")
