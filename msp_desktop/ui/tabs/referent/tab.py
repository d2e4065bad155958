"""The tab « Référent santé »: the sheet as a form, the page as it will print."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSplitter, QWidget

from msp_desktop.domain.change import Change
from msp_desktop.domain.commune import Commune, Picture
from msp_desktop.domain.inventory import HealthProfessional
from msp_desktop.domain.missions import Commitment, Mission, Sheet
from msp_desktop.domain.people import Person
from msp_desktop.domain.referent import Briefing, Referent, ReferentKind
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.typed import Toward
from msp_desktop.i18n import _, language
from msp_desktop.method.followup import kit_followup
from msp_desktop.services import referent as service
from msp_desktop.services.appointment import conflict_warning, effect_warning
from msp_desktop.services.missions import add_mission
from msp_desktop.ui.drafts import DraftKey
from msp_desktop.ui.heard import group
from msp_desktop.ui.missions.commitments import Commitments
from msp_desktop.ui.missions.missions import Missions
from msp_desktop.ui.missions.places import sheet_of
from msp_desktop.ui.models.rows import Column
from msp_desktop.ui.papers.preview import Preview
from msp_desktop.ui.tab import Tab
from msp_desktop.ui.tabs.referent.decree_form import DecreeForm
from msp_desktop.ui.tabs.referent.person_form import PersonForm
from msp_desktop.ui.tabs.referent.term_form import TermForm
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.add_line import AddLine
from msp_desktop.ui.widgets.buttons import LinkButton, PlainButton
from msp_desktop.ui.widgets.labels import Label, hint, page_title, title
from msp_desktop.ui.widgets.layouts import column, framed, holder, page_of_fields, row, scrolled
from msp_desktop.ui.widgets.locking import lock
from msp_desktop.ui.widgets.modal import run
from msp_desktop.ui.widgets.record_table import RecordTable
from msp_desktop.ui.widgets.shown import shows
from msp_desktop.ui.workspace import Workspace, touches

#: Above this text size the page preview leaves its room to the form.
LARGE_SCALE = 1.3

_SHOWN = (Referent, Mission, Briefing, Commitment, Person, Commune, Picture, HealthProfessional)


def make(workspace: Workspace) -> Tab:
    """Return this tab on a dossier."""
    return ReferentTab(workspace)


class ReferentTab(Tab):
    """Who, since when, for what, who is told."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._complete = Label(_("sheet complete and dated"), chip="done")
        self._missing = Label("", chip="plain")
        self._kinds = QButtonGroup(self)
        self._first = PersonForm(workspace, second=False)
        self._second = PersonForm(workspace, second=True)
        self._first_title = Label(_("The elected member of the pair"), bold=True)
        self._second_title = Label(_("The member of staff of the pair"), bold=True)
        self._term = TermForm(workspace)
        self._decree = DecreeForm(workspace)
        self._risks = Label("", wrap=True, tone="late")
        self._commitments = Commitments(
            workspace,
            Sheet.REFERENT,
            _("Whom the référent reports to"),
            _("The town’s own: the kit says nothing of it. Printed only where there is a line here."),
            service.proposed_commitments,
        )
        self._counts = Label("", tone="soft")
        self._missions = Missions(workspace)
        self._new_mission = AddLine(
            _("A new mission"),
            _("Add a mission of your own, then Enter"),
            workspace.drafts,
            lambda _owner, words: workspace.attempt(add_mission, words),
        )
        self._history = Label("", wrap=True, tone="soft")
        self._preview = Preview(workspace, "referent", parent=self)
        self._briefings = self._briefing_table()
        self._build()
        self._wire()
        self.refresh(frozenset())

    def refresh(self, records: frozenset[type[Any]]) -> None:
        """Read the sheet again where a change concerns it."""
        if not touches(records, *_SHOWN):
            return
        shown = service.referent_sheet(self._workspace.reader)
        kind = shown.term.kind if shown.term else ReferentKind.ELECTED
        button = self._kinds.button(list(ReferentKind).index(kind))
        button.setChecked(True)
        pair = kind is ReferentKind.PAIR
        group(self._first, _("The elected member of the pair") if pair else _("The référent"))
        group(self._second, _("The member of staff of the pair"))
        self._second.setVisible(pair)
        self._first_title.setVisible(pair)
        self._second_title.setVisible(pair)
        if shown.term is not None:
            shows(self._first.editor("last_name"), Referent, shown.term.id, "person_id")
            shows(self._second.editor("last_name"), Referent, shown.term.id, "second_id")
            shows(button, Referent, shown.term.id, "kind")
        self._first.show_person(shown.first)
        self._second.show_person(shown.second)
        self._term.show_term(shown.term, kind)
        self._decree.show_term(shown.term, kind)
        risks = (effect_warning(shown, self._workspace.today()), conflict_warning(self._workspace.reader))
        self._risks.setText("\n".join(filter(None, risks)))
        self._risks.setVisible(any(risks))
        self._commitments.show_lines(shown.commitments)
        self._complete.setVisible(shown.complete)
        self._missing.setVisible(not shown.complete)
        self._missing.setText(_("missing: {what}").format(what=", ".join(shown.missing)))
        kept, reworded, aside = shown.counts()
        words = _("{kept} kept, {reworded} reworded, {aside} set aside")
        self._counts.setText(words.format(kept=kept, reworded=reworded, aside=aside))
        self._missions.show_groups(shown.groups)
        self._briefings.show_rows(list(shown.briefings))
        self._show_history(shown.history)
        self._preview.changed()

    def show_target(self, target: Any) -> None:
        """Show the sheet: there is only one."""

    def place_of(self, key: DraftKey) -> Any:
        """Return something where words wait for a part of the sheet."""
        kinds = {Referent.__name__, Briefing.__name__} | {
            _("Who is told what"),
            _("Whom the référent reports to"),
        }
        person = key.kind == Person.__name__ and isinstance(key.id, bool)
        begun = key.kind == "new" and key.attribute == _("A new mission")
        own = sheet_of(self._workspace.reader, key) is Sheet.REFERENT
        return True if key.kind in kinds or person or begun or own else None

    def own_panel(self) -> QWidget | None:
        """Return the preview, None where large letters leave no room for it."""
        return self._preview if self._preview.parentWidget() is not None else None

    def paper(self) -> tuple[str, int | None]:
        """Return the mission sheet."""
        return "referent", None

    def focus_main(self) -> None:
        """Put the keyboard where the sheet is still empty."""
        self._first.focus_first(empty=True)

    # --- making --------------------------------------------------------------------------------------

    def _build(self) -> None:
        letter = PlainButton(_("Letter to the federation"), "mail")
        letter.clicked.connect(lambda: self._workspace.request_papers.emit(("referent-letter",), None))
        model = PlainButton(_("Decree or letter"), "document")
        model.clicked.connect(lambda: self._workspace.request_papers.emit(("appointment",), None))
        large = theme().scale > LARGE_SCALE
        head = row(page_title(_("Health référent")), -1, spacing=12)
        buttons = row(letter, model, -1 if large else 0, spacing=12)
        if not large:
            head.addLayout(buttons)
        kinds = row(Label(_("Who is the référent"), bold=True), 12, spacing=12)
        names = {
            ReferentKind.ELECTED: _("an elected person"),
            ReferentKind.STAFF: _("a member of staff"),
            ReferentKind.PAIR: _("a pair, elected and staff"),
        }
        for index, kind in enumerate(ReferentKind):
            button = QRadioButton(names[kind])
            self._kinds.addButton(button, index)
            lock(self._workspace, button)
            kinds.addWidget(button)
        kinds.addStretch(1)
        change = LinkButton(_("Another référent from a day on…"), "people")
        change.clicked.connect(self._on_change)
        lock(self._workspace, change)
        body = column(
            head,
            # It may be long: beside the buttons it would widen the sheet, under the hand of whoever fills it.
            row(self._missing, self._complete, -1),
            *([buttons] if large else []),
            group(holder(kinds), _("Who is the référent")),
            self._first_title,
            self._first,
            self._second_title,
            self._second,
            self._term,
            self._decree,
            self._risks,
            8,
            row(title(_("Missions")), self._counts, -1, spacing=12),
            self._missions,
            self._new_mission,
            8,
            self._commitments,
            8,
            row(title(_("Who is told what")), -1, self._add_briefing_button()),
            hint(_("What the application proposes here is not in the kit.")),
            framed(self._briefings),
            8,
            row(change, -1),
            self._history,
            hint(kit_followup().notes_reminder),
            -1,
            margins=(24, 14, 16, 20),
            spacing=10,
        )
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(scrolled(page_of_fields(body), _("The référent's sheet")))
        if not large:
            splitter.addWidget(self._preview)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([950, 416 if theme().scale <= 1 else 300])  # large letters: the fields come first
        self._preview.setMinimumWidth(260)
        self._preview.setVisible(not large)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(splitter)

    def _add_briefing_button(self) -> LinkButton:
        button = LinkButton(_("Add a row"), "plus")
        button.clicked.connect(self._on_add_briefing)
        lock(self._workspace, button)
        return button

    def _briefing_table(self) -> RecordTable:
        def write(name: str) -> Any:
            return lambda r, t: self._workspace.attempt(service.update_briefing, r.id, Change(Briefing, **{name: t}))

        table = RecordTable(
            _("Who is told what"),
            [
                Column(
                    _("To whom"), lambda b: b.audience, write("audience"), width=190, shows=(("Briefing", "audience"),)
                ),
                Column(
                    _("What is said"),
                    lambda b: b.message,
                    write("message"),
                    width=300,
                    shows=(("Briefing", "message"),),
                ),
                Column(
                    _("By what means"), lambda b: b.means, write("means"), width=150, shows=(("Briefing", "means"),)
                ),
                Column(
                    _("When"),
                    lambda b: medium_date(b.done_on, language()) if b.done_on else "",
                    self._write_briefing_date,
                    width=130,
                    tone=lambda b: "done" if b.done_on else "",
                    glyph=lambda b: ("done", "done") if b.done_on else None,
                ),
            ],
            sortable=False,
            drafts=self._workspace.drafts,
        )
        table.setMinimumHeight(theme().px(178))
        return table

    def _wire(self) -> None:
        attempt = self._workspace.attempt
        self._kinds.idClicked.connect(lambda index: attempt(service.set_kind, list(ReferentKind)[index]))
        self._briefings.request_delete.connect(lambda ids: attempt(service.delete_briefing, *ids))

    # --- acting --------------------------------------------------------------------------------------

    def _on_add_briefing(self) -> None:
        added = self._workspace.attempt(service.add_briefing)
        if added is not None:
            self._briefings.edit_cell(added.id, 0)

    def _write_briefing_date(self, briefing: Briefing, text: str) -> None:
        def write(day: date | None) -> None:
            self._workspace.attempt(service.update_briefing, briefing.id, Change(Briefing, done_on=day))

        self._workspace.with_date(text, write, Toward.BEHIND)

    def _on_change(self) -> None:
        from msp_desktop.ui.dialogs.ask_date import AskDate

        dialog = AskDate(
            _("Another référent"),
            _("Last day of the present référent"),
            _("The history keeps the present one; the missions stay."),
            self._workspace.today,
            lambda day: day is None or self._workspace.attempted(service.change_referent, day),
            self,
        )
        run(dialog)

    def _show_history(self, history: tuple[Any, ...]) -> None:
        lines = []
        for term in history:
            since = medium_date(term.since, language()) if term.since else "…"
            until = medium_date(term.until, language()) if term.until else "…"
            lines.append(_("{names}, from {since} to {until}").format(names=term.names, since=since, until=until))
        self._history.setText("\n".join(lines))
        self._history.setVisible(bool(lines))
