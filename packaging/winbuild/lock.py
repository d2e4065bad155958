"""The wheels that go into the bundle: which ones, which versions, which hashes."""

from __future__ import annotations

import re
from importlib.metadata import requires
from pathlib import Path

from winbuild.names import PACKAGING, PYTHON, ROOT

LOCK = PACKAGING / "locks" / "windows.txt"

#: What the markers of requirements are judged by: the computer the program runs on, not the one that builds.
TARGET = {
    "implementation_name": "cpython",
    "implementation_version": f"{PYTHON}.0",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_release": "10",
    "platform_system": "Windows",
    "platform_version": "10.0",
    "python_full_version": f"{PYTHON}.0",
    "python_version": PYTHON,
    "sys_platform": "win32",
    "extra": "",
}


def canonical(name: str) -> str:
    """Return a distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, str]:
    """Return the versions of constraints.txt by canonical name."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.split("==") for line in lines if "==" in line and not line.startswith("#"))
    return {canonical(name): version.strip() for name, version in pairs}


def locked(path: Path = LOCK) -> dict[str, str]:
    """Return the versions of a lock by canonical name."""
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+) \\$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {canonical(name): version for name, version in found}


def hashes(path: Path = LOCK) -> dict[str, list[str]]:
    """Return the SHA-256 of each wheel of a lock by canonical name."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if "==" in line and not line.startswith(("#", " ")):
            name = canonical(line.partition("==")[0])
        found.setdefault(name, []).extend(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
    return found


def needed_on_windows() -> set[str]:
    """Return the canonical names of all that the program needs on Windows, read from what is installed here."""
    from packaging.requirements import Requirement

    found: set[str] = set()
    todo = list(requires("msp-desktop") or ())
    while todo:
        requirement = Requirement(todo.pop())
        if requirement.marker is not None and not requirement.marker.evaluate(dict(TARGET)):
            continue
        name = canonical(requirement.name)
        if name not in found:
            found.add(name)
            # tzdata is needed on Windows alone: it is not installed here, and needs nothing.
            todo += () if name == "tzdata" else requires(requirement.name) or ()
    return found
