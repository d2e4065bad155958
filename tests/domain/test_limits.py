"""How much each field may hold is read beside its type."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.actions import Action, ActionStep, MeetingPlace
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.coordination import CoordinatorPost
from msp_desktop.domain.diagnosis import Diagnosis
from msp_desktop.domain.inventory import Inventory
from msp_desktop.domain.limits import DAYS, IDS, LINE, NOTE, NUMBERS, PICTURE, TYPED_DAYS, TYPED_LINE, limits_of, single
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.domain.premises import Premises
from msp_desktop.domain.questionnaire import Questionnaire
from msp_desktop.domain.records import RECORDS


def test_a_text_is_a_line_unless_it_is_declared_a_note() -> None:
    limits = limits_of(Action)
    assert (limits["title"].longest, limits["kit_code"].longest, limits["notes"].longest) == (LINE, LINE, NOTE)
    assert (limits["title"].longest_typed, limits["notes"].longest_typed) == (TYPED_LINE, NOTE)
    assert limits_of(Picture)["data"].longest == PICTURE


def test_numbers_references_and_days_have_their_ends() -> None:
    limits = limits_of(Action)
    assert (limits["id"].least, limits["id"].most) == IDS == (limits_of(ActionStep)["action_id"].least, IDS[1])
    assert (limits["position"].least, limits["position"].most) == NUMBERS
    assert (limits["phase"].least, limits["phase"].most) == (1, 9)
    assert (limits_of(Premises)["loan_years"].least, limits_of(Premises)["loan_years"].most) == (0, 99)
    assert (limits["planned_on"].least, limits["planned_on"].most) == DAYS
    assert limits_of(ProducedDocument)["made_at"].most == DAYS[1]


def test_a_word_of_a_list_and_a_yes_have_none() -> None:
    assert limits_of(Action)["state"].least is None
    assert limits_of(ActionStep)["done"].least is None


def test_what_may_be_typed_is_within_what_may_be_read() -> None:
    assert DAYS[0] < TYPED_DAYS[0] < date.today() < TYPED_DAYS[1] < DAYS[1]
    assert TYPED_LINE < LINE


def test_the_records_of_which_a_dossier_has_one_row() -> None:
    assert {record for record in RECORDS if single(record)} == {
        Commune,
        MeetingPlace,
        Inventory,
        CoordinatorPost,
        Diagnosis,
        Premises,
        Questionnaire,
    }
