"""What an arrêté needs beside the sheet."""

from __future__ import annotations

from datetime import timedelta

from pytestqt.qtbot import QtBot

from msp_desktop.i18n import _
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.tabs.referent.decree_form import DecreeForm
from msp_desktop.ui.widgets.parsed_field import DateField
from tests.ui.find import named


def test_the_vote_of_the_council_is_looked_for_in_the_past(window: MainWindow, qtbot: QtBot) -> None:
    assert window.workspace is not None
    window.go_to("referent")
    (form,) = window.current_page().findChildren(DecreeForm)
    today = window.workspace.today()
    voted = today - timedelta(100)
    vote = named(form, DateField, _("Council’s vote on the number of deputies"))
    vote.setText(f"{voted:%d/%m}")
    assert vote.value_of(vote.text()) == voted
