"""Write what is beside the program about licences: what is bundled and under which terms, the texts, the SBOM."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from textwrap import wrap

from msp_desktop.services.bundled_packages import Package, key_of, packages_in
from msp_desktop.services.components import Component, components
from winbuild import names, sbom
from winbuild.accounted import complaints, staged_names, staged_programs, versions_in
from winbuild.steps import BuildError, run

README, TEXTS, SBOM = "LISEZ-MOI.txt", "TEXTES.txt", "sbom.cdx.json"
#: Where « À propos » reads the versions of what is inside other things.
VERSIONS = "lib/msp_desktop/_data/resources/licences/versions.json"
#: What setup and the uninstaller are made with, as the list calls it.
NSIS = "/NSIS (installation et désinstallation)"
#: Whose version is Qt’s.
QT = "PySide6_Essentials"

HEAD = """{program} {version} est sous licence MIT : son texte est le premier de {texts}.

Il est livré avec ce qui suit. De chaque élément : sa version, sa licence, ses auteurs, où sont ses sources, et le numéro
de ses textes dans {texts}. La même liste, pour les machines : {sbom} (CycloneDX). Dans le programme : Aide, À propos.

QT : VOS DROITS (LGPL, version 3)

Qt {qt}, Qt PDF et Qt pour Python (PySide6, Shiboken6) sont employés tels que The Qt Company les publie, sous la licence
LGPL version 3, sans aucune modification : ce qui ne sert pas n’est pas livré, et leurs modules écrits en Python (.py) le
sont compilés (.pyc). Leurs textes : LGPL version 3 et GPL version 3, dans {texts}.

- Remplacer Qt : ses bibliothèques sont des fichiers à part, dans lib\\PySide6 et lib\\shiboken6. Programme fermé, mettez à
  leur place celles d’une version compatible ({minor}.x, 64 bits, MSVC), celle que vous avez modifiée ou construite. Rien
  dans le programme ne l’empêche, ni ne vérifie ces fichiers.
- Comprendre : rien n’interdit de modifier le programme pour votre usage, ni de l’étudier (rétro-ingénierie) pour corriger
  ces modifications.
- Les sources exactes, chez qui les publie, gratuitement :
{sources}
  Si elles n’y sont plus, les mêmes noms sous https://download.qt.io/archive/qt/{minor}/{qt}/submodules/
- Offre écrite : pendant trois ans après la remise de cette version, et tant qu’elle est maintenue, son éditeur
  ({publisher}) donne à qui l’a reçue une copie de ces sources, et de celles des autres
  éléments sous LGPL, pour au plus le coût de la copie et de l’envoi. Demandez-la là où vous avez reçu le programme.

GNU libiconv, contenue dans lxml, est sous LGPL version 2.1 ou plus récente : mêmes droits, même offre. lxml étant libre,
chacun peut le refaire avec une autre libiconv et mettre le résultat à la place de lib\\lxml.

CE QUI EST LIVRÉ
"""


def write_licences(stage: Path) -> Path:
    """Check that all that is staged has its entry, and write the list, the texts, the SBOM; return the SBOM."""
    found = bundled(stage)
    folder = stage / "licences"
    folder.mkdir(exist_ok=True)
    numbered = numbered_texts(found)
    _write(folder / README, readme(found, numbered))
    _write(
        folder / TEXTS, "\n\n\n".join(_with_heading(number, title, text) for text, (number, title) in numbered.items())
    )
    target = folder / SBOM
    target.write_text(sbom.describe(found, packages_of(stage)), encoding="utf-8", newline="\n")
    return target


def bundled(stage: Path) -> list[Component]:
    """Return all that is staged, each with the version read in it; stop where the list and the stage disagree."""
    packages = packages_of(stage)
    programs = staged_programs(stage)
    qt = packages[key_of(QT)].version
    found = components(qt, windows=True, packages=packages, versions={})
    wrong = complaints(staged_names(stage), programs, found)
    if wrong:
        raise BuildError("resources/licences/bundled.toml is not what is bundled:\n" + "\n".join(wrong[:40]))
    versions = versions_in(programs, found) | builders()
    target = stage / VERSIONS
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(versions, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return components(qt, windows=True, packages=packages, versions=versions)


def builders() -> dict[str, str]:
    """Return the version of what packs the setup, by its place in the list: it is not in the stage."""
    said = re.match(r"v(\d+(?:\.\d+)+)", run(["makensis", "-VERSION"]))
    return {NSIS: said[1]} if said else {}


def packages_of(stage: Path) -> dict[str, Package]:
    """Return the Python packages of the stage, in its folder of libraries or in a zip of them."""
    found = packages_in(str(stage / "lib"))
    for archive in sorted([*stage.glob("*.zip"), *(stage / "lib").glob("*.zip")]):
        found |= packages_in(str(archive))
    return found


def numbered_texts(found: Sequence[Component]) -> dict[str, tuple[int, str]]:
    """Return each text once, with its number and the names of those it is the licence of."""
    users: dict[str, list[str]] = {}
    for component in found:
        for text in component.texts:
            users.setdefault(text, []).append(said(component))
    return {text: (number, ", ".join(whose)) for number, (text, whose) in enumerate(users.items(), 1)}


def readme(found: Sequence[Component], numbered: dict[str, tuple[int, str]]) -> str:
    """Return the list as one reads it."""
    qt = next(component for component in found if component.name == "Qt")
    addresses = dict.fromkeys(
        address for component in found if component.spdx == "LGPL-3.0-only" for address in component.sources
    )
    head = HEAD.format(
        program=names.PROGRAM, version=names.version(), publisher=names.PUBLISHER, texts=TEXTS, sbom=SBOM, qt=qt.version,
        minor=".".join(qt.version.split(".")[:2]), sources="\n".join(f"  {address}" for address in addresses),
    )  # fmt: skip
    return "\n".join([head, *(_entry(component, numbered) for component in found[1:])])


def said(component: Component) -> str:
    """Return a component's name in French, with what contains it."""
    return f"{component.name} (dans {component.within})" if component.within else component.name


def _entry(component: Component, numbered: dict[str, tuple[int, str]]) -> str:
    lines = [f"{said(component)} {component.version}".strip() + f"\u00a0: {component.licence}"]
    for part in (component.note, component.copyright):
        lines += wrap(part, 118, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    lines += [f"  Sources\u00a0: {address}" for address in component.sources]
    places = sorted({numbered[text][0] for text in component.texts})
    lines += [f"  {'Textes' if len(places) > 1 else 'Texte'} n° {', '.join(map(str, places))}"] if places else []
    return "\n".join([*lines, ""])


def _with_heading(number: int, whose: str, text: str) -> str:
    return f"===== {number}. {whose} =====\n\n{text}"


def _write(target: Path, text: str) -> None:
    """Write a text as Windows' editor of 2017 reads it too: a mark of its encoding, its ends of lines."""
    lines = text.rstrip("\n").replace("\r\n", "\n").replace("\n", "\r\n")
    target.write_bytes(b"\xef\xbb\xbf" + lines.encode("utf-8") + b"\r\n")
