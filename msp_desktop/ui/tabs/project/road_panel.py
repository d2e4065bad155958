"""Beside the road: the step, the stage or the seat of the core that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.core import Part
from msp_desktop.domain.road import BUILDING, TEAM
from msp_desktop.domain.stages import RoadStep
from msp_desktop.formats.quick import medium_date
from msp_desktop.i18n import _, language
from msp_desktop.method.guidance import compass
from msp_desktop.method.road import kit_road
from msp_desktop.method.texts import text_behind
from msp_desktop.services.road import RoadView
from msp_desktop.services.road_seats import Hopeful, Seat, hopefuls
from msp_desktop.services.stages import stages, team_words
from msp_desktop.ui.tabs.project.road_parts import Hopefuls, help_link, stage_form, step_form, told
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import TITLE, Label, divider
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.text_behind import TextBehind
from msp_desktop.ui.workspace import Workspace


class RoadPanel(QWidget):
    """Show and change one step or one stage, or tell of one seat."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        kit = kit_road()
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._says = Label("", wrap=True)
        self._waits = Label("", tone="late", wrap=True)
        self.step = step_form(workspace)
        self.stage = stage_form(workspace)
        self._help, self._show_help = help_link(workspace)
        self._helps = holder(column(Label(_("What helps"), bold=True, wrap=True), row(self._help, -1), spacing=2))
        self._hopefuls = Hopefuls(workspace)
        self._core = told(
            kit.core.heading, kit.core.asks, kit.core.team, kit.core.not_these, kit.core.gone, kit.core.legal
        )
        self._open = LinkButton(_("See this professional"), "inventory")
        self._open.clicked.connect(self._go_to_person)
        self._person: int | None = None
        self._law = TextBehind()
        self._remember = told(_("To keep in mind"), kit.years, *kit.remember, kit.afterwards)
        page = column(
            self._heading, self._under, self._says, self._waits, row(self._open, -1), self.step, self.stage, 2,
            self._hopefuls, self._helps, self._core, self._law, divider(), self._remember, -1,
            margins=(24, 16, 16, 16), spacing=8,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("The step, the stage or the person chosen"))
        box.addWidget(self._pane)
        self._shown: object = None

    def show_step(self, step: RoadStep, view: RoadView) -> None:
        """Show a step, who would do for its stage, what helps with it."""
        self._show_parts("step", step.id)
        number, title = _stage_of(step.stage)
        self._heading.setText(step.title)
        self._under.setText(_("Stage {number}: {title}").format(number=number, title=title) if number else "")
        self.step.show_record(step)
        self._show_help(kit_road().help(step.help))
        self._helps.setVisible(kit_road().help(step.help) is not None)
        self._hopefuls.show_values(_wanted(view) if step.stage == TEAM else ())
        self._law.show_text(text_behind(step.stage))

    def show_stage(self, code: str, view: RoadView) -> None:
        """Show a stage: how far it is, its dates, what the building waits for."""
        self._show_parts("stage", code)
        found = next(stage for stage in stages(self._workspace.reader) if stage.id == code)
        span = next(span for span in view.spans if span.code == code)
        number, title = _stage_of(code)
        self._heading.setText(f"{number}. {title}")
        dates = _("From {begin} to {end}").format(
            begin=medium_date(span.begin, language()), end=medium_date(span.end, language())
        )
        self._under.setText(_("{dates} (dates proposed)").format(dates=dates) if span.proposed else dates)
        team = team_words(self._workspace.reader) if code == TEAM else ""
        self._says.setText(" ".join(filter(None, (found.text, team))))
        self._says.setVisible(True)
        late = found.planned_start and found.planned_on and found.planned_on < found.planned_start
        waits = kit_road().waits_why if code == BUILDING and view.waits else ""
        self._waits.setText(_("This stage is planned to end before it begins.") if late else waits)
        self._waits.setVisible(bool(self._waits.text()))
        self.stage.show_record(found)
        self._hopefuls.show_values(_wanted(view) if code == TEAM else ())
        self._law.show_text(text_behind(code))

    def show_seat(self, seat: Seat, view: RoadView) -> None:
        """Tell who has a seat, or who might."""
        self._show_parts("seat", seat.key)
        self._heading.setText(f"{seat.kind}\u00a0: {seat.name}" if not seat.filled else seat.name)
        self._under.setText(seat.detail)
        self._person = seat.view.id if seat.view is not None else None
        self._open.setVisible(self._person is not None)
        self._hopefuls.show_values(hopefuls(view.core, seat.part))
        self._law.setVisible(False)

    def focus_fields(self) -> None:
        """Put the keyboard on the first field shown, of a step on the first that is empty."""
        form = self.stage if self.stage.isVisibleTo(self) else self.step
        form.focus_first(empty=form is self.step)

    def _show_parts(self, kind: str, key: object) -> None:
        if self._shown != (kind, key):
            self._shown = (kind, key)
            self._pane.verticalScrollBar().setValue(0)
        self.step.setVisible(kind == "step")
        self.stage.setVisible(kind == "stage")
        self._core.setVisible(kind == "seat")
        for part in (self._says, self._waits, self._open, self._helps):
            part.setVisible(False)

    def _go_to_person(self) -> None:
        if self._person is not None:
            self._workspace.request_tab.emit("inventory", self._person)


def _wanted(view: RoadView) -> tuple[Hopeful, ...]:
    """Return who would do for the seats that are empty."""
    found = hopefuls(view.core, Part.DOCTOR) if view.core.missing_doctors else ()
    return (*found, *(hopefuls(view.core, Part.PARAMEDICAL) if view.core.missing_paramedicals else ()))


def _stage_of(code: str) -> tuple[int, str]:
    """Return the number and the title of a stage; of one that the method does not know, as in another's file, 0."""
    known = ((number, stage.title) for number, stage in enumerate(compass().stages, 1) if stage.code == code)
    return next(known, (0, ""))
