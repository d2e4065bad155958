"""The Python packages that the application brings, and what their metadata say of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions

from msgspec import Struct

OURS = "msp-desktop"
#: What packages call the address of their sources, the surest first.
_SOURCES = ("source", "source code", "repository", "code", "homepage", "home")

_NAME = re.compile(r"[A-Za-z0-9._-]+")


class Package(Struct, frozen=True):
    """One package; `found` is where it is, `licence` the SPDX expression it gives, or « ? », `sources` where it says they are."""

    name: str
    version: str
    licence: str
    licence_files: tuple[str, ...]
    requires: tuple[str, ...]
    found: Distribution
    sources: str = ""

    def texts(self) -> tuple[str, ...]:
        """Return the licence files in its metadata folder, where old and new tools put them."""
        read = (self.found.read_text(f"licenses/{name}") or self.found.read_text(name) for name in self.licence_files)
        return tuple(text.strip("\n") for text in read if text)


def key_of(name: str) -> str:
    """Return a package's name as it is compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def package_version(name: str) -> str:
    """Return a package's version, empty where its metadata is not bundled."""
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return ""


def packages_in(folder: str) -> dict[str, Package]:
    """Return all the packages of a folder, or of a zip, by their keys."""
    return _by_key(_read(found) for found in distributions(path=[folder]))


def bundled_packages() -> dict[str, Package]:
    """Return ourselves, our dependencies and theirs; every installed package where our metadata does not list them."""
    return _by_key(_dependencies() if package_version(OURS) else (_read(found) for found in distributions()))


def _dependencies() -> Iterator[Package]:
    waiting, seen = [OURS], {OURS}
    while waiting:
        try:
            current = _read(distribution(waiting.pop()))
        except PackageNotFoundError:
            continue  # not for this system
        yield current
        for requirement in current.requires:
            name = _NAME.match(requirement)
            if name is not None and "extra ==" not in requirement and key_of(name[0]) not in seen:
                seen.add(key_of(name[0]))
                waiting.append(name[0])


def _read(found: Distribution) -> Package:
    head = found.metadata
    names = ("License-Expression", "License-File", "Requires-Dist")
    licence, files, requires = (tuple(str(value) for value in head.get_all(name) or ()) for name in names)
    sources = _sources(head.get_all("Project-URL") or (), head["Home-page"] or "")
    return Package(head["Name"], head["Version"], " ".join(licence) or "?", files, requires, found, sources)


def _sources(addresses: Iterable[str], home: str) -> str:
    known = {
        label.strip().lower(): address.strip() for label, _comma, address in (one.partition(",") for one in addresses)
    }
    return next((known[label] for label in _SOURCES if label in known), home)


def _by_key(packages: Iterable[Package]) -> dict[str, Package]:
    return {key_of(package.name): package for package in packages}
