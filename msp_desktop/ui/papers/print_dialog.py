"""Look at a document page by page, print it, keep it, send it: one window for all that becomes of a paper."""

from __future__ import annotations

import io
from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget
from typing_extensions import override

from msp_desktop.errors import UserError
from msp_desktop.i18n import _, ngettext
from msp_desktop.papers.bundle import MEETING_BUNDLE, Choice, choices
from msp_desktop.papers.catalogue import paper
from msp_desktop.papers.export import Exported
from msp_desktop.papers.paper import Context
from msp_desktop.papers.produce import produce, produce_once
from msp_desktop.places import Place
from msp_desktop.ui.outside import open_outside, show_in_folder
from msp_desktop.ui.papers import printing
from msp_desktop.ui.papers.desk import Desk
from msp_desktop.ui.papers.page_bar import PageBar
from msp_desktop.ui.papers.page_view import PageView
from msp_desktop.ui.papers.paper_list import PaperList
from msp_desktop.ui.papers.print_run import run_print
from msp_desktop.ui.shell import messages
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.busy import busy
from msp_desktop.ui.widgets.buttons import LinkButton, MainButton, PlainButton
from msp_desktop.ui.widgets.dialog import Dialog
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.labels import SMALL, Label, divider, title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled
from msp_desktop.ui.widgets.locking import hold
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.said import Said
from msp_desktop.ui.widgets.sizes import PAPER, sized
from msp_desktop.ui.widgets.tip import show_tip


