"""How the days of an entry of the welcome are said, on the screen and on paper."""

from __future__ import annotations

from msp_desktop.domain.welcome import WelcomeEntry
from msp_desktop.formats.dates import medium_date
from msp_desktop.formats.numbers import counted
from msp_desktop.i18n import _
from msp_desktop.method.welcome import kit_welcome


def days_words(entry: WelcomeEntry, language: str) -> str:
    """Return « 4 mai 2026 – 1 novembre 2026 », « à partir du… », « jusqu’au… », nothing without a day."""
    first = medium_date(entry.from_on, language) if entry.from_on else ""
    last = medium_date(entry.until_on, language) if entry.until_on else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("from {day}").format(day=first)
    return _("until {day}").format(day=last) if last else ""


def printed_days(entry: WelcomeEntry) -> str:
    """Return « libre du 4 mai 2026 au 1er novembre 2026 » in French, as the kind of entry says it."""
    if not (entry.from_on or entry.until_on):
        return ""
    first = medium_date(entry.from_on) if entry.from_on else ""
    last = medium_date(entry.until_on) if entry.until_on else ""
    if first and last:
        when = f"du {first} au {last}"
    else:
        when = f"à partir du {first}" if first else f"jusqu’au {last}"
    return " ".join(filter(None, (kit_welcome().kind(entry.kind).dates, when)))


def places_words(entry: WelcomeEntry) -> str:
    """Return « 2 places », « 1 étudiant reçu », nothing where nobody has said."""
    kit = kit_welcome().kind(entry.kind)
    return counted(entry.places, kit.place, kit.places) if entry.places and kit.place else ""
