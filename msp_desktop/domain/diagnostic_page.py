"""What the preliminary diagnosis says, section by section, before the team completes it."""

from __future__ import annotations

from msgspec import Struct


class DiagnosticTable(Struct, frozen=True):
    """A table: its heads, its rows, the widths of its columns in millimetres."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]


class DiagnosticSection(Struct, frozen=True):
    """A section: its title, what the dossier knows in sentences and tables, what the team is asked."""

    title: str
    known: tuple[str, ...] = ()
    tables: tuple[DiagnosticTable, ...] = ()
    asks: tuple[str, ...] = ()


class Diagnostic(Struct, frozen=True):
    """The whole diagnosis."""

    title: str
    subtitle: str
    intro: str
    blank: str
    sections: tuple[DiagnosticSection, ...]
