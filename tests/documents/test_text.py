"""What people typed is drawn as it is, whatever its alphabet, its markup or its length."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from reportlab.platypus import Flowable

from msp_desktop.documents import blocks, style
from msp_desktop.documents.text import LONGEST, glued, normalised, pieces, typed, typed_paragraphs
from tests.documents import corpus, demo
from tests.pdf import assert_accessible, read, squeezed

STORIES = {"agenda": demo.agenda, "lettre": demo.letter, "tout": demo.everything}


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


SENTENCE = "Le cabinet de M. Faure, rue du Lavoir, n’a pas trouvé J. Martin à 18 h ; il cherche encore. "


@pytest.mark.parametrize(
    "sentence", [SENTENCE, "Court ! ", "« Une citation finit ici. » ", "Mot " + "mot " * 300 + "fin. "]
)
def test_a_long_text_is_cut_after_a_sentence(sentence: str) -> None:
    text = sentence * (6 * LONGEST // len(sentence))
    cut = pieces(text)
    assert len(cut) > 2
    assert " ".join(cut) == text.strip()
    assert all(len(piece) <= 2 * LONGEST for piece in cut)
    assert all(piece.endswith(sentence.strip()) for piece in cut)


def test_a_sentence_without_end_is_cut_after_one_of_its_parts_else_between_words() -> None:
    assert all(piece.endswith(",") for piece in pieces("bla bla, " * 2000)[:-1])
    words = "mot " * 3000
    assert " ".join(pieces(words)) == words.strip()
    assert "".join(pieces("x" * 9000)) == "x" * 9000


def test_a_day_stays_with_its_article() -> None:
    assert glued("et autour, au mercredi 25 novembre 2026") == (
        "et autour, au\u00a0mercredi\u00a025\u00a0novembre 2026"
    )
    assert glued("le marché") == "le marché"


def test_no_line_begins_with_the_second_guillemet_nor_with_a_double_sign() -> None:
    assert (
        typed("Groupe « aller vers » : qui ? 14:30 « ") == "Groupe «\u00a0aller vers\u00a0»\u00a0: qui\u00a0? 14:30 « "
    )
