"""Dialogs are one family: four widths, one order of buttons, one that Enter presses."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.widgets.sizes import ASK, FORM, LIST, PAPER

#: The grid as it is on paper, with as many columns; the help has its own.
OWN_WIDTH = {"PaperEntry", "Help"}
#: What leaves a dialog without doing its work.
LEAVING = ("Cancel", "Close", "Not sent", "Later", "Erase them", "Keep them for later", "Understood")


def faults(dialog: QWidget) -> list[str]:
    """Return in what a dialog is unlike the others."""
    found = []
    name = type(dialog).__name__
    width = dialog.width()
    if name not in OWN_WIDTH and width not in (ASK, FORM, LIST, PAPER):
        found.append(f"is {width} wide")
    seen = [one for one in dialog.findChildren(QPushButton) if one.isVisibleTo(dialog)]
    mains = [one for one in seen if one.property("main")]
    if len(mains) != 1:
        found.append(f"has main buttons {[one.text() for one in mains]}")
        return found
    main = mains[0]
    level = [one for one in seen if abs(_middle(one, dialog) - _middle(main, dialog)) < 3]
    order = sorted(level, key=lambda one: _left(one, dialog))
    if order[-1] is not main:
        found.append(f"its main button « {main.text()} » is not last: {[one.text() for one in order]}")
    leaving = [one for one in seen if one is not main and one.accessibleName() in {_(words) for words in LEAVING}]
    if leaving and order[-2:-1] != leaving:
        found.append(f"what leaves it is not left of « {main.text()} »: {[one.text() for one in order]}")
    defaults = [one for one in seen if one.isDefault()]
    if defaults not in ([], [main]):
        found.append(f"Enter presses {[one.text() for one in defaults]}")
    return found


def _middle(one: QAbstractButton, dialog: QWidget) -> int:
    return one.mapTo(dialog, one.rect().center()).y()


def _left(one: QAbstractButton, dialog: QWidget) -> int:
    return one.mapTo(dialog, one.rect().topLeft()).x()
