"""The interface's words: gettext, English in the source, French complete.

`_()` where a sentence is shown, `N_()` around constants, `ngettext()` for counts; named fields are
filled after the call. The method's content and printed documents are French data, not messages.
"""

from __future__ import annotations

import gettext
from pathlib import Path

from msp_desktop.unpacked import folder_of

LANGUAGES = ("fr", "en")

_HERE = folder_of(__file__)
_state: dict[str, gettext.NullTranslations] = {}
_language = {"code": "fr"}


def catalogue_folder() -> Path:
    """Return the folder holding <lang>/LC_MESSAGES, in a wheel or in a working copy."""
    bundled = _HERE / "_data" / "translations"
    return bundled if bundled.is_dir() else _HERE.parent / "translations"


def install(language: str) -> None:
    """Choose the interface's language, « fr » or « en »; anything else means French."""
    _language["code"] = language if language in LANGUAGES else "fr"
    _state.clear()  # a process that says nothing reads no catalogue


def language() -> str:
    """Return the interface's language code."""
    return _language["code"]


def _(message: str) -> str:
    """Return the message in the interface's language."""
    return _translations().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the message that fits the count."""
    return _translations().ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name, known to extraction tools
    """Mark a constant for translation; it is translated by `_()` when shown."""
    return message


def _translations() -> gettext.NullTranslations:
    if "now" not in _state:
        _state["now"] = gettext.translation("msp_desktop", catalogue_folder(), [_language["code"]], fallback=True)
    return _state["now"]
