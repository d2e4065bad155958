"""The printed words of the directory, the journal and the roles; the communication plan's drafts."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitFollowUp(Content, frozen=True):
    """The French words of the dossier's codes, as documents print them."""

    notes_reminder: str
    categories: dict[str, str]
    channels: dict[str, str]
    parties: dict[str, str]
    shares: dict[str, str]


class KitMeans(Content, frozen=True):
    """One of the four means of communicating; `short` is its name in a line."""

    code: str
    short: str
    title: str
    text: str


class KitDraft(Content, frozen=True):
    """A message to adapt; words in braces are filled in, words in square brackets are for the town to write.

    `means` is the one of the four it serves, `then` names the sentences that follow where there is room.
    """

    code: str
    title: str
    means: str
    audience: str
    channel: str
    heading: str
    body: tuple[str, ...]
    then: tuple[str, ...] = ()


class KitSentence(Content, frozen=True):
    """A sentence of a text made from the dossier: said where the dossier shows the fact it needs.

    Where the room is short, those of the greatest `rank` go first; 0 never goes.
    """

    code: str
    text: str
    rank: int
    needs: str = ""


class KitText(Content, frozen=True):
    """A text made from the dossier: its heading, then its paragraphs, each of sentences named by their codes.

    `limit` is in characters, spaces included; 0 for as long as it gets.
    """

    code: str
    title: str
    heading: str
    paragraphs: tuple[tuple[str, ...], ...]
    limit: int = 0


class KitCommunication(Content, frozen=True):
    """The means, the messages and the texts of the communication plan, and what to remember of it."""

    key_messages: tuple[str, ...]
    before_publishing: tuple[str, ...]
    means: tuple[KitMeans, ...]
    drafts: tuple[KitDraft, ...]
    texts: tuple[KitText, ...]
    sentences: tuple[KitSentence, ...]

    def draft(self, code: str) -> KitDraft | None:
        """Return the message to adapt with this code, None where there is none."""
        return next((draft for draft in self.drafts if draft.code == code), None)

    def text(self, code: str) -> KitText | None:
        """Return the text with this code, None where there is none."""
        return next((text for text in self.texts if text.code == code), None)

    def sentence(self, code: str) -> KitSentence:
        """Return the sentence with this code; StopIteration where there is none, which a check at reading excludes."""
        return next(sentence for sentence in self.sentences if sentence.code == code)


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
    unique_codes(kit.texts, "communication.toml")
    unique_codes(kit.sentences, "communication.toml")
    said = {code for text in kit.texts for paragraph in text.paragraphs for code in paragraph}
    said |= {code for draft in kit.drafts for code in draft.then}
    lost = sorted(said - {sentence.code for sentence in kit.sentences})
    lost += sorted({draft.means for draft in kit.drafts} - {means.code for means in kit.means})
    if lost:
        raise MethodError(f"communication.toml: nothing has the code « {lost[0]} »")
    return kit
