"""Hand a message over: by the way the user chose, or the first that works on this computer."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from msp_desktop.db.faults import explained
from msp_desktop.domain.mail import Message, Way
from msp_desktop.errors import UserError
from msp_desktop.exchange.draft import check_addresses, read_attachment, write_draft
from msp_desktop.exchange.mailers import clients, mapi
from msp_desktop.files import free_path, write_whole
from msp_desktop.formats.text import slug
from msp_desktop.paths import make_folder

#: Drafts are kept this many days: a mail program may read its file long after it was asked to.
KEPT_DAYS = 15
#: What the ways leave in the folder of drafts; the last only where the program was killed.
_DRAFTS = {".eml", ".txt", ".json"}


class Handed(Struct, frozen=True):
    """The way a message left by; WEBMAIL means that nothing opened and the user copies and pastes.

    `cancelled` tells that the user closed the message without sending; `draft` is where the file lies, where there
    is one; `failures` are the sentences of the ways that were tried before.
    """

    way: Way
    cancelled: bool = False
    draft: Path | None = None
    failures: tuple[str, ...] = ()


def ways_here() -> tuple[Way, ...]:
    """Return the ways this computer offers, in the order in which they are tried; « webmail » always works."""
    found = []
    if clients.has_mapi():
        found.append(Way.MAPI)
    if clients.thunderbird() is not None:
        found.append(Way.THUNDERBIRD)
    if clients.classic_outlook() is not None:
        found.append(Way.OUTLOOK)
    if clients.opens_drafts():
        found.append(Way.DRAFT)
    return (*found, Way.WEBMAIL)


def hand_over(message: Message, chosen: Way, folder: Path, now: datetime, open_file: Callable[[Path], None]) -> Handed:
    """Hand the message over by the way chosen, else by the first that works, and tell by which; it may block.

    `folder` keeps drafts some days; `open_file` opens one with the program of this computer. UserError where a
    file to attach is gone or too large, or an address is none: that is said before any mail program opens.
    """
    check_addresses(message)
    for path in message.attachments:
        read_attachment(path)
    with explained():
        make_folder(folder)
    purge(folder, now)
    here = ways_here()
    order = here if chosen is Way.AUTO else (chosen, *(way for way in here if way is not chosen))
    failures: list[str] = []
    for way in order:
        try:
            handed = _by(way, message, folder, now, open_file)
        except UserError as error:
            failures.append(error.sentence)
            continue
        if handed is not None:
            return Handed(handed.way, handed.cancelled, handed.draft, tuple(failures))
    return Handed(Way.WEBMAIL, failures=tuple(failures))


def purge(folder: Path, now: datetime) -> None:
    """Delete drafts older than KEPT_DAYS; one that cannot be deleted is left for another day."""
    limit = now.timestamp() - KEPT_DAYS * 86_400
    for path in folder.iterdir():
        with suppress(OSError):
            if path.suffix in _DRAFTS and path.stat().st_mtime < limit:
                path.unlink()


def _by(way: Way, message: Message, folder: Path, now: datetime, open_file: Callable[[Path], None]) -> Handed | None:
    """Try one way; None where it is not here, UserError where it failed."""
    if way is Way.MAPI:
        return Handed(way, cancelled=not mapi.checked(mapi.send(message, folder)))
    if way is Way.THUNDERBIRD:
        program = clients.thunderbird()
        # It knows no way to write an apostrophe within its options.
        if program is None or any("'" in address for address in (*message.to, *message.bcc)):
            return None
        body = free_path(folder / f"{slug(message.subject) or 'message'}.txt")
        write_whole(body, message.body.encode())
        return Handed(way) if _start(clients.thunderbird_command(program, message, body)) else None
    if way is Way.OUTLOOK:
        program = clients.classic_outlook()
        # Its switches take one file only; with more the draft says all.
        if program is None or len(message.attachments) > 1:
            return None
        return Handed(way) if _start(clients.outlook_command(program, message)) else None
    if way is Way.DRAFT:
        draft = free_path(folder / f"{slug(message.subject) or 'message'}.eml")
        write_draft(draft, message, now)
        open_file(draft)
        return Handed(way, draft=draft)
    return Handed(Way.WEBMAIL)


def _start(command: list[str]) -> bool:
    """Start a program detached from ours; False where it cannot be started."""
    # The packaged program's folders must not reach a program that is not ours.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "PYTHON"))}
    try:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=sys.platform != "win32",
        )
    except OSError:
        return False
    # Somebody has to take note of its end, however late it comes.
    threading.Thread(target=process.wait, daemon=True).start()
    return True
