"""The building blocks that all documents share; each takes typed text and gives flowables."""

from msp_desktop.documents.blocks.contents import Contents
from msp_desktop.documents.blocks.ending import ending
from msp_desktop.documents.blocks.headings import band, heading, key_figures, section_heading, title_block
from msp_desktop.documents.blocks.layout import Content, Row, columns, gap, height_of, rule, sections, whole
from msp_desktop.documents.blocks.letter import Letter, letter, next_sheet
from msp_desktop.documents.blocks.lists import bullets, checklist, names, postures, task
from msp_desktop.documents.blocks.notes import callout, private_note, writing_lines
from msp_desktop.documents.blocks.signatures import Signer, signature, signatures
from msp_desktop.documents.blocks.slip import Slip
from msp_desktop.documents.blocks.tables import Group, Line, open_table, row_heights

__all__ = [
    "Content", "Contents", "Group", "Letter", "Line", "Row", "Signer", "Slip", "band", "bullets", "callout", "checklist", "columns",
    "ending", "gap", "heading", "height_of", "key_figures", "letter", "names", "next_sheet", "open_table",
    "postures", "private_note", "row_heights", "rule", "section_heading", "sections", "signature", "signatures", "task",
    "title_block", "whole", "writing_lines",
]  # fmt: skip
