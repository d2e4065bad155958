"""The printed words of the directory, the journal and the roles; the communication plan's drafts."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes


class KitFollowUp(Content, frozen=True):
    """The French words of the dossier's codes, as documents print them."""

    notes_reminder: str
    categories: dict[str, str]
    channels: dict[str, str]
    parties: dict[str, str]
    shares: dict[str, str]


class KitMeans(Content, frozen=True):
    """One of the four means of communicating."""

    code: str
    title: str
    text: str


class KitDraft(Content, frozen=True):
    """A text to adapt; words in braces are filled in, words in square brackets are for the town to write."""

    code: str
    title: str
    audience: str
    channel: str
    heading: str
    body: tuple[str, ...]


class KitCommunication(Content, frozen=True):
    """The means and the drafts of the communication plan."""

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
