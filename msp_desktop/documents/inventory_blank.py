"""The inventory to fill in by hand: the questions with room to write, then empty registers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.inventory_views import ThemeView
from msp_desktop.domain.letterhead import Letterhead

TITLE = "État des lieux, grille à remplir"

_LINES = 4
#: Height of a row one writes in, in millimetres.
_PEN = 11.0

_REGISTERS: tuple[tuple[str, str, tuple[str, ...], tuple[float, ...], int], ...] = (
    (
        "Les professionnels",
        "Tranche d’âge seulement\u00a0: moins de 40, 40–49, 50–54, 55–59, 60–64, 65 et plus. "
        "Départ\u00a0: annoncé, d’ici 2 ans, dans 3 à 5 ans, aucun connu. Restez factuel.",
        ("N°", "Nom", "Métier", "Lieu", "Âge", "Départ", "Seul", "Prêt"),
        (10, 42, 32, 26, 16, 20, 11, 11),
        16,
    ),
    ("Les offres de soins", "", ("N°", "Offre", "Nom", "Lieu", "À savoir"), (10, 42, 42, 34, 40), 7),
    ("Les dynamiques", "", ("N°", "Ce qui se passe", "Qui le porte", "À savoir"), (10, 66, 42, 50), 5),
    (
        "Les besoins",
        "Force\u00a0: 1 signalé, 2 fréquent, 3 pressant.",
        ("N°", "Besoin", "Qui le dit", "Public", "Force"),
        (10, 68, 38, 38, 14),
        6,
    ),
    ("Les opportunités", "", ("N°", "Opportunité", "Qui", "À savoir"), (10, 66, 42, 50), 5),
)


def write_inventory_blank(path: Path, head: Letterhead, themes: Sequence[ThemeView], made_at: datetime) -> BuildResult:
    """Write the grid with room to write under each question, and the registers' empty tables."""

    def story(density: float) -> list[Flowable]:
        out = [
            *blocks.title_block(TITLE, "À remplir avec les professionnels et la fédération"),
            Text("Date\u00a0: ……………………………   Rempli par\u00a0: ………………………………………………", style.style("dense")),
            blocks.gap(4),
            *_whole(blocks.sections(_rows(themes), density=density, foot=style.SECTION_RULE)),
            PageBreak(),
        ]
        for place, register in enumerate(_REGISTERS):
            out += [blocks.gap(7)] if place else []
            out += _register(*register)
        return out

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at)


def _whole(rows: Sequence[Flowable]) -> list[Flowable]:
    """Keep a question and its lines on one page."""
    return [flowable for row in rows for flowable in (CondPageBreak(46 * mm), row)]


def _rows(themes: Sequence[ThemeView]) -> list[blocks.Row]:
    rows, number = [], 0
    for theme in themes:
        for place, finding in enumerate(theme.findings):
            number += 1
            heading = Heading(typed(f"{number}. {finding.question}", fonts.BOLD), style.style("dense_bold"), level=3)
            rows.append(
                blocks.Row(
                    label=theme.title if not place else "",
                    content=[heading, blocks.writing_lines(_LINES)],
                    rule=0 if place else style.SECTION_RULE,
                )
            )
    return rows


def _register(title: str, hint: str, header: Sequence[str], widths: Sequence[float], count: int) -> list[Flowable]:
    rows = [[str(number), *[""] * (len(header) - 1)] for number in range(1, count + 1)]
    return [
        blocks.section_heading(title, room=60),
        *([Text(typed(hint), style.style("margin")), blocks.gap(1.5)] if hint else []),
        *blocks.open_table(header, rows, widths, stub=1, row_height=_PEN, summary=title),
    ]
