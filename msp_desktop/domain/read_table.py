"""A table that another program wrote, as it was read: the names of its columns, its rows of words, what is to be told."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop.i18n import _


class ReadTable(Struct, frozen=True):
    """Columns and rows, all of one width; `lines` are the numbers of the rows in the file, as a spreadsheet shows them.

    `header_line` is 0 where no line of the file names the columns. `told` are sentences: which sheets were left aside,
    which merged cells were repeated, what is hidden.
    """

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()
    header_line: int = 1
    sheet: str = ""
    told: tuple[str, ...] = ()


def column_name(number: int, name: str = "") -> str:
    """Return what a column is called: its name, else « Colonne C », the letter a spreadsheet shows (0 is A)."""
    return name.strip() or _("Column {letter}").format(letter=column_letter(number))


def column_letter(number: int) -> str:
    """Return the letters of a column, 0 is A, 26 is AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
