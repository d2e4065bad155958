"""The names people give professions."""

from __future__ import annotations

import pytest

from msp_desktop.method.inventory import kit_inventory
from msp_desktop.method.professions import named_profession, profession_names, professions_in, professions_named

KINE = "masseur-kinesitherapeute"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Kiné", KINE), ("Masseur-kinésithérapeute", KINE), ("MK", KINE), ("M.K.D.E.", KINE), ("KINES", KINE),
        ("Masseurs-Kinésithérapeutes", KINE), ("masseuse-kinésithérapeute", KINE), ("IDE", "infirmier"), ("I.D.E.", "infirmier"),
        ("IDEL", "infirmier"), ("Infirmière libérale", "infirmier"), ("Infirmier(e)", "infirmier"), ("infirmier·ère", "infirmier"),
        ("Infirmier/ière", "infirmier"), ("INFIRMIERES", "infirmier"), ("MG", "medecin"), ("généraliste", "medecin"),
        ("Méd. gén.", "medecin"), ("Dr généraliste", "medecin"), ("Médecine générale", "medecin"),
        ("Chirurgien-dentiste", "chirurgien-dentiste"), ("chirurgienne dentiste", "chirurgien-dentiste"),
        ("SF", "sage-femme"), ("sages femmes", "sage-femme"), ("Pédicure-podologue", "pedicure-podologue"),
        ("diététicien/ne", "dieteticien"), ("Diététicienne nutritionniste", "dieteticien"), ("opticien-lunetier", "opticien"),
        ("Pharmacienne titulaire", "pharmacien"), ("psychologue clinicienne", "psychologue"),
    ],
)  # fmt: skip
def test_a_usual_name_is_known(words: str, code: str) -> None:
    said = named_profession(words)
    assert (said.code, said.speciality, said.doubt) == (code, "", ())


@pytest.mark.parametrize(
    ("words", "code", "speciality"),
    [
        ("Médecin – cardiologue", "medecin", "cardiologie"), ("cardiologue", "medecin", "cardiologie"),
        ("Médecin spécialiste (cardiologie)", "medecin", "cardiologie"), ("O.R.L.", "medecin", "oto-rhino-laryngologie"),
        ("Médecin généraliste - Gynécologie médicale", "medecin", "Gynécologie médicale"), ("IPA", "infirmier", "pratique avancée"),
        ("Chirurgien", "medecin", "chirurgie"), ("Chirurgien orthopédiste", "medecin", "chirurgie (orthopédiste)"),
        ("Orthodontiste", "chirurgien-dentiste", "orthodontie"), ("kiné du sport", KINE, "du sport"),
    ],
)  # fmt: skip
def test_a_speciality_is_told_from_its_profession(words: str, code: str, speciality: str) -> None:
    said = named_profession(words)
    assert (said.code, said.speciality) == (code, speciality)


def test_a_place_of_work_says_the_profession() -> None:
    said = named_profession("Pharmacie du Centre")
    assert (said.code, said.body, said.speciality) == ("pharmacien", "Pharmacie du Centre", "")


@pytest.mark.parametrize("words", ["Ortho", "Dr", "Psy", "biologiste"])
def test_what_may_be_several_is_none(words: str) -> None:
    said = named_profession(words)
    assert said.code == ""
    assert len(said.doubt) > 1


@pytest.mark.parametrize("words", ["", "Naturopathe", "secrétaire", "x" * 5000, "Ostéopathe"])
def test_another_is_none(words: str) -> None:
    assert named_profession(words).code == ""


def test_each_name_of_the_file_says_its_profession() -> None:
    names = profession_names()
    for code, words in names.names.items():
        assert {named_profession(word).code for word in words} == {code}
    for code, specialities in names.specialists.items():
        for speciality, words in specialities.items():
            assert {(named_profession(word).code, named_profession(word).speciality) for word in words} == {
                (code, speciality)
            }
    for entry in kit_inventory().professions[:-1]:
        assert {named_profession(word).code for word in (entry.masculine, entry.feminine, entry.plural)} == {entry.code}
    assert all(named_profession(word).doubt == means for word, means in names.doubtful.items())


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("", set()), ("   ", set()), ("medecin", {"medecin"}), ("Médecin – cardiologue", {"medecin"}), ("O.R.L.", {"medecin"}),
        ("kiné", {KINE}), ("médecin, infirmier", {"medecin", "infirmier"}), ("Médecin et IDEL", {"medecin", "infirmier"}),
        ("ostéopathe", {"autre"}), ("autre", {"autre"}), ("docteur", set()), ("Dr", set()), ("psy", set()),
        ("paramédical", {"infirmier", KINE}), ("un médecin généraliste", {"medecin"}),
    ],
)  # fmt: skip
def test_a_field_names_professions(words: str, codes: set[str]) -> None:
    assert professions_named(words) == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("Environ 140 habitants sans médecin traitant", {"medecin"}),
        ("Six semaines d’attente en kinésithérapie", {KINE}),
        ("Un médecin et une infirmière libérale manquent", {"medecin", "infirmier"}),
        ("Plus d’infirmier·ère le week-end", {"infirmier"}),
        ("Soins dentaires introuvables", {"chirurgien-dentiste"}),
        ("PAS DE PEDIATRE À MOINS DE 40 KM", {"medecin"}),
        ("Des sages-femmes pour les jeunes mères", {"sage-femme"}),
        ("Transports difficiles au-delà de dix kilomètres", set()),
        ("Annonce à la radio", set()),
        ("Le docteur Petit part, dit la MG", set()),
        ("Risques psycho-sociaux au collège", set()),
        ("", set()),
    ],
)
def test_a_sentence_names_professions_by_whole_words(sentence: str, codes: set[str]) -> None:
    assert professions_in(sentence) == codes
