"""The printed calendar: the strip, then every action date by date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec import structs
from pypdf import PdfReader
from reportlab.lib.units import mm

from msp_desktop.documents import fonts
from msp_desktop.documents.timeline import write_timeline
from msp_desktop.domain.actions import ActionState
from msp_desktop.domain.calendar import Holiday, SchoolPeriod, public_holidays
from msp_desktop.domain.schedule import ActionView
from msp_desktop.method.school import school_holidays
from msp_desktop.method.timeline import kit_timeline
from tests.documents.values import MADE_AT, head, read
from tests.domain.build import action_view, timeline
from tests.pdf import assert_accessible, heard, tagged

TODAY = date(2026, 4, 28)
HOLIDAYS = (Holiday(date(2026, 5, 1), "fête du Travail", "1er mai"),)
SCHOOL = (SchoolPeriod("A", "Vacances de printemps", date(2026, 4, 4), date(2026, 4, 19)),)


def written(tmp_path: Path, *actions: ActionView, today: date = TODAY) -> str:
    write_timeline(tmp_path / "x.pdf", head(), timeline(today, *actions), HOLIDAYS, SCHOOL, MADE_AT)
    return read(tmp_path / "x.pdf")


def planned(id: int = 1, **values: object) -> ActionView:
    return action_view(id, **{"start": date(2026, 4, 1), "planned": date(2026, 4, 20), **values})


def test_the_hundred_days_are_told_from_first_to_last(tmp_path: Path) -> None:
    text = written(tmp_path, planned(state=ActionState.DONE), planned(2))
    assert "Du dimanche 22 mars 2026 au mardi 30 juin 2026. Au jour 37, 1 action faite sur 2." in text


def test_before_day_0_no_day_is_counted(tmp_path: Path) -> None:
    text = written(tmp_path, planned(), today=date(2026, 3, 10))
    assert "Au jour" not in text
    assert "aujourd’hui" not in text


@pytest.mark.parametrize(
    ("today", "shown"), [(date(2026, 3, 22), True), (date(2026, 6, 30), True), (date(2026, 7, 1), False)]
)
def test_today_is_marked_within_the_hundred_days_only(tmp_path: Path, today: date, shown: bool) -> None:
    assert ("aujourd’hui" in written(tmp_path, planned(), today=today)) is shown


@pytest.mark.parametrize(
    ("values", "on_strip", "in_table"),
    [
        ({}, "prévu le 20 avril", "à faire"),
        ({"state": ActionState.DOING}, "en cours, prévu le 20 avril", "en cours"),
        ({"late_days": 8}, "prévu le 20 avril, en retard", "à faire, 8 j de retard"),
        ({"state": ActionState.DONE, "done_on": date(2026, 5, 1)}, "fait le 1er mai", "fait le 1er mai"),
        ({"state": ActionState.DONE}, "fait", "fait"),
        ({"state": ActionState.DROPPED}, "sans objet", "sans objet"),
        ({"planned": None, "due": date(2026, 4, 21)}, "prévu le 21 avril", "21 avril"),
    ],
)
def test_the_state_is_in_words_on_the_strip_and_in_the_table(
    tmp_path: Path, values: dict[str, object], on_strip: str, in_table: str
) -> None:
    written(tmp_path, planned(**values))
    strip, table = (" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "x.pdf").pages[:2])
    assert on_strip in strip
    assert in_table in table


def test_holidays_of_the_public_and_of_schools_are_told(tmp_path: Path) -> None:
    text = written(tmp_path, planned())
    assert "Fériés : 1er mai." in text
    assert "Vacances de printemps (zone A) : du 4 avril au 19 avril." in text


def test_an_action_without_a_date_is_in_the_table_only(tmp_path: Path) -> None:
    written(tmp_path, action_view(1, title="Sans date"))
    strip, table = (page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages[:2])
    assert "Sans date" not in strip
    assert "Sans date" in table


def sheets(tmp_path: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "x.pdf").pages]


@pytest.mark.parametrize("count", [1, 13, 17, 40, 90])
@pytest.mark.parametrize("assignee", ["", "Nadia Roche"])
def test_every_action_is_on_the_strip_then_in_the_table_each_once(tmp_path: Path, count: int, assignee: str) -> None:
    numbers = range(1, count + 1)
    written(tmp_path, *(planned(number, title=f"Démarche {number:02d}.", assignee=assignee) for number in numbers))
    told = "".join(sheets(tmp_path))
    strip, table = told.split("date par date", 1)
    for number in numbers:
        assert strip.count(f"Démarche {number:02d}.") == 1
        assert table.count(f"Démarche {number:02d}.") == 1


def kit(**values: object) -> list[ActionView]:
    """The method's actions, as in a new dossier."""
    return [
        planned(
            entry.order, number=entry.order, title=entry.title, phase=entry.phase, done_when=entry.done_when,
            short_title=entry.short_title, **values,
        )
        for entry in kit_timeline().actions
    ]  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"assignee": "Mme Marie-Hélène Vasseur"},
        {"late_days": 61, "state": ActionState.DOING},
        {"state": ActionState.DONE, "done_on": date(2026, 9, 21), "assignee": "M. Jean-Pierre Faure"},
    ],
)
def test_a_new_dossier_is_on_two_pages_with_every_title_whole(tmp_path: Path, values: dict[str, object]) -> None:
    written(tmp_path, *kit(**values))
    strip, table = sheets(tmp_path)
    for action in kit():
        assert f"{action.number}. {action.title}" in strip
        assert f"{action.number}. {action.title}" in table
    assert "…" not in strip
    assert table.count("Prévu le") == 1
    if "assignee" in values:
        assert strip.count(str(values["assignee"])) == len(kit())


