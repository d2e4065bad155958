"""The inventory with names: a table of three lines a person, all that is known of each, and for the town hall alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs
from pypdf import PdfReader

from msp_desktop.documents.inventory_names import details, write_inventory_names
from msp_desktop.domain.inventory import AgeBand, Departure, HealthProfessional, Mode, Proximity, Tri
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.people import Person
from tests.documents.values import MADE_AT, NOTICE, head, read
from tests.pdf import assert_accessible, heard, tagged

KNOWN: dict[str, Any] = {
    "mode": Mode.SELF_EMPLOYED,
    "age_band": AgeBand.FROM_60,
    "departure": Departure.WITHIN_2,
    "works_alone": Tri.YES,
    "ready": Tri.NO,
    "new_patients": Tri.YES,
    "checked_on": date(2026, 4, 14),
}


def view(row: dict[str, Any] | None = None, **person: Any) -> ProfessionalView:
    who = Person(id=1, **{"last_name": "Fontanel", "first_name": "Léa", "civility": "Dr", **person})
    own = HealthProfessional(id=1, person_id=1, profession="medecin", **row or {})
    where = "commune" if own.place is Proximity.HERE else f"{own.town}, 11\u00a0km"
    return ProfessionalView(id=1, name="Dr Léa Fontanel", label="médecin", where=where, person=who, row=own)


def written(tmp_path: Path, *views: ProfessionalView, **of_head: Any) -> str:
    write_inventory_names(tmp_path / "x.pdf", head(**of_head), views, MADE_AT, NOTICE)
    return read(tmp_path / "x.pdf")


def pages(tmp_path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "x.pdf").pages]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"mode": Mode.SELF_EMPLOYED}, "libéral"),
        ({"age_band": AgeBand.FROM_60}, "60–64 ans"),
        ({"age_band": AgeBand.FROM_60, "age_noted_on": date(2026, 4, 14)}, "âge noté le 14 avril 2026"),
        ({"departure": Departure.WITHIN_2}, "d’ici 2 ans"),
        ({"departure": Departure.ANNOUNCED}, "annoncé"),
        ({"departure": Departure.ANNOUNCED, "departure_on": date(2027, 1, 1)}, "annoncé, janvier 2027"),
        ({"departure": Departure.ANNOUNCED, "departure_on": date(2027, 1, 1)}, "départ le 1er janvier 2027"),
        ({"departure": Departure.ANNOUNCED, "departure_on": date(2028, 7, 31)}, "départ en juillet 2028"),
        ({"departure": Departure.NONE_KNOWN}, "aucun connu"),
        ({"checked_on": date(2026, 4, 14)}, "vérifié le 14 avril 2026"),
        ({"source": "annuaire"}, "source : annuaire"),
        ({"speciality": "Médecine générale"}, "médecin généraliste"),
    ],
)
def test_each_fact_is_in_french_words(row: dict[str, Any], words: str, tmp_path: Path) -> None:
    assert words in written(tmp_path, view(row))


def test_what_is_not_known_is_a_dash_and_the_paper_says_so(tmp_path: Path) -> None:
    text = written(tmp_path, view())
    assert "« – » : non renseigné" in text
    cells = [words for kind, words in heard((tmp_path / "x.pdf").read_bytes()) if kind == "P"]
    assert cells.count("–") == 6  # how one works, age, departure, and three answers
    assert details(view()) == []


def test_the_three_answers_are_told_apart(tmp_path: Path) -> None:
    written(tmp_path, view(KNOWN), view({"works_alone": Tri.NO}))
    told = heard((tmp_path / "x.pdf").read_bytes())
    cells = [words for kind, words in told if kind == "P" and words in ("oui", "non", "–")]
    assert cells == ["oui", "non", "oui", "–", "–", "–", "non", "–", "–"]


def test_everything_typed_of_a_person_is_there_but_how_they_are_addressed(tmp_path: Path) -> None:
    text = written(
        tmp_path,
        view(
            phone="0555000001", email="a@b.example", function="Coordinatrice", organisation="Cabinet du Lavoir",
            address="4, rue du Lavoir\n23000 Guéret", notes="<b>Part</b> en juin", form_of_address="Chère consœur",
        ),
    )  # fmt: skip
    for words in (
        "Fontanel Léa, Dr", "05 55 00 00 01", "a@b.example", "Coordinatrice", "Cabinet du Lavoir",
        "4, rue du Lavoir, 23000 Guéret", "<b>Part</b> en juin",
    ):  # fmt: skip
        assert words in text
    assert "consœur" not in text
    assert "Formule" not in text


@pytest.mark.parametrize(
    ("commune", "here", "told"),
    [
        ("Le Grand-Bourg", "Le Grand-Bourg", ""),
        ("Les Abymes", "Les Abymes", ""),
        (
            "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson",
            "ici",
            "« ici » : à Saint-Remy-en-Bouzemont-Saint-Genest-et-",
        ),
    ],
)
def test_who_works_in_the_town_is_in_it_by_its_name(commune: str, here: str, told: str, tmp_path: Path) -> None:
    text = written(tmp_path, view(), view({"place": Proximity.NEARBY, "town": "Bourg-Témoin"}), commune=commune)
    cells = [words.replace("\u00a0", " ") for kind, words in heard((tmp_path / "x.pdf").read_bytes()) if kind == "P"]
    assert here in cells
    assert "Bourg-Témoin, 11 km" in cells
    assert "commune" not in cells
    assert told in text


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 professionnel à Saint-Essai"), (2, "2 professionnels à Saint-Essai")]
)
def test_they_are_counted(tmp_path: Path, count: int, words: str) -> None:
    text = written(tmp_path, *[view()] * count)
    assert words in text
    assert "ne pas diffuser" in text


def test_why_it_is_held_how_long_and_what_each_may_ask_is_said(tmp_path: Path) -> None:
    text = written(tmp_path, view())
    for words in ("mission d’intérêt public", "28 avril 2027", "Notice complète en mairie."):
        assert words in text


def many(count: int, notes: str = "", **more: Any) -> list[ProfessionalView]:
    return [
        structs.replace(
            view(
                KNOWN, last_name=f"Nom{number:03d}", phone="0555000001", email=f"nom{number}@cabinet.example",
                notes=notes, **more,
            ), id=number,
        )
        for number in range(count)
    ]  # fmt: skip


def test_fourteen_people_are_on_two_pages(tmp_path: Path) -> None:
    written(tmp_path, *many(14, notes="Souhaite transmettre sa patientèle à une équipe, en douceur."))
    assert len(pages(tmp_path)) == 2


@pytest.mark.parametrize(
    "more", [{}, {"address": "4, rue du Lavoir, 23990 Saint-Exemple", "notes": "À rappeler le midi. " * 5}]
)
def test_two_hundred_people_are_on_fewer_than_twenty_pages_and_nobody_is_split(
    more: dict[str, Any], tmp_path: Path
) -> None:
    text = written(tmp_path, *many(200, **more))
    sheets = pages(tmp_path)
    assert len(sheets) < 20
    for number in range(200):
        assert text.count(f"Nom{number:03d} Léa") == 1
        assert [s for s in sheets if f"Nom{number:03d} Léa" in s and f"nom{number}@cabinet" in s]
    told = sheets[: next(n for n, sheet in enumerate(sheets) if "Nom199" in sheet) + 1]
    assert all(sheet.count("s’engager") == 1 for sheet in told)


def test_notes_of_any_length_are_whole_and_stay_with_their_person_where_they_hold(tmp_path: Path) -> None:
    notes = [" ".join(f"mot{number}-{of}." for number in range(60 + 300 * of)) for of in range(5)]
    views = [structs.replace(v, person=structs.replace(v.person, notes=n)) for v, n in zip(many(5), notes, strict=True)]
    text = written(tmp_path, *views)
    for of in range(5):
        assert all(f"mot{number}-{of}." in text for number in range(60 + 300 * of))
    assert_accessible((tmp_path / "x.pdf").read_bytes())


def test_nothing_said_under_several_columns_is_over_what_stands_in_one_of_them(tmp_path: Path) -> None:
    row = {"departure": Departure.ANNOUNCED, "departure_on": date(2027, 9, 1), "age_band": AgeBand.FROM_65}
    written(tmp_path, view(row, email="a@b.example"))
    heights: dict[str, float] = {}

    def note(words: str, of_page: list[float], of_text: list[float], *_font: object) -> None:
        heights[" ".join(words.split())] = of_text[5] + of_page[5]

    PdfReader(tmp_path / "x.pdf").pages[0].extract_text(visitor_text=note)
    under = next(height for words, height in heights.items() if words.startswith("a@b.example"))
    assert under < next(
        height for words, height in heights.items() if words.endswith("2027") and "annoncé" not in words
    )


def test_a_listener_hears_a_table_whose_rows_bear_a_name(tmp_path: Path) -> None:
    written(tmp_path, *many(3))
    data = (tmp_path / "x.pdf").read_bytes()
    assert_accessible(data)
    scopes = [str(cell["/A"][0]["/Scope"]) for cell in tagged(data, "TH")]
    assert scopes == ["/Column"] * 6 + ["/Row"] * 3
    assert len(tagged(data, "TR")) == 4
    told = heard(data)
    assert ("H1", "État des lieux nominatif") in told
    assert [words for kind, words in told if kind == "H2"] == ["À surveiller", "Qui a ce papier", "Vos droits"]


@pytest.mark.parametrize("commune", ["Y", "Saint-Exemple", "L’Haÿ-les-Roses"])
def test_the_foot_is_whole(commune: str, tmp_path: Path) -> None:
    written(tmp_path, *many(2), commune=commune)
    foot = f"État des lieux nominatif · {commune} · usage interne – ne pas diffuser"
    assert foot in pages(tmp_path)[0].replace(" (Creuse)", "")
