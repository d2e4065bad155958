"""What is set on this computer, with who decided it: for « À propos », the diagnostic and whoever looks after computers."""

from __future__ import annotations

from msgspec import Struct

from msp_desktop import fleet
from msp_desktop.fleet.settings import SETTINGS, Kind, Setting
from msp_desktop.fleet.wrong import WHERE
from msp_desktop.i18n import _
from msp_desktop.paths import data_path, documents_path
from msp_desktop.services import preferences as prefs

#: Where a value comes from when no fleet decides.
ENVIRONMENT, PREFERENCES, USUAL = "environment", "preferences", "default"


class Shown(Struct, frozen=True):
    """A setting with its present value and its origin: a source of the fleet's, or one of the three above."""

    setting: Setting
    value: str | int | bool | None
    origin: str

    @property
    def title(self) -> str:
        """Return what the setting is called."""
        return _(self.setting.title)


def shown_settings() -> tuple[Shown, ...]:
    """Return every setting as it is now on this computer."""
    mine = prefs.glance()
    usual: dict[str, str | int | bool | None] = {
        "DataFolder": str(data_path()),
        "DocumentsFolder": str(documents_path()),
        "Theme": mine.shown_theme,
        "MinimumTextPercent": mine.shown_percent,
        "MailWay": mine.way.value,
    }
    own = {
        "Theme": mine.theme != prefs.Preferences().theme,
        "MinimumTextPercent": mine.text_percent != prefs.Preferences().text_percent,
        "MailWay": mine.mail_way is not prefs.Preferences().mail_way,
    }
    return tuple(_shown(setting, usual.get(setting.key), own.get(setting.key, False)) for setting in SETTINGS)


def fleet_words() -> list[str]:
    """Return a line for each setting of the fleet, without any path, then one for each that makes no sense."""
    decided = [
        _("Set by the IT service: {title}, {value} ({where})").format(
            title=_(setting.title), value=_value_words(setting, chosen.value), where=_(WHERE[chosen.source])
        )
        for setting in SETTINGS
        if (chosen := fleet.present().chosen.get(setting.key)) is not None
    ]
    return [*decided, *(fleet.sentence(wrong) for wrong in fleet.present().wrong)]


def decided_titles() -> tuple[str, ...]:
    """Return what the fleet's settings that people meet are called."""
    return tuple(_(setting.title) for setting in SETTINGS if fleet.present().decides(setting.key))


def _shown(setting: Setting, usual: str | int | bool | None, own: bool) -> Shown:
    chosen = fleet.present().chosen.get(setting.key)
    if chosen is not None:
        return Shown(setting, chosen.value, chosen.source.value)
    if setting.kind is Kind.SWITCH:
        usual = False
    variable = fleet.VARIABLES.get(setting.key, "")
    if variable and fleet.path_in_environment(variable):
        return Shown(setting, usual, ENVIRONMENT)
    return Shown(setting, usual, PREFERENCES if own else USUAL)


def _value_words(setting: Setting, value: str | int | bool) -> str:
    """Return a value for a diagnostic, which holds no path and no name."""
    if setting.kind is Kind.SWITCH:
        return _("yes") if value else _("no")
    if setting.kind in (Kind.CHOICE, Kind.PERCENT):
        return str(value)
    return _("not shown here")
