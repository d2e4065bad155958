"""The page « Le poste »: how the coordination is done, then the coordinator's post; beside them, the page it makes."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLayout

from msp_desktop.domain.assignments import Assignment
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.coordination import CoordinationOption, CoordinatorPost
from msp_desktop.domain.missions import Commitment, Mission, Sheet
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.method.cls import kit_cls
from msp_desktop.services import coordination as service
from msp_desktop.services.missions import add_mission
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.missions.commitments import Commitments
from msp_desktop.ui.missions.missions import Missions
from msp_desktop.ui.missions.places import sheet_of
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.papers.preview import Preview
from msp_desktop.ui.tabs.project.post_form import answer_form, place_form, what_form
from msp_desktop.ui.tabs.project.post_options import WAY, OptionsPart
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, holder, page_of_fields, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace, touches

_SHOWN = (CoordinationOption, CoordinatorPost, Mission, Commitment, Assignment, Person, Commune, Picture)
#: Above this text size the preview leaves its room to the form.
_LARGE = 1.3


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return PostPage(workspace)


class PostPage(Page):
    """Choose how the coordination is done, write the post; a target is a way's id, or nothing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._begun = False
        self._names = {Sheet.COORDINATOR: _("A new mission of the post"), Sheet.PROFILE: _("A new line of the profile")}
        self._options = OptionsPart(workspace)
        self._main = MainButton("", "plus")
        self.main = self._main
        self._new = {sheet: self._new_line(sheet) for sheet in self._names}
        self._counts = Label("", tone="soft")
        self._forms = (what_form(workspace), place_form(workspace), answer_form(workspace))
        self._missions, self._profile = Missions(workspace), Missions(workspace)
        self._commitments = Commitments(
            workspace,
            Sheet.COORDINATOR,
            _("Whom the coordinator reports to"),
            _("The lines proposed are not in the kit. Printed only where there is a line here."),
            service.proposed_reports,
        )
        self._before = Label(
            _("The post is written from the method’s missions: keep, reword, add."), wrap=True, tone="soft"
        )
        self._preview = Preview(workspace, "coordinator") if theme().scale <= _LARGE else None
        self.panel = self._preview
        if self._preview is None:
            self._print = PlainButton(_("Print"), "print")
            self._print.clicked.connect(lambda: workspace.request_papers.emit(("coordinator",), None))
            self.tools = self._print
        self._post = holder(self._post_column())
        self._build()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the choice and the post again where a change concerns them."""
        if not touches(records, *_SHOWN):
            return
        sheet = service.post_sheet(self._workspace.reader)
        self._begun = sheet.begun
        self._options.show_sheet(sheet)
        self._main.setText(_("Add a mission") if sheet.begun else _("Write the post"))
        self._before.setVisible(not sheet.begun)
        self._post.setVisible(sheet.begun)
        for form in self._forms:
            form.show_record(sheet.post)
        kept, reworded, aside = sheet.counts()
        words = _("{kept} kept, {reworded} reworded, {aside} set aside")
        self._counts.setText(words.format(kept=kept, reworded=reworded, aside=aside))
        self._missions.show_groups(sheet.groups)
        self._profile.show_groups(sheet.profile)
        self._commitments.show_lines(sheet.commitments)
        if self._preview is not None:
            self._preview.changed()

    def show_target(self, target: Any) -> None:
        """Show one of the ways; begin again with the words of one being added."""
        if target == WAY:
            self._options.ask()
        elif isinstance(target, int):
            self._options.choose(target)

    def target(self) -> Any:
        """Return the way shown."""
        return self._options.chosen_id()

    def place_of(self, key: DraftKey) -> Any:
        """Return where words wait for a way, or for a part of the post."""
        if key.kind == "dialog" and key.attribute == WAY:
            return WAY
        if key.kind == CoordinationOption.__name__:
            return key.id
        kinds = {CoordinatorPost.__name__, _("Ways of doing the coordination"), _("Whom the coordinator reports to")}
        begun = key.kind == "new" and key.attribute in self._names.values()
        return True if key.kind in kinds or begun or sheet_of(self._workspace.reader, key) in self._names else None

    def paper(self) -> tuple[str, int | None]:
        """Return the post."""
        return "coordinator", None

    def focus_main(self) -> None:
        """Put the keyboard in the comparison, or on what begins it."""
        self._options.first().setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _build(self) -> None:
        self._main.clicked.connect(self._on_main)
        lock(self._workspace, self._main)
        purpose = [Label(words, wrap=True) for words in kit_cls().purpose]
        body = column(
            Label(kit_cls().introduction, wrap=True, tone="soft"), self._options, 8, title(_("The post")), *purpose,
            self._before,
            self._post, -1, margins=(0, 0, 12, 8), spacing=10,
        )  # fmt: skip
        self._pane = scrolled(page_of_fields(body, "transparent"), _("The coordinator's post"))
        self.setLayout(column(self._pane))

    def _post_column(self) -> QLayout:
        what, place, answer = self._forms
        return column(
            what, 6, row(title(_("Missions")), self._counts, -1, spacing=12), self._missions,
            self._new[Sheet.COORDINATOR], 6, title(_("Profile")), self._profile, self._new[Sheet.PROFILE], 6, place, 6,
            self._commitments, 6, title(_("To answer, and to sign")), answer, spacing=10,
        )  # fmt: skip

    def _on_main(self) -> None:
        if self._begun:
            self._new[Sheet.COORDINATOR].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._workspace.attempt(service.begin_post)
            self._show_post()

    def _show_post(self) -> None:
        """Bring the post just begun into view: it is under the ways of doing, below what the screen shows."""
        if not self._begun:
            return
        self._forms[0].focus_first(empty=True)
        # Its place is known once the layouts have had their turn.
        QTimer.singleShot(0, self, lambda: self._pane.ensureWidgetVisible(self._forms[0]))

    def _new_line(self, sheet: Sheet) -> AddLine:
        return AddLine(
            self._names[sheet],
            _("Add a line of your own, then Enter"),
            self._workspace.drafts,
            lambda _owner, words: self._workspace.attempt(lambda store: add_mission(store, words, sheet=sheet)),
        )
