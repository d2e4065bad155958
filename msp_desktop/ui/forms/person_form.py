"""The form of a person or of a body of the directory: who they are, for whom they speak, how they are reached."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.family_words import families
from msp_desktop.domain.people import Category, Person, is_body
from msp_desktop.formats.text import fold
from msp_desktop.i18n import _
from msp_desktop.services import people as service
from msp_desktop.services.bodies import bodies, body_named
from msp_desktop.services.people_roles import roles_of, set_roles
from msp_desktop.ui.forms.field import Field, choice, email, line, note
from msp_desktop.ui.forms.form import Form, Row
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, holder
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.many_choice import ManyChoice
from msp_desktop.ui.widgets.who_field import WhoField
from msp_desktop.ui.widgets.who_names import Names
from msp_desktop.ui.workspace import Workspace


class PersonForm(QWidget):
    """Fields that write themselves; a body has a name of its own, a person the body they speak for."""

    def __init__(self, workspace: Workspace, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._id = workspace, person.id
        choices = list(families().items())
        self._roles = ManyChoice(
            _("Also"), [pair for pair in choices if pair[0] is not Category.OTHER], _("nothing else")
        )
        self._roles.request_values.connect(self._write_roles)
        lock(workspace, self._roles)
        also = holder(column(Label(_("Also"), tone="soft"), self._roles, spacing=4))
        family: tuple[Field | QWidget, ...] = (Field("category", _("Family"), choice(choices)), also)
        rows = _of_body(family) if is_body(person) else _of_person(family)
        self._form = Form(workspace, Person, service.update_person, rows, fold_at=1.6)
        self.setLayout(column(self._form))

    def show_person(self, person: Person) -> None:
        """Show what the directory says now."""
        self._form.show_record(person)
        roles = roles_of(self._workspace.reader, person.id)
        self._roles.show_values(roles[1:], hidden=person.category)

    def _write_roles(self, others: tuple[Category, ...]) -> None:
        main = self._workspace.reader.one(Person, self._id).category
        self._workspace.attempt(set_roles, self._id, (main, *others))


def body_names(workspace: Workspace) -> Names:
    """Return what the field of a person's body proposes: the bodies of the directory, and one made on the spot."""

    def split(typed: str) -> tuple[tuple[str, ...], str]:
        body = body_named(workspace.reader, typed)
        return ((body.organisation,), "") if body is not None else ((), typed.strip())

    def add(words: str, _parent: QWidget) -> str | None:
        added = workspace.attempt(service.add_person, Person(organisation=words))
        return added.organisation if added is not None else None

    def offer() -> Sequence[str]:
        return list({fold(body.organisation): body.organisation for body in bodies(workspace.reader)}.values())

    return Names(offer, split, None if workspace.read_only else add, one=True)


def _of_person(family: tuple[Field | QWidget, ...]) -> list[Row]:
    return [
        (
            Field("civility", _("Civility"), line("Mme, M."), width=84),
            Field("first_name", _("First name"), line()),
            Field("last_name", _("Name"), line()),
        ),
        Field("function", _("Function"), line()),
        Field("organisation", _("Body"), lambda label, workspace: WhoField(label, body_names(workspace))),
        family,
        (Field("form_of_address", _("In letters"), line(_("by the civility"))), Field("phone", _("Telephone"), line())),
        *_reached(),
    ]


def _of_body(family: tuple[Field | QWidget, ...]) -> list[Row]:
    return [
        Field("organisation", _("Name of the body"), line()),
        family,
        (Field("form_of_address", _("In letters"), line("Madame, Monsieur")), Field("phone", _("Telephone"), line())),
        *_reached(),
    ]


def _reached() -> list[Row]:
    return [
        Field("email", _("E-mail"), email()),
        Field("address", _("Postal address"), note(least=2, most=5)),
        Field("known_from", _("Where this is known from"), line(_("from themselves"))),
        Field("notes", _("Notes"), note(least=2, most=5), _("Facts only: those concerned may read them.")),
    ]
