"""How people and bodies are called."""

from __future__ import annotations

from msp_desktop.domain.people import Person


def display_name(person: Person) -> str:
    """Return « Mme Nadia Roche », « Dr Léa Fontanel », or the body's name."""
    full = " ".join(filter(None, (person.civility, person.first_name, person.last_name)))
    return full if person.first_name or person.last_name else person.organisation or full


def plain_name(person: Person) -> str:
    """Return « Nadia Roche », or the body's name."""
    return " ".join(filter(None, (person.first_name, person.last_name))) or person.organisation


def sorting_name(person: Person) -> tuple[str, str]:
    """Return what people are sorted by: last name, then first name."""
    return (person.last_name or person.organisation, person.first_name)


def form_of_address(person: Person) -> str:
    """Return the form of address typed, else one that goes with any: it is never guessed."""
    return person.form_of_address.strip() or "Madame, Monsieur"
