"""Dates as the first screen shows them: the standard library only, the same words as `dates`."""

from __future__ import annotations

from datetime import date

from msp_desktop.formats import NBSP

DAYS = {
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août",
        "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    ),
}  # fmt: skip
#: As in the names of months that are cut on French forms: never below four letters.
SHORT_MONTHS = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "en": ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
}
#: Letters of a month that are written whole even where there is little room.
_WHOLE = 5


def month_name(number: int, lang: str = "fr") -> str:
    """Return the name of a month, 1 to 12."""
    return MONTHS[lang][number - 1]


def weekday_name(day: date, lang: str = "fr") -> str:
    """Return the name of the day of the week."""
    return DAYS[lang][day.weekday()]


def short_date(day: date, lang: str = "fr") -> str:
    """Return « 12 mai », « 1er mai »."""
    number = "1er" if day.day == 1 and lang == "fr" else str(day.day)
    return f"{number}{NBSP}{month_name(day.month, lang)}"


def medium_date(day: date, lang: str = "fr") -> str:
    """Return « 12 mai 2026 »."""
    return f"{short_date(day, lang)} {day.year}"


def day_date(day: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai »."""
    return f"{weekday_name(day, lang)}{NBSP}{short_date(day, lang)}"


def long_date(day: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai 2026 »."""
    return f"{day_date(day, lang)} {day.year}"


def short_near_date(day: date, today: date, lang: str = "fr") -> str:
    """Return « 12 mai », with the year where it is not this one's."""
    return short_date(day, lang) if day.year == today.year else medium_date(day, lang)


def tight_date(day: date, today: date, lang: str = "fr") -> str:
    """Return « 12 mai », « 27 nov. », and « 13/01/27 » where the year is not this one's: no column cuts it."""
    if day.year != today.year:
        return f"{day:%d/%m/%y}"
    name = month_name(day.month, lang)
    return (
        short_date(day, lang)
        if len(name) <= _WHOLE
        else short_date(day, lang).replace(name, SHORT_MONTHS[lang][day.month - 1])
    )


def near_date(day: date, today: date, lang: str = "fr") -> str:
    """Return « mardi 12 mai », with the year where it is not this one's."""
    return day_date(day, lang) if day.year == today.year else long_date(day, lang)
