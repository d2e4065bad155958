"""Find one's commune among all of France's: the first step of a new dossier."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.domain.commune import CommuneEntry
from msp_desktop.formats.numbers import inhabitants, number
from msp_desktop.i18n import _, ngettext
from msp_desktop.services.federations import listed_federation
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import icon
from msp_desktop.ui.widgets.labels import Label, page_title
from msp_desktop.ui.widgets.layouts import clear, column, framed, row
from msp_desktop.ui.widgets.record_table import RecordTable


class _Found:
    """A line of the list of communes."""

    def __init__(self, entry: CommuneEntry) -> None:
        self.id = entry.insee
        self.entry = entry

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Found) and other.entry == self.entry

    def __hash__(self) -> int:
        return hash(self.entry)


class FindCommune(QWidget):
    """What is typed, the communes it may mean, what is known of the one chosen: `entry`, None before.

    None is chosen for whoever types where several may be meant. `chosen` tells of another one, `request_next` of Enter.
    """

    chosen = Signal()
    request_next = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry: CommuneEntry | None = None
        self.setObjectName("transparent")
        self.line = _Line(self._enter_list)
        self.line.textChanged.connect(self._on_typed)
        self.line.addAction(QAction(icon("search", "ink2"), "", self.line), QLineEdit.ActionPosition.LeadingPosition)
        self._count = Label(_("Type its name or its postcode."), tone="soft", wrap=True)
        self.list = RecordTable(
            _("Communes found"),
            [
                Column(_("Commune"), lambda f: _commune_words(f.entry), width=280),
                Column(_("Postcode"), lambda f: ", ".join(f.entry.postcodes[:2]), width=112),
                Column(_("Inhabitants"), lambda f: number(f.entry.population or 0), right=True, width=90),
            ],
            sortable=False,
        )
        # Names are what is long here: the longest has 45 letters.
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.setMinimumHeight(theme().px(150))
        self.list.selected.connect(self._on_chosen)
        self.list.request_open.connect(lambda _key: self.request_next.emit())
        self._about = QVBoxLayout()
        self.setLayout(
            column(
                page_title(_("Which is your commune?"), wrap=True),
                self._count,
                self.line,
                framed(self.list),
                self._about,
                spacing=10,
            )
        )

    def show_chosen(self, insee: str) -> None:
        """Choose a commune of the list, if it is there."""
        if self.list.rows.row_of(insee) >= 0:
            self.list.select(insee)
            self._on_chosen(insee)

    def _on_typed(self, text: str) -> None:
        from msp_desktop.exchange.communes import search, the_one

        entries = search(text) if len(text.strip()) >= 2 else []
        before = self.entry.insee if self.entry is not None else ""
        sure = the_one(text, entries)
        kept = next((entry for entry in entries if entry.insee == before), None)
        chosen = sure or kept
        self.list.show_rows([_Found(entry) for entry in entries])
        if chosen is not None:
            self.list.select(chosen.insee)
        else:
            self.list.clearSelection()
            self.list.setCurrentIndex(self.list.rootIndex())
        self._on_chosen(chosen.insee if chosen is not None else None)
        words = _("Type its name or its postcode.")
        if text.strip():
            words = ngettext("{count} commune found.", "{count} communes found.", len(entries))
            words = words.format(count=len(entries))
        if len(entries) > 1 and chosen is None:
            words += " " + _("Choose yours in the list.")
        self._count.setText(words)

    def _enter_list(self) -> bool:
        """Give the keyboard to the list while none is chosen in it; tell whether it was given."""
        if self.entry is not None or not self.list.rows.rowCount():
            return False
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _on_chosen(self, insee: str | None) -> None:
        row_number = self.list.rows.row_of(insee) if insee else -1
        self.entry = self.list.rows.row_at(row_number).entry if row_number >= 0 else None
        clear(self._about)
        if self.entry is not None:
            self._about.addWidget(Label(_("What we found"), bold=True))
            for words, value in _facts(self.entry):
                name = Label(words, tone="soft")
                name.setFixedWidth(theme().px(130))
                self._about.addLayout(row(name, Label(value, wrap=True), spacing=8))
        self.chosen.emit()


class _Line(QLineEdit):
    """Where a name is typed; the arrow down, and Enter while none is chosen, lead to the list."""

    def __init__(self, enter_list: Callable[[], bool]) -> None:
        super().__init__()
        self.setAccessibleName(_("Name or postcode"))
        self.setPlaceholderText(_("For example: saint etienne, or 23000"))
        self._enter_list = enter_list

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down) and self._enter_list():
            return
        super().keyPressEvent(event)


def _commune_words(entry: CommuneEntry) -> str:
    words = f"{entry.name} ({entry.department})"
    return _("{commune}, formerly {name}").format(commune=words, name=entry.via) if entry.via else words


def _facts(entry: CommuneEntry) -> list[tuple[str, str]]:
    federation = listed_federation(entry.region_code)
    name = f"{federation.remark or federation.name}, {federation.phone or federation.email}"
    if federation.to_confirm:
        name += " " + _("(to be confirmed)")
    epci = entry.epci
    if epci:
        epci = ngettext("{name}, {count} commune", "{name}, {count} communes", entry.epci_members).format(
            name=entry.epci, count=entry.epci_members
        )
    return [
        (_("INSEE code"), entry.insee),
        (_("Intercommunality"), epci or _("none")),
        (_("Population"), inhabitants(entry.population) or "–"),
        (_("Region"), entry.region or "–"),
        (_("Federation"), name),
    ]
