"""Preferences: damaged at any length they start anew and the old file is kept."""

from __future__ import annotations

import pytest

from msp_desktop.domain.mail import Way
from msp_desktop.services import preferences as prefs


def test_preferences_come_back_as_they_were_saved() -> None:
    entry = prefs.Recent("/x/a.msp100", "Saint-Essai", "Creuse", "2026-04-28", "2026-03-22", "2026-03-22")
    saved = prefs.Preferences("dark", 125, "en", Way.THUNDERBIRD, (entry,), {"window": [1366, 697]})
    prefs.save(saved)
    assert prefs.load() == (saved, None)


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


def test_strange_values_become_sensible_ones() -> None:
    prefs.preferences_path().write_text(
        '{"theme": "rose", "text_percent": 900, "language": "xx", "mail_way": "pigeon"}', encoding="utf-8"
    )
    assert prefs.load()[0] == prefs.Preferences(text_percent=200)


@pytest.mark.parametrize(
    "text",
    [
        '{"text_percent": Infinity}',
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
