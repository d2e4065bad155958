"""Ask where a federation's base lies: a file of this computer, or a server of PostgreSQL that several people share."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from PySide6 import QtWidgets
from PySide6.QtWidgets import QLineEdit, QRadioButton, QSizePolicy, QWidget

from msp_desktop.i18n import _
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.labels import Label, hint
from msp_desktop.ui.widgets.layouts import column, field, holder, row
from msp_desktop.ui.widgets.one_line import OneLine
from msp_desktop.ui.widgets.sizes import FORM

#: The port PostgreSQL listens to, and the longest words of a field.
_PORT, _MOST = "5432", 200


class OpenBase(Asking):
    """`where` is a path, or a URL without a password; `password` is what was typed: it is written nowhere."""

    def __init__(self, usual: Path, last: str = "", parent: QWidget | None = None) -> None:
        self._here = QRadioButton(_("A base on this computer"))
        self._there = QRadioButton(_("A PostgreSQL server, which several people share"))
        self._path = _line(_("File of the base"), last if last and "://" not in last else str(usual))
        browse = PlainButton(_("Choose…"), "folder")
        browse.setAccessibleName(_("Choose the file of the base"))
        host, port, base, user = parts_of(last)
        self._host, self._port = _line(_("Server"), host), _line(_("Port"), port)
        self._base, self._user = _line(_("Base"), base), _line(_("User"), user)
        self._password = _line(_("Password"), "")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._port.setFixedWidth(theme().px(90))
        self._file_box = holder(column(row(self._path, browse), hint(_("It is made where there is none.")), spacing=4))
        note = Label(
            _(
                "This is the one time the program uses the network: it speaks to the server you name here, and to no other. "
                "The password is not written down: it is asked for again, unless this computer has a pgpass file."
            ),
            wrap=True,
            tone="soft",
        )
        self._server_box = holder(
            column(
                row(field(_("Server"), self._host), field(_("Port"), self._port)),
                field(_("Base"), self._base),
                row(field(_("User"), self._user), field(_("Password"), self._password)),
                spacing=12,
            )
        )
        # What is to spare goes below, not between the fields.
        self._server_box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        super().__init__(
            _("The federation's base"),
            [self._here, self._file_box, self._there, self._server_box, note],
            _("Open"),
            self._chosen,
            parent,
            width=FORM,
        )
        self.asked.addStretch(1)
        browse.clicked.connect(self._browse)
        self._here.toggled.connect(self._show)
        usual_way = self._there if "://" in last else self._here
        usual_way.setChecked(True)
        usual_way.setFocus()
        for line in (self._path, self._host, self._base):
            line.textChanged.connect(self._show)
        self._show()

    @property
    def password(self) -> str:
        """Return the password typed."""
        return self._password.text() if self._there.isChecked() else ""

    def where(self) -> str:
        """Return the path of the file, or the address of the base without a password."""
        if self._here.isChecked():
            return self._path.text().strip()
        return address(self._host.text(), self._port.text(), self._base.text(), self._user.text())

    def _chosen(self) -> object:
        return self.where()

    def _browse(self) -> None:
        path, _kind = QtWidgets.QFileDialog.getSaveFileName(
            self,
            _("File of the base"),
            self._path.text(),
            "*.sqlite",
            options=QtWidgets.QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self._path.setText(path)

    def _show(self) -> None:
        here = self._here.isChecked()
        self._file_box.setEnabled(here)
        self._server_box.setEnabled(not here)
        named = bool(self._host.text().strip() and self._base.text().strip())
        path = self._path.text().strip()
        # An address typed as a path may hold a password, and a path is written down.
        filed = bool(path) and "://" not in path
        self.done_button.setEnabled(filed if here else named)
        self.done_button.setToolTip("" if self.done_button.isEnabled() else _("Say which server, and which base."))


def address(host: str, port: str, base: str, user: str) -> str:
    """Return the URL of a base of PostgreSQL, without a password."""
    host, port, base, user = host.strip(), port.strip(), base.strip(), user.strip()
    who = f"{quote(user, safe='')}@" if user else ""
    where = f"[{host}]" if ":" in host else host
    at = f":{port}" if port not in ("", _PORT) else ""
    return f"postgresql+psycopg://{who}{where}{at}/{quote(base, safe='')}"


def _line(name: str, words: str) -> QLineEdit:
    line = QLineEdit(words)
    line.setAccessibleName(name)
    line.setMaxLength(_MOST if "/" not in words else 4096)
    line.setValidator(OneLine(line))
    return line


def parts_of(last: str) -> tuple[str, str, str, str]:
    """Return server, port, base and user of an address, nothing of a path."""
    if "://" not in last:
        return "", _PORT, "", ""
    try:
        split = urlsplit(last)
        return (
            split.hostname or "",
            str(split.port or _PORT),
            unquote(split.path.strip("/")),
            unquote(split.username or ""),
        )
    except ValueError:
        return "", _PORT, "", ""
