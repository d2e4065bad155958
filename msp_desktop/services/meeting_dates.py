"""What the date of a meeting runs into, in sentences."""

from __future__ import annotations

from datetime import date

from msp_desktop.domain.calendar import public_holidays, school_zone
from msp_desktop.formats.dates import day_date, medium_date
from msp_desktop.i18n import _, language
from msp_desktop.method.school import known_until, school_holidays


def date_warnings(day: date, department: str) -> tuple[str, ...]:
    """Return a sentence for each thing that a meeting's date runs into; none where all is well."""
    found = []
    shown = day_date(day, language())
    if day.weekday() == 6:
        whole = medium_date(day, language())  # without the weekday, which is what the sentence says
        found.append(_("{day} is a Sunday.").format(day=whole))
    for holiday in public_holidays(department, day, day):
        found.append(_("{day} is a public holiday ({name}).").format(day=shown, name=holiday.name))
    for period in school_holidays(department, day, day):
        # TR: {holidays} is French in every language: « les vacances de printemps », « le pont de l’Ascension ».
        sentence = _("{day} falls in {holidays} (zone {zone}).")
        article = "le" if period.name.startswith("Pont") else "les"
        named = f"{article} {period.name[0].lower()}{period.name[1:]}"
        found.append(sentence.format(day=shown, holidays=named, zone=period.zone))
    return tuple(found)


def date_all_clear(day: date, department: str) -> str:
    """Return the sentence for a date that runs into nothing, saying what could not be checked."""
    shown = day_date(day, language())
    zone, until = school_zone(department), known_until(department)
    free = _("{day}: neither a Sunday nor a public holiday.").format(day=shown)
    if zone is None:
        return " ".join((free, _("The application does not know the school holidays here.")))
    if until is None or day > until:
        return " ".join((free, _("The school holidays of that year are not known yet.")))
    return _("{day}: neither a public holiday nor school holidays (zone {zone}).").format(day=shown, zone=zone)
