"""The blocks that documents are made of: accessible, split over pages, nothing lost."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdf
import pytest

from msp_desktop.documents import blocks
from tests.documents import demo
from tests.pdf import assert_accessible, heard, read, tagged

STORIES = {"agenda": demo.agenda, "lettre": demo.letter, "tout": demo.everything}


@pytest.mark.parametrize("name", STORIES)
def test_every_block_makes_an_accessible_document(name: str) -> None:
    data, _ = demo.made(STORIES[name])
    assert_accessible(data)


def test_a_short_letter_is_on_one_page() -> None:
    assert demo.made(demo.letter)[1].pages == 1


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


def test_pages_are_filled_though_rows_become_lower() -> None:
    rows = [[f"ligne-{n}.", "mot " * (900 if n < 12 else 1)] for n in range(12 + 300)]
    data, result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [60, 108]))
    sheets = [page.extract_text().count("ligne-") for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert sum(sheets) >= 12 + 300
    low = [count for count in sheets[:-1] if count > 10][1:]
    assert max(low) - min(low) <= 1, sheets
    assert len(low) > 5
    assert low == sheets[-1 - len(low) : -1]
    assert read(data).count("En-tête") == result.pages


@pytest.mark.parametrize("words", [60, 200, 700, 3000], ids=["low", "high", "half a page", "more than a page"])
def test_a_page_bears_the_header_of_a_table_once_at_its_top(words: int) -> None:
    rows = [[f"ligne-{n}.", "mot " * (words if n % 3 == 2 else 5)] for n in range(30)]
    data, result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [60, 108]))
    sheets = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert [sheet.count("En-tête") for sheet in sheets] == [1] * result.pages
    assert "".join(sheets).count("mot") == 20 * 5 + 10 * words


def test_a_row_lower_than_a_page_is_never_cut() -> None:
    rows = [[f"ligne-{n}.", f"début-{n}. {'mot ' * (60 + 17 * (n % 7))} fin-{n}."] for n in range(40)]
    data, _result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [60, 108]))
    sheets = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    for number in range(40):
        assert [sheet for sheet in sheets if f"début-{number}." in sheet and f"fin-{number}." in sheet], number


def test_a_group_names_the_rows_under_it_and_never_ends_a_page() -> None:
    rows: list[Any] = []
    for phase in range(12):
        rows += [
            blocks.Group(f"Phase {phase}", ", jusqu’au mardi"),
            *[[f"ligne-{phase}-{n}.", "b"] for n in range(phase)],
        ]
    data, _result = demo.made(lambda _density: blocks.open_table(["En-tête", "B"], rows, [100, 68], stub=(1,)))
    assert_accessible(data)
    for sheet in pypdf.PdfReader(io.BytesIO(data)).pages[:-1]:
        lines = [line for line in sheet.extract_text().splitlines() if line.startswith(("Phase", "ligne"))]
        assert lines[-1].startswith("ligne")
    told = heard(data)
    assert ("P", "Phase 3, jusqu’au mardi") in told
    heads = [cell for cell in tagged(data, "TH") if cell["/A"][0].get("/ColSpan") == 2]
    assert [cell["/A"][0]["/Scope"] for cell in heads] == ["/Row"] * 12


def test_the_cells_that_head_their_row_are_those_of_the_columns_asked_for() -> None:
    data, _result = demo.made(lambda _density: blocks.open_table(["A", "B"], [["a", "b"]], [84, 84], stub=(1,)))
    assert [str(cell["/A"][0]["/Scope"]) for cell in tagged(data, "TH")] == ["/Column", "/Column", "/Row"]


def test_a_heading_never_stays_alone_at_the_foot_of_a_page() -> None:
    table = blocks.open_table(["A", "B"], [["a", "b"]] * 30, [84, 84])
    story = [*blocks.title_block("Titre"), blocks.gap(185), blocks.section_heading("Annonce"), *table]
    sheets = pypdf.PdfReader(io.BytesIO(demo.made(story)[0])).pages
    assert "Annonce" not in sheets[0].extract_text()
    assert "Annonce" in sheets[1].extract_text()


def lines_of(sheet: pypdf.PageObject) -> list[str]:
    return [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]


@pytest.mark.parametrize("empty", range(150, 221, 5))
def test_what_closes_a_document_keeps_some_lines_before_it(empty: int) -> None:
    words = blocks.sections([blocks.Row("Fin", "Un texte de quelques lignes. " * 30)])
    tail = [blocks.gap(4), blocks.signature(blocks.Signer("Le Maire,", "Jean Faure"), place="Saint-Essai")]
    data, result = demo.made([*blocks.title_block("Titre"), blocks.gap(empty), *blocks.ending(words, tail)])
    last = lines_of(pypdf.PdfReader(io.BytesIO(data)).pages[result.pages - 1])
    signed = next(place for place, line in enumerate(last) if line.startswith("Fait à"))
    assert sum("quelques" in line for line in last[:signed]) >= 2


@pytest.mark.parametrize("empty", range(140, 221, 8))
def test_what_closes_a_table_keeps_a_row_and_its_heading_before_it(empty: int) -> None:
    table = blocks.open_table(["Quoi", "Qui"], [[f"Suite {n}", "Jean"] for n in range(3)], [84, 84])
    tail = [blocks.signature(blocks.Signer("Le Maire,", "Jean Faure"), place="Saint-Essai")]
    story = [
        *blocks.title_block("T"),
        blocks.gap(empty),
        *blocks.ending([blocks.section_heading("Suites"), *table], tail),
    ]
    sheets = [lines_of(sheet) for sheet in pypdf.PdfReader(io.BytesIO(demo.made(story)[0])).pages]
    assert any(line.startswith("Suite ") for line in sheets[-1])
    headed = next(lines for lines in sheets if "Suites" in lines)
    assert any(line.startswith("Suite ") for line in headed[headed.index("Suites") :])


@pytest.mark.parametrize("empty", range(160, 221, 4))
def test_a_heading_inside_a_row_goes_with_its_text(empty: int) -> None:
    halves = blocks.columns(
        [blocks.heading("À privilégier"), *blocks.postures(["Écouter."] * 4, good=True)],
        [blocks.heading("À éviter"), *blocks.postures(["Promettre."] * 4, good=False)],
    )
    sheets = pypdf.PdfReader(io.BytesIO(demo.made([*blocks.title_block("T"), blocks.gap(empty), halves])[0])).pages
    for sheet in sheets:
        text = sheet.extract_text()
        assert ("privilégier" in text) <= ("Écouter" in text)
        assert ("éviter" in text) <= ("Promettre" in text)


def test_no_word_of_a_table_is_broken_where_another_column_can_give_way() -> None:
    rows = [["Relancer", "Jean-Baptiste Saint-Genest-d’Ambière", "mercredi\u00a022\u00a0septembre 2027"]]
    data, _ = demo.made(blocks.open_table(["Quoi", "Qui", "Pour quand"], rows, [110, 30, 28]))
    lines = lines_of(pypdf.PdfReader(io.BytesIO(data)).pages[0])
    assert any("septembre" in line for line in lines)
    assert not any(line.endswith(("septembr", "Ambi", "Gen")) for line in lines)


@pytest.mark.parametrize(
    ("words", "ends"),
    [("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "-"), ("sante.publique@saint-remy-en-bouzemont.fr", "-@.")],
)
def test_a_long_name_breaks_at_its_signs(words: str, ends: str) -> None:
    narrow = blocks.columns(words, "")
    rows = [blocks.Row(label="", content=[narrow])]
    data, _ = demo.made([*blocks.title_block("T"), *blocks.sections(rows)])
    table = blocks.open_table(["a", "b"], [[words, "x " * 300]], [22, 146])
    for made in (data, demo.made(table)[0]):
        lines = pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text().splitlines()
        parts = [line.strip() for line in lines if len(line.strip()) > 2 and line.strip() in words]
        assert "".join(parts) == words
        assert all(part[-1] in ends for part in parts[:-1])


def test_a_word_without_any_sign_is_still_broken_to_stay_on_the_sheet() -> None:
    data, _ = demo.made(blocks.open_table(["a", "b"], [["x-" + "y" * 400, "z"]], [60, 108]))
    assert read(data).count("y") == 400
    for sheet in pypdf.PdfReader(io.BytesIO(data)).pages:
        assert max(len(line) for line in sheet.extract_text().splitlines()) < 60


def words_of(paragraphs: int, *, slip: bool = True, **values: object) -> blocks.Letter:
    answer = blocks.Slip(
        "Docteur Léa Fontanel", "rencontre du mardi 12 mai", "à rendre vite\u00a0:", "mairie, 2, place"
    )
    given: dict[str, object] = {
        "addressee": ("Docteur Léa Fontanel", "23990 SAINT-ESSAI"),
        "place_and_date": "Saint-Essai, le mardi 28 avril 2026",
        "subject": "Invitation",
        "greeting": "Docteur,",
        "body": ["Une phrase qui tient deux lignes, parce qu’elle dit ce qu’il faut dire et un peu plus." * 2]
        * paragraphs,
        "closing": "Je vous prie d’agréer, Docteur, mes salutations.",
        "signer": blocks.Signer("Le Maire,", "Claude Faure"),
        "note": "Données utilisées par la mairie.",
        "slip": answer if slip else None,
        "bookmark": "Dr Léa Fontanel",
    }
    return blocks.Letter(**given | values)  # type: ignore[arg-type]


@pytest.mark.parametrize("paragraphs", range(1, 16))
@pytest.mark.parametrize("slip", [True, False])
def test_the_closing_and_the_signature_are_never_alone_and_the_slip_is_whole(paragraphs: int, slip: bool) -> None:
    data, _result = demo.made(lambda _density: blocks.letter(words_of(paragraphs, slip=slip)))
    sheets = [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    signed = next(sheet for sheet in sheets if "Claude Faure" in sheet)
    assert "Une phrase" in signed
    assert "Le Maire," in signed
    assert "prie d’agréer" in signed
    if slip:
        answered = next(sheet for sheet in sheets if "Réponse" in sheet)
        assert "de préférence" in answered
        assert len(sheets) == (1 if paragraphs <= 6 else 2)
    else:
        assert len(sheets) == (1 if paragraphs <= 6 else 2)


def test_a_letter_is_heard_with_its_subject_as_heading_and_its_slip_too() -> None:
    data, _result = demo.made(lambda _density: blocks.letter(words_of(2)))
    said = heard(data)
    assert [words for kind, words in said if kind == "H1"] == ["Invitation"]
    assert [words for kind, words in said if kind == "H2"] == ["Réponse"]
    assert ("Lbl", "case à cocher") in said
    assert [entry.title for entry in pypdf.PdfReader(io.BytesIO(data)).outline] == ["Dr Léa Fontanel"]
    assert_accessible(data)
