"""Our paragraph styles as styles of the Word file: changed once in Word, a look changes everywhere."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from reportlab.lib.styles import ParagraphStyle

from msp_desktop.documents import fonts

#: A face every Word has; ours is in the PDF only.
FACE = "Calibri"
#: Word's own styles where it has one for the purpose: its menus name them in the reader's language.
_BUILT_IN = {
    "subtitle": "Subtitle", "text": "Body Text", "quote": "Quote", "note": "Caption", "title": "Heading 1",
    "section": "Heading 2", "figure_title": "Heading 3",
}  # fmt: skip
#: What the others are called in the list of styles.
_NAMES = {
    "answer": "Réponse à cocher", "band_main": "Bandeau", "band_place": "Bandeau lieu", "band_small": "Bandeau détail", "bullet": "Liste",
    "cell": "Cellule", "cell_bold": "Cellule forte", "cell_right": "Cellule à droite", "clock": "Heure",
    "dense": "Corps serré", "dense_bold": "Corps serré fort", "group": "Groupe de lignes", "head": "Tête de colonne",
    "head_right": "Tête de colonne à droite", "intro": "Introduction", "italic": "Propos", "item": "Intitulé",
    "key": "Chiffre", "lead": "Chapeau", "margin": "Marge", "note_bold": "Note forte", "text_bold": "Corps fort",
    "tick": "Liste à cocher", "town_hall": "Mairie",
}  # fmt: skip
_BOLD, _ITALIC = "Strong", "Emphasis"


class Styles:
    """The styles of one Word file, made when they are first used."""

    def __init__(self, document: Any) -> None:
        self._styles = document.styles
        self._ours: dict[tuple[str, int, str], str] = {}
        for name in (_BOLD, _ITALIC):
            _plain(self._styles[name])

    def of(self, look: ParagraphStyle, *, level: int = 0, list_kind: str = "") -> str:
        """Return the name of the Word style of one of ours: as a heading of a level, or an item of a kind of list."""
        key = (look.name, level, list_kind)
        if key not in self._ours:
            self._ours[key] = self._make(look, level, list_kind)
        return self._ours[key]

    @staticmethod
    def of_run(font_name: str, look: ParagraphStyle) -> str | None:
        """Return the character style of words that stand out from their paragraph, None for the others."""
        if font_name == look.fontName:
            return None
        return {fonts.BOLD: _BOLD, fonts.ITALIC: _ITALIC}.get(font_name)

    def _make(self, look: ParagraphStyle, level: int, list_kind: str) -> str:
        name, base = _NAMES.get(look.name, look.name), "Normal"
        own = _BUILT_IN.get(look.name, "")
        if level and own != f"Heading {level}":
            name, base = f"Titre {level} {name.lower()}", f"Heading {level}"
        elif list_kind and look.name == "bullet":
            name = list_kind
        elif list_kind:
            base = list_kind
        elif own and (level or not own.startswith("Heading")):
            name = own
        if name in self._styles:
            found = self._styles[name]
        else:
            found = self._styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            found.base_style, found.quick_style = self._styles[base], True
        dress(found, look, indented=not list_kind)
        return str(found.name)


def dress(target: Any, look: ParagraphStyle, *, indented: bool = True) -> None:
    """Give a Word style the look of one of ours: face, size, colour, weight, air."""
    _plain(target)
    target.font.name, target.font.size = FACE, Pt(look.fontSize)
    target.font.color.rgb = RGBColor(*(round(255 * part) for part in look.textColor.rgb()))
    target.font.bold, target.font.italic = look.fontName == fonts.BOLD, look.fontName == fonts.ITALIC
    form = target.paragraph_format
    form.space_before, form.space_after = Pt(look.spaceBefore), Pt(look.spaceAfter)
    form.keep_with_next = bool(getattr(look, "keepWithNext", 0))
    form.alignment = WD_ALIGN_PARAGRAPH.RIGHT if look.alignment == 2 else WD_ALIGN_PARAGRAPH.LEFT
    if indented and look.leftIndent:
        form.left_indent = Pt(look.leftIndent)


def _plain(target: Any) -> None:
    """Take the template's theme away from a style: its faces and colours would win over ours."""
    properties = target.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:color", "w:sz", "w:szCs", "w:spacing", "w:kern", "w:caps"):
        for found in properties.findall(qn(tag)):
            properties.remove(found)
    if target.type == WD_STYLE_TYPE.PARAGRAPH:
        faces = properties.get_or_add_rFonts()
        for face in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
            faces.set(qn(face), FACE)
        frame = target.element.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
        if frame is not None:
            frame.getparent().remove(frame)  # the template underlines some titles
