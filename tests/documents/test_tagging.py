"""ReportLab's private names are used in one file, and are still there."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path
from typing import Any

import reportlab
from reportlab.lib import rl_accel
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen import canvas as pdf_canvas
from reportlab.pdfgen import pathobject, textobject
from reportlab.platypus import Frame, KeepTogether, Spacer, Table, TopPadder, paragraph

from msp_desktop.documents.blocks.layout import layout
from msp_desktop.documents.tagging import internals
from msp_desktop.documents.tagging.internals import OpenCanvas, OpenText
from msp_desktop.documents.tagging.table import Grounded

FILE = Path(internals.__file__)
DOCUMENTS = FILE.parent.parent
PRIVATE = re.compile(r"_[A-Za-z]\w*")


def private_names(source: str) -> set[str]:
    """Return the private names that a source reads, sets or overrides on an object."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.ClassDef):
            found |= {part.name for part in node.body if isinstance(part, ast.FunctionDef)}
    return {name for name in found if PRIVATE.fullmatch(name)}


def names_of_reportlab() -> set[str]:
    """Return every private attribute and method that ReportLab's own sources have."""
    found: set[str] = set()
    for file in Path(reportlab.__file__).parent.rglob("*.py"):
        found.update(re.findall(r"(?:\.|def )(_[A-Za-z]\w*)", file.read_text("utf-8", "replace")))
    return found


def test_the_private_names_of_reportlab_are_in_one_file() -> None:
    theirs = names_of_reportlab()
    assert "_textOut" in theirs
    assert "_cellvalues" in theirs
    for file in DOCUMENTS.rglob("*.py"):
        if file != FILE:
            used = private_names(file.read_text("utf-8")) & theirs
            assert not used, file


def test_the_private_names_we_use_are_still_there() -> None:
    canvas = OpenCanvas(io.BytesIO())
    text = OpenText(canvas)
    table = Table([["a"]], colWidths=[10], style=[("LINEABOVE", (0, 0), (-1, 0), 1, "black")])
    table.wrap(10, 10)
    frame = Frame(0, 0, 10, 10)
    group, padder = KeepTogether([Spacer(1, 1)]), TopPadder(Spacer(1, 1))
    there: dict[str, list[Any]] = {
        "_wsc": [paragraph],
        "_hyGenPair": [paragraph],
        "_code": [canvas, text],
        "_doc": [canvas],
        "_bookmarkReference": [canvas],
        "_addAnnotation": [canvas],
        "_pagesize": [canvas],
        "_timeStamp": [canvas.pdf],
        "_canvas": [text],
        "_textOut": [text],
        "_y": [frame],
        "_atTop": [frame],
        "_y1p": [frame],
        "_height": [frame],
        "_cellvalues": [table],
        "_argW": [table],
        "_rowHeights": [table],
        "_cellStyles": [table],
        "_bkgrndcmds": [table],
        "_linecmds": [table],
        "_calc": [table],
        "_spanCmds": [table],
        "_content": [group],
        "_TopPadder__f": [padder],
    }
    # Only set while a paragraph is drawn.
    drawing = {"_curr_tx_info"}
    assert drawing <= set(re.findall(r"canvas\.(_\w+)=dict", Path(paragraph.__file__).read_text("utf-8")))
    assert private_names(FILE.read_text("utf-8")) == set(there) | drawing, "say here where each name lives"
    for name, owners in there.items():
        for owner in owners:
            assert hasattr(owner, name), f"{type(owner).__name__}.{name} is gone from this ReportLab"
    assert callable(paragraph.split)
    assert callable(ttfonts.makeToUnicodeCMap)
    assert {"Metadata", "MarkInfo"} <= set(pdfdoc.PDFCatalog.__NoDefault__)
    assert "Annots" in pdfdoc.PDFPage.__NoDefault__


def test_numbers_are_written_as_reportlab_writes_them() -> None:
    values = (0, 1, -1, 0.5, -0.25, 1e-9, 3.14159265, 841.8898, 12345.678, 1e6)
    for module in (pdf_canvas, pathobject, textobject):
        assert [module.fp_str(value) for value in values] == [rl_accel.fp_str(value) for value in values]
        assert module.fp_str(values) == module.fp_str(*values) == rl_accel.fp_str(values)


def test_a_table_is_measured_once_for_a_width() -> None:
    asked: list[float] = []

    def wrap(wide: float, _high: float) -> tuple[float, float]:
        asked.append(wide)
        return wide, 10.0

    inside = Spacer(1, 10)
    inside.wrap = wrap
    table = Grounded([[[inside]]], colWidths=[50])
    sizes = [table.wrap(wide, high) for wide, high in ((100, 50), (100, 20), (60, 20), (60, 50), (100, 50))]
    assert len(set(sizes)) == 1
    assert len(asked) == 3


def test_a_note_that_holds_is_still_cut_in_two_parts_for_the_cell_it_stands_in() -> None:
    note = layout([["Rester bref."]], ["100%"])
    note.wrap(200, 1000)
    parts = note.split(200, 1000)
    assert parts[0] is note
    assert [part.wrap(200, 1000)[1] for part in parts[1:]] == [0]
