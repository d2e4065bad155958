"""The prose of the method is read sentence by sentence where it belongs: beside the timeline, in the help, in the panel."""

from __future__ import annotations

from typing import Any

from msgspec.structs import fields
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Need
from msp_desktop.domain.roles import RoleParty, RoleShare, Share
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.formats.text import fold
from msp_desktop.method.conditions import kit_conditions
from msp_desktop.method.guidance import basics, compass, glossary
from msp_desktop.method.meetings import kit_meetings
from msp_desktop.method.reading import Content
from msp_desktop.method.schemes import kit_schemes
from msp_desktop.method.texts import text_behind
from msp_desktop.method.vigilance import kit_vigilances
from msp_desktop.services.roles import add_role
from msp_desktop.services.timeline import timeline
from msp_desktop.ui.dialogs.help import Help
from msp_desktop.ui.shell.vigilance_panel import VigilancePanel
from msp_desktop.ui.tabs.meetings.advice import Advice
from msp_desktop.ui.tabs.project import conditions_page, schemes_page
from msp_desktop.ui.tabs.timeline.compass import Compass
from msp_desktop.ui.tabs.timeline.detail import Detail
from msp_desktop.ui.workspace import Workspace

#: Whose an entry is: read where the files are checked, never shown.
NOT_WORDS = {"source", "ours"}


def shown(*widgets: QWidget) -> str:
    """Return all that these widgets say, folded, spaces made plain."""
    said = [label.text() for widget in widgets for label in widget.findChildren(QLabel)]
    said += [page.toPlainText() for widget in widgets for page in widget.findChildren(QTextBrowser)]
    said += [child.accessibleName() for widget in widgets for child in widget.findChildren(QWidget)]
    return plain(" ".join(said))


def plain(text: str) -> str:
    return " ".join(fold(text).split())


def sentences(value: Any, *skip: str) -> list[str]:
    """Return every text of a value of the method, those of the fields named left out."""
    if isinstance(value, str):
        return [value] if value else []
    if isinstance(value, tuple):
        return [text for entry in value for text in sentences(entry, *skip)]
    if isinstance(value, Content):
        given = [getattr(value, field.name) for field in fields(value) if field.name not in {*skip, *NOT_WORDS}]
        return [text for entry in given for text in sentences(entry, *skip)]
    return []


def missing(texts: list[str], said: str) -> list[str]:
    return [text for text in texts if plain(text) not in said]


def test_what_to_know_first_is_beside_the_timeline_and_in_the_help(qtbot: QtBot, workspace: Workspace) -> None:
    beside, page = Compass(workspace), Help("basics")
    for widget in (beside, page):
        qtbot.addWidget(widget)
    for kit in (basics(), compass()):
        texts = sentences(kit, "code")
        assert len(texts) > 5
        assert missing([text for text in texts if text not in _titles()], shown(beside)) == []
        assert missing([text for text in texts if text not in _titles()], shown(page)) == []


def _titles() -> set[str]:
    """The names of the stages, which the page of the road says."""
    return {stage.title for stage in compass().stages}


def test_the_glossary_spells_its_acronyms_out(qtbot: QtBot) -> None:
    page = Help("glossary")
    qtbot.addWidget(page)
    assert missing(sentences(glossary()), shown(page)) == []
    for word in ("CLS", "ASV", "CLSM", "PTSM", "RTPS", "CPTS", "CTG", "COPIL", "COTECH", "PRS"):
        entry = glossary().find(word)
        assert entry is not None
        assert entry.expanded


def test_the_five_errors_are_read_whole_once_the_dossier_sets_them_off(
    qtbot: QtBot, workspace: Workspace, store: Store
) -> None:
    role = add_role(store, "Trouver des locaux")
    party = next(row for row in store.reader.all(RoleParty) if row.kit_code == "federation")
    with store.write("all five") as transaction:
        transaction.insert(RoleShare(role_id=role.id, party_id=party.id, share=Share.LEADS))
        transaction.insert(Need(position=1, title="Un médecin", profession="medecin"))
        stage = transaction.insert(ProjectStage(code="immobilier"))
        transaction.update(stage.id, Change(ProjectStage, state=StageState.DOING))
    panel = VigilancePanel(workspace)
    qtbot.addWidget(panel)
    assert panel.heading.text() == "5 points de vigilance"
    texts = sentences(kit_vigilances(), "code", "tab", "target", "form", "signs")
    assert missing(texts, shown(panel)) == []


def test_what_to_remember_of_the_first_meeting_stands_in_its_tab(qtbot: QtBot) -> None:
    kit, beside = kit_meetings(), Advice("Mme")
    qtbot.addWidget(beside)
    texts = [
        kit.mayor.replace("{du_maire}", "de la maire"),
        *kit.remember,
        *kit.to_do,
        *kit.to_avoid,
        kit.federation_posture,
    ]
    assert missing(texts, shown(beside)) == []


def test_the_conditions_are_read_whole_line_by_line(qtbot: QtBot, workspace: Workspace) -> None:
    page = conditions_page.make(workspace)
    assert page.panel is not None
    for widget in (page, page.panel):
        qtbot.addWidget(widget)
    kit = kit_conditions()
    assert missing([kit.introduction, kit.reading], shown(page.panel)) == []
    for group in (kit.traits, *kit.conditions):
        for line in group.lines:
            page.show_target(line.code)
            assert missing([line.text, line.detail, *group.how, *group.resources], shown(page.panel)) == []


def test_each_scheme_is_spelled_out_with_its_law_where_it_stands(qtbot: QtBot, workspace: Workspace) -> None:
    page = schemes_page.make(workspace)
    assert page.panel is not None
    for widget in (page, page.panel):
        qtbot.addWidget(widget)
    assert missing([kit_schemes().introduction], shown(page.panel)) == []
    for scheme in kit_schemes().schemes:
        page.show_target(scheme.code)
        word, law = scheme.word(), text_behind(scheme.code)
        texts = [
            word.term,
            word.expanded,
            word.meaning,
            scheme.carriers,
            scheme.asks,
            *([law.name, law.says] if law else []),
        ]
        assert missing(texts, shown(page.panel)) == []


def test_the_law_behind_an_action_stands_beside_it(qtbot: QtBot, workspace: Workspace) -> None:
    detail = Detail(workspace)
    qtbot.addWidget(detail)
    view = timeline(workspace.reader, workspace.today())
    for action in view.actions():
        detail.show_action(view, action)
        law = text_behind(action.code)
        if law is not None:
            assert (
                missing([law.name, law.says, *(["à confirmer"] if law.to_confirm else [law.read_in])], shown(detail))
                == []
            )
    assert sum(text_behind(action.code) is not None for action in view.actions()) >= 4
