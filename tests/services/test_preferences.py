"""Preferences: damaged at any length they start anew and the old file is kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from msp_desktop.domain.mail import Way
from msp_desktop.services import preferences as prefs


def test_preferences_come_back_as_they_were_saved() -> None:
    entry = prefs.Recent("/x/a.msp100", "Saint-Essai", "Creuse", "2026-04-28", "2026-03-22", "2026-03-22")
    saved = prefs.Preferences("dark", 125, "en", Way.THUNDERBIRD, (entry,), {"window": [1366, 697]})
    prefs.save(saved)
    assert prefs.load() == (saved, None)


def test_the_archive_takes_no_room_in_the_list_and_each_has_its_bound() -> None:
    preferences = prefs.Preferences()
    for number in range(100):
        preferences = preferences.with_recent(prefs.Recent(f"/old/{number}", archived=True))
    for number in range(20):
        preferences = preferences.with_recent(prefs.Recent(f"/new/{number}"))
    assert [entry.path for entry in preferences.listed()] == [f"/new/{number}" for number in range(19, 7, -1)]
    assert sum(entry.archived for entry in preferences.recent) == prefs.MOST_ARCHIVED
    prefs.save(preferences)
    assert prefs.load() == (preferences, None)


def test_what_is_known_of_a_dossier_changes_at_its_place() -> None:
    known = tuple(prefs.Recent(path) for path in ("/a", "/b", "/c"))
    preferences = prefs.Preferences(recent=known)
    moved = preferences.with_changed("/b", prefs.Recent("/elsewhere/b", "Guéret"))
    assert [entry.path for entry in moved.recent] == ["/a", "/elsewhere/b", "/c"]
    assert [entry.path for entry in preferences.with_changed("/b", prefs.Recent("/a")).recent] == ["/a", "/c"]
    assert preferences.with_changed("/x", prefs.Recent("/y")) == preferences


def test_a_damaged_file_gives_defaults_and_is_set_aside() -> None:
    prefs.save(prefs.Preferences(recent=(prefs.Recent("/x", "é"),), sizes={"window": [1, 2]}))
    whole = prefs.preferences_path().read_bytes()
    for length in range(len(whole) - 1):
        prefs.preferences_path().write_bytes(whole[:length])
        loaded, aside = prefs.load()
        assert loaded == prefs.Preferences()
        assert aside is not None
        assert aside.read_bytes() == whole[:length]
        aside.unlink()


def test_strange_values_become_sensible_ones_once_and_the_others_stay() -> None:
    text = (
        '{"theme": "rose", "text_percent": 900, "language": "en", "mail_way": "pigeon", '
        '"recent": [{"path": "/x", "name": "Été"}, {"name": "no path"}, 3], "sizes": {"a": [5, 6], "window": [900]}}'
    )
    prefs.preferences_path().write_text(text, encoding="utf-8")
    loaded, aside = prefs.load()
    sensible = prefs.Preferences(
        text_percent=200, language="en", recent=(prefs.Recent("/x", "Été"),), sizes={"a": [5, 6]}
    )
    assert loaded == sensible
    assert aside is not None
    assert aside.read_text(encoding="utf-8") == text
    assert prefs.load() == (sensible, None)


def test_one_bad_file_is_kept_and_not_one_more_at_each_start() -> None:
    for number in range(3):
        prefs.preferences_path().write_text(f"[{number}", encoding="utf-8")
        assert prefs.load()[1] is not None
    (kept,) = prefs.preferences_path().parent.glob("*abimees*")
    assert kept.read_text(encoding="utf-8") == "[2"


def test_without_a_folder_there_are_preferences_that_are_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fichier").write_text("", encoding="utf-8")
    assert prefs.can_be_kept()
    monkeypatch.setenv("SANTE100JOURS_DATA", str(tmp_path / "fichier"))
    assert prefs.load() == (prefs.Preferences(), None)
    prefs.save(prefs.Preferences(theme="dark"))
    assert not prefs.can_be_kept()


def test_a_folder_in_place_of_the_file_is_set_aside() -> None:
    prefs.preferences_path().mkdir()
    assert prefs.load()[0] == prefs.Preferences()
    assert prefs.load() == (prefs.Preferences(), None)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just("x" * 5000),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from(prefs.Preferences.__struct_fields__)


@given(st.dictionaries(NAMES, JSON) | JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_json_gives_preferences_that_come_back(values: object) -> None:
    prefs.preferences_path().write_text(json.dumps(values), encoding="utf-8")
    loaded, _aside = prefs.load()
    assert prefs.load() == (loaded, None)


@given(st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_give_preferences_that_come_back(data: bytes) -> None:
    prefs.preferences_path().write_bytes(data)
    loaded, _aside = prefs.load()
    assert prefs.load() == (loaded, None)


def test_a_path_that_is_not_unicode_is_not_remembered_and_the_rest_is() -> None:
    strange, usual = prefs.Recent("/x/\udcff.msp100"), prefs.Recent("/y")
    prefs.save(prefs.Preferences(theme="dark", recent=(strange, usual)))
    assert prefs.load() == (prefs.Preferences(theme="dark", recent=(usual,)), None)


@pytest.mark.parametrize(
    "text",
    [
        '{"text_percent": Infinity}',
        '{"text_percent": NaN}',
        '{"text_percent": true}',
        '{"text_percent": ' + "9" * 5000 + "}",
        '{"sizes": {"window": [1e400, 5]}}',
        '{"sizes": {"window": [NaN, 5]}}',
        '{"sizes": {"window": [16000000, 700]}}',
        '{"text_percent": 1e400}',
        '{"text_percent": "big"}',
        '{"sizes": {"window": 12}}',
        '{"sizes": {"window": ["wide"]}}',
        '{"recent": [{"name": "no path"}]}',
        '{"recent": 3}',
        "[]",
        "null",
        "[" * 100_000,
        '{"other": ' + "[" * 100_000,
        '{"sizes": {"window": ' + "[" * 100_000,
    ],
    ids=lambda text: text[:40],
)
def test_json_that_is_no_preferences_gives_defaults_and_is_set_aside(text: str) -> None:
    prefs.preferences_path().write_text(text, encoding="utf-8")
    loaded, aside = prefs.load()
    assert loaded == prefs.Preferences()
    assert aside is not None
    assert aside.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("sizes", [[900], [], [1, 2, 3], [2**31, 700], [-5, 700], [0, 0], [2**70, 1]], ids=str)
def test_a_window_that_no_screen_could_show_has_its_usual_size(sizes: list[int]) -> None:
    prefs.preferences_path().write_text(f'{{"theme": "dark", "sizes": {{"window": {sizes}}}}}', encoding="utf-8")
    assert prefs.load()[0].sizes == {}


def test_what_a_later_version_remembers_is_passed_over() -> None:
    prefs.preferences_path().write_text('{"theme": "dark", "voice": {"speed": 2}}', encoding="utf-8")
    assert prefs.load() == (prefs.Preferences(theme="dark"), None)


def test_matches_of_columns_are_kept_and_bounded() -> None:
    prefs.save(prefs.Preferences(matches={"a": ["last_name", ""]}))
    kept, aside = prefs.load()
    assert (kept.matches, aside) == ({"a": ["last_name", ""]}, None)


@pytest.mark.parametrize(
    "odd",
    [
        "x", ["a"], {"a": "last_name"}, {"a": [1]}, {"a": ["x" * 1000]}, {"k" * 1000: []}, {"a": [""] * 1000},
        {str(number): [""] for number in range(1000)},
    ],
)  # fmt: skip
def test_matches_that_make_no_sense_are_left(odd: object) -> None:
    prefs.preferences_path().write_text(json.dumps({"matches": odd, "theme": "dark"}), "utf-8")
    kept, aside = prefs.load()
    assert kept.theme == "dark"
    assert len(kept.matches) <= prefs.MOST_MATCHES
    assert "a" not in kept.matches
    assert aside is not None
