"""The road to a health centre, and the preliminary diagnosis, as papers."""

from __future__ import annotations

from msp_desktop.db.reader import Reader
from msp_desktop.i18n import _
from msp_desktop.method.road import kit_road
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.preliminary import preliminary_diagnosis
from msp_desktop.services.road_paper import designated, remarks, road_page


def _make(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.road import write_road

    kit = kit_road()
    words = (kit.years, kit.core.asks, kit.afterwards)
    result = write_road(path, letterhead(reader), road_page(reader, context.today), words, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _remarks(reader: Reader, context: Context) -> tuple[str, ...]:
    return remarks(reader, context.today)


def _make_diagnostic(reader: Reader, context: Context, path: Target) -> Made:
    from msp_desktop.documents.diagnostic import write_diagnostic

    page = preliminary_diagnosis(reader, context.today)
    result = write_diagnostic(path, letterhead(reader), page, context.now)
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def _about_diagnostic(reader: Reader, context: Context) -> tuple[str, ...]:
    form = _("The ARS may ask for another form: show it to the federation first.")
    return (form, *designated(reader, context.today))


PATH = Paper(
    "path", "Le chemin vers une maison de santé", "chemin-maison-de-sante", tab="project", make=_make, remarks=_remarks
)  # fmt: skip
DIAGNOSTIC = Paper(
    "diagnostic", "Diagnostic préalable, à compléter", "diagnostic-prealable", tab="project", make=_make_diagnostic,
    remarks=_about_diagnostic, editable=True,
)  # fmt: skip
