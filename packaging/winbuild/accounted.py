"""Hold the list of components to what is really bundled: no file without its entry, no entry for nothing, no library unsaid."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from msp_desktop.services.components import Component
from winbuild.archive import ARCHIVE

PROGRAMS = (".dll", ".pyd", ".exe")
#: What a package's whole folder may hold under its name: anything else in it has to be named.
MODULES = (".py", ".pyc")
#: What a package says of itself is in files of these kinds.
WORDS = ("", ".json", ".md", ".python", ".rst", ".txt")
#: Python's own library, which is one thing with one licence.
OF_PYTHON = "runtime"


def staged_names(stage: Path) -> list[str]:
    """Return the names of all that is staged; what lies in a zip of libraries, as if it lay beside it."""
    names = []
    for path in sorted(path for path in stage.rglob("*") if path.is_file()):
        name = path.relative_to(stage).as_posix()
        names.append(name)
        if path.suffix == ".zip" and not name.startswith(f"{OF_PYTHON}/"):
            with zipfile.ZipFile(path) as archive:
                names += [f"lib/{inside}" for inside in archive.namelist() if not inside.endswith("/")]
    return names


def covers(component: Component, name: str) -> bool:
    """Say whether a staged file is of a component."""
    return any(fnmatchcase(name, pattern) and _speaks_for(pattern, name) for pattern in component.files)


def _speaks_for(pattern: str, name: str) -> bool:
    """Say whether a pattern that fits a name means it: a folder (`lib/lxml/*`) its modules, a name without a dot such names."""
    kind, last = (text.rpartition("/")[2] for text in (pattern, name))
    if kind == "*":
        return last.lower().endswith(MODULES)
    return "." in kind or "." not in last


def complaints(names: Iterable[str], programs: Mapping[str, bytes], components: Sequence[Component]) -> list[str]:
    """Return what is wrong: a file of nobody, an entry of nothing, a library found where no entry says it is."""
    names = list(names)
    wholes = [component for component in components if not component.within]
    told = [f"{component.name.replace('-', '_').lower()}-{component.version}" for component in components]
    found = [
        f"{name}: no entry says whose it is"
        for name in names
        if not any(covers(component, name) for component in wholes)
        and not _is_said_of(name, told)
        # What is in it is looked at, as if it lay beside it.
        and name != f"lib/{ARCHIVE}"
    ]
    found += [
        f"{component.place}: nothing of it is bundled, take its entry away"
        for component in components
        if component.files and not any(covers(component, name) for name in names)
    ]
    for component in components:
        if component.proof and not any(
            _holds(component, programs[name]) for name in programs if covers(component, name)
        ):
            found.append(f"{component.place}: « {component.proof} » is not in its files")
        elif component.number and not versions_in(programs, [component]):
            found.append(f"{component.place}: its version is no longer where « number » reads it")
    for name, content in programs.items():
        held = {component.name for component in components if component.proof and _holds(component, content)}
        said = {component.name for component in components if covers(component, name)}
        # zlib-ng is a zlib, in its words too.
        found += [
            f"{name}: contains {library}, and no entry says so"
            for library in sorted(held)
            if not any(other.startswith(library) for other in said)
        ]
    return found


def _is_said_of(name: str, told: Iterable[str]) -> bool:
    """Say whether a file is what a package says of itself (`lib/lxml-6.1.3.dist-info/METADATA`): a text."""
    return PurePosixPath(name).suffix in WORDS and any(
        name.lower().startswith(f"lib/{stem}.dist-info/") for stem in told
    )


def staged_programs(stage: Path) -> dict[str, bytes]:
    """Return the content of every program and library of the stage."""
    return {
        path.relative_to(stage).as_posix(): path.read_bytes()
        for path in sorted(stage.rglob("*"))
        if path.suffix.lower() in PROGRAMS
    }


def versions_in(programs: Mapping[str, bytes], components: Iterable[Component]) -> dict[str, str]:
    """Return the version of each component that says where to read it, by its place."""
    found = {}
    for component in components:
        if component.number:
            pattern = re.compile(component.number.encode("latin-1"))
            matches = (pattern.search(content) for name, content in programs.items() if covers(component, name))
            version = next((_written(match) for match in matches if match), "")
            if version:
                found[component.place] = version
    return found


def _written(match: re.Match[bytes]) -> str:
    """Return a version as one writes it, from what holds it in one piece, or number by number (`21109` is 2.11.9)."""
    # In what Windows calls wide letters, a zero follows each.
    parts = [part.replace(b"\0", b"").decode("ascii") for part in match.groups()]
    return parts[0] if len(parts) == 1 else ".".join(str(int(part)) for part in parts)


def _holds(component: Component, content: bytes) -> bool:
    return component.proof.encode("latin-1") in content
