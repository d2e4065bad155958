"""A whole morning of a federation: from the start page to the documents written, on a real base and papers of the program."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdf import PdfReader
from PySide6 import QtWidgets
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from msp_desktop.db.dossier import close_dossier
from msp_desktop.domain.carried.envelope import encoded
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.inventory import Finding
from msp_desktop.i18n import _
from msp_desktop.papers.export import export
from msp_desktop.papers.paper import Context
from msp_desktop.services.inventory import write_finding
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.federation.page import FederationPage
from msp_desktop.ui.federation.table import CommuneTable
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.widgets.record_table import RecordTable
from tests.conftest import NOW, TODAY
from tests.dossiers import COMMUNE, open_new
from tests.exchange.carried.papers import archive
from tests.ui.federation.test_open_dialog import answer, on_a_file
from tests.ui.find import button, named, says
from tools.made_up import one_made_up
from tools.scene import settle

#: Milliseconds a process of its own may take to start, read and write.
PATIENCE = 60_000


def names(page: FederationPage) -> set[str]:
    table = page.findChild(CommuneTable)
    assert table is not None
    return {row.line.name for row in table.rows.rows()}


def received(page: FederationPage, kind: str) -> list[str]:
    page.show_files(kind)
    settle(page)
    table = named(page, RecordTable, _("Files received"))
    return [row.receipt.name for row in table.rows.rows()]


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """What a federation receives: an inventory of the program, another in a zip, a PDF of nobody."""
    folder = tmp_path / "received"
    folder.mkdir()
    store = open_new(tmp_path / "one")
    with store.write("commune") as tx:
        tx.update(1, Change(Commune, insee="23190"))
    write_finding(store, store.reader.all(Finding)[0].id, "Deux médecins.", TODAY)
    export(store.reader, "inventory", folder, Context(TODAY, NOW))
    close_dossier(store)
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\nnothing of ours\n%%EOF\n")
    (folder / "courriers.zip").write_bytes(archive([("donnees.json", encoded(one_made_up(0, TODAY)))]))
    return folder


def drop(window: MainWindow, *paths: Path) -> None:
    """Drop files on the window as a file manager does."""
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(300, 300), copy, dragged, left, none)
    window.dropEvent(event)
    assert event.isAccepted()


def wait_for_files(qtbot: QtBot, page: FederationPage) -> None:
    qtbot.waitUntil(lambda: page.takes_files(), timeout=PATIENCE)
    settle(page)


def test_a_morning_of_a_federation(qtbot: QtBot, tmp_path: Path, given: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.resize(1366, 697)
    window.show()
    window.show_start()
    settle(window)
    answer(on_a_file(tmp_path / "federation.sqlite"))
    button(window, _("Federation…")).click()
    settle(window)
    page = window.alone_page()
    assert isinstance(page, FederationPage)

    drop(window, given)
    assert not page.takes_files()
    wait_for_files(qtbot, page)
    assert names(page) == {COMMUNE.name, "Saint-Exemple"}
    assert len(received(page, "taken")) == 2
    assert [name.rpartition(" ")[2] for name in received(page, "refused")] == ["scan.pdf"]
    assert says(window, COMMUNE.name)  # the status line names them

    other = replace(one_made_up(0, TODAY), sender=replace(one_made_up(0, TODAY).sender, dossier="e" * 32))
    other = replace(other, made_at=other.made_at + timedelta(hours=1), vigilances=())
    (tmp_path / "other.json").write_bytes(encoded(other))
    drop(window, tmp_path / "other.json")
    wait_for_files(qtbot, page)
    assert received(page, "decide") == ["other.json"]
    button(page, _("It is the right dossier: {name}").format(name="other.json")).click()
    settle(page)
    assert received(page, "decide") == []
    page.show_tab("communes")
    settle(page)
    assert not page._rows["55900"].line.vigilances

    monkeypatch.setattr("msp_desktop.ui.shell.messages.tell", lambda *_a, **_m: pytest.fail("refused"))
    for kind in ("xlsx", "csv", "pdf"):
        path = tmp_path / f"out.{kind}"
        monkeypatch.setattr(QtWidgets.QFileDialog, "getSaveFileName", lambda *_a, path=path, **_m: (str(path), ""))
        page.request_export.emit(kind, page.view())
        qtbot.waitUntil(path.exists, timeout=PATIENCE)
        settle(page)
    assert COMMUNE.name in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert PdfReader(tmp_path / "out.pdf").pages

    before = names(page)
    (tmp_path / "new.json").write_bytes(encoded(one_made_up(1, TODAY)))
    drop(window, tmp_path / "new.json")
    wait_for_files(qtbot, page)
    assert len(names(page)) == len(before) + 1
    page.undo()
    qtbot.waitUntil(lambda: names(page) == before, timeout=PATIENCE)
