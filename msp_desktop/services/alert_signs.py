"""The warning signs that the town may note on its first day: inhabitants without a doctor, professionals alone, departures."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.vigilance.records import AlertSign
from msp_desktop.i18n import _
from msp_desktop.method.guidance import basics


class SignView(Struct, frozen=True):
    """A warning sign of the method: whether the town noted it, when, and its note; `id` is the record's, 0 where it has none."""

    code: str
    text: str
    id: int = 0
    note: str = ""
    noted_on: date | None = None


def alert_signs(reader: Reader) -> tuple[SignView, ...]:
    """Return the method's warning signs in its order, with what the town noted of each."""
    noted = {row.code: row for row in reader.all(AlertSign)}
    return tuple(
        SignView(alert.code, alert.text, row.id, row.note, row.noted_on)
        if (row := noted.get(alert.code))
        else SignView(alert.code, alert.text)
        for alert in basics().alerts
    )


def tick_sign(store: Store, code: str, noted: bool, today: date) -> None:
    """Note a warning sign, or take it away with its note."""
    text = next((alert.text for alert in basics().alerts if alert.code == code), code)
    label = _("Warning sign noted: {text}") if noted else _("Warning sign taken away: {text}")
    with store.write(label.format(text=text)) as transaction:
        present = transaction.find(AlertSign, code=code)
        if noted and present is None:
            transaction.insert(AlertSign(code=code, noted_on=today))
        elif present is not None and not noted:
            transaction.delete(AlertSign, present.id)


def note_sign(store: Store, sign_id: int, change: Change[AlertSign]) -> None:
    """Change the note on a warning sign."""
    with store.write(_("Note on a warning sign"), merges=True) as transaction:
        transaction.update(sign_id, change)
