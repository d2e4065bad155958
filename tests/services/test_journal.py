"""The journal: drafts from the first word, what is owed, what answers it, what is found again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.follow_ups import Owed
from msp_desktop.domain.journal import Asked, Begin, StepState
from msp_desktop.domain.meetings import Meeting
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.services import journal
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.evidence import shows_done
from tests.conftest import TODAY


@pytest.fixture
def roux(store: Store) -> Person:
    with store.write("Annuaire") as tx:
        return tx.insert(Person(civility="Mme", last_name="Roux", category=Category.FEDERATION))


def noted(store: Store, **values: Any) -> Exchange:
    """Note an exchange in full."""
    given: dict[str, Any] = {"held_on": date(2026, 4, 16), "subject": "Un appel"}
    return journal.finish(store, journal.begin_exchange(store, Exchange(**given | values)).id)


def test_an_exchange_is_a_draft_until_it_is_finished(store: Store, roux: Person) -> None:
    begun = journal.begin_exchange(store, Exchange(held_on=TODAY, with_whom="Mme Roux", said="Elle accepte."))
    assert begun.draft
    (entry,) = journal.entries(store.reader)
    assert (entry.names, entry.person_ids, entry.exchange.with_whom) == (("Mme Roux",), (roux.id,), "")
    assert [row.id for row in journal.drafts(store.reader)] == [begun.id]
    journal.finish(store, begun.id)
    assert journal.drafts(store.reader) == []
    store.undo()
    assert store.reader.one(Exchange, begun.id).draft


def test_what_is_thrown_away_comes_back_whole(store: Store, roux: Person) -> None:
    begun = journal.begin_exchange(store, Exchange(held_on=TODAY, with_whom="Mme Roux, le secrétariat", said="a"))
    before = journal.entry(store.reader, begun.id)
    journal.throw_away(store, begun.id)
    assert journal.entries(store.reader) == []
    store.undo()
    assert journal.entry(store.reader, begun.id) == before


def test_an_exchange_that_says_nothing_is_not_finished(store: Store, roux: Person) -> None:
    empty = journal.begin_exchange(store, Exchange(held_on=TODAY))
    with pytest.raises(UserError):
        journal.finish(store, empty.id)
    journal.update_exchange(store, empty.id, Change(Exchange, with_whom="Mme Roux"))
    assert not journal.finish(store, empty.id).draft


def test_what_is_owed_is_listed_by_its_day_without_drafts(store: Store, roux: Person) -> None:
    noted(store, next_step="rappeler", next_step_on=date(2026, 4, 20), with_whom="Mme Roux")
    noted(store, subject="La visite", next_step_on=TODAY)
    noted(store, next_step="relancer", next_step_on=date(2026, 5, 5))
    noted(store, next_step="un jour")
    noted(store, next_step="fini", next_step_on=TODAY, next_step_done_on=TODAY)
    noted(store)
    journal.begin_exchange(store, Exchange(held_on=TODAY, next_step="brouillon", next_step_on=TODAY))
    found = journal.follow_ups(store.reader, TODAY)
    assert [(one.what, one.whom, one.state, one.days_late) for one in found] == [
        ("rappeler", "Mme Roux", Owed.LATE, 8),
        ("La visite", "", Owed.TODAY, 0),
        ("relancer", "", Owed.NEXT, 0),
        ("un jour", "", Owed.UNDATED, 0),
    ]
    assert [one.what for one in journal.follow_ups_due(store.reader, TODAY)] == ["rappeler", "La visite"]


def test_done_leaves_the_list_and_undo_brings_it_back(store: Store) -> None:
    one = noted(store, next_step="rappeler", next_step_on=date(2026, 4, 20))
    journal.mark_done(store, one.id, TODAY)
    assert journal.follow_ups(store.reader, TODAY) == []
    assert journal.entry(store.reader, one.id).done_on == TODAY
    store.undo()
    assert len(journal.follow_ups(store.reader, TODAY)) == 1


def test_a_week_more_skips_what_the_commune_does_not_work(store: Store) -> None:
    one = noted(store, next_step="rappeler", next_step_on=date(2026, 5, 1))
    assert journal.put_off(store, one.id, TODAY) == date(2026, 5, 11)
    assert store.reader.one(Exchange, one.id).next_step_on == date(2026, 5, 11)
    assert "lundi" in (store.history.undo_label() or "")
    last = noted(store, next_step="au bout", next_step_on=date(2199, 12, 30))
    with pytest.raises(UserError):
        journal.put_off(store, last.id, TODAY)


def test_an_answer_does_what_it_answers_once_it_is_finished(store: Store, roux: Person) -> None:
    asked = noted(store, with_whom="Mme Roux", next_step="rappeler", next_step_on=date(2026, 4, 20))
    reply = journal.begin_exchange(store, Exchange(held_on=TODAY, with_whom="Mme Roux"))
    offered = journal.answerable(store.reader, journal.entry(store.reader, reply.id).exchange, TODAY)
    assert offered is not None
    assert offered.id == asked.id
    journal.answer(store, reply.id, asked.id)
    assert journal.follow_ups(store.reader, TODAY), "a draft answers nothing yet"
    journal.finish(store, reply.id)
    assert journal.follow_ups(store.reader, TODAY) == []
    assert journal.entry(store.reader, asked.id).done_on == TODAY
    assert journal.entry(store.reader, asked.id).step is StepState.DONE
    again = journal.answerable(store.reader, store.reader.one(Exchange, reply.id), TODAY)
    assert again is not None
    assert again.id == asked.id, "it is shown with what it answers"
    journal.throw_away(store, reply.id)
    assert [one.id for one in journal.follow_ups(store.reader, TODAY)] == [asked.id]


def test_the_late_one_of_the_same_people_is_offered_and_nobody_else_s(store: Store, roux: Person) -> None:
    noted(store, with_whom="Mme Petit", next_step="autre chose", next_step_on=date(2026, 4, 1))
    noted(store, with_whom="Mme Roux", next_step="plus tard", next_step_on=date(2026, 5, 20))
    late = noted(store, with_whom="Mme Roux", next_step="rappeler", next_step_on=date(2026, 4, 20))
    reply = noted(store, held_on=TODAY, with_whom="Mme Roux")
    offered = journal.answerable(store.reader, reply, TODAY)
    assert offered is not None
    assert offered.id == late.id
    earlier = noted(store, held_on=date(2026, 4, 1), with_whom="Mme Roux")
    assert journal.answerable(store.reader, earlier, TODAY) is None, "nobody answers what was not asked yet"
    assert journal.answerable(store.reader, noted(store, held_on=TODAY), TODAY) is None


def test_who_sees_to_it_is_kept_as_a_person_or_as_words(store: Store, roux: Person) -> None:
    one = noted(store, next_step="rappeler", next_step_by="Mme Roux, le secrétariat")
    assert journal.entry(store.reader, one.id).by == "Mme Roux, le secrétariat"
    with store.write("Nom") as tx:
        tx.update(roux.id, Change(Person, last_name="Leroux"))
    assert journal.entry(store.reader, one.id).by == "Mme Leroux, le secrétariat"


def test_the_journal_is_filtered_by_words_period_and_person(store: Store, roux: Person) -> None:
    noted(store, held_on=date(2026, 3, 2), with_whom="Mme Roux", subject="Château")
    noted(store, held_on=date(2026, 4, 2), with_whom="Mme Roux", said="Ils viendront à L’Haÿ")
    noted(store, held_on=date(2026, 4, 3), with_whom="Mme Petit", subject="Chateau")

    def subjects(**asked: Any) -> list[int]:
        return [one.exchange.held_on.day for one in journal.found(store.reader, Asked(**asked))]

    assert subjects() == [3, 2, 2]
    assert subjects(text="chateau") == [3, 2]
    assert subjects(text="lhay") == subjects(text="L'HAŸ") == [2]
    assert subjects(text="roux chat") == [2]
    assert subjects(since=date(2026, 4, 2)) == [3, 2]
    assert subjects(until=date(2026, 4, 2)) == [2, 2]
    assert subjects(person_id=roux.id) == [2, 2]
    assert subjects(person_id=roux.id, since=date(2026, 4, 1), text="viendront") == [2]


def test_a_new_one_begins_with_what_is_in_view(store: Store, roux: Person) -> None:
    action = store.reader.all(Action, kit_code="contact-federation")[0]
    begun = journal.blank(store.reader, Begin(person_ids=(roux.id,), action_id=action.id), TODAY)
    assert (begun.held_on, begun.with_whom, begun.action_id) == (TODAY, "Mme Roux", action.id)
    assert begun.category is Category.FEDERATION
    with store.write("Réunion") as tx:
        meeting = tx.insert(Meeting(uid="m", kind="equipe", title="Réunion de l’équipe"))
    assert journal.blank(store.reader, Begin(meeting_id=meeting.id), TODAY).subject == "Réunion de l’équipe"
    gone = journal.blank(store.reader, Begin(person_ids=(999,), action_id=999, meeting_id=999), TODAY)
    assert gone == Exchange(held_on=TODAY)


@pytest.mark.parametrize("typed", ["Mme Roux", "la Fédération", "M. Faure"])
def test_the_federation_is_contacted_by_a_finished_exchange_with_somebody_of_it(
    store: Store, roux: Person, typed: str
) -> None:
    with store.write("Annuaire") as tx:
        body = tx.insert(Person(organisation="Fémas d’essai", category=Category.FEDERATION))
        tx.insert(Person(civility="M.", last_name="Faure", body_id=body.id))
    noted(store, with_whom="Mme Petit")
    assert not shows_done(store.reader, "contact-federation")
    begun = journal.begin_exchange(store, Exchange(held_on=TODAY, with_whom=typed))
    assert not shows_done(store.reader, "contact-federation"), "a draft is no exchange yet"
    journal.finish(store, begun.id)
    assert shows_done(store.reader, "contact-federation")


@pytest.mark.parametrize(
    ("region", "words", "meant"),
    [
        ("84", "FemasAURA", True),
        ("84", "Mme Vey, femasaura&co", True),
        ("24", "la FMPS", True),
        ("52", "l’APMSL", True),
        ("52", "association des parents d’élèves", False),
        ("01", "FEMAG", True),
        ("01", "Mme Femagret", False),
        ("01", "la fédération", True),
    ],
)
def test_the_federation_is_known_by_its_name_in_words(store: Store, region: str, words: str, meant: bool) -> None:
    update_commune(store, Change(Commune, region_code=region))
    noted = journal.note_exchange(store, Exchange(held_on=TODAY, with_whom=words))
    assert (noted.category is Category.FEDERATION) is meant
