"""Write the three manifests of winget: the setup for a user, the MSI for a computer, with their hashes and codes."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from winbuild import msi, names

IDENTIFIER = f"{names.APP_ID}.{names.APP_ID}"
#: The schema that these manifests follow.
SCHEMA = "1.10.0"
_LOCALE = "fr-FR"
_LEAST_WINDOWS = f"10.0.{names.LEAST_BUILD}.0"
_SHORT = "Aide les mairies des petites communes rurales pendant les cent premiers jours d’un projet de santé"


def manifests(version: str, setup: Path, package: Path, address: str) -> dict[str, str]:
    """Return the manifests by the names of their files; `address` is where the installers are downloaded from."""
    parts = {
        f"{IDENTIFIER}.yaml": ("version", {"DefaultLocale": _LOCALE}),
        f"{IDENTIFIER}.installer.yaml": ("installer", _installers(version, setup, package, address)),
        f"{IDENTIFIER}.locale.{_LOCALE}.yaml": ("defaultLocale", _words()),
    }
    return {name: _manifest(version, kind, values) for name, (kind, values) in parts.items()}


def _manifest(version: str, kind: str, values: dict[str, Any]) -> str:
    head = {"PackageIdentifier": IDENTIFIER, "PackageVersion": version}
    foot = {"ManifestType": kind, "ManifestVersion": SCHEMA}
    link = f"# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{SCHEMA}.schema.json\n"
    return link + _yaml({**head, **values, **foot})


def _installers(version: str, setup: Path, package: Path, address: str) -> dict[str, Any]:
    code = msi.product_code(version)
    return {
        "Platform": ["Windows.Desktop"],
        "MinimumOSVersion": _LEAST_WINDOWS,
        "InstallModes": ["interactive", "silent", "silentWithProgress"],
        "UpgradeBehavior": "install",
        "FileExtensions": [suffix.removeprefix(".") for suffix in (names.SUFFIX, names.REPLY_SUFFIX)],
        "ReleaseDate": datetime.fromtimestamp(names.epoch(), UTC).date().isoformat(),
        "Installers": [
            {
                "Architecture": "x64",
                "InstallerType": "nullsoft",
                "Scope": "user",
                **_file(setup, address),
                "InstallerSwitches": {"Log": '/LOG="<LOGPATH>"'},
                "ProductCode": names.APP_ID,
                "ExpectedReturnCodes": [
                    {"InstallerReturnCode": value, "ReturnResponse": words} for value, words in _CODES
                ],
            },
            {
                "Architecture": "x64",
                "InstallerType": "wix",
                "Scope": "machine",
                **_file(package, address),
                # For « --location »: winget would give TARGETDIR, which is no folder of ours.
                "InstallerSwitches": {"InstallLocation": 'INSTALLDIR="<INSTALLPATH>"'},
                "ProductCode": code,
                "AppsAndFeaturesEntries": [{"ProductCode": code, "UpgradeCode": f"{{{msi.UPGRADE_CODE}}}"}],
            },
        ],
    }


#: What the setup's exit codes mean to winget, in its own words.
_CODES = (
    (1, "cancelledByUser"),
    (10, "packageInUse"),
    (11, "systemNotSupported"),
    (14, "downgrade"),
    (15, "alreadyInstalled"),
)


def _file(path: Path, address: str) -> dict[str, str]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest().upper()
    return {"InstallerUrl": f"{address.rstrip('/')}/{path.name}", "InstallerSha256": digest}


def _words() -> dict[str, Any]:
    return {
        "PackageLocale": _LOCALE,
        "Publisher": names.PUBLISHER,
        "PackageName": names.PROGRAM,
        "License": "MIT",
        "ShortDescription": _SHORT,
        "Moniker": "sante100jours",
        "Tags": ["santé", "mairie", "commune", "maison-de-santé"],
    }


def _yaml(value: Any, depth: int = 0) -> str:
    """Return a mapping as YAML; every text between quotation marks, as JSON has it, is YAML's too."""
    lines = []
    blank = "  " * depth
    for key, held in value.items():
        if isinstance(held, list):
            lines.append(f"{blank}{key}:\n")
            for one in held:
                if isinstance(one, dict):
                    inside = _yaml(one, depth + 1)
                    lines.append(f"{blank}- {inside[len(blank) + 2 :]}")
                else:
                    lines.append(f"{blank}- {_scalar(one)}\n")
        elif isinstance(held, dict):
            lines.append(f"{blank}{key}:\n{_yaml(held, depth + 1)}")
        else:
            lines.append(f"{blank}{key}: {_scalar(held)}\n")
    return "".join(lines)


def _scalar(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
