"""What to keep in mind when no action is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _
from msp_desktop.method.guidance import compass
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import column


class Compass(QWidget):
    """The motto, its points, the stages beyond the hundred days, the good order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        kit = compass()
        self.setLayout(
            column(
                Label(kit.motto, factor=TITLE, bold=True, wrap=True),
                Label(_("To keep in mind"), tone="soft", wrap=True),
                *(Label(f"– {point}", wrap=True) for point in kit.points),
                10,
                Label(_("The stages of a health centre, well beyond 100 days"), bold=True, wrap=True),
                *(Label(f"{number}. {stage.text}", wrap=True) for number, stage in enumerate(kit.stages, 1)),
                10,
                Label(_("The good order"), bold=True, wrap=True),
                Label(" → ".join(kit.good_order), wrap=True),
                -1,
                spacing=4,
            )
        )
