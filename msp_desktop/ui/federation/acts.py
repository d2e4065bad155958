"""What is done to a federation's base from its page, each act in a thread of its own, and taken back where that can be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from msp_desktop.domain.federated.communes import View
from msp_desktop.domain.federated.files import Receipt
from msp_desktop.errors import UserError
from msp_desktop.i18n import _
from msp_desktop.ui.federation.seen import Hub
from msp_desktop.ui.shell.work import Work


class Acts(QObject):
    """`done(sentence, can be taken back)` once it is; `refused(sentence)` where it is not; `changed(all of it)` when to read again.

    `kept(view)` and `written(path)` lead to what was made.
    """

    done = Signal(str, bool)
    refused = Signal(str)
    changed = Signal(bool)
    kept = Signal(object)
    written = Signal(object)

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = hub
        #: What takes back what was done last and returns its sentence, "" where there was nothing anymore.
        self._back: Callable[[], str] | None = None
        #: Whether what is taken back changes all that is shown.
        self._back_changes_all = True

    def note_added(self, addition: str) -> None:
        """Have « Annuler » take back files added together, nothing where they brought nothing new."""
        words = _("The files added last are taken back")
        self._back = (lambda: words if self._hub.undo(addition) else "") if addition else None
        self._back_changes_all = True

    def take_back(self) -> None:
        """Take back what was done last."""
        back, self._back = self._back, None
        nothing = _("Nothing is taken back: the files added last brought nothing new, or are not there anymore")
        if back is None:
            self.done.emit(nothing, False)
        else:
            self._do(lambda: back() or nothing, lambda words: self._end(words, all_=self._back_changes_all))

    def decide(self, receipt: Receipt, *, right: bool) -> None:
        """Take a second dossier as the right one, or keep the one there is."""
        name = receipt.commune or receipt.name
        words = _("{name}: the new dossier is the right one") if right else _("{name}: the old dossier stays")
        act = self._hub.accept if right else self._hub.dismiss

        def decided() -> str:
            act(receipt)
            return words.format(name=name)

        self._do(decided, lambda said: self._end(said, all_=True))

    def keep_view(self, view: View) -> None:
        """Keep a view under its name."""

        def kept(view: View) -> None:
            self.done.emit(_("The view « {name} » is kept").format(name=view.name), False)
            self.kept.emit(view)

        self._do(lambda: self._hub.keep_view(view), kept)

    def drop_view(self, view: View) -> None:
        """Forget a view; « Annuler » brings it back."""
        words = _("The view « {name} » is forgotten").format(name=view.name)
        again = _("The view « {name} » is back").format(name=view.name)

        def dropped(said: str) -> None:
            self._back = lambda: (self._hub.keep_view(view), again)[1]
            self._back_changes_all = False
            self._end(said, all_=False, can_undo=True)

        def drop() -> str:
            self._hub.drop_view(view.name)
            return words

        self._do(drop, dropped)

    def write(self, view: View, path: Path, now: datetime) -> None:
        """Write the table or the summary of a view."""
        self._do(lambda: self._hub.export(view, path, now), self.written.emit)

    def _do(self, act: Callable[[], object], then: Callable[..., None]) -> None:
        work = Work(act, self)
        work.ended.connect(lambda value: self._on_ended(value, then))
        work.start()

    def _on_ended(self, value: object, then: Callable[..., None]) -> None:
        """Go on, or say why it is not done: a fault of ours is in the report, and is not passed over in silence."""
        if isinstance(value, UserError):
            self.refused.emit(value.sentence)
        elif value is None:
            self.refused.emit(_("That could not be done: it is said in the report of faults."))
        else:
            then(value)

    def _end(self, words: str, *, all_: bool, can_undo: bool = False) -> None:
        self.done.emit(words, can_undo)
        self.changed.emit(all_)
