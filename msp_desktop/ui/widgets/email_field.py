"""A field for e-mail addresses."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from msp_desktop.ui.widgets.parsed_field import ParsedField


class EmailField(ParsedField):
    """One address, or several; names around them are dropped, and what is no address is marked and said."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, _parse, str, "", parent)

    @override
    def _why(self, error: ValueError) -> str:
        return str(error)


def _parse(text: str) -> str:
    from msp_desktop.formats.emails import read_emails, wrong_sentence  # not before the first paint

    found = read_emails(text)
    if found.wrong:
        raise ValueError(wrong_sentence(found))
    return found.kept
