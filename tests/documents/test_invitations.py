"""The letters of invitation: one a guest, each as one writes to that person."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.documents.invitations import write_invitations
from msp_desktop.domain.agenda import MeetingView
from msp_desktop.domain.letterhead import Contact
from msp_desktop.method.meetings import Letter, kit_letters
from tests.documents.values import MADE_AT, guest, head, item, meeting_view, read

FONTANEL = guest(
    1, "médecin généraliste, Guéret", civility="Dr", form_of_address="Docteur", first_name="Léa", last_name="Fontanel",
    address="4, rue du Lavoir\n\n23000 Guéret",
)  # fmt: skip
POINTS = (item(1, "Introduction", 85),)


def written(tmp_path: Path, view: MeetingView, model: Letter | None = None, **values: object) -> str:
    kit = model or kit_letters().invitation
    words: dict[str, tuple[str, ...] | str] = {
        "subject": kit.subject, "body": kit.body, "after": kit.after, "closing": kit.closing,
    }  # fmt: skip
    write_invitations(tmp_path / "x.pdf", head(**values), view, words, MADE_AT)
    return read(tmp_path / "x.pdf")


def test_a_letter_has_its_guest_s_address_and_form_of_address(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS, (FONTANEL,)))
    assert "Dr Léa Fontanel Médecin généraliste, Guéret 4, rue du Lavoir 23000 Guéret" in text
    assert "Docteur, Vous exercez à Saint-Essai ou à proximité" in text
    assert "Je vous prie d’agréer, Docteur, l’expression" in text
    assert "Saint-Essai, le mardi 28 avril 2026" in text


def test_a_form_of_address_is_never_guessed(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS, (guest(1, civility="Dr", last_name="Fontanel"),)))
    assert "Madame, Monsieur," in text
    assert "Docteur" not in text


def test_when_where_and_how_long_are_said_apart(tmp_path: Path) -> None:
    view = meeting_view(POINTS, (FONTANEL,), place_details="2, place de la Mairie\nrez-de-chaussée")
    text = written(tmp_path, view)
    assert "Mardi 12 mai 2026 à 18 h 30" in text
    assert "Salle des associations, 2, place de la Mairie, rez-de-chaussée Durée prévue : 1 h 25." in text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"held_on": None, "starts_at": None}, "Date à fixer"),
        ({"starts_at": None}, "Mardi 12 mai 2026"),
        ({"held_on": None}, "Date à fixer à 18 h 30"),
        ({"place": ""}, "Lieu à préciser"),
        ({"held_on": date(2026, 5, 1), "starts_at": time(9)}, "Vendredi 1er mai 2026 à 9 h"),
    ],
)
def test_what_is_not_settled_yet_is_said(tmp_path: Path, values: dict[str, object], words: str) -> None:
    assert words in written(tmp_path, meeting_view(POINTS, (FONTANEL,), **values))


@pytest.mark.parametrize(
    ("contact", "phone", "email", "words"),
    [
        (Contact(name="N", phone="05 55", email="n@a.fr"), "1", "m@a.fr", "venir, au 05 55 ou à n@a.fr."),
        (Contact(name="N", phone="05 55"), "1", "m@a.fr", "venir, au 05 55."),
        (Contact(name="N", email="n@a.fr"), "1", "m@a.fr", "venir, à n@a.fr."),
        (Contact(name="N", phone="+262 2 62 00", email="n@a.fr"), "", "", "venir, au +262 2 62 00 ou à n@a.fr."),
        (Contact(name="N"), "05 56", "m@a.fr", "venir, au 05 56 ou à m@a.fr."),
        (None, "05 56", "", "venir, au 05 56."),
        (None, "", "", "venir."),
    ],
)
def test_the_way_to_answer_is_the_referent_s_else_the_town_hall_s(
    tmp_path: Path, contact: Contact | None, phone: str, email: str, words: str
) -> None:
    text = written(tmp_path, meeting_view(POINTS, (FONTANEL,)), contact=contact, phone=phone, email=email)
    assert words in text


def test_without_a_deadline_an_answer_is_asked_for_soon(tmp_path: Path) -> None:
    assert "dès que possible si vous pourrez venir" in written(tmp_path, meeting_view(POINTS, (FONTANEL,)))
    dated = written(tmp_path, meeting_view(POINTS, (FONTANEL,), reply_by=date(2026, 5, 5)))
    assert "avant le mardi 5 mai 2026 si vous pourrez venir" in dated


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Réunion d’équipe", "Invitation : réunion d’équipe"),
        ("COPIL du contrat local de santé", "Invitation : COPIL du contrat local de santé"),
        ("L’été des aînés", "Invitation : l’été des aînés"),
    ],
)
def test_the_subject_goes_on_with_the_title_but_leaves_acronyms(tmp_path: Path, title: str, subject: str) -> None:
    view = meeting_view(POINTS, (FONTANEL,), title=title)
    assert subject in written(tmp_path, view, kit_letters().invitation_other)


@pytest.mark.parametrize(
    ("commune", "words"), [("Le Havre", "exercez au Havre"), ("Les Abymes", "aux Abymes"), ("Évaux", "à Évaux")]
)
def test_the_commune_takes_its_article(tmp_path: Path, commune: str, words: str) -> None:
    assert words in written(tmp_path, meeting_view(POINTS, (FONTANEL,)), commune=commune)


def test_each_letter_begins_on_a_new_sheet_and_names_nobody_else(tmp_path: Path) -> None:
    others = (FONTANEL, guest(2, last_name="Marsac"), guest(3, organisation="CPTS du Val"))
    written(tmp_path, meeting_view(POINTS, others))
    pages = [page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages]
    assert ["Fontanel" in pages[0], "Marsac" in pages[2], "CPTS du Val" in pages[4]] == [True] * 3
    assert [pages[1].strip(), pages[3].strip()] == ["", ""]
    assert not any("page" in text for text in pages), "a letter is not « page 3 sur 5 »"


def test_a_guest_s_name_in_braces_stays_as_typed(tmp_path: Path) -> None:
    odd = guest(1, last_name="{commune} %s", form_of_address="{appel}")
    text = written(tmp_path, meeting_view(POINTS, (odd,)))
    assert "{commune} %s" in text
    assert "Je vous prie d’agréer, {appel}, l’expression" in text


def test_a_body_is_named_once(tmp_path: Path) -> None:
    text = written(tmp_path, meeting_view(POINTS, (guest(1, organisation="CPTS du Val"),)))
    assert text.count("CPTS du Val") == 1
