"""What stands around the text: letterhead, running head, footer, and the marks that are never cut."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from msp_desktop.documents import blocks, fonts, style
from msp_desktop.documents.build import build
from msp_desktop.documents.page import Furniture, footer_lines, size
from msp_desktop.documents.text import typed_paragraphs
from tests import pdf
from tests.documents.demo import MADE_AT, arms


def made(text: str = "Un texte.", *, landscape: bool = False, **values: Any) -> bytes:
    """Return a document with this furniture."""
    given: dict[str, Any] = {"title": "Ordre du jour", "commune": "Saint-Essai", "department": "Creuse"}
    target = io.BytesIO()
    story = typed_paragraphs(text, style.style("text"))
    build(
        target,
        [*blocks.title_block("Titre"), *story],
        Furniture(**given | values),
        made_at=MADE_AT,
        landscape=landscape,
    )
    return target.getvalue()


def pages(text: str = "Un texte.", **values: Any) -> list[str]:
    """Return the words of each page of a document with this furniture."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(made(text, **values))).pages]


LONG = "mot " * 3000


@pytest.mark.parametrize(
    ("commune", "words"),
    [
        ("Saint-Essai", "Mairie de Saint-Essai"),
        ("Le Mans", "Mairie du Mans"),
        ("Les Lilas", "Mairie des Lilas"),
        ("Issy", "Mairie d’Issy"),
        ("Évaux", "Mairie d’Évaux"),
        ("La Rochelle", "Mairie de La Rochelle"),
        ("Leers", "Mairie de Leers"),
    ],
)
def test_the_town_hall_takes_its_article(commune: str, words: str) -> None:
    assert words in pages(commune=commune)[0]


def test_a_name_said_two_ways_is_told_by_its_code() -> None:
    assert "Mairie de Hauteville" in pages(commune="Hauteville", insee="02376")[0]
    assert "Mairie d’Hauteville" in pages(commune="Hauteville", insee="51286")[0]


@pytest.mark.parametrize("text", ["Un texte.", LONG, LONG * 5], ids=["one page", "a few", "more than nine"])
@pytest.mark.parametrize("landscape", [False, True])
def test_the_number_of_pages_ends_at_the_edge_of_the_text_on_all_pages(
    text: str, landscape: bool, tmp_path: Path
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(made(text, landscape=landscape, made_on="mardi 28 avril 2026"))
    for number in range(len(PdfReader(path).pages)):
        image = pdf.picture(path, number, dots=144)
        foot = image.copy(0, round(image.height() - 13.5 * 144 / 25.4), image.width(), round(5 * 144 / 25.4))
        _left, _top, right, _bottom = pdf.ink(foot)
        assert abs((image.width() - right) / 144 * 25.4 - 20) < 0.4, number


def test_pages_are_numbered_and_dated() -> None:
    first, *others = pages(LONG, made_on="mardi 28 avril 2026")
    total = 1 + len(others)
    assert total > 2
    assert f"établi le mardi 28 avril 2026 · page 1 sur {total}" in first
    assert f"page {total} sur {total}" in others[-1]
    assert "Ordre du jour · Saint-Essai (Creuse)" in first


def test_a_letter_is_dated_but_not_numbered() -> None:
    (only,) = pages(numbered=False, made_on="mardi 28 avril 2026")
    assert "établi le mardi 28 avril 2026" in only
    assert "page" not in only


def test_later_pages_bear_the_commune_and_the_title_but_no_address() -> None:
    first, second, *_others = pages(LONG, letterhead=("2, place de la Mairie",))
    assert "2, place de la Mairie" in first
    assert "2, place de la Mairie" not in second
    assert second.startswith(("Ordre du jour", "Saint-Essai"))


@pytest.mark.parametrize(
    ("flags", "words"),
    [({"sample": True}, "exemple"), ({"model": True}, "modèle à faire relire"), ({"private": True}, "ne pas diffuser")],
)
@pytest.mark.parametrize("landscape", [False, True])
def test_a_mark_is_on_every_page_however_long_the_title(flags: dict[str, bool], words: str, landscape: bool) -> None:
    title = "Un titre qui n’en finit pas " * 6
    for page in pages(LONG, landscape=landscape, title=title, **flags):
        assert words in page


LONGEST_TOWNS = ("Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "Beaujeu-Saint-Vallier-Pierrejux-et-Quitteur")


@pytest.mark.parametrize("commune", ["Y", "Saint-Exemple", *LONGEST_TOWNS])
@pytest.mark.parametrize(
    "flags", [{}, {"private": True}, {"model": True, "sample": True}, {"sample": True, "fingerprint": "1a2b3c4d"}]
)
@pytest.mark.parametrize("landscape", [False, True])
def test_town_marks_and_page_are_whole_on_every_foot(commune: str, flags: dict[str, bool], landscape: bool) -> None:
    made = "mercredi 28 septembre 2026"
    title = "Déroulé de la maire et de la référente santé"
    for number, page in enumerate(
        pages(LONG, commune=commune, department="Territoire de Belfort", title=title, made_on=made, landscape=landscape, **flags), 1
    ):  # fmt: skip
        assert page.count(commune) >= 2
        assert f"établi le {made} · page {number} sur" in page
        assert ("empreinte 1a2b3c4d" in page) is ("fingerprint" in flags)
        for mark in Furniture(title, commune, "", **flags).footer_marks.split(" · "):
            assert mark in page


def test_the_department_goes_first_then_the_end_of_the_name() -> None:
    furniture = Furniture("Feuille d’émargement de la rencontre", "Saint-Essai", "Creuse")
    whole, without = "Feuille d’émargement de la rencontre · Saint-Essai (Creuse)", furniture.title + " · Saint-Essai"
    assert footer_lines(furniture, fonts.width(whole, fonts.REGULAR, 9)) == [whole]
    assert footer_lines(furniture, fonts.width(whole, fonts.REGULAR, 9) - 1) == [without]
    assert footer_lines(furniture, fonts.width(without, fonts.REGULAR, 9) - 1) == [
        "Feuille d’émargement… · Saint-Essai"
    ]
    assert footer_lines(furniture, 60) == ["Saint-Essai", furniture.title]


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Cahier des charges, diagnostic local", "Cahier des charges"),
        ("Instances, calendrier 2026", "Instances"),
        ("Le chemin vers une maison de santé", "Le chemin vers une maison…"),
        ("Le chemin vers une maison", "Le chemin…"),
    ],
)
def test_a_name_ends_at_its_comma_or_after_a_whole_word(title: str, short: str) -> None:
    lines = footer_lines(
        Furniture(title, "Saint-Essai", ""), fonts.width(f"{title} · Saint-Essai", fonts.REGULAR, 9) - 1
    )
    assert lines == [f"{short} · Saint-Essai"]


