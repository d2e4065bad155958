"""The names other people give their columns."""

from __future__ import annotations

import pytest

from msp_desktop.domain.column_words import field_named


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Nom", "last_name"), ("NOM D’USAGE", "last_name"), ("Nom du praticien", "last_name"), ("Nom d'exercice", "last_name"),
        ("Prénom(s)", "first_name"), ("Nom et prénom", "full_name"), ("NOM Prénom", "full_name"), ("Nom / Prénom", "full_name"),
        ("Prénom, nom", "full_name"), ("Praticien", "full_name"), ("Nom Prénom du professionnel", "full_name"),
        ("Tél.", "phone"), ("N° de téléphone", "phone"), ("Tél. cabinet", "phone"), ("Téléphone 2", "phone"), ("GSM", "phone"),
        ("Téléphone (coord. structure)", "phone"), ("Portable pro", "phone"), ("Adresse e-mail (coord. structure)", "email"),
        ("Mail professionnel", "email"), ("@ mail", "email"), ("Libellé commune (coord. structure)", "town"),
        ("Ville du cabinet", "town"), ("Commune d’exercice", "town"), ("Code postal (coord. structure)", "postcode"), ("CP", "postcode"),
        ("Libellé profession", "profession"), ("Métier / profession", "profession"), ("Libellé savoir-faire", "speciality"),
        ("Libellé mode exercice", "mode"), ("Raison sociale site", "organisation"), ("Départ en retraite", "departure"),
        ("Date de départ en retraite", "departure_on"), ("Année de départ", "departure_on"), ("Distance (km)", "distance_km"),
        ("Âge", "age_band"), ("Observations", "notes"), ("Adresse postale", "address"), ("Civ.", "civility"),
        ("Métier exercé", "profession"), ("Profession pratiquée", "profession"),
        ("Identifiant PP", "rpps"), ("N° RPPS", "rpps"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name(name: str, field: str) -> None:
    assert field_named(name) == field


@pytest.mark.parametrize(
    "name",
    ["", "Pointure", "Nom du cabinet et du secteur", "Code profession", "Commune (code)", "Commune (INSEE)", "Code commune (coord. structure)", "Télécopie",
     "Date de naissance", "Date", "Type d'identifiant PP", "Site web", "Nom du maire", "x" * 5000, "médecin"],
)  # fmt: skip
def test_another_is_not(name: str) -> None:
    assert field_named(name) == ""
