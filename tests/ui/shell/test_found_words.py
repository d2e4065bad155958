"""The band that offers the words of a former run: taken up where they were, read apart, or erased."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.domain.actions import Action
from msp_desktop.i18n import _
from msp_desktop.services import kept_words as service
from msp_desktop.services.dossiers import open_existing
from msp_desktop.services.kept_words import Kept
from msp_desktop.ui.dialogs.read_words import ReadWords
from msp_desktop.ui.main_window import MainWindow
from tests.ui.find import button, named, says
from tests.ui.modal import dialog


def opened_with(window: MainWindow, *kept: Kept) -> None:
    """Open the dossier anew, these words waiting for it."""
    assert window.workspace is not None
    from msp_desktop.domain.commune import Commune

    path, uid = window.workspace.store.path, window.workspace.reader.one(Commune, 1).uid
    assert window.close_dossier()
    service.write(service.file_for(uid, path), path, kept)
    window.show_store(open_existing(path))


def band(window: MainWindow) -> QWidget:
    return window.banner


def test_nothing_is_offered_where_nothing_waits(window: MainWindow) -> None:
    assert not band(window).isVisible()


def test_words_are_taken_up_where_they_were(window: MainWindow, qtbot: QtBot) -> None:
    label = _("Add something to do")
    opened_with(window, Kept("new", 3, label, label, "Demander la clé"))
    assert says(band(window), "Demander la clé")
    assert not says(window, _("Everything is saved ({time})").partition("(")[0])
    window.go_to("meetings")
    button(band(window), _("Take it up again")).click()
    line = named(window.current_page(), QLineEdit, label)
    assert line.text() == "Demander la clé"
    assert line.hasFocus()
    assert not band(window).isVisible()


def test_one_after_the_other_is_offered(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    label = _("Add something to do")
    opened_with(window, Kept("new", 3, label, label, "Un"), Kept("new", 4, label, label, "Deux"))
    assert says(band(window), "Un")
    monkeypatch.setattr("msp_desktop.ui.shell.messages.choose", lambda *_args, **_more: 1)
    button(band(window), _("Erase it")).click()
    assert says(band(window), "Deux")
    button(band(window), _("Take it up again")).click()
    assert not band(window).isVisible()


def test_words_whose_place_holds_something_else_are_read_apart(window: MainWindow) -> None:
    assert window.workspace is not None
    present = window.workspace.reader.one(Action, 2).notes
    opened_with(window, Kept("Action", 2, "notes", "Notes", "Anciens mots", before="ce qui n’y est plus"))

    def read(box: ReadWords) -> None:
        assert "Anciens mots" in box.findChildren(QPlainTextEdit)[0].toPlainText()
        button(box, _("Erase them")).click()

    with dialog(ReadWords, read):
        button(band(window), _("Take it up again")).click()
    assert not band(window).isVisible()
    assert window.workspace is not None
    window.flush()
    assert window.workspace.reader.one(Action, 2).notes == present
