"""The conditions for success: each line rated, shown, followed; dated reviews; a next step that becomes an action."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.conditions import ConditionMark, ConditionRating, ConditionReview, Rating, Tally
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.services import conditions as service
from msp_desktop.services.conditions import LineView, conditions
from msp_desktop.services.who import one_shown

TODAY, LATER = date(2026, 4, 28), date(2026, 9, 25)


def line(store: Store, code: str) -> LineView:
    found = conditions(store.reader).line(code)
    assert found is not None
    return found


def test_seven_traits_and_twelve_lines_of_four_conditions_are_there_before_anything_is_rated(store: Store) -> None:
    view = conditions(store.reader)
    assert len(view.traits.lines) == 7
    assert [len(group.lines) for group in view.conditions] == [2, 6, 3, 1]
    assert not view.is_begun()
    assert store.reader.all(ConditionRating) == []
    assert service.group_tally(view.conditions) == Tally(unrated=12)


def test_a_rating_has_its_day_and_is_one_step(store: Store) -> None:
    service.rate(store, "portage", Rating.DONE, TODAY)
    assert (line(store, "portage").rating, line(store, "portage").rated_on) == (Rating.DONE, TODAY)
    assert store.undo() == "Noté\u00a0: «\u00a0Un portage politique et institutionnel fort\u00a0», acquis"
    assert line(store, "portage").rating is Rating.NONE
    store.redo()
    assert line(store, "portage").rating is Rating.DONE


def test_the_same_rating_writes_nothing_and_its_day_stays(store: Store) -> None:
    service.rate(store, "portage", Rating.DONE, TODAY)
    service.rate(store, "portage", Rating.DONE, LATER)
    assert line(store, "portage").rated_on == TODAY
    service.rate(store, "evaluation", Rating.NONE, TODAY)
    assert [row.code for row in store.reader.all(ConditionRating)] == ["portage"]


def test_what_shows_it_and_who_sees_to_it_are_kept_and_people_of_the_directory_are_references(store: Store) -> None:
    with store.write("Roche") as transaction:
        roche = transaction.insert(
            Person(category=Category.ELECTED, civility="Mme", first_name="Nadia", last_name="Roche")
        )
    service.update_line(store, "gouvernance", Change(ConditionRating, evidence="Aucun habitant"))
    service.update_line(store, "gouvernance", Change(ConditionRating, person="Nadia Roche, le secrétariat"))
    assert (line(store, "gouvernance").evidence, line(store, "gouvernance").person) == (
        "Aucun habitant", "Mme Nadia Roche, le secrétariat",
    )  # fmt: skip
    assert [link.person_id for link in store.reader.all(Assignment)] == [roche.id]


def test_a_next_step_becomes_an_action_with_its_day_and_who_sees_to_it_once(store: Store) -> None:
    with store.write("Roche") as transaction:
        transaction.insert(Person(category=Category.ELECTED, civility="Mme", first_name="Nadia", last_name="Roche"))
    change = Change(ConditionRating, next_step=" Inviter deux habitants ", due_on=LATER, person="Nadia Roche")
    service.update_line(store, "gouvernance", change)
    action = service.make_action(store, "gouvernance")
    assert (action.title, action.planned_on, action.phase) == ("Inviter deux habitants", LATER, 4)
    assert one_shown(store.reader, Action, action.id).assignee == "Mme Nadia Roche"
    assert service.make_action(store, "gouvernance").id == action.id
    store.undo()
    assert line(store, "gouvernance").action_id is None
    assert line(store, "gouvernance").next_step == " Inviter deux habitants "


def test_an_action_taken_out_leaves_its_line(store: Store) -> None:
    service.update_line(store, "gouvernance", Change(ConditionRating, next_step="Inviter"))
    action = service.make_action(store, "gouvernance")
    with store.write("out") as transaction:
        transaction.delete(Action, action.id)
    assert line(store, "gouvernance").action_id is None


def test_without_a_next_step_there_is_no_action(store: Store) -> None:
    with pytest.raises(UserError, match="prochaine étape"):
        service.make_action(store, "gouvernance")


def test_a_review_keeps_the_ratings_of_its_day(store: Store) -> None:
    service.rate(store, "portage", Rating.PARTLY, TODAY)
    service.date_review(store, TODAY)
    service.rate(store, "portage", Rating.DONE, LATER)
    view = conditions(store.reader)
    (review,) = view.reviews
    assert review.rating("portage") is Rating.PARTLY
    assert review.rating("evaluation") is Rating.NONE
    assert service.review_tally(review, view.conditions) == Tally(partly=1, unrated=11)
    assert view.before(LATER) == review
    assert view.before(TODAY) is None


def test_two_reviews_of_one_day_are_one(store: Store) -> None:
    service.rate(store, "portage", Rating.PARTLY, TODAY)
    service.date_review(store, TODAY)
    service.rate(store, "portage", Rating.DONE, TODAY)
    service.date_review(store, TODAY)
    (review,) = conditions(store.reader).reviews
    assert review.rating("portage") is Rating.DONE
    assert len(store.reader.all(ConditionMark)) == 1


def test_an_empty_review_is_refused_with_what_to_do(store: Store) -> None:
    with pytest.raises(UserError, match="Notez d’abord une ligne"):
        service.date_review(store, TODAY)
    service.update_line(store, "portage", Change(ConditionRating, evidence="le vote"))
    with pytest.raises(UserError):
        service.date_review(store, TODAY)


def test_the_day_of_a_review_is_moved_but_never_onto_another(store: Store) -> None:
    service.rate(store, "portage", Rating.PARTLY, TODAY)
    first = service.date_review(store, TODAY)
    service.move_review(store, first.id, Change(ConditionReview, held_on=date(2026, 3, 30)))
    service.date_review(store, TODAY)
    assert [review.held_on for review in conditions(store.reader).reviews] == [TODAY, date(2026, 3, 30)]
    with pytest.raises(UserError, match="déjà un bilan"):
        service.move_review(store, first.id, Change(ConditionReview, held_on=TODAY))
    service.move_review(store, first.id, Change(ConditionReview, held_on=date(2026, 3, 30)))


def test_a_review_taken_out_comes_back_whole(store: Store) -> None:
    service.rate(store, "portage", Rating.PARTLY, TODAY)
    service.delete_review(store, service.date_review(store, TODAY).id)
    assert conditions(store.reader).reviews == ()
    assert store.reader.all(ConditionMark) == []
    store.undo()
    assert conditions(store.reader).reviews[0].rating("portage") is Rating.PARTLY


def test_the_sample_is_as_far_as_its_story_says(sample: Store) -> None:
    view = conditions(sample.reader)
    assert service.group_tally(view.groups) == Tally(done=7, partly=7, not_yet=5)
    (review,) = view.reviews
    assert service.review_tally(review, view.groups) == Tally(done=2, partly=6, not_yet=11)
    assert [found.person for found in view.lines() if found.next_step] == [
        "Mme Martine Lavergne", "Mme Martine Lavergne", "Mme Nadia Roche", "Mme Julie Perrin", "M. Jean-Pierre Faure",
    ]  # fmt: skip
