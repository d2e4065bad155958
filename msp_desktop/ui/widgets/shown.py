"""What a widget shows, said on the widget, where neither a field nor a table says it: search arrives there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

_SHOWS = "shows"


def shows(widget: QWidget, record: type[object], row_id: object, *attributes: str) -> None:
    """Say which attributes of a record a widget shows: search arrives at it."""
    widget.setProperty(_SHOWS, [f"{record.__name__} {row_id} {attribute}" for attribute in attributes])


def shown_by(widget: QWidget, record: str, row_id: object, attribute: str) -> bool:
    """Tell whether a widget shows an attribute of a record."""
    return f"{record} {row_id} {attribute}" in (widget.property(_SHOWS) or [])
