"""The page « Annuaire »: everybody by family, the federations by region, and the card of the one chosen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.directory import Family
from msp_desktop.domain.federations import FederationCorrection, FederationView
from msp_desktop.domain.journal import Begin
from msp_desktop.domain.people import Person
from msp_desktop.i18n import _
from msp_desktop.services import person_touches
from msp_desktop.services.directory import MADE_FROM, by_family, directory_lines
from msp_desktop.services.federations import federation_named, federations, own_federation
from msp_desktop.services.people_pasted import add_pasted
from msp_desktop.ui.dialogs.forget_dialog import forget_people
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.models.neighbours import neighbour
from msp_desktop.ui.paged.page import Page
from msp_desktop.ui.tabs.actors import directory_rows as rows
from msp_desktop.ui.tabs.actors.alike_link import AlikeLink
from msp_desktop.ui.tabs.actors.directory_list import DirectoryList
from msp_desktop.ui.tabs.actors.federation_panel import FederationPanel
from msp_desktop.ui.tabs.actors.person_panel import PersonPanel
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.announce import tell_found
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton
from msp_desktop.ui.widgets.choice_field import ChoiceField
from msp_desktop.ui.widgets.column_head import ColumnHead
from msp_desktop.ui.widgets.elided_link import ElidedLink
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.folding import Folding
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, framed, holder, row, scrolled
from msp_desktop.ui.widgets.line_field import LineField
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.workspace import Workspace, touches

#: What stands for the federations where a family is chosen, and before the code of one.
FEDERATIONS, _ONE = "federations", "federation:"
#: What `show_target` takes to go on with somebody being added.
_NEW = "NewPerson"


def make(workspace: Workspace) -> Page:
    """Return this page on a dossier."""
    return DirectoryPage(workspace)


class DirectoryPage(Page):
    """Elected people, professionals, the federation, the partners: each one here once, and wherever they are named.

    A target is a person's id, « federations », or « federation: » and the code of one.
    """

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._chosen: int | str | None = None
        self._deleted: int | str | None = None
        self._family: Family | str | None = None
        self._order: list[int | str] = []
        self.main = self._add = MainButton(_("Add a person"), "plus")
        self._filter = LineField(_("Name, profession, town…"), _("Name, profession, town…"))
        families = [(family, _(words)) for family, words in rows.FAMILY_WORDS.items()]
        self._families = ChoiceField(
            _("Family"), [(None, _("All families")), *families, (FEDERATIONS, _("The regional federations"))]
        )
        self._list = DirectoryList()
        self._head = ColumnHead(self._list)
        self._none = Label(_("Nobody here answers to these words."), tone="soft", wrap=True)
        self._own = ElidedLink("star")
        self._alike = AlikeLink(workspace)
        self._papers = LinkButton(_("Documents produced and sent"), "folder")
        self._empty = EmptyPage(
            "actors",
            _("The people who count for this project"),
            _(
                "Elected people, professionals, the federation, the partners: each one here once, and wherever they are named."
            ),
            _("Add a person"),
            _("Look up the regional federations"),
        )
        self._person, self._federation = PersonPanel(workspace), FederationPanel(workspace)
        self._nobody = holder(
            column(Label(_("Choose somebody in the list."), tone="soft", wrap=True), -1, margins=(24, 16, 16, 16)),
            "side",
        )
        self._cards = QStackedWidget()
        self._pages = QStackedWidget()
        self.panel = self._cards
        self._lay_out()
        self._wire()
        self.refresh(frozenset())

    # --- what the tab asks -----------------------------------------------------------------------

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read again what these records concern and show it."""
        if touches(records, *MADE_FROM, *person_touches.MADE_FROM, FederationCorrection, Commune):
            self._show()
        self._alike.refresh(records)

    def show_target(self, target: Any) -> None:
        """Show a person by their id, the federations or one of them; go on with somebody being added."""
        if target == _NEW:
            self._on_add()
        elif target == FEDERATIONS:
            self._show_key(f"{_ONE}{own_federation(self._workspace.reader).code}")
        elif isinstance(target, int) or (isinstance(target, str) and target.startswith(_ONE)):
            self._show_key(target)

    def target(self) -> Any:
        """Return the person or the federation shown."""
        return self._chosen

    def in_view(self) -> Begin:
        """Return the person or the federation whose card is shown."""
        if isinstance(self._chosen, int):
            return Begin(person_ids=(self._chosen,))
        return Begin(federation=self._chosen.removeprefix(_ONE)) if self._chosen else Begin()

    def place_of(self, key: DraftKey) -> Any:
        """Return the person or the federation words wait for, or somebody being added."""
        if key.kind == Person.__name__ and isinstance(key.id, int) and not isinstance(key.id, bool):
            return key.id
        if key.kind == FederationView.__name__:
            return f"{_ONE}{key.id}"
        if key.kind == FederationCorrection.__name__:
            kept = self._workspace.reader.find(FederationCorrection, id=key.id)
            return f"{_ONE}{kept.code}" if kept is not None else None
        return _NEW if (key.kind, key.attribute) == ("dialog", _NEW) else None

    def show_field(self, key: DraftKey) -> bool:
        """Bring a field of a person or of a federation into view: the latter's stand behind « Corriger »."""
        shown = super().show_field(key)
        if shown and key.kind == FederationView.__name__ and not self._workspace.read_only:
            self._federation.edit()
        return shown

    def paper(self) -> tuple[str, int | None]:
        """Return the document Ctrl+P prints here."""
        return "handover", None

    def focus_main(self) -> None:
        """Put the keyboard in the list, or on the button of the empty page."""
        (self._list if self._pages.currentIndex() else self._empty.button).setFocus(Qt.FocusReason.TabFocusReason)

    # --- making ------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._filter.keep_hint_whole()
        self._families.setMaximumWidth(theme().px(212))
        self._filter.setMaximumWidth(theme().px(250))
        self._families.show_typed(None)
        box = column(self._head, self._list, self._none, spacing=0)
        box.setStretch(1, 1)
        self._none.setContentsMargins(14, 10, 14, 10)
        filters = row(self._filter, self._families, -1)
        filters.setStretch(0, 3)  # its words are read whole where there is room
        whole = holder(
            column(
                Folding(filters, row(self._alike, self._papers)),
                framed(holder(box, "scrolled")),
                row(self._own, -1),
            )
        )
        layout = whole.layout()
        assert layout is not None
        layout.setStretch(1, 1)  # type: ignore[attr-defined]
        self._pages.addWidget(scrolled(self._empty, _("The people who count for this project")))
        self._pages.addWidget(whole)
        for card in (self._nobody, self._person, self._federation):
            self._cards.addWidget(card)
        self._cards.setMinimumWidth(min(theme().px(300), 340))  # in a large text, beside a list on 1024 pixels
        self._nobody.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setLayout(column(self._pages))

    def _wire(self) -> None:
        self._add.clicked.connect(self._on_add)
        self._empty.request_start.connect(self._on_add)
        self._empty.request_other.connect(lambda _index: self.show_target(FEDERATIONS))
        self._filter.textChanged.connect(lambda _text: self._show())
        tell_found(self._filter, lambda: len(self._order))
        self._families.request_value.connect(self._on_family)
        self._list.chosen.connect(self._on_chosen)
        self._list.resized.connect(self._show)
        self._list.request_card.connect(self._focus_card)
        self._list.request_delete.connect(self._on_delete)
        self._list.request_paste.connect(self._on_paste)
        self._own.clicked.connect(lambda: self.show_target(FEDERATIONS))
        self._papers.clicked.connect(lambda: self._workspace.request_produced.emit(None))
        self._person.request_delete.connect(self._on_delete)
        for card in (self._person, self._federation):
            card.left.connect(lambda: self._list.setFocus(Qt.FocusReason.OtherFocusReason))
        lock(self._workspace, self._add, self._empty.button)

    # --- showing -----------------------------------------------------------------------------

    def _show(self) -> None:
        reader, room = self._workspace.reader, self._list.room()
        lines = directory_lines(reader, self._workspace.today())
        self._pages.setCurrentIndex(1 if lines or self._family == FEDERATIONS else 0)
        self._own.show_words(_("Your federation: {name}").format(name=own_federation(reader).name))
        if self._family == FEDERATIONS:
            found = [view for view in federations(reader) if rows.answers(view, self._filter.text())]
            widths = {"wide": rows.FEDERATIONS_WIDE, "middle": rows.FEDERATIONS_MIDDLE}.get(room, {})
            shown = rows.federation_rows(found, widths)
            titles = rows.federation_titles(widths)
        else:
            family = self._family if isinstance(self._family, Family) else None
            widths = {"wide": rows.WIDE, "middle": rows.MIDDLE}.get(room, {})
            shown = rows.people_rows(by_family(lines, self._filter.text(), family), widths, self._workspace.today())
            titles = rows.people_titles(widths)
        self._head.show_titles(*titles)
        self._head.setVisible(bool(widths))
        self._list.show_rows(shown)
        self._none.setVisible(not shown)
        self._choose_again([one.key for one in shown if not one.band])
        self._show_card()

    def _choose_again(self, order: list[int | str]) -> None:
        """Keep what is chosen; where it went its neighbour is, and it is again when it comes back (an undo)."""
        before, self._order = self._order, order
        if self._deleted in order:
            self._chosen, self._deleted = self._deleted, None
        elif self._chosen is not None and self._chosen not in order:
            gone = isinstance(self._chosen, int) and self._workspace.reader.find(Person, id=self._chosen) is None
            if gone:
                self._deleted = self._chosen
            self._chosen = neighbour(before, self._chosen, order) if gone or order else None
        if self._chosen is None and order:
            self._chosen = order[0]
        if self._chosen is not None:
            self._list.select(self._chosen)

    def _show_card(self) -> None:
        card: QWidget = self._nobody
        if isinstance(self._chosen, int):
            card = self._person
            self._person.show_view(
                person_touches.person_view(self._workspace.reader, self._chosen, self._workspace.today())
            )
        elif isinstance(self._chosen, str):
            card = self._federation
            self._federation.show_view(federation_named(self._workspace.reader, self._chosen.removeprefix(_ONE)))
        elif self._pages.currentIndex() == 0:  # where nobody is known yet, whom to call first
            card = self._federation
            self._federation.show_view(own_federation(self._workspace.reader))
        self._cards.setCurrentWidget(card)

    def _show_key(self, key: int | str) -> None:
        """Choose a row, whatever is filtered."""
        federation = isinstance(key, str)
        self._workspace.flush()
        if federation != (self._family == FEDERATIONS) or key not in self._order:
            self._filter.clear()
            self._family = FEDERATIONS if federation else None
            self._families.show_typed(self._family)
        self._chosen = key
        self._show()

    # --- acting ------------------------------------------------------------------------------

    def _on_chosen(self, key: int | str) -> None:
        if key != self._chosen:
            self._workspace.flush()
            self._chosen = key
            self._show_card()

    def _on_family(self, family: Family | str | None) -> None:
        self._workspace.flush()
        self._family = family
        self._chosen = None
        self._filter.clear()
        self._show()

    def _focus_card(self) -> None:
        card = self._cards.currentWidget()
        if isinstance(card, PersonPanel | FederationPanel):
            card.focus_first()

    def _on_add(self) -> None:
        from msp_desktop.ui.dialogs.new_person import NewPerson

        dialog = NewPerson(self._workspace, "", self)
        if run(dialog, self._workspace):
            self._show_key(dialog.outcome.id)
            self._person.focus_first()

    def _on_delete(self, key: int | str) -> None:
        if isinstance(key, int) and not self._workspace.read_only:
            forget_people(self._workspace, [key], self)
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_paste(self, cells: list[list[str]]) -> None:
        added = self._workspace.attempt(add_pasted, cells)
        if added:
            self._show_key(added[0].id)