class PrintDialog(Dialog):
    """Show the documents of one tab; `keys` are ticked at first, the first of them is shown."""

    def __init__(self, desk: Desk, keys: Sequence[str], context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Print, keep, send"))
        self._desk, self._workspace = desk, desk.workspace
        self._per_meeting = paper(keys[0]).per_meeting
        self._shown = ""
        self._place: Place | None = None
        self._list = PaperList(choices(desk.workspace.reader, keys[0], context), keys)
        self.pages = PageView()
        self._title = Label("", bold=True)
        self._print = MainButton("", "print")
        self._period = LinkButton(_("Period, names, for whom…"), "calendar")
        self._word = LinkButton(_("Editable Word copy"), "pencil")
        self._protect = LinkButton(_("Copy with a password…"), "lock")
        self._send = PlainButton(_("Send by e-mail…"), "mail")
        self._keep = PlainButton(_("Save as PDF"), "document")
        self._said = Said("", factor=SMALL, tone="soft", wrap=True)
        self._lay_out()
        self._wire()
        self._look_at(keys[0])
        self._list.row_of(keys[0]).focus()
        self._refresh()

    def _lay_out(self) -> None:
        everything = LinkButton(_("All for the meeting"), "people")
        everything.setEnabled(any(not entry.choice.missing for entry in self._list.rows))
        everything.clicked.connect(lambda: self._list.tick_only(MEETING_BUNDLE))
        left = QVBoxLayout()
        left.setContentsMargins(20, 16, 16, 12)
        left.setSpacing(8)
        left.addWidget(title(_("What to print?"), wrap=True))
        self._pane = scrolled(self._list, _("Documents"))
        left.addWidget(self._pane, 1)
        left.addWidget(everything)
        left.addWidget(self._period)
        left.addWidget(self._word)
        left.addWidget(self._protect)
        left.addWidget(self._said)
        pane = holder(left, "left")
        everything.setVisible(self._per_meeting)
        pane.setFixedWidth(min(theme().px(320), round(self.screen().availableGeometry().width() * 0.44)))
        right = column(
            PageBar(self.pages, self._title),
            divider(),
            self.pages,
            divider(),
            self._foot(),
            spacing=0,
        )
        right.setStretch(2, 1)
        self.setLayout(row(pane, right, spacing=0))
        self.layout().setStretch(1, 1)  # type: ignore[union-attr]
        self._print.setDefault(True)
        sized(self, PAPER, 690)

    def _foot(self) -> QLayout:
        close = PlainButton(_("Close"))
        close.clicked.connect(self.accept)
        return foot(close, self._print, beside=(self._send, self._keep), margins=(16, 12, 16, 12))

    def _wire(self) -> None:
        self._list.changed.connect(self._refresh)
        self._list.shown.connect(self._look_at)
        self._print.clicked.connect(self._on_print)
        self._keep.clicked.connect(self._on_keep)
        self._period.clicked.connect(self._on_period)
        self._word.clicked.connect(self._on_word)
        self._protect.clicked.connect(self._on_protect)
        self._send.clicked.connect(self._on_send)
        hold("DisableMail", self._send)

    # --- looking ---------------------------------------------------------------------------------

    def _look_at(self, key: str) -> None:
        choice = self._list.row_of(key).choice
        if choice.key == self._shown:
            return
        self._shown, document = choice.key, choice.paper
        self._list.show_chosen(choice.key)
        self._title.setText(choice.title)
        self._period.setVisible(document.scoped)
        self._word.setVisible(document.editable)
        self._protect.setVisible(document.names(choice.context))
        self._said.setText("")
        for button in (self._send, self._word, self._protect):
            button.setEnabled(not choice.missing)
            show_tip(button, choice.missing)
        if choice.missing:
            self.pages.show_pages(None, sentence=choice.missing)
            return
        content = io.BytesIO()  # in memory: a file of names would be left behind by a program that is killed
        try:
            with busy():
                made = document.make(self._workspace.reader, choice.context, content)
                self.pages.show_pages(content.getvalue())
            said = [*document.remarks(self._workspace.reader, choice.context)]
            if made.replaced_glyphs:
                said.append(_("Some characters have no letter in our fonts: they are printed as « ▯ »."))
            # One under the other, each with its dash: several read as one text else.
            self._said.setText("\n".join(f"– {one}" for one in said) if len(said) > 1 else "".join(said))
        except UserError as error:
            self.pages.show_pages(None, sentence=error.sentence)

    def _refresh(self) -> None:
        chosen = self._list.on()
        printouts = sum(entry.copies() for entry in chosen)
        words = ngettext("Print {count} paper…", "Print {count} papers…", printouts).format(count=printouts)
        self._print.setText(_("Print…") if printouts <= 1 else words)
        sentence = "" if chosen else _("Tick a document first.")
        for button in (self._print, self._keep):
            button.setEnabled(bool(chosen))
            show_tip(button, sentence)

    # --- doing -----------------------------------------------------------------------------------

    def _on_print(self) -> None:
        chosen = self._list.on()
        made = self._written([entry.choice for entry in chosen])
        if not made:
            return
        printouts = [printing.Printout(file.path, entry.copies()) for file, entry in zip(made, chosen, strict=True)]
        named = made[0].title if len(made) == 1 else _("Papers of the meeting")
        sentence = run_print(self, printouts, named)
        if sentence:
            self._say(sentence)

    def _on_keep(self) -> None:
        made = self._written([entry.choice for entry in self._list.on()])
        if made:
            folder, place = made[0].path.parent, self._place
            self._say(_("Saved in {folder}").format(folder=f"{folder} ({place.words})" if place else folder))
            open_outside(made[0].path if len(made) == 1 else made[0].path.parent)

    def _on_period(self) -> None:
        from msp_desktop.ui.papers.period_dialog import PeriodDialog

        choice = self._choice()
        asked = PeriodDialog(self._workspace, choice.paper, choice.context.scope, self)
        if not run(asked):
            return
        context = replace(choice.context, scope=asked.outcome)
        self._list.row_of(choice.key).choice = replace(choice, context=context)
        self._shown = ""
        self._look_at(choice.key)

    def _on_word(self) -> None:
        made = self._written([self._choice()], suffix=".docx")
        if made:
            self._say(_("Word copy: {name}").format(name=made[0].path.name))
            open_outside(made[0].path)

    def _on_protect(self) -> None:
        from msp_desktop.ui.papers.password_dialog import PasswordDialog

        asked = PasswordDialog(self)
        if not run(asked):
            return
        folder = self._desk.written_in(self).folder
        try:
            with busy():
                choice = self._choice()
                made = produce(
                    self._workspace.store,
                    choice.paper.key,
                    folder,
                    choice.context,
                    password=asked.password(),
                )
        except UserError as error:
            messages.tell(self, error.sentence)
            return
        self._say(_("Protected copy: {name}").format(name=made.path.name))
        show_in_folder(made.path)

    def _on_send(self) -> None:
        from msp_desktop.ui.papers.send_dialog import SendDialog

        run(SendDialog(self._desk, self._choice().paper.key, self._choice().context, self))

    def _choice(self) -> Choice:
        """Return the file that is looked at."""
        return self._list.row_of(self._shown).choice

    def _written(self, choices: Sequence[Choice], suffix: str = ".pdf") -> list[Exported]:
        """Write the documents where the town keeps them; a sentence and nothing where one cannot be."""
        found = self._desk.written_in(self)
        self._place = found.place
        try:
            with busy():
                return [
                    produce_once(self._workspace.store, choice.paper.key, found.folder, choice.context, suffix=suffix)
                    for choice in choices
                ]
        except UserError as error:
            messages.tell(self, error.sentence)
            return []

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._workspace.said.emit(sentence, False)

    @override
    def done(self, result: int) -> None:
        self.pages.show_pages(None)
        super().done(result)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Begin where the document asked for is: on a tab with fourteen of them it was out of sight, ticked."""
        super().showEvent(event)
        layout = self._list.layout()
        assert layout is not None
        layout.activate()
        self._pane.ensureWidgetVisible(self._list.row_of(self._shown))
