"""Where a base lies is asked: a file or a server; what cannot be opened is said on the page, which offers another."""

from __future__ import annotations

import socket
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from msp_desktop.i18n import _
from msp_desktop.services.preferences import Preferences, load
from msp_desktop.ui.federation.base_hub import BaseHub
from msp_desktop.ui.federation.open_dialog import OpenBase
from msp_desktop.ui.federation.page import FederationPage
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell import federation
from tests.conftest import NOW
from tests.ui.find import button, named, says
from tools.scene import settle

URL = "postgresql+psycopg://camille@base.exemple:5433/sante%20100"


@pytest.fixture
def alone(qtbot: QtBot) -> MainWindow:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    return window


def answer(act: Callable[[OpenBase], object]) -> None:
    """Have the dialog that opens next answered so."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, OpenBase):
            QTimer.singleShot(10, look)
        else:
            act(dialog)

    QTimer.singleShot(0, look)


def test_the_keyboard_begins_on_the_way_that_is_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    for last, way in ((URL, _("A PostgreSQL server, which several people share")), ("", _("A base on this computer"))):
        dialog = OpenBase(tmp_path / "federation.sqlite", last)
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.focusWidget() is button(dialog, way)
        assert dialog.focusWidget().isChecked()  # type: ignore[union-attr]
        password = named(dialog, QLineEdit, _("Password"))
        room = password.height() * 2
        base = named(dialog, QLineEdit, _("Base"))
        gap = password.mapTo(dialog, password.rect().topLeft()).y() - base.mapTo(dialog, base.rect().bottomLeft()).y()
        assert gap < room, "fields stand as near to each other as elsewhere"


def opened(window: MainWindow, act: Callable[[OpenBase], object]) -> FederationPage:
    """Ask for a base, answer, and return the page once it has settled."""
    answer(act)
    federation.ask(window)
    settle(window)
    page = window.alone_page()
    assert isinstance(page, FederationPage)
    return page


def on_a_file(path: Path) -> Callable[[OpenBase], object]:
    def act(dialog: OpenBase) -> None:
        button(dialog, _("A base on this computer")).click()
        named(dialog, QLineEdit, _("File of the base")).setText(str(path))
        dialog.done_button.click()

    return act


def test_the_server_asked_last_is_shown_again_without_its_password(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = OpenBase(tmp_path / "federation.sqlite", URL)
    qtbot.addWidget(dialog)
    assert button(dialog, _("A PostgreSQL server, which several people share")).isChecked()
    fields = {name: named(dialog, QLineEdit, name).text() for name in (_("Server"), _("Port"), _("Base"), _("User"))}
    assert list(fields.values()) == ["base.exemple", "5433", "sante 100", "camille"]
    named(dialog, QLineEdit, _("Password")).setText("secret")
    assert (dialog.where(), dialog.password) == (URL, "secret")
    named(dialog, QLineEdit, _("Base")).clear()
    assert not dialog.done_button.isEnabled()
    assert dialog.done_button.toolTip()
    button(dialog, _("A base on this computer")).click()
    assert dialog.done_button.isEnabled()
    assert (dialog.where(), dialog.password) == (str(tmp_path / "federation.sqlite"), "")


def test_a_file_is_made_and_opened_again_without_a_question(alone: MainWindow, tmp_path: Path) -> None:
    page = opened(alone, on_a_file(tmp_path / "f" / "base.sqlite"))
    assert page._empty.button.isVisibleTo(page)
    assert (tmp_path / "f" / "base.sqlite").is_file()
    assert load()[0].federation == str(tmp_path / "f" / "base.sqlite")
    alone.show_start()
    federation.open_last(alone)
    settle(alone)
    assert isinstance(alone.alone_page(), FederationPage)


def test_a_file_of_something_else_is_said_and_another_may_be_opened(alone: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "letter.sqlite").write_bytes(b"Monsieur le Maire, " * 200)
    page = opened(alone, on_a_file(tmp_path / "letter.sqlite"))
    assert page.seen() is None
    answer(on_a_file(tmp_path / "right.sqlite"))
    button(page, _("Open another base…")).click()
    settle(alone)
    right = alone.alone_page()
    assert isinstance(right, FederationPage)
    assert right.seen() is not None
    assert (tmp_path / "letter.sqlite").read_bytes().startswith(b"Monsieur")


def test_a_server_that_does_not_answer_is_said_without_the_password(alone: MainWindow) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

        def act(dialog: OpenBase) -> None:
            button(dialog, _("A PostgreSQL server, which several people share")).click()
            for name, words in ((_("Server"), "127.0.0.1"), (_("Port"), str(port)), (_("Base"), "b"), (_("User"), "u"), (_("Password"), "secret")):  # fmt: skip
                named(dialog, QLineEdit, name).setText(words)
            dialog.done_button.click()

        page = opened(alone, act)
    assert isinstance(page.hub, BaseHub)
    assert page.seen() is None
    assert button(page, _("Try again")).isVisibleTo(page)
    assert not says(page, "secret")
    assert not says(page, _("The base could not be read: it is said in the report of faults."))
    assert load()[0].federation == f"postgresql+psycopg://u@127.0.0.1:{port}/b"


def test_a_base_that_another_program_changed_is_said_on_the_page(alone: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "federation.sqlite"
    BaseHub(path).open().close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("DROP TABLE headcount")
    page = opened(alone, on_a_file(path))
    assert says(page, "La base de la fédération est abîmée")
    assert button(page, _("Open another base…")).isVisible()
