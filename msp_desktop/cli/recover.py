"""The command that recovers what can be read of a damaged dossier."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime

from msp_desktop.db.faults import explained
from msp_desktop.errors import UserError
from msp_desktop.files import sweep
from msp_desktop.i18n import _
from msp_desktop.paths import make_folder


def recover_into(options: argparse.Namespace, say: Callable[[str], None], now: datetime) -> None:
    """Write a new dossier with what can be read of a damaged one and of its last good copy, and tell what became of it."""
    from msp_desktop.services.recovery import last_good_copy, recover
    from msp_desktop.services.recovery_words import as_text

    source, into = options.file, options.into
    if not source.is_file():
        raise UserError(
            _("The file « {name} » cannot be found: check that the drive is plugged in.").format(name=source.name)
        )
    if into.exists():
        raise UserError(_("The file « {name} » already exists: choose another name.").format(name=into.name))
    copy = None
    with suppress(UserError, OSError):
        copy = last_good_copy(source)
    with explained():
        make_folder(into.parent)
        sweep([into.absolute().parent])
    found = recover(source, into, now.date(), copy)
    say(_("The recovered dossier: {path}").format(path=found.path))
    say(as_text(found).rstrip())
    say(_("The damaged file stays as it is: {path}").format(path=source))
