"""PDFs: the agenda, tagged, against the same flowables and furniture untagged (bar 6); pages of long tables (bar 7)."""

from __future__ import annotations

import io
import itertools
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageTemplate,
    Spacer,
    Table,
)

from benchmarks.pairs import Figure, compared
from msp_desktop.db.dossier import close_dossier
from msp_desktop.documents import agenda, blocks, fonts, inventory_names, page, style
from msp_desktop.documents.build import BuildResult, build
from msp_desktop.documents.common import furniture
from msp_desktop.documents.page import Furniture
from msp_desktop.documents.tagging.flowables import SteadyParagraph, TaggedParagraph
from msp_desktop.documents.tagging.internals import cells_of
from msp_desktop.documents.tagging.table import Grounded
from msp_desktop.formats.dates import long_date
from msp_desktop.services.inventory import professional_views
from msp_desktop.services.letterhead import letterhead
from msp_desktop.services.meetings import meeting_lines, meeting_view
from msp_desktop.services.sample import make_sample

ROUNDS = 40
MADE_AT = datetime(2026, 4, 28, 12)


def measure_agenda() -> Iterator[Figure]:
    """Compare the layout, drawing and writing of the sample's agenda with the same done by ReportLab alone.

    The flowables are made beforehand on both sides, and break their lines once on both.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = make_sample(Path(folder), date(2026, 4, 28))
        head, view = letterhead(store.reader), meeting_view(store.reader, meeting_lines(store.reader)[0].id)
        page_furniture = furniture(head, agenda.TITLE, MADE_AT.date())
        close_dossier(store)

    def ours() -> float:
        story = agenda.story(head, view, MADE_AT.date())
        return _timed(lambda: build(io.BytesIO(), story, page_furniture, made_at=MADE_AT))

    def floor() -> float:
        story = [_untagged(flowable) for flowable in agenda.story(head, view, MADE_AT.date())]
        return _timed(lambda: _build_plainly(story, page_furniture))

    yield compared(ours, floor, ROUNDS, 1.5, "the agenda, tagged, against the same flowables and furniture untagged")


def _untagged(flowable: Any) -> Any:
    """Make of a flowable of ours what ReportLab has for it, with the same words, cells and style."""
    if isinstance(flowable, TaggedParagraph):
        flowable.__class__ = SteadyParagraph
    elif isinstance(flowable, Grounded):
        flowable.__class__ = Table
        for row in cells_of(flowable):
            for cell in row:
                for inner in cell if isinstance(cell, list) else ():
                    _untagged(inner)
    elif not isinstance(flowable, Spacer):
        raise TypeError(type(flowable).__name__)
    return flowable


class _PlainCanvas(Canvas):
    """ReportLab's canvas, with what our furniture asks of a canvas."""

    def artifact(self, *_: str) -> AbstractContextManager[None]:
        return nullcontext()

    def tag(self, *_: Any) -> AbstractContextManager[None]:
        return nullcontext()

    def push(self, _element: Any) -> None: ...

    def pop(self) -> None: ...

    def draw_page_of(self, right: float, y: float, words: str, font: str, size: float, colour: Any) -> None:
        self.saveState()
        self.translate(right, y)
        self.setFillColor(colour)
        self.setFont(font, size)
        self.drawRightString(0, 0, words)
        self.doForm("total")
        self.restoreState()
        self.total = (font, size, colour)

    def save(self) -> None:
        font, size, colour = self.total
        self.beginForm("total", 0, -size, 60, size * 1.5)
        self.setFont(font, size)
        self.setFillColor(colour)
        self.drawString(0, 0, str(self.getPageNumber() - 1))
        self.endForm()
        Canvas.save(self)


def _build_plainly(story: Sequence[Flowable], page_furniture: Furniture) -> None:
    width, height = page.size(wide=False)
    template = BaseDocTemplate(io.BytesIO(), pagesize=(width, height), initialFontName=fonts.REGULAR)
    for name, top, draw in (
        ("first", page.first_top(wide=False), page.draw_first),
        ("later", page.LATER_TOP, page.draw_later),
    ):
        frame = Frame(
            style.LEFT, page.BOTTOM, width - style.LEFT - 20 * mm, height - top - page.BOTTOM,
            leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
        )  # fmt: skip

        def furnish(canvas: Any, _template: Any, draw: Any = draw) -> None:
            draw(canvas, page_furniture, wide=False)

        template.addPageTemplates(PageTemplate(name, [frame], onPage=furnish))
    template.build([NextPageTemplate("later"), *story], canvasmaker=_PlainCanvas)


def measure_pages() -> Iterator[Figure]:
    """Compare the time a page takes in a document of about 200 pages with one of about 50."""
    with tempfile.TemporaryDirectory() as folder:
        store = make_sample(Path(folder), date(2026, 4, 28))
        head, known = letterhead(store.reader), professional_views(store.reader)
        close_dossier(store)
        target = Path(folder, "mesure.pdf")

        def names(count: int) -> float:
            people = list(itertools.islice(itertools.cycle(known), count))
            return _a_page(lambda: inventory_names.write_inventory_names(target, head, people, MADE_AT, ""))

        def journal(count: int) -> float:
            rows = [
                [
                    long_date(date(2026, 4, 28) + timedelta(n)),
                    "Ce qui a été convenu, en quelques mots. " * (n % 5),
                    "Lu",
                ]
                for n in range(count)
            ]
            page_furniture = furniture(head, "Journal", MADE_AT.date())
            return _a_page(
                lambda: build(
                    io.BytesIO(),
                    lambda _density: blocks.open_table(["Date", "Échange", "Suite"], rows, [44, 94, 30]),
                    page_furniture,
                    made_at=MADE_AT,
                )
            )

        yield compared(
            lambda: journal(3600), lambda: journal(900), 2, 1.1, "a page of 200 against one of 50, a table of exchanges"
        )
        yield compared(
            lambda: names(2000),
            lambda: names(200),
            2,
            1.1,
            "a page of 2,000 professionals with their names against one of 200",
        )


def _a_page(make: Callable[[], BuildResult]) -> float:
    began = time.process_time()
    pages = make().pages
    return (time.process_time() - began) / pages


def _timed(act: Callable[[], object]) -> float:
    # Of this process alone: nothing here waits for anything, and a busy machine tells no lies.
    began = time.process_time()
    act()
    return time.process_time() - began
