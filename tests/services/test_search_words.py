"""What the texts of a record say to whoever searches: the screen's words, never a code."""

from __future__ import annotations

from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.inventory import Need, Tri
from msp_desktop.domain.people import Person
from msp_desktop.domain.premises import PremisesNeed
from msp_desktop.domain.stages import ProjectStage
from msp_desktop.domain.welcome import Moment, Newcomer, WelcomeEntry, WelcomeKind, WelcomeStep
from msp_desktop.method.guidance import compass
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services.search_words import choice_words, words_of


def words(record: object, attribute: str) -> str:
    return words_of(record, attribute, lambda key: f"personne {key}")


def test_a_choice_is_in_the_words_of_the_screen_and_the_unknown_in_none() -> None:
    assert choice_words(ActionState.DROPPED) == "sans objet"
    assert choice_words(Newcomer.JUNIOR) == "docteurs juniors"
    assert choice_words(Moment.FIRST_DAY) == "Le premier jour"
    assert choice_words(Tri.UNKNOWN) == ""


def test_a_code_of_the_method_is_what_it_is_called() -> None:
    assert words(Need(position=1, title="", profession="medecin"), "profession") == "médecin"
    assert words(PremisesNeed(position=1, profession="sage-femme"), "profession") == "sage-femme"
    assert words(PremisesNeed(position=1), "profession") == ""
    assert words(ProjectStage(code="equipe"), "code") == compass().stages[0].title
    assert words(ProjectStage(code="inconnu"), "code") == ""


def test_a_line_of_the_method_is_found_by_its_words_until_the_town_has_its_own() -> None:
    first = kit_welcome().steps[0]
    assert words(WelcomeStep(position=1, kit_code=first.code), "title") == first.title
    assert words(WelcomeStep(position=1, kit_code=first.code, title="Nos mots"), "title") == "Nos mots"
    assert words(WelcomeEntry(position=1, kind=WelcomeKind.HOUSING), "title") == "Logement"
    assert words(WelcomeEntry(position=1, kind=WelcomeKind.HOUSING), "for_whom") == "tous"


def test_several_fields_read_as_one_are_one_text() -> None:
    assert words(Person(civility="Mme", first_name="Ana", last_name="Roux"), "last_name") == "Mme Ana Roux"
