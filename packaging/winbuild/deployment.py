"""Put together what a department's IT needs beside the installers: policies, WAPT, winget, and the notes."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from winbuild import names, winget
from winbuild.admx import LANGUAGES, adml, admx
from winbuild.compiling import write_zip
from winbuild.msi import UPGRADE_CODE, product_code
from winbuild.names import PACKAGING, ROOT

#: Where winget's manifests say the installers are, until a real address is given: no computer has this name.
NOWHERE = "https://telechargement.invalid/sante100jours"
NOTES = ("installer-informatique.md", "deployer-intune-sccm.md")


def build_deployment(work: Path, out: Path, version: str, setup: Path, package: Path, address: str) -> Path:
    """Write the zip for a department's IT; its MSI and its setup stay beside it."""
    folder = work / "deployment"
    files = {
        f"PolicyDefinitions/{names.APP_ID}.admx": admx(),
        **{f"PolicyDefinitions/{place}/{names.APP_ID}.adml": adml(code) for code, place in LANGUAGES.items()},
        **{f"winget/{name}": text for name, text in winget.manifests(version, setup, package, address).items()},
        **wapt(version),
        "LISEZ-MOI.txt": _read_me(version, setup, package),
        **{note: (ROOT / "docs" / note).read_text(encoding="utf-8") for note in NOTES},
    }
    target = out / f"{names.APP_ID}-{version}-deploiement.zip"
    entries = []
    for name, text in sorted(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # Windows' own editors of policies want no mark of UTF-8 and take either end of line.
        path.write_text(text, encoding="utf-8", newline="\n")
        entries.append((name, path))
    write_zip(target, entries)
    return target


def _read_me(version: str, setup: Path, package: Path) -> str:
    """Return what of this very version an IT types: its codes and the hashes of its files."""
    hashes = "\n".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in (setup, package))
    return (
        f"{names.PROGRAM} {version}, pour un service informatique\n\n"
        f"ProductCode  {product_code(version)}\nUpgradeCode  {{{UPGRADE_CODE}}}\n"
        f"Version de fichier de {names.EXE}  {version}.0\n\nEmpreintes SHA-256\n{hashes}\n\n"
        "PolicyDefinitions  modèles de stratégie (ADMX)\nwapt               sources du paquet WAPT\n"
        "winget             manifestes\n" + "".join(f"{note}\n" for note in NOTES)
    )


def wapt(version: str) -> dict[str, str]:
    """Return the sources of the WAPT package, the version and the codes of the MSI filled in."""
    values = {
        "VERSION": version,
        "MSI": f"{names.APP_ID}-{version}.msi",
        "PRODUCT_CODE": product_code(version),
        "UPGRADE_CODE": f"{{{UPGRADE_CODE}}}",
        "EDITOR": names.PUBLISHER,
        "REMOVE_OWN": names.REMOVE_OWN,
        "LEAST_BUILD": str(names.LEAST_BUILD),
    }
    found = {}
    for path in sorted((PACKAGING / "wapt").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            text = path.read_text(encoding="utf-8")
            name = f"wapt/{path.relative_to(PACKAGING / 'wapt').as_posix()}"
            found[name] = re.sub(r"@([A-Z_]+)@", lambda mark: values[mark[1]], text)
    return found
