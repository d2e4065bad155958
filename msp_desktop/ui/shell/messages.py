"""The few boxes that stop the work: a sentence that must be read, a question that must be answered."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
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
    if not hushed():
        _answered(parent, sentence, (_("Understood"),), 0)


def ask(parent: QWidget | None, sentence: str, stay: str, leave: str) -> bool:
    """Ask a question and tell whether the first answer was chosen: the one that loses nothing, which is also Escape's."""
    return choose(parent, sentence, stay, leave) == 0


def choose(parent: QWidget | None, sentence: str, *answers: str, escape: int = 0) -> int:
    """Ask a question and return the answer's index.

    Enter gives the first; Escape and the box's cross give `escape`, which must lose nothing.
    """
    return escape if hushed() else _answered(parent, sentence, answers, escape)


def _answered(parent: QWidget | None, sentence: str, answers: tuple[str, ...], escape: int) -> int:
    """Open a box until it is answered, and be rid of it: its parent would keep each one as long as it lives itself."""
    from msp_desktop.ui.shell.message_box import MessageBox
    from msp_desktop.ui.widgets.fit_screen import fit_screen

    box = MessageBox(sentence, answers, escape, parent)
    fit_screen(box)
    try:
        box.exec()
        return box.chosen
    finally:
        box.deleteLater()
