"""What was written for a fleet and makes no sense, each in one sentence for whoever wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from msp_desktop.i18n import N_, _

if TYPE_CHECKING:
    from msp_desktop.fleet.sources import Source

#: The longest name that is quoted.
_LONGEST = 60

#: What was expected. Never the value: it may be a path, and a diagnostic holds none.
REASONS = {
    "unknown": N_("there is no such setting"),
    "folder": N_("write a whole path, such as C:\\Folder or \\\\server\\share\\%USERNAME%"),
    "file": N_("write a whole path, such as C:\\Folder\\logo.png"),
    "variable": N_("this computer knows no such variable between %"),
    "marks": N_("in a file, write each \\ of a path twice: C:\\\\Folder"),
    "choice": N_("write one of {choices}"),
    "percent": N_("write a number from 100 to 200"),
    "text": N_("write one line of 300 letters at most"),
    "email": N_("write one e-mail address"),
    "switch": N_("write true or false (1 or 0 in the registry)"),
    "unreadable": N_("the file cannot be read: its rights may forbid it"),
    "line": N_("line {line} is no JSON: each \\ of a path twice, a comma between two values and none after the last"),
    "json": N_("it is no JSON: each \\ of a path twice, no comma after the last value"),
}

WHERE = {
    "machine-policy": N_("policy of the computer"),
    "user-policy": N_("policy of the user"),
    "file": N_("file of settings"),
    "environment": N_("environment variable"),
}


class Wrong(Struct, frozen=True):
    """A setting, or the file, with the reason why it is left out; the `line` of the file, where that is the reason."""

    name: str
    source: Source
    reason: str
    line: int = 0


def sentence(wrong: Wrong) -> str:
    """Return the sentence for whoever wrote it."""
    from msp_desktop.fleet.settings import setting_of

    setting = setting_of(wrong.name)
    choices = ", ".join(value for value, _words in setting.choices) if setting is not None else ""
    name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in wrong.name)
    name = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    return _("Setting « {name} » ({where}): {reason}. It is left out.").format(
        name=name,
        where=_(WHERE[wrong.source]),
        reason=_(REASONS[wrong.reason]).format(choices=choices, line=wrong.line),
    )
