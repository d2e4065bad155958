"""French as people read and type it."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from babel.dates import get_day_names, get_month_names
from hypothesis import given
from hypothesis import strategies as st

from msp_desktop import formats

TODAY = date(2026, 4, 28)
NB, NN = "\u00a0", "\u202f"
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
TEXTS = st.text(alphabet=st.one_of(st.sampled_from(" \u00a0\u202f«»;:!?'’1250hàM. mailundi@/\n"), st.characters()))


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_days_and_months_are_those_of_babel(lang: str) -> None:
    months, days = get_month_names(locale=lang), get_day_names(locale=lang)
    assert [formats.month_name(n, lang) for n in range(1, 13)] == [months[n] for n in range(1, 13)]
    monday = date(2026, 3, 23)
    shown = [formats.weekday_name(monday + timedelta(n), lang) for n in range(7)]
    assert shown == [days[n] for n in range(7)]


def test_dates_are_written_in_words() -> None:
    assert formats.long_date(date(2026, 3, 23)) == f"lundi{NB}23{NB}mars 2026"
    assert formats.medium_date(date(2026, 5, 1)) == f"1er{NB}mai 2026"
    assert formats.short_date(date(2026, 5, 1), "en") == f"1{NB}May"
    assert formats.near_date(date(2026, 5, 12), TODAY) == f"mardi{NB}12{NB}mai"
    assert formats.near_date(date(2027, 5, 12), TODAY).endswith("2027")


@given(DAYS)
def test_a_date_shown_is_read_back(day: date) -> None:
    assert formats.parse_date(formats.long_date(day), TODAY) == day
    assert formats.parse_date(formats.medium_date(day), TODAY) == day
    assert formats.parse_date(f"{day:%d/%m/%Y}", TODAY) == day
    assert formats.parse_date(day.isoformat(), TODAY) == day


@given(DAYS, st.integers(-150, 150))
def test_a_near_date_needs_no_year(today: date, distance: int) -> None:
    day = today + timedelta(distance)
    if (day.day, day.month) != (29, 2):
        assert formats.parse_date(formats.short_date(day), today) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/5/26", date(2026, 5, 12)),
        ("12.05.2026", date(2026, 5, 12)),
        ("12 mai", date(2026, 5, 12)),
        ("le mardi 12 mai", date(2026, 5, 12)),
        ("1er MAI 2026", date(2026, 5, 1)),
        ("3 aout", date(2026, 8, 3)),
        ("4 janv.", date(2026, 1, 4)),
        ("  ", None),
    ],
)
def test_a_date_is_understood_as_typed(typed: str, meant: date | None) -> None:
    assert formats.parse_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "31/02",
        "31/02/2026",
        "demain",
        "le",
        "mardi",
        "12",
        "12/13/26",
        "12 ju",
        "9" * 30 + "/1/2026",
        "1/1/" + "9" * 30,
    ],
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the caller words the sentence
        formats.parse_date(typed, TODAY)


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    readers = (
        lambda: formats.parse_date(text, TODAY),
        lambda: formats.parse_clock(text),
        lambda: formats.parse_minutes(text),
    )
    for reader in readers:
        try:
            value = reader()
        except ValueError:
            continue
        assert value is not None or not text.strip() or not formats.fold(text)


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0, tzinfo=None)))
def test_an_hour_shown_is_read_back(moment: time) -> None:
    assert formats.parse_clock(formats.clock(moment)) == moment


@pytest.mark.parametrize("typed", ["18h30", "18:30", "18 h 30", "18.30", "1830", "18 heures 30"])
def test_an_hour_is_understood_as_typed(typed: str) -> None:
    assert formats.parse_clock(typed) == time(18, 30)


def test_a_round_hour_has_no_minutes() -> None:
    assert formats.clock(time(18, 0)) == f"18{NB}h"
    assert formats.parse_clock("18h") == time(18)


@pytest.mark.parametrize("typed", ["25:00", "18h60", "soir", "18h30 ou 19h"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        formats.parse_clock(typed)


@given(st.integers(0, 5999))
def test_a_duration_shown_is_read_back(minutes: int) -> None:
    assert formats.parse_minutes(formats.duration(minutes)) == minutes


def test_durations_are_short() -> None:
    assert [formats.duration(n) for n in (45, 60, 85)] == [f"45{NB}min", f"1{NB}h", f"1{NB}h{NB}25"]
    assert formats.parse_minutes("85 minutes") == 85


@given(st.integers(0, 10**9))
def test_numbers_keep_their_digits(value: int) -> None:
    shown = formats.number(value)
    assert int(shown.replace(NN, "")) == value
    assert all(len(group) <= 3 for group in shown.split(NN))


def test_counts_agree() -> None:
    assert formats.inhabitants(1250) == f"1{NN}250{NB}habitants"
    assert formats.inhabitants(1) == f"1{NB}habitant"
    assert formats.inhabitants(None) == ""
    assert formats.counted(0, "action") == f"0{NB}action"
    assert formats.counted(2, "travail", "travaux") == f"2{NB}travaux"
    assert (formats.in_letters(3), formats.in_letters(1, feminine=True), formats.in_letters(17)) == (
        "trois",
        "une",
        "17",
    )
    assert (formats.decimal(6.0), formats.decimal(2.5)) == ("6", "2,5")


@pytest.mark.parametrize(
    "typed",
    ["0199001234", "01.99.00.12.34", "01-99-00-12-34", "+33 1 99 00 12 34", "+33 (0)1 99 00 12 34", "0033199001234"],
)
def test_telephones_stand_in_pairs(typed: str) -> None:
    assert formats.phone(typed) == NB.join(["01", "99", "00", "12", "34"])


def test_telephones_from_elsewhere_are_kept() -> None:
    assert formats.phone("+262 262 12 34 56") == NB.join(["+262", "2", "62", "12", "34", "56"])
    assert formats.phone(" +44 7911 123456 ") == "+44 7911 123456"
    assert formats.phone("36 46") == "36 46"


@given(st.text(alphabet="0123456789+ .()", max_size=20))
def test_a_telephone_shown_twice_is_the_same(text: str) -> None:
    assert formats.phone(formats.phone(text)) == formats.phone(text)


@pytest.mark.parametrize(
    ("name", "of", "at"),
    [
        ("Évaux-les-Bains", "d’Évaux-les-Bains", f"à{NB}Évaux-les-Bains"),
        ("Le Havre", "du Havre", "au Havre"),
        ("Les Abymes", "des Abymes", "aux Abymes"),
        ("La Rochelle", "de La Rochelle", f"à{NB}La Rochelle"),
        ("L’Isle-Adam", "de L’Isle-Adam", f"à{NB}L’Isle-Adam"),
        ("Leers", "de Leers", f"à{NB}Leers"),
        ("", "de ", f"à{NB}"),
    ],
)
def test_names_of_communes_take_their_article(name: str, of: str, at: str) -> None:
    assert formats.of_commune(name) == of
    assert formats.at_commune(name) == at


@pytest.mark.parametrize(
    ("civility", "feminine"),
    [
        ("Mme", True),
        ("Madame", True),
        ("Mme le Docteur", True),
        ("Dre", True),
        ("M.", False),
        ("Docteur", False),
        ("", False),
    ],
)
def test_words_follow_the_civility_typed(civility: str, feminine: bool) -> None:
    assert formats.gendered(civility, "Le maire", "La maire") == ("La maire" if feminine else "Le maire")


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("L'équipe d'abord", "L’équipe d’abord"),
        ("Quoi ? Oui ! Non ; si", f"Quoi{NN}? Oui{NN}! Non{NN}; si"),
        ("Quoi? Oui!", f"Quoi{NN}? Oui{NN}!"),
        ("Objet : santé", f"Objet{NB}: santé"),
        ("« bonjour »", f"«{NB}bonjour{NB}»"),
        ("Mardi 12 mai, 1er mai", f"Mardi{NB}12{NB}mai, 1er{NB}mai"),
        ("de 18 h 30 à 19 h", f"de 18{NB}h{NB}30 à{NB}19{NB}h"),
        ("à 11 km, 1 250 habitants, 67 ans", f"à{NB}11{NB}km, 1{NN}250{NB}habitants, 67{NB}ans"),
        ("Mme Duval et M. Roy", f"Mme{NB}Duval et M.{NB}Roy"),
        ("ouvert à 18:30", f"ouvert à{NB}18:30"),
        ("https://a.fr/l'x?y=1 et m'a@b.fr", "https://a.fr/l'x?y=1 et m'a@b.fr"),
    ],
)
def test_typography_is_french(plain: str, set_: str) -> None:
    assert formats.french(plain) == set_


@given(TEXTS)
def test_typography_done_twice_changes_nothing(text: str) -> None:
    once = formats.french(text)
    assert formats.french(once) == once


@given(TEXTS)
def test_typography_never_loses_a_letter(text: str) -> None:
    kept = [char for char in text if char.isalnum()]
    assert [char for char in formats.french(text) if char.isalnum()] == kept


@given(st.text())
def test_search_sees_a_text_the_same_once_folded(text: str) -> None:
    assert formats.fold(formats.fold(text)) == formats.fold(text)


def test_search_ignores_accents_case_apostrophes_ligatures_and_spaces() -> None:
    assert formats.fold("L’Haÿ-les-Roses") == formats.fold("l'hay les roses") == "l hay les roses"
    assert formats.fold("Kœnig Ǽ") == formats.fold("KOENIG ae")
    assert formats.fold(f"1{NN}250") == "1 250"


@given(st.text())
def test_a_slug_is_safe_in_any_file_name(text: str) -> None:
    name = formats.slug(text)
    assert name
    assert len(name) <= 68
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name not in {"con", "prn", "aux", "nul", "com1", "lpt9"}


def test_slugs_say_the_name() -> None:
    assert formats.slug("Saint-Exemple") == "saint-exemple"
    assert formats.slug("Kœnig & fils…") == "koenig-fils"
    assert (formats.slug("CON"), formats.slug("..."), formats.slug("東京")) == ("con-dossier", "dossier", "dossier")
    assert len(formats.slug("x" * 500)) == 60
