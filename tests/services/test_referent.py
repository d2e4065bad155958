"""The référent's sheet: who, since when, for which missions; one term after another."""

from __future__ import annotations

from datetime import date

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.missions import Commitment, Mission, MissionView
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.referent import Briefing, Referent, ReferentKind
from msp_desktop.errors import UserError
from msp_desktop.method.referent import kit_referent
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.missions import (
    OWN,
    add_commitment,
    add_mission,
    delete_commitment,
    delete_mission,
    keep_mission,
    move_mission,
    reword_mission,
    update_commitment,
)
from msp_desktop.services.referent import (
    add_briefing,
    change_referent,
    delete_briefing,
    proposed_commitments,
    referent_sheet,
    set_kind,
    update_briefing,
    update_referent_person,
    update_term,
)


def missions(store: Store) -> list[MissionView]:
    return [mission for group in referent_sheet(store.reader).groups for mission in group.missions]


def first(store: Store) -> Person:
    person = referent_sheet(store.reader).first
    assert person is not None
    return person


def second(store: Store) -> Person:
    person = referent_sheet(store.reader).second
    assert person is not None
    return person


# --- who ------------------------------------------------------------------------------------------------


def test_a_new_dossier_says_all_that_is_missing(store: Store) -> None:
    sheet = referent_sheet(store.reader)
    assert (sheet.term, sheet.first, sheet.second) == (None, None, None)
    assert sheet.missing == ("le nom", "la date de début")
    assert not sheet.complete


def test_a_sheet_is_complete_with_a_name_a_function_a_way_to_reach_and_a_date(store: Store) -> None:
    update_referent_person(store, False, Change(Person, last_name="Roche"))
    assert referent_sheet(store.reader).missing == ("la fonction", "un téléphone ou un courriel", "la date de début")
    update_referent_person(store, False, Change(Person, function="Conseillère", email="n.roche@exemple.fr"))
    update_term(store, Change(Referent, since=date(2026, 4, 1)))
    assert referent_sheet(store.reader).complete


def test_a_telephone_alone_is_a_way_to_reach(store: Store) -> None:
    update_referent_person(store, False, Change(Person, last_name="Roche", function="Adjointe", phone="01 02 03 04 05"))
    assert "un téléphone ou un courriel" not in referent_sheet(store.reader).missing


def test_a_pair_lacks_its_second_until_named(store: Store) -> None:
    update_referent_person(store, False, Change(Person, last_name="Faure", function="Maire", phone="1"))
    update_term(store, Change(Referent, since=date(2026, 4, 1)))
    set_kind(store, ReferentKind.PAIR)
    assert referent_sheet(store.reader).missing == ("le nom de l’agent du binôme",)
    update_referent_person(store, True, Change(Person, last_name="Roche"))
    assert referent_sheet(store.reader).complete


@pytest.mark.parametrize(
    ("kind", "category"),
    [
        (ReferentKind.ELECTED, Category.ELECTED),
        (ReferentKind.STAFF, Category.STAFF),
        (ReferentKind.PAIR, Category.ELECTED),
    ],
)
def test_who_is_typed_joins_the_directory_as_what_they_are(
    store: Store, kind: ReferentKind, category: Category
) -> None:
    set_kind(store, kind)
    update_referent_person(store, False, Change(Person, last_name="Roche"))
    assert first(store).category is category


@pytest.mark.parametrize(
    ("kind", "category"), [(ReferentKind.STAFF, Category.STAFF), (ReferentKind.ELECTED, Category.ELECTED)]
)
def test_another_kind_changes_what_the_person_is(store: Store, kind: ReferentKind, category: Category) -> None:
    update_referent_person(store, False, Change(Person, last_name="Roche"))
    set_kind(store, kind)
    assert first(store).category is category


def test_the_second_of_a_pair_is_an_agent(store: Store) -> None:
    set_kind(store, ReferentKind.PAIR)
    update_referent_person(store, False, Change(Person, last_name="Faure"))
    update_referent_person(store, True, Change(Person, last_name="Roche"))
    assert (first(store).category, second(store).category) == (Category.ELECTED, Category.STAFF)


def test_nothing_typed_makes_nobody(store: Store) -> None:
    update_referent_person(store, False, Change(Person, last_name="  ", first_name=""))
    assert store.reader.all(Person) == []


