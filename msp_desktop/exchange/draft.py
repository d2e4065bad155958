"""Write a message as a draft file (.eml) that a mail program opens ready to send."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from msp_desktop.db.faults import explained
from msp_desktop.domain.mail import Message
from msp_desktop.errors import UserError
from msp_desktop.files import write_whole
from msp_desktop.formats.emails import read_emails, wrong_sentence
from msp_desktop.formats.text import quoted
from msp_desktop.i18n import _
from msp_desktop.paths import make_folder

#: Largest message most town halls' mail boxes take, in bytes of files before coding.
LARGEST = 15_000_000

_TYPES = {
    ".pdf": ("application", "pdf"),
    ".docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".ics": ("text", "calendar"),
    ".xlsx": ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def write_draft(path: Path, message: Message, now: datetime) -> None:
    """Write the draft; UserError for a file that is gone, too large, or a disk that refuses."""
    content = draft_bytes(message, now)
    with explained():
        make_folder(path.parent)
        write_whole(path, content)


def check_addresses(message: Message) -> None:
    """Raise UserError for what is no address: it would be written into a header, or into another program's command."""
    for address in (*message.to, *message.bcc):
        found = read_emails(address)
        if found.addresses != (address,):
            raise UserError(
                wrong_sentence(found) or _("« {text} » is not one e-mail address.").format(text=quoted(address))
            )


def draft_bytes(message: Message, now: datetime) -> bytes:
    """Return the draft in MIME with CRLF; « X-Unsent: 1 » makes Outlook open it as a message to send."""
    check_addresses(message)
    draft = EmailMessage(policy=SMTP)
    draft["X-Unsent"] = "1"
    draft["Subject"] = " ".join(message.subject.split())
    for name, addresses in (("To", message.to), ("Bcc", message.bcc)):
        if addresses:
            draft[name] = ", ".join(addresses)
    draft["Date"] = format_datetime(now.astimezone())
    draft.set_content(message.body.rstrip() + "\n", cte="quoted-printable")
    for path in message.attachments:
        kind, subtype = _TYPES.get(path.suffix.lower(), ("application", "octet-stream"))
        params = {"charset": "utf-8"} if kind == "text" else {}
        draft.add_attachment(read_attachment(path), maintype=kind, subtype=subtype, filename=path.name, params=params)
    return draft.as_bytes()


def read_attachment(path: Path) -> bytes:
    """Return the bytes of a file to attach; UserError where it is gone or too large to be sent."""
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(
                _("« {name} » is too large for an e-mail: print it, or send it another way.").format(name=path.name)
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(_("« {name} » is no longer there: make it again.").format(name=path.name)) from error
    except OSError as error:
        raise UserError(
            _("« {name} » cannot be read: close the program that has it open, then try again.").format(name=path.name)
        ) from error
