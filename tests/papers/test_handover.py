"""The handover on paper: a contents page that leads to each part, tagged; confidences on a sheet of their own, last."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from reportlab.platypus import PageBreak, Spacer

from msp_desktop.db.dossier import close_dossier
from msp_desktop.db.store import Store
from msp_desktop.documents.build import BuildResult
from msp_desktop.domain.handover import Handover
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import has_changed, produce
from msp_desktop.services.handover import handover
from msp_desktop.services.sample import make_sample
from tests import pdf
from tests.conftest import NOW, TODAY
from tests.papers.layout import dossier

KEY = "handover"


def made(store: Store) -> bytes:
    target = io.BytesIO()
    paper(KEY).make(store.reader, Context(TODAY, NOW), target)
    return target.getvalue()


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[bytes, Handover]]:
    """The handover of the sample on paper, and what it is made of."""
    store = make_sample(tmp_path_factory.mktemp("usual"), TODAY)
    yield made(store), handover(store.reader, TODAY)
    close_dossier(store)


def links(data: bytes) -> list[Any]:
    """Return the links of a PDF: what each says, and the page it leads to."""
    reader = PdfReader(io.BytesIO(data))
    numbers = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, 1) if page.indirect_reference}
    found = []
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            found.append((link["/Contents"], numbers[link["/Dest"].get_object()[0].idnum], link["/StructParent"]))
    return found


def test_each_line_of_the_contents_leads_to_its_part(usual: tuple[bytes, Handover]) -> None:
    data, told = usual
    pdf.assert_accessible(data)
    found = links(data)
    assert [words for words, _page, _number in found] == [part.title for part in told.parts]
    assert len({number for _words, _page, number in found}) == len(found)
    reader = PdfReader(io.BytesIO(data))
    for words, page, _number in found:
        assert words in " ".join(reader.pages[page - 1].extract_text().split())
    assert len(pdf.tagged(data, "TOCI")) == len(pdf.tagged(data, "Link")) == len(told.parts)
    assert len(pdf.tagged(data, "TOC")) == 1
    for link in pdf.tagged(data, "Link"):
        kinds = [kid.get_object().get("/Type") for kid in link["/K"] if hasattr(kid.get_object(), "get")]
        assert kinds == ["/OBJR"]


def test_its_bookmarks_are_its_parts(usual: tuple[bytes, Handover]) -> None:
    data, told = usual
    titles = [str(entry.title) for entry in _flat(PdfReader(io.BytesIO(data)).outline)]
    for number, part in enumerate(told.parts, 1):
        assert f"{number}. {part.title}" in titles


def test_the_page_told_is_the_page_it_is_on(usual: tuple[bytes, Handover]) -> None:
    data = usual[0]
    contents = PdfReader(io.BytesIO(data)).pages[links_page(data)].extract_text()
    for words, page, _number in links(data):
        assert str(page) in contents.split(words)[1].split("\n")[0] + contents.split(words)[1][:12], words


def links_page(data: bytes) -> int:
    return next(at for at, page in enumerate(PdfReader(io.BytesIO(data)).pages) if "/Annots" in page)


def test_confidences_stand_alone_at_the_end(usual: tuple[bytes, Handover]) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(usual[0])).pages]
    assert "À garder pour soi" in pages[-1]
    assert "Où sont les choses" not in pages[-1]
    assert all("usage interne, ne pas diffuser" in page for page in pages)


def test_the_first_page_holds_its_signatures(sample: Store) -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made(sample))).pages]
    assert "Cette semaine" in pages[0]
    assert "Remis par" in pages[0]
    assert "Dans ce dossier" in pages[1]


def test_nothing_is_left_over_for_a_page_before_the_confidences(sample: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[list[Any]] = []

    def capture(*args: Any, **_options: Any) -> BuildResult:
        told.append(args[1](1.0))
        return BuildResult(1, 0, "")

    monkeypatch.setattr("msp_desktop.documents.handover.build", capture)
    made(sample)
    before = [told[0][at - 1] for at, part in enumerate(told[0]) if type(part) is PageBreak]
    assert len(before) == 2
    assert not any(isinstance(part, Spacer) for part in before)


@pytest.mark.parametrize("guests", [1, 40])
def test_it_holds_for_the_longest_town_and_many_people(sample: Store, guests: int) -> None:
    dossier(sample, "longest", guests, True)
    pdf.assert_accessible(made(sample))


def test_an_empty_dossier_can_be_handed_over(store: Store) -> None:
    data = made(store)
    pdf.assert_accessible(data)
    assert "à désigner" in pdf.read(data)


def test_it_does_not_make_itself_out_of_date(sample: Store, tmp_path: Path) -> None:
    first = produce(sample, KEY, tmp_path, Context(TODAY, NOW))
    produce(sample, "timeline", tmp_path, Context(TODAY, datetime(2026, 4, 28, 18)))
    assert not has_changed(sample.reader, sample.reader.one(ProducedDocument, first.document_id or 0))


def _flat(outline: Any) -> Any:
    for entry in outline:
        if isinstance(entry, list):
            yield from _flat(entry)
        else:
            yield entry
