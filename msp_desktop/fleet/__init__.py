"""What whoever looks after many computers decides for all of them: read once, at the start, and never written.

A policy of Windows comes before the file beside the program; both come before the environment and before what people
choose. What makes no sense is left out, with one sentence for whoever wrote it.
"""

from __future__ import annotations

from msgspec import Struct, field

from msp_desktop.errors import UserError
from msp_desktop.fleet.settings import SETTINGS, Setting, setting_of
from msp_desktop.fleet.sources import FILE_NAME, POLICY_KEY, VARIABLES, Source, settings_file, written
from msp_desktop.fleet.values import NonsenseError, path_in_environment, read_environment, read_value
from msp_desktop.fleet.wrong import Wrong, sentence
from msp_desktop.i18n import _

__all__ = [
    "FILE_NAME",
    "POLICY_KEY",
    "SETTINGS",
    "VARIABLES",
    "Chosen",
    "Fleet",
    "Setting",
    "Source",
    "Wrong",
    "check",
    "install",
    "of_sources",
    "path_in_environment",
    "present",
    "read",
    "sentence",
    "settings_file",
]


class Chosen(Struct, frozen=True):
    """A setting's value, as the program uses it, and where it was written."""

    value: str | int | bool
    source: Source


class Fleet(Struct, frozen=True):
    """The settings made for this computer, by their keys, and what was written there that makes no sense."""

    chosen: dict[str, Chosen] = field(default_factory=dict)
    wrong: tuple[Wrong, ...] = ()

    def text(self, key: str) -> str:
        """Return the words of a setting, empty where nobody decided."""
        found = self.chosen.get(key)
        return found.value if found is not None and isinstance(found.value, str) else ""

    def number(self, key: str) -> int:
        """Return the number of a setting, 0 where nobody decided."""
        found = self.chosen.get(key)
        return int(found.value) if found is not None and not isinstance(found.value, str) else 0

    def decides(self, key: str) -> bool:
        """Tell whether people find this set: a value for them, or something out of use."""
        found = self.chosen.get(key)
        return found is not None and found.value is not False

    def forbids(self, key: str) -> bool:
        """Tell whether a « Disable… » setting takes something out of use."""
        return bool(self.number(key))


def check(key: str) -> None:
    """Raise a UserError where a « Disable… » setting takes out of use what is asked for."""
    setting = setting_of(key)
    if setting is not None and present().forbids(key):
        raise UserError(_("{what}: set by your IT service.").format(what=_(setting.title)))


_state: dict[str, Fleet] = {}


def present() -> Fleet:
    """Return the settings of this computer, read when first asked for."""
    if "now" not in _state:
        _state["now"] = read()
    return _state["now"]


def install(fleet: Fleet | None) -> None:
    """Use these settings; None has them read again at the next question."""
    _state.clear()
    if fleet is not None:
        _state["now"] = fleet


def read() -> Fleet:
    """Read the policies and the file of this computer; whatever cannot be read counts for nothing."""
    values, wrong = written()
    fleet = of_sources(values)
    return Fleet(fleet.chosen, (*wrong, *fleet.wrong, *_wrong_in_environment()))


def _wrong_in_environment() -> list[Wrong]:
    wrong = []
    for variable in VARIABLES.values():
        try:
            read_environment(variable)
        except NonsenseError as error:
            wrong.append(Wrong(variable, Source.ENVIRONMENT, error.reason))
    return wrong


def of_sources(values: dict[Source, dict[str, object]]) -> Fleet:
    """Return the settings of what is written in each source, the first source that makes sense winning."""
    chosen: dict[str, Chosen] = {}
    wrong: list[Wrong] = []
    for source in Source:
        for name, value in values.get(source, {}).items():
            setting = setting_of(name)
            if setting is None:
                wrong.append(Wrong(name, source, "unknown"))
                continue
            try:
                found = read_value(setting, value)
            except NonsenseError as error:
                wrong.append(Wrong(setting.key, source, error.reason))
                continue
            if found != "" and setting.key not in chosen:
                chosen[setting.key] = Chosen(found, source)
    return Fleet(chosen, tuple(wrong))
