"""Simple MAPI: ask the mail program by default to show a message ready to send.

The call blocks until the message's window is closed, and the DLL that answers belongs to another program that may
crash: it is made in a process of its own, which reads the message from a file and whose exit code says MAPI's.
"""

from __future__ import annotations

import ctypes
import json
import subprocess
import sys
from pathlib import Path

import msgspec
from msgspec.structs import asdict

from msp_desktop.domain.mail import Message
from msp_desktop.errors import UserError
from msp_desktop.files import draft_folder, write_whole
from msp_desktop.i18n import _
from msp_desktop.paths import own_command

#: The hidden word of the command line that app.py gives to `send_from_file`.
WORD = "mapi-send"

SUCCESS, CANCELLED = 0, 1
_TO, _BCC = 1, 3
_LOGON_UI, _DIALOG = 0x1, 0x8
_NOT_IN_TEXT = 0xFFFFFFFF
#: A process that dies without a code of MAPI's own (a crash of the mail program's DLL).
CRASHED = -1
#: MAPI's codes, 0 to 26, are told from Python's own exit codes and from those of a crash by this much.
_FIRST_CODE, _LAST_CODE = 100, 199


class _FileDesc(ctypes.Structure):
    _fields_ = (
        ("ulReserved", ctypes.c_ulong),
        ("flFlags", ctypes.c_ulong),
        ("nPosition", ctypes.c_ulong),
        ("lpszPathName", ctypes.c_wchar_p),
        ("lpszFileName", ctypes.c_wchar_p),
        ("lpFileType", ctypes.c_void_p),
    )


class _RecipDesc(ctypes.Structure):
    _fields_ = (
        ("ulReserved", ctypes.c_ulong),
        ("ulRecipClass", ctypes.c_ulong),
        ("lpszName", ctypes.c_wchar_p),
        ("lpszAddress", ctypes.c_wchar_p),
        ("ulEIDSize", ctypes.c_ulong),
        ("lpEntryID", ctypes.c_void_p),
    )


class _Message(ctypes.Structure):
    _fields_ = (
        ("ulReserved", ctypes.c_ulong),
        ("lpszSubject", ctypes.c_wchar_p),
        ("lpszNoteText", ctypes.c_wchar_p),
        ("lpszMessageType", ctypes.c_wchar_p),
        ("lpszDateReceived", ctypes.c_wchar_p),
        ("lpszConversationID", ctypes.c_wchar_p),
        ("flFlags", ctypes.c_ulong),
        ("lpOriginator", ctypes.c_void_p),
        ("nRecipCount", ctypes.c_ulong),
        ("lpRecips", ctypes.POINTER(_RecipDesc)),
        ("nFileCount", ctypes.c_ulong),
        ("lpFiles", ctypes.POINTER(_FileDesc)),
    )


class _Request(msgspec.Struct, frozen=True):
    """A message as its file holds it."""

    to: tuple[str, ...]
    bcc: tuple[str, ...]
    subject: str
    body: str
    attachments: tuple[str, ...]


def send(message: Message, folder: Path, command: list[str] | None = None) -> int:
    """Show the message in the mail program and return MAPI's code once its window is closed; CRASHED where it died.

    `command` is the start of the worker's command line, this application's own by default.
    """
    values = asdict(message) | {"attachments": [str(path.absolute()) for path in message.attachments]}
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    # It holds addresses: kept no longer than needed, and swept where this program is killed meanwhile.
    with draft_folder(folder) as place:
        request = place / "message.json"
        write_whole(request, json.dumps(values, ensure_ascii=False).encode())
        try:
            worker = subprocess.run(
                [*(command or own_command()), WORD, str(request)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=flags,
                check=False,
            )
        except OSError:
            return CRASHED
    return worker.returncode - _FIRST_CODE if _FIRST_CODE <= worker.returncode <= _LAST_CODE else CRASHED


def exit_code(code: int) -> int:
    """Map a MAPI code to the worker's exit code: a windowed program has no output to report through."""
    return _FIRST_CODE + code if 0 <= code <= _LAST_CODE - _FIRST_CODE else 1


def send_from_file(request: Path) -> int:
    """Read a message from a file, call MAPI, and return its code: the worker process's whole work.

    UserError for a file that holds no message.
    """
    try:
        asked = msgspec.json.decode(request.read_bytes(), type=_Request)
    except (OSError, msgspec.DecodeError, RecursionError) as error:
        raise UserError(_("This file holds no message to send.")) from error
    return call(
        Message(
            to=asked.to,
            bcc=asked.bcc,
            subject=asked.subject,
            body=asked.body,
            attachments=tuple(Path(path) for path in asked.attachments),
        )
    )


def call(message: Message) -> int:
    """Call MAPISendMailW and return its code; CRASHED where Windows has none. It blocks."""
    if sys.platform != "win32":
        return CRASHED
    try:
        function = ctypes.WinDLL("mapi32.dll").MAPISendMailW
    except (OSError, AttributeError):
        return CRASHED
    function.restype = ctypes.c_ulong
    function.argtypes = [
        ctypes.c_size_t, ctypes.c_size_t, ctypes.POINTER(_Message), ctypes.c_ulong, ctypes.c_ulong,
    ]  # fmt: skip
    people = [(_TO, address) for address in message.to] + [(_BCC, address) for address in message.bcc]
    recipients = (_RecipDesc * len(people))(
        *(_RecipDesc(0, kind, address, f"SMTP:{address}", 0, None) for kind, address in people)
    )
    files = (_FileDesc * len(message.attachments))(
        *(_FileDesc(0, 0, _NOT_IN_TEXT, str(path), path.name, None) for path in message.attachments)
    )
    body = message.body.replace("\n", "\r\n")
    whole = _Message(
        0, message.subject, body, None, None, None, 0, None, len(people), recipients, len(message.attachments), files
    )
    return int(function(0, 0, ctypes.byref(whole), _LOGON_UI | _DIALOG, 0))


def sentence(code: int) -> str:
    """Return why the mail program did not take the message, in the user's words."""
    reasons = {
        3: _("it has no account, or the password was refused"),
        5: _("it lacks memory"),
        9: _("it takes no more files"),
        11: _("the file to attach cannot be found"),
        12: _("the file to attach cannot be opened"),
        14: _("it does not know the addressee"),
        18: _("the text is too long for it"),
        21: _("several people have that name in its address book"),
    }
    reason = reasons.get(code, _("it stopped") if code == CRASHED else _("error {code}").format(code=code))
    return _("The mail program did not take the message: {reason}.").format(reason=reason)


def checked(code: int) -> bool:
    """Tell whether the message was shown (True) or cancelled by the user (False); UserError for a failure."""
    if code in (SUCCESS, CANCELLED):
        return code == SUCCESS
    raise UserError(sentence(code))
