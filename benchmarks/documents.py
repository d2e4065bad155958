"""The agenda PDF, tagged, with its furniture – against the same lines drawn bare with ReportLab (bar 6)."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from pypdf import PdfReader
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.pairs import Figure, compared
from msp_desktop.db.dossier import close_dossier
from msp_desktop.documents import fonts
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.meetings import meeting_lines
from msp_desktop.services.sample import make_sample

ROUNDS = 25


def measure() -> Iterator[Figure]:
    """Compare the sample's agenda with its own text drawn line by line."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = make_sample(folder, date(2026, 4, 28))
        context = Context(date(2026, 4, 28), datetime(2026, 4, 28, 12), meeting_lines(store.reader)[0].id)
        made = export(store.reader, "agenda", folder, context, replace=True)
        lines = PdfReader(made.path).pages[0].extract_text().splitlines()
        fonts.register()

        def ours() -> float:
            began = time.perf_counter()
            export(store.reader, "agenda", folder, context, replace=True)
            return time.perf_counter() - began

        def floor() -> float:
            began = time.perf_counter()
            canvas = Canvas(str(folder / "nu.pdf"), pagesize=A4)
            for number, line in enumerate(lines):
                canvas.setFont(fonts.REGULAR, 11)
                canvas.drawString(62, 780 - 15 * number, line)
            canvas.save()
            return time.perf_counter() - began

        yield compared(ours, floor, ROUNDS, 1.5, "the agenda, tagged, against its bare lines")
        close_dossier(store)
