"""What just happened is said, whoever looks elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.ui.shell.status_line import StatusLine
from msp_desktop.ui.widgets.announce import tell_found
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.said import Said


def test_each_sentence_of_the_status_line_is_announced_and_stands_in_the_tree(
    qtbot: QtBot, announced: list[str]
) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Annulé : une date\nde plusieurs lignes", can_undo=True)
    assert announced == ["Annulé : une date de plusieurs lignes"]
    said = QAccessible.queryAccessibleInterface(line._said)
    assert isinstance(said, QAccessibleInterface)
    assert said.text(QAccessible.Text.Name) == "Annulé : une date de plusieurs lignes"


def test_nothing_is_done_where_nobody_listens(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda _event: pytest.fail("announced to nobody"))
    line = StatusLine()
    qtbot.addWidget(line)
    line.say("Prêt")


def test_how_many_rows_a_filter_leaves_is_said_once_the_typing_rests(qtbot: QtBot, announced: list[str]) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    tell_found(field, lambda: len(field.text()))
    qtbot.keyClicks(field, "abc")
    assert announced == []
    qtbot.waitUntil(lambda: bool(announced))
    assert announced == ["3 lignes trouvées"]


def test_what_is_not_understood_is_said(qtbot: QtBot, announced: list[str]) -> None:
    field = LineField("Courriel")
    qtbot.addWidget(field)
    field.show_wrong("Il manque la fin de l’adresse.")
    field.show_wrong("Il manque la fin de l’adresse.")
    assert announced == ["Il manque la fin de l’adresse."]


def test_what_is_done_in_a_dialog_and_a_notice_over_the_page_are_said_once(qtbot: QtBot, announced: list[str]) -> None:
    line, band = Said(""), Banner()
    for widget in (line, band):
        qtbot.addWidget(widget)
    line.setText("pas encore vue")
    line.show()
    for _time in range(2):
        line.setText("Message préparé")
        band.say("Le dossier ne peut être que lu")
    line.setText("")
    band.say("")
    assert announced == ["Message préparé", "Le dossier ne peut être que lu"]
