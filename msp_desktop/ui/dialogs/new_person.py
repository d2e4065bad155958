"""Somebody new for the directory, made where one needs them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.family_words import families
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.person_names import is_body, split_name
from msp_desktop.i18n import _
from msp_desktop.method.inventory import kit_inventory
from msp_desktop.services import people
from msp_desktop.services.inventory import add_professional
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.email_field import EmailField
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field, holder, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.workspace import Workspace

#: Under what its words are kept where it is opened without any.
KEY = DraftKey("dialog", None, "NewPerson")


class NewPerson(Asking):
    """A name (or a body), what they are; `outcome` is the person added. What is typed already is told apart.

    Opened without words, what is typed in it is kept. A professional whose trade is chosen is in the inventory too.
    """

    def __init__(self, workspace: Workspace, words: str, parent: QWidget | None = None) -> None:
        self._civility, self._first = LineField(_("Civility"), "Mme, M."), LineField(_("First name"))
        self._last, self._function = LineField(_("Name")), LineField(_("Function"))
        self._body = LineField(_("Body"))
        self._category = ChoiceField(_("Family"), list(families().items()))
        self._category.show_typed(Category.OTHER)
        trades = [(profession.code, profession.masculine) for profession in kit_inventory().professions]
        self._profession = ChoiceField(_("Profession"), trades)
        self._trade = holder(field(_("Profession"), self._profession, hint(_("They are in the inventory too."))))
        self._phone, self._email = LineField(_("Telephone")), EmailField(_("E-mail"))
        self._civility.setFixedWidth(theme().px(84))
        if is_body(words):
            self._body.setText(words)
        else:
            name = split_name(words)
            # Of two words that may both be either, the first name is the one typed first; one sees it and may say not.
            first, _space, last = (name.first, "", name.last) if name.sure else name.last.rpartition(" ")
            self._civility.setText(name.civility)
            self._first.setText(first)
            self._last.setText(last)
            self._function.setText(name.beside)
        super().__init__(
            _("Add to the directory"),
            [
                row(
                    field(_("Civility"), self._civility),
                    field(_("First name"), self._first),
                    field(_("Name"), self._last),
                    spacing=12,
                ),
                row(field(_("Function"), self._function), field(_("Body"), self._body), spacing=12),
                field(_("Family"), self._category),
                self._trade,
                row(field(_("Telephone"), self._phone), field(_("E-mail"), self._email), spacing=12),
                hint(_("For a body alone, leave the names empty.")),
            ],
            _("Add"),
            self._add,
            parent,
            keep=None if words else (workspace.kept, KEY),
        )
        self._workspace = workspace
        self._category.request_value.connect(lambda _kind: self._show_trade())
        self._show_trade()

    def _show_trade(self) -> None:
        self._trade.setVisible(self._category.value() is Category.PROFESSIONAL)

    def _add(self) -> Person | None:
        person, profession = self._person(), self._profession.value()
        named = person.first_name or person.last_name
        if person.category is not Category.PROFESSIONAL or profession is None or not named:
            return self._workspace.attempt(people.add_person, person)
        added = self._workspace.attempt(add_professional, person, {"profession": profession})
        return self._workspace.reader.one(Person, added.person_id) if added is not None else None

    def _person(self) -> Person:
        return Person(
            category=self._category.value(),
            civility=self._civility.text().strip(),
            first_name=self._first.text().strip(),
            last_name=self._last.text().strip(),
            function=self._function.text().strip(),
            organisation=self._body.text().strip(),
            phone=self._phone.text().strip(),
            email=self._email.value or "",
        )
