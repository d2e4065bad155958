"""The regional summary for the ARS: how far communes are, and totals in which nobody is found."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import BuildResult, Target, build
from msp_desktop.documents.chart_painter import PAPER_FRAME, chart_figure
from msp_desktop.documents.page import Furniture
from msp_desktop.documents.tagging import Heading, Text
from msp_desktop.documents.text import typed
from msp_desktop.domain.charts import Chart
from msp_desktop.domain.federated.charts import leaving_chart, phase_chart
from msp_desktop.domain.federated.communes import CommuneLine
from msp_desktop.domain.federated.table import COLUMNS, LEGEND, PHASES, REFERENTS, TOO_NARROW, crossed, day_words
from msp_desktop.domain.federated.totals import Cell, Totals
from msp_desktop.formats.dates import long_date, short_date
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing

TITLE = "Synthèse régionale"
#: More communes than this are told by department: the summary stays on a few pages.
_MANY = 60
#: Widths of the table of communes, in mm.
_WIDTHS = (46, 14, 14, 32, 20, 22, 20)


class Summary(Struct, frozen=True, kw_only=True):
    """What the summary says: communes on a day, and their totals; `place` names the department chosen.

    `professions`, `vigilances` and `ages` name what the totals call by codes.
    """

    lines: tuple[CommuneLine, ...]
    totals: Totals
    today: date
    place: str = ""
    professions: Mapping[str, str] = {}
    vigilances: Mapping[str, str] = {}
    ages: Mapping[str, str] = {}


def write_federation_summary(target: Target, summary: Summary, made_at: datetime) -> BuildResult:
    """Write the summary: no name of a person is in it, nor a count that would tell of one."""
    count = summary.totals.communes
    communes = f"{count} {agreeing(count, 'commune')}"
    head = Furniture(
        title=TITLE, commune=communes, department=summary.place, bare=True, made_on=long_date(summary.today)
    )
    subtitle = ", ".join(filter(None, (summary.place, communes, f"au {long_date(summary.today)}")))
    story = [
        *blocks.title_block(TITLE, capital(subtitle), after=3),
        *_figures(summary.totals),
        *_figure(phase_chart(summary.totals.phases, PAPER_FRAME)),
        *_counted("Points de vigilance", summary.totals.vigilances, summary.vigilances, ("Point", "Communes")),
        *_counted(
            "Professionnels dans les communes",
            summary.totals.professions,
            summary.professions,
            ("Métier", "Professionnels"),
        ),
        *_masked(summary),
        *_communes(summary),
    ]
    return build(target, story, head, made_at=made_at, subject=subtitle)


def _figures(totals: Totals) -> list[Flowable]:
    count = totals.communes
    return blocks.key_figures(
        [
            (str(count), agreeing(count, "commune")),
            (str(totals.up_to_date), "à jour depuis moins de 15 jours"),
            (str(totals.without_referent), "sans référent"),
            (str(totals.with_vigilance), "avec un point de vigilance"),
        ]
    )


def _figure(chart: Chart | None) -> list[Flowable]:
    if chart is None:
        return []
    return [
        Heading(typed(chart.title, fonts.BOLD), style.style("figure_title"), level=2),
        Text(typed(chart.subtitle), style.style("margin")),
        blocks.gap(2),
        chart_figure(chart, "\u202f; ".join(" : ".join(row) for row in chart.rows)),
        blocks.gap(6),
    ]


def _counted(
    title: str, counts: tuple[tuple[str, int], ...], names: Mapping[str, str], header: tuple[str, str]
) -> list[Flowable]:
    if not counts:
        return []
    rows = [[names.get(code, code), str(n)] for code, n in counts]
    table = blocks.open_table(header, rows, [138, 30], numeric=(1,), stub=1, air=1.2, summary=title)
    return [blocks.section_heading(title), *table, blocks.gap(5)]


def _masked(summary: Summary) -> list[Flowable]:
    totals = summary.totals
    if totals.too_narrow:
        return [
            blocks.section_heading("Départs et âges", room=12),
            Text(typed(TOO_NARROW), style.style("text")),
            blocks.gap(5),
        ]
    parts = [
        *_crossed(
            "Départs des professionnels",
            totals.leaving,
            COLUMNS,
            summary.professions,
            leaving_chart(totals, summary.professions, PAPER_FRAME),
        ),
        *_crossed("Âges des professionnels", totals.ages, summary.ages, summary.professions),
    ]
    return [*parts, Text(typed(LEGEND), style.style("margin")), blocks.gap(5)] if parts else []


def _crossed(
    title: str,
    cells: tuple[Cell, ...],
    columns: Mapping[str, str],
    professions: Mapping[str, str],
    chart: Chart | None = None,
) -> list[Flowable]:
    if not cells:
        return []
    names, lines = crossed(cells)
    header = ["Métier", *(capital(columns.get(name, name)) for name in names)]
    rows = [[professions.get(code, code), *numbers] for code, numbers in lines.items()]
    width = 118 / len(names)
    table = blocks.open_table(
        header, rows, [50, *([width] * len(names))], numeric=range(1, len(header)), stub=1, air=1.2, summary=title
    )
    return [blocks.section_heading(title), *_figure(chart), *table, blocks.gap(5)]


def _communes(summary: Summary) -> list[Flowable]:
    if not summary.lines:
        return []
    if len(summary.lines) > _MANY:
        return _departments(summary)
    header = ["Commune", "Dép.", "Jour", "Phase", "Actions faites", "Référent", "Dernières nouvelles"]
    rows = [
        [
            line.name,
            line.department,
            day_words(line, summary.today),
            PHASES[line.phase(summary.today)],
            f"{line.done} sur {line.total}" if line.total else "–",
            REFERENTS.get(line.referent, line.referent),
            short_date(line.made_at.date()),
        ]
        for line in summary.lines
    ]
    title = "Les communes"
    table = blocks.open_table(header, rows, _WIDTHS, numeric=(2,), bold=(0,), stub=1, air=1.2, summary=title)
    return [blocks.section_heading(title), *table]


def _departments(summary: Summary) -> list[Flowable]:
    """Return one line a department, where the communes would fill pages."""
    by_code: dict[str, list[CommuneLine]] = {}
    for line in summary.lines:
        by_code.setdefault(line.department, []).append(line)
    rows = [
        [
            code or "–",
            str(len(lines)),
            str(sum(line.phase(summary.today) == "before" for line in lines)),
            str(sum(not line.referent for line in lines)),
            str(sum(bool(line.vigilances) for line in lines)),
            str(sum(line.late > 0 for line in lines)),
        ]
        for code, lines in sorted(by_code.items())
    ]
    header = ["Département", "Communes", "Pas commencé", "Sans référent", "Avec vigilance", "Avec un retard"]
    title = "Les communes, par département"
    table = blocks.open_table(
        header, rows, [38, 26, 26, 26, 26, 26], numeric=range(1, 6), bold=(0,), stub=1, air=1.2, summary=title
    )
    note = "La liste des communes est dans le tableur que la fédération peut exporter."
    return [blocks.section_heading(title), *table, blocks.gap(2), Text(typed(note), style.style("margin"))]
