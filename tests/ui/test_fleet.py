"""What an IT service decided, as people meet it: in sight, out of use, and it says by whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop import fleet
from msp_desktop.db.store import Store
from msp_desktop.domain.mail import Way
from msp_desktop.fleet import SETTINGS, Chosen, Fleet, Source
from msp_desktop.services.federations import federation_named, federations
from msp_desktop.services.preferences import Preferences
from msp_desktop.ui.dialogs.about import About
from msp_desktop.ui.dialogs.federation_form import FederationForm
from msp_desktop.ui.dialogs.new_dossier import NewDossier
from msp_desktop.ui.main_window import MainWindow
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.print_dialog import PrintDialog
from msp_desktop.ui.papers.produced_dialog import ProducedDialog
from msp_desktop.ui.papers.way_field import way_field
from msp_desktop.ui.shell import actions
from msp_desktop.ui.shell.papers import fill_menu
from msp_desktop.ui.shell.start_page import StartPage
from msp_desktop.ui.tabs.inventory.tab import InventoryTab
from msp_desktop.ui.theme import theme
from msp_desktop.ui.workspace import Workspace
from tests.conftest import TODAY
from tests.ui.find import button, picture_of, says

BY = "réglé par votre service informatique"


def decide(**values: str | int | bool) -> None:
    fleet.install(Fleet({key: Chosen(value, Source.MACHINE) for key, value in values.items()}))


ALL = {setting.key: True for setting in SETTINGS if setting.key.startswith("Disable")}


@pytest.fixture
def decided() -> None:
    """Everything decided, before the window is made: settings are read once."""
    decide(Theme="dark", MinimumTextPercent=125, MailWay="outlook", **ALL)


def entries(menu: QMenu | QWidget) -> dict[str, QAction]:
    """Return every entry of the menus, by its words."""
    return {action.text().replace("&", ""): action for action in menu.findChildren(QAction) if action.text()}


def test_the_menus_keep_what_is_decided_in_sight_and_out_of_use(decided: None, window: MainWindow) -> None:
    held = {words: action for words, action in entries(window).items() if BY in words}
    kept = {words.partition(" (")[0] for words in held}
    assert {"Commune d’exemple", "Copier sur une clé…", "Thème", "100 %", "110 %"} <= {
        words.replace("\u202f", " ").replace("\u00a0", " ") for words in kept
    }
    assert not any(action.isEnabled() for action in held.values())
    menu = QMenu(window)
    fill_menu(window, menu)
    papers = {words: action for words, action in entries(menu).items() if BY in words}
    assert len(papers) == 2, papers  # the diary's file, and the ways of sending


def test_every_other_way_to_it_is_refused_with_who_decided(
    decided: None, window: MainWindow, said: list[str], tmp_path: Path, qtbot: QtBot
) -> None:
    workspace = window.workspace
    assert workspace is not None
    workspace.request_send.emit("agenda", None)
    workspace.request_write.emit(1)
    workspace.request_calendar.emit(1)
    workspace.request_sample.emit("meetings")
    qtbot.waitUntil(lambda: len(said) == 4)
    window.go_to("inventory")
    tab = window.current_tab()
    assert isinstance(tab, InventoryTab)
    tab.import_file(tmp_path / "rien.csv")
    actions.copy_to_stick(window)
    assert len(said) == 6
    assert all(sentence.endswith(f"{BY}.") for sentence in said), said
    for tab in ("actors", "meetings"):
        window.go_to(tab)
    desk = Desk(workspace, tmp_path, lambda: Way.AUTO, lambda way: None)
    boxes = (PrintDialog(desk, ("referent",), desk.context(), window), ProducedDialog(desk, window))
    for holder, words in ((boxes[0], "Envoyer par courriel…"), (boxes[1], "Envoyer à nouveau…"), (window, "Écrire")):
        held = button(holder, words)
        assert not held.isEnabled(), words
        held.setEnabled(True)  # what its view would do as somebody chooses another row
        assert not held.isEnabled(), words
        assert "votre service informatique" in held.toolTip()


def test_an_empty_register_proposes_no_pasting_where_spreadsheets_are_out_of_use(
    decided: None, workspace: Workspace, qtbot: QtBot
) -> None:
    tab = InventoryTab(workspace)
    qtbot.addWidget(tab)
    tab.registers.show_register("professionals")
    words = tab.registers.tables["professionals"].accessibleDescription()
    assert words.startswith("Rien ici")
    assert "Ctrl+V" not in words
    held = [words for words, action in entries(tab.registers.more).items() if not action.isEnabled()]
    assert len(held) == 2, held  # reading a table, and the empty one to fill in
    assert all(BY in words for words in held)
    tab.registers.show_register("offers")
    assert "Ctrl+V" in tab.registers.tables["offers"].accessibleDescription()


def test_the_text_is_never_smaller_than_decided_and_always_may_be_larger(
    decided: None, window: MainWindow, qtbot: QtBot
) -> None:
    find = entries(window)
    assert window.preferences.shown_percent == 125
    find["Plus petit"].trigger()
    assert window.preferences.shown_percent == 125
    find["Plus grand"].trigger()
    assert window.preferences.shown_percent == 150
    find["Taille habituelle"].trigger()
    assert window.preferences.shown_percent == 125
    assert theme().dark
    assert window.preferences.theme == "auto"  # what people chose is kept for the day nobody decides


def test_the_way_of_sending_is_shown_and_cannot_be_changed(workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    decide(MailWay="outlook")
    desk = Desk(workspace, tmp_path, lambda: Preferences(mail_way=Way.DRAFT).way, lambda way: None)
    field = way_field(desk)
    qtbot.addWidget(field)
    assert field.value() is Way.OUTLOOK  # although no Outlook is here
    assert not field.isEnabled()
    assert "votre service informatique" in field.toolTip()


def test_the_start_page_keeps_the_sample_in_sight(qtbot: QtBot) -> None:
    decide(DisableSample=True)
    page = StartPage(Preferences(), TODAY)
    qtbot.addWidget(page)
    sample = button(page, "Commune d’exemple")
    assert not sample.isEnabled()
    assert not sample.isHidden()
    assert "votre service informatique" in sample.toolTip()
    assert "votre service informatique" in sample.accessibleDescription()
    assert says(page, "son nom suffit pour commencer")
    assert not says(page, "l’exemple")


def test_the_federation_is_the_one_decided_for_the_town_s_region_alone(workspace: Workspace, qtbot: QtBot) -> None:
    decide(FederationName="Fédération d’essai", FederationEmail="msp@departement.exemple.fr")
    own, *others = federations(workspace.reader)
    assert (own.name, own.full_name, own.email) == (
        "Fédération d’essai", "Fédération d’essai", "msp@departement.exemple.fr",
    )  # fmt: skip
    assert not own.to_confirm
    assert all(not other.decided for other in others)
    form = FederationForm(workspace)
    qtbot.addWidget(form)
    form.show_federation(own)
    assert [form.editor(name).isEnabled() for name in ("name", "full_name", "email", "phone")] == [False] * 3 + [True]
    form.show_federation(others[-1])
    assert all(form.editor(name).isEnabled() for name in ("name", "full_name", "email", "phone"))
    assert not form.editor("name").toolTip()


def test_the_sample_writes_to_nobody_real(sample: Store) -> None:
    decide(FederationName="Fédération d’essai", FederationEmail="msp@departement.exemple.fr")
    assert all(not one.decided for one in federations(sample.reader))
    assert "exemple.fr" not in federation_named(sample.reader, federations(sample.reader)[0].code).email


def test_a_new_dossier_has_the_picture_decided(qtbot: QtBot, tmp_path: Path) -> None:
    data = picture_of(tmp_path / "logo.png")
    decide(LetterheadPicture=str(tmp_path / "logo.png"))
    dialog = NewDossier(TODAY)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.arms() is not None)
    assert dialog.arms() == (data, "image/png")
    assert any("votre service informatique" in label.text() for label in dialog.findChildren(QLabel))

    decide(LetterheadPicture=str(tmp_path / "absent.png"))
    other = NewDossier(TODAY)
    qtbot.addWidget(other)
    qtbot.waitUntil(lambda: any("ne peut pas être lue" in label.text() for label in other.findChildren(QLabel)))
    assert other.arms() is None


def test_about_lists_what_is_decided_and_what_was_written_in_vain(qtbot: QtBot) -> None:
    fleet.install(Fleet({"DisableMail": Chosen(True, Source.FILE)}, (fleet.Wrong("MailWay", Source.FILE, "choice"),)))
    dialog = About()
    qtbot.addWidget(dialog)
    assert says(dialog, "pas de courriels")
    assert says(dialog, "1 réglage de votre service informatique")


def test_where_nobody_decides_nothing_is_said_of_it(window: MainWindow, qtbot: QtBot) -> None:
    assert not [words for words in entries(window) if BY in words]
    dialog = About()
    qtbot.addWidget(dialog)
    assert not says(dialog, "service informatique")
