"""What to keep in mind when no action is chosen: what it is all about, the stages, the good order, the first day's signs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.stages import StageState
from msp_desktop.formats.quick import day_date
from msp_desktop.i18n import _, language
from msp_desktop.method.guidance import KitPoints, basics, compass
from msp_desktop.services.alert_signs import SignView, alert_signs
from msp_desktop.services.stages import StageView, stages
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import column, row
from msp_desktop.ui.widgets.sign_row import SignRow
from msp_desktop.ui.workspace import Workspace


class Compass(QWidget):
    """The motto and its points, the stages beyond the hundred days, the good order, the warning signs, what to know first."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        kit, first = compass(), basics()
        self._stages: KeyedRows[StageView, Label] = KeyedRows(
            lambda stage: stage.id, lambda _stage: Label("", wrap=True), _show_stage, spacing=4
        )
        self.signs: KeyedRows[SignView, SignRow] = KeyedRows(
            lambda sign: sign.code,
            lambda _sign: SignRow(workspace),
            lambda line, sign: line.show_sign(sign),
            spacing=2,
        )
        self.note_stages = LinkButton(_("Note how far we are"), "pencil")
        self.note_stages.clicked.connect(lambda: workspace.request_form.emit("project-stages", None))
        self.setLayout(
            column(
                Label(kit.motto, factor=TITLE, bold=True, wrap=True),
                Label(_("To keep in mind"), tone="soft", wrap=True),
                *(Label(f"– {point}", wrap=True) for point in kit.points),
                10,
                Label(_("The stages of a health centre, well beyond 100 days"), bold=True, wrap=True),
                self._stages,
                row(self.note_stages, -1),
                10,
                Label(_("The good order"), bold=True, wrap=True),
                Label(" → ".join(kit.good_order), wrap=True),
                10,
                Label(first.alerts_head.title, bold=True, wrap=True),
                Label(first.alerts_head.text, tone="soft", wrap=True),
                self.signs,
                *(part for section in first.sections for part in _section(section)),
                -1,
                spacing=4,
            )
        )
        self.refresh()

    def refresh(self) -> None:
        """Show how far the stages are and which signs are noted."""
        self._stages.show_values(stages(self._workspace.reader))
        self.signs.show_values(alert_signs(self._workspace.reader))


def _section(section: KitPoints) -> list[QWidget]:
    head = Label(section.title, bold=True, wrap=True)
    head.setContentsMargins(0, 10, 0, 0)
    return [head, *(Label(f"– {point}", wrap=True) for point in section.points)]


def _show_stage(label: Label, stage: StageView) -> None:
    number = [entry.code for entry in compass().stages].index(stage.id) + 1
    label.setText(f"{number}. {stage.text}{_how_far(stage)}")


def _how_far(stage: StageView) -> str:
    """Return « (en cours depuis le 9 avril) », nothing for a stage to come."""
    if stage.state is StageState.TODO:
        return ""
    day = stage.done_on if stage.state is StageState.DONE else stage.started_on
    if day is None:
        return f" ({_('done')})" if stage.state is StageState.DONE else f" ({_('in progress')})"
    words = _("done on {day}") if stage.state is StageState.DONE else _("in progress since {day}")
    return f" ({words.format(day=day_date(day, language()))})"
