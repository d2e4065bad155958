"""Open a small form by the name the method gives it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from msp_desktop.ui.dialogs.small_forms.helps import Helps
from msp_desktop.ui.dialogs.small_forms.meeting_place import MeetingPlaceForm
from msp_desktop.ui.dialogs.small_forms.objectives import Objectives
from msp_desktop.ui.dialogs.small_forms.partners import Partners
from msp_desktop.ui.dialogs.small_forms.small_form import SmallForm
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace


def open_small_form(workspace: Workspace, name: str, action_id: int | None, parent: QWidget) -> None:
    """Open one of the small forms by its name in the method; the stages have a page of their own."""
    if name == "project-stages":
        workspace.request_tab.emit("project", ("road", "now"))
        return
    makers: dict[str, Callable[[], SmallForm]] = {
        "federation-help": lambda: Helps(workspace, parent),
        "meeting-place": lambda: MeetingPlaceForm(workspace, parent),
        "objectives": lambda: Objectives(workspace, parent),
        "partners": lambda: Partners(workspace, parent),
    }
    run(makers[name](), workspace)
