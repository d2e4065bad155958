"""What tells catalogues and people what this is, checked against the publiccode.yml standard and against the repository."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlparse

import pytest
import yaml

from msp_desktop import __date__, __version__

ROOT = Path(__file__).parent.parent
NOTES = ("ROADMAP.md", "SECURITY.md", "docs/contribuer-sans-code.md")

#: What version 0.4 of the standard (https://yml.publiccode.tools) lists: the values of ours, out of its longer lists.
CATEGORIES = {"project-management", "task-management", "contact-management", "event-management", "document-management", "survey"}  # fmt: skip
TOP = {
    "publiccodeYmlVersion", "name", "applicationSuite", "url", "landingURL", "isBasedOn", "softwareVersion", "releaseDate", "logo",
    "monochromeLogo", "organisation", "platforms", "categories", "usedBy", "fundedBy", "roadmap", "developmentStatus",
    "softwareType", "intendedAudience", "description", "legal", "maintenance", "localisation", "dependsOn",
}  # fmt: skip
MANDATORY = {
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description", "legal", "maintenance",
    "localisation",
}  # fmt: skip
SCOPES = {"local-authorities", "healthcare", "government", "welfare", "society"}


@pytest.fixture(scope="module")
def known() -> dict[str, Any]:
    """Return publiccode.yml, whose values of dates and versions are texts."""
    read: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    return read


def test_publiccode_has_what_the_standard_asks_and_nothing_it_does_not_know(known: dict[str, Any]) -> None:
    assert MANDATORY <= known.keys() <= TOP
    assert known["publiccodeYmlVersion"] == "0.4"
    assert urlparse(known["url"]).scheme == "https"
    assert set(known["platforms"]) <= {"web", "windows", "mac", "linux", "ios", "android"}
    assert known["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert known["softwareType"] == "standalone/desktop"
    assert set(known["categories"]) <= CATEGORIES
    assert set(known["intendedAudience"]["scope"]) <= SCOPES
    assert known["intendedAudience"]["countries"] == ["fr"], "in small letters"
    assert known["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert all(contact["name"] for contact in known["maintenance"]["contacts"]), "a community names its contacts"
    assert (ROOT / known["logo"]).suffix in {".svg", ".svgz", ".png"}
    assert (ROOT / known["logo"]).is_file()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_publiccode_describes_in_both_languages_within_the_standard_s_lengths(
    known: dict[str, Any], language: str
) -> None:
    described = known["description"][language]
    assert 0 < len(described["genericName"]) <= 35
    assert 0 < len(described["shortDescription"]) <= 150
    assert 150 <= len(described["longDescription"]) <= 10_000
    assert described["features"]
    assert all(len(feature) <= 100 for feature in described["features"])
    assert sorted(known["localisation"]["availableLanguages"]) == ["en", "fr"]


def test_publiccode_says_what_the_program_says_of_itself(known: dict[str, Any]) -> None:
    assert (known["softwareVersion"], known["releaseDate"]) == (__version__, __date__)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert licence.startswith(f"{known['legal']['license']} License")
    assert known["legal"]["mainCopyrightOwner"] in licence


@pytest.mark.parametrize("note", NOTES)
def test_the_notes_lead_to_files_that_are_there(note: str) -> None:
    text = (ROOT / note).read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#]+)\)", text)
    assert all(((ROOT / note).parent / link).is_file() for link in links), links
    places = re.findall(r"`((?:resources|translations)/[^`*]+)", text)
    assert all((ROOT / place).exists() for place in places), places


def test_those_who_contribute_are_led_to_the_notes() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert all(f"]({note})" in text for note in NOTES)
