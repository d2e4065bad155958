"""All that is noted of one professional, written field by field as one types."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.inventory_views import ProfessionalView
from msp_desktop.domain.inventory_words import AGE, DEPARTURE, MODE, PROXIMITY, TRI
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.ui.widgets.buttons import LinkButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.labels import TITLE, Label, hint
from msp_desktop.ui.widgets.layouts import column, field, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.note_field import NoteField
from msp_desktop.ui.widgets.parsed_field import DateField, NumberField


class ProfessionalForm(QWidget):
    """Emit `written(id, {field: value})` for each change, `closed` to see the charts, `deleted(id)`."""

    written = Signal(int, dict)
    closed = Signal()
    deleted = Signal(int)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self._today = today
        self.fields: dict[str, Any] = {}
        self._title = Label("", factor=TITLE, bold=True, wrap=True)
        close = LinkButton(_("See the charts"), "chart")
        close.clicked.connect(self.closed)
        delete = LinkButton(_("Delete this professional"), "trash")
        delete.clicked.connect(lambda: self.deleted.emit(self._id))
        form = column(row(close, -1), self._title, *self._groups(), row(delete, -1), -1,
                      margins=(24, 12, 16, 16), spacing=12)  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolled(holder(form, "side"), _("Professional")))

    def show_professional(self, view: ProfessionalView) -> None:
        """Show a professional; what is being typed is kept."""
        if view.id != self._id:
            self.flush()
            for widget in self.fields.values():
                if isinstance(widget, (DateField, NumberField)):
                    widget.forget()
        self._id = view.id
        self._title.setText(view.name)
        for name, widget in self.fields.items():
            value = getattr(view.person if name in Person.__struct_fields__ else view.row, name)
            if isinstance(widget, (LineField, NoteField)) and not isinstance(widget, (DateField, NumberField)):
                widget.show_value(value)
            else:
                widget.show_typed(value)

    def flush(self) -> None:
        """Write at once what is typed."""
        for widget in self.fields.values():
            if isinstance(widget, (LineField, NoteField)):
                widget.flush()

    def _groups(self) -> list[Any]:
        kit = kit_inventory()
        professions = [(profession.code, profession.masculine) for profession in kit.professions]
        return [
            row(self._line("civility", _("Civility")), self._line("first_name", _("First name"))),
            self._line("last_name", _("Last name")),
            row(self._choice("profession", _("Profession"), professions), self._line("speciality", _("Speciality"))),
            row(self._choice("place", _("Place"), PROXIMITY), self._line("town", _("Town")),
                self._wrap("distance_km", _("Distance"), NumberField(_("Distance"), "km"))),
            row(self._choice("mode", _("Practice"), MODE), self._choice("new_patients", _("Takes new patients"), TRI)),
            row(self._choice("age_band", _("Age band"), AGE), self._date("age_noted_on", _("Age noted on"))),
            row(self._choice("departure", _("Departure"), DEPARTURE), self._date("departure_on", _("Announced for"))),
            row(self._choice("works_alone", _("Works alone"), TRI), self._choice("ready", _("Ready to commit"), TRI)),
            row(self._line("phone", _("Telephone")), self._line("email", _("E-mail"))),
            row(self._line("organisation", _("Practice or body")), self._line("function", _("Function"))),
            self._line("form_of_address", _("Form of address")),
            self._wrap("address", _("Address"), NoteField(_("Address"), least=2, most=4)),
            row(self._line("source", _("Source")), self._date("checked_on", _("Checked on"))),
            self._wrap("notes", _("Notes"), NoteField(_("Notes"), least=4, most=14),
                       hint(_("Keep to facts: the person may ask to read these notes."))),
        ]  # fmt: skip

    def _line(self, name: str, label: str) -> QVBoxLayout:
        return self._wrap(name, label, LineField(label))

    def _choice(self, name: str, label: str, words: Any) -> QVBoxLayout:
        pairs = list(words.items()) if isinstance(words, dict) else words
        return self._wrap(name, label, ChoiceField(label, pairs))

    def _date(self, name: str, label: str) -> QVBoxLayout:
        return self._wrap(name, label, DateField(label, self._today))

    def _wrap(self, name: str, label: str, widget: Any, note: QWidget | None = None) -> QVBoxLayout:
        self.fields[name] = widget
        signal = widget.request_value if hasattr(widget, "request_value") else widget.request_write
        signal.connect(lambda value: self._write(name, value))
        return field(label, widget, note)

    def _write(self, name: str, value: Any) -> None:
        values = {name: float(value) if name == "distance_km" and value is not None else value}
        noted = self.fields["age_noted_on"]
        if name == "age_band" and isinstance(value, StrEnum) and noted.value is None:
            values["age_noted_on"] = self._today()
        self.written.emit(self._id, values)
