"""The page « Annuaire »: the list, the card, the federations, by mouse and by keyboard."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.federations import FederationCorrection
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.meetings import Attendance
from msp_desktop.domain.people import Category, Person
from msp_desktop.i18n import _
from msp_desktop.services.dossiers import update_commune
from msp_desktop.services.federations import federation_named
from msp_desktop.services.journal import begin_exchange, blank, finish
from msp_desktop.services.people import add_person, delete_people, delete_person, update_person
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.paged.tab import PagedTab
from msp_desktop.ui.tabs.actors.alike_link import AlikeLink
from msp_desktop.ui.tabs.actors.directory_list import DirectoryList
from msp_desktop.ui.tabs.actors.directory_page import DirectoryPage
from msp_desktop.ui.tabs.actors.tab import make
from msp_desktop.ui.widgets.elided_link import CopyLink, ElidedLink
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.workspace import Workspace
from tests.conftest import NOW
from tests.ui.find import button, named, says
from tests.ui.fit import faults
from tools.scene import settle


def opened(qtbot: QtBot, store: Store, width: int = 1366) -> PagedTab:
    workspace = Workspace(store, lambda: NOW)
    tab = make(workspace)
    assert isinstance(tab, PagedTab)
    tab.setProperty("workspace", workspace)
    workspace.changed.connect(tab.refresh)
    qtbot.addWidget(tab)
    tab.resize(width, 560)
    tab.show()
    qtbot.waitExposed(tab)
    return tab


@pytest.fixture
def tab(qtbot: QtBot, sample: Store) -> PagedTab:
    return opened(qtbot, sample)


@pytest.fixture
def asked(tab: PagedTab) -> list[tuple[Any, ...]]:
    """What the page wished for."""
    found: list[tuple[Any, ...]] = []
    workspace = workspace_of(tab)
    workspace.request_tab.connect(lambda *wish: found.append(("tab", *wish)))
    workspace.request_exchange.connect(lambda wish: found.append(("exchange", wish.person_ids)))
    workspace.request_write.connect(lambda wish: found.append(("write", wish)))
    workspace.request_produced.connect(lambda wish: found.append(("produced", wish)))
    return found


def workspace_of(tab: PagedTab) -> Workspace:
    found: Workspace = tab.property("workspace")
    return found


def rows(tab: PagedTab) -> DirectoryList:
    return tab.findChildren(DirectoryList)[0]


def person(store: Store, last_name: str) -> Person:
    found = store.reader.find(Person, last_name=last_name)
    assert found is not None
    return found


def shown(tab: PagedTab) -> list[str]:
    """Return the titles of the rows, headings among them."""
    model = rows(tab).model()
    found = [rows(tab).row_at(model.index(number, 0)) for number in range(model.rowCount())]
    return [row.title for row in found if row is not None]


def links(tab: PagedTab) -> list[str]:
    return [link.words() for link in tab.findChildren(ElidedLink) if link.isVisible()]


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_everybody_is_under_their_family_and_the_first_has_a_card(tab: PagedTab) -> None:
    titles = shown(tab)
    assert titles[0] == "Mairie"
    assert titles.index("Professionnels de santé") < titles.index("Fédération et institutions")
    assert says(tab, titles[1])


def test_the_card_follows_the_keyboard_and_enter_goes_into_it(qtbot: QtBot, tab: PagedTab) -> None:
    tab.focus_main()
    qtbot.keyClick(rows(tab), Qt.Key.Key_Down)
    assert tab.target()[1] == rows(tab).current_key()
    qtbot.keyClick(rows(tab), Qt.Key.Key_Return)
    assert button(tab, _("Note an exchange")).hasFocus()
    qtbot.keyClick(button(tab, _("Note an exchange")), Qt.Key.Key_Escape)
    assert rows(tab).hasFocus()


def test_a_few_letters_keep_those_who_answer(qtbot: QtBot, tab: PagedTab) -> None:
    line = named(tab, QLineEdit, _("Name, profession, town…"))
    qtbot.keyClicks(line, "fontan")
    assert shown(tab) == ["Professionnels de santé", "Dr Léa Fontanel"]
    assert says(tab, "Médecin")
    qtbot.keyClicks(line, "zzz")
    assert shown(tab) == []
    assert says(tab, "Personne ne répond à ces mots.")
    line.clear()
    assert len(shown(tab)) > 15


def test_what_the_filter_is_for_is_read_whole(tab: PagedTab) -> None:
    field = next(one for one in tab.findChildren(QLineEdit) if one.placeholderText().startswith("Nom, métier"))
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) + 12 < field.width()


def test_one_family_is_shown_alone(qtbot: QtBot, tab: PagedTab) -> None:
    choice = named(tab, QComboBox, _("Family"))
    choice.setCurrentIndex(choice.findText("Mairie"))
    choice.activated.emit(choice.currentIndex())
    assert shown(tab)[0] == "Mairie"
    assert "Professionnels de santé" not in shown(tab)


def test_telephone_and_address_are_copied_by_a_click(qtbot: QtBot, tab: PagedTab, sample: Store) -> None:
    said: list[str] = []
    workspace_of(tab).said.connect(lambda sentence, _undo: said.append(sentence))
    tab.show_target(("directory", person(sample, "Fontanel").id))
    for link, text in zip(
        [one for one in tab.findChildren(CopyLink) if one.isVisible()],
        ("01\u00a099\u00a000\u00a021\u00a001", "l.fontanel@cabinet-exemple.invalid"),
        strict=True,
    ):
        press(qtbot, link)
        assert QGuiApplication.clipboard().text() == text
        assert said[-1] == f"Copié\u00a0: {text}"


def test_each_thing_leads_to_its_very_place(
    qtbot: QtBot, tab: PagedTab, sample: Store, asked: list[tuple[Any, ...]]
) -> None:
    fontanel = person(sample, "Fontanel")
    tab.show_target(("directory", fontanel.id))
    kinds = (_("Meetings"), _("Exchanges"), _("Inventory"))
    for kind in kinds:
        link = next(one for one in tab.findChildren(ElidedLink) if one.accessibleName().startswith(f"{kind}\u00a0:"))
        press(qtbot, link)
    assert [wish[1] for wish in asked] == ["meetings", "actors", "inventory"]
    assert asked[1][2][0] == "journal"


def test_one_writes_notes_an_exchange_and_invites_from_the_card(
    qtbot: QtBot, tab: PagedTab, sample: Store, asked: list[tuple[Any, ...]]
) -> None:
    aubert = person(sample, "Chabrol")
    tab.show_target(("directory", aubert.id))
    press(qtbot, button(tab, _("Note an exchange")))
    assert asked == [("exchange", (aubert.id,))]
    write = button(tab, _("Write"))
    assert not write.isEnabled()
    assert "Modifier" in write.toolTip()
    update_person(sample, aubert.id, Change(Person, email="chabrol@exemple.fr"))
    press(qtbot, write)
    assert asked[-1] == ("write", aubert.id)
    invite = button(tab, _("Invite"))
    assert isinstance(invite, QPushButton)
    menu = invite.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert sample.reader.find(Attendance, person_id=aubert.id) is not None
    assert any("première rencontre" in words for words in links(tab))


def test_what_is_owed_is_done_or_put_off_from_the_card(qtbot: QtBot, tab: PagedTab, sample: Store) -> None:
    fontanel = person(sample, "Fontanel")
    noted = begin_exchange(
        sample,
        Exchange(
            held_on=date(2026, 4, 20), with_whom="Léa Fontanel", next_step="Rappeler", next_step_on=date(2026, 4, 23)
        ),
    )
    finish(sample, noted.id)
    tab.show_target(("directory", fontanel.id))
    assert says(tab, "À faire, 5 jours de retard")
    press(qtbot, button(tab, _("Put off a week")))
    assert sample.reader.one(Exchange, noted.id).next_step_on == date(2026, 5, 5)
    assert says(tab, "À faire pour le mardi\u00a05\u00a0mai")
    press(qtbot, button(tab, _("It is done")))
    assert sample.reader.one(Exchange, noted.id).next_step_done_on is not None
    assert not says(tab, "À faire pour")


def test_deleting_shows_the_neighbour_and_undo_brings_back(
    qtbot: QtBot, tab: PagedTab, sample: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[int]] = []

    def forget(workspace: Workspace, ids: list[int], _parent: QWidget) -> bool:
        asked.append(ids)
        return workspace.attempted(delete_people, ids)

    monkeypatch.setattr("msp_desktop.ui.tabs.actors.directory_page.forget_people", forget)
    tab.focus_main()
    first = tab.target()[1]
    after = shown(tab)[2]
    qtbot.keyClick(rows(tab), Qt.Key.Key_Delete)
    assert asked == [[first]], "what it touches is shown first"
    assert sample.reader.find(Person, id=first) is None
    assert says(tab, after)
    workspace_of(tab).undo()
    assert tab.target()[1] == first


def test_people_are_pasted_in_one_step(qtbot: QtBot, tab: PagedTab, sample: Store) -> None:
    before = len(sample.reader.all(Person))
    QGuiApplication.clipboard().setText("Mme Claire Duval\tpharmacienne\t01 99 00 12 40\nM. Luc Morel\tkiné")
    tab.focus_main()
    qtbot.keyClick(rows(tab), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(sample.reader.all(Person)) == before + 2
    assert says(tab, "Mme Claire Duval")
    workspace_of(tab).undo()
    assert len(sample.reader.all(Person)) == before


def test_notes_are_written_as_they_are_left(qtbot: QtBot, tab: PagedTab, sample: Store) -> None:
    fontanel = person(sample, "Fontanel")
    tab.show_target(("directory", fontanel.id))
    note = named(tab, QPlainTextEdit, _("Notes"))
    note.setFocus()
    note.selectAll()
    qtbot.keyClicks(note, "Remplace le jeudi")
    workspace_of(tab).flush()
    assert sample.reader.one(Person, fontanel.id).notes == "Remplace le jeudi"
    assert tab.place_of(DraftKey("Person", fontanel.id, "notes")) == ("directory", fontanel.id)


def test_the_federations_are_looked_up_copied_and_corrected(qtbot: QtBot, tab: PagedTab, sample: Store) -> None:
    tab.show_target(("directory", "federations"))
    titles = shown(tab)
    assert titles[:4] == ["La fédération de votre région", "Fédération d’exemple", "Le contact national", "AVECsanté"]
    assert len(titles) == 16 + 3
    assert says(tab, "votre région")
    tab.show_target(("directory", "federation:44"))
    assert [link.words() for link in tab.findChildren(CopyLink) if link.isVisible()] == [
        "Fédération de l’exercice coordonné et des maisons de santé du Grand Est",
        "07\u00a087\u00a014\u00a078\u00a046",
        "contact@femage.fr",
        "www.femage.fr",
    ]
    press(qtbot, button(tab, _("Correct this entry")))
    line = named(tab, QLineEdit, _("Telephone of the federation"))
    line.selectAll()
    qtbot.keyClicks(line, "0102030405")
    workspace_of(tab).flush()
    assert federation_named(sample.reader, "44").phone == "01\u00a002\u00a003\u00a004\u00a005"
    assert "01\u00a002\u00a003\u00a004\u00a005" in links(tab)
    assert says(tab, "Corrigé par la commune")
    kept = sample.reader.find(FederationCorrection, code="44")
    assert kept is not None
    for key in (DraftKey("FederationCorrection", kept.id, "phone"), DraftKey("FederationView", "44", "phone")):
        assert tab.place_of(key) == ("directory", "federation:44")
    press(qtbot, button(tab, _("Back to the directory's words")))
    assert "07\u00a087\u00a014\u00a078\u00a046" in links(tab)


def test_an_exchange_begins_with_the_card_in_view(qtbot: QtBot, tab: PagedTab, sample: Store) -> None:
    fontanel = person(sample, "Fontanel")
    tab.show_target(("directory", fontanel.id))
    assert tab.in_view() == Begin(person_ids=(fontanel.id,))
    tab.show_target(("directory", "federation:01"))
    assert tab.in_view() == Begin(federation="01")
    begun = blank(sample.reader, tab.in_view(), NOW.date())
    assert (begun.with_whom, begun.category) == ("FEMAG", Category.FEDERATION)
    wished: list[Begin] = []
    workspace_of(tab).request_exchange.connect(wished.append)
    press(qtbot, button(tab, _("Note an exchange with it")))
    assert wished == [Begin(federation="01")]


def test_the_national_entry_says_what_the_movement_is(tab: PagedTab) -> None:
    tab.show_target(("directory", "federation:national"))
    for words in (
        "« Avenir des équipes coordonnées »",
        "réunir les soignants en équipes",
        "travailler avec les habitants",
        "besoins propres à chaque territoire",
        "jusqu’aux CPTS",
        "négocie",
    ):
        assert says(tab, words.replace("« ", "«\u00a0").replace(" »", "\u00a0»")), words
    assert "www.avecsante.fr" in links(tab)


def test_a_federation_to_confirm_is_confirmed_by_a_button(qtbot: QtBot, tab: PagedTab, sample: Store) -> None:
    update_commune(sample, Change(Commune, region_code="76"))
    tab.show_target(("directory", "federations"))
    assert says(tab, "à confirmer")
    press(qtbot, button(tab, _("It is our federation")))
    assert not says(tab, "à confirmer")


def test_the_federation_of_the_region_and_the_papers_are_one_click_away(
    qtbot: QtBot, tab: PagedTab, asked: list[tuple[Any, ...]]
) -> None:
    press(qtbot, next(one for one in tab.findChildren(ElidedLink) if one.words().startswith("Votre fédération")))
    assert tab.target() == ("directory", "federation:75")
    press(qtbot, button(tab, _("Documents produced and sent")))
    assert asked[-1] == ("produced", None)


def test_an_empty_directory_says_what_it_is_for(qtbot: QtBot, store: Store) -> None:
    for one in store.reader.all(Person):
        delete_person(store, one.id)
    tab = opened(qtbot, store)
    assert says(tab, "Les personnes qui comptent pour ce projet")
    assert "contact@avecsantena.fr" in links(tab), "whom to call first"
    press(qtbot, button(tab, _("Look up the regional federations")))
    assert "AVECsanté" in shown(tab)
    add_person(store, Person(category=Category.ELECTED, last_name="Roche"))
    choice = named(tab, QComboBox, _("Family"))
    choice.setCurrentIndex(0)
    choice.activated.emit(0)
    assert shown(tab) == ["Mairie", "Roche"]


@pytest.mark.parametrize("width", [700, 1024, 1180, 1366, 1920])
def test_no_column_is_wider_than_the_list(qtbot: QtBot, sample: Store, width: int) -> None:
    tab = opened(qtbot, sample, width)
    page = tab.findChildren(DirectoryPage)[0]
    assert page.width() <= tab.width()
    row = rows(tab).row_at(rows(tab).model().index(1, 0))
    assert row is not None
    assert sum(words.width for words in row.columns) + 150 <= rows(tab).viewport().width()


def test_three_hundred_people_are_shown_and_filtered_at_once(qtbot: QtBot, store: Store) -> None:
    with store.write("many") as transaction:
        for number in range(300):
            transaction.insert(
                Person(category=Category.ASSOCIATION, first_name=f"Prénom{number}", last_name="Nom" * 20)
            )
    tab = opened(qtbot, store)
    assert len(shown(tab)) == 301
    named(tab, QLineEdit, _("Name, profession, town…")).setText("prenom299")
    assert len(shown(tab)) == 2


@pytest.mark.parametrize("width", [1024, 1150, 1366])
def test_the_words_that_say_what_to_look_for_are_whole_whatever_stands_beside_them(
    width: int, qtbot: QtBot, sample: Store
) -> None:
    tab = opened(qtbot, sample, width)
    line = named(tab, LineField, _("Name, profession, town…"))
    link = tab.findChildren(AlikeLink)[0]
    for words in ("", "Deux fiches se ressemblent, et leurs noms sont les plus longs qui soient"):
        link.setText(words)
        link.setVisible(bool(words))
        settle(tab, 50)
        assert not [fault for fault in faults(tab) if fault.startswith("LineField")], words
    assert line.width() >= line.minimumWidth() > line.fontMetrics().horizontalAdvance(line.placeholderText())
