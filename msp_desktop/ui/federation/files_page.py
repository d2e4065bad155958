"""The fourth tab: the files given, what became of each, and the second dossiers that wait for somebody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QWidget

from msp_desktop.domain.carried.refusals import Why, refusal_words
from msp_desktop.domain.federated.files import Receipt, Verdict
from msp_desktop.formats.quick import short_near_date, tight_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.federation.words import verdict_words
from msp_desktop.ui.models.rows import NOTHING, Column
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.buttons import MainButton, PlainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import Label, page_title
from msp_desktop.ui.widgets.layouts import column, framed, holder, row
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.segments import Segments

_GLYPHS = {
    Verdict.TAKEN: ("done", "done"),
    Verdict.UNCHANGED: ("todo", "ink2"),
    Verdict.REFUSED: ("warning", "late"),
}


class _Line(Struct, frozen=True):
    """A file by the sum of its bytes and its name."""

    id: str
    receipt: Receipt


class FilesPage(QWidget):
    """Emit `request_add`, `request_accept(receipt)` and `request_dismiss(receipt)` for a second dossier."""

    request_add = Signal()
    request_accept = Signal(object)
    request_dismiss = Signal(object)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._receipts: Sequence[Receipt] = ()
        self._kind = "all"
        #: Whether the first file that is to be checked is to be chosen.
        self._seeks_doubt = False
        self._segments = Segments(
            _("Which files"),
            [("all", _("All files")), ("taken", _("Taken")), ("refused", _("Not taken")), ("decide", _("To decide"))],
        )
        self._segments.show_value("all")
        self._segments.chosen.connect(self._on_kind)
        self._count = Label("", tone="soft")
        add = MainButton(_("Add files received"), "plus")
        add.clicked.connect(self.request_add)
        self.table = RecordTable(_("Files received"), _columns(today), sortable=False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setMinimumHeight(theme().px(28) * 5)
        self.table.say_when_empty(_("No file is like that."))
        self.table.selected.connect(lambda _id: self._show_file())
        self._why = Label("", wrap=True)
        self._origin = Label("", wrap=True, tone="soft")
        self._right, self._old = (
            PlainButton(_("It is the right dossier"), "check"),
            PlainButton(_("Keep the old one"), "undo"),
        )
        self._right.clicked.connect(lambda: self._decide(self.request_accept))
        self._old.clicked.connect(lambda: self._decide(self.request_dismiss))
        self._choice = holder(foot(beside=(self._right, self._old)))
        self.setLayout(
            column(
                row(page_title(_("Files received")), -1, add), row(self._segments, -1, self._count), framed(self.table),
                column(self._why, self._origin, self._choice, spacing=6), spacing=12,
            )
        )  # fmt: skip
        self.layout().setStretch(2, 1)  # type: ignore[union-attr]
        self._show_file()

    def show_receipts(self, receipts: Sequence[Receipt]) -> None:
        """Show the files given, the newest first."""
        self._receipts = receipts
        self._show()

    def show_kind(self, kind: str, *, doubt: bool = False) -> None:
        """Show the files of one kind (« all », « taken », « refused » or « decide »); with `doubt`, choose the first to be checked."""
        self._seeks_doubt = doubt
        self._segments.show_value(kind)
        self._on_kind(kind)

    def _on_kind(self, kind: object) -> None:
        self._kind = str(kind)
        self._show()

    def _show(self) -> None:
        wanted = [one for one in self._receipts if _is_of(one, self._kind)]
        chosen = self.table.chosen_id()
        self.table.rows.show_anew([_Line(f"{one.sha256} {one.name}", one) for one in wanted])
        doubtful = next((one for one in wanted if one.doubt), None) if self._seeks_doubt else None
        if doubtful is not None:
            self._seeks_doubt, chosen = False, f"{doubtful.sha256} {doubtful.name}"
        if chosen is None or self.table.rows.row_of(chosen) < 0:
            chosen = f"{wanted[0].sha256} {wanted[0].name}" if wanted else None
        if chosen is not None:
            self.table.select(chosen)
        words = ngettext("{count} file", "{count} files", len(wanted)).format(count=len(wanted))
        waiting = sum(_is_of(one, "decide") for one in self._receipts)
        decide = ngettext("{count} to decide", "{count} to decide", waiting).format(count=waiting)
        self._count.setText(f"{words}, {decide}" if waiting and self._kind != "decide" else words)
        self._show_file()

    def _receipt(self) -> Receipt | None:
        line = self.table.rows.row_with(self.table.chosen_id())
        return line.receipt if isinstance(line, _Line) else None

    def _show_file(self) -> None:
        """Say of the file chosen why it is not taken, where it came from, and what may be decided."""
        one = self._receipt()
        self._why.setText(_said_of(one) if one is not None else "")
        self._why.setVisible(bool(self._why.text()))
        self._origin.setText(_origin(one) if one is not None else "")
        self._origin.setVisible(bool(self._origin.text()))
        self._choice.setVisible(one is not None and _is_of(one, "decide"))
        if one is not None:
            self._right.setAccessibleName(_("It is the right dossier: {name}").format(name=one.name))
            self._old.setAccessibleName(_("Keep the old dossier, not {name}").format(name=one.name))

    def _decide(self, signal: object) -> None:
        one = self._receipt()
        if one is not None:
            signal.emit(one)  # type: ignore[attr-defined]


def _is_of(receipt: Receipt, kind: str) -> bool:
    """Tell whether a file is of the kind shown."""
    if kind == "decide":
        return receipt.why is Why.OTHER_DOSSIER
    return kind == "all" or receipt.verdict is Verdict(kind)


def _glyph(receipt: Receipt) -> tuple[str, str]:
    return _GLYPHS[Verdict.REFUSED if receipt.doubt else receipt.verdict]


def _said_of(receipt: Receipt) -> str:
    """Return why a file is not taken, and what is to be checked about it."""
    said = [refusal_words(receipt.why)] if receipt.why is not None else []
    if receipt.doubt:
        words = _("The commune's INSEE code and its name do not go together ({doubt}): ask the town hall.")
        said.append(words.format(doubt=receipt.doubt))
    return "\n".join(said)


def _columns(today: Callable[[], date]) -> list[Column]:
    def added(line: _Line) -> str:
        return tight_date(line.receipt.added_at.astimezone().date(), today(), language())

    return [
        Column(_("File"), lambda line: line.receipt.name, width=240, grows=True),
        Column(_("Commune"), lambda line: line.receipt.commune or NOTHING, width=160),
        Column(
            _("What became of it"),
            lambda line: _became(line.receipt),
            width=230,
            grows=True,
            glyph=lambda line: _glyph(line.receipt),
            tone=lambda line: _glyph(line.receipt)[1],
        ),
        Column(
            _("Fingerprint"), lambda line: line.receipt.fingerprint[:8] or NOTHING, width=104, tone=lambda _line: "ink2"
        ),
        Column(_("By e-mail from"), lambda line: line.receipt.sent_by or NOTHING, width=180, tone=lambda _line: "ink2"),
        Column(_("Added by"), lambda line: line.receipt.added_by or NOTHING, width=110, tone=lambda _line: "ink2"),
        Column(_("Added on"), added, width=90, tone=lambda _line: "ink2"),
    ]


def _became(receipt: Receipt) -> str:
    """Return what became of a file: of one that was not taken the reason, since it is what one looks for, or that it is to be checked."""
    if _is_of(receipt, "decide"):
        return _("to decide")
    if receipt.why is not None:
        return refusal_words(receipt.why)
    words = verdict_words(receipt.verdict)
    return _("{verdict}, to check").format(verdict=words) if receipt.doubt else words


def _origin(receipt: Receipt) -> str:
    """Return where a file says it comes from: said, not proven."""
    if not receipt.sent_by:
        return ""
    day = ""
    if receipt.sent_on:
        sent = datetime.fromisoformat(receipt.sent_on).date()
        day = short_near_date(sent, receipt.added_at.date(), language())
    words = (
        _("The e-mail it came in says: from {sender}, on {day}.")
        if day
        else _("The e-mail it came in says: from {sender}.")
    )
    return words.format(sender=receipt.sent_by, day=day) + " " + _("That is said, not proven.")
