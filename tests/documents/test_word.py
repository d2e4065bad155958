"""Word copies: the same words as the PDF, ready for a sentence to be changed."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from pypdf import PdfReader

from msp_desktop.db.store import Store
from msp_desktop.domain.action_sheets import ActionSheet
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.coordination import CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis
from msp_desktop.domain.meetings import AgendaItem, Meeting, MeetingState
from msp_desktop.domain.questionnaire import SurveyQuestion
from msp_desktop.domain.welcome import WelcomeStep
from msp_desktop.papers.catalogue import papers
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.coordination import update_post
from msp_desktop.services.diagnosis import update_diagnosis
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.meetings import update_item, update_meeting
from tests.conftest import NOW, TODAY
from tests.pdf import tagged

EDITABLE = [paper.key for paper in papers() if paper.editable]
#: Papers of a CLS have a running head from their first page on: furniture, in Word as in the PDF.
HEADED = {"action-sheets", "action-plan"}
#: What only says how to read bars, which Word has none of: the sums stand in the same rows.
LEGENDS = {"action-plan": "Par financeur, en euros : plein, obtenu ; hachuré, demandé ; vide, à demander"}


def contexts(store: Store, key: str) -> Context:
    wanted = MeetingState.HELD if key == "minutes" else MeetingState.PLANNED
    meeting = next(row for row in store.reader.all(Meeting) if row.state is wanted)
    return Context(TODAY, NOW, meeting.id)


def words_of_word(document: Document, *, letterhead: bool = True) -> list[str]:
    """Return every word of the letterhead and of the body, its tables in it, in the order of the file."""
    texts = []
    head = document.sections[0].first_page_header._element
    for part in (*([head] if letterhead else []), document.element.body):
        for paragraph in part.iter(qn("w:p")):
            parts = [node.text or " " for node in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))]
            texts.append("".join(parts))
    return words(" ".join(texts))


def words(text: str) -> list[str]:
    """Return the words of a text; a row of « _ » is a rule to write on."""
    return re.findall(r"[\w@.]+", re.sub("_{2,}", " ", text.replace("\u00ad", "").replace("’", "'")))


@pytest.mark.parametrize("key", EDITABLE)
def test_every_word_of_the_pdf_is_in_the_word_file_and_no_other(sample: Store, tmp_path: Path, key: str) -> None:
    context = contexts(sample, key)
    pdf = export(sample.reader, key, tmp_path, context)
    word = export(sample.reader, key, tmp_path, context, suffix=".docx")
    assert word.path.suffix == ".docx"
    printed, typed = (
        set(words(body_of_pdf(pdf.path))),
        set(words_of_word(docx.Document(str(word.path)), letterhead=key not in HEADED)),
    )
    told = set(words(" ".join(str(figure["/Alt"]) for figure in tagged(pdf.path.read_bytes(), "Figure"))))
    assert len(typed) > 60
    assert printed - typed == set(words(LEGENDS.get(key, ""))) - typed
    assert typed - printed - told == set(), "what a drawing shows is a sentence in Word"


def body_of_pdf(path: Path) -> str:
    """Return the text of a tagged PDF less its drawings and its furniture (running head, foot), marked as artifact."""
    texts: list[str] = []
    for page in PdfReader(path).pages:
        marks: list[bool] = []

        def before(operator: bytes, operands: list[Any], _cm: Any, _tm: Any, marks: list[bool] = marks) -> None:
            if operator in (b"BDC", b"BMC"):
                marks.append(str(operands[0]) in ("/Artifact", "/Figure"))
                texts.append("\n")
            elif operator == b"EMC":
                marks.pop()
            elif operator in (b"Tj", b"TJ", b"'") and not any(marks):
                texts.append(" ")

        def take(text: str, _cm: Any, _tm: Any, _font: Any, _size: Any, marks: list[bool] = marks) -> None:
            if not any(marks):
                texts.append(text)

        page.extract_text(visitor_operand_before=before, visitor_text=take)
    return "".join(texts)


def test_the_papers_one_changes_are_editable() -> None:
    assert set(EDITABLE) == {
        "agenda",
        "invitations",
        "minutes",
        "referent",
        "appointment",
        "referent-letter",
        "federation-letter",
        "progress-report",
        "deliberation",
        "room-agreement",
        "privacy-notice",
        "privacy-register",
        "diagnostic",
        "coordinator",
        "diagnosis-terms",
        "action-sheets",
        "action-plan",
        "activity-report",
        "welcome",
        "welcome-list",
        "questionnaire",
        "questionnaire-results",
    }


def test_it_says_its_language_and_its_title_and_holds_no_macro(sample: Store, tmp_path: Path) -> None:
    made = export(sample.reader, "agenda", tmp_path, contexts(sample, "agenda"), suffix=".docx")
    document = docx.Document(str(made.path))
    assert document.core_properties.title.startswith("Ordre du jour")
    assert document.core_properties.language.startswith("fr")
    names = zipfile.ZipFile(made.path).namelist()
    assert not [name for name in names if "vba" in name.lower()]
    styles = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    assert any(name.startswith(("Heading", "Title")) for name in styles), "titles are titles: Word's own outline"


def test_each_guest_has_a_letter_on_a_page_of_its_own(sample: Store, tmp_path: Path) -> None:
    context = contexts(sample, "invitations")
    made = export(sample.reader, "invitations", tmp_path, context, suffix=".docx")
    text = " ".join(words_of_word(docx.Document(str(made.path))))
    assert text.count("Fontanel") >= 1
    alone = Context(TODAY, NOW, context.meeting_id, 1)
    from msp_desktop.services.meetings import meeting_view

    first = meeting_view(sample.reader, context.meeting_id or 0).guests[0].person
    alone = Context(TODAY, NOW, context.meeting_id, first.id)
    only = export(sample.reader, "invitations", tmp_path, alone, suffix=".docx")
    mine = " ".join(words_of_word(docx.Document(str(only.path))))
    assert first.last_name in mine
    assert "Marsac" in text
    assert "Marsac" not in mine


@pytest.mark.parametrize(
    "text",
    [
        "<b>gras</b> & <w:p/> ]]>",
        "a\x00b\x0bc\x1f",
        "עברית العربية 漢字 😀",
        "{{ modele }} \\u202e inversé \u202e",
        "x" * 4000,
    ],
)
def test_hostile_words_stay_words(sample: Store, tmp_path: Path, text: str) -> None:
    context = contexts(sample, "agenda")
    update_meeting(sample, context.meeting_id or 0, Change(Meeting, place=text[:200]))
    item = sample.reader.all(AgendaItem, meeting_id=context.meeting_id)[0]
    update_item(sample, item.id, Change(AgendaItem, title=text))
    made = export(sample.reader, "agenda", tmp_path, context, suffix=".docx")
    read = "".join(node.text or "" for node in docx.Document(str(made.path)).element.body.iter(qn("w:t")))
    kept = "".join(character for character in text if character.isalnum() and character.isascii())
    assert kept in "".join(character for character in read if character.isalnum() and character.isascii())


@pytest.mark.parametrize("key", EDITABLE)
def test_words_longer_than_a_line_are_written_whole(sample: Store, tmp_path: Path, key: str) -> None:
    """Measured for the page, such a word is cut; Word gets it as it was typed."""
    word = "x" * 400
    update_commune(sample, Change(Commune, name=word, email=f"{word}@exemple.fr", address=f"{word}\n23000 {word}"))
    for meeting in sample.reader.all(Meeting):
        update_meeting(sample, meeting.id, Change(Meeting, place=word, place_details=word))
    update_post(sample, Change(CoordinatorPost, works_at=word))  # these two may name another body than the town
    update_diagnosis(sample, Change(Diagnosis, territory=word))
    with sample.write("long words") as tx:  # and these say the name of the town in their furniture alone
        for sheet in sample.reader.all(ActionSheet):
            tx.update(sheet.id, Change(ActionSheet, title=word))
        for step in sample.reader.all(WelcomeStep):
            tx.update(step.id, Change(WelcomeStep, title=word))
        for question in sample.reader.all(SurveyQuestion):
            tx.update(question.id, Change(SurveyQuestion, text=word))
    made = export(sample.reader, key, tmp_path, contexts(sample, key), suffix=".docx")
    assert word in "".join(node.text or "" for node in docx.Document(str(made.path)).element.iter(qn("w:t")))


def test_the_signature_stays_with_what_comes_before_it(sample: Store, tmp_path: Path) -> None:
    made = export(sample.reader, "minutes", tmp_path, contexts(sample, "minutes"), suffix=".docx")
    body = [block for block in docx.Document(str(made.path)).element.body if block.tag != qn("w:sectPr")]
    texts = ["".join(node.text or "" for node in block.iter(qn("w:t"))) for block in body]
    signed = next(number for number, text in enumerate(texts) if "Fait à" in text)
    # The next steps may part from it: only the last words before it are on its page.
    place = max(number for number, text in enumerate(texts[:signed]) if text.strip())
    assert "Rédigé par" in texts[place]
    for block in body[place:signed]:
        assert all(paragraph.find(f".//{qn('w:keepNext')}") is not None for paragraph in block.iter(qn("w:p")))


def test_a_letter_s_address_stands_where_the_envelope_has_its_window(sample: Store, tmp_path: Path) -> None:
    """The letterhead ends 44 mm down (13 + 31), the address has 36 mm, then the date: as in the PDF."""
    made = export(sample.reader, "invitations", tmp_path, contexts(sample, "invitations"), suffix=".docx")
    document = docx.Document(str(made.path))
    header = document.sections[0].first_page_header
    assert document.sections[0].header_distance.mm == pytest.approx(13, abs=0.1)
    assert header.tables[0].rows[0].height.mm == pytest.approx(31, abs=0.1)
    assert header._element[-1].tag == qn("w:p"), "Word wants a paragraph after the table"
    assert header._element[0].tag == qn("w:tbl"), "and nothing before it"
    heads = [table for table in document.tables if (table.rows[0].height or 0) and table.rows[0].height.mm > 35]
    assert len(heads) == len(document.sections)


def test_marks_of_direction_do_not_turn_the_letterhead_round(sample: Store, tmp_path: Path) -> None:
    update_commune(sample, Change(Commune, phone="\u202e01 99 00 12 34"))
    made = export(sample.reader, "agenda", tmp_path, contexts(sample, "agenda"), suffix=".docx")
    header = docx.Document(str(made.path)).sections[0].first_page_header
    assert "\u202e" not in "".join(header._element.itertext())
    assert "01 99 00 12 34" in "".join(header._element.itertext()).replace("\u00a0", " ")


def test_a_very_long_name_of_the_commune_is_no_fault(sample: Store, tmp_path: Path) -> None:
    update_commune(sample, Change(Commune, name="Saint-Exemple " * 40))
    made = export(sample.reader, "agenda", tmp_path, contexts(sample, "agenda"), suffix=".docx")
    assert len(docx.Document(str(made.path)).core_properties.title) == 255


@pytest.mark.parametrize("key", EDITABLE)
def test_looks_are_named_styles_and_no_run_has_a_format_of_its_own(sample: Store, tmp_path: Path, key: str) -> None:
    made = export(sample.reader, key, tmp_path, contexts(sample, key), suffix=".docx")
    document = docx.Document(str(made.path))
    first = document.sections[0]
    for part in (document.element.body, first.first_page_header._element, first.header._element, first.footer._element):
        for look in part.iter(qn("w:rPr")):
            assert {child.tag for child in look} <= {qn("w:rStyle")}, "".join(look.getparent().itertext())
    everywhere = [Paragraph(one, document.element.body) for one in document.element.body.iter(qn("w:p"))]
    named = {style.style_id: style.name for style in document.styles}
    used = {named[one._p.style or "Normal"] for one in everywhere if one.text}
    assert used, "there are words"
    assert "Normal" not in used, "each paragraph says what it is"


def test_the_agenda_is_one_table_which_a_point_can_be_added_to(sample: Store, tmp_path: Path) -> None:
    context = contexts(sample, "agenda")
    made = export(sample.reader, "agenda", tmp_path, context, suffix=".docx")
    points = len(sample.reader.all(AgendaItem, meeting_id=context.meeting_id))
    tables = docx.Document(str(made.path)).tables
    (whole,) = [table for table in tables if len(table.rows) > points]
    held = [p for row in whole.rows for cell in row.cells for p in cell.paragraphs if kept_with_next(p)]
    assert held == [], "no row holds the next: Word would put the whole table on another page"


def kept_with_next(paragraph: Paragraph) -> bool:
    own = paragraph.paragraph_format.keep_with_next
    look = paragraph.style
    return bool(own if own is not None else look is not None and look.paragraph_format.keep_with_next)  # type: ignore[attr-defined]


def test_nothing_is_left_of_the_template_s_own_program_and_document(sample: Store, tmp_path: Path) -> None:
    made = export(sample.reader, "agenda", tmp_path, contexts(sample, "agenda"), suffix=".docx")
    with zipfile.ZipFile(made.path) as archive:
        assert not [name for name in archive.namelist() if "thumbnail" in name]
        said = archive.read("docProps/app.xml").decode() + archive.read("docProps/core.xml").decode()
        assert "Santé 100 jours" in said
        assert "Microsoft" not in said
        assert "python-docx" not in said
        assert 'w:styleId="ColorfulGrid' not in archive.read("word/styles.xml").decode()


def test_the_footer_is_two_lines_with_the_page_at_the_right_edge(sample: Store, tmp_path: Path) -> None:
    made = export(sample.reader, "agenda", tmp_path, contexts(sample, "agenda"), suffix=".docx")
    document = docx.Document(str(made.path))
    place, page = document.sections[0].footer.paragraphs
    assert "Saint-Exemple" in place.text
    assert re.search(r"\tpage\u00a0.*\u00a0sur", page.text)
    stops = [stop.position.mm for stop in document.styles["Footer"].paragraph_format.tab_stops]
    assert stops == [pytest.approx(168, abs=0.2)]


def test_the_slip_of_a_letter_has_boxes_rules_to_write_on_and_a_line_to_cut(sample: Store, tmp_path: Path) -> None:
    made = export(sample.reader, "invitations", tmp_path, contexts(sample, "invitations"), suffix=".docx")
    document = docx.Document(str(made.path))
    slip = document.element.xpath("(//w:tbl[.//w:t='Réponse'])[1]")[0]
    lines = ["".join(node.text or "\t" for node in p.iter(qn("w:t"), qn("w:tab")) if node.getparent().tag != qn("w:tabs"))
             for p in slip.iter(qn("w:p"))]  # fmt: skip
    assert "☐\u00a0viendra\t☐\u00a0ne viendra pas\t☐\u00a0préfère une autre date" in lines
    assert any(re.fullmatch(r"Je souhaite parler de _{30,45}", line) for line in lines)
    assert any(re.fullmatch(r"Me joindre au _{8,20}\tde préférence _{8,25}", line) for line in lines)
    assert slip.xpath(".//w:tblBorders/w:top[@w:val='dashed']")


def test_there_is_room_to_sign_and_rows_are_not_chained_to_the_last(sample: Store, tmp_path: Path) -> None:
    made = export(sample.reader, "referent", tmp_path, contexts(sample, "referent"), suffix=".docx")
    document = docx.Document(str(made.path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    inner = [cell for outer in cells for table in outer.tables for row in table.rows for cell in row.cells]
    signed = [part for cell in [*cells, *inner] for part in cell.paragraphs if part.text.strip() == "Le Maire,"]
    assert signed
    assert all((part.paragraph_format.space_after or 0) >= Mm(25) for part in signed)
    rows = max(document.tables, key=lambda table: len(table.rows)).rows
    chained = [row for row in rows if any(part.paragraph_format.keep_with_next for part in row.cells[-1].paragraphs)]
    assert len(chained) < len(rows) / 2


@pytest.mark.parametrize(
    "key", [key for key in EDITABLE if key not in ("federation-letter", "referent-letter", "invitations")]
)
def test_its_title_is_found_by_word_which_looks_into_no_table(sample: Store, tmp_path: Path, key: str) -> None:
    made = export(sample.reader, key, tmp_path, contexts(sample, key), suffix=".docx")
    titles = [row.style.name for row in docx.Document(str(made.path)).paragraphs if row.style is not None and row.text]
    assert any(str(name).startswith(("Title", "Heading")) for name in titles)
