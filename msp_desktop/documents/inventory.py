"""The inventory as it goes round the table: findings, counts and age bands, no name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, PageBreak

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import Content
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.chart_painter import PAPER_FRAME, chart_figure, squares
from msp_desktop.documents.common import furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed, typed_paragraphs
from msp_desktop.domain.charts import Chart
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.inventory_charts import age_chart, departure_chart, profession_chart
from msp_desktop.domain.inventory_views import InventoryView, ThemeView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.names import at_commune
from msp_desktop.formats.wording import capital

TITLE = "État des lieux"


def write_inventory(
    path: Target,
    head: Letterhead,
    view: InventoryView,
    remember: str,
    offer_words: dict[str, str],
    made_at: datetime,
) -> BuildResult:
    """Write the findings on the first page, the figures on the next, then the offers by kind."""

    def story(density: float) -> list[Flowable]:
        subtitle = f"La santé {at_commune(head.commune)} et autour, au {long_date(made_at.date())}"
        out = [
            *blocks.title_block(TITLE, subtitle, _intro(head, view)),
            *blocks.sections(_rows(view.themes, remember), density=density),
        ]
        if view.professionals:
            out += [PageBreak(), *_figures(view)]
        if view.offers:
            out += _offers(view, offer_words)
        return out

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at)


def _intro(head: Letterhead, view: InventoryView) -> str:
    made = "Dressé par la mairie."
    if view.inventory.made_with_federation is Tri.YES:
        made = f"Dressé avec {head.federation.with_article}"
        if view.inventory.shared_on:
            made += f" le {long_date(view.inventory.shared_on)}"
        made += "."
    elif view.inventory.shared_on:
        made = f"Dressé par la mairie, partagé avec {head.federation.with_article} le {long_date(view.inventory.shared_on)}."
    return f"{made} Des nombres et des tranches d’âge, aucun nom de professionnel."


def _rows(themes: Sequence[ThemeView], remember: str) -> list[blocks.Row]:
    rows = []
    for theme in themes:
        for index, finding in enumerate(theme.findings):
            answer = finding.answer.strip()
            said: list[Flowable] = list(typed_paragraphs(answer, style.style("text"))) if answer else []
            rows.append(
                blocks.Row(
                    label=theme.title if not index else "",
                    content=[
                        Heading(typed(finding.question, fonts.BOLD), style.style("dense_bold"), level=3),
                        *(said or [Text("À compléter.", style.style("margin"))]),
                    ],
                    rule=0 if index else style.SECTION_RULE,
                )
            )
    rows.append(blocks.Row(content=[Text(typed(remember), style.style("italic"))], rule=style.SECTION_RULE))
    return rows


def _figures(view: InventoryView) -> list[Flowable]:
    out: list[Flowable] = []
    departures = departure_chart(view, PAPER_FRAME)
    if view.departures:
        out += [*_chart(departures), blocks.gap(3), *_table(departures, [62, 26, 26, 28, 26])]
    else:
        out.append(Heading(typed(departures.title, fonts.BOLD), style.style("figure_title"), level=2))
    out += [blocks.gap(6), *_professions(view)]
    ages = age_chart(view, PAPER_FRAME)
    header = ["Tranches d’âge", *(label.removesuffix(" ans").removeprefix("Âge ") for label, _count in ages.rows)]
    row = ["Professionnels", *(count for _label, count in ages.rows)]
    rest = (style.TEXT_WIDTH / mm - 36) / (len(header) - 1)
    widths = [36.0, *[rest] * (len(header) - 1)]
    out.append(blocks.gap(6))
    out += blocks.open_table(header, [row], widths, numeric=range(1, len(header)), stub=1, summary=ages.title)
    return out


def _professions(view: InventoryView) -> list[Flowable]:
    """Return the professions as squares to count, here and nearby: the table is the chart."""
    chart = profession_chart(view, PAPER_FRAME)
    most = max(max(count.here, count.nearby) for count in view.counts)
    step = min(16.0, 36 * mm / most)
    rows: list[list[Content]] = [
        [
            capital(count.label),
            squares(count.here, step, "solid", "ici") or "aucun",
            squares(count.nearby, step, "hatched", "à proximité") or "aucun",
            str(count.here + count.nearby),
        ]
        for count in view.counts
    ]
    rows.append(list(chart.rows[-1]))
    return [
        Heading(typed(chart.title, fonts.BOLD), style.style("figure_title"), level=2),
        Text(typed(chart.subtitle), style.style("margin")),
        blocks.gap(2),
        *blocks.open_table(chart.header, rows, [48, 50, 50, 20], numeric=[3], stub=1, total=True, summary=chart.title),
    ]


def _chart(chart: Chart) -> list[Flowable]:
    # Long lists of professions or departures are told by their table: a figure must hold on a page.
    figure = [chart_figure(chart)] if chart.height < 150 * 2.8 else []
    return [
        CondPageBreak(min(chart.height, 420) + 60),
        Heading(typed(chart.title, fonts.BOLD), style.style("figure_title"), level=2),
        Text(typed(chart.subtitle), style.style("margin")),
        blocks.gap(2),
        *figure,
    ]


def _table(chart: Chart, widths: Sequence[float]) -> list[Flowable]:
    numeric = range(1, len(widths))
    return blocks.open_table(chart.header, chart.rows, widths, numeric=numeric, stub=1, summary=chart.title)


def _offers(view: InventoryView, words: dict[str, str]) -> list[Flowable]:
    rows = [
        [capital(words.get(offer.kind, offer.kind)), offer.name, offer.town or "dans la commune", offer.details]
        for offer in view.offers
    ]
    return [
        blocks.gap(7),
        blocks.section_heading("Les offres de soins"),
        *blocks.open_table(["Offre", "Nom", "Lieu", "À savoir"], rows, [44, 40, 34, 50], stub=1),
    ]
