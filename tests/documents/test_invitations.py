"""The letters of invitation on paper: one a guest on a new sheet, heard in order, never a signature alone."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from msp_desktop.documents.invitations import write_invitations
from msp_desktop.domain.letters import InvitationText
from tests import pdf
from tests.documents.values import MADE_AT, NOTICE, head


def text(name: str = "Dr Léa Fontanel", **values: Any) -> InvitationText:
    given: dict[str, Any] = {
        "name": name,
        "addressee": (name, "Médecin généraliste", "4 rue du Lavoir", "23990 SAINT-ESSAI"),
        "place_and_date": "Saint-Essai, le vendredi 24 avril 2026",
        "subject": "Invitation à une première rencontre",
        "enclosures": "Ordre du jour",
        "greeting": "Docteur,",
        "before": ("Vous exercez à Saint-Essai. Nous vous proposons un temps d’échange.",),
        "when": "Mardi 12 mai 2026 à 18 h 30",
        "where": ("Salle des associations", "2, place de la Mairie", "Durée prévue : 1 h 25."),
        "after": ("Merci de nous dire si vous pourrez venir.",),
        "closing": "Je vous prie d’agréer, Docteur, l’expression de mes salutations distinguées.",
        "answer_name": name,
        "answer_to": "Première rencontre, mardi 12 mai 2026",
        "answer_by": "à rendre avant le mardi 5 mai 2026 :",
        "answer_where": "mairie, 2, place de la Mairie",
        "notice": NOTICE,
    }
    return InvitationText(**given | values)


def written(*texts: InvitationText, **values: Any) -> bytes:
    target = io.BytesIO()
    write_invitations(target, head(**values), texts, "Première rencontre", MADE_AT, reference="MSE/2026-041")
    return target.getvalue()


def sheets(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def test_each_letter_begins_on_a_new_sheet_and_names_nobody_else() -> None:
    data = written(text("Dr Fontanel"), text("M. Marsac"), text("CPTS du Val"))
    pages = sheets(data)
    assert ["Fontanel" in pages[0], "Marsac" in pages[2], "CPTS du Val" in pages[4]] == [True] * 3
    assert [pages[1], pages[3]] == ["", ""]
    assert not any("page" in page for page in pages), "a letter is not « page 3 sur 5 »"
    assert not any("établi le" in page for page in pages), "each letter bears its own date"
    outline = PdfReader(io.BytesIO(data)).outline
    assert [entry.title for entry in outline] == ["Dr Fontanel", "M. Marsac", "CPTS du Val"]  # type: ignore[union-attr]
    pdf.assert_accessible(data)


def test_a_letter_is_heard_as_it_is_read() -> None:
    heard = pdf.heard(written(text()))
    words = [said for _kind, said in heard]
    order = [
        "Mairie de Saint-Essai", "Affaire suivie par", "MSE/2026-041", "Dr Léa Fontanel", "23990 SAINT-ESSAI",
        "Saint-Essai, le vendredi 24 avril 2026", "Invitation à une première rencontre", "Ordre du jour", "Docteur,",
        "Mardi 12 mai 2026 à 18 h 30", "Merci de nous dire si vous pourrez venir.", "Le Maire,", "Claude Faure",
        "Réponse", "viendra", "Je souhaite parler de",
    ]  # fmt: skip
    places = [words.index(said) for said in order]
    assert places == sorted(places)
    assert [pair for pair in heard if pair[0].startswith("H")] == [
        ("H1", "Invitation à une première rencontre"),
        ("H2", "Réponse"),
    ]


def test_without_an_answer_asked_for_there_is_no_slip() -> None:
    (page,) = sheets(written(text(answer_name="")))
    assert "Réponse" not in page
    assert "Notice complète en mairie." in page


@pytest.mark.parametrize("lines", [1, 5, 8, 12, 20, 40])
@pytest.mark.parametrize("town", ["Ayen", "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"])
def test_nothing_stands_alone_whatever_is_written(lines: int, town: str) -> None:
    long = text(
        before=("Une phrase qui dit pourquoi l’on se retrouve ce soir-là, et ce que l’on espère y entendre. ",) * lines,
        subject="Invitation : réunion de travail de l’équipe de soins à la maison de santé " + town,
        addressee=("Madame le Docteur Marie-Christine", "de la Rochefoucauld-Montbel", "Médecin", "CS 1", "B", "C"),
        where=("Salle polyvalente et culturelle de " + town, "2, place de la Mairie", "Parking."),
    )
    pages = sheets(written(long, commune=town, mayor="Jean-Baptiste-Marie de Saint-Genest-d’Ambière"))
    signed = next(page for page in pages if "Le Maire," in page)
    assert "Ambière" in signed
    assert "Merci de nous dire" in signed
    answered = next(page for page in pages if "Réponse" in page)
    assert "de préférence" in answered
    day = next(page for page in pages if "Mardi 12 mai" in page)
    assert "Parking." in day, "the day and the place are not parted"
