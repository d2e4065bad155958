"""Preferences: damaged at any length they start anew and the old file is kept."""

from __future__ import annotations

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