def test_what_is_typed_next_changes_the_same_person(store: Store) -> None:
    for name in ("R", "Ro", "Roche"):
        update_referent_person(store, False, Change(Person, last_name=name))
    assert [person.last_name for person in store.reader.all(Person)] == ["Roche"]
    store.undo()
    assert store.reader.all(Person) == [], "one step, from the first key"


def test_the_second_is_not_shown_unless_there_is_a_pair(store: Store) -> None:
    set_kind(store, ReferentKind.PAIR)
    update_referent_person(store, True, Change(Person, last_name="Roche"))
    set_kind(store, ReferentKind.STAFF)
    assert referent_sheet(store.reader).second is None


# --- one term after another -----------------------------------------------------------------------------


def test_a_new_term_begins_the_day_after_and_the_history_keeps_the_first(store: Store) -> None:
    update_referent_person(store, False, Change(Person, civility="Mme", last_name="Roche"))
    update_term(store, Change(Referent, since=date(2026, 4, 1), hours_per_month=6.5))
    change_referent(store, date(2026, 12, 31))
    sheet = referent_sheet(store.reader)
    assert sheet.term is not None
    assert (sheet.term.since, sheet.term.hours_per_month, sheet.first) == (date(2027, 1, 1), None, None)
    (past,) = sheet.history
    assert (past.names, past.since, past.until) == ("Mme Roche", date(2026, 4, 1), date(2026, 12, 31))


def test_a_term_may_last_one_day_but_not_end_before_it_began(store: Store) -> None:
    update_term(store, Change(Referent, since=date(2026, 4, 1)))
    with pytest.raises(UserError):
        change_referent(store, date(2026, 3, 31))
    assert len(store.reader.all(Referent)) == 1
    change_referent(store, date(2026, 4, 1))
    assert len(store.reader.all(Referent)) == 2


def test_the_latest_of_the_past_terms_comes_first_and_a_pair_is_named_whole(store: Store) -> None:
    set_kind(store, ReferentKind.PAIR)
    update_referent_person(store, False, Change(Person, last_name="Faure"))
    update_referent_person(store, True, Change(Person, last_name="Roche"))
    change_referent(store, date(2026, 6, 30))
    update_referent_person(store, False, Change(Person, last_name="Petit"))
    change_referent(store, date(2026, 9, 30))
    assert [term.names for term in referent_sheet(store.reader).history] == ["Petit", "Faure et Roche"]


def test_a_term_without_anybody_is_a_dash_in_the_history(store: Store) -> None:
    change_referent(store, date(2026, 6, 30))
    assert referent_sheet(store.reader).history[0].names == "–"


# --- missions -------------------------------------------------------------------------------------------


def test_the_method_s_missions_are_all_kept_at_first(store: Store) -> None:
    assert len(missions(store)) == len(kit_referent().missions)
    assert referent_sheet(store.reader).counts() == (len(kit_referent().missions), 0, 0)


def test_missions_agree_with_the_civility(store: Store) -> None:
    masculine = [mission.text for mission in missions(store)]
    update_referent_person(store, False, Change(Person, civility="Mme", last_name="Roche"))
    feminine = [mission.text for mission in missions(store)]
    assert feminine != masculine
    assert not any(mark in text for text in (*masculine, *feminine) for mark in "{|}")


def test_a_mission_set_aside_stays_on_screen_and_leaves_the_sheet(store: Store) -> None:
    gone = missions(store)[0]
    keep_mission(store, gone.id, False)
    sheet = referent_sheet(store.reader)
    assert gone.id in {mission.id for mission in missions(store)}
    assert gone.id not in {mission.id for group in sheet.kept() for mission in group.missions}
    keep_mission(store, gone.id, True)
    assert referent_sheet(store.reader).counts()[2] == 0


def test_a_mission_reworded_is_the_town_s_and_comes_back_to_the_method(store: Store) -> None:
    mission = missions(store)[0]
    reword_mission(store, mission.id, "  Voir les soignants ")
    assert (missions(store)[0].text, missions(store)[0].reworded) == ("Voir les soignants", True)
    reword_mission(store, mission.id, "")
    assert missions(store)[0] == mission


@pytest.mark.parametrize("civility", ["M.", "Mme"])
def test_the_method_s_own_words_typed_again_are_no_rewording(store: Store, civility: str) -> None:
    update_referent_person(store, False, Change(Person, civility=civility, last_name="Roche"))
    for mission in missions(store):
        reword_mission(store, mission.id, mission.text)
    assert not any(mission.reworded for mission in missions(store))


