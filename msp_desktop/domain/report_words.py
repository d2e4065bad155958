"""Sentences of a progress report, in French: what came of an action, what is counted, what may leave without names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msp_desktop.formats.french.case import capital, in_series
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import in_letters, listed
from msp_desktop.formats.text import clipped, one_line

#: The longest a text stands in a row, in letters: two lines of a column.
LONGEST = 150
#: The longest a title stands, in letters: a line of a column.
TITLE = 64
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý«])")


def number_of(count: int, singular: str, plural: str = "", *, feminine: bool = False) -> str:
    """Return « trois échanges », « une rencontre »: in letters up to sixteen."""
    return f"{in_letters(count, feminine=feminine)} {agreeing(count, singular, plural)}"


def kept_sentences(text: str, named: Callable[[str], bool], most: int = LONGEST) -> str:
    """Return the first sentences of a text that name nobody, as many as hold in so many letters; the first cut after a word."""
    sentences = [one for one in _SENTENCE.split(" ".join(one_line(text).split())) if one and not named(one)]
    if not sentences:
        return ""
    return clipped(whole_sentences(" ".join(sentences), most), most)


def whole_sentences(text: str, most: int) -> str:
    """Return as many sentences as hold in so many letters; the first is cut only where it is twice as long."""
    sentences = _SENTENCE.split(text)
    said = sentences[0]
    for one in sentences[1:]:
        if len(said) + len(one) >= most:
            break
        said = f"{said} {one}"
    return clipped(said, 2 * most)


def sentence(text: str) -> str:
    """Return a text with its capital and its full stop."""
    text = text.strip()
    return capital(text if not text or text[-1] in ".!?…" else f"{text}.")


def enumerated(titles: Sequence[str], most: int = 3) -> str:
    """Return « Une coopération ; un projet. », nothing for no title."""
    words = in_series([clipped(title, TITLE) for title in titles if title.strip()][:most])
    return sentence(words)


def exchanges_sentence(total: int, federation: int, professionals: int) -> str:
    """Return « Huit échanges sont notés, dont trois avec la fédération et deux avec des professionnels. »"""
    if not total:
        return ""
    verb = agreeing(total, "est noté", "sont notés")
    parts = [
        f"{in_letters(count)} avec {whom}"
        for count, whom in ((federation, "la fédération"), (professionals, "des professionnels"))
        if count
    ]
    if total in (federation, professionals):
        whom = "la fédération" if total == federation else "des professionnels"
        every = {1: "", 2: "tous deux "}.get(total, "tous ")
        return f"{capital(number_of(total, 'échange'))} {verb}, {every}avec {whom}."
    more = f", dont {listed(parts)}" if parts else ""
    return f"{capital(number_of(total, 'échange'))} {verb}{more}."


def present_sentence(count: int) -> str:
    """Return « Douze personnes présentes. », nothing where nobody counted."""
    if not count:
        return ""
    return f"{capital(number_of(count, 'personne présente', 'personnes présentes', feminine=True))}."


def findings_sentence(filled: int, total: int) -> str:
    """Return « Huit questions, huit constats. », « Six constats sur huit questions. »"""
    if not filled:
        return ""
    if filled == total:
        return f"{capital(number_of(total, 'question', feminine=True))}, {number_of(filled, 'constat')}."
    return f"{capital(number_of(filled, 'constat'))} sur {number_of(total, 'question', feminine=True)}."


def lead_sentence(opening: str, facts: Sequence[str]) -> str:
    """Return « Les bases sont posées : la commune est accompagnée, l’état des lieux est fait. »"""
    return f"{opening}\u00a0: {', '.join(facts)}." if facts else sentence(opening)
