"""Give a dossier's file another name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field
from msp_desktop.ui.widgets.line_field import LineField


class RenameDossier(Asking):
    """Ask for a name; `act` renames and says why it cannot."""

    def __init__(self, path: Path, name: str, act: Callable[[str], Path | None], parent: QWidget | None = None) -> None:
        self._line = LineField(_("New name"))
        self._line.setText(path.stem)
        self._line.selectAll()
        words = _(
            "The commune's name stays: it is in « Commune and letterhead ». This name stands beside it, in the list and "
            "at the top of the window. Safe copies and documents made so far stay where they are."
        )
        super().__init__(
            _("Rename the dossier « {name} »").format(name=name),
            [field(_("New name"), self._line, hint(words))],
            _("Rename"),
            lambda: act(self._line.text()),
            parent,
            width=520,
        )
