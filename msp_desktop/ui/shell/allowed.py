"""What an IT service may have taken out of use, asked at the door: an entry out of use may be reached another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msp_desktop import fleet
from msp_desktop.errors import UserError

if TYPE_CHECKING:
    from msp_desktop.ui.main_window import MainWindow


def allowed(window: MainWindow, setting: str) -> bool:
    """Tell whether the fleet leaves something in use; else say who took it out of use."""
    try:
        fleet.check(setting)
    except UserError as error:
        window.refuse(error.sentence)
        return False
    return True
