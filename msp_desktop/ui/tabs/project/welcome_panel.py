"""Beside the welcome: the entry or the line of the checklist that is chosen, and who newcomers are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from msp_desktop.domain.limits import limits_of
from msp_desktop.domain.welcome import Moment, WelcomeEntry, WelcomeStep
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _
from msp_desktop.method.welcome import kit_welcome
from msp_desktop.services import welcome as service
from msp_desktop.ui.forms.field import Field, choice, day, line, note, person, tick, whole
from msp_desktop.ui.forms.form import Form
from msp_desktop.ui.tabs.project.welcome_columns import newcomers
from msp_desktop.ui.widgets.labels import TITLE, Label, divider, hint
from msp_desktop.ui.widgets.layouts import column, holder, scrolled
from msp_desktop.ui.workspace import Workspace


class WelcomePanel(QWidget):
    """Show and change what is chosen; what to know where nothing is."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        kit = kit_welcome()
        self._heading = Label("", factor=TITLE, bold=True, wrap=True)
        self._hint = Label("", tone="soft", wrap=True)
        self._entry, self._step = _entry_form(workspace), _step_form(workspace)
        self._line = divider()
        words = [Label(text, wrap=True) for text in (kit.purpose, *kit.meaning.values())]
        page = column(
            self._heading, self._hint, self._entry, self._step, self._line, *words, hint(kit.privacy), -1,
            margins=(24, 16, 16, 16), spacing=8,
        )  # fmt: skip
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        self._pane = scrolled(holder(page, "scrolled"), _("What is chosen"))
        box.addWidget(self._pane)
        self.show_nothing()

    def show_entry(self, entry: WelcomeEntry) -> None:
        """Show an entry."""
        kind = kit_welcome().kind(entry.kind)
        self._show(kind.title, kind.hint, self._entry)
        self._entry.show_record(entry)
        self._entry.editor("places").setEnabled(bool(kind.place))
        self._entry.editor("on_page").setEnabled(kind.printed)

    def show_step(self, step: WelcomeStep) -> None:
        """Show a line of the checklist."""
        self._show(service.step_words(step), kit_welcome().moments[step.moment], self._step)
        self._step.show_record(step)

    def show_nothing(self) -> None:
        """Show what to know where nothing is chosen."""
        self._show(_("Receiving those who come"), "", None)

    def focus_first(self) -> None:
        """Put the keyboard on the first field of what is chosen."""
        for form in (self._entry, self._step):
            if form.isVisibleTo(self):
                form.focus_first(empty=True)

    def _show(self, heading: str, words: str, form: Form | None) -> None:
        if heading != self._heading.text():
            self._pane.verticalScrollBar().setValue(0)
        self._heading.setText(heading)
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        for one in (self._entry, self._step):
            one.setVisible(one is form)
        self._line.setVisible(form is not None)


def _entry_form(workspace: Workspace) -> Form:
    most = int(limits_of(WelcomeEntry)["places"].most)
    return Form(
        workspace,
        WelcomeEntry,
        service.update_entry,
        [
            Field("title", _("What"), line()),
            Field("person", _("Who"), person()),
            Field("for_whom", _("For whom"), choice(newcomers())),
            Field("from_on", _("From"), day()),
            Field("until_on", _("Until"), day()),
            Field("places", _("How many places"), whole(most=most), width=92),
            Field("details", _("Details"), note()),
            Field("on_page", _("On the page given to newcomers"), tick()),
        ],
        spacing=8,
    )


def _step_form(workspace: Workspace) -> Form:
    moments = [(moment, kit_welcome().moments[moment]) for moment in Moment]
    return Form(
        workspace,
        WelcomeStep,
        service.update_step,
        [
            Field("person", _("Who"), person()),
            Field("due_on", _("For when"), day()),
            Field("done_on", _("Done on"), day(toward=Toward.BEHIND)),
            (Field("moment", _("When"), choice(moments)), Field("for_whom", _("For whom"), choice(newcomers()))),
        ],
        spacing=8,
    )
