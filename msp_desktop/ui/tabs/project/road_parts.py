"""Parts of the road's panel: the step chosen, the stage chosen, who else would do, what helps, the law behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.stages import ProjectStage, RoadStep
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.guidance import compass
from msp_desktop.method.road import KitHelp, kit_road
from msp_desktop.services import road_steps as steps_service
from msp_desktop.services.road_seats import Hopeful
from msp_desktop.services.stages import update_stage
from msp_desktop.ui.forms.field import Field, choice, day, note, person
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.project.step_columns import step_states
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.elided_link import ElidedLink
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, holder, row
from msp_desktop.ui.workspace import Workspace


def step_form(workspace: Workspace) -> Form:
    """Return the form of a step."""

    def write(store: Store, key: int, change: Change[RoadStep]) -> None:
        steps_service.update_step(store, key, change, workspace.today())

    stages = [(stage.code, f"{number}. {stage.title}") for number, stage in enumerate(compass().stages, 1)]
    helps = [("", "–"), *((entry.code, entry.title) for entry in kit_road().helps)]
    return Form(
        workspace, RoadStep, write,
        [
            Field("title", _("Step"), note(least=1, most=4)),
            (Field("due_on", _("For when"), day()), Field("state", _("State"), choice(step_states()))),
            Field("person", _("Who"), person()),
            Field("done_on", _("Done on"), day(toward=Toward.BEHIND)),
            Field("stage", _("Part of the stage"), choice(stages)),
            Field("help", _("What helps"), choice(helps)),
            Field("notes", _("Notes"), note(least=1)),
        ],
        spacing=8,
    )  # fmt: skip


def stage_form(workspace: Workspace) -> Form:
    """Return the form of a stage: how far it is, when it is planned, when it was."""

    def write(store: Store, code: str, change: Change[ProjectStage]) -> None:
        update_stage(store, code, change, workspace.today())

    return Form(
        workspace, ProjectStage, write,
        [
            Field("state", _("State"), choice(step_states())),
            (Field("planned_start", _("Planned from"), day()), Field("planned_on", _("Planned until"), day())),
            (
                Field("started_on", _("Begun on"), day(toward=Toward.BEHIND)),
                Field("done_on", _("Ended on"), day(toward=Toward.BEHIND)),
            ),
            Field("notes", _("Notes"), note(least=1)),
        ],
        spacing=8,
    )  # fmt: skip


class Hopefuls(QWidget):
    """Who else would do: each a link to their line in the inventory, what is known under it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rows: KeyedRows[Hopeful, _Line] = KeyedRows(
            lambda one: one.view.id, lambda one: _Line(workspace, one), _Line.show_one, spacing=6
        )
        self.setLayout(column(Label(_("Who else would do"), bold=True, wrap=True), self._rows, spacing=6))

    def show_values(self, values: tuple[Hopeful, ...]) -> None:
        """Show these people; nothing at all for none."""
        self._rows.show_values(values)
        self.setVisible(bool(values))


class _Line(QWidget):
    def __init__(self, workspace: Workspace, one: Hopeful) -> None:
        super().__init__()
        self._link = ElidedLink()
        self._why = hint("")
        key, person_id = one.view.id, one.view.row.person_id
        self._link.clicked.connect(lambda: workspace.request_tab.emit("inventory", key))
        self._note = LinkButton(_("Note an exchange"), "phone")
        self._note.clicked.connect(lambda: workspace.request_exchange.emit(Begin(person_ids=(person_id,))))
        self.setLayout(column(row(self._link, -1), self._why, row(self._note, -1), spacing=0))

    def show_one(self, one: Hopeful) -> None:
        self._link.set_glyph("clock" if one.leaves else "todo")
        self._link.show_words(one.words)
        self._why.setText(one.why)
        self._note.setAccessibleName(f"{_('Note an exchange')}\u00a0: {one.words}")
        self._note.setVisible(not one.leaves)


def help_link(workspace: Workspace) -> tuple[LinkButton, Callable[[KitHelp | None], None]]:
    """Return a link to what helps with a step, and what shows another one in it."""
    link = LinkButton("", "document")
    shown: list[KitHelp | None] = [None]

    def follow() -> None:
        kit = shown[0]
        if kit is None:
            return
        if kit.paper:
            workspace.request_papers.emit((kit.paper,), None)
        else:
            workspace.request_tab.emit(kit.tab, (kit.page, None) if kit.page else None)

    def show(kit: KitHelp | None) -> None:
        shown[0] = kit
        link.setVisible(kit is not None)
        link.setText(kit.title if kit else "")

    link.clicked.connect(follow)
    return link, show


def told(title: str, *lines: str) -> QWidget:
    """Return sentences of the method under their title."""
    return holder(column(Label(title, bold=True, wrap=True), *(Label(words, wrap=True) for words in lines), spacing=4))
