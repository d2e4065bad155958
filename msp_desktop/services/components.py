"""What the application is made of: every component bundled, its version, its licence, its authors, its sources, its texts."""

from __future__ import annotations

import json
import platform
import re
import sqlite3
import sys
import tomllib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from msgspec import Struct

from msp_desktop.formats.text import fold, fold_spaces
from msp_desktop.i18n import _, language
from msp_desktop.paths import resource
from msp_desktop.services.bundled_packages import OURS, Package, bundled_packages, key_of
from msp_desktop.services.licence_texts import text_of

PROGRAM = "Santé 100 jours"

_AUTHORS = re.compile(r"^[ #*]*((?:Copyright|©)[ :].{4,150}?)[ *]*$", re.MULTILINE | re.IGNORECASE)


class Component(Struct, frozen=True, dict=True):
    """One component: `licence` as one says it, `spdx` as machines read it, `within` what it is a part of.

    Its texts are read when they are asked for: there are half a million letters in all.
    """

    name: str
    version: str
    licence: str
    spdx: str
    note: str = ""
    sources: tuple[str, ...] = ()
    within: str = ""
    package: bool = False
    files: tuple[str, ...] = ()
    proof: str = ""
    number: str = ""
    named: tuple[str, ...] = ()
    authors: str = ""
    cpe: str = ""
    packages: Mapping[str, Package] = {}
    shown: str = ""
    shown_within: str = ""

    @property
    def id(self) -> str:
        """Return the component's key, which is how one says it in the interface's language."""
        name, whole = self.shown or self.name, self.shown_within or self.within
        # TR: a part and what contains it, as « FreeType (in Qt) ».
        return _("{name} (in {whole})").format(name=name, whole=whole) if whole else name

    @property
    def place(self) -> str:
        """Return its name under the whole it is a part of, whatever the language."""
        return f"{self.within}/{self.name}"

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Return the texts of its licences."""
        return tuple(text for word in self.named for text in text_of(word, self.packages))

    @property
    def copyright(self) -> str:
        """Return whose it is, as its entry or its own text says."""
        found = (_AUTHORS.search(text) for text in self.texts) if not self.authors else iter(())
        return self.authors or next((match[1].strip() for match in found if match), "")

    @property
    def text(self) -> str:
        """Return all there is to read of it: what it is for, whose it is, where its sources are, its licence's texts."""
        sources = [_("Sources: {address}").format(address=address) for address in self.sources]
        head = "\n".join(part for part in (self.note, self.copyright, *sources) if part)
        return "\n\n".join((head, *self.texts)).strip()


def components(
    qt: str,
    *,
    windows: bool = sys.platform == "win32",
    packages: Mapping[str, Package] | None = None,
    versions: Mapping[str, str] | None = None,
) -> list[Component]:
    """Return every component, ours first, then by name, each followed by its parts; `qt` is the version of Qt that runs.

    `packages` and `versions` (by component, `place`) are those of another folder than the one that runs.
    """
    present = bundled_packages() if packages is None else packages
    running = {"python": platform.python_version(), "qt": qt, "sqlite": sqlite3.sqlite_version}
    running |= _told_at_build() if versions is None else versions
    listed = [entry for entry in entries() if windows or not entry.get("windows")]
    if language() == "en":
        english = in_english()
        listed = [_translated(entry, english) for entry in listed]
    named = {key_of(entry["package"]): entry for entry in listed if "package" in entry}
    made = [
        _made(named.get(key) or {"licence": package.licence}, package, running, present)
        for key, package in present.items()
        if key != OURS
    ]
    for entry in listed:
        whole = key_of(entry.get("within", ""))
        if "package" not in entry and (whole not in named or whole in present):
            made.append(_made(entry, None, running, present))
    return [_ourselves(named[OURS], present), *sorted(made, key=_rank)]


def entries() -> list[dict[str, Any]]:
    """Return the list of all that may be bundled, as `resources/licences/bundled.toml` has it."""
    table = tomllib.loads(resource("licences", "bundled.toml").read_text(encoding="utf-8"))
    return list(table["components"])


def in_english() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what the list's French texts are in English: whole ones, and parts of who made a thing."""
    table = tomllib.loads(resource("licences", "english.toml").read_text(encoding="utf-8"))
    # Spaces that do not break differ between the two lists, and nobody sees it.
    return {fold_spaces(french): said for french, said in table["whole"].items()}, table["authors"]


def _translated(entry: Mapping[str, Any], english: tuple[Mapping[str, str], Mapping[str, str]]) -> dict[str, Any]:
    """Return an entry as it is shown in English; its name stays, by which it is known."""
    whole, authors = english
    said = {key: whole.get(fold_spaces(text), text) for key, text in entry.items() if isinstance(text, str)}
    told: dict[str, Any] = {**entry, "shown": said.get("name", ""), "shown_within": said.get("within", "")}
    told |= {key: said[key] for key in ("words", "note") if key in said}
    for french, words in authors.items():
        if french in told.get("copyright", ""):
            told["copyright"] = told["copyright"].replace(french, words)
    return told


def _told_at_build() -> dict[str, str]:
    """Return the versions read in what was bundled, by component; nothing where nothing was built."""
    path = resource("licences", "versions.json")
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}


def _rank(component: Component) -> tuple[str, bool, str]:
    name, whole = component.shown or component.name, component.shown_within or component.within
    return fold(whole or name), bool(whole), fold(name)


def _ourselves(entry: Mapping[str, Any], present: Mapping[str, Package]) -> Component:
    from msp_desktop import __version__

    named = (f"package:{OURS}",) if OURS in present else ("../LICENSE",)
    files = tuple(entry["files"])
    return Component(
        PROGRAM, __version__, entry["licence"], entry["licence"], files=files, named=named, packages=present
    )


def _made(
    entry: Mapping[str, Any],
    package: Package | None,
    running: Mapping[str, str],
    present: Mapping[str, Package],
) -> Component:
    name = package.name if package else entry["name"]
    whole = entry.get("within", "")
    said = entry.get("version", "")
    version = package.version if package else running.get(f"{whole}/{name}") or running.get(said) or said
    # Where the sources of what has no version of its own are, Qt's says: it is a part of Qt.
    numbers = (version or running["qt"]).split(".")
    said_by = (package.sources,) if package and package.sources else ()
    parts = {"name": name, "version": ".".join(numbers), "minor": ".".join(numbers[:2]), "patch": ".".join(numbers[:3])}
    return Component(
        name,
        version,
        entry.get("words", entry["licence"]),
        entry["licence"],
        entry.get("note", ""),
        tuple(address.format(**parts) for address in entry.get("sources", ())) or said_by,
        whole,
        package is not None,
        tuple(entry.get("files", ())),
        entry.get("proof", ""),
        entry.get("number", ""),
        tuple(entry.get("texts", [f"package:{key_of(name)}"] if package else [])),
        entry.get("copyright", ""),
        entry.get("cpe", ""),
        present,
        entry.get("shown", ""),
        entry.get("shown_within", ""),
    )
