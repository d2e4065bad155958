"""What the tabs are given: the open dossier, one way to act on it, and word of what changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from msp_desktop.db.changes import ChangeSet
from msp_desktop.db.damage import DamagedError
from msp_desktop.db.faults import READ_ONLY
from msp_desktop.db.reader import Reader, RecordGoneError
from msp_desktop.db.store import Store
from msp_desktop.domain.carried.leaves import Leaves
from msp_desktop.domain.commune import Commune
from msp_desktop.domain.typed import not_a_date
from msp_desktop.errors import UserError
from msp_desktop.formats.hours import clock
from msp_desktop.formats.typed import Toward, parse_date, parse_whole
from msp_desktop.i18n import _
from msp_desktop.services.kept_words import file_for
from msp_desktop.ui.drafts import Drafts
from msp_desktop.ui.kept_words import KeptWords

T = TypeVar("T")


class Workspace(QObject):
    """Run services on the dossier for the window.

    `changed(records)` tells, after each commit, undo or redo, the set of record classes touched (empty set:
    everything). `said(sentence, can_undo)` is for the status line. `refused(sentence)` shows a UserError once.
    `stepped(change set)` tells before it which rows that were, as they were and as they are.
    `drafts` holds what is typed and not written yet. `request_tab(key, target)` wishes for another
    tab, `target` being what to show there (or None). `request_papers(keys, meeting_id)` wishes to see documents of one
    tab, `request_scoped(key, scope)` one of a period, `request_send(key, meeting_id)` to send one, `request_calendar(meeting_id)` to keep a meeting's date.
    `request_form(name, action_id)` wishes for a small entry form. `request_exchange(begin)` wishes to note an exchange, or to
    show one again (`domain.journal.Begin`); `exchange_shown(id or None, open)` tells which one the panel shows.
    `request_write(person_id)` wishes to write to somebody, `request_produced(id)` to see the documents produced, one of them
    where its id is given. `damaged` tells that the file turned out damaged.
    """

    changed = Signal(object)
    stepped = Signal(object)
    said = Signal(str, bool)
    refused = Signal(str)
    history_changed = Signal()
    request_tab = Signal(str, object)
    request_papers = Signal(object, object)
    request_scoped = Signal(str, object)
    request_send = Signal(str, object)
    request_calendar = Signal(object)
    request_sample = Signal(str)
    request_form = Signal(str, object)
    request_exchange = Signal(object)
    exchange_shown = Signal(object, bool)
    request_write = Signal(int)
    request_produced = Signal(object)
    damaged = Signal()
    matches_changed = Signal()

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        language: str = "fr",
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.language = language
        self._clock = clock
        self.drafts = Drafts(self)
        #: What columns of files were taken for, as this computer remembers it; `matches_changed` has it kept.
        self.matches: dict[str, list[str]] = {}
        #: What was let out of the data that papers carry, the last time it was chosen, but for names.
        self.leaves = Leaves()
        self.drafts.locked = store.read_only
        #: What is typed and has no record yet, safe from the end of the program.
        self.kept = KeptWords(file_for(store.reader.one(Commune, 1).uid, store.path), store.path, self)
        self.drafts.kept = self.kept
        self.drafts.came_back.connect(self._say_back)
        self.drafts.refused.connect(self.refused)
        self.drafts.noted.connect(lambda sentence: self.said.emit(sentence, False))
        self.drafts.parted.connect(store.history.part)
        self.drafts.put_back_in.connect(self._say_put_back)
        #: Where True, what changes is a step taken back or done again.
        self.replaying = False
        store.subscribe(self._on_change)

    @property
    def reader(self) -> Reader:
        """Return the way to read the dossier."""
        return self.store.reader

    @property
    def read_only(self) -> bool:
        """Tell whether the dossier can only be read."""
        return self.store.read_only

    @property
    def locked_because(self) -> str:
        """Return the sentence that says why the dossier can only be read, "" where it can be written."""
        return (self.store.read_only_because or _(READ_ONLY)) if self.store.read_only else ""

    def today(self) -> date:
        """Return the day it is for this run."""
        return self._clock().date()

    def now(self) -> datetime:
        """Return the time it is for this run."""
        return self._clock()

    def attempt(self, service: Callable[..., T], *args: Any, **kwargs: Any) -> T | None:
        """Run a service on the dossier; a UserError is shown once and None returned.

        What was still being typed of a record deleted meanwhile goes with it, without a word.
        """
        try:
            return service(self.store, *args, **kwargs)
        except DamagedError:
            self.damaged.emit()
            return None
        except UserError as error:
            self.refuse(error.sentence)
            return None
        except RecordGoneError:
            return None

    def act(self, service: Callable[..., T], *args: Any, **kwargs: Any) -> T | None:
        """Write what is typed anywhere, then run a service on the dossier as `attempt` does."""
        self.flush()
        return self.attempt(service, *args, **kwargs)

    def attempted(self, service: Callable[..., object], *args: Any, **kwargs: Any) -> bool:
        """Run a service on the dossier as `attempt` does; tell whether it was done, whatever it returns."""

        def done(store: Store) -> bool:
            service(store, *args, **kwargs)
            return True

        return bool(self.attempt(done))

    def move_to(self, store: Store) -> None:
        """Go on in a copy of the dossier: what waits is written there, what was done can still be undone."""
        store.history = self.store.history
        self.store = store
        self.drafts.locked = store.read_only
        store.subscribe(self._on_change)
        self.kept.move_to(store.path)

    def refuse(self, sentence: str, *, understood: bool = True) -> None:
        """Say once why something could not be done; of words being written, they wait and their form says it."""
        if self.drafts.take(sentence, understood=understood):
            return
        if sentence == self.locked_because:
            self.said.emit(sentence, False)  # the band says it already, and no box for each click
        else:
            self.refused.emit(sentence)

    def flush(self, *, said: bool = True, ending: bool = True) -> bool:
        """Write at once what is typed anywhere; tell whether all of it is on the disk, and once why not where `said`.

        Not `ending`, it leaves the words of something new to whoever is typing them.
        """
        return self.drafts.flush(said=said, ending=ending)

    def with_email(self, text: str, act: Callable[[str], object]) -> None:
        """Act with the addresses typed in a cell; say which are none where they are not understood."""
        from msp_desktop.formats.emails import read_emails, wrong_sentence  # not before the first paint

        found = read_emails(text)
        if found.wrong:
            self.refuse(wrong_sentence(found), understood=False)
            return
        act(found.kept)

    def with_date(self, text: str, act: Callable[[date | None], object], toward: Toward = Toward.AHEAD) -> None:
        """Act with the date typed in a cell, None where it is empty; say so where it is not understood.

        `toward` is where the year is looked for when it is not typed.
        """
        try:
            day = parse_date(text, self.today(), toward)
        except ValueError as error:
            self.refuse(not_a_date(error), understood=False)
            return
        act(day)

    def with_whole(self, text: str, act: Callable[[int | None], object], most: int) -> None:
        """Act with the whole number typed in a cell, None where it is empty; say so where it is not understood."""
        from msp_desktop.formats.numbers import number  # not before the first paint

        try:
            value = parse_whole(text)
        except ValueError:
            value = -1
        if value is not None and not 0 <= value <= most:
            sentence = _("Write a whole number from {least} to {most}.").format(least=number(0), most=number(most))
            self.refuse(sentence, understood=False)
            return
        act(value)

    def end_of_history(self) -> str | None:
        """Return why nothing more can be undone, where the oldest steps are no longer kept; else None."""
        history = self.store.history
        if history.cut is None or history.undo_label() is not None:
            return None
        began = self._clock() - timedelta(seconds=time.monotonic() - history.cut)
        return _("There is no going back further: the steps before {time} are no longer kept").format(
            time=clock(began.time())
        )

    def undo(self) -> None:
        """Take back the last step, after writing what is typed.

        Words that are not understood are the first step: given up where the keyboard is. Behind them elsewhere, and behind
        those that the disk refuses, which nothing would bring back, nothing is undone.
        """
        self.flush(ending=False)
        stuck = self.drafts.stuck()
        end = self.end_of_history()
        if not stuck and end is not None:
            self.said.emit(end, False)
            return
        if not stuck:
            self._replay(self.store.history.undo_label, self.store.undo, _("Taken back: {step}"))
            return
        key = self.drafts.with_keyboard()
        draft = stuck.get(key) if key is not None else None
        if key is None or draft is None or draft.refused:
            fields = ", ".join(dict.fromkeys(draft.label for draft in stuck.values()))
            self.said.emit(_("Nothing is undone while this waits: {fields}").format(fields=fields), False)
            return
        self.drafts.give_up(key)
        self.said.emit(_("Taken back: {step}").format(step=draft.label), False)

    def redo(self) -> None:
        """Do the last undone step again, after writing what is typed."""
        self.flush(ending=False)
        self._replay(self.store.history.redo_label, self.store.redo, _("Done again: {step}"))

    def _replay(self, label: Callable[[], str | None], replay: Callable[[], str], sentence: str) -> None:
        if label() is None:
            return
        self.replaying = True
        try:
            self.said.emit(sentence.format(step=replay()), False)
        except UserError as error:
            self.refused.emit(error.sentence)
            self.history_changed.emit()
        finally:
            self.replaying = False

    def _say_put_back(self, label: str) -> None:
        self.said.emit(_("As it was before: {field}. « Undo » brings back what was typed.").format(field=label), True)

    def _say_back(self, label: str) -> None:
        self.said.emit(_("What you had typed last time is here again: {field}").format(field=label), False)

    def _on_change(self, change: ChangeSet) -> None:
        self.stepped.emit(change)
        self.changed.emit(change.records())
        self.history_changed.emit()
        self.said.emit(change.label, bool(self.store.history.undo_label()))


def touches(records: frozenset[type[Any]], *kinds: type[Any]) -> bool:
    """Tell whether a change concerns any of these records; an empty change concerns all."""
    return not records or bool(records & frozenset(kinds))
