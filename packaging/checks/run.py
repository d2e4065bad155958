"""What the checks share: the prefix, the installers, what was found."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from winbuild import names
from winbuild.wine import Prefix

TODAY = "2026-04-28"
FOLDER = r"C:\Mes programmes à moi\Santé"
DOSSIERS = r"C:\Mes dossiers é"
STALE = "lib/module_ancien.py"
PREVIOUS = "0.9.9"


@dataclass(slots=True)
class Run:
    """What the checks share, and what they found."""

    built: Path
    out: Path
    prefix: Prefix
    version: str
    passed: int = 0
    failed: list[str] = field(default_factory=list)

    def check(self, holds: object, what: str) -> None:
        """Note one thing that must hold."""
        if holds:
            self.passed += 1
        else:
            self.failed.append(what)
        print(f"   {'ok' if holds else 'FAILED'}: {what}", flush=True)

    def installer(self, ending: str) -> Path:
        """Return one of the installers."""
        return self.built / f"{names.APP_ID}-{self.version}{ending}"

    def silent(self, setup: Path, *words: str) -> int:
        """Run a setup silently and return its exit code."""
        return self.prefix.run(setup, "/S", *words).returncode

    def registry(self, key: str) -> str:
        """Return what lies under a registry key, as .reg text; empty where there is none."""
        target = self.prefix.path(r"C:\cle.reg")
        target.unlink(missing_ok=True)
        self.prefix.run("reg", "export", key, r"C:\cle.reg", "/y")
        return target.read_bytes().decode("utf-16") if target.exists() else ""

    def wait_for(self, path: Path, seconds: float) -> bool:
        """Wait for a file and tell whether it came."""
        end = time.monotonic() + seconds
        while not path.exists() and time.monotonic() < end:
            time.sleep(0.5)
        return path.exists()
