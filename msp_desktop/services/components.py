"""What the application is made of: every component bundled, its version, its licence and that licence's text."""

from __future__ import annotations

import platform
import re
import sqlite3
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from pathlib import Path
from typing import Any

from msgspec import Struct

from msp_desktop.i18n import _
from msp_desktop.paths import resource

OURS = "msp-desktop"

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SPDX = re.compile(r"[A-Za-z0-9.+-]+( (OR|AND|WITH) [A-Za-z0-9.+-]+)*")
#: Texts for packages that carry none, by what their licence's name contains.
_COMMON = {"LGPL-3": ("LGPL-3.0.txt", "GPL-3.0.txt"), "Apache": ("Apache-2.0.txt",), "PSF": ("PSF-2.0.txt",)}


class Component(Struct, frozen=True):
    """One component; `text` is its licence as it was published, and `id` its name."""

    name: str
    version: str
    licence: str
    text: str

    @property
    def id(self) -> str:
        """Return the component's key."""
        return self.name


def components(qt: str, *, windows: bool = sys.platform == "win32") -> list[Component]:
    """Return every component, ours first, then by name; `qt` is the version of Qt that runs."""
    versions = {"python": platform.python_version(), "qt": qt, "sqlite": sqlite3.sqlite_version}
    packages = [_of_package(found) for found in _bundled_packages()]
    table = tomllib.loads(resource("licences", "bundled.toml").read_text(encoding="utf-8"))
    others = [_of_entry(entry, versions) for entry in table["components"] if windows or not entry.get("windows")]
    rest = sorted([*packages, *others], key=lambda component: component.name.casefold())
    return [_ourselves(), *rest]


def package_version(name: str) -> str:
    """Return a package's version, empty where its metadata is not bundled."""
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return ""


def _bundled_packages() -> Iterator[Distribution]:
    """Yield our dependencies and theirs; every installed package where our metadata does not list them."""
    try:
        waiting = [distribution(OURS)]
    except PackageNotFoundError:
        yield from {found.name: found for found in distributions()}.values()
        return
    seen = {OURS}
    while waiting:
        current = waiting.pop()
        if current.name != OURS:
            yield current
        for requirement in current.requires or ():
            name = _NAME.match(requirement)
            if name is None or "extra ==" in requirement:
                continue
            key = re.sub(r"[-_.]+", "-", name[0]).lower()
            if key not in seen:
                seen.add(key)
                try:
                    waiting.append(distribution(name[0]))
                except PackageNotFoundError:
                    continue  # not for this system


def _ourselves() -> Component:
    from msp_desktop import __version__

    try:
        text = "\n".join(_texts_of(distribution(OURS)))
    except PackageNotFoundError:
        text = ""
    return Component("Santé 100 jours", __version__, "MIT", text or _at_hand("MIT", resource().parent / "LICENSE"))


def _of_package(found: Distribution) -> Component:
    licence = _licence_of(found)
    text = "\n\n".join(_texts_of(found))
    if not text:
        known = next((files for word, files in _COMMON.items() if word in licence), ())
        text = _at_hand(licence, *(resource("licences", name) for name in known))
    return Component(found.name, found.version, licence, text)


def _of_entry(entry: Mapping[str, Any], versions: Mapping[str, str]) -> Component:
    paths = [resource(*name.split("/")) if "/" in name else resource("licences", name) for name in entry["texts"]]
    parts = [entry["note"], *(_at_hand(entry["licence"], path) for path in paths)]
    version = versions.get(entry["version"], entry["version"])
    return Component(entry["name"], version, entry["licence"], "\n\n".join(parts))


def _licence_of(found: Distribution) -> str:
    """Return the licence's short name: the SPDX expression, a short « License », else the classifiers."""
    expression, words = (" ".join(_all(found, name)) for name in ("License-Expression", "License"))
    classifiers = [line.rpartition(" :: ")[2] for line in _all(found, "Classifier") if line.startswith("License :: ")]
    if expression:
        return expression
    if words and _SPDX.fullmatch(words):
        return words
    return ", ".join(classifiers) or (words.splitlines() or ["?"])[0]


def _texts_of(found: Distribution) -> list[str]:
    """Return the licence files in a package's metadata folder, where old and new tools put them."""
    texts = []
    for name in _all(found, "License-File"):
        text = found.read_text(f"licenses/{name}") or found.read_text(name)
        if text:
            texts.append(text)
    return texts


def _all(found: Distribution, name: str) -> list[str]:
    return [str(value) for value in found.metadata.get_all(name) or ()]


def _at_hand(licence: str, *paths: Path) -> str:
    texts = [path.read_text(encoding="utf-8") for path in paths if path.is_file()]
    return "\n\n".join(texts) or _("Licence: {name}. Its text is with the program's files.").format(name=licence)
