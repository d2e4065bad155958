"""What a federation's page reads of its base, each question in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Signal

from msp_desktop.domain.federated.communes import Chosen, Order, View
from msp_desktop.domain.federated.totals import Totals
from msp_desktop.ui.federation.seen import Hub, Seen
from msp_desktop.ui.federation.week_page import week_rows
from msp_desktop.ui.shell.work import Work

#: The lines the week is made of: all of them, whatever is filtered.
_EVERY = View(order=Order.NAME, descending=False)


class Readings(QObject):
    """Emit what was asked for once it is read: `seen(Seen)`, `totals(Totals, whether filtered)`, `week(rows, day)`, `receipts(tuple)`, `story(insee, versions)`, `datas(tuple)`.

    `failed(problem)` where it could not be read: a UserError, or None where it broke.
    """

    seen = Signal(object)
    totals = Signal(object, bool)
    week = Signal(object, object)
    receipts = Signal(object)
    story = Signal(str, object)
    datas = Signal(object)
    failed = Signal(object)

    def __init__(self, hub: Hub, parent: QObject) -> None:
        super().__init__(parent)
        self._hub = hub
        self._asked = 0

    def look(self, view: View, today: date) -> None:
        """Read the communes through a view; what is asked meanwhile takes its place."""
        self._asked += 1
        number = self._asked

        def read(found: object) -> None:
            if number == self._asked:
                self._give(found, Seen, self.seen.emit)

        self._ask(lambda: self._hub.look(view, today), read)

    def look_at(self, tab: str, chosen: Chosen, today: date) -> None:
        """Read what a tab shows beside the communes chosen."""
        if tab == "totals":
            filtered = chosen != Chosen()
            self._ask(
                lambda: self._hub.totals(chosen, today),
                lambda all_: self._give(all_, Totals, lambda read: self.totals.emit(read, filtered)),
            )
        elif tab == "week":
            self._ask(
                lambda: week_rows(self._hub.look(_EVERY, today).rows, self._hub.week(today), today),
                lambda rows: self._give(rows, tuple, lambda read: self.week.emit(read, today)),
            )
        elif tab == "files":
            self._ask(self._hub.receipts, lambda all_: self._give(all_, tuple, self.receipts.emit))

    def look_back(self, insee: str) -> None:
        """Read what a commune sent; its line stands in the table all the same where that cannot be."""

        def read(story: object) -> None:
            if isinstance(story, tuple):
                self.story.emit(insee, story)

        self._ask(lambda: self._hub.story(insee), read)

    def gather(self, insees: Sequence[str]) -> None:
        """Read the newest of what some communes sent."""
        self._ask(lambda: self._hub.datas(insees), lambda datas: self._give(datas, tuple, self.datas.emit))

    def _ask(self, question: Callable[[], object], read: Callable[[object], None]) -> None:
        work = Work(question, self)
        work.ended.connect(read)
        work.start()

    def _give(self, found: object, kind: type, give: Callable[[object], None]) -> None:
        if isinstance(found, kind):
            give(found)
        else:
            self.failed.emit(found)
