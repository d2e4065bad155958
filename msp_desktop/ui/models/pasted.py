"""Cells copied from a spreadsheet, as rows of texts."""

from __future__ import annotations

import csv


def pasted_cells(text: str) -> list[list[str]]:
    """Return the rows of cells of a clipboard's text; a cell of several lines is quoted, as spreadsheets do."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    plain = [line.split("\t") for line in text.split("\n")]
    if '"' not in text:
        return plain
    try:
        return list(csv.reader(text.splitlines(keepends=True), delimiter="\t", strict=True))
    except csv.Error:
        return plain  # a quotation mark that is only a quotation mark
