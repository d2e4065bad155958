"""The command that tells whoever looks after computers what is set on this one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import datetime

from msp_desktop import __version__, fleet
from msp_desktop.services.fleet_settings import shown_settings


def show_settings(_options: argparse.Namespace, say: Callable[[str], None], _now: datetime) -> None:
    """Tell every setting with its value and who decided it, then what was written that makes no sense."""
    told = {
        "version": __version__,
        "policies": [rf"HKEY_LOCAL_MACHINE\{fleet.POLICY_KEY}", rf"HKEY_CURRENT_USER\{fleet.POLICY_KEY}"],
        "file": str(fleet.settings_file()),
        "settings": {
            shown.setting.key: {"value": shown.value, "from": shown.origin, "title": shown.title}
            for shown in shown_settings()
        },
        "wrong": [fleet.sentence(wrong) for wrong in fleet.present().wrong],
    }
    say(json.dumps(told, ensure_ascii=False, indent=1))
