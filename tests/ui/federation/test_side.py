"""Beside the table: the commune chosen, and its story over what it sent."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from msp_desktop.domain.carried.data import ReferentData
from msp_desktop.domain.federated.communes import Version
from msp_desktop.ui.federation.side import FederationSide
from msp_desktop.ui.federation.words import vigilance_words
from msp_desktop.ui.widgets.labels import Label
from tests.conftest import TODAY
from tools.made_up import made_up
from tools.made_up_hub import line_of


def test_each_thing_sent_says_what_changed_since_the_one_before(qtbot: QtBot) -> None:
    (old,) = made_up(1, TODAY)
    old = replace(old, referent=None, vigilances=("walls",))
    new = replace(
        old, made_at=old.made_at + timedelta(days=7), referent=ReferentData(kind="pair"), vigilances=("no_diagnosis",)
    )
    side = FederationSide()
    qtbot.addWidget(side)
    side.show_line(line_of(new), TODAY)
    side.show_story((Version(new.made_at, "b", new), Version(old.made_at, "a", old)), TODAY)
    said = "\n".join(label.text() for label in side.findChildren(Label))
    assert "référent\u00a0: binôme" in said
    assert "n’est plus signalé\u00a0: " in said
    assert said.count("n’est plus signalé") == 1, "the first thing sent changes nothing"


def test_nothing_done_is_said_in_the_singular_and_an_unknown_code_as_such(qtbot: QtBot) -> None:
    (data,) = made_up(1, TODAY)
    side = FederationSide()
    qtbot.addWidget(side)
    side.show_line(replace(line_of(data), done=0, total=11), TODAY)
    assert "0 action faite sur 11" in "\n".join(label.text() for label in side.findChildren(Label))
    assert vigilance_words("no_such") == "point inconnu de cette version (no_such)"
