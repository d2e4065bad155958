"""What an installation leaves on the computer, looked at from outside."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from winbuild import names
from winbuild.steps import sha256

from checks.run import Run

UNINSTALL_KEY = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{names.APP_ID}"
CLASSES = r"Software\Classes"


def check_registry(run: Run, root: str, folder: str, version: str) -> None:
    """Check what the registry says of the program, under HKCU or HKLM."""
    doubled = folder.replace("\\", "\\\\")
    text = run.registry(rf"{root}\{UNINSTALL_KEY}")
    run.check(f'"DisplayName"="{names.PROGRAM}"' in text, f"{root}: the list of programs names it")
    run.check(f'"DisplayVersion"="{version}"' in text, f"{root}: version {version}")
    run.check(f'"InstallLocation"="{doubled}' in text or root == "HKLM", f"{root}: where it lies")
    kind = run.registry(rf"{root}\{CLASSES}\{names.PROG_ID}")
    run.check(f'@="{names.FILE_KIND}"' in kind, f"{root}: Explorer calls a dossier « {names.FILE_KIND} »")
    run.check(f'{names.EXE},1"' in kind, f"{root}: dossiers have their own icon")
    run.check(f'\\\\{names.EXE}\\" \\"%1\\""' in kind, f"{root}: a double click opens a dossier")
    for suffix in (names.SUFFIX, names.REPLY_SUFFIX):
        ours = f'@="{names.PROG_ID}"' in run.registry(rf"{root}\{CLASSES}\{suffix}")
        run.check(ours, f"{root}: {suffix} is ours")


def users_files(run: Run, place: str, name: str) -> list[Path]:
    """Return the files of that name in a place of any user's folder."""
    users = run.prefix.path(r"C:\users")
    return [*users.glob(f"*/{place.replace(chr(92), '/')}/{name}")]


def differences(built: Path, folder: Path) -> list[str]:
    """Return the installed files that are missing or other than what was staged."""
    wrong = []
    for line in (built / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, _space, name = line.partition("  ")
        path = folder / name
        if not path.is_file() or sha256(path) != digest:
            wrong.append(name)
    if wrong:
        print(f"   {len(wrong)} differ: {', '.join(wrong[:5])}")
    return wrong


def close(run: Run) -> None:
    """Close the program as Windows does at the end of a session."""
    run.check(run.prefix.running(names.EXE), "the program runs")
    run.prefix.run("taskkill", "/im", names.EXE)
    closed = until(lambda: not run.prefix.running(names.EXE), 60)
    run.check(closed, "the program closes when Windows asks")


def until(holds: Callable[[], bool], seconds: float) -> bool:
    """Wait until something holds and tell whether it came."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(1)
    return False
