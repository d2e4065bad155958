"""The inventory's themes, questions and the words of its registers."""

from __future__ import annotations

from functools import cache

from msp_desktop.method.reading import Content, MethodError, load, unique_codes


class InventoryTheme(Content, frozen=True):
    """A theme of the grid."""

    code: str
    title: str
    short_title: str


class KitQuestion(Content, frozen=True):
    """A key question."""

    code: str
    theme: str
    text: str


class Profession(Content, frozen=True):
    """A profession and its words; `rpps` is its code in the national register."""

    code: str
    masculine: str
    feminine: str
    plural: str
    rpps: str = ""

    def counted(self, count: int) -> str:
        """Return the word that goes with a number."""
        return self.plural if count > 1 else self.masculine


class KitInventory(Content, frozen=True):
    """All that the inventory's grid and registers say."""

    remember: str
    themes: tuple[InventoryTheme, ...]
    questions: tuple[KitQuestion, ...]
    professions: tuple[Profession, ...]
    offers: dict[str, str]
    dynamics: dict[str, str]
    strengths: dict[str, str]

    def profession(self, code: str) -> Profession:
        """Return the profession with this code; an unknown code is shown as typed."""
        found = next((entry for entry in self.professions if entry.code == code), None)
        return found or Profession(code, code, code, code)

    def order_of(self, code: str) -> int:
        """Return a profession's place in the method's list, the place after the last for an unknown one."""
        places = (number for number, entry in enumerate(self.professions) if entry.code == code)
        return next(places, len(self.professions))

    def question(self, code: str | None) -> KitQuestion | None:
        """Return the kit's question with this code, None for the town's own."""
        return next((entry for entry in self.questions if entry.code == code), None)


@cache
def kit_inventory() -> KitInventory:
    """Load and check resources/method/inventory.toml."""
    kit = load(KitInventory, "inventory")
    for values in (kit.themes, kit.questions, kit.professions):
        unique_codes(values, "inventory.toml")
    themes = {theme.code for theme in kit.themes}
    for question in kit.questions:
        if question.theme not in themes:
            raise MethodError(f"inventory.toml: {question.code}: unknown theme « {question.theme} »")
    return kit
