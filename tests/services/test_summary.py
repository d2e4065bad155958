"""Where a dossier is, in the one line above the tabs and in the command line's words."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest

from msp_desktop.db.store import Store
from msp_desktop.domain.actions import Action, ActionState
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.services import journal
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.summary import day_words, header, phase_words, short_day_words, summary, summary_lines
from msp_desktop.services.timeline import add_action, set_state
from tests.conftest import TODAY

ZERO = date(2026, 3, 22)


def on(day: int) -> date:
    return ZERO + timedelta(day)


@pytest.mark.parametrize(
    ("day", "short", "full"),
    [
        (-10, "Commence dans 10 jours", "les 100 jours commencent le dimanche\u00a022\u00a0mars 2026"),
        (-1, "Commence dans 1 jour", "les 100 jours commencent le dimanche\u00a022\u00a0mars 2026"),
        (0, "Jour 0 sur 100", "jour 0 sur 100"),
        (37, "Jour 37 sur 100", "jour 37 sur 100"),
        (100, "Jour 100 sur 100", "jour 100 sur 100"),
        (101, "Jour 101", "jour 101 (les 100 jours ont pris fin le mardi\u00a030\u00a0juin 2026)"),
    ],
)
def test_the_day_in_words(day: int, short: str, full: str) -> None:
    assert short_day_words(ZERO, on(day)) == short
    assert day_words(ZERO, on(day)) == full


def test_the_phase_in_words() -> None:
    assert [phase_words(phase) for phase in ("before", "1", "3", "after")] == ["avant", "phase 1", "phase 3", "après"]


def test_the_header_leads_to_the_first_thing_to_do(store: Store) -> None:
    shown = header(store.reader, TODAY)
    first = store.reader.find(Action, kit_code="contact-federation")
    assert first is not None
    assert shown.next_id == first.id
    assert (shown.commune, shown.day, shown.phase) == ("Saint-Essai", "Jour 37 sur 100", "phase 2")
    assert shown.title == "Saint-Essai – jour 37 sur 100"


def test_the_header_tells_a_copy_from_its_dossier_and_says_what_is_the_sample(store: Store, sample: Store) -> None:
    assert header(store.reader, TODAY, "saint-essai").mark == ""
    copy = header(store.reader, TODAY, "saint-essai (copie du 12 mai 2026)")
    assert copy.mark == "copie du 12 mai 2026"
    assert copy.title == "Saint-Essai (copie du 12 mai 2026) – jour 37 sur 100"
    assert header(sample.reader, TODAY, "saint-exemple").mark == "exemple"
    assert header(sample.reader, TODAY, "saint-exemple_2").mark == "exemple, n°\u00a02"


def test_what_is_late_is_counted_in_days(store: Store) -> None:
    shown = header(store.reader, on(40))
    assert shown.late
    assert "en retard de" in shown.next_thing


def test_an_action_without_a_date_is_next_without_a_day(store: Store) -> None:
    for action in store.reader.all(Action):
        set_state(store, action.id, ActionState.DONE, TODAY)
    assert header(store.reader, TODAY).next_id is None
    assert header(store.reader, TODAY).next_thing == "Tout ce qui était prévu est fait"
    own = add_action(store, "Fleurir la place", None)
    shown = header(store.reader, TODAY)
    assert (shown.next_thing, shown.next_id) == ("À faire\u00a0: Fleurir la place", own.id)


@pytest.mark.parametrize(("left", "words"), [(1, "1 action à reprogrammer"), (3, "3 actions à reprogrammer")])
def test_after_the_end_the_header_counts_what_is_to_plan_again(store: Store, left: int, words: str) -> None:
    for action in store.reader.all(Action)[left:]:
        set_state(store, action.id, ActionState.DONE, TODAY)
    shown = header(store.reader, on(150))
    assert (shown.next_thing, shown.next_id, shown.phase) == (words, None, "après")


def test_the_summary_is_plain_values_that_json_carries(sample: Store) -> None:
    values = summary(sample.reader, TODAY)
    assert json.loads(json.dumps(values)) == values
    assert (values["day"], values["phase"], values["commune"]["insee"]) == (37, "2", None)
    assert sum(phase["total"] for phase in values["progress"].values()) >= 11
    assert values["inventory"]["findings"]["total"] == 8
    assert {meeting["state"] for meeting in values["meetings"]} == {"planned", "held"}


def test_what_is_not_applicable_counts_neither_done_nor_to_do(store: Store) -> None:
    before = summary(store.reader, TODAY)["progress"]["1"]
    action = store.reader.find(Action, kit_code="contact-federation")
    assert action is not None
    set_state(store, action.id, ActionState.DROPPED, TODAY)
    assert summary(store.reader, TODAY)["progress"]["1"] == {"done": 0, "total": before["total"] - 1}


def test_the_lines_say_who_where_and_what_is_late(store: Store) -> None:
    lines = summary_lines(summary(store.reader, TODAY))
    assert lines[0] == "Saint-Essai – jour 37 sur 100"
    assert any("retard" in line for line in lines), "the first phase ended a week ago"
    assert lines[-1].startswith("État des lieux")
    assert len([line for line in lines if line.startswith("- ")]) == 5


@pytest.mark.parametrize(
    ("count", "inventory", "phase"),
    [
        (0, "État des lieux\u00a0: 0 constat sur 8, 0 professionnel", "Phase 1\u00a0: 0 action faite sur 8"),
        (1, "État des lieux\u00a0: 1 constat sur 8, 1 professionnel", "Phase 1\u00a0: 1 action faite sur 8"),
        (2, "État des lieux\u00a0: 2 constats sur 8, 2 professionnels", "Phase 1\u00a0: 2 actions faites sur 8"),
    ],
)
def test_what_is_counted_agrees(store: Store, count: int, inventory: str, phase: str) -> None:
    values = summary(store.reader, TODAY)
    values["inventory"] |= {"findings": {"filled": count, "total": 8}, "professionals": count}
    values["progress"]["1"] = {"done": count, "total": 8}
    lines = summary_lines(values)
    assert (lines[-1], next(line for line in lines if line.startswith("Phase 1"))) == (inventory, phase)


def test_a_federation_to_confirm_is_said_so(store: Store) -> None:
    update_commune(store, Change(Commune, region_code="76"))
    values = summary(store.reader, TODAY)
    assert values["commune"]["federation"]["to_confirm"]
    assert any("Fécop" in line and "à confirmer" in line for line in summary_lines(values))


def test_the_points_to_watch_are_in_the_values_and_in_the_words(store: Store) -> None:
    values = summary(store.reader, TODAY)
    assert [point["code"] for point in values["vigilances"]] == ["sans-diagnostic", "seul"]
    assert values["vigilances_set_aside"] == []
    lines = summary_lines(values)
    assert "2 points de vigilance" in lines
    assert any(line.startswith("  S’engager seul – Nous sommes au jour 37") for line in lines)
    assert "Rien à signaler" in summary_lines(summary(store.reader, on(5)))


def test_what_is_owed_is_told_by_its_day(store: Store) -> None:
    assert summary(store.reader, TODAY)["follow_ups"] == []
    assert not any("Relances" in line for line in summary_lines(summary(store.reader, TODAY)))
    for day, what in ((date(2026, 4, 20), "rappeler"), (TODAY, "confirmer"), (None, "un jour")):
        given = Exchange(held_on=date(2026, 4, 16), with_whom="Mme Roux", next_step=what, next_step_on=day)
        journal.finish(store, journal.begin_exchange(store, given).id)
    values = summary(store.reader, TODAY)
    assert [(one["what"], one["due"], one["state"], one["late"]) for one in values["follow_ups"]] == [
        ("rappeler", "2026-04-20", "late", 8),
        ("confirmer", "2026-04-28", "today", 0),
        ("un jour", None, "undated", 0),
    ]
    assert {one["with"] for one in values["follow_ups"]} == {"Mme Roux"}
    assert json.loads(json.dumps(values)) == values
    lines = [line.replace("\u00a0", " ") for line in summary_lines(values)]
    assert "Relances : 3, dont 2 à faire" in lines
    assert "- Mme Roux, rappeler, lundi 20 avril (8 jours de retard)" in lines
    assert "- Mme Roux, un jour, sans date" in lines
