"""The progress report of a period: how much of it holds on two pages, and what to know before it leaves."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from msp_desktop.db.reader import Reader
from msp_desktop.domain.report import LIMITS, Report
from msp_desktop.i18n import _
from msp_desktop.method.report import kit_report
from msp_desktop.papers.embedded import embedded
from msp_desktop.papers.paper import Context, Made, Paper, Target
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.report import period, report, within_pages

if TYPE_CHECKING:
    from msp_desktop.documents.build import BuildResult, Carried

#: The pages a report has at most.
PAGES = 2


def make_report(reader: Reader, context: Context, path: Target) -> Made:
    """Write the report with as much as holds on two pages; its Word copy tells the same."""
    whole = report(reader, context.scope, context.today)
    carried = embedded(reader, context, path)
    manners = tuple(product(LIMITS, (1.0, 0.95)))

    def tried(number: int) -> tuple[io.BytesIO, Report, BuildResult]:
        limits, density = manners[number]
        told, page = within_pages(whole, limits), io.BytesIO()
        return page, told, _written(reader, context, page, told, density=density, carried=carried)

    # The first that holds, looked for by halves: each is a whole document to lay out.
    first, last = 0, len(manners) - 1
    content, shown, result = tried(first)
    if result.pages > PAGES:
        content, shown, result = tried(last)
        while last - first > 1:
            middle = (first + last) // 2
            found = tried(middle)
            if found[2].pages <= PAGES:
                last, (content, shown, result) = middle, found
            else:
                first = middle
    if isinstance(path, Path) and path.suffix == ".docx":
        result = _written(reader, context, path, shown, in_words=True)
    elif isinstance(path, Path):
        from msp_desktop.documents.build import write_document

        write_document(path, content.getvalue())
    else:
        path.write(content.getvalue())
    return Made(result.pages, result.replaced_glyphs, result.sha256)


def about_report(_reader: Reader, context: Context) -> tuple[str, ...]:
    """Return what to know before it leaves: whether it names professionals."""
    if context.scope.with_names:
        return (_("This report names professionals: keep it at the town hall, or ask them first."),)
    return (_("No professional is named. Read it over before it leaves: what you wrote in your own words is quoted."),)


def _written(
    reader: Reader,
    context: Context,
    target: Target,
    shown: Report,
    *,
    in_words: bool = False,
    density: float = 1.0,
    carried: Carried | None = None,
) -> BuildResult:
    from msp_desktop.documents.progress_report import write_progress_report

    days = period(reader, context.scope, context.today)
    sections = kit_report().sections
    return write_progress_report(
        target,
        letterhead(reader),
        shown,
        sections,
        days,
        context.now,
        in_words=in_words,
        density=density,
        carried=carried,
    )


REPORT = Paper(
    "progress-report", "Point d’étape", "point-etape", tab="actors", editable=True, make=make_report,
    remarks=about_report, scoped=True, carries=True,
)  # fmt: skip
