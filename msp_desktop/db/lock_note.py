"""A courtesy note beside an open dossier: who has it, where, since when. SQLite's own lock is what decides."""

from __future__ import annotations

import getpass
import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msp_desktop.db.faults import BUSY
from msp_desktop.files import write_whole
from msp_desktop.i18n import _


def note_path(dossier: Path) -> Path:
    """Return the note's path, named as office programs name theirs."""
    return dossier.with_name(f"~${dossier.name}")


def leave(dossier: Path) -> bool:
    """Write the note; tell whether it could be written."""
    note = {"who": _user(), "machine": platform.node(), "since": datetime.now().isoformat("T", "minutes")}
    try:
        write_whole(note_path(dossier), json.dumps(note, ensure_ascii=False).encode(), durable=False)
    except OSError:
        return False
    return True


def remove(dossier: Path) -> None:
    """Delete the note."""
    with suppress(OSError):
        note_path(dossier).unlink(missing_ok=True)


def sentence(dossier: Path) -> str:
    """Return the sentence that says who has the dossier open, as far as the note tells."""
    try:
        note = json.loads(note_path(dossier).read_text(encoding="utf-8"))
        who, machine, since = str(note["who"]), str(note["machine"]), datetime.fromisoformat(note["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return _(BUSY)
    if not who:
        return _(BUSY)
    return _("This dossier is open on the computer « {machine} » ({who}, since {time}); close it there first.").format(
        machine=machine, who=who, time=since.strftime("%d/%m/%Y %H:%M")
    )


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
