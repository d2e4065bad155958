"""The table of roles on a wide page: what each party does for each responsibility, and which lines nobody leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import glued, typed
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.roles import Cell, RoleRow, RoleTable, Share, parted
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.numbers import counted, in_letters

TITLE = "Tableau des rôles"
_HEADING = "Qui fait quoi, avec qui"
#: Width of the text, of all parties' columns together and the most of one, in millimetres; most columns in one table.
_WIDE, _PARTIES, _WIDEST, _MOST = 255.0, 167.0, 36.0, 6
#: What is above and below a row, in millimetres, the first that lets the table hold on its page; the room there, in points.
_AIRS, _ROOM = (2.6, 1.9, 1.25), 122 * mm
#: Beyond so many lines, no page holds them all.
_MANY = 12
_UNDECIDED = "à décider\u00a0: qui mène"
#: The box around a word, in points.
_CHIP_WIDTH, _CHIP_HEIGHT = 20 * mm, 4.9 * mm
#: What each word asks, said under the table.
_MEANINGS = {
    Share.LEADS: "répond du résultat, un seul par ligne",
    Share.TAKES_PART: "apporte temps, idées ou moyens",
    Share.INFORMED: "sait où l’on en est",
}
#: Names said one by one of lines that nobody leads; beyond, they are counted.
_NAMED = 6


def write_roles(
    path: Target, head: Letterhead, table: RoleTable, words: dict[str, str], made_at: datetime
) -> BuildResult:
    """Write the table; `words` are those of the three shares. Many parties make several tables, one under the other."""
    columns = parted(table.parties, _MOST)

    def story(_density: float) -> list[Flowable]:
        width = _WIDE * mm - style.MARGIN_COLUMN
        flowables = list(blocks.title_block(_HEADING, "", _subtitle(table), width=width, after=3.5))
        for number, places in enumerate(columns):
            if number:
                flowables.append(blocks.gap(6))
            flowables += _table(table, places, words)
        return [*flowables, blocks.gap(3), *_foot(table, words)]

    page = furniture(head, TITLE, made_at.date(), beside_arms=True)
    return build(path, story, page, made_at=made_at, landscape=True)


def _subtitle(table: RoleTable) -> str:
    return glued(f"{_responsibilities(table)}, à relire ensemble. Un seul responsable par ligne.")


def _responsibilities(table: RoleTable) -> str:
    """Return « Sept responsabilités »."""
    count = len(table.rows)
    return f"{capital(in_letters(count, feminine=True))} {agreeing(count, 'responsabilité')}"


def _table(table: RoleTable, places: range, words: dict[str, str]) -> list[Flowable]:
    each = min(_WIDEST, _PARTIES / max(1, len(places)))
    head = ["Responsabilité", *(table.parties[place].name for place in places)]
    rows = [[_responsibility(row), *(_cell(row.cells[place], words) for place in places)] for row in table.rows]
    widths = [_WIDE - each * len(places), *[each] * len(places)]
    found: list[Flowable] = []
    for air in _AIRS if len(rows) <= _MANY else _AIRS[-1:]:
        found = blocks.open_table(head, rows, widths, stub=1, air=air, summary=_summary(table, places))
        if found[-1].wrap(_WIDE * mm, _ROOM)[1] <= _ROOM:
            break
    return found


def _summary(table: RoleTable, places: range) -> str:
    parties = ", ".join(table.parties[place].name for place in places)
    return f"{TITLE}\u00a0: {_responsibilities(table)}. Colonnes\u00a0: {parties}."


def _responsibility(row: RoleRow) -> list[Flowable]:
    notes = [line for line in row.note.splitlines() if line.strip()]
    if not row.leads():
        notes.insert(0, _UNDECIDED)
    return [
        Text(typed(row.responsibility, fonts.BOLD), style.style("cell_bold")),
        *(Text(typed(line), style.style("note")) for line in notes),
    ]


def _cell(cell: Cell, words: dict[str, str]) -> list[Flowable]:
    found: list[Flowable] = []
    if cell.share:
        found.append(Chip(words[cell.share], cell.share))
    elif not cell.who:
        found.append(Text("–", style.style("note")))
    if cell.who:
        found.append(Text(typed(glued(cell.who)), style.style("name_under")))
    return found


class Chip(Text):
    """A word in its box: full for who leads, a frame for who takes part, none for who is kept informed."""

    def __init__(self, words: str, share: Share) -> None:
        bold = share is Share.LEADS
        name = {Share.LEADS: "chip_full", Share.TAKES_PART: "chip_frame"}.get(share, "chip_bare")
        Text.__init__(self, typed(words, fonts.BOLD if bold else fonts.REGULAR), style.style(name))
        self.share_shown = share

    def wrap(self, availWidth: float, _availHeight: float) -> tuple[float, float]:  # noqa: N803 – ReportLab's name
        """Take the room of the box, whatever the word."""
        Text.wrap(self, _CHIP_WIDTH if self.share_shown is not Share.INFORMED else availWidth, 1e6)
        self.width, self.height = min(_CHIP_WIDTH, availWidth), _CHIP_HEIGHT
        return self.width, self.height

    def split(self, _aW: float, _aH: float) -> list[Any]:  # noqa: N803
        """Never split: it is one line."""
        return []

    def draw(self) -> None:
        """Draw the box as decoration, then the word."""
        canvas: Any = self.canv
        if self.share_shown is not Share.INFORMED:
            with canvas.artifact("Layout"):
                canvas.saveState()
                canvas.setStrokeColor(style.INK)
                canvas.setFillColor(style.TEAL)
                canvas.setLineWidth(0.7)
                canvas.rect(0, 0.4, self.width, _CHIP_HEIGHT - 0.8, stroke=1, fill=int(self.share_shown is Share.LEADS))
                canvas.restoreState()
        canvas.saveState()
        canvas.translate(0, -0.6)
        super().draw()
        canvas.restoreState()


# --- what stands under the table -----------------------------------------------------------------


def _foot(table: RoleTable, words: dict[str, str]) -> list[Flowable]:
    legend: list[list[Any]] = [[]]
    widths: list[float] = []
    for share, meaning in _MEANINGS.items():
        legend[0] += [[Chip(words[share], share)], [Text(typed(meaning), style.style("legend"))]]
        widths += [_CHIP_WIDTH + 2 * mm, fonts.width(meaning, fonts.REGULAR, 9) + 7 * mm]
    said = [Text(typed(line, fonts.BOLD), style.style("note_bold")) for line in unled(table)]
    return [layout(legend, widths), blocks.gap(2), *said]


def unled(table: RoleTable) -> list[str]:
    """Return the sentences that say which lines nobody leads, and which several do."""
    lines = []
    for rows, one, many in (
        (table.without_lead(), "Une ligne reste sans responsable", "lignes restent sans responsable"),
        (table.led_by_several(), "Plusieurs mènent une même ligne", "lignes sont menées par plusieurs"),
    ):
        if rows:
            start = one if len(rows) == 1 else f"{len(rows)}\u00a0{many}"
            lines.append(f"{start}\u00a0: {_listed(rows)}.")
    return lines or (["Chaque ligne a son responsable."] if table.rows else [])


def _listed(rows: Sequence[RoleRow]) -> str:
    names = [f"«\u00a0{row.responsibility}\u00a0»" for row in rows[:_NAMED]]
    more = len(rows) - len(names)
    if more:
        names.append(f"et {counted(more, 'autre')}")
    return ", ".join(names)
