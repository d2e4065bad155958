"""The engine makes sound documents of whatever it is given."""

from __future__ import annotations

import ast
import io
from pathlib import Path

import pypdf
import pytest
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks
from msp_desktop.documents.build import build
from msp_desktop.errors import UserError
from tests.documents import demo

STORIES = {"agenda": demo.agenda, "lettre": demo.letter, "tout": demo.everything}


@pytest.mark.parametrize("name", STORIES)
def test_two_runs_give_the_same_bytes(name: str) -> None:
    assert demo.made(STORIES[name], attachments=[demo.DATA]) == demo.made(STORIES[name], attachments=[demo.DATA])


def test_only_our_embedded_faces_are_used() -> None:
    data, _ = demo.made(demo.everything)
    for sheet in pypdf.PdfReader(io.BytesIO(data)).pages:
        for font in sheet["/Resources"]["/Font"].values():
            assert "CentJours" in font.get_object()["/BaseFont"]
            assert "/FontFile2" in font.get_object()["/FontDescriptor"]


def test_the_data_travel_inside_the_document() -> None:
    data, _ = demo.made(demo.agenda, attachments=[demo.DATA])
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert reader.attachments["donnees.json"] == [demo.DATA.data]
    assert reader.trailer["/Root"]["/AF"][0].get_object()["/AFRelationship"] == "/Source"


def test_a_nearly_empty_last_page_is_avoided_by_tighter_spacing() -> None:
    def story(_density: float) -> list[Flowable]:
        return [*blocks.title_block("Titre"), *blocks.sections([blocks.Row(f"{n}", "texte") for n in range(18)])]

    assert demo.made(story(1.0))[1].pages == 2
    assert demo.made(story)[1].pages == 1


def test_a_document_replaces_the_old_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "ordre du jour.pdf"
    target.write_bytes(b"old")
    result = build(target, demo.agenda, demo.furniture("Ordre du jour"), made_at=demo.MADE_AT)
    assert result.pages == 1
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        build(tmp_path / "no" / "x.pdf", demo.agenda, demo.furniture("x"), made_at=demo.MADE_AT)


def test_no_document_uses_an_untagged_paragraph_table_or_picture() -> None:
    folder = Path(build.__code__.co_filename).parent
    for file in folder.rglob("*.py"):
        if file.parent.name == "tagging":
            continue
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("reportlab"):
                names = {alias.name for alias in node.names}
                assert not names & {
                    "Paragraph",
                    "Table",
                    "LongTable",
                    "Image",
                    "XPreformatted",
                    "Preformatted",
                }, file
