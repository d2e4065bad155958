"""The road to a health centre as a paper."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.method.road import kit_road
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.road_paper import remarks, road_page


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.road import write_road

    kit = kit_road()
    words = (kit.years, kit.core.asks, kit.afterwards)
    result = write_road(path, letterhead(reader), road_page(reader, context.today), words, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _remarks(reader: Reader, context: Context) -> tuple[str, ...]:
    return remarks(reader, context.today)


PATH = Paper(
    "path", "Le chemin vers une maison de santé", "chemin-maison-de-sante", tab="project", make=_make, remarks=_remarks
)  # fmt: skip
