"""What official files tell has changed, as it goes round the table: counted by town and profession, nobody named."""

from __future__ import annotations

from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.tagging import Text
from msp_desktop.documents.text import glued, typed
from msp_desktop.domain.inventory_views import InventoryView
from msp_desktop.domain.what_changed import KINDS, WhatChanged, files_words, latest, sources_words, told
from msp_desktop.formats.french.case import capital

TITLE = "Ce qui a changé"
#: What stands for a town, and for a profession, that would designate somebody.
NEARBY, KEPT = "à proximité", "métier non dit"


def movements(view: InventoryView, changed: WhatChanged) -> list[Flowable]:
    """Return what the last file of each source tells changed, and which files were read; nothing where none was."""
    last = latest(changed.changes)
    rows = [
        [capital(KINDS[one.kind][0]), one.what or KEPT, one.town or "–", str(one.count)]
        for one in told(last, view.professionals, NEARBY)
    ]
    table = (
        [
            blocks.section_heading(TITLE),
            blocks.gap(1.5),
            *blocks.open_table(
                ["Mouvement", "Métier ou offre", "Commune", "Nombre"], rows, [44, 58, 46, 20], numeric=[3], stub=1,
                air=1.6, summary=TITLE,
            ),
            blocks.gap(1),
        ]
        if rows
        else []
    )  # fmt: skip
    sources = sources_words(last) or tuple(filter(None, (files_words(changed.files),)))
    lines = [Text(typed(glued(f"Source\u00a0: {words}.")), style.style("note")) for words in sources]
    return [blocks.gap(6), *table, *lines] if lines else []
