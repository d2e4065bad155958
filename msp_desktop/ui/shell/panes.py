"""The parts of the window, from one to the next of which F6 goes: header, tabs, notices, page, panel, status line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from msp_desktop.ui.widgets.tab_order import focusable


class Pane(NamedTuple):
    """A part of the window, and how the keyboard comes to it: to the first thing one may do there, unless `enter` says."""

    holder: QWidget
    enter: Callable[[], object] | None = None


def step_pane(panes: Sequence[Pane], by: int) -> None:
    """Put the keyboard in the next part (`by` 1) or the one before (-1), round and round; parts with nothing to do are passed.

    Of parts within one another the later is the one the keyboard is in.
    """
    there = [pane for pane in panes if pane.holder.isVisible() and (pane.enter is not None or _first(pane.holder))]
    focused = QApplication.focusWidget()
    at = [number for number, pane in enumerate(there) if focused is not None and _holds(pane.holder, focused)]
    if not there:
        return
    start = at[-1] if at else (-1 if by > 0 else 0)
    pane = there[(start + by) % len(there)]
    if pane.enter is not None:
        pane.enter()
        return
    first = _first(pane.holder)
    if first is not None:
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(holder: QWidget, widget: QWidget) -> bool:
    return holder is widget or holder.isAncestorOf(widget)


def _first(holder: QWidget) -> QWidget | None:
    return next((one for one in focusable(holder) if one.isVisible() and one.isEnabled()), None)
