"""A sheet as it stands in a file: lines of words, and how its cells are merged and hidden."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.domain.read_table import column_letter
from msp_desktop.exchange.tables.kinds import MOST_COLUMNS, MOST_ROWS, Table, too_large
from msp_desktop.i18n import _, ngettext

#: Most merged ranges, and most cells filled from them: a list that somebody laid out by hand has some hundreds.
MOST_RANGES, MOST_FILLED = 20_000, 200_000
#: How many places are named in a sentence.
_NAMED = 6


class Merged(Struct, frozen=True):
    """A range of cells merged into one: first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet(Struct, frozen=True):
    """A sheet: each line's cells as words, the merged ranges, and what is hidden of it."""

    rows: Table
    name: str = ""
    merged: tuple[Merged, ...] = ()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: int = 0
    errors: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    has_comments: bool = False


def fill_down(sheet: Sheet) -> list[str]:
    """Give each row a cell merged over several has its words, in place; return where, « C2 à C3 ».

    Of a range of several columns the first one is filled only: its words belong there. UserError for too many.
    """
    places = []
    filled = 0
    if len(sheet.merged) > MOST_RANGES:
        raise too_large()
    for area in sheet.merged:
        bottom = min(area.bottom, len(sheet.rows) - 1, MOST_ROWS)
        if area.left >= MOST_COLUMNS or area.top >= bottom or area.left >= len(sheet.rows[area.top]):
            continue
        words = sheet.rows[area.top][area.left]
        if not words.strip():
            continue
        filled += bottom - area.top
        if filled > MOST_FILLED:
            raise too_large()
        for row in sheet.rows[area.top + 1 : bottom + 1]:
            row.extend([""] * (area.left + 1 - len(row)))
            row[area.left] = row[area.left] if row[area.left].strip() else words
        letter = column_letter(area.left)
        places.append(_("{first} to {last}").format(first=f"{letter}{area.top + 1}", last=f"{letter}{bottom + 1}"))
    return places


def told_of(sheet: Sheet, filled: list[str]) -> tuple[str, ...]:
    """Return sentences on what was filled, what is hidden and read all the same, and cells that hold an error."""
    told = []
    if filled:
        told.append(_("Merged cells, whose words were repeated on each row: {cells}.").format(cells=named(filled)))
    if sheet.hidden_rows:
        count = len(sheet.hidden_rows)
        told.append(
            ngettext(
                "{count} row that the spreadsheet hides was read too.",
                "{count} rows that the spreadsheet hides were read too.",
                count,
            ).format(count=count)
        )
    if sheet.hidden_columns:
        told.append(_("Columns that the spreadsheet hides were read too."))
    if sheet.errors:
        told.append(
            _("Cells that hold an error of calculation, left empty: {cells}.").format(cells=named(sheet.errors))
        )
    if sheet.uncounted:
        told.append(
            _(
                "Calculated cells whose result is not in the file, left empty: {cells}. To read them, open the file in "
                "your spreadsheet program and save it again."
            ).format(cells=named(sheet.uncounted))
        )
    if sheet.has_comments:
        told.append(_("The comments attached to cells were not read."))
    return tuple(told)


def named(words: list[str] | tuple[str, ...]) -> str:
    """Return the first words of a list, « … » for the others."""
    return ", ".join([*words[:_NAMED], *(["…"] if len(words) > _NAMED else [])])
