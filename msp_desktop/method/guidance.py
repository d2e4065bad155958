"""What to know first, the words of the trade, the compass, the roles to share out."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class KitAlert(Content, frozen=True):
    """A sign the town can note on arrival."""

    code: str
    text: str


class KitPoints(Content, frozen=True):
    """A few things to know, under one title."""

    title: str
    points: tuple[str, ...]


class KitHead(Content, frozen=True):
    """A title and the sentence under it."""

    title: str
    text: str


class Basics(Content, frozen=True):
    """What it is all about: the points to know first, and the signs that alert."""

    sections: tuple[KitPoints, ...]
    alerts_head: KitHead
    alerts: tuple[KitAlert, ...]


class KitStage(Content, frozen=True):
    """A stage of a health centre, which a record of the dossier follows."""

    code: str
    title: str
    text: str


class Compass(Content, frozen=True):
    """What to keep in mind, the stages of an MSP and the good order of things."""

    motto: str
    points: tuple[str, ...]
    stages: tuple[KitStage, ...]
    good_order: tuple[str, ...]


class KitRoles(Content, frozen=True):
    """The responsibilities first proposed."""

    responsibilities: tuple[str, ...]


@cache
def basics() -> Basics:
    """Load and check resources/method/basics.toml."""
    kit = load(Basics, "basics")
    unique_codes(kit.alerts, "basics.toml")
    return kit


@cache
def compass() -> Compass:
    """Load resources/method/compass.toml."""
    return load(Compass, "compass")


@cache
def kit_roles() -> KitRoles:
    """Load resources/method/roles.toml."""
    return load(KitRoles, "roles")


class Term(Content, frozen=True):
    """A word, its acronym spelt out where it is one, and what it means."""

    term: str
    meaning: str
    expanded: str = ""


class Glossary(Content, frozen=True):
    """The terms, in alphabetical order."""

    terms: tuple[Term, ...]

    def find(self, word: str) -> Term | None:
        """Return the term written exactly so, None where the glossary has none."""
        return next((entry for entry in self.terms if entry.term == word), None)


@cache
def glossary() -> Glossary:
    """Load and check resources/method/glossary.toml."""
    kit = load(Glossary, "glossary")
    words = [entry.term for entry in kit.terms]
    twice = next((word for word in words if words.count(word) > 1), None)
    if twice:
        raise MethodError(f"glossary.toml: « {twice} » stands twice")
    return kit
