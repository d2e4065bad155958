"""What the cells of a row say of a professional, together: nothing asserted that is not said, nothing lost."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.domain.inventory import AgeBand, Departure, Mode, Proximity
from msp_desktop.domain.town_words import Here
from msp_desktop.services.import_people import PersonRead, read_people
from tests.conftest import TODAY

HERE = Here("Guéret", "23000")


def read(columns: tuple[str, ...] = (), **cells: str) -> PersonRead:
    return read_people(cells, columns or tuple(cells), HERE, TODAY)


def values(**cells: str) -> dict[str, Any]:
    return read(**cells).values


def test_a_row_that_says_all() -> None:
    row = read(
        full_name="Dr DURAND Paul", profession="Médecin – cardiologue", phone="555000001", town="23300 LA SOUTERRAINE",
        departure_on="fin 2027", age_band="62", distance_km="34 km", address="2 rue X",
    )  # fmt: skip
    assert row.doubts == ()
    assert row.values == {
        "last_name": "Durand", "first_name": "Paul", "civility": "Dr", "profession": "medecin", "speciality": "cardiologie",
        "phone": "0555000001", "town": "La Souterraine", "place": Proximity.NEARBY, "distance_km": 34.0,
        "departure": Departure.ANNOUNCED, "departure_on": date(2027, 12, 31), "age_band": AgeBand.FROM_60,
        "address": "2 rue X\n23300 La Souterraine",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("departure", "departure_on", "kind", "day", "doubts"),
    [
        ("annoncé", "fin 2027", Departure.ANNOUNCED, date(2027, 12, 31), 0),
        ("annoncé", "juin 2028", Departure.ANNOUNCED, date(2028, 6, 30), 0),
        ("annoncé", "2027", Departure.ANNOUNCED, None, 1),
        ("annoncé", "à voir", Departure.ANNOUNCED, None, 1),
        ("", "juil-28", Departure.ANNOUNCED, date(2028, 7, 31), 0),
        ("", "07/2028", Departure.ANNOUNCED, date(2028, 7, 31), 0),
        ("", "46752", Departure.ANNOUNCED, date(2027, 12, 31), 0),
        ("retraite en juin 2027", "", Departure.ANNOUNCED, date(2027, 6, 30), 0),
        ("dans 2 ans", "", Departure.WITHIN_2, None, 0),
        ("", "dans 4 ans", Departure.FROM_3_TO_5, None, 0),
        ("été 2027", "", None, None, 1),
        ("T2 2027", "", None, None, 1),
        ("vers 2028", "", None, None, 1),
        ("non", "", Departure.NONE_KNOWN, None, 0),
        ("oui", "", Departure.ANNOUNCED, None, 0),
        ("-", "NC", None, None, 0),
    ],
)  # fmt: skip
def test_a_departure_in_words(
    departure: str, departure_on: str, kind: Departure | None, day: date | None, doubts: int
) -> None:
    row = read(last_name="Durand", departure=departure, departure_on=departure_on)
    assert row.values.get("departure") is kind
    assert row.values.get("departure_on") == day
    assert len(row.doubts) == doubts
    assert all(doubt.kept for doubt in row.doubts)


def test_several_numbers_are_all_kept() -> None:
    row = read(last_name="Durand", phone="05 55 00 00 01 / 600000002")
    assert row.values["phone"] == "05 55 00 00 01"
    assert [(doubt.field, doubt.value, doubt.kept) for doubt in row.doubts] == [("phone", "0600000002", True)]


@pytest.mark.parametrize("words", ["5,55E+08", "sur rendez-vous", "05 55 00 00"])
def test_a_number_that_is_none_stays_where_it_is_and_is_told(words: str) -> None:
    row = read(last_name="Durand", phone=words)
    assert row.values["phone"] == words
    assert [(doubt.field, doubt.value, doubt.kept) for doubt in row.doubts] == [("phone", words, False)]


def test_a_number_that_is_too_long_goes_into_the_notes() -> None:
    row = read(last_name="Durand", phone="0" * 600)
    assert "phone" not in row.values
    assert row.doubts[0].kept


def test_a_number_with_words_stays_as_it_is_typed() -> None:
    assert values(last_name="Durand", phone="05 55 00 00 01 (matin)")["phone"] == "05 55 00 00 01 (matin)"


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"last_name": "Dr DURAND", "first_name": "PAUL"}, ("Dr", "Durand", "Paul")),
        ({"last_name": "DURAND Paul"}, (None, "Durand", "Paul")),
        ({"last_name": "DURAND PETIT", "first_name": "Anne"}, (None, "Durand Petit", "Anne")),
        ({"civility": "Madame", "last_name": "D'ALMEIDA", "first_name": "Eva"}, ("Mme", "d'Almeida", "Eva")),
        ({"civility": "MR", "last_name": "Roux"}, ("M.", "Roux", None)),
        ({"full_name": "Mme de La Rochefoucauld Anne-Marie"}, ("Mme", "de La Rochefoucauld", "Anne-Marie")),
        ({"last_name": "Martin Claude"}, (None, "Martin Claude", None)),
    ],
)
def test_names_are_told_apart(cells: dict[str, str], said: tuple[str | None, ...]) -> None:
    row = read(**cells)
    assert tuple(row.values.get(field) for field in ("civility", "last_name", "first_name")) == said
    assert row.doubts == ()


def test_a_name_that_cannot_be_told_apart_is_kept_whole_and_told() -> None:
    row = read(full_name="Martin Claude")
    assert row.values["last_name"] == "Martin Claude"
    assert [(doubt.field, doubt.kept) for doubt in row.doubts] == [("full_name", False)]
    assert row.doubts[0].why


def test_a_number_beside_a_name_is_a_number() -> None:
    said = values(full_name="Dr Durand Paul – 05 55 00 00 01")
    assert (said["civility"], said["last_name"], said["first_name"], said["phone"]) == (
        "Dr",
        "Durand",
        "Paul",
        "05 55 00 00 01",
    )


def test_a_body_is_nobody() -> None:
    row = read(full_name="Pharmacie du Centre", profession="")
    assert (row.values["organisation"], row.values["profession"]) == ("Pharmacie du Centre", "pharmacien")
    assert "last_name" not in row.values


@pytest.mark.parametrize(
    ("words", "code", "speciality"),
    [("Naturopathe", "autre", "Naturopathe"), ("Ortho", "autre", "Ortho"), ("Kiné", "masseur-kinesitherapeute", None)],
)
def test_a_profession_that_is_not_known_is_told_and_kept(words: str, code: str, speciality: str | None) -> None:
    row = read(last_name="Durand", profession=words)
    assert row.values["profession"] == code
    assert row.values.get("speciality") == speciality
    assert [doubt.value for doubt in row.doubts] == ([words] if speciality else [])


def test_a_profession_that_is_missing_is_told_where_there_is_a_column_of_them() -> None:
    assert [doubt.field for doubt in read(("last_name", "profession"), last_name="Petit").doubts] == ["profession"]
    assert read(("last_name",), last_name="Petit").doubts == ()


@pytest.mark.parametrize(
    ("cells", "mode"),
    [
        ({"profession": "Infirmière libérale"}, Mode.SELF_EMPLOYED),
        ({"profession": "médecin salarié"}, Mode.EMPLOYED),
        ({"mode": "Libéral, indépendant"}, Mode.SELF_EMPLOYED),
        ({"mode": "libéral et salarié"}, Mode.MIXED),
        ({"profession": "médecin"}, None),
    ],
)
def test_how_one_practises(cells: dict[str, str], mode: Mode | None) -> None:
    assert values(last_name="Durand", **cells).get("mode") is mode


@pytest.mark.parametrize(
    ("words", "band"),
    [
        ("62", AgeBand.FROM_60), ("62 ans", AgeBand.FROM_60), ("60-64", AgeBand.FROM_60), ("50 à 54 ans", AgeBand.FROM_50),
        ("40–49 ans", AgeBand.FROM_40), ("moins de 40 ans", AgeBand.UNDER_40), ("< 40", AgeBand.UNDER_40),
        ("65 ans et plus", AgeBand.FROM_65), ("> 65", AgeBand.FROM_65), ("> 60", None), ("50-64", None), ("soixante", None),
        ("12/05/1961", None), ("1961", None),
    ],
)  # fmt: skip
def test_only_a_band_of_age_is_kept(words: str, band: AgeBand | None) -> None:
    row = read(last_name="Durand", age_band=words)
    assert row.values.get("age_band") is band
    assert [doubt.kept for doubt in row.doubts] == ([] if band else [False])