def test_the_town_s_own_mission_needs_words_and_can_be_deleted(store: Store) -> None:
    mission = add_mission(store, " Tenir le journal ")
    assert mission.text == "Tenir le journal"
    assert referent_sheet(store.reader).groups[-1].code == OWN
    with pytest.raises(UserError):
        reword_mission(store, mission.id, " ")
    with pytest.raises(UserError):
        add_mission(store, "")
    delete_mission(store, mission.id)
    assert OWN not in {group.code for group in referent_sheet(store.reader).groups}


def test_a_mission_of_the_method_is_set_aside_rather_than_deleted(store: Store) -> None:
    mission = missions(store)[0]
    delete_mission(store, mission.id)
    assert not missions(store)[0].kept
    assert len(store.reader.all(Mission)) == len(kit_referent().missions)


def test_missions_move_within_their_theme_only(store: Store) -> None:
    group = next(group for group in referent_sheet(store.reader).groups if len(group.missions) >= 2)
    one, two = group.missions[:2]
    before = [mission.id for mission in missions(store)]
    move_mission(store, one.id, -1)
    move_mission(store, group.missions[-1].id, 1)
    assert [mission.id for mission in missions(store)] == before
    move_mission(store, one.id, 1)
    moved = next(shown for shown in referent_sheet(store.reader).groups if shown.code == group.code)
    assert [mission.id for mission in moved.missions[:2]] == [two.id, one.id]
    store.undo()
    assert [mission.id for mission in missions(store)] == before


# --- who is told what ----------------------------------------------------------------------------------


def test_rows_of_who_is_told_what_are_changed_added_and_deleted(store: Store) -> None:
    kit = len(store.reader.all(Briefing))
    assert kit == len(kit_referent().briefings)
    row = add_briefing(store)
    update_briefing(store, row.id, Change(Briefing, audience="Les pharmaciens", done_on=date(2026, 4, 20)))
    shown = referent_sheet(store.reader).briefings[-1]
    assert (shown.audience, shown.done_on) == ("Les pharmaciens", date(2026, 4, 20))
    delete_briefing(store, row.id)
    assert len(referent_sheet(store.reader).briefings) == kit


# --- whom the référent reports to ------------------------------------------------------------------------


def test_nothing_is_promised_until_the_town_chooses_it(store: Store) -> None:
    assert referent_sheet(store.reader).commitments == ()
    proposals = proposed_commitments(store.reader)
    assert len(proposals) == 4
    assert all(proposal.is_ours() for proposal in proposals)
    chosen = proposals[1]
    added = add_commitment(store, chosen.to, chosen.how)
    assert [row.audience for row in referent_sheet(store.reader).commitments] == [chosen.to]
    assert chosen not in proposed_commitments(store.reader)
    update_commitment(store, added.id, Change(Commitment, how="une fois par an"))
    assert referent_sheet(store.reader).commitments[0].how == "une fois par an"
    own = add_commitment(store, "Le CCAS", "à chaque conseil")
    assert [row.id for row in referent_sheet(store.reader).commitments] == [added.id, own.id]
    delete_commitment(store, added.id, own.id)
    assert referent_sheet(store.reader).commitments == ()
    assert len(proposed_commitments(store.reader)) == 4
    store.undo()
    assert len(referent_sheet(store.reader).commitments) == 2


def test_what_is_proposed_names_the_mayor_as_the_sheet_does(store: Store) -> None:
    update_commune(store, Change(Commune, mayor_civility="Mme"))
    assert "La maire" in [proposal.to for proposal in proposed_commitments(store.reader)]
    add_commitment(store, "Le maire", "chaque semaine")
    assert "La maire" not in [proposal.to for proposal in proposed_commitments(store.reader)]


def test_the_missions_of_a_pair_are_those_of_both(store: Store) -> None:
    update_referent_person(store, False, Change(Person, civility="Mme", last_name="Roche"))
    alone = [mission.text for mission in missions(store)]
    set_kind(store, ReferentKind.PAIR)
    assert [mission.text for mission in missions(store)] != alone
    assert "être l’interlocuteur repéré des professionnels de santé" in [mission.text for mission in missions(store)]
