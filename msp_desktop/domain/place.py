"""A commune of the national list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommuneEntry:
    """Hold what the national list says of a commune; `via` is the former name by which it was found."""

    insee: str
    name: str
    department_code: str
    department: str
    region_code: str
    region: str
    postcodes: tuple[str, ...]
    population: int | None
    epci_code: str
    epci: str
    epci_members: int
    via: str = ""
