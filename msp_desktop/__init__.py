"""Santé 100 jours: walk a town hall through the first hundred days of a local health project."""

__version__ = "1.0.0"
