"""A model put before the council, filled in with the dossier's words: what is not known is a line to fill in."""

from __future__ import annotations

from msgspec import Struct


class CouncilArticle(Struct, frozen=True):
    """An article: « Article 2 », what it is about, its paragraphs, and a list that follows them."""

    label: str
    subject: str
    paragraphs: tuple[str, ...]
    listed: tuple[str, ...] = ()


class CouncilAct(Struct, frozen=True):
    """A délibération or an agreement. `opening` are the rows before the visas: a label and its lines.

    `vote` is what the council's vote was, a line to fill in; `signers` are who sign: as what, and their name.
    """

    title: str
    subtitle: str
    town: str
    heading: tuple[str, ...]
    kind: tuple[str, ...]
    opening: tuple[tuple[str, tuple[str, ...]], ...]
    authority: str
    visas: tuple[str, ...]
    grounds: tuple[str, ...]
    decides: str
    articles: tuple[CouncilArticle, ...]
    vote: tuple[str, str]
    signers: tuple[tuple[str, str], ...]
