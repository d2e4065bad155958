"""What designates a person is told from what may go round the table."""

from __future__ import annotations

import pytest
from msgspec import structs

from msp_desktop.domain.inventory import Dynamic, Need, Offer, Proximity
from msp_desktop.domain.inventory_privacy import alone, designates, naming, nobody_named, shown, who_of, withheld
from msp_desktop.domain.inventory_views import DepartureSpan, ProfessionalView, ProfessionCount
from msp_desktop.domain.people import Person
from tests.domain.build import professional

COUNTS = (
    ProfessionCount("medecin", "médecins", 1, 2),
    ProfessionCount("infirmier", "infirmiers", 3, 1),
    ProfessionCount("dentiste", "dentiste", 0, 1),
)


def named(last_name: str) -> ProfessionalView:
    return structs.replace(professional(1), person=Person(id=1, civility="Dr", last_name=last_name))


@pytest.mark.parametrize(
    ("profession", "place", "one"),
    [
        ("medecin", Proximity.HERE, True),
        ("medecin", Proximity.NEARBY, False),
        ("infirmier", Proximity.HERE, False),
        ("infirmier", Proximity.NEARBY, True),
        ("dentiste", Proximity.NEARBY, True),
    ],
)
def test_a_profession_designates_where_one_person_has_it(profession: str, place: Proximity, one: bool) -> None:
    span = DepartureSpan("mot", "annoncé, juillet 2027", 2027, 2027.5, False, place, profession)
    assert designates(span, COUNTS) is one
    assert ((profession, place) in alone(COUNTS)) is one


@pytest.mark.parametrize("words", ["le Dr Fontanel", "FONTANEL et son équipe", "(Fontanel)", "L’équipe de Fontanel."])
def test_a_last_name_in_words_names_somebody(words: str) -> None:
    assert naming([named("Fontanel")])(words)
    assert shown(words, naming([named("Fontanel")]), "un professionnel") == "un professionnel"


@pytest.mark.parametrize(
    ("last_name", "words"),
    [
        ("Petit", "un petit groupe"),
        ("Petit", "les Petits Frères"),
        ("Le", "Le groupe"),
        ("", "n’importe qui"),
        ("Roy", "royal"),
    ],
)
def test_a_word_that_looks_like_a_name_names_nobody(last_name: str, words: str) -> None:
    assert not naming([named(last_name)])(words)
    assert shown(words, naming([named(last_name)]), "un professionnel") == words


@pytest.mark.parametrize("last_name", ["محمد", "כהן", "王小明"])
def test_a_name_in_letters_that_have_no_capital_is_one(last_name: str) -> None:
    assert naming([named(last_name)])(f"vu avec {last_name} hier")
    assert not naming([named(last_name)])("vu avec le maire hier")


def test_what_names_somebody_is_kept_for_the_version_with_names() -> None:
    need = Need(id=1, position=1, title="Délais", said_by="Dr Fontanel")
    dynamic = Dynamic(id=1, position=1, title="Sorties", who="les infirmiers", details="Avec Fontanel.")
    offer = Offer(id=1, position=1, kind="ehpad", name="Tilleuls", details="42 places")
    told = withheld([named("Fontanel")], [need, dynamic, offer])
    assert [(row.title, row.who, row.details) for row in told] == [
        ("Délais", "Dr Fontanel", ""),
        ("Sorties", "", "Avec Fontanel."),
    ]
    assert [who_of(row) for row in (need, offer)] == ["Dr Fontanel", ""]


def test_departures_that_are_not_named_are_counted() -> None:
    assert nobody_named(0) == ""
    assert nobody_named(1).startswith("1\u00a0départ dont le métier")
    assert nobody_named(3).startswith("3\u00a0départs dont le métier")


@pytest.mark.parametrize(
    ("last_name", "words", "said"),
    [
        ("Lefèvre", "Madame Lefevre est d’accord", True),
        ("Duret", "mme duret rappellera", True),
        ("Duret", "le sol est duret", False),
        ("Li", "M. Li part en juin", True),
        ("Li", "Li part en juin", False),
        ("Le Guern-Villeneuve", "Villeneuve cherche un associé", True),
        ("Le Guern-Villeneuve", "Dr LE GUERN VILLENEUVE", True),
        ("D’Arc", "avec d’Arc demain", True),
        ("", "Personne", False),
    ],
)
def test_a_name_is_known_however_it_is_written(last_name: str, words: str, said: bool) -> None:
    assert naming([named(last_name)])(words) is said
