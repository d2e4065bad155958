"""A Wine prefix of our own, and programs run in it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from winbuild.names import PACKAGING
from winbuild.steps import BuildError, run

STAND_INS = ("icuuc", "bcryptprimitives")
OVERRIDES = "winemenubuilder.exe=d;mscoree=;mshtml=;wbemprox=;icuuc=n;bcryptprimitives=n"
#: What a French Windows answers about dates and decimals.
FRENCH = {"LocaleName": "fr-FR", "sShortDate": "dd/MM/yyyy", "sDecimal": ","}


def wine_program() -> str:
    """Return the 64-bit Wine; stop where there is none: nothing here is skipped."""
    for name in ("wine64", "/usr/lib/wine/wine64", "wine"):
        found = shutil.which(name)
        if found:
            return found
    raise BuildError("Wine is missing: apt-get install wine64 (packaging/README.md lists all that is needed).")


@dataclass(frozen=True, slots=True)
class Prefix:
    """A Wine prefix, and the display its windows open on (None: no window)."""

    folder: Path
    display: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """Return the environment of programs run here, without what the shell may carry for Qt or Python."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "PYTHON", "WINE"))}
        kept.pop("DISPLAY", None)
        kept |= {"WINEPREFIX": str(self.folder), "WINEARCH": "win64", "WINEDEBUG": "-all"}
        kept |= {"WINEDLLOVERRIDES": OVERRIDES, "LC_ALL": "C.UTF-8"}
        if self.display is not None:
            kept["DISPLAY"] = self.display
        return kept | dict(self.extra)

    def run(self, *words: str | Path, timeout: float = 600, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run a Windows program to its end, `given` being its input; return what it printed and its exit code."""
        command = [wine_program(), *map(str, words)]
        return subprocess.run(
            command, env=self.environment(), input=given, capture_output=True,
            text=True, encoding="utf-8", errors="replace", timeout=timeout, check=False,
        )  # fmt: skip

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start a Windows program that stays, and return at once (run() would wait for all that it starts in turn)."""
        return subprocess.Popen(
            [wine_program(), *map(str, words)], env=self.environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def running(self, name: str) -> bool:
        """Tell whether a program of this prefix runs (Wine 8 has no tasklist)."""
        mine = f"WINEPREFIX={self.folder}".encode()
        for process in Path("/proc").glob("[0-9]*"):
            try:
                if name.encode() in (process / "cmdline").read_bytes() and mine in (process / "environ").read_bytes():
                    return True
            except OSError:
                continue  # it ended, or it is somebody else's
        return False

    def settle(self) -> None:
        """Wait until the last program of the prefix has ended."""
        subprocess.run([_server(), "-w"], env=self.environment(), check=False, timeout=120)

    def end(self) -> None:
        """End this prefix's programs, and its server."""
        subprocess.run([_server(), "-k"], env=self.environment(), check=False, timeout=60)

    def path(self, windows: str) -> Path:
        r"""Return where a path of drive C lies (`C:\users\…`)."""
        return self.folder / "drive_c" / windows.removeprefix("C:\\").replace("\\", "/")

    def windows(self, path: Path) -> str:
        """Return what Windows calls a path of ours."""
        inside = self.folder / "drive_c"
        if path.is_relative_to(inside):
            return "C:\\" + str(path.relative_to(inside)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")


def _server() -> str:
    beside = Path(wine_program()).resolve().with_name("wineserver")
    for name in ("wineserver", str(beside), "/usr/lib/wine/wineserver64", "/usr/lib/wine/wineserver"):
        found = shutil.which(name)
        if found:
            return found
    raise BuildError("wineserver is missing: apt-get install wine64.")


def make_prefix(folder: Path, *, display: str | None = None, stand_ins: bool = False) -> Prefix:
    """Make a fresh prefix that looks like Windows 10; with stand_ins, one where our window can open."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    prefix = Prefix(folder, display)
    started = prefix.run("wineboot", "-i")
    prefix.settle()
    system = folder / "drive_c" / "windows" / "system32"
    if not system.is_dir():
        raise BuildError(f"Wine could not make {folder}: {started.stderr[-2000:]}")
    if stand_ins:
        for name in STAND_INS:
            source = PACKAGING / "wine" / f"{name}.c"
            run(["x86_64-w64-mingw32-gcc", "-O2", "-shared", "-s", "-o", system / f"{name}.dll", source, "-ladvapi32"])
        # Wine's own colour profile makes Qt stop.
        (system / "spool" / "drivers" / "color" / "srgb color space profile.icm").unlink(missing_ok=True)
    _own_folders(folder)
    prefix.run("winecfg", "-v", "win10")
    for name, value in FRENCH.items():
        prefix.run("reg", "add", r"HKCU\Control Panel\International", "/v", name, "/d", value, "/f")
    prefix.settle()
    return prefix


def _own_folders(folder: Path) -> None:
    """Replace the links to the folders of whoever runs this (Desktop, Documents…) by folders of the prefix."""
    for path in (folder / "drive_c" / "users").glob("*/*"):
        if path.is_symlink():
            path.unlink()
            path.mkdir()


def unquoted(option: str) -> list[str]:
    """Return an option in words that Wine hands over without quotes, as NSIS wants /D= and _?=."""
    return option.split(" ")
