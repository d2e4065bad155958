"""The few boxes that stop the work: a sentence that must be read, a question that must be answered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from msp_desktop.i18n import _


def tell(parent: QWidget | None, sentence: str) -> None:
    """Show one sentence."""
    box = _box(parent, sentence, QMessageBox.Icon.Information)
    box.addButton(_("Understood"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask(parent: QWidget | None, sentence: str, yes: str, no: str) -> bool:
    """Ask a question and tell whether the first answer was chosen."""
    box = _box(parent, sentence, QMessageBox.Icon.Question)
    chosen = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    box.exec()
    return box.clickedButton() is chosen


def _box(parent: QWidget | None, sentence: str, kind: QMessageBox.Icon) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Santé 100 jours")
    box.setIcon(kind)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    return box
