"""The engine makes sound documents of whatever it is given."""

from __future__ import annotations

import ast
import io
import re
from pathlib import Path

import page as validator
import pypdf
import pytest
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.build import build
from msp_desktop.documents.text import normalised, typed, typed_paragraphs
from msp_desktop.errors import UserError

from . import corpus, demo

STORIES = {"agenda": demo.agenda, "lettre": demo.letter, "tout": demo.everything}


def read(data: bytes) -> str:
    return "\n".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(data)).pages)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def assert_accessible(data: bytes) -> None:
    report = validator.validate_pdf_bytes(data, profile="ua1")
    assert report.is_compliant, [f"{f.rule_id} {f.message}" for f in report.failures[:5]]


@pytest.mark.parametrize("name", STORIES)
def test_every_block_makes_an_accessible_document(name: str) -> None:
    data, _ = demo.made(STORIES[name])
    assert_accessible(data)


@pytest.mark.parametrize("name", STORIES)
def test_two_runs_give_the_same_bytes(name: str) -> None:
    assert demo.made(STORIES[name], attachments=[demo.DATA]) == demo.made(STORIES[name], attachments=[demo.DATA])


def test_a_short_letter_is_on_one_page() -> None:
    assert demo.made(demo.letter)[1].pages == 1


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


def hostile_story(texts: tuple[str, ...]) -> list[Flowable]:
    story = blocks.title_block(texts[0], texts[0], texts[0])
    for text in texts:
        story += [*typed_paragraphs(text, style.style("text")), *blocks.bullets([text])]
        story += blocks.sections([blocks.Row(text, text, notes=text, aside=text)])
        story += blocks.open_table([text, "b"], [[text, text]], [84, 84])
    return story


@pytest.mark.parametrize("text", corpus.HOSTILE)
def test_what_people_typed_comes_back_as_it_was(text: str) -> None:
    data, result = demo.made(hostile_story((text,)))
    assert squeezed(read(data)).count(squeezed(text)) >= 5
    assert result.replaced_glyphs == 0
    assert_accessible(data)


@pytest.mark.parametrize("text", [*corpus.RIGHT_TO_LEFT, *corpus.PICTURES])
def test_other_alphabets_and_pictures_stay_accessible(text: str) -> None:
    data, _ = demo.made(hostile_story((text,)))
    assert_accessible(data)


def test_a_glyph_that_no_face_has_is_a_box_that_says_its_text() -> None:
    data, result = demo.made(lambda _density: typed_paragraphs("Bravo 👩‍⚕️ merci", style.style("text")))
    assert result.replaced_glyphs == 1
    assert "Bravo ▯ merci" in read(data)
    said = "👩‍⚕️".encode("utf-16-be").hex().upper().encode()
    assert said in pypdf.PdfReader(io.BytesIO(data)).pages[0].get_contents().get_data()


def test_hebrew_is_drawn_from_the_right_and_numbers_keep_their_order() -> None:
    def drawn(text: str) -> str:
        return re.sub("<[^>]*>", "", typed(text))

    assert drawn("שלום עולם") == "םלוע םולש"
    assert drawn("שלום 12") == "12 םולש"
    assert drawn("avec שלום demain") == "avec םולש demain"


def test_arabic_letters_are_joined() -> None:
    assert "\ufeae" in typed("مرحبا")  # reh in its final form after meem


def test_no_break_spaces_are_kept_and_never_broken() -> None:
    text = "«\u00a0Rendez-vous\u00a0» à 18\u202fh\u202f30\u202f! " * 8 + "<fin> 18\u202fh"
    data, _ = demo.made(lambda _density: typed_paragraphs(text, style.style("text")))
    drawn = read(data)
    assert drawn.count("18\u202fh\u202f30\u202f!") == 8
    assert drawn.count("« Rendez-vous »") == 8  # ReportLab draws U+00A0 as a space, on one line


def test_control_characters_and_direction_marks_are_dropped() -> None:
    assert normalised("a\x00b\u202ec\r\nd\u2028e\x07") == "abc\nd\ne"


def test_decomposed_letters_are_composed() -> None:
    assert normalised("e\u0301") == "é"


def test_rows_with_long_notes_are_split_over_pages() -> None:
    rows = [[str(n), f"<{n}> " + "une note & la suite " * 500, "ici"] for n in range(40)]
    data, result = demo.made(lambda _density: blocks.open_table(["N°", "Note", "Où"], rows, [20, 118, 30]))
    assert result.pages > 80
    assert read(data).count("suite") == 40 * 500
    assert_accessible(data)


def test_a_long_table_repeats_its_header_and_loses_no_row() -> None:
    rows = [[f"ligne-{n}.", "b"] for n in range(1000)]
    data, result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [100, 68]))
    text = read(data)
    assert [f"ligne-{n}." for n in range(1000)] == re.findall(r"ligne-\d+\.", text)
    assert text.count("En-tête") == result.pages
    assert_accessible(data)


@pytest.mark.parametrize("text", [corpus.ENDLESS, corpus.UNBROKEN])
def test_an_endless_text_is_split_over_pages(text: str) -> None:
    data, result = demo.made(lambda _: [*blocks.title_block("Notes"), *blocks.sections([blocks.Row("Notes", text)])])
    assert result.pages >= 2
    assert squeezed(text)[:60] in squeezed(read(data))
    assert_accessible(data)


def test_a_megabyte_of_text_is_set_whole() -> None:
    """As one paragraph it would never end: ReportLab looks at all of it again at each page."""
    data, result = demo.made(lambda _density: typed_paragraphs("un mot et encore " * 60_000, style.style("text")))
    assert result.pages > 200
    last = pypdf.PdfReader(io.BytesIO(data)).pages[-1].extract_text()
    assert "un mot et encore" in last


def test_a_nearly_empty_last_page_is_avoided_by_tighter_spacing() -> None:
    def story(density: float) -> list[Flowable]:
        rows = [blocks.Row(f"{n}", "texte") for n in range(18)]
        return [*blocks.title_block("Titre"), *blocks.sections(rows, density=density)]

    def loose(_density: float) -> list[Flowable]:
        return story(1.0)

    assert demo.made(loose)[1].pages == 2
    assert demo.made(story)[1].pages == 1


def test_a_heading_never_stays_alone_at_the_foot_of_a_page() -> None:
    def story(_density: float) -> list[Flowable]:
        rows = [["a", "b"]] * 30
        table = blocks.open_table(["A", "B"], rows, [84, 84])
        return [*blocks.title_block("Titre"), blocks.gap(185), blocks.section_heading("Annonce"), *table]

    sheets = pypdf.PdfReader(io.BytesIO(demo.made(story)[0])).pages
    assert "Annonce" not in sheets[0].extract_text()
    assert "Annonce" in sheets[1].extract_text()


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
