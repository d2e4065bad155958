"""A field for e-mail addresses: what is none is said there, and its words stay."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from msp_desktop.ui.widgets.email_field import EmailField


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Dr Béa <bea@exemple.fr>", "bea@exemple.fr"),
        ("a@exemple.fr / b@exemple.fr.", "a@exemple.fr, b@exemple.fr"),
        ("f@hôpital-exemple.fr", "f@hôpital-exemple.fr"),
        ("", ""),
    ],
)
def test_an_address_is_written_without_what_stands_around_it(qtbot: QtBot, typed: str, kept: str) -> None:
    field = EmailField("Courriel")
    qtbot.addWidget(field)
    field.show_typed("avant@exemple.fr")
    written: list[object] = []
    field.request_value.connect(written.append)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    field.insert(typed)
    field.flush()
    assert (written[-1], field.text(), field.toolTip()) == (kept, kept, "")


def test_what_is_no_address_is_said_and_stays(qtbot: QtBot) -> None:
    field = EmailField("Courriel")
    qtbot.addWidget(field)
    field.show_typed("")
    written: list[object] = []
    field.request_value.connect(written.append)
    qtbot.keyClicks(field, "n.colin@ville-gueret")
    field.flush()
    assert written == []
    assert field.property("wrong")
    assert "n’est pas une adresse électronique" in field.toolTip()
    assert field.text() == "n.colin@ville-gueret"
    qtbot.keyClicks(field, ".fr")
    field.flush()
    assert written == ["n.colin@ville-gueret.fr"]
    assert not field.property("wrong")
