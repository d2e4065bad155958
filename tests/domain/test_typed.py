"""What is typed is kept as it is, in one form that every file format takes."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct

from msp_desktop.domain.actions import Action
from msp_desktop.domain.commune import Picture
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.limits import LINE, NOTE, PICTURE, TYPED_LINE
from msp_desktop.domain.mail import Sending
from msp_desktop.domain.meetings import AgendaItem
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Referent
from msp_desktop.domain.typed import clean_text, cleaned_record
from msp_desktop.errors import UserError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""),
        ("Roche", "Roche"),
        ("e\u0301te\u0301", "été"),
        ("un\r\ndeux\rtrois\n", "un\ndeux\ntrois\n"),
        (
            "1 place de la Mairie\x0b23000 Guéret\x0cPage 2\x85fin\u2028et\u2029voilà",
            "1 place de la Mairie\n23000 Guéret\nPage 2\nfin\net\nvoilà",
        ),
        ("a\tb", "a\tb"),
        ("a\x00b\x07c\x7f", "abc"),
        ("copié\ufffe d’un PDF\uffff", "copié d’un PDF"),
        ("\ufdd0x\ufdef", "x"),
        ("cassé \ud800 net", "cassé  net"),
        ("18\u202fh\u202f30, «\u00a0oui\u00a0»", "18\u202fh\u202f30, «\u00a0oui\u00a0»"),
        ("👩‍⚕️ שלום", "👩‍⚕️ שלום"),
        ("=1+1 <b>&amp;</b>", "=1+1 <b>&amp;</b>"),
    ],
)
def test_text_is_cleaned_of_what_no_file_takes_and_of_nothing_else(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert "\r" not in once
    assert once.encode("utf-8").decode("utf-8") == once


@given(st.text(st.characters(categories=("L", "N", "P", "Zs", "S"))))
def test_letters_and_signs_are_all_kept(text: str) -> None:
    assert clean_text(text) == unicodedata.normalize("NFC", text)


def test_a_line_stays_one_whatever_is_pasted_in_it() -> None:
    pasted = "1 place de la Mairie\x0b23000 Guéret\r\nCreuse"
    kept = cleaned_record(Person(organisation=pasted, address=pasted))
    assert kept.organisation == "1 place de la Mairie 23000 Guéret Creuse"
    assert kept.address == "1 place de la Mairie\n23000 Guéret\nCreuse"


def test_every_text_of_a_record_is_cleaned() -> None:
    person = cleaned_record(Person(id=3, last_name="Roche\x00", notes="a\r\nb"))
    assert person == Person(id=3, last_name="Roche", notes="a\nb")


def test_a_record_already_clean_is_the_same_one() -> None:
    person = Person(last_name="Roche")
    assert cleaned_record(person) is person


def test_dates_numbers_and_choices_are_left_alone() -> None:
    referent = Referent(since=date(2026, 4, 1), hours_per_month=2.5, means="e\u0301crans")
    assert cleaned_record(referent) == Referent(since=date(2026, 4, 1), hours_per_month=2.5, means="écrans")


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (Person(last_name="x" * (TYPED_LINE + 1)), "10001"),
        (Person(notes="x" * (NOTE + 1)), "2000001"),
        (Picture(data=bytes(PICTURE + 1)), "4"),
        (Action(phase=1, position=1, due_on=date(206, 5, 12)), "206"),
        (Action(phase=1, position=1, due_on=date(2926, 5, 12)), "2926"),
        (Sending(title="x", sent_at=datetime(9999, 12, 31, 23, 59)), "9999"),
        (Action(phase=12, position=1), "9"),
        (AgendaItem(meeting_id=1, position=1, title="x", minutes=-3), "0"),
        (HealthProfessional(person_id=1, profession="x", distance_km=float("inf")), "1000000000"),
        (HealthProfessional(person_id=1, profession="x", distance_km=float("nan")), "1000000000"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_more_than_a_dossier_may_hold_is_refused_in_a_sentence(record: Struct, words: str) -> None:
    with pytest.raises(UserError, match=words):
        cleaned_record(record)


@pytest.mark.parametrize(
    "record",
    [
        Person(last_name="x" * TYPED_LINE, notes="é" * NOTE),
        Picture(data=bytes(PICTURE)),
        Action(phase=4, position=0, due_on=date(1900, 1, 1), done_on=date(2199, 12, 31)),
        Person(last_name="\x00" + "x" * TYPED_LINE),
    ],
    ids=["texts", "picture", "days", "cleaned"],
)
def test_as_much_as_a_dossier_may_hold_is_kept(record: Struct) -> None:
    cleaned_record(record)


def test_a_year_mistyped_long_ago_does_not_stop_another_word() -> None:
    old = Action(phase=1, position=1, due_on=date(206, 5, 12), notes="Appeler\r\nle maire")
    assert cleaned_record(old, ["notes"]).notes == "Appeler\nle maire"
    with pytest.raises(UserError):
        cleaned_record(old, ["due_on"])


def test_a_line_of_the_length_that_was_once_taken_does_not_stop_another_word() -> None:
    old = Person(last_name="x" * LINE)
    assert cleaned_record(old, ["notes"]) == old
    with pytest.raises(UserError):
        cleaned_record(old, ["last_name"])
