"""The panel at the right: how many communes are in each phase, and the story of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from msp_desktop.domain.carried.data import Milestone
from msp_desktop.domain.federated.changes import points
from msp_desktop.domain.federated.communes import CommuneLine, Version
from msp_desktop.domain.federated.totals import Counts
from msp_desktop.formats.numbers import number
from msp_desktop.formats.quick import day_date, short_near_date, tight_date
from msp_desktop.i18n import _, language, ngettext
from msp_desktop.ui.federation.phases import PhaseBars
from msp_desktop.ui.federation.words import (
    STATES,
    change_words,
    department_words,
    phase_words,
    referent_words,
    step_words,
    vigilance_words,
)
from msp_desktop.ui.heard import decoration, group
from msp_desktop.ui.theme import theme
from msp_desktop.ui.theme.icons import pixmap
from msp_desktop.ui.theme.theme import theme_changes
from msp_desktop.ui.widgets.buttons import PlainButton
from msp_desktop.ui.widgets.foot import foot
from msp_desktop.ui.widgets.keyed_rows import KeyedRows
from msp_desktop.ui.widgets.labels import Label, divider, title
from msp_desktop.ui.widgets.layouts import column, holder, row, scrolled, settle_pane

#: Its width, and where there is little room; how many of a commune's versions are told.
WIDTH, NARROW, _VERSIONS = 344, 292, 12
#: The room of a day in a line of the story, in pixels at 100 %.
_DAY = 78


class _Told(Struct, frozen=True):
    """A line of the story: a day in words, an icon with its tone, and what happened."""

    key: str
    day: str
    glyph: str
    tone: str
    words: str


class _StoryLine(QWidget):
    """A day, an icon, words that fold."""

    def __init__(self) -> None:
        super().__init__()
        self._day = Label("", tone="soft")
        self._icon = decoration(QLabel())
        self._words = Label("", wrap=True)
        self._told: _Told | None = None
        box = row(self._day, self._icon, self._words, spacing=8)
        for widget in (self._day, self._icon, self._words):
            box.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        box.setAlignment(self._words, Qt.AlignmentFlag(0))
        box.setStretch(2, 1)
        self.setLayout(box)
        theme_changes().changed.connect(self._dress)

    def show_told(self, told: _Told) -> None:
        """Show a line of the story."""
        self._told = told
        self._day.setText(told.day)
        self._words.setText(told.words)
        self._dress()

    def _dress(self) -> None:
        self._day.setFixedWidth(theme().px(_DAY))
        if self._told is not None:
            self._icon.setPixmap(pixmap(self._told.glyph, self._told.tone, 16))


class FederationSide(QWidget):
    """Emit `request_write(insee)` to answer a commune, `request_print(insee)` for its page."""

    request_write = Signal(str)
    request_print = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line: CommuneLine | None = None
        #: Whether there is a commune to choose.
        self._some = False
        self._finding, self._under = title("", wrap=True), Label("", tone="soft", wrap=True)
        self._bars = PhaseBars()
        self._name, self._where = title("", wrap=True), Label("", tone="soft", wrap=True)
        self._watched = Label("", chip="late")
        self._points = Label("", wrap=True, tone="late")
        self._facts = Label("", tone="soft", wrap=True)
        self._steps: KeyedRows[_Told, _StoryLine] = _story()
        self._sent_title = Label(_("What it sent"), bold=True)
        self._sent: KeyedRows[_Told, _StoryLine] = _story()
        self._write = PlainButton(_("Write"), "mail")
        self._print = PlainButton(_("Summary as PDF…"), "download")
        for button, signal in ((self._write, self.request_write), (self._print, self.request_print)):
            button.clicked.connect(partial(self._on_button, signal))
        self._buttons = holder(foot(beside=(self._write, self._print)))
        self._none = Label(_("Choose a commune in the table: its story is read here."), tone="soft", wrap=True)
        self._story_box = group(
            holder(
                column(
                    column(self._name, self._where, spacing=2), row(self._watched, -1), self._points, self._facts, self._steps,
                    self._buttons, self._sent_title, self._sent, spacing=10,
                ),
                "scrolled",
            ),
            _("The commune chosen"),
        )  # fmt: skip
        around = column(
            column(self._finding, self._under, spacing=4), self._bars, divider(), self._none, self._story_box, -1,
            margins=(24, 16, 16, 16), spacing=12,
        )  # fmt: skip
        self._pane = scrolled(holder(around, "scrolled"), _("Phases and story"))
        self.setLayout(column(self._pane, margins=(1, 0, 0, 0)))
        self.show_line(None, date.min)

    def _on_button(self, signal: SignalInstance, _checked: bool = False) -> None:
        if self._line is not None:
            signal.emit(self._line.insee)

    def show_phases(self, chosen: Counts, today: date) -> None:
        """Show how many of the communes shown are in each phase."""
        self._some = bool(chosen.communes)
        counts = tuple(one for one in chosen.phases if one[0] != "after" or one[1])
        phase, most = max(counts, key=lambda one: one[1], default=("before", 0))
        words = ngettext("{count} commune: {phase}", "{count} communes: {phase}", most)
        if phase in ("1", "2", "3"):
            words = ngettext("{count} commune in {phase}", "{count} communes in {phase}", most)
        finding = words.format(count=most, phase=phase_words(phase)) if most else _("No commune")
        self._finding.setText(finding)
        under = ngettext("{count} commune, on {day}", "{count} communes, on {day}", chosen.communes)
        self._under.setText(under.format(count=chosen.communes, day=day_date(today, language())))
        self._bars.show_phases(finding, counts)
        self._show_none()

    def _show_none(self) -> None:
        """Say what to do where no commune is chosen of those there are."""
        self._none.setVisible(self._line is None and self._some)

    def show_line(self, line: CommuneLine | None, today: date) -> None:
        """Show the commune chosen; what it sent is shown once it is read."""
        self._story_box.setVisible(line is not None)
        if line is None:
            self._line = None
            self._show_none()
            return
        if self._line is None or self._line.insee != line.insee:
            self._steps.show_values(())
            self._sent.show_values(())
            self._sent_title.hide()
        self._line = line
        self._show_none()
        self._name.setText(line.name)
        people = number(line.population) if line.population is not None else ""
        where = [department_words(line.department), _("{count} inhab.").format(count=people) if people else ""]
        self._where.setText(", ".join(filter(None, where)))
        count = len(line.vigilances)
        self._watched.setText(ngettext("{count} point to watch", "{count} points to watch", count).format(count=count))
        self._watched.setVisible(bool(count))
        self._points.setText("\n".join(map(vigilance_words, line.vigilances)))
        self._points.setVisible(bool(count))
        self._facts.setText(_facts(line, today))
        settle_pane(self._pane)
        self._write.setAccessibleName(_("Write: {commune}").format(commune=line.name))
        self._print.setAccessibleName(_("Print what is known: {commune}").format(commune=line.name))

    def show_story(self, versions: Sequence[Version], today: date) -> None:
        """Show the dated steps of the newest version, and when each version was made."""
        newest = versions[0].data if versions else None
        steps = sorted(newest.milestones, key=lambda one: one.day) if newest is not None else ()
        self._steps.show_values([_step(step, today) for step in steps])
        told = [_version(at, versions, today) for at in range(min(len(versions), _VERSIONS))]
        self._sent.show_values(told)
        self._sent_title.setVisible(bool(told))
        settle_pane(self._pane)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(NARROW), super().minimumSizeHint().height())


def _story() -> KeyedRows[_Told, _StoryLine]:
    return KeyedRows(
        lambda told: told.key,
        lambda _told: _StoryLine(),
        lambda line, told: line.show_told(told),
        spacing=6,
        reuse=True,
    )


def _facts(line: CommuneLine, today: date) -> str:
    """Return what of the line the table may have no room for."""
    contact = _("Not in touch with the federation yet")
    if line.contacted_on is not None:
        contact = _("In touch since {day}").format(day=short_near_date(line.contacted_on, today, language()))
    elif line.contacted:
        contact = _("In touch with the federation")
    late = (
        ngettext("{count} action late", "{count} actions late", line.late).format(count=line.late) if line.late else ""
    )
    leaving = ngettext("{count} leaving within five years", "{count} leaving within five years", line.leaving)
    facts = [
        _("référent: {state}").format(state=referent_words(line.referent)),
        _done(line.done, line.total),
        late,
        leaving.format(count=line.leaving),
        contact,
    ]
    return "\n".join(filter(None, facts))


def _done(done: int, total: int) -> str:
    words = ngettext("{done} action of {total} done", "{done} actions of {total} done", done)
    return words.format(done=done, total=total)


def _step(step: Milestone, today: date) -> _Told:
    glyph, tone = STATES[step.state]
    day = tight_date(step.day, today, language())
    return _Told(f"{step.code}{step.day}{step.text}", day, glyph, tone, step_words(step))


def _version(at: int, versions: Sequence[Version], today: date) -> _Told:
    """Return a version as a line: its day, how far the commune was, and what changed since the version before it."""
    version = versions[at]
    changes = points((versions[at + 1], version)) if at + 1 < len(versions) else ()
    done, total = sum(one.done for one in version.data.phases), sum(one.total for one in version.data.phases)
    words = _done(done, total)
    day = tight_date(version.made_at.astimezone().date(), today, language())
    said = [words, *filter(None, map(change_words, changes))]
    return _Told(version.content, day, "document", "ink2", "\n".join(said))
