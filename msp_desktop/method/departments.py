"""Departments as an act names them: « préfet de la Creuse », « tribunal administratif de Limoges »."""

from __future__ import annotations

import re
from functools import cache

from msp_desktop.method.reading import Content, load, unique_codes

_ARTICLE = re.compile(r"^(?:de l’|de la |de |des |du |d’)")


class KitDepartment(Content, frozen=True):
    """A department: its name with « de », and its administrative court with « de » too.

    Where there is no department, `heading` is what stands at the head of an act; where there is no prefect, `state` is
    who represents the State.
    """

    code: str
    of: str
    court: str
    heading: str = ""
    state: str = ""

    @property
    def name(self) -> str:
        """Return « Creuse », « Ain », « Côtes-d’Armor »."""
        return _ARTICLE.sub("", self.of)

    @property
    def prefect(self) -> str:
        """Return « préfet de la Creuse », « haut-commissaire de la République en Polynésie française »."""
        return self.state or f"préfet {self.of}"


class KitDepartments(Content, frozen=True):
    """All departments; `law` is the text that says which court is whose."""

    law: str
    departments: tuple[KitDepartment, ...]


@cache
def kit_departments() -> KitDepartments:
    """Load and check resources/method/departments.toml."""
    kit = load(KitDepartments, "departments")
    unique_codes(kit.departments, "departments.toml")
    return kit


def department_for(code: str) -> KitDepartment | None:
    """Return a department by its code (« 23 », « 2A », « 971 »), None where it is not known."""
    return next((entry for entry in kit_departments().departments if entry.code == code), None)
