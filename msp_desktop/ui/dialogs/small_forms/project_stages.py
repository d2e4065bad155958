"""The three stages of a health centre: how far each is, since when."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.stages import ProjectStage, StageState
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.services.stages import stages, team_words, update_stage
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.forms.field import Field, choice, day, note
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.widgets.labels import Label, divider, hint
from msp_desktop.ui.workspace import Workspace


class ProjectStages(SmallForm):
    """Note how far the town's project is."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            workspace,
            _("The stages of a health centre"),
            _("Far longer than a hundred days. First the team, then the walls, where they are needed."),
            parent,
        )
        self.forms: dict[str, Form] = {}
        self._team = hint("")
        for number, stage in enumerate(stages(workspace.reader), 1):
            if number > 1:
                self.body.addWidget(divider())
            self.body.addWidget(Label(f"{number}. {stage.title}", bold=True, wrap=True))
            self.body.addWidget(Label(stage.text, tone="soft", wrap=True))
            if number == 1:
                self.body.addWidget(self._team)
            self.forms[stage.id] = self._form()
            self.body.addWidget(self.forms[stage.id])
        self.body.addStretch(1)
        self.refresh()

    @override
    def refresh(self, _records: object = None) -> None:
        for stage in stages(self.workspace.reader):
            self.forms[stage.id].show_record(stage)
        self._team.setText(team_words(self.workspace.reader))

    def _form(self) -> Form:
        return Form(
            self.workspace,
            ProjectStage,
            self._write,
            [
                (
                    Field("state", _("State"), choice(_states())),
                    Field("started_on", _("Since"), day(toward=Toward.BEHIND)),
                    Field("done_on", _("Done on"), day(toward=Toward.BEHIND)),
                ),
                Field("notes", _("Notes"), note(least=1)),
            ],
            fold_at=1.3,
        )

    def _write(self, store: Store, code: str, change: Change[ProjectStage]) -> None:
        update_stage(store, code, change, self.workspace.today())


def _states() -> list[tuple[StageState, str]]:
    return [
        (StageState.TODO, _("to do")),
        (StageState.DOING, _("in progress")),
        (StageState.DONE, _("done")),
    ]
