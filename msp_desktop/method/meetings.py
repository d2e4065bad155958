"""Meetings: kinds with their agenda, postures, what each party prepares; and the letters."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes


class KitItem(Content, frozen=True):
    """A point of a template's agenda; lengths in minutes."""

    title: str
    minutes: int
    leads: str
    content: str
    posture: str = ""
    least: int = 0
    most: int = 0


class MeetingKind(Content, frozen=True):
    """A kind of meeting and its template."""

    code: str
    title: str
    full_title: str
    introduction: str
    aims: tuple[str, ...]
    summary_title: str
    next_steps_title: str
    items: tuple[KitItem, ...]
    opening_words: str = ""
    prepared_by_three: bool = False
    #: The action of the method that such a meeting stands for: they have one date.
    action: str = ""


class KitPreparation(Content, frozen=True):
    """One thing a party prepares."""

    party: str
    text: str


class KitMeetings(Content, frozen=True):
    """All that the method says of meetings."""

    least_minutes: int
    most_minutes: int
    remember: str
    to_do: tuple[str, ...]
    to_avoid: tuple[str, ...]
    federation_posture: str
    to_know: tuple[str, ...]
    preparations: tuple[KitPreparation, ...]
    kinds: tuple[MeetingKind, ...]

    def kind(self, code: str) -> MeetingKind:
        """Return the kind with this code, the last (« autre ») where it is not known."""
        return next((kind for kind in self.kinds if kind.code == code), self.kinds[-1])


class Letter(Content, frozen=True):
    """The model of a letter; words in braces are filled in."""

    subject: str
    body: tuple[str, ...]
    after: tuple[str, ...]
    closing: str
    helps_intro: str = ""


class KitLetters(Content, frozen=True):
    """The models of letters."""

    data_notice: str
    invitation: Letter
    invitation_other: Letter
    federation: Letter
    announcement: Letter
    reminder: Letter


@cache
def kit_meetings() -> KitMeetings:
    """Load and check resources/method/meetings.toml."""
    kit = load(KitMeetings, "meetings")
    unique_codes(kit.kinds, "meetings.toml")
    return kit


@cache
def kit_letters() -> KitLetters:
    """Load resources/method/letters.toml."""
    return load(KitLetters, "letters")
