"""How the coordination is done is compared and chosen; then the post is written."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.change import Change
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.missions import Mission, Sheet
from msp_desktop.domain.people import Category, Person
from msp_desktop.errors import UserError
from msp_desktop.method.cls import kit_cls
from msp_desktop.services.coordination import (
    add_option,
    begin_post,
    choose_option,
    delete_options,
    post_sheet,
    propose_options,
    proposed_options,
    proposed_reports,
    update_option,
    update_post,
)
from msp_desktop.services.missions import add_commitment

DAY = date(2026, 4, 28)


def person(store: Store, **values: object) -> Person:
    with store.write("Personne") as transaction:
        return transaction.insert(Person(**values))


def test_nothing_is_there_before_anything_is_written(store: Store) -> None:
    sheet = post_sheet(store.reader)
    assert (sheet.options, sheet.chosen, sheet.begun, sheet.employer) == ((), None, False, None)
    assert sheet.counts() == (0, 0, 0)


def test_ways_are_proposed_once_and_may_be_the_town_s_own(store: Store) -> None:
    propose_options(store)
    assert [row.title for row in post_sheet(store.reader).options] == [option.title for option in kit_cls().options]
    assert proposed_options(store.reader) == ()
    propose_options(store)
    add_option(store, "  À deux communes ")
    assert [row.title for row in post_sheet(store.reader).options][4:] == ["À deux communes"]
    with pytest.raises(UserError):
        add_option(store, "  ")


def test_what_is_left_to_pay_is_the_cost_without_what_the_ars_pays(store: Store) -> None:
    row = add_option(store, "Un poste")
    assert post_sheet(store.reader).options[0].left is None, "nobody has said what it costs"
    update_option(store, row.id, Change(CoordinationOption, yearly_cost=48_000))
    assert post_sheet(store.reader).options[0].left == 48_000
    update_option(store, row.id, Change(CoordinationOption, ars_part=24_000))
    assert post_sheet(store.reader).options[0].left == 24_000
    update_option(store, row.id, Change(CoordinationOption, yearly_cost=24_000))
    assert post_sheet(store.reader).options[0].left == 0


@pytest.mark.parametrize(
    "values",
    [{"ars_part": 48_001}, {"yearly_cost": -1}, {"share": 101}, {"share": -1}, {"ars_part": -5}, {"title": " "}],
)
def test_figures_that_cannot_be_are_refused_in_one_sentence(store: Store, values: dict[str, object]) -> None:
    row = add_option(store, "Un poste")
    update_option(store, row.id, Change(CoordinationOption, yearly_cost=48_000))
    with pytest.raises(UserError):
        update_option(store, row.id, Change(CoordinationOption, **values))
    assert store.reader.one(CoordinationOption, row.id).yearly_cost == 48_000


def test_who_employs_is_a_reference_to_the_directory(store: Store) -> None:
    body = person(store, organisation="CC du Val d’Exemple", category=Category.EPCI)
    row = add_option(store, "Un poste")
    update_option(store, row.id, Change(CoordinationOption, employer="CC du Val d’Exemple, la commune"))
    assert store.reader.one(CoordinationOption, row.id).employer == "la commune"
    assert post_sheet(store.reader).options[0].employer == "CC du Val d’Exemple, la commune"
    choose_option(store, row.id, DAY)
    assert post_sheet(store.reader).employer == body


def test_the_choice_has_its_day_and_is_taken_back(store: Store) -> None:
    first, second = add_option(store, "Un poste"), add_option(store, "Un agent")
    choose_option(store, first.id, DAY)
    sheet = post_sheet(store.reader)
    assert sheet.chosen is not None
    assert (sheet.chosen.title, sheet.post.decided_on) == ("Un poste", DAY)
    update_post(store, Change(CoordinatorPost, decided_on=date(2026, 4, 1), decided_by="conseil communautaire"))
    choose_option(store, first.id, DAY)
    assert post_sheet(store.reader).post.decided_on == date(2026, 4, 1), "chosen again, its day stays"
    choose_option(store, second.id, DAY)
    assert post_sheet(store.reader).post.decided_on == DAY
    choose_option(store, None, DAY)
    sheet = post_sheet(store.reader)
    assert (sheet.chosen, sheet.post.decided_on, sheet.post.decided_by) == (None, None, "conseil communautaire")


def test_the_way_chosen_taken_out_is_no_longer_chosen_and_comes_back(store: Store) -> None:
    row = add_option(store, "Un poste")
    choose_option(store, row.id, DAY)
    before = post_sheet(store.reader)
    delete_options(store, row.id)
    sheet = post_sheet(store.reader)
    assert (sheet.options, sheet.chosen, sheet.post.decided_on) == ((), None, None)
    store.undo()
    assert post_sheet(store.reader) == before


def test_the_post_begins_once_and_in_one_step(store: Store) -> None:
    begin_post(store)
    sheet = post_sheet(store.reader)
    assert (sheet.begun, sheet.post.grade) == (True, kit_cls().grade)
    assert sheet.counts() == (len(kit_cls().missions), 0, 0)
    assert len([line for group in sheet.kept_profile() for line in group.missions]) == len(kit_cls().profile.missions)
    begin_post(store)
    assert len(store.reader.all(Mission, sheet=Sheet.COORDINATOR)) == len(kit_cls().missions)
    store.undo()
    assert not post_sheet(store.reader).begun
    assert store.reader.all(CoordinatorPost) == []


def test_a_grade_already_written_stays(store: Store) -> None:
    update_post(store, Change(CoordinatorPost, grade="Rédacteur"))
    begin_post(store)
    assert post_sheet(store.reader).post.grade == "Rédacteur"


def test_who_has_the_post_is_a_woman_a_man_or_two(store: Store) -> None:
    person(store, civility="Mme", first_name="Anne", last_name="Roche")
    person(store, civility="M.", first_name="Paul", last_name="Faure")
    begin_post(store)
    for typed, feminine, count in (("Mme Anne Roche", True, 1), ("M. Paul Faure", False, 1), ("", False, 0)):
        update_post(store, Change(CoordinatorPost, holder=typed))
        sheet = post_sheet(store.reader)
        assert (sheet.feminine, len(sheet.holders)) == (feminine, count), typed
    update_post(store, Change(CoordinatorPost, holder="Mme Anne Roche, M. Paul Faure"))
    assert not post_sheet(store.reader).feminine
    assert {link.post_holder_id for link in store.reader.all(Assignment)} == {1}


def test_one_person_may_have_the_post_sign_and_tell_more(store: Store) -> None:
    person(store, civility="Mme", first_name="Anne", last_name="Roche")
    name = "Mme Anne Roche"
    for field in ("holder", "contact", "signer"):
        update_post(store, Change(CoordinatorPost, **{field: name}))
    post = post_sheet(store.reader).post
    assert (post.holder, post.contact, post.signer) == (name, name, name)


def test_lines_to_report_are_proposed_until_they_are_there(store: Store) -> None:
    first, *others = proposed_reports(store.reader)
    add_commitment(store, first.to, first.how, Sheet.COORDINATOR)
    assert proposed_reports(store.reader) == tuple(others)
    assert [line.audience for line in post_sheet(store.reader).commitments] == [first.to]
