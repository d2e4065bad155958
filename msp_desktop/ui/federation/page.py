"""The federation's window as a page about no dossier: its head, its tabs, the panel, what is being added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from msp_desktop.domain.federated.communes import Chosen, Version, View
from msp_desktop.domain.federated.files import Outcome
from msp_desktop.errors import UserError
from msp_desktop.federation.doubts import place_doubt
from msp_desktop.formats.text import one_line
from msp_desktop.i18n import _, ngettext
from msp_desktop.ui.federation.acts import Acts
from msp_desktop.ui.federation.adding_band import AddingBand
from msp_desktop.ui.federation.communes_page import CommunesPage
from msp_desktop.ui.federation.files_page import FilesPage
from msp_desktop.ui.federation.head import FederationHead
from msp_desktop.ui.federation.readings import Readings
from msp_desktop.ui.federation.seen import Adding, CommuneRow, Hub, Seen
from msp_desktop.ui.federation.side import NARROW, WIDTH, FederationSide
from msp_desktop.ui.federation.tabs import TABS, FederationTabs
from msp_desktop.ui.federation.totals_page import TotalsPage
from msp_desktop.ui.federation.week_page import WeekPage
from msp_desktop.ui.federation.words import federation_words
from msp_desktop.ui.outside import open_outside, show_in_folder
from msp_desktop.ui.shell.alone import AlonePage
from msp_desktop.ui.theme import theme
from msp_desktop.ui.widgets.banner import Banner
from msp_desktop.ui.widgets.empty_page import EmptyPage
from msp_desktop.ui.widgets.labels import Label
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled

#: Milliseconds after the last key before communes are looked for.
_PAUSE = 150
#: From this width on the panel is wide; under the other it stands below the table, in pixels at 100 %.
_WIDE, _BESIDE = 1180, 820
#: Qt's own « no limit » of a width.
_ANY = 16_777_215
#: Communes named of those that a file brought something new of.
_NAMED = 3


class FederationPage(AlonePage):
    """Show a federation's base: `reads` asks it, `acts` changes it, both in threads.

    `said(sentence, can be taken back)` is for the status line, `refused(sentence)` for a box, `named` says that the title has changed. The
    others are wishes: `request_back`, `request_files`, `request_write(insee)`, `request_print(insee)`,
    `request_export(kind, view)`, `request_name(view)` for a name to keep a view under, `request_other` for another base,
    `request_basin(datas)` for communes to join, `request_stay` to go on where the base lies, a synchronised folder.
    """

    help_page = "federation"
    said = Signal(str, bool)
    refused = Signal(str)
    named = Signal()
    request_back = Signal()
    request_files = Signal()
    request_folder = Signal()
    request_write = Signal(str)
    request_print = Signal(str)
    request_export = Signal(str, object)
    request_name = Signal(object)
    request_other = Signal()
    request_basin = Signal(object)
    request_stay = Signal()

    def __init__(
        self,
        hub: Hub,
        clock: Callable[[], datetime],
        view: View | None = None,
        parent: QWidget | None = None,
        *,
        stays: bool = False,
    ) -> None:
        super().__init__(parent)
        self.hub = hub
        self.reads, self.acts = Readings(hub, self), Acts(hub, self)
        self._clock = clock
        #: The kind of files that the band leads to, "" where it says something else.
        self._leads_to = ""
        #: Whether it was answered that the base stays where it lies.
        self._stays = stays
        #: What was written last, which the band leads to.
        self._written = Path()
        self._seen: Seen | None = None
        self._rows: dict[str, CommuneRow] = {}
        self._name = _("Federation")
        self._head, self._tabs = FederationHead(), FederationTabs()
        self._banner, self._placed, self._band = Banner(), Banner(), AddingBand()
        self._done = Banner(done=True)
        self._communes = CommunesPage(self._today, view or View())
        self._week, self._totals, self._files = WeekPage(), TotalsPage(), FilesPage(self._today)
        self._empty = EmptyPage(
            "people",
            _("Federation"),
            _(
                "Add the files received from the communes: their documents (PDF), their dossiers, the e-mails they came in, "
                "zips, whole folders. They may be dropped here."
            ),
            _("Add files received"),
            _("Add a whole folder…"),
            _("Open another base…"),
        )
        self._reading = Label(_("Reading the communes…"), tone="soft")
        self._stack = QStackedWidget()
        self._waiting = holder(column(self._reading, -1))
        for one in (
            self._waiting,
            self._empty,
            self._communes,
            self._week,
            self._totals,
            self._files,
        ):
            self._stack.addWidget(one)
        self._pages: dict[str, QWidget] = dict(
            zip([tab[0] for tab in TABS], (self._communes, self._week, self._totals, self._files), strict=True)
        )
        self._side = FederationSide()
        self._body = row(spacing=0)
        self._build()
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wire()
        self._tabs.field.setText((view or View()).chosen.words)
        self._typed.stop()
        self._show()
        self.look()

    # --- what the window asks -------------------------------------------------------------------------

    @override
    def title(self) -> str:
        count = self._seen.every.communes if self._seen is not None else 0
        words = ngettext("{name} – {count} commune", "{name} – {count} communes", count)
        return words.format(name=self._name, count=count) if count else self._name

    @override
    def corner(self) -> str:
        words = _("Figures without people's names")
        place = self._seen.place if self._seen is not None else None
        if place is None:
            return words
        mark = _("Base {place}").format(place=place.words)
        return f"{mark} · {words}"

    @override
    def step_tab(self, by: int) -> None:
        if self._tabs.isEnabled():
            self._tabs.step(by)

    @override
    def panes(self) -> Sequence[QWidget]:
        return (self._head, self._tabs, self._placed, self._banner, self._done, self._band, self._stack, self._side)

    @override
    def takes_files(self) -> bool:
        return self._band.adding() is None

    @override
    def take_files(self, paths: Sequence[Path]) -> None:
        if not paths or self._band.adding() is not None:
            return
        try:
            self._band.follow(self.hub.add(paths, self._clock().astimezone()))
        except UserError as error:
            self.refused.emit(error.sentence)

    @override
    def leave(self) -> None:
        self._band.stop()
        self.hub.close()

    @override
    def busy_words(self) -> str:
        return _("Files are being added.") if self._band.adding() is not None else ""

    def view(self) -> View:
        """Return how the communes are looked at."""
        return self._communes.view()

    def tab(self) -> str:
        """Return the key of the tab in view."""
        return self._tabs.current()

    def seen(self) -> Seen | None:
        """Return what is shown of the base, None before it is read."""
        return self._seen

    def focus_first(self) -> None:
        """Put the keyboard where one begins."""
        shown = self._stack.currentWidget()
        target: dict[QWidget | None, QWidget] = {
            self._communes: self._communes.table,
            self._week: self._week.list,
            self._files: self._files.table,
        }
        (self._empty.button if shown is self._empty else target.get(shown, self._tabs)).setFocus()

    def show_tab(self, key: str) -> None:
        """Show a tab."""
        self._tabs.go(key)

    def show_files(self, kind: str, *, doubt: bool = False) -> None:
        """Show the files received of one kind; with `doubt`, choose the first that is to be checked."""
        self._tabs.go("files")
        self._files.show_kind(kind, doubt=doubt)

    def show_view(self, view: View) -> None:
        """Look at the communes in another way."""
        self._tabs.field.blockSignals(True)
        self._tabs.field.setText(view.chosen.words)
        self._tabs.field.blockSignals(False)
        self._communes.show_view(view)

    # --- reading --------------------------------------------------------------------------------------

    def look(self) -> None:
        """Read the communes again, as they are looked at; what is asked meanwhile takes its place."""
        self.reads.look(self.view(), self._today())

    def look_again(self) -> None:
        """Read all of it again: files were added, or something decided."""
        self.look()
        self._look_at_rest()
        self._read_story()

    def _look_at_rest(self) -> None:
        self.reads.look_at(self._tabs.current(), self.view().chosen, self._today())

    def _read_story(self) -> None:
        insee = self._communes.table.chosen_id()
        if insee is not None:
            self.reads.look_back(insee)

    def _on_seen(self, seen: Seen) -> None:
        if not self._leads_to:
            self._banner.say("")
        self._seen, self._rows = seen, {row.id: row for row in seen.rows}
        self._name, region = federation_words(seen.federation)
        self._head.show_federation(self._name, region, seen.every)
        self._tabs.show_count(seen.every.communes)
        self._communes.show_seen(seen)
        self._side.show_phases(seen.chosen, self._today())
        if seen.place is not None and not self._stays:
            self._placed.say(place_doubt(seen.place), _("Go on here"), _("Open another base…"))
        self._show()
        self.named.emit()

    def _on_chosen(self, insee: object) -> None:
        row = self._rows.get(str(insee))
        self._side.show_line(row.line if row is not None else None, self._today())
        self._read_story()

    def _on_story(self, insee: str, story: tuple[Version, ...]) -> None:
        if self._communes.table.chosen_id() == insee:
            self._side.show_story(story, self._today())

    def _tell(self, problem: object) -> None:
        """Say why the base gave nothing, with what can be done."""
        self._reading.setText("")
        self._leads_to = ""
        sentence = problem.sentence if isinstance(problem, UserError) else ""
        self._banner.say(
            sentence or _("The base could not be read: it is said in the report of faults."),
            _("Try again"),
            _("Open another base…"),
        )

    # --- adding ---------------------------------------------------------------------------------------

    def _on_added(self, adding: Adding) -> None:
        outcome = adding.results
        self.acts.note_added(adding.addition if outcome.taken else "")
        self.said.emit(added_words(outcome), bool(outcome.taken))
        if adding.problem:
            self.refused.emit(adding.problem)
        waiting = [one for one in outcome.refused if one.why is not None]
        doubtful = sum(bool(one.doubt) for one in outcome.taken)
        said = []
        if waiting:
            words = ngettext("{count} file was not taken.", "{count} files were not taken.", len(waiting))
            said.append(words.format(count=len(waiting)))
        if doubtful:
            words = ngettext("{count} file is to be checked.", "{count} files are to be checked.", doubtful)
            said.append(words.format(count=doubtful))
        self._done.say("")
        self._banner.say(" ".join(said), _("See why") if said else "")
        self._leads_to = ("all" if doubtful else "refused") if said else ""
        self.look_again()

    def _on_banner(self) -> None:
        if self._leads_to:
            kind, self._leads_to = self._leads_to, ""
            self._banner.say("")
            self.show_files(kind, doubt=kind == "all")
        else:
            self.look_again()

    def _stay(self) -> None:
        self._stays = True
        self._placed.say("")
        self.request_stay.emit()

    @override
    def undo(self) -> None:
        self.acts.take_back()

    # --- inside ---------------------------------------------------------------------------------------

    def _today(self) -> date:
        return self._clock().date()

    def _build(self) -> None:
        top = QWidget()
        top.setObjectName("top_frame")
        top.setLayout(column(self._head, self._tabs, margins=(0, 0, 0, 1), spacing=0))
        self._left = column(self._placed, self._banner, self._done, self._band, self._stack, spacing=8)
        self._pane = scrolled(holder(self._left, "scrolled"), _("Page"))
        self._body.addWidget(self._pane, 1)
        self._body.addWidget(self._side)
        whole = column(top, spacing=0)
        whole.addLayout(self._body, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self._wire_base()
        self._head.request_back.connect(self.request_back)
        self._head.request_unnamed.connect(lambda: self._filter(Chosen(referent="none")))
        self._head.request_watched.connect(lambda: self._filter(Chosen(with_vigilance=True)))
        self._tabs.chosen.connect(self._on_tab)
        self._tabs.typed.connect(lambda _words: self._typed.start())
        self._typed.timeout.connect(self._on_typed)
        self._empty.request_start.connect(self.request_files)
        self._empty.request_other.connect(lambda at: (self.request_folder, self.request_other)[at].emit())
        self._communes.request_view.connect(lambda _view: self.look())
        self._communes.chosen.connect(self._on_chosen)
        self._communes.request_add.connect(self.request_files)
        self._communes.request_export.connect(lambda kind: self.request_export.emit(kind, self.view()))
        self._communes.request_keep.connect(self.request_name)
        self._communes.request_drop.connect(self._drop_view)
        self._communes.request_basin.connect(self.reads.gather)
        self._communes.request_open.connect(lambda _insee: self._side.setFocus())
        self._week.request_commune.connect(self._go_to)
        self._totals.request_export.connect(lambda kind: self.request_export.emit(kind, self.view()))
        self._files.request_add.connect(self.request_files)
        self._files.request_accept.connect(lambda one: self.acts.decide(one, right=True))
        self._files.request_dismiss.connect(lambda one: self.acts.decide(one, right=False))
        self._side.request_write.connect(self.request_write)
        self._side.request_print.connect(self.request_print)
        self._band.ended.connect(self._on_added)
        self._banner.request_action.connect(self._on_banner)
        self._banner.request_other.connect(self.request_other)
        self._done.request_action.connect(self._on_open)
        self._done.request_other.connect(lambda: show_in_folder(self._written))
        self._placed.request_action.connect(self._stay)
        self._placed.request_other.connect(self.request_other)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self).activated.connect(self._find)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self).activated.connect(self.look_again)
        for at, (key, _words, _glyph) in enumerate(TABS):
            for keys in (f"Ctrl+{at + 1}", "Ctrl+" + "&é\"'"[at]):
                QShortcut(QKeySequence(keys), self).activated.connect(lambda key=key: self._tabs.go(key))

    def _wire_base(self) -> None:
        self.reads.seen.connect(self._on_seen)
        self.reads.totals.connect(lambda all_, filtered: self._totals.show_totals(all_, filtered=filtered))
        self.reads.week.connect(self._week.show_rows)
        self.reads.receipts.connect(self._files.show_receipts)
        self.reads.story.connect(self._on_story)
        self.reads.datas.connect(self.request_basin)
        self.reads.failed.connect(self._tell)
        self.acts.done.connect(self.said)
        self.acts.refused.connect(self.refused)
        self.acts.changed.connect(lambda all_: self.look_again() if all_ else self.look())
        self.acts.kept.connect(self.show_view)
        self.acts.written.connect(self._on_written)

    def _on_tab(self, key: str) -> None:
        self._done.say("")
        if key == "files" and self._leads_to:
            self._leads_to = ""
            self._banner.say("")
        self._show()
        if key == "communes" and self._seen is not None:
            self.look()  # others may have added files meanwhile
        self._look_at_rest()
        self.focus_first()

    def _show(self) -> None:
        """Show the tab in view, or what an empty base asks for."""
        empty = self._seen is not None and not self._seen.every.communes and self._tabs.current() != "files"
        page = self._empty if empty else self._pages[self._tabs.current()]
        self._stack.setCurrentWidget(page if self._seen is not None else self._waiting)
        self._tabs.field.setVisible(not empty)
        beside = self._tabs.current() == "communes" and not empty and self._seen is not None
        self._side.setVisible(beside)
        self._fit()

    def _filter(self, chosen: Chosen) -> None:
        self._tabs.go("communes")
        self.show_view(replace(self.view(), name="", chosen=chosen))

    def _on_typed(self) -> None:
        words = one_line(self._tabs.field.text()).strip()
        if words != self.view().chosen.words:
            self._tabs.go("communes")
            self._communes.change(words=words)

    def _find(self) -> None:
        self._tabs.field.setFocus()
        self._tabs.field.selectAll()

    def _go_to(self, insee: str) -> None:
        """Show a commune of the week in the table, whatever is filtered."""
        self._tabs.go("communes")
        if insee in self._rows:
            self._communes.table.select(insee)
        else:
            self.show_view(View(order=self.view().order, chosen=Chosen(words=insee)))

    def _drop_view(self, name: str) -> None:
        views = self._seen.views if self._seen is not None else ()
        for view in views:
            if view.name == name:
                self.acts.drop_view(view)
        self.show_view(replace(self.view(), name=""))

    def write(self, view: View, path: Path) -> None:
        """Write the table or the summary of a view, then lead to it."""
        self.acts.write(view, path, self._clock())

    def _on_written(self, written: Path) -> None:
        self._written = written
        self._done.say(_("Written: {path}").format(path=written), _("Open"), _("Show in its folder"))

    def _on_open(self) -> None:
        if not open_outside(self._written):
            show_in_folder(self._written)

    def _fit(self) -> None:
        """Give the panel its place: wide or narrow beside the table, or under it, as high as the pane that scrolls both."""
        now, width = theme(), self.width()
        beside = width >= now.px(_BESIDE)
        place = self._body if beside else self._left
        if place.indexOf(self._side) < 0:
            place.addWidget(self._side)
        self._left.setContentsMargins(24, 14, 16 if beside and not self._side.isHidden() else 24, 14)
        if beside:
            self._side.setFixedWidth(now.px(WIDTH if width >= now.px(_WIDE) else NARROW))
            self._side.setMinimumHeight(0)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(_ANY)
            self._side.setMinimumHeight(self._pane.height() * 9 // 10)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def added_words(outcome: Outcome) -> str:
    """Return « Trois fichiers ajoutés : Saint-Exemple, Villers-Exemple… »; what was there already is said where nothing is new."""
    taken, count = outcome.taken, len(outcome.taken)
    if taken:
        names = list(dict.fromkeys(one.commune for one in taken if one.commune))
        named = ", ".join(names[:_NAMED]) + ("…" if len(names) > _NAMED else "")
        words = ngettext("{count} file added: {names}", "{count} files added: {names}", count)
        return words.format(count=count, names=named)
    if outcome.unchanged:
        words = ngettext("{count} file was already there", "{count} files were already there", len(outcome.unchanged))
        return words.format(count=len(outcome.unchanged))
    return _("No file was added")