def test_a_title_of_any_length_is_whole_in_the_table(tmp_path: Path) -> None:
    title = " ".join(f"mot{number}." for number in range(400))
    written(tmp_path, planned(title=title), planned(2, title="x" * 300))
    table = "".join(sheets(tmp_path)[1:])
    assert all(f"mot{number}." in table for number in range(400))
    assert table.count("x") >= 300


def test_what_is_printed_of_a_delay_is_on_the_strip_and_in_the_table(tmp_path: Path) -> None:
    text = written(tmp_path, planned(late_days=1))
    assert "prévu le 20 avril, en retard" in text
    assert "1 j de retard" in text


@pytest.mark.parametrize(
    ("department", "words"),
    [
        ("2A", "la Corse a son propre calendrier"),
        ("2B", "la Corse a"),
        ("971", "l’outre-mer a"),
        ("976", "l’outre-mer a"),
    ],
)
def test_school_holidays_that_are_not_known_are_said_not_to_be(tmp_path: Path, department: str, words: str) -> None:
    view = structs.replace(timeline(TODAY, planned()), department=department)
    write_timeline(tmp_path / "x.pdf", head(), view, HOLIDAYS, (), MADE_AT)
    text = read(tmp_path / "x.pdf")
    assert "Vacances scolaires : non indiquées" in text
    assert words in text
    assert "non indiquées" not in written(tmp_path, planned())


def test_school_holidays_are_said_up_to_the_day_they_are_known(tmp_path: Path) -> None:
    view = timeline(TODAY, planned())
    for until, said in ((date(2026, 5, 31), True), (date(2027, 8, 31), False)):
        write_timeline(tmp_path / "x.pdf", head(), view, HOLIDAYS, SCHOOL, MADE_AT, school_known_until=until)
        assert ("non connues après le 31 mai 2026" in read(tmp_path / "x.pdf")) is said


