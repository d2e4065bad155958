"""Search in texts: what is the same to whoever looks for it, what a query asks, where it stands in a text.

Accents, case, ligatures, apostrophes and hyphens say nothing: « lhay » finds « L'Haÿ ». « st » is « saint », and a
telephone number is the same however it is cut, or with +33 before it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from msgspec import Struct

#: What stands for an apostrophe or a hyphen until words are told apart.
_SOFT = "'"
#: Apostrophes and hyphens as they are typed, pasted, or put in by a word processor.
_SOFTS = "'’‘‛ʼʻ′`＇´-‐‑‒–­·"
#: What nobody sees.
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
#: Letters that Unicode does not take apart.
_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
#: The most characters of a query that are looked for, and the most words.
MOST_TYPED, MOST_WORDS = 200, 12
#: In more forms than these a word is looked for by a pattern.
MOST_NEEDLES = 4


class _Seen(dict[int, int | str | None]):
    """What search sees of each character, found out when it is first met."""

    def __missing__(self, code: int) -> int | str | None:
        char = chr(code)
        self[code] = None if unicodedata.combining(char) else code if char.isalnum() or char == "+" else " "
        return self[code]


_SEEN = _Seen(
    {ord(char): _SOFT for char in _SOFTS}
    | {ord(char): None for char in _UNSEEN}
    | {ord(char): words for char, words in _LETTERS.items()}
)
_SAINT = re.compile(r"\bst(?=(?:e|s|es)?\b)")
#: +33 and what the overseas departments have in its place, as one dials them abroad.
_ABROAD = re.compile(r"(?:\+|(?<!\d)(?<!\d[ '])00)(?:33|590|594|596|262)[ ']{0,2}0?[ ']{0,2}(?=[1-9])")
_NUMBER = re.compile(r"\d+(?:[ ']\d+)+")
_THOUSANDS = re.compile(r"\d{1,3}(?:[ ']\d{3})+")
#: From so many digits on, numbers side by side are one: a telephone, a SIRET.
_LONG_NUMBER = 9


def _marked(text: str) -> str:
    """Return a text as search sees it, with a mark for each apostrophe and hyphen, and every space it had."""
    if text.isascii():
        return text.lower().translate(_SEEN)
    # The accent that stands alone is an apostrophe here, and NFKD makes a space of it.
    return unicodedata.normalize("NFKD", text.replace("´", _SOFT)).casefold().translate(_SEEN)


def _one_number(found: re.Match[str]) -> str:
    digits = found[0].replace(" ", "").replace(_SOFT, "")
    return digits if len(digits) >= _LONG_NUMBER or _THOUSANDS.fullmatch(found[0]) else found[0]


def _with_numbers(marked: str) -> str:
    if "+" in marked or "00" in marked:
        marked = _ABROAD.sub("0", marked).replace("+", " ")
    return _NUMBER.sub(_one_number, marked)


def folded(text: str) -> str:
    """Return a text as it is looked through: one line, single spaces, nothing between the parts of a word."""
    marked = _marked(text)
    if not marked.isalpha():
        marked = _with_numbers(marked)
    if "st" in marked:
        marked = _SAINT.sub("saint", marked)
    return " ".join(marked.replace(_SOFT, "").split())


class Term(Struct, frozen=True):
    """One word asked for: one of `needles` stands in a folded text, and so does `pattern` where it is not empty.

    `seen` finds it in a text as `spans` looks at it.
    """

    needles: tuple[str, ...]
    pattern: str
    seen: str


@lru_cache(maxsize=64)
def terms(query: str) -> tuple[Term, ...]:
    """Return what a query asks: each of its words once, in any order."""
    marked = _with_numbers(_marked(query[:MOST_TYPED]))
    words = dict.fromkeys(tuple(filter(None, word.split(_SOFT))) for word in marked.split())
    return tuple(_term(pieces) for pieces in list(words)[:MOST_WORDS] if pieces)


def stands_in(text: str, asked: tuple[Term, ...]) -> bool:
    """Tell whether every word asked for stands in a folded text."""
    return all(
        any(needle in text for needle in term.needles)
        and (not term.pattern or re.search(term.pattern, text) is not None)
        for term in asked
    )


def _term(pieces: tuple[str, ...]) -> Term:
    """Return a word asked for; cut as « L'Haÿ » is, it is found whole, and where somebody left a space."""
    seen = "[ ']?".join(_seen(piece) for piece in pieces)
    needles = [""]
    for number, piece in enumerate(pieces):
        needles = [
            f"{begun}{gap}{one}"
            for begun in needles
            for gap in (("", " ") if number else ("",))
            for one in _either(piece)
        ]
        if len(needles) > MOST_NEEDLES:
            longest = max(pieces, key=lambda piece: (not piece.startswith("st"), len(piece)))
            pattern = " ?".join(f"(?:{'|'.join(map(re.escape, _either(one)))})" for one in pieces)
            return Term(_either(longest), pattern, seen)
    return Term(tuple(needles), "", seen)


def _either(word: str) -> tuple[str, ...]:
    return (word, f"saint{word[2:]}") if word.startswith("st") else (word,)


def _seen(word: str) -> str:
    """Return the pattern of a word in a marked text: apostrophes and hyphens may stand in it, spaces between digits."""
    if word.isdigit():
        body = "[ ']{0,2}".join(word)
        return rf"(?:0|(?:\+|00)(?:33|590|594|596|262)[ ']{{0,2}}0?[ ']{{0,2}}){body[1:]}" if word[0] == "0" else body
    written = [f"{_SOFT}?".join(map(re.escape, one)) for one in _either(word)]
    if word.startswith("saint"):
        written.append(rf"\bst{re.escape(word[5:])}" if word[5:] else r"\bst(?=(?:e|s|es)?\b)")
    elif len(word) > 1 and "saint".startswith(word):
        written.append(r"\bst\b")
    return f"(?:{'|'.join(written)})"


def looked_at(text: str) -> str:
    """Return a text in which `Term.seen` is found; its places are not those of the text, see `spans`."""
    return _marked(text)


def spans(text: str, asked: tuple[Term, ...]) -> tuple[tuple[int, int], ...]:
    """Return where words asked for stand in a text, from and to, in order and apart from each other."""
    marked: list[str] = []
    place: list[int] = []
    for index, char in enumerate(text):
        part = _marked(char)
        marked.append(part)
        place.extend([index] * len(part))
    line = "".join(marked)
    found = [
        (place[match.start()], place[match.end() - 1] + 1)
        for term in asked
        for match in re.finditer(term.seen, line)
        if match.end() > match.start()
    ]
    apart: list[tuple[int, int]] = []
    for begin, end in sorted(found):
        if apart and not text[apart[-1][1] : begin].strip(_SOFTS):  # « Grand-Bourg » is shown as one
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((begin, end))
    return tuple((begin, _with_accents(text, end)) for begin, end in apart)


def _with_accents(text: str, end: int) -> int:
    """Return the end of a match with the accents that are characters of their own."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
