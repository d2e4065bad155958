"""The mark of a commune without a coat of arms."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.own_arms import own_arms, own_mark

TOWNS = (
    "Guéret",
    "Aubusson",
    "Le Grand-Bourg",
    "Évaux-les-Bains",
    "La Souterraine",
    "Bourganeuf",
    "Felletin",
    "Auzances",
)


def test_a_commune_keeps_its_mark_and_few_share_one(qtbot: QtBot) -> None:
    drawn = [own_arms(own_mark(town, "Creuse"), 36, 1.0).toImage() for town in TOWNS]
    again = [own_arms(own_mark(town, "Creuse"), 36, 1.0).toImage() for town in TOWNS]
    assert drawn == again
    different = [one for index, one in enumerate(drawn) if one not in drawn[:index]]
    assert len(different) >= len(TOWNS) - 1


def test_any_words_any_size_make_a_mark(qtbot: QtBot) -> None:
    for words in ("", "\udcff", "x" * 40_000):
        made = own_arms(own_mark(words, ""), 48, 1.25)
        assert made.height() == 60
        assert made.deviceIndependentSize().height() == 48
