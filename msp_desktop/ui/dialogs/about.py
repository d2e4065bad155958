"""« À propos »: what this is, which version, and everything it is made of with its licence."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, qVersion
from PySide6.QtWidgets import QHeaderView, QLabel, QLayout, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from msp_desktop import __date__, __version__, fleet
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.french.case import uncapital
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.services.bundled_packages import package_version
from msp_desktop.services.components import Component, components
from msp_desktop.services.fleet_settings import decided_titles
from msp_desktop.ui.heard import decoration
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import app_icon
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import SMALL, Label, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import LIST, sized


class About(Dialog):
    """Emit `request_place` and `request_diagnostic`; choose a component to read its licence."""

    request_place = Signal()
    request_diagnostic = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About"))
        sized(self, LIST, 600)
        self._components = {component.id: component for component in components(qVersion())}
        self._said = Said("", tone="done")
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 16, 24, 16)
        box.setSpacing(10)
        box.addLayout(self._identity())
        box.addWidget(title(_("Components and licences")))
        box.addWidget(self._parts(), 1)
        box.addWidget(self._said)
        box.addLayout(self._buttons())
        self._said.hide()
        self.table.select(next(iter(self._components)))
        self.table.setFocus()

    def _identity(self) -> QVBoxLayout:
        picture = decoration(QLabel())
        side = theme().px(56)
        picture.setPixmap(app_icon().pixmap(QSize(side, side), self.devicePixelRatioF()))
        picture.setFixedWidth(side + 8)
        day = medium_date(date.fromisoformat(__date__), language())
        # TR: {day} is a date in words, as « 23 novembre 2026 ».
        version = Label(_("Version {version}, {day}").format(version=__version__, day=day), tone="soft")
        names = (("PySide6", "PySide6_Essentials"), ("SQLAlchemy", "SQLAlchemy"), ("ReportLab", "reportlab"))
        known = {component.name: component.version for component in self._components.values()}
        runs = [(name, known[name]) for name in ("Python", "Qt", "SQLite")]
        runs += [(name, package_version(package)) for name, package in names]
        words = Label(
            _(
                "Helps the town halls of small rural communes through the first hundred days of a health project. "
                "Free software, under the MIT licence. Nothing leaves this computer."
            ),
            wrap=True,
        )
        made = Label(
            _("Runs on {list}.").format(list=", ".join(" ".join(pair) for pair in runs)), tone="soft", wrap=True
        )
        beside = holder(column(page_title("Santé 100 jours"), version, -1, spacing=2))
        return column(row(picture, beside, -1, spacing=12), words, made, *_decided(), spacing=6)

    def _parts(self) -> QSplitter:
        self.table = RecordTable(
            _("Components"),
            [
                Column(_("Component"), lambda part: part.id, width=212),
                Column(_("Version"), lambda part: part.version, width=92),
                Column(_("Licence"), lambda part: part.licence, width=60),
            ],
        )
        self.table.setSelectionMode(RecordTable.SelectionMode.SingleSelection)
        self.table.setMinimumHeight(theme().px(90))
        self.table.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text of the licence"))
        self.text.setFont(theme().font(SMALL))
        self.table.selected.connect(self._on_selected)
        self.table.show_rows(list(self._components.values()))
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(framed(self.table))
        parts.addWidget(self.text)
        parts.setSizes([theme().px(530), theme().px(300)])
        return parts

    def _buttons(self) -> QLayout:
        folder = PlainButton(_("Open the data's location"), "folder")
        folder.clicked.connect(self.request_place)
        copy = PlainButton(_("Copy the diagnostic"), "copy")
        copy.clicked.connect(self.request_diagnostic)
        copy.clicked.connect(self._on_copied)
        close = MainButton(_("Close"))
        close.clicked.connect(self.accept)
        return foot(close, beside=(folder, copy))

    def _on_selected(self, name: str | None) -> None:
        part: Component | None = self._components.get(name or "")
        if part is not None:
            self.text.setPlainText(f"{part.id} {part.version}".strip() + f"\n{part.licence}\n\n{part.text}")

    def _on_copied(self) -> None:
        self._said.setText(_("Copied. It holds no name and nothing you typed: paste it into your message."))
        self._said.show()


def _decided() -> list[Label]:
    """Return the line on what an IT service decided for this computer, where it did, and on what it wrote in vain."""
    lines = []
    if titles := decided_titles():
        words = _("Set by your IT service: {list}.").format(list=", ".join(map(uncapital, titles)))
        lines.append(Label(words, tone="soft", wrap=True))
    if wrong := len(fleet.present().wrong):
        words = ngettext(
            "{count} setting of your IT service makes no sense and is left out: the diagnostic says which.",
            "{count} settings of your IT service make no sense and are left out: the diagnostic says which.",
            wrong,
        )
        lines.append(Label(words.format(count=wrong), tone="late", wrap=True))
    return lines
