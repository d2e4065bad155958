"""The software bill of materials, as CycloneDX 1.6 has it: what is bundled, for machines."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_supported_id
from cyclonedx.validation.json import JsonStrictValidator

from msp_desktop.services.bundled_packages import OURS, Package, key_of
from msp_desktop.services.components import Component
from winbuild import names
from winbuild.lock import hashes
from winbuild.steps import BuildError

SCHEMA = "http://cyclonedx.org/schema/bom-1.6.schema.json"
#: How the address of a release's own sources ends; another leads to where a project lives.
ARCHIVES = (".gz", ".xz", ".zip")
_REQUIRED = re.compile(r"[A-Za-z0-9._-]+")


def describe(found: Sequence[Component], packages: Mapping[str, Package]) -> str:
    """Return the SBOM, the same for the same bundle; stop where CycloneDX's own schema refuses it."""
    ours, *others = found
    wholes = [component for component in others if not component.within or not _whole_of(component, others)]
    body: dict[str, Any] = {
        "$schema": SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(names.epoch(), UTC).isoformat(),
            "lifecycles": [{"phase": "build"}],
            "component": _component(ours, (), "application"),
            "supplier": {"name": names.PUBLISHER},
        },
        "components": [_component(whole, [part for part in others if _whole_of(part, [whole])]) for whole in wholes],
        "dependencies": _dependencies(ours, wholes, packages),
    }
    body["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True))}"
    text = json.dumps(body, ensure_ascii=False, indent=1) + "\n"
    check(text)
    return text


def check(text: str) -> None:
    """Stop where an SBOM is not what CycloneDX 1.6 asks for."""
    refused = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if refused is not None:
        raise BuildError(f"The SBOM is not valid CycloneDX 1.6: {str(refused)[:2000]}")


def _whole_of(part: Component, wholes: Sequence[Component]) -> Component | None:
    return next((whole for whole in wholes if part.within and whole.id == part.within), None)


def _component(component: Component, parts: Sequence[Component], kind: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": kind or _kind(component),
        "bom-ref": _reference(component),
        "name": component.name,
        "licenses": _licences(component),
    }
    if component.version:
        made["version"] = component.version
        made["purl"] = _reference(component)
    if component.version and component.cpe:
        # What lists of faults call it: purl says nothing of a library inside another.
        made["cpe"] = f"cpe:2.3:a:{component.cpe}:{component.version}:*:*:*:*:*:*:*"
    if component.copyright:
        made["copyright"] = component.copyright
    links: list[dict[str, Any]] = [
        {"type": "source-distribution" if address.endswith(ARCHIVES) else "website", "url": address}
        for address in component.sources
    ]
    if component.package:
        digests = hashes().get(key_of(component.name), [])
        links.append(
            {
                "type": "distribution",
                "url": _reference(component),
                "hashes": [{"alg": "SHA-256", "content": one} for one in digests],
            }
        )
    if links:
        made["externalReferences"] = links
    if parts:
        made["components"] = [_component(part, ()) for part in parts]
    return made


def _kind(component: Component) -> str:
    if "(police)" in component.name or "(données)" in component.name or component.name.startswith("Données"):
        return "data"
    return {"Python": "platform", "Qt": "framework"}.get(component.name, "library")


def _reference(component: Component) -> str:
    """Return the package URL: PyPI's for what comes from there, else a generic one, with what it is a part of."""
    if component.package:
        return f"pkg:pypi/{key_of(component.name)}@{component.version}"
    inside = f"{quote(component.within, safe='')}/" if component.within else ""
    return f"pkg:generic/{inside}{quote(component.name, safe='')}" + (
        f"@{component.version}" if component.version else ""
    )


def _licences(component: Component) -> list[dict[str, Any]]:
    words = [word for word in re.split(r"[ ()]+", component.spdx) if word not in ("", "AND", "OR", "WITH")]
    if component.spdx == words[0] and is_supported_id(words[0]):
        return [{"license": {"id": component.spdx}}]
    if len(words) > 1 and all(is_supported_id(word) or word.startswith("LicenseRef-") for word in words):
        return [{"expression": component.spdx}]
    return [{"license": {"name": component.spdx}}]


def _dependencies(
    ours: Component, wholes: Sequence[Component], packages: Mapping[str, Package]
) -> list[dict[str, Any]]:
    places = {key_of(whole.name): _reference(whole) for whole in wholes if whole.package}
    needs = {places[key]: _asked(package, places) for key, package in packages.items() if key != OURS and key in places}
    rows = [{"ref": _reference(ours), "dependsOn": sorted(_reference(whole) for whole in wholes)}]
    return rows + [{"ref": place, "dependsOn": asked} for place, asked in sorted(needs.items())]


def _asked(package: Package, places: Mapping[str, str]) -> list[str]:
    asked = (_REQUIRED.match(line) for line in package.requires if "extra ==" not in line)
    return sorted({places[key_of(name[0])] for name in asked if name and key_of(name[0]) in places})
