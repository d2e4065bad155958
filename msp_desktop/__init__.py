"""Santé 100 jours: walk a town hall through the first hundred days of a local health project."""

__version__ = "1.9.0"
#: The day this version was made, shown in « À propos »; changed with the version.
__date__ = "2026-11-27"
