"""Somebody new for the directory, made where one needs them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from msp_desktop.domain.family_words import families
from msp_desktop.domain.people import Category, Person
from msp_desktop.domain.person_names import is_body, split_name
from msp_desktop.i18n import _
from msp_desktop.services import people
from msp_desktop.ui.dialogs.asking import Asking
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.labels import hint
from msp_desktop.ui.widgets.layouts import field, row
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.workspace import Workspace


class NewPerson(Asking):
    """A name (or a body), what they are; `outcome` is the person added. What is typed already is told apart."""

    def __init__(self, workspace: Workspace, words: str, parent: QWidget | None = None) -> None:
        self._civility, self._first = LineField(_("Civility"), "Mme, M."), LineField(_("First name"))
        self._last, self._function = LineField(_("Name")), LineField(_("Function"))
        self._body = LineField(_("Body"))
        self._category = ChoiceField(_("Family"), list(families().items()))
        self._category.show_typed(Category.OTHER)
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
                hint(_("For a body alone, leave the names empty.")),
            ],
            _("Add"),
            lambda: workspace.attempt(people.add_person, self._person()),
            parent,
            width=520,
        )

    def _person(self) -> Person:
        return Person(
            category=self._category.value(),
            civility=self._civility.text().strip(),
            first_name=self._first.text().strip(),
            last_name=self._last.text().strip(),
            function=self._function.text().strip(),
            organisation=self._body.text().strip(),
        )
