"""What people typed, made safe for a document: escaped, normalised, and drawn whatever its alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle

from msp_desktop.documents import bidi, fonts
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.tagging.canvas import REPLACED

#: Longest paragraph handed to ReportLab, whose line breaking is quadratic (characters).
LONGEST = 2000
#: After « . », « ! », « ? », « … » and what closes a quotation, but not after an initial, « M. » or « MM. »; after
#: « ; », « : », « , ».
_SENTENCE_ENDS = re.compile(r"(?<![ (\u00a0][A-Z])(?<!\bMM)[.!?…](?:[ \u00a0\u202f]?[»”\")])?(?= [^a-zà-ÿ»])")
_PART_ENDS = re.compile(r"[;:,](?= )")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_DROPPED = ("Cc", "Cf")
#: What continues a picture: variation selectors, skin tones, joiners, tags, combining marks above.
_CONTINUES = re.compile("[\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
#: An e-mail address with a hyphen, at which no line ends: one could not tell whether the hyphen is part of it.
_ADDRESS = re.compile(r"[\w.+]*(?:-[\w.+]*)*@[\w.]+-[\w.-]*\w|[\w.+]+-[\w.+-]*@[\w.-]*\w")
_SPACES = "[ \u00a0]"
#: What is filled in by hand, and the « n° » before it.
_BLANK = re.compile(r"\s*(?:n°\s*)?_{3,}")
#: The space inside guillemets and before a double sign, at which no line ends.
_SIGN = re.compile(r"(?<=«) (?=\S)|(?<=\S) (?=[»:;?!](?!\w))")
_GLUE = (
    re.compile(rf"(?i)(\b(?:au|le|du)){_SPACES}(?=(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche){_SPACES}\d)"),
    re.compile(rf"(?i)\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche){_SPACES}(?=\d)"),
    re.compile(
        rf"(?i)(\b(?:1er|[0-9]{{1,2}})){_SPACES}(?=janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
    ),
    re.compile(rf"(\bà|\d|\bjour|\bpage){_SPACES}(?=\d|h\b|km\b|min\b|%|€)"),
    re.compile(rf"(n°){_SPACES}(?=\w)"),
    re.compile(rf"(\bM\.|\bMme|\bMM\.|\bDr|\bPr|\bMe){_SPACES}(?=\w)"),
)


def without_blanks(title: str) -> str:
    """Return what a file or a bookmark is called: « Arrêté » where the page has « Arrêté n° ________ » to fill in."""
    return _BLANK.sub("", title)


def normalised(text: str) -> str:
    """Return the text in NFC, with plain line ends, without control characters (of direction too)."""
    text = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", " ")
    if text.isprintable():
        return text
    return "".join(c for c in text if c == "\n" or _CONTINUES.match(c) or unicodedata.category(c) not in _DROPPED)


def glued(text: str) -> str:
    """Tie with no-break spaces what must not part: « mardi 12 mai », « à 18 h 30 », « M. Faure »."""
    for pattern in _GLUE:
        text = pattern.sub("\\1\u00a0", text)
    return text


def typed(text: str, face: str = fonts.REGULAR) -> str:
    """Return markup that draws exactly the typed text, with « ▯ » for a glyph that no bundled face has."""
    text = _SIGN.sub("\u00a0", normalised(text))
    known = fonts.characters(face)
    parts: list[str] = []
    position = 0
    for stretch in bidi.STRETCH.finditer(text):
        parts.append(_left_to_right(text[position : stretch.start()], known))
        parts.append(_said(stretch[0], _left_to_right(bidi.visual(stretch[0]), known, silent=True)))
        position = stretch.end()
    parts.append(_left_to_right(text[position:], known))
    markup = "".join(parts)
    if "@" in markup:
        markup = _ADDRESS.sub(r"<nobr>\g<0></nobr>", markup)
    return markup.replace("\n", "<br/>")


def _left_to_right(text: str, known: frozenset[int], *, silent: bool = False) -> str:
    """Escape a text and change face where the text face lacks a character."""
    if known.issuperset(map(ord, text.replace("\n", ""))):
        return escape(text)
    parts: list[str] = []
    fallback = fonts.characters(fonts.FALLBACK)
    for run, kind in face_runs(text, known, fallback):
        if kind == "text":
            parts.append(escape(run))
        elif kind == "fallback":
            parts.append(f'<font name="{fonts.FALLBACK}">{escape(run)}</font>')
        else:
            box = f'<font name="{fonts.FALLBACK}">{REPLACED}</font>'
            parts.append(box if silent else _said(REPLACED + run, box))
    return "".join(parts)


def face_runs(text: str, known: frozenset[int], fallback: frozenset[int]) -> Iterator[tuple[str, str]]:
    """Cut a text into runs of one face (« text », « fallback » or « missing »); a missing picture is a run of its own, with what continues it."""
    run, kind = "", ""
    for letter in text:
        code = ord(letter)
        if _CONTINUES.match(letter) or (kind == "missing" and run.endswith("\u200d")):
            if kind == "missing":
                run += letter
            continue
        if kind == "fallback" and letter == " ":
            run += letter
            continue
        here = "text" if code in known or letter == "\n" else "fallback" if code in fallback else "missing"
        if run and (here != kind or here == "missing"):
            yield run, kind
            run = ""
        run, kind = run + letter, here
    if run:
        yield run, kind


def _said(text: str, markup: str) -> str:
    """Say what the glyphs of some markup stand for (ActualText)."""
    label = text.encode("utf-8", "replace").hex()
    return f'<onDraw name="say" label="{label}"/>{markup}<onDraw name="say" label=""/>'


def pieces(text: str) -> list[str]:
    """Cut a text into paragraphs: its lines, and long lines after a sentence."""
    out: list[str] = []
    for line in normalised(text).split("\n"):
        rest = line.strip()
        while len(rest) > LONGEST:
            cut = _cut(rest)
            out.append(rest[:cut].rstrip())
            rest = rest[cut:].lstrip()
        if rest:
            out.append(rest)
    return out


def _cut(text: str) -> int:
    """Return where a line too long for one paragraph is cut: after a sentence, else after a part of one, else at a space."""
    for signs, first, last in (
        (_SENTENCE_ENDS, LONGEST // 4, LONGEST), (_SENTENCE_ENDS, LONGEST, 2 * LONGEST), (_PART_ENDS, LONGEST // 2, LONGEST)
    ):  # fmt: skip
        ends = [found.end() for found in signs.finditer(text, first, last)]
        if ends:
            return ends[0] if first == LONGEST else ends[-1]
    cut = text.rfind(" ", LONGEST // 2, LONGEST)
    return LONGEST if cut < 0 else cut


def typed_paragraphs(text: str, style: ParagraphStyle) -> list[Text]:
    """Return one tagged paragraph for each line of what was typed; empty lines are left out."""
    return [Text(typed(piece, style.fontName), style) for piece in pieces(text)]
