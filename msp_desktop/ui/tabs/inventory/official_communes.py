"""The communes whose professionals are looked for: one's own, those of its EPCI, those added by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QCompleter, QLineEdit, QListView, QWidget

from msp_desktop.domain.commune import Commune, CommuneEntry
from msp_desktop.formats.numbers import inhabitants
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.widgets.announce import announce
from msp_desktop.ui.widgets.buttons import IconButton
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label, title
from msp_desktop.ui.widgets.layouts import column, field, row
from msp_desktop.ui.widgets.one_line import OneLine
from msp_desktop.ui.widgets.round_choice import RoundChoice

#: How many communes are proposed while one types.
_PROPOSED = 12


class CommunesPart(QWidget):
    """Emit `changed` when other communes are chosen."""

    changed = Signal()

    def __init__(self, commune: Commune, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commune = commune
        self._added: tuple[CommuneEntry, ...] = ()
        self._found: dict[str, CommuneEntry] = {}
        self._scope = QButtonGroup(self)
        self._mine, self._around = RoundChoice(self._scope, 0), RoundChoice(self._scope, 1)
        self._scope.idClicked.connect(lambda _number: self._tell())
        self._unknown = Label(
            _("The commune of this dossier is not in the national list: add those to look for."), wrap=True
        )
        self._rows: KeyedRows[CommuneEntry, _CommuneRow] = KeyedRows(
            lambda entry: entry.insee, self._make, lambda _widget, _entry: None, spacing=2
        )
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Add a commune"))
        self.line.setPlaceholderText(_("Its name or its postcode"))
        self.line.setValidator(OneLine(self.line))
        self.line.setAcceptDrops(False)  # a file dropped here goes to the window, as anywhere on it
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._proposals = QListView()
        self._proposals.setObjectName("proposals")
        completer.setPopup(self._proposals)
        completer.activated.connect(self._add_named)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._propose)
        self.line.returnPressed.connect(self._on_enter)
        self._answer = Label("", tone="soft", wrap=True)
        self._answer.hide()
        self._total = Label("", bold=True, wrap=True)
        self.setLayout(
            column(
                title(_("2. The communes"), wrap=True), self._unknown, self._mine, self._around, self._rows,
                field(_("Add a commune"), self.line), self._answer, self._total, spacing=8,
            )
        )  # fmt: skip

    def is_around(self) -> bool:
        """Tell whether the communes of the EPCI are looked for too."""
        return self._scope.checkedId() == 1

    def added(self) -> tuple[str, ...]:
        """Return the INSEE codes of the communes added by hand."""
        return tuple(entry.insee for entry in self._added)

    def communes(self) -> tuple[str, ...]:
        """Return the INSEE codes of all that are looked for, one's own first, each once."""
        return tuple(entry.insee for entry in self._entries())

    def words(self) -> str:
        """Return which communes are looked for: « Saint-Exemple et les 13 autres communes de la CC du Val »."""
        own = self._around_words() if self.is_around() else self._commune.name if self._commune.insee else ""
        more = [entry.name for entry in self._added]
        if len(more) > 2:
            more = [ngettext("{count} commune added", "{count} communes added", len(more)).format(count=len(more))]
        return ", ".join(filter(None, (own, *more)))

    def show_chosen(self, around: bool, added: Sequence[str]) -> None:
        """Show which communes are looked for."""
        from msp_desktop.exchange.communes import by_insee

        known = bool(self._commune.insee)
        others = len(self._members()) > 1
        self._unknown.setVisible(not known)
        self._mine.setVisible(known)
        self._around.setVisible(known and others)
        self._mine.show_words(_("{commune} alone").format(commune=self._commune.name))
        self._around.show_words(self._around_words())
        self._scope.button(int(around and others)).setChecked(True)
        self._added = tuple(entry for entry in map(by_insee, added) if entry is not None)
        self._show_added()

    def _entries(self) -> tuple[CommuneEntry, ...]:
        from msp_desktop.exchange.communes import by_insee

        own = by_insee(self._commune.insee) if self._commune.insee else None
        members = self._members() if self.is_around() else ()
        found = {entry.insee: entry for entry in (own, *members, *self._added) if entry is not None}
        return tuple(found.values())

    def _members(self) -> tuple[CommuneEntry, ...]:
        from msp_desktop.exchange.communes import by_insee, members_of

        own = by_insee(self._commune.insee) if self._commune.insee else None
        if own is None:
            return ()
        return tuple(entry for entry in map(by_insee, members_of(own.epci_code)) if entry is not None)

    def _around_words(self) -> str:
        others = len(self._members()) - 1
        return ngettext(
            "{commune} and the other commune of {epci}", "{commune} and the {count} other communes of {epci}", others
        ).format(commune=self._commune.name, count=others, epci=self._commune.epci)

    def _propose(self, text: str) -> None:
        from msp_desktop.exchange.communes import search

        entries = search(text, _PROPOSED) if len(text.strip()) >= 2 else []
        self._found = {commune_words(entry): entry for entry in entries}
        self._names.setStringList(list(self._found))
        self._say("")

    def _on_enter(self) -> None:
        from msp_desktop.exchange.communes import the_one

        if self._proposals.isVisible() and self._proposals.currentIndex().isValid():
            return  # the list adds the one chosen in it
        text = self.line.text().strip()
        if not text:
            return
        sure = the_one(text, list(self._found.values()))
        if sure is not None:
            self._add(sure)
        elif self._found:
            self._say(_("Several communes are called so: choose yours in the list, with the arrows."))
            self.line.completer().complete()
        else:
            self._say(_("No commune is called so: look at its spelling, or type its postcode."))

    def _add_named(self, words: str) -> None:
        entry = self._found.get(words)
        if entry is not None:
            self._add(entry)

    def _add(self, entry: CommuneEntry) -> None:
        if entry.insee in self.communes():
            self._say(_("{commune} is already looked for.").format(commune=entry.name))
        else:
            self._added = (*self._added, entry)
            self._say("")
            self._show_added()
        # The list writes the name it was chosen by after it told: emptied once that is done.
        self._proposals.hide()
        QTimer.singleShot(0, self.line, self.line.clear)

    def _remove(self, insee: str) -> None:
        self._added = tuple(entry for entry in self._added if entry.insee != insee)
        if not self._added:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_added()

    def _make(self, entry: CommuneEntry) -> _CommuneRow:
        made = _CommuneRow(commune_words(entry))
        made.removed.connect(lambda: self._remove(entry.insee))
        return made

    def _show_added(self) -> None:
        self._rows.setVisible(bool(self._added))
        self._rows.show_values(self._added)
        self._tell()

    def _tell(self) -> None:
        entries = self._entries()
        people = sum(entry.population or 0 for entry in entries)
        count = ngettext("{count} commune", "{count} communes", len(entries)).format(count=len(entries))
        self._total.setText(", ".join(filter(None, (count, inhabitants(people)))) if entries else "")
        self.changed.emit()

    def _say(self, sentence: str) -> None:
        self._answer.setText(sentence)
        self._answer.setVisible(bool(sentence))
        announce(self.line, sentence)


class _CommuneRow(QWidget):
    """A commune added by hand; emit `removed`."""

    removed = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        remove = IconButton(_("Take away: {name}").format(name=words), "close")
        remove.clicked.connect(self.removed)
        self.setLayout(row(Label(words, wrap=True), remove, spacing=8))


def commune_words(entry: CommuneEntry) -> str:
    """Return « Bonnat (23220, Creuse) »."""
    return f"{entry.name} ({', '.join(filter(None, (*entry.postcodes[:1], entry.department)))})"