def test_what_is_private_says_so_at_the_head_too() -> None:
    first, second, *_others = pages(LONG, private=True)
    assert "Usage personnel, ne pas diffuser" in first
    assert "Ordre du jour : usage personnel, ne pas diffuser" in second


def test_without_a_department_there_are_no_brackets() -> None:
    assert "Ordre du jour · Saint-Essai" in pages(department="")[0]
    assert "(" not in pages(department="")[0]
    assert "Ordre du jour · Paris" in pages(commune="Paris", department="Paris")[0]
    assert "(" not in pages(commune="Paris", department="Paris")[0]


def test_a_name_of_any_length_stays_on_the_sheet() -> None:
    (page,) = pages(commune="Saint-Germain-de-Tallevende-la-Lande-Vaumont" * 3)
    assert "Mairie de Saint-Germain" in page


@pytest.mark.parametrize("picture", [None, b"", b"no picture", arms()])
def test_arms_that_are_no_picture_leave_their_room(picture: bytes | None) -> None:
    assert "Mairie de Saint-Essai" in pages(arms=picture)[0]


def test_a_sheet_lies_down() -> None:
    assert size(wide=True) == size(wide=False)[::-1]


LETTERHEAD = (
    "2, place de la Mairie, 23990 Saint-Essai",
    "05 55 00 00 01 · mairie@essai.example",
    "le mardi de 9 h à 12 h",
)


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize(
    ("flags", "label"),
    [
        ({}, ()),
        ({"private": True}, ("Usage personnel, ne pas diffuser",)),
        ({"model": True}, ("Modèle à faire relire",)),
    ],
)
def test_who_writes_and_to_whom_not_to_show_it_are_heard_once(
    landscape: bool, flags: dict[str, bool], label: tuple[str, ...]
) -> None:
    data = made(LONG, landscape=landscape, letterhead=LETTERHEAD, **flags)
    heard = pdf.heard(data)
    assert heard[: len(label) + 5] == [
        *(("P", words) for words in (*label, "Mairie de Saint-Essai", *LETTERHEAD)),
        ("H1", "Titre"),
    ]
    rest = " ".join(words for _kind, words in heard[len(label) + 5 :])
    assert rest.replace("mot", "").strip() == "", "running heads and footers are not heard"
    pdf.assert_accessible(data)


@pytest.mark.parametrize("flags", [{"private": True}, {"model": True}])
def test_a_label_cuts_no_name(flags: dict[str, bool]) -> None:
    name = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    assert f"Mairie de {name}" in pages(commune=name, **flags)[0]
