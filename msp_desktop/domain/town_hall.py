"""Who of the directory is of the town hall, and who is its mayor."""

from __future__ import annotations

from msp_desktop.domain.commune import Commune
from msp_desktop.domain.people import Category, Person
from msp_desktop.formats.french.civility import civility
from msp_desktop.formats.french.towns import of_commune
from msp_desktop.formats.text import fold


def is_mayor(commune: Commune, person: Person) -> bool:
    """Tell whether a person of the directory is the mayor who signs: by name, if no civility says another, or by function."""
    name = fold(f"{commune.mayor_first_name} {commune.mayor_last_name}")
    if name and fold(f"{person.first_name} {person.last_name}") == name:
        own, typed = civility(commune.mayor_civility), civility(person.civility)
        return not (own and typed and own.titles and typed.titles and own.titles != typed.titles)
    titles = ("maire", "le maire", "la maire", fold(f"maire {of_commune(commune.name, commune.insee)}"))
    return person.category is Category.ELECTED and fold(person.function) in titles and of_the_town(commune, person)


def of_the_town(commune: Commune, person: Person) -> bool:
    """Tell whether an elected member or an agent is of this town hall: its name is in their body's, or they have none."""
    body = fold(person.organisation)
    return not body or body in ("mairie", "commune") or f" {fold(commune.name)} " in f" {body} "
