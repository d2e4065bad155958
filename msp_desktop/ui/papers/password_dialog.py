"""Choose the password of a protected copy: typed twice, or proposed; it is kept nowhere."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.services.passwords import checked, propose
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.tick import Tick


class PasswordDialog(Asking):
    """Accepted once the two lines say the same password; `password()` returns it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._first, self._again = QLineEdit(), QLineEdit()
        self._wrong = Label("", wrap=True, tone="late")
        for line, words in ((self._first, _("Password")), (self._again, _("The same, once more"))):
            line.setAccessibleName(words)
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(lambda _text: self._say(""))
        self._show = Tick(_("Show what is typed"), False, soft_when_done=False)
        self._show.ticked.connect(self._on_show)
        offer = LinkButton(_("Propose one"), "star")
        offer.clicked.connect(self._on_propose)
        super().__init__(
            _("Copy protected by a password"),
            [
                hint(
                    _(
                        "The PDF will open with this password only. It is kept nowhere and cannot be found again: write "
                        "it down. Give it by telephone, not in the message that carries the PDF."
                    )
                ),
                field(_("Password"), self._first),
                field(_("The same, once more"), self._again),
                self._show,
                row(offer, -1),
                hint(
                    _(
                        "Keep the copy without a password here too: a protected PDF is no archive (PDF/A). A Word copy "
                        "or a spreadsheet cannot be protected."
                    )
                ),
                self._wrong,
                column(-1),  # takes the height that is left
            ],
            _("Protect"),
            lambda: True,  # nothing is stored: the password is asked of the dialog, and kept nowhere
            parent,
        )

    def password(self) -> str:
        """Return the password."""
        return checked(self._first.text())

    @override
    def ready(self) -> bool:
        try:
            checked(self._first.text())
            if self._first.text() != self._again.text():
                raise UserError(_("The two lines are not the same: type the password again."))
        except UserError as error:
            self._say(error.sentence)
            return False
        return super().ready()

    @override
    def reject(self) -> None:
        self._first.clear()  # a password not used is no work to be lost
        self._again.clear()
        super().reject()

    def _say(self, sentence: str) -> None:
        """Say what is wrong; the place is kept, so that nothing moves under the mouse."""
        self._wrong.setText(sentence)

    def _on_show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self._first.setEchoMode(mode)
        self._again.setEchoMode(mode)

    def _on_propose(self) -> None:
        password = propose()
        self._first.setText(password)
        self._again.setText(password)
        self._show.show_state(_("Show what is typed"), True)
        self._on_show(True)
