"""What the small dialogs that ask for something have in common."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from msp_desktop.i18n import _
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.kept_words import KeptWords
from msp_desktop.ui.shell import messages
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import title
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.widgets.note_field import text_of
from msp_desktop.ui.widgets.sizes import ASK, FRAME_HEIGHT, FRAME_WIDTH
from msp_desktop.ui.widgets.tab_order import focusable, set_tab_order

#: Where the words of a dialog are kept until it has done its work.
Keep = tuple[KeptWords, DraftKey]


class Asking(Dialog):
    """A question, its fields, « Cancel » and the verb that does it; words typed are not lost without a question.

    `ready()` tells whether it can be done now; Enter in a line does it. `act` does it while the dialog is still open:
    None or False, as where the disk refuses, leaves it open with its words; else `outcome` is what it returned. What is
    typed outlives the program where `keep` says under which key: a secret has none.
    """

    outcome: Any = None

    def __init__(
        self,
        heading: str,
        fields: list[QWidget | QLayout],
        verb: str,
        act: Callable[[], object],
        parent: QWidget | None = None,
        *,
        width: int = ASK,
        keep: Keep | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self._act, self._keep, self._heading = act, keep, heading
        self.setMinimumWidth(min(theme().px(width), self.screen().availableGeometry().width() - 40))
        self.done_button = MainButton(verb)
        self.done_button.setDefault(True)
        self.done_button.clicked.connect(self.accept)
        cancel = PlainButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        #: The fields; where large letters leave them no room they scroll, and the buttons stay on the screen.
        self.asked = column(*fields, spacing=12)
        self._content: QWidget | None = holder(self.asked, "scrolled")
        self._whole = column(
            title(heading, wrap=True),
            self._content,
            foot(cancel, self.done_button),
            margins=(24, 20, 24, 16),
            spacing=12,
        )
        self._whole.setStretch(1, 1)
        self.setLayout(self._whole)
        set_tab_order(self)
        first = next(focusable(self), None)
        if first is not None:
            first.setFocus()
        self._begun = self._typed()
        self._first_words = words_of(self)
        if keep is not None:
            self._show_returned(*keep)

    def ready(self) -> bool:
        """Tell whether all that is typed is understood."""
        for line in self.findChildren(QLineEdit):
            flush = getattr(line, "flush", None)
            if flush is not None:
                flush()
        return not any(line.property("wrong") for line in self.findChildren(QLineEdit))

    def _show_returned(self, kept: KeptWords, key: DraftKey) -> None:
        """Show what a former run left in this dialog, and keep what is typed from now on."""
        returned = kept.take_back(key)
        for one in fields_of(self).values():
            one.textChanged.connect(self._keep_words)
        if isinstance(returned, dict):
            show_words(self, returned)

    def _keep_words(self) -> None:
        words = words_of(self)
        if self._keep is not None:
            kept, key = self._keep
            if words == self._first_words:
                kept.drop(key)
            else:
                kept.begin(key, self._heading, words)

    def _forget_words(self) -> None:
        if self._keep is not None:
            kept, key = self._keep
            kept.drop(key)
            self._keep = None

    def _typed(self) -> list[str]:
        lines = [line.text() for line in self.findChildren(QLineEdit)]
        return lines + [note.toPlainText() for note in self.findChildren(QPlainTextEdit)]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as what it asks: Qt would leave room for sentences folded at their narrowest."""
        layout, room = self._whole, self.screen().availableGeometry()
        if self._content is not None:
            layout.activate()
            width = max(self.minimumWidth(), layout.totalMinimumSize().width())
            height = layout.totalHeightForWidth(width)
            most = room.height() - FRAME_HEIGHT
            if max(height, layout.totalMinimumSize().height()) > most or width > room.width():
                content, self._content, writing = self._content, None, self.focusWidget()
                layout.removeWidget(content)
                pane = scrolled(content, self._heading)
                layout.insertWidget(1, pane, 1)
                pane.show()
                if writing is not None:
                    writing.setFocus()
                layout.activate()
                if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
                    width = max(width, self.width())  # what was asked: narrower, its lists would be a word wide
                self.resize(min(width, room.width() - FRAME_WIDTH), most)
            elif not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
                self.resize(width, height)
        super().showEvent(event)

    @override
    def accept(self) -> None:
        if not (self.done_button.isEnabled() and self.ready()):
            return
        self.outcome = self._act()
        if self.outcome is not None and self.outcome is not False:
            self._forget_words()
            super().accept()

    @override
    def reject(self) -> None:
        if self._typed() == self._begun or leave_all_the_same(self):
            self._forget_words()
            super().reject()


def fields_of(dialog: QWidget) -> dict[str, QLineEdit | QPlainTextEdit]:
    """Return the fields of a dialog by name."""
    found: list[QLineEdit | QPlainTextEdit] = list(dialog.findChildren(QLineEdit))
    found += dialog.findChildren(QPlainTextEdit)
    return {one.accessibleName(): one for one in found if one.accessibleName()}


def words_of(dialog: QWidget) -> dict[str, str]:
    """Return what stands in each field."""
    return {
        name: text_of(one) if isinstance(one, QPlainTextEdit) else one.text() for name, one in fields_of(dialog).items()
    }


def show_words(dialog: QWidget, words: dict[str, str]) -> None:
    """Put words back in the fields they were typed in."""
    for name, one in fields_of(dialog).items():
        told = words.get(name)
        if told and isinstance(one, QPlainTextEdit):
            one.setPlainText(told)
        elif told and isinstance(one, QLineEdit):
            one.setText(told)


def leave_all_the_same(dialog: QWidget) -> bool:
    """Ask whether to leave a dialog though what is typed in it would be lost."""
    return not messages.ask(
        dialog, _("What you typed here is not kept yet."), _("Go on typing"), _("Leave without keeping it")
    )
