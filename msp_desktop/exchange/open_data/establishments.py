"""An establishment as either file of FINESS tells it, made an offer of care of the communes sought."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

from msgspec import Struct

from msp_desktop.domain.inventory import OTHER
from msp_desktop.domain.official import FoundOffer, Standing, WhyAside
from msp_desktop.domain.person_names import from_capitals
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.formats import NBSP
from msp_desktop.formats.emails import read_emails
from msp_desktop.formats.phones import phone, read_phones
from msp_desktop.formats.text import fold
from msp_desktop.method.finess import finess_categories, kit_finess

_POSTCODE = re.compile(r"\d{5}(?!\d)")
_CEDEX = re.compile(r"\s+CEDEX\b.*", re.IGNORECASE)
_TEN = re.compile(r"0\d{9}(?=(?:0\d{9})*$)")
#: What follows a number in a street, by its first letter.
_REPEATED = {"B": "bis", "T": "ter", "Q": "quater", "BIS": "bis", "TER": "ter", "QUATER": "quater"}
_WORD = re.compile(r"[^\W_]+")
#: A number as nearly all stand in these files; any other is read as people's words are.
_PLAIN_PHONE = re.compile(r"0[1-9][0-9]{8}")
#: An address as nearly all stand there, which is kept as it is: short enough for every limit of one.
_PLAIN_EMAIL = re.compile(r"(?=.{6,60}\Z)[\w-]+(?:\.[\w-]+)*@(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,}", re.ASCII)


class Told(Struct, frozen=True, kw_only=True):
    """What a file says of an establishment, in its own codes and capitals; `code` is the INSEE code of its commune."""

    finess: str
    name: str = ""
    is_open: bool = True
    category: str = ""
    category_words: str = ""
    code: str = ""
    postcode: str = ""
    town: str = ""
    number: str = ""
    repeat: str = ""
    street_kind: str = ""
    street: str = ""
    place: str = ""
    phone: str = ""
    email: str = ""
    opened_on: str = ""
    updated_on: str = ""


def offer_of(told: Told, sought: Sought) -> FoundOffer | None:
    """Return the offer of care an establishment is to the communes sought, None where it is none of theirs.

    One of another category is set aside as no offer of care; one that is closed too, and where it never was an offer of
    care it is left out. One whose commune is not told is to be confirmed by its postcode.
    """
    insee = sought.codes.get(told.code, "")
    if not insee and (told.code or told.postcode not in sought.postcodes):
        return None
    category = finess_categories().get(told.category)
    if not told.is_open and category is None:
        return None
    why = WhyAside.CLOSED if not told.is_open else WhyAside.NOT_CARE if category is None else None
    standing = Standing.SET_ASIDE if why else Standing.HERE if insee else Standing.TO_CONFIRM
    return FoundOffer(
        finess=told.finess,
        standing=standing,
        why=why,
        name=_named(told.name),
        kind=category.kind if category else OTHER,
        category=told.category,
        category_words=category.label if category else _sentence(told.category_words),
        insee=insee,
        postcode=told.postcode,
        town=sought.names[insee] if insee else from_capitals(_CEDEX.sub("", told.town)),
        phone=_phones(told.phone),
        email=emails_in(told.email),
        address=_address(told),
        opened_on=day_of(told.opened_on),
        updated_on=day_of(told.updated_on),
    )


def tidy(value: Any) -> str:
    """Return a value of a file as words on one line, without what nobody can read; "" for what is no words."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**18 else ""
    if not isinstance(value, str):
        return ""
    if not value.isprintable():
        value = "".join(letter if letter.isprintable() else " " for letter in value)
    return " ".join(value.split()) if " " in value else value


def town_line(line: str) -> tuple[str, str]:
    """Return the postcode and the town of « 23000 GUERET CEDEX »; "" for what it does not say."""
    found = _POSTCODE.match(line)
    return (found[0], line[5:].strip()) if found else ("", line)


def day_of(text: str) -> date | None:
    """Return the day that a date of a file begins with (2026-04-02T03:10:00Z, 02/04/2026), None where there is none."""
    try:
        if text[2:3] == "/":
            return date(int(text[6:10]), int(text[3:5]), int(text[:2]))
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _named(name: str) -> str:
    """Return a name as people write it: acronyms and initials (« S.S.I.A.D. ») keep their capitals."""
    plain = from_capitals(name)
    if plain == name:
        return name
    words = zip(name.split(" "), plain.split(" "), strict=True)
    return " ".join(_kept(told, said, _acronyms()) for told, said in words)


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(kit_finess().acronyms)


def _kept(told: str, said: str, kept: frozenset[str]) -> str:
    initials = all(len(part) == 1 for part in told.split(".") if part) and "." in told
    return told if initials or any(word in kept for word in _WORD.findall(told)) else said


def _sentence(words: str) -> str:
    return words if any(letter.islower() for letter in words) else words.lower()


def _address(told: Told) -> str:
    kind = kit_finess().streets.get(told.street_kind.upper(), told.street_kind)
    repeat = _REPEATED.get(told.repeat.upper(), told.repeat)
    street = " ".join(part for part in (told.number, repeat, kind, _street(told.street)) if part)
    place = _street(told.place)
    return ", ".join(dict.fromkeys(part for part in (street, place) if part))


@lru_cache(maxsize=1024)
def _street(words: str) -> str:
    """Return « du Pont » of « DU PONT »: the first small word too, since what kind of street it is stands before."""
    said = from_capitals(words)
    first, _space, rest = said.partition(" ")
    return f"{first.lower()} {rest}" if rest and fold(first) in ("de", "du", "des", "la", "le", "les") else said


def emails_in(text: str) -> str:
    """Return the addresses of a field, "" where it holds none."""
    return text if not text or _PLAIN_EMAIL.fullmatch(text) else read_emails(text).kept


def _phones(text: str) -> str:
    """Return the numbers of a field, which may hold two, side by side or glued; as it is where it holds something else."""
    if _PLAIN_PHONE.fullmatch(text):
        return NBSP.join((text[:2], text[2:4], text[4:6], text[6:8], text[8:]))
    numbers: list[str] = []
    for piece in _pieces(text):
        try:
            numbers += [phone(number) for number in read_phones(piece)]
        except ValueError:
            return text
    return " / ".join(dict.fromkeys(numbers))


def _pieces(text: str) -> Iterator[str]:
    digits = re.sub(r"\D", "", text)
    if (
        len(digits) > 10
        and len(digits) % 10 == 0
        and "+" not in text
        and len(_TEN.findall(digits)) == len(digits) // 10
    ):
        yield from _TEN.findall(digits)
    elif text:
        yield text
