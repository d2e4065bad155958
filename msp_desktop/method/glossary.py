"""One plain sentence for each word of the trade."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load


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
