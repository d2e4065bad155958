"""A text made of sentences, within a length: those that matter least go first."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Said(Struct, frozen=True):
    """A sentence ready to be said; 0 is the `rank` of those that never go, the greatest that of the first to go."""

    words: str
    rank: int = 0


def composed(heading: str, paragraphs: Sequence[Sequence[Said]], limit: int = 0) -> str:
    """Return a heading and its paragraphs, an empty line between them, in at most `limit` characters (0: any length).

    Spaces and line ends count, as in a newspaper. Of sentences of one rank the last goes first; where those that never go
    are too long by themselves, the text is as long as they are.
    """
    kept = [list(paragraph) for paragraph in paragraphs]
    text = _joined(heading, kept)
    while limit and len(text) > limit:
        worst = max((said.rank for paragraph in kept for said in paragraph), default=0)
        if not worst:
            break
        last = next(p for p in reversed(kept) if any(said.rank == worst for said in p))
        del last[max(place for place, said in enumerate(last) if said.rank == worst)]
        text = _joined(heading, kept)
    return text


def _joined(heading: str, paragraphs: Sequence[Sequence[Said]]) -> str:
    parts = [" ".join(said.words for said in paragraph) for paragraph in paragraphs]
    return "\n\n".join(filter(None, (heading, *parts)))
