from __future__ import annotations

from pathlib import Path

import pytest

from msp_desktop.domain.inventory import OTHER, Mode
from msp_desktop.domain.official import Standing, WhyAside
from msp_desktop.exchange.open_data.recognise import read_official
from msp_desktop.exchange.open_data.sought import sought_of
from tests.exchange.open_data.rpps_rows import one, put, read_lines, row, text_of


def doctor(**others: str) -> str:
    return row(
        **({"Code_profession": "10", "Libellé_profession": "Médecin", "Code_civilité_d_exercice": "DR"} | others)
    )


def test_a_professional_as_one_writes_them(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        row(
            Raison_sociale="CABINET PETIT", Enseigne_commerciale="MAISON DE SANTE", Numéro_FINESS_site="230000010",
            Numéro_Voie="0012", Indice_répétition="B", Libellé_type_de_voie="Rue", Libellé_Voie="DU LAVOIR",
            Mention_distribution="BP 4", Téléphone="0555000001", Adresse_e_mail="Anne.Petit@exemple.fr",
        ),
    )  # fmt: skip
    assert (found.rpps, found.civility, found.first_name, found.last_name) == ("10000000001", "Mme", "Anne", "Petit")
    assert (found.profession, found.profession_words, found.speciality) == ("infirmier", "infirmier", "")
    assert (found.mode, found.sector, found.structure, found.finess) == (
        Mode.SELF_EMPLOYED, "SA07", "MAISON DE SANTE", "230000010",
    )  # fmt: skip
    assert found.address == "12 bis rue du Lavoir, BP 4"
    assert found.phone.replace("\u00a0", " ") == "05 55 00 00 01"
    assert found.email == "Anne.Petit@exemple.fr"
    assert (found.standing, found.why) == (Standing.HERE, None)


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ("DURAND", "Durand"),
        ("DURAND-PETIT", "Durand-Petit"),
        ("LE GOFF", "Le Goff"),
        ("DE LA TOUR", "de La Tour"),
        ("D'ALMEIDA", "d’Almeida"),
        ("N'GUYEN", "N’Guyen"),
        ("O'BRIEN", "O’Brien"),
        ("LY", "Ly"),
        ('J"O" LY', 'J"O" Ly'),
        ("LEFÈVRE", "Lefèvre"),
        ('DUPONT "LILI"', 'Dupont "Lili"'),
        ("Déjà Écrit", "Déjà Écrit"),
    ],
)
def test_names_without_capitals(tmp_path: Path, told: str, written: str) -> None:
    assert one(tmp_path, row(Nom_d_exercice=told)).last_name == written


def test_a_first_name_in_capitals_too(tmp_path: Path) -> None:
    assert one(tmp_path, row(Prénom_d_exercice="JEAN-LUC")).first_name == "Jean-Luc"


def test_the_old_windows_alphabet_is_read(tmp_path: Path) -> None:
    path = put(tmp_path, text_of([row(Nom_d_exercice="LEFÈVRE")]).decode().encode("cp1252"))
    assert getattr(read_official(path, sought_of(["23096"])).found[0], "last_name", "") == "Lefèvre"


def test_several_activities_are_one_professional(tmp_path: Path) -> None:
    found = one(
        tmp_path,
        row(Raison_sociale="CABINET PETIT"),
        row(
            Code_mode_exercice="S",
            Raison_sociale="CENTRE DE SOINS",
            Téléphone="0555000001",
            Numéro_FINESS_site="230000010",
        ),
    )
    assert found.mode is Mode.MIXED
    assert (found.structure, found.finess) == ("CABINET PETIT", "230000010")
    assert found.phone.endswith("01")


@pytest.mark.parametrize(
    ("modes", "mode"),
    [
        ("LL", Mode.SELF_EMPLOYED),
        ("S", Mode.EMPLOYED),
        ("LB", Mode.SELF_EMPLOYED),
        ("B", Mode.UNKNOWN),
        ("SLB", Mode.MIXED),
    ],
)
def test_how_one_practises(tmp_path: Path, modes: str, mode: Mode) -> None:
    assert one(tmp_path, *(row(Code_mode_exercice=letter) for letter in modes)).mode is mode


