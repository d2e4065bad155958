"""The inventory as it goes round the table: findings, registers, counts and age bands, no name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.blocks.layout import Content
from msp_desktop.documents.build import BuildResult, Carried, Target, build
from msp_desktop.documents.chart_painter import PAPER_FRAME, chart_figure, squares
from msp_desktop.documents.common import furniture
from msp_desktop.documents.inventory_registers import RegisterWords, registers
from msp_desktop.documents.movements import movements
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import glued, typed, typed_paragraphs
from msp_desktop.domain.charts import Chart
from msp_desktop.domain.inventory import Tri
from msp_desktop.domain.inventory_charts import age_chart, departure_chart, profession_chart
from msp_desktop.domain.inventory_privacy import designates, nobody_named
from msp_desktop.domain.inventory_views import FindingView, InventoryView
from msp_desktop.domain.letterhead import Letterhead
from msp_desktop.domain.public_figures import FigureView, limits
from msp_desktop.domain.what_changed import NOTHING_CHANGED, WhatChanged
from msp_desktop.formats.dates import long_date
from msp_desktop.formats.french.case import after_colon, capital

TITLE = "État des lieux"


def write_inventory(
    path: Target,
    head: Letterhead,
    view: InventoryView,
    remember: str,
    words: RegisterWords,
    made_at: datetime,
    changed: WhatChanged = NOTHING_CHANGED,
    carried: Carried | None = None,
) -> BuildResult:
    """Write the findings, or what the registers say where none is written; the registers; what changed; then the figures."""

    def story(density: float) -> list[Flowable]:
        subtitle = glued(f"La santé {head.at_commune} et autour, au {long_date(made_at.date())}")
        out = [
            *blocks.title_block(TITLE, subtitle, _intro(head, view)),
            *blocks.sections(_rows(view, remember), density=density),
            *registers(view, words, head.commune),
            *movements(view, changed),
        ]
        return [*out, *_figures(view)] if view.professionals else out

    return build(path, story, furniture(head, TITLE, made_at.date()), made_at=made_at, carried=carried)


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


def _rows(view: InventoryView, remember: str) -> list[blocks.Row]:
    rows = []
    for theme in view.themes:
        for index, finding in enumerate(theme.findings):
            said = [*_said(finding), *_public(view.figures_for(finding))]
            rows.append(
                blocks.Row(
                    label=theme.title if not index else "",
                    content=[
                        Heading(typed(finding.question, fonts.BOLD), style.style("dense_bold"), level=3),
                        *said,
                    ],
                    rule=0 if index else style.SECTION_RULE,
                )
            )
    rows.append(blocks.Row(content=[Text(typed(remember), style.style("italic"))], rule=style.SECTION_RULE))
    return rows


def _said(finding: FindingView) -> list[Flowable]:
    """Return a finding; where nobody has written one, what the registers say, and that it comes from them."""
    if finding.answer.strip():
        return list(typed_paragraphs(finding.answer, style.style("text")))
    if not finding.draft:
        return [Text("À compléter.", style.style("margin"))]
    return list(typed_paragraphs(after_colon("D’après les registres", finding.draft), style.style("text")))


def _public(figures: Sequence[FigureView]) -> list[Flowable]:
    """Return the public figures that support a finding, with their source and year, then what they do not say."""
    said = [*(figure.line for figure in figures), *limits(figures)]
    return [Text(typed(line), style.style("margin")) for line in said]


def _figures(view: InventoryView) -> list[Flowable]:
    departures = departure_chart(view, PAPER_FRAME, public=True)
    out: list[Flowable] = [blocks.gap(8)]
    if view.departures:
        hidden = nobody_named(sum(designates(span, view.counts) for span in view.departures))
        out += _whole([*_chart(departures, hidden), blocks.gap(3), *_table(departures, [62, 26, 26, 28, 26])])
    else:
        out.append(Heading(typed(departures.title, fonts.BOLD), style.style("figure_title"), level=2))
    out += [blocks.gap(6), *_whole([*_professions(view), blocks.gap(6), *_ages(view)])]
    return out


def _whole(parts: list[Flowable]) -> list[Flowable]:
    """Keep a figure, its title and its table on one page where they hold there."""
    return [KeepTogether(parts)]


def _ages(view: InventoryView) -> list[Flowable]:
    """Return the age bands in one row, each column as wide as its name asks for."""
    ages = age_chart(view, PAPER_FRAME)
    header = ["Tranches d’âge", *(_band(label) for label, _count in ages.rows)]
    row = ["Professionnels", *(count for _label, count in ages.rows)]
    fonts.register()
    wide = [fonts.width(words, fonts.BOLD, 10) / mm + 3.2 for words in header]
    spare = max(0.0, style.TEXT_WIDTH / mm - sum(wide)) / len(wide)
    widths = [width + spare for width in wide]
    return blocks.open_table(header, [row], widths, numeric=range(1, len(header)), stub=1, summary=ages.title)


def _band(label: str) -> str:
    """Return « moins de 40 », « 40–49 », « 65 et plus », « non connu »."""
    words = label.removesuffix(" ans").replace(" ans ", " ").removeprefix("Âge ")
    return words.replace(" ", "\u00a0")


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


def _chart(chart: Chart, note: str) -> list[Flowable]:
    # A long list of departures is told by its table: a figure must hold on a page.
    more = "Les mêmes nombres dans le tableau qui suit."
    figure = [chart_figure(chart, more)] if chart.height < 150 * 2.8 else []
    return [
        Heading(typed(chart.title, fonts.BOLD), style.style("figure_title"), level=2),
        Text(typed(chart.subtitle), style.style("margin")),
        *([Text(typed(note), style.style("margin"))] if note else []),
        blocks.gap(2),
        *figure,
    ]


def _table(chart: Chart, widths: Sequence[float]) -> list[Flowable]:
    numeric = range(1, len(widths))
    return blocks.open_table(chart.header, chart.rows, widths, numeric=numeric, stub=1, summary=chart.title)