@pytest.mark.parametrize("count", [1, 11, 13, 18, 19])
@pytest.mark.parametrize("department", ["971", "2A", "75"])
def test_what_is_said_under_a_strip_is_on_its_page(count: int, department: str, tmp_path: Path) -> None:
    actions = [planned(number, title=f"Démarche {number:02d}.", assignee="Nadia Roche") for number in range(count)]
    view = structs.replace(timeline(TODAY, *actions), department=department)
    off = public_holidays(department, date(2026, 3, 22), date(2026, 6, 30))
    school = school_holidays(department, date(2026, 3, 22), date(2026, 6, 30))
    write_timeline(tmp_path / "x.pdf", head(), view, off, school, MADE_AT, school_known_until=date(2026, 5, 1))
    assert all("Démarche" in sheet for sheet in sheets(tmp_path))
    assert len(sheets(tmp_path)) == (2 if count < 19 else 3)


def test_a_date_outside_the_hundred_days_bears_its_year(tmp_path: Path) -> None:
    text = written(tmp_path, planned(), planned(2, phase=4, title="Plus tard", planned=date(2028, 3, 12)))
    assert "12 mars 2028" in text
    assert "20 avril 2026" not in text


def test_a_listener_hears_what_the_strip_finds_and_where_its_table_is(tmp_path: Path) -> None:
    written(tmp_path, *kit(), planned(90, state=ActionState.DONE), planned(91, late_days=3))
    data = (tmp_path / "x.pdf").read_bytes()
    assert_accessible(data)
    figure = str(tagged(data, "Figure")[0]["/Alt"])
    assert "1\u00a0action faite sur 13, 1 en retard" in figure
    assert "tableau de la page 2" in figure
    told = heard(data)
    assert ("H1", "Calendrier des 100 jours") in told
    assert ("H2", "Les treize actions, date par date") in told
    heads = tagged(data, "TH")
    scopes = [str(cell["/A"][0]["/Scope"]) for cell in heads]
    assert scopes == ["/Column"] * 6 + ["/Row"] * (3 + 13)
    assert not [words for kind, words in told if kind == "P" and not words]


def test_no_column_is_too_narrow_for_a_date_or_a_state() -> None:
    fonts.register()
    for words, room in (("1er décembre", 22), ("21 septembre", 22), ("en cours, 99 j de retard", 34)):
        assert fonts.width(words, fonts.REGULAR, 10) <= room * mm, words


def test_phases_say_until_when_and_what_comes_after_has_no_end(tmp_path: Path) -> None:
    text = written(tmp_path, planned(), planned(2, phase=4, title="Plus tard"))
    assert "Phase 1. Phase 1, au plus tard le mardi 21 avril" in text
    assert "Plus tard" in text
    assert "Phase 4. " not in text


def test_actions_that_the_federation_goes_with_are_listed_by_number(tmp_path: Path) -> None:
    text = written(tmp_path, planned(1, number=1, with_federation=True), planned(2, number=3, with_federation=True))
    assert "Accompagnées par FemasEssai : actions 1 et 3." in text
    assert "Accompagnées par" not in written(tmp_path, planned(1, number=1))


def test_a_town_s_action_is_named_without_a_number(tmp_path: Path) -> None:
    text = written(tmp_path, planned(1, number=2, title="Contacter"), planned(2, title="Visiter"))
    assert "2. Contacter" in text
    assert ". Visiter" not in text


def test_the_law_behind_the_steps_stands_under_the_table_where_it_fits(tmp_path: Path) -> None:
    codes = [action.code for action in kit_timeline().actions]
    own = [structs.replace(action, code=code) for action, code in zip(kit(), codes, strict=True)]
    text = written(tmp_path, *own)
    assert "action 2, Code général des collectivités territoriales, articles L. 2122-18 et L. 2122-20" in text
    assert "action 3, Code de la santé publique, article L. 1434-4 (à confirmer)" in text
    assert len(sheets(tmp_path)) == 2
    assert "Textes, lus" not in written(tmp_path, planned())
    for more in (2, 5):  # never at the price of another page
        others = [planned(90 + number, title=f"Notre action {number}") for number in range(more)]
        written(tmp_path, *own, *others)
        pages = len(sheets(tmp_path))
        written(tmp_path, *kit(), *others)
        assert pages == len(sheets(tmp_path))
