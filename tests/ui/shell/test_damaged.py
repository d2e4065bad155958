"""A damaged dossier in the window: always a page or a band that says so, with what can be done; the damaged file is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from msp_desktop.db.copies import back_up
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.dossier import close_dossier, open_dossier
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.paths import backups_folder
from msp_desktop.services.preferences import Preferences
from msp_desktop.services.recovery_words import moment_words
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.shell.damaged_page import DamagedPage, RecoveredPage
from msp_desktop.ui.shell.start_page import StartPage
from msp_desktop.ui.start import make_window
from tests.conftest import NOW
from tests.dossiers import open_sample
from tests.ui.find import button, says

PAGE, LONG = 4096, 60_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The sample with one person more, closed, with a safe copy."""
    store = open_sample(tmp_path / "dossiers")
    with store.write("Ajouter") as tx:
        tx.insert(Person(last_name="Zoubiline"))
    back_up(store.connection, backups_folder(), store.path.stem, NOW)
    close_dossier(store)
    return store.path


@pytest.fixture
def opened(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    """The window, with nothing open."""
    window = MainWindow(lambda: NOW, Preferences())
    qtbot.addWidget(window)
    window.show_start()
    window.show()
    yield window
    window.close_dossier()


def damage_header(path: Path) -> bytes:
    content = bytes(512) + path.read_bytes()[512:]
    path.write_bytes(content)
    return content


def ready_page(qtbot: QtBot, window: MainWindow) -> DamagedPage:
    """Return the page once its copies are looked through."""

    def ready() -> bool:
        page = window.current_page()
        return isinstance(page, DamagedPage) and button(page, _("Start page")).isEnabled()

    qtbot.waitUntil(ready, timeout=LONG)
    page = window.current_page()
    assert isinstance(page, DamagedPage)
    return page


def wait_mended(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.mending, timeout=LONG)


def test_the_page_tells_the_last_good_copy_and_where_the_damaged_file_goes(
    qtbot: QtBot, opened: MainWindow, path: Path
) -> None:
    damage_header(path)
    assert not opened.open_dossier(path)
    assert says(opened.current_page(), "Ce dossier est abîmé.")
    page = ready_page(qtbot, opened)
    assert says(page, "Ce dossier est abîmé.")
    assert says(page, "jour 37 sur 100")
    assert says(page, "25 personnes")
    assert says(page, "saint-exemple_abime_2026-04-28.msp100")
    button(page, _("Take the copy of {moment} again").format(moment=moment_words(NOW)))
    assert moment_words(NOW).replace("\xa0", " ") == "mardi 28 avril 2026, 14 h 32"


def test_the_copy_taken_again_is_opened_and_the_damaged_file_kept(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    damaged = damage_header(path)
    opened.open_dossier(path)
    page = ready_page(qtbot, opened)
    taking = next(one for one in page.findChildren(QPushButton) if "Reprendre" in one.text())
    assert opened.focusWidget() is taking, "the keyboard is on what loses least"
    qtbot.keyClick(taking, Qt.Key.Key_Return)
    wait_mended(qtbot, opened)
    assert opened.workspace is not None
    assert any(person.last_name == "Zoubiline" for person in opened.workspace.reader.all(Person))
    assert path.with_name("saint-exemple_abime_2026-04-28.msp100").read_bytes() == damaged


def test_what_can_be_read_is_recovered_told_and_opened(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    damage_header(path)
    opened.open_dossier(path)
    button(ready_page(qtbot, opened), _("Recover what can be read")).click()
    assert not opened.open_dossier(path), "nothing is opened while the file is being replaced"
    wait_mended(qtbot, opened)
    page = opened.current_page()
    assert isinstance(page, RecoveredPage)
    assert says(page, _("Nothing is lost"))
    button(page, _("Open the dossier")).click()
    assert opened.workspace is not None


def test_without_a_copy_the_file_itself_comes_first(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    for copy in backups_folder().iterdir():
        copy.unlink()
    damage_header(path)
    opened.open_dossier(path)
    page = ready_page(qtbot, opened)
    assert says(page, _("No safe copy of this dossier was found on this computer."))
    assert opened.focusWidget() is button(page, _("Recover what can be read"))
    button(page, _("Start page")).click()
    assert isinstance(opened.current_page(), StartPage)


def test_a_word_that_changed_by_itself_is_told_in_a_band_while_the_work_goes_on(
    qtbot: QtBot, opened: MainWindow, path: Path
) -> None:
    path.write_bytes(path.read_bytes().replace(b"Zoubiline", b"Zoubilioe"))
    assert opened.open_dossier(path), "it opens"
    opened.load_the_rest()
    qtbot.waitUntil(lambda: says(opened, "Ce dossier est abîmé"), timeout=LONG)
    assert opened.workspace is not None
    button(opened, _("See what can be done")).click()
    button(ready_page(qtbot, opened), _("Go on with this dossier as it is")).click()
    assert opened.workspace is not None


def test_a_sound_dossier_is_checked_and_nothing_is_said(qtbot: QtBot, opened: MainWindow, path: Path) -> None:
    assert opened.open_dossier(path)
    opened.load_the_rest()
    qtbot.waitUntil(opened.is_loaded, timeout=LONG)
    qtbot.wait(2500)
    assert not says(opened, "abîmé")


def test_reading_that_fails_later_leads_to_the_page_once_and_to_no_box(
    qtbot: QtBot, opened: MainWindow, path: Path, said: list[str]
) -> None:
    opened.open_dossier(path)
    assert opened.workspace is not None

    def broken(_store: object) -> None:
        raise DamagedError("abîmé")

    for _time in range(3):
        opened.workspace.attempt(broken)
    qtbot.waitUntil(lambda: isinstance(opened.current_page(), DamagedPage))
    assert said == []
    assert opened.workspace is None


@pytest.mark.parametrize("table", ["commune", "action"])
def test_a_dossier_whose_first_screen_makes_no_sense_still_has_its_window(
    qtbot: QtBot, qapp: QApplication, path: Path, table: str
) -> None:
    store = open_dossier(path)
    store.connection.execute("PRAGMA foreign_keys=OFF")
    if table == "commune":
        store.connection.execute("DELETE FROM commune")
    else:
        store.connection.execute("UPDATE action SET state='nonsense'")
    close_dossier(store)
    window = make_window(path, NOW)
    qtbot.addWidget(window)
    assert isinstance(window.current_page(), DamagedPage)
    ready_page(qtbot, window)
    assert window.workspace is None
