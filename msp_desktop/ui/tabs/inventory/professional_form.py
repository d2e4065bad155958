"""All that is noted of one professional, written field by field as one types."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, MODE, PROXIMITY, TRI
from msp_desktop.domain.people import Person
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services.inventory import write_professional
from msp_desktop.ui.forms.field import EditorFactory, Field, choice, day, email, line, note, number
from msp_desktop.ui.forms.form import Form, Row
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.labels import TITLE, Label
from msp_desktop.ui.widgets.layouts import holder, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.workspace import Workspace


class ProfessionalForm(QWidget):
    """Show one professional; emit `closed` to see the charts, `deleted(id)`."""

    closed = Signal()
    deleted = Signal(int)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self._workspace = workspace
        self._title = Label("", factor=TITLE, bold=True, wrap=True)
        close = LinkButton(_("See the charts"), "chart")
        close.clicked.connect(self.closed)
        delete = LinkButton(_("Delete this professional"), "trash")
        delete.clicked.connect(lambda: self.deleted.emit(self._id))
        lock(workspace, delete)
        self.form = Form(
            workspace,
            (HealthProfessional, Person),
            self._write,
            [row(close, -1), self._title, *_rows(), row(delete, -1)],
            spacing=12,
        )
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 12, 16, 16)
        inner.addWidget(self.form)
        inner.addStretch(1)
        self._area = scrolled(holder(inner, "side"), _("Professional"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._area)

    def show_professional(self, view: ProfessionalView) -> None:
        """Show a professional, another one from the top; what is being typed is kept."""
        if view.id != self._id:
            self._area.verticalScrollBar().setValue(0)
        self._id = view.id
        self._title.setText(view.name)
        self.form.show_record(view.row, view.person)

    def _write(self, store: Store, key: int, change: Change[Any]) -> None:
        write_professional(store, key, self._workspace.today(), change)


def _rows() -> list[Row]:
    professions = [(profession.code, profession.masculine) for profession in kit_inventory().professions]

    def among(words: dict[Any, str]) -> EditorFactory:
        return choice(list(words.items()))

    return [
        (Field("civility", _("Civility"), line()), Field("first_name", _("First name"), line())),
        Field("last_name", _("Last name"), line()),
        (Field("profession", _("Profession"), choice(professions)), Field("speciality", _("Speciality"), line())),
        (
            Field("place", _("Place"), among(PROXIMITY)),
            Field("town", _("Town"), line()),
            Field("distance_km", _("Distance"), number("km")),
        ),
        (Field("mode", _("Practice"), among(MODE)), Field("new_patients", _("Takes new patients"), among(TRI))),
        (
            Field("age_band", _("Age band"), among(AGE)),
            Field("age_noted_on", _("Age noted on"), day(toward=Toward.BEHIND)),
        ),
        (Field("departure", _("Departure"), among(DEPARTURE)), Field("departure_on", _("Announced for"), day())),
        (Field("works_alone", _("Works alone"), among(TRI)), Field("ready", _("Ready to commit"), among(TRI))),
        (Field("phone", _("Telephone"), line()), Field("email", _("E-mail"), email())),
        (Field("organisation", _("Practice or body"), line()), Field("function", _("Function"), line())),
        Field("form_of_address", _("Form of address"), line(_("by the civility"))),
        Field("address", _("Address"), note(least=2, most=4)),
        (Field("source", _("Source"), line()), Field("checked_on", _("Checked on"), day(toward=Toward.BEHIND))),
        Field("notes", _("Notes"), note(least=4, most=14), _("Keep to facts: the person may ask to read these notes.")),
    ]
