"""What one entry of two did not take of the other, as its notes keep it: French, like all that is typed there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from msp_desktop.domain.inventory import STRENGTH_UNKNOWN
from msp_desktop.domain.inventory_columns import COLUMNS
from msp_desktop.domain.inventory_words import words_of
from msp_desktop.formats import NBSP

_BETWEEN = "\u202f; "
_PERSON = {
    "civility": "civilité",
    "first_name": "prénom",
    "last_name": "nom",
    "form_of_address": "dans les lettres",
    "function": "fonction",
    "organisation": "organisme",
    "phone": "téléphone",
    "email": "courriel",
    "address": "adresse",
}
_LINE = {name: title[:1].lower() + title[1:] for name, title, _others in COLUMNS} | {"rpps": "numéro RPPS"}


def kept_apart(lost: Mapping[str, str]) -> list[str]:
    """Return « Autre fiche : téléphone 01 99 00 12 40 ; courriel … », nothing where nothing differs."""
    said = [
        f"{_PERSON[name]} {', '.join(filter(None, map(str.strip, text.splitlines())))}" for name, text in lost.items()
    ]
    return [f"Autre fiche{NBSP}: {_BETWEEN.join(said)}"] if said else []


def line_kept_apart(lost: Mapping[str, Any], profession: str = "") -> list[str]:
    """Return the same of the register: « Autre ligne de l'état des lieux : ville Guéret »."""
    said = [f"{_LINE.get(name, name)} {in_words(value)}" for name, value in lost.items() if name != "profession"]
    if profession:
        said.insert(0, f"profession {profession}")
    return [f"Autre ligne de l’état des lieux{NBSP}: {_BETWEEN.join(said)}"] if said else []


def is_said(value: Any) -> bool:
    """Tell whether a value of the register says something."""
    return value not in (None, "", STRENGTH_UNKNOWN) and str(value) != "unknown"


def in_words(value: Any) -> str:
    """Return a value of the register as it is read."""
    if isinstance(value, StrEnum):
        return words_of(value)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)
