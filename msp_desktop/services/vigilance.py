"""The points de vigilance of a dossier in words: those that stand, and those set aside with the town's reason."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct

from msp_desktop.db.reader import Reader
from msp_desktop.db.store import Store
from msp_desktop.domain.change import Change
from msp_desktop.domain.inventory import Finding
from msp_desktop.domain.vigilance.records import VigilanceAside
from msp_desktop.domain.vigilance.signals import Signal
from msp_desktop.errors import UserError
from msp_desktop.formats.french.case import capital
from msp_desktop.formats.french.counts import agreeing
from msp_desktop.formats.french.models import filled
from msp_desktop.formats.numbers import in_letters, listed
from msp_desktop.formats.typography import french
from msp_desktop.i18n import _
from msp_desktop.method.vigilance import KitVigilance, kit_vigilances
from msp_desktop.services.alert_signs import SignView, alert_signs
from msp_desktop.services.vigilance_facts import signals


class Vigilance(Struct, frozen=True):
    """One point de vigilance: what the dossier shows of it, with its figures, why it matters, what to do, and where.

    `shows` is empty where it was set aside and the dossier shows it no more. `lead` names the place it leads to: `tab` with
    `target`, as `Tab.show_target` takes it, else the small form `form`. `signs` are the warning signs of the first day
    that weigh on it; their notes, and the titles that `shows` quotes, are the town's own words and may name people.
    """

    code: str
    title: str
    shows: str
    why: str
    advice: str
    lead: str
    tab: str
    target: Any
    form: str
    signs: tuple[SignView, ...]
    reason: str = ""
    set_on: date | None = None


class Vigilances(Struct, frozen=True):
    """Those that stand and those set aside, each in the method's order."""

    active: tuple[Vigilance, ...]
    aside: tuple[Vigilance, ...]


# --- reading -------------------------------------------------------------------------------------


def vigilances(reader: Reader, today: date) -> Vigilances:
    """Return the points de vigilance as of a day, in French words."""
    found = {signal.code: signal for signal in signals(reader, today)}
    aside = {row.code: row for row in reader.all(VigilanceAside)}
    signs = {sign.code: sign for sign in alert_signs(reader) if sign.noted_on is not None}
    points = kit_vigilances().points
    return Vigilances(
        tuple(
            _view(reader, point, found[point.code], signs)
            for point in points
            if point.code in found and point.code not in aside
        ),
        tuple(
            _view(reader, point, found.get(point.code), signs, aside[point.code])
            for point in points
            if point.code in aside
        ),
    )


def vigilance_values(reader: Reader, today: date) -> dict[str, list[dict[str, Any]]]:
    """Return the points de vigilance as plain values, for `show --json`."""
    found = vigilances(reader, today)
    return {
        "vigilances": [
            {
                "code": point.code,
                "title": point.title,
                "shows": point.shows,
                "why": point.why,
                "advice": point.advice,
                "signs": [sign.code for sign in point.signs],
            }
            for point in found.active
        ],
        "vigilances_set_aside": [
            {
                "code": point.code,
                "title": point.title,
                "shows": point.shows or None,
                "reason": point.reason,
                "set_on": point.set_on.isoformat() if point.set_on else None,
            }
            for point in found.aside
        ],
    }


def _view(
    reader: Reader,
    point: KitVigilance,
    signal: Signal | None,
    signs: dict[str, SignView],
    aside: VigilanceAside | None = None,
) -> Vigilance:
    return Vigilance(
        code=point.code,
        title=point.title,
        shows=shown_words(signal) if signal is not None else "",
        why=point.why,
        advice=point.advice,
        lead=point.lead,
        tab=point.tab,
        target=_target(reader, point),
        form=point.form,
        signs=tuple(signs[code] for code in point.signs if code in signs),
        reason=aside.reason if aside is not None else "",
        set_on=aside.set_on if aside is not None else None,
    )


def _target(reader: Reader, point: KitVigilance) -> Any:
    """Return what the tab is asked to show: of the findings, the first question that has none."""
    if point.code != "sans-diagnostic":
        return point.target or None
    rows = reader.all(Finding, order="position, id")
    return next((("findings", row.id, "answer") for row in rows if not row.answer.strip()), None)


# --- words ---------------------------------------------------------------------------------------


def shown_words(signal: Signal) -> str:
    """Return what the dossier shows, in one French sentence with its figures."""
    point = kit_vigilances().point(signal.code)
    assert point is not None
    return capital(_SENTENCES[signal.code](point.shows, signal))


def _walls_words(shows: dict[str, str], signal: Signal) -> str:
    begun, *lacks = signal.cases
    if begun == "actions":
        quoted = listed([french(f"« {name} »") for name in signal.names])
        begun = filled(shows["action" if len(signal.names) == 1 else "actions"], {"names": quoted})
    else:
        begun = shows[begun]
    words = {"begun": begun, "lack": shows[lacks[0]], "other": shows[lacks[-1]]}
    return filled(shows["one_lack" if len(lacks) == 1 else "two_lacks"], words)


def _doctors_words(shows: dict[str, str], signal: Signal) -> str:
    counts = ((signal.count, "besoin", False), (signal.total - signal.count, "opportunité", True))
    entries = [
        f"{in_letters(count, feminine=feminine)} {agreeing(count, word)}" for count, word, feminine in counts if count
    ]
    return filled(shows["one" if signal.total == 1 else "many"], {"entries": listed(entries)})


def _diagnosis_words(shows: dict[str, str], signal: Signal) -> str:
    which = "all" if signal.count == signal.total else "one" if signal.count == 1 else "many"
    words = {"begun": shows[f"phase_{signal.cases[0]}"]}
    return filled(shows[which], words | _counts(signal))


def _counted_words(shows: dict[str, str], signal: Signal) -> str:
    return filled(shows["one" if signal.count == 1 or "many" not in shows else "many"], _counts(signal))


def _alone_words(shows: dict[str, str], signal: Signal) -> str:
    return filled(shows["one"], {"count": str(signal.count)})


def _counts(signal: Signal) -> dict[str, str]:
    return {"count": in_letters(signal.count, feminine=True), "total": in_letters(signal.total)}


_SENTENCES = {
    "murs-avant-equipe": _walls_words,
    "medecin-seul": _doctors_words,
    "sans-diagnostic": _diagnosis_words,
    "attendre-autrui": _counted_words,
    "seul": _alone_words,
}


# --- writing -------------------------------------------------------------------------------------


def set_aside(store: Store, code: str, reason: str, today: date) -> None:
    """Set a point de vigilance aside, with the town's reason; it can be brought back."""
    if not reason.strip():
        raise UserError(_("Write first why you set it aside: the reason is kept in the dossier."))
    with store.write(_("Set aside: {title}").format(title=_title(code))) as transaction:
        present = transaction.find(VigilanceAside, code=code)
        if present is None:
            transaction.insert(VigilanceAside(code=code, reason=reason.strip(), set_on=today))
        else:
            transaction.update(present.id, Change(VigilanceAside, reason=reason.strip(), set_on=today))


def bring_back(store: Store, code: str) -> None:
    """Bring a point de vigilance back among those that stand."""
    with store.write(_("Brought back: {title}").format(title=_title(code))) as transaction:
        for row in transaction.all(VigilanceAside, code=code):
            transaction.delete(VigilanceAside, row.id)


def _title(code: str) -> str:
    point = kit_vigilances().point(code)
    return point.title if point is not None else code
