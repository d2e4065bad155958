"""The few boxes that stop the work: a sentence that must be read, a question that must be answered."""

from __future__ import annotations

from PySide6 import QtWidgets  # a box's class is made by Qt when first named: not before the first paint
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from msp_desktop.i18n import _


def hush(on: bool) -> None:
    """Let no box open while the program is being ended: nobody is there to answer, and it would hold everything up."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty("hushed", on)


def hushed() -> bool:
    """Tell whether no box may open."""
    app = QCoreApplication.instance()
    return app is not None and bool(app.property("hushed"))


def tell(parent: QWidget | None, sentence: str) -> None:
    """Show one sentence."""
    if hushed():
        return
    box = _box(parent, sentence, QtWidgets.QMessageBox.Icon.Information)
    box.addButton(_("Understood"), QtWidgets.QMessageBox.ButtonRole.AcceptRole)
    _open(box)


def ask(parent: QWidget | None, sentence: str, stay: str, leave: str) -> bool:
    """Ask a question and tell whether the first answer was chosen: the one that loses nothing, which is also Escape's."""
    return choose(parent, sentence, stay, leave) == 0


def choose(parent: QWidget | None, sentence: str, *answers: str, escape: int = 0) -> int:
    """Ask a question and return the answer's index.

    Enter gives the first; Escape and the box's cross give `escape`, which must lose nothing.
    """
    if hushed():
        return escape
    box = _box(parent, sentence, QtWidgets.QMessageBox.Icon.Question)
    roles = [QtWidgets.QMessageBox.ButtonRole.AcceptRole] + [QtWidgets.QMessageBox.ButtonRole.ActionRole] * (
        len(answers) - 2
    )
    buttons = [
        box.addButton(words, role)
        for words, role in zip(answers, [*roles, QtWidgets.QMessageBox.ButtonRole.RejectRole], strict=True)
    ]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[escape])
    _open(box)
    chosen = box.clickedButton()
    return next((index for index, button in enumerate(buttons) if button is chosen), escape)


def _box(parent: QWidget | None, sentence: str, kind: QtWidgets.QMessageBox.Icon) -> QtWidgets.QMessageBox:
    box = QtWidgets.QMessageBox(parent)
    box.setWindowTitle("Santé 100 jours")
    box.setIcon(kind)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(sentence)
    return box


def _open(box: QtWidgets.QMessageBox) -> None:
    """Open a box until it is answered, and be rid of it: its parent would keep each one as long as it lives itself."""
    try:
        box.exec()
    finally:
        box.deleteLater()
