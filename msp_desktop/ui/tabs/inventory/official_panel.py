"""The panel of one line: what differs, field by field, what is the same, what its file does not say, its source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from msp_desktop.domain.official import Difference, FoundProfessional, Proposal, ReviewFigure, ReviewLine
from msp_desktop.domain.official_ticks import field_of
from msp_desktop.i18n import N_, _
from msp_desktop.services.open_data.words import label_of
from msp_desktop.ui.tabs.inventory.official_difference import DifferenceRow
from msp_desktop.ui.tabs.inventory.official_words import silent_words, source_words
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.icon_line import IconLine
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import clear, column, holder, scrolled

#: What is proposed, where nothing differs.
_PROPOSED = {
    Proposal.NEW: N_("Not in the dossier yet. Ticked, it is added, with its source and its day."),
    Proposal.TO_CONFIRM: N_(
        "The file gives a postcode that several communes share. Tick it only if you know that it is one of yours."
    ),
    Proposal.GONE: N_(
        "The dossier has it, and the file no longer tells of it: gone, moved, or no longer registered. Ask before you tick."
    ),
    Proposal.EXISTING: N_(
        "Already in the dossier, which says the same. Ticked, its number and the day of the file are noted."
    ),
    Proposal.SET_ASIDE: N_("Not counted by default. Ticked, it is added all the same."),
}


class LinePanel(QWidget):
    """Emit `chosen(line, field, accepted)` when somebody takes the file's words of a field, or keeps the dossier's."""

    chosen = Signal(int, object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line = 0
        self._title = Label("", factor=TITLE, bold=True, wrap=True)
        self._under = Label("", tone="soft", wrap=True)
        self._proposed = Label("", wrap=True)
        self._differs = Label(_("What differs"), bold=True)
        self._fields: KeyedRows[tuple[int, Difference], DifferenceRow] = KeyedRows(
            lambda value: (value[0], field_of(value[1])),
            self._make,
            lambda widget, value: widget.show_difference(label_of(value[1].attribute), value[1]),
        )
        self._alike = Label(_("What is the same"), bold=True)
        self._same = QGridLayout()
        self._same.setContentsMargins(0, 0, 0, 0)
        self._same.setHorizontalSpacing(12)
        self._same.setVerticalSpacing(6)
        self._same.setColumnStretch(1, 1)
        self._silence = Label(_("What the file does not say"), bold=True, wrap=True)
        self._silent = IconLine()
        self._source = hint("")
        body = column(
            self._title, self._under, divider(), self._proposed, self._differs, self._fields, self._alike,
            holder(self._same), self._silence, self._silent, divider(),
            self._source, -1, margins=(24, 14, 16, 16), spacing=8,
        )  # fmt: skip
        self._body = holder(body, "scrolled")
        self._area = scrolled(self._body, _("Line chosen"))
        self.setLayout(column(self._area))

    def show_line(self, line: ReviewLine | None) -> None:
        """Show a line, another one from its top; nothing where none is chosen."""
        self._body.setVisible(line is not None)
        if line is None:
            return
        if line.id != self._line:
            self._area.verticalScrollBar().setValue(0)
        self._line = line.id
        self._title.setText(line.name)
        self._under.setText(", ".join(filter(None, (_first_upper(line.what), line.town))))
        proposed = _PROPOSED.get(line.proposal, "")
        self._proposed.setText(_(proposed) if proposed else "")
        self._proposed.setVisible(bool(proposed))
        self._differs.setVisible(bool(line.differences))
        self._fields.setVisible(bool(line.differences))
        self._fields.show_values([(line.id, one) for one in line.differences])
        pairs = line.same or _told(line)
        self._alike.setText(_("What is the same") if line.same else _("What the file says"))
        self._alike.setVisible(bool(pairs))
        self._show_pairs(pairs)
        self._silence.show()
        self._silent.show()
        self._silent.show_words("info", "ink", silent_words(line))
        self._source.setText(source_words(line))

    def show_figure(self, figure: ReviewFigure) -> None:
        """Show a public figure: what the file says, what the dossier says of the same year, its source."""
        self._body.show()
        self._line = 0
        self._title.setText(figure.title)
        self._under.setText(_("Public figure"))
        self._proposed.hide()
        for part in (self._differs, self._fields):
            part.hide()
        pairs = [(_("File"), figure.words), (_("The dossier says"), figure.before)]
        self._alike.setText(_("What the file says"))
        self._alike.show()
        self._show_pairs(tuple((label, words) for label, words in pairs if words))
        self._silence.hide()
        self._silent.hide()
        self._source.setText(_("Source: {source}.").format(source=figure.source))

    def _make(self, value: tuple[int, Difference]) -> DifferenceRow:
        made = DifferenceRow()
        line, field = value[0], field_of(value[1])
        made.chosen.connect(lambda accepted: self.chosen.emit(line, field, accepted))
        return made

    def _show_pairs(self, pairs: tuple[tuple[str, str], ...]) -> None:
        clear(self._same)
        for number, (label, words) in enumerate(pairs):
            name = Label(label, tone="soft")
            name.setMinimumWidth(theme().px(88))
            self._same.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            self._same.addWidget(Label(words, wrap=True), number, 1)


def _told(line: ReviewLine) -> tuple[tuple[str, str], ...]:
    """Return what the file says of somebody the dossier does not have, by its label."""
    found = line.found
    if found is None:
        return ()
    pairs = [(_("In short"), line.said), (_("Address"), found.address.replace("\n", ", "))]
    pairs += [(_("Telephone"), found.phone), (_("E-mail"), found.email)]
    if isinstance(found, FoundProfessional):
        pairs += [(_("Practice or body"), found.structure), (_("RPPS number"), found.rpps)]
    else:
        pairs.append((_("FINESS number"), found.finess))
    return tuple((label, words) for label, words in pairs if words)


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
