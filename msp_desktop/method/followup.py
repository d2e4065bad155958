"""The printed words of the directory, the journal and the roles; the communication plan's drafts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from msp_desktop.method.reading import load, unique_codes


@dataclass(frozen=True, slots=True)
class KitFollowUp:
    """Hold the French words of the dossier's codes, as documents print them."""

    notes_reminder: str
    categories: dict[str, str]
    channels: dict[str, str]
    parties: dict[str, str]
    shares: dict[str, str]


@dataclass(frozen=True, slots=True)
class KitMeans:
    """Hold one of the four means of communicating."""

    code: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class KitDraft:
    """Hold a text to adapt; words in braces are filled in, words in square brackets are for the town to write."""

    code: str
    title: str
    audience: str
    channel: str
    heading: str
    body: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KitCommunication:
    """Hold the means and the drafts of the communication plan."""

    means: tuple[KitMeans, ...]
    drafts: tuple[KitDraft, ...]


@cache
def kit_followup() -> KitFollowUp:
    """Load resources/method/followup.toml."""
    return load(KitFollowUp, "followup")


@cache
def kit_communication() -> KitCommunication:
    """Load and check resources/method/communication.toml."""
    kit = load(KitCommunication, "communication")
    unique_codes(kit.means, "communication.toml")
    unique_codes(kit.drafts, "communication.toml")
    return kit
