"""Lines of a list that are no entry: a heading between the rows, a total, a note, the names of the columns again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msp_desktop.domain.imports import Match
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.method.professions import named_profession

_NAMES = ("last_name", "full_name")
_TOTAL = re.compile(r"(?:sous )?tota(?:l|ux)\b|nombre (?:de|total)\b|effectif\b")
#: What a name never has, and a note below a table often: « Source : ARS, mars 2026 ».
_NOTE = re.compile(r"[:*©=]|\d{2}")
#: How a note begins whatever stands beside it, and the words with which one begins that stands alone.
_NOTE_WORDS = frozenset(("nb", "n b", "nota", "nota bene", "legende", "source", "sources", "remarque", "remarques"))
_NOTE_ALONE = re.compile(
    r"(?:nb|nota|legende|sources?|remarques?|document|documents|annuaire|liste|confidentiel|page \d|mise a jour|maj|mis a jour|"
    r"tableau|fichier|donnees|edite|extrait)\b"
)
#: How a line below a table begins in any list: « Source : enquête 2026 ».
_SOURCE = re.compile(r"(?:sources?|nb|légende|mise à jour)\s*:", re.IGNORECASE)
#: What a list calls a post that nobody has.
_VACANT = re.compile(
    r"(?:(?:poste|postes|cabinet|place|emploi)(?: \w+)? )?(?:vacante?s?|non pourvue?|a pourvoir|a recruter|inoccupee?)"
    r"|recrutement(?: en cours)?|en cours de recrutement|neant|aucune?|personne"
)
#: Words with which a heading begins that says no profession: those below it are not of the heading above.
_GROUP = re.compile(
    r"(?:autres?(?: \w+)*|divers|(?:professions? )?(?:para ?medicale?s?|paramedicaux|medico sociale?s?|sociale?s?)|professionnels? .*|"
    r"structures?|etablissements?|services?|specialistes?|medicaux|medical|social|hors commune|retraites?)"
)
#: The longest name that stands alone in its row, in words.
_WORDS = 6


def heading_of(register: str, match: Match, cells: Sequence[str]) -> str:
    """Return the profession that a line alone says for the rows below it (« INFIRMIERS »), "" for any other line."""
    alone = _alone(cells)
    if register != "professionals" or alone < 0:
        return ""
    words = cells[alone].strip()
    said = named_profession(words)
    if match[alone : alone + 1] == ("profession",) and not (words.isupper() or words.partition(" ")[0].endswith("s")):
        return ""  # in the column of professions, « pharmacien » is somebody without a name
    return words if said.code and not said.doubt and not said.body else ""


def says_profession(match: Match, cells: Sequence[str]) -> bool:
    """Tell whether a row says its own profession: a heading above counts no more below it."""
    return any(field == "profession" and cell.strip() for field, cell in zip(match, cells, strict=False))


def ends_heading(register: str, match: Match, cells: Sequence[str]) -> bool:
    """Tell whether a line alone is a heading that says no profession (« AUTRES »): the one above counts no more below it."""
    alone = _alone(cells)
    if register != "professionals" or len(match) < 2 or not 0 <= alone < len(match) or match[alone] not in _NAMES:
        return False
    return bool(_GROUP.fullmatch(fold(cells[alone][:100]).strip(" :")))


def why_aside(register: str, names: Sequence[str], match: Match, cells: Sequence[str]) -> str:
    """Return why a line is no entry of a register, "" where it may be one."""
    filled = [(name, cell.strip()) for name, cell in zip(names, cells, strict=False) if cell.strip()]
    if len(filled) > 1 and all(fold(name) == fold(cell) for name, cell in filled):
        return _("the names of the columns again")
    if filled and _TOTAL.match(fold(filled[0][1][:100])) and not any(_has_letters(cell) for _name, cell in filled[1:]):
        return _("a total")
    if register != "professionals":
        return _("a note") if len(filled) == 1 and _SOURCE.match(filled[0][1]) else ""
    if heading_of(register, match, cells):
        return _("a heading, taken for the profession of the rows below it")
    if ends_heading(register, match, cells):
        return _("a heading")
    named = {field: fold(cell[:100]) for field, cell in zip(match, cells, strict=False) if cell.strip() and field}
    name = " ".join(filter(None, (named.get(field, "") for field in ("last_name", "full_name", "first_name"))))
    if _VACANT.fullmatch(name):
        return _("a post that nobody has")
    alone = _alone(cells)
    if len(match) > 1 and 0 <= alone < len(match) and match[alone] in _NAMES:
        words = cells[alone].strip()
        if _NOTE.search(words) or _NOTE_ALONE.match(fold(words)) or len(words.split()) > _WORDS:
            return _("a note")
    if (
        filled
        and fold(filled[0][1][:100]).strip(" :*") in _NOTE_WORDS
        and set(named) <= {*_NAMES, "first_name", "profession"}
    ):
        return _("a note")
    return ""


def _alone(cells: Sequence[str]) -> int:
    """Return the place of a line's only cell that is filled, -1 where there are several."""
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    return filled[0] if len(filled) == 1 else -1


def _has_letters(cell: str) -> bool:
    return any(character.isalpha() for character in cell)
