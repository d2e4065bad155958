"""Meetings: kinds with their agenda, postures, what each party prepares; and the letters."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes

#: The kind of the first meeting with the professionals: the method says of it alone how the mayor stands.
FIRST_MEETING = "premiere-rencontre"


class KitItem(Content, frozen=True):
    """A point of a template's agenda; lengths in minutes."""

    title: str
    minutes: int
    leads: str
    content: str
    posture: str = ""
    least: int = 0
    most: int = 0


class KitPreparation(Content, frozen=True):
    """One thing a party prepares."""

    party: str
    text: str


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
    preparations: tuple[KitPreparation, ...] = ()
    prepared_by_three: bool = False
    #: The action of the method that such a meeting stands for: they have one date.
    action: str = ""


class KitMeetings(Content, frozen=True):
    """All that the method says of meetings."""

    least_minutes: int
    most_minutes: int
    mayor: str
    remember: tuple[str, ...]
    to_do: tuple[str, ...]
    to_avoid: tuple[str, ...]
    federation_posture: str
    to_know: tuple[str, ...]
    preparations: tuple[KitPreparation, ...]
    kinds: tuple[MeetingKind, ...]

    def kind(self, code: str) -> MeetingKind:
        """Return the kind with this code, the last (« autre ») where it is not known."""
        return next((kind for kind in self.kinds if kind.code == code), self.kinds[-1])


class Invitation(Content, frozen=True):
    """The model of an invitation for one role; words in braces are filled in. `first_…` are for the first meeting."""

    role: str
    body: tuple[str, ...]
    after: tuple[str, ...]
    closing: str
    first_body: tuple[str, ...]
    first_after: tuple[str, ...]


class FirstContact(Content, frozen=True):
    """The model of the first letter to the federation."""

    subject: str
    body: tuple[str, ...]
    helps_intro: str
    one_help: str
    after: tuple[str, ...]
    closing: str


class Announcement(Content, frozen=True):
    """The model of the letter that announces the référent: from a day to come, since a day, or without any."""

    subject: str
    future: str
    since: str
    undated: str
    reach: str
    after: tuple[str, ...]
    closing: str


class KitLetters(Content, frozen=True):
    """The models of letters; `subjects` are by kind of meeting, `practice` by where a professional works."""

    subjects: dict[str, str]
    practice: dict[str, str]
    invitations: tuple[Invitation, ...]
    federation: FirstContact
    announcement: Announcement

    def invitation(self, role: str) -> Invitation:
        """Return the model for a role."""
        return next(model for model in self.invitations if model.role == role)

    def subject(self, kind: str) -> str:
        """Return the subject for a kind of meeting."""
        return self.subjects.get(kind, self.subjects["other"])


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
