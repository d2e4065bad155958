"""The models put before the council: a délibération, an agreement that lends a room."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load

#: When an article stands there: always (""), or where the dossier has what it speaks of.
CASES = ("", "project", "no-project", "objectives", "room")


class KitArticle(Content, frozen=True):
    """An article: what it is about, its paragraphs, a list of the dossier's that follows, when it stands there."""

    subject: str
    paragraphs: tuple[str, ...]
    when: str = ""
    listed: str = ""


class KitDeliberation(Content, frozen=True):
    """The words of a délibération."""

    title: str
    number_blank: str
    subtitle: str
    subtitle_room: str
    republic: str
    department: str
    town: str
    kind_label: str
    kind: str
    session_label: str
    session: tuple[str, ...]
    authority: str
    visas: tuple[str, ...]
    visas_room: tuple[str, ...]
    ground_first: str
    ground_federation: str
    ground_inventory: str
    ground_needs: str
    ground_dynamics: str
    ground_opportunities: str
    ground_meeting: str
    ground_room: str
    decides: str
    vote_label: str
    vote: str
    signer: str
    secretary: str
    articles: tuple[KitArticle, ...]


class KitAgreement(Content, frozen=True):
    """The words of the agreement that lends a room."""

    title: str
    subtitle: str
    between_label: str
    between: tuple[str, ...]
    visas: tuple[str, ...]
    decides: str
    signer_town: str
    signer_team: str
    articles: tuple[KitArticle, ...]


class KitCouncil(Content, frozen=True):
    """Both models; `notice` is what to know before either is signed, `blank` a line to fill in."""

    notice: str
    blank: str
    article: str
    visas_label: str
    grounds_label: str
    deliberation: KitDeliberation
    agreement: KitAgreement


@cache
def kit_council() -> KitCouncil:
    """Load and check resources/method/council.toml."""
    kit = load(KitCouncil, "council")
    for article in (*kit.deliberation.articles, *kit.agreement.articles):
        if article.when not in CASES:
            raise MethodError(f"council.toml: unknown case « {article.when} »")
    return kit