@pytest.mark.parametrize(
    ("skills", "speciality"),
    [
        ([], ""),
        ([("SM26", "Qualifié en Médecine Générale")], ""),
        ([("SM53", "Spécialiste en Médecine Générale")], ""),
        ([("SM54", "Médecine Générale"), ("CAPA05", "Capacité de gérontologie")], ""),
        ([("CAPA05", "Capacité de gérontologie")], ""),
        ([("SM04", "Cardiologie et maladies vasculaires")], "cardiologie"),
        ([("SM04", "Cardiologie et maladies vasculaires"), ("SM54", "Médecine Générale")], ""),
        ([("SM42", "Psychiatrie"), ("SM43", "Psychiatrie option enfant & adolescent")], "psychiatrie, pédopsychiatrie"),
        ([("SM34", "O.R.L et chirurgie cervico faciale")], "oto-rhino-laryngologie"),
        ([("SM27", "Médecine interne")], "médecine interne"),
    ],
)
def test_what_a_doctor_is_a_specialist_of(tmp_path: Path, skills: list[tuple[str, str]], speciality: str) -> None:
    lines = [doctor(Code_savoir_faire=code, Libellé_savoir_faire=words) for code, words in skills] or [doctor()]
    found = one(tmp_path, *lines, *lines)
    assert (found.civility, found.profession, found.speciality) == ("Dr", "medecin", speciality)


def test_the_speciality_of_another_profession(tmp_path: Path) -> None:
    found = one(
        tmp_path, row(Code_profession="40", Code_savoir_faire="SCD01", Libellé_savoir_faire="Orthopédie dento-faciale")
    )
    assert (found.profession, found.speciality) == ("chirurgien-dentiste", "orthodontie")


@pytest.mark.parametrize(
    ("activity", "why"),
    [
        ("GENR02", WhyAside.REPLACING),
        ("GENR03", WhyAside.REPLACING),
        ("GENR04", WhyAside.NOT_CARE),
        ("GENR01", None),
        ("", None),
    ],
)
def test_what_is_not_care_is_set_aside(tmp_path: Path, activity: str, why: WhyAside | None) -> None:
    found = one(tmp_path, row(Code_genre=activity))
    assert (found.why, found.standing) == (why, Standing.SET_ASIDE if why else Standing.HERE)


@pytest.mark.parametrize("order", [1, -1])
def test_whoever_also_cares_counts_as_care(tmp_path: Path, order: int) -> None:
    lines = [
        row(Code_genre="GENR04", Code_mode_exercice="S", Raison_sociale="MAIRIE"),
        row(Code_genre="GENR02", Code_mode_exercice="S", Raison_sociale="AILLEURS"),
        row(Code_genre="GENR01", Code_mode_exercice="L", Raison_sociale="CABINET"),
    ]
    found = one(tmp_path, *lines[::order])
    assert (found.standing, found.mode, found.structure) == (Standing.HERE, Mode.SELF_EMPLOYED, "CABINET")
    assert one(tmp_path, *lines[:2][::order]).why is WhyAside.REPLACING


def test_a_profession_that_the_method_does_not_list(tmp_path: Path) -> None:
    counted = one(tmp_path, row(Code_profession="71", Libellé_profession="Ostéopathe"))
    assert (counted.profession, counted.profession_words, counted.standing) == (OTHER, "ostéopathe", Standing.HERE)
    aside = one(tmp_path, row(Code_profession="86", Libellé_profession="Technicien de laboratoire médical"))
    assert (aside.profession, aside.why) == (OTHER, WhyAside.OTHER_PROFESSION)
    assert aside.profession_words == "technicien de laboratoire médical"


def test_what_is_no_number_nor_address_is_left_out(tmp_path: Path) -> None:
    found = one(tmp_path, row(Téléphone="néant", Téléphone_2="05 55 00 00 02", Adresse_e_mail="sans objet"))
    assert (found.phone.replace("\u00a0", " "), found.email) == ("05 55 00 00 02", "")


def test_without_a_number_people_are_told_apart_by_name(tmp_path: Path) -> None:
    nobody = {"Identifiant_PP": "", "Identification_nationale_PP": ""}
    found = read_lines(tmp_path, row(**nobody), row(**nobody), row(**nobody, Nom_d_exercice="ROUX")).found
    assert [getattr(line, "last_name", "") for line in found] == ["Petit", "Roux"]


def test_a_field_of_a_stranger_is_short(tmp_path: Path) -> None:
    found = one(tmp_path, row(Nom_d_exercice="A" * 100_000, Raison_sociale="B" * 100_000))
    assert len(found.last_name) <= 400
    assert len(found.structure) <= 400
