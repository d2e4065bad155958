from __future__ import annotations

from datetime import date, datetime

from msp_desktop.db.store import Store
from msp_desktop.domain.exchanges import Exchange
from msp_desktop.domain.mail import ProducedDocument
from msp_desktop.services import journal
from msp_desktop.services.report_periods import Since, beginning, starts
from tests.conftest import TODAY


def test_the_last_report_is_offered_once_there_is_one(store: Store) -> None:
    found = starts(store.reader, "progress-report", TODAY)
    assert found == {Since.DAY_ZERO: date(2026, 3, 22), Since.LAST_MONTH: date(2026, 3, 29)}
    with store.write("rapports") as tx:
        for day in (14, 20, 28):
            made = datetime(2026, 4, day, 9)
            tx.insert(ProducedDocument(key="progress-report", title="Point d’étape", path=f"{day}.pdf", made_at=made))
    assert starts(store.reader, "progress-report", TODAY)[Since.LAST_REPORT] == date(2026, 4, 20)


def test_the_journal_begins_with_its_first_exchange(store: Store) -> None:
    assert beginning(store.reader, "journal") == date(2026, 3, 22)
    assert Since.FIRST not in starts(store.reader, "journal", TODAY)
    journal.note_exchange(store, Exchange(held_on=date(2026, 3, 2), subject="Premier contact"))
    assert starts(store.reader, "journal", TODAY)[Since.FIRST] == date(2026, 3, 2)
    assert beginning(store.reader, "progress-report") == date(2026, 3, 22)
