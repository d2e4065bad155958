"""The line above the tabs: where the dossier is, and what comes next, however narrow the window."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from msp_desktop.i18n import _
from msp_desktop.services.summary import Header
from msp_desktop.ui.shell.header import HeaderLine
from msp_desktop.ui.theme import apply_theme
from msp_desktop.ui.widgets.elided import ElidedLink
from tests.ui.find import button, says


@pytest.fixture
def line(qtbot: QtBot) -> HeaderLine:
    line = HeaderLine()
    qtbot.addWidget(line)
    line.resize(1366, 44)
    line.show()
    return line


def header(**values: Any) -> Header:
    given: dict[str, Any] = {
        "commune": "Saint-Essai", "department": "Creuse", "day": "Jour 37 sur 100", "phase": "phase 2", "day_number": 37,
        "next_thing": "À faire : contacter la fédération", "next_id": 7, "title": "",
    }  # fmt: skip
    return Header(**given | values)


def test_it_says_where_the_dossier_is(line: HeaderLine) -> None:
    line.show_header(header(), None)
    for words in ("Creuse", "Jour 37 sur 100", "phase 2"):
        assert says(line, words)
    assert button(line, _("{commune}: commune and letterhead").format(commune="Saint-Essai"))


def test_what_comes_next_leads_to_its_action(line: HeaderLine, qtbot: QtBot) -> None:
    line.show_header(header(), None)
    with qtbot.waitSignal(line.request_action) as asked:
        button(line, "À faire : contacter la fédération").click()
    assert asked.args == [7]
    line.show_header(header(next_id=None, next_thing="Tout est fait"), None)
    with qtbot.waitSignal(line.request_action) as asked:
        button(line, "Tout est fait").click()
    assert asked.args == [None]


def test_the_name_leads_to_the_commune_and_the_end_to_another(line: HeaderLine, qtbot: QtBot) -> None:
    line.show_header(header(), None)
    with qtbot.waitSignal(line.request_commune):
        button(line, _("{commune}: commune and letterhead").format(commune="Saint-Essai")).click()
    with qtbot.waitSignal(line.request_change):
        button(line, _("Change commune…")).click()


def test_a_long_next_thing_is_cut_on_the_line_and_whole_for_the_ear(line: HeaderLine) -> None:
    words = "À faire : " + "préparer la première rencontre " * 12
    line.show_header(header(next_thing=words), None)
    shown = next(one for one in line.findChildren(QAbstractButton) if one.accessibleName() == words)
    assert shown.text().rstrip().endswith("…")
    assert line.minimumSizeHint().width() < 1366


def test_signs_of_markup_and_of_menus_are_only_signs(line: HeaderLine) -> None:
    line.show_header(header(commune="A & <b>B</b>", next_thing="<i>x</i> & y"), None)
    shown = button(line, "<i>x</i> & y")
    assert shown.text().strip() == "<i>x</i> && y"
    assert shown.toolTip() == "<p>&lt;i&gt;x&lt;/i&gt; &amp; y</p>"


@pytest.mark.parametrize("day", [-30, 0, 100, 101, 4000])
def test_the_bar_of_the_days_is_drawn_whatever_the_day(line: HeaderLine, day: int) -> None:
    line.show_header(header(day_number=day), None)
    assert not line.grab().isNull()


def test_a_name_of_thousands_of_letters_is_drawn_as_far_as_a_window_shows_it(line: HeaderLine, qtbot: QtBot) -> None:
    line.show_header(header(commune="x" * 32_767, next_thing="y" * 32_767), None)
    qtbot.wait(20)  # until the line is laid out
    buttons = line.findChildren(QAbstractButton)
    (name,) = (found for found in buttons if found.text().startswith("x"))
    (following,) = (found for found in buttons if found.toolTip().startswith("<p>y"))
    assert len(name.text()) <= 200
    assert name.text().endswith("…")
    assert len(following.toolTip()) <= 2_000


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_longest_name_of_a_commune_leaves_a_narrow_window_narrow(qtbot: QtBot, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        apply_theme(app, "light", percent)
        line = HeaderLine()
        qtbot.addWidget(line)
        line.show_header(header(commune="Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"), None)
        line.resize(1024, 60)
        line.show()
        assert line.minimumSizeHint().width() <= 1024
        name = line.findChild(ElidedLink)
        assert name is not None
        assert name.text().startswith("Saint-Remy")
        line.resize(2560, 60)
        assert name.text() == "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson"
    finally:
        apply_theme(app, "light", 100)


def test_what_is_late_is_said_with_its_sign_and_its_ink(line: HeaderLine) -> None:
    line.show_header(header(next_thing="État des lieux, en retard de 7 jours", late=True), None)
    shown = button(line, "État des lieux, en retard de 7 jours")
    assert shown.property("tone") == "late"
    line.show_header(header(), None)
    assert shown.property("tone") == "accent"


def test_a_copy_and_the_sample_say_so_and_the_least_gives_way_in_a_narrow_window(line: HeaderLine) -> None:
    line.show_header(header(mark="copie du 12 mai 2026, 14 h 32"), None)
    assert says(line, "copie du 12 mai 2026, 14 h 32")
    line.resize(700, 44)
    assert says(line, "copie du 12 mai 2026, 14 h 32")
    assert not says(line, "phase 2")
    line.resize(1366, 44)
    assert says(line, "phase 2")
    line.show_header(header(mark="x" * 300), None)
    assert line.minimumSizeHint().width() < 1024
    line.show_header(header(), None)
    assert not says(line, "copie")
