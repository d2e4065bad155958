"""Which mail programs are installed, and the command line by which each opens a new message."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path, PurePath
from urllib.parse import quote

from msp_desktop.domain.mail import Message
from msp_desktop.exchange.mailers.registry import ReadValue, read_value
from msp_desktop.formats.emails import in_a_link

_CLIENTS = r"Software\Clients\Mail"
_APP_PATHS = r"Software\Microsoft\Windows\CurrentVersion\App Paths"


def has_mapi(read: ReadValue = read_value) -> bool:
    """Tell whether the mail program by default offers Simple MAPI: named in the registry, its DLL on the disk.

    Without this check MAPISendMail would open a wizard that ends nowhere.
    """
    name = read(_CLIENTS, "")
    if not name:
        return False
    key = rf"{_CLIENTS}\{name}"
    dlls = (read(key, "DLLPathEx"), read(key, "DLLPath"))
    return any(dll and (Path(dll.strip('"')).is_file() or Path(dll).name.casefold() == "mapi32.dll") for dll in dlls)


def thunderbird(read: ReadValue = read_value) -> Path | None:
    """Return the path of Thunderbird, None where it is not here."""
    return _program("thunderbird", "thunderbird.exe", read)


def classic_outlook(read: ReadValue = read_value) -> Path | None:
    """Return the path of the classic Outlook, which takes switches; None where it is not here."""
    return _program("", "OUTLOOK.EXE", read)


def opens_drafts(read: ReadValue = read_value) -> bool:
    """Tell whether some program opens .eml files here."""
    if sys.platform == "win32":
        chosen = read(r"Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.eml\UserChoice", "ProgId")
        return bool(chosen or read(r"Software\Classes\.eml", ""))
    query = shutil.which("xdg-mime")
    if query is None:
        return False
    try:
        done = subprocess.run(
            [query, "query", "default", "message/rfc822"], capture_output=True, encoding="utf-8", timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return bool(done.stdout.strip())


def thunderbird_command(program: Path, message: Message, body_file: Path) -> list[str]:
    """Return the command that opens a new message in Thunderbird.

    The body is read from a text file, which keeps its line ends whatever the account's format. Values stand between
    apostrophes: those of the subject are made curly, which is what French wants anyway; where the file's own path
    has one (a user named L'Hermite), the body is given in words.
    """
    body = f"body='{_curly(message.body)}'" if "'" in str(body_file) else f"message='{body_file}'"
    parts = [
        f"to='{','.join(message.to)}'",
        f"bcc='{','.join(message.bcc)}'" if message.bcc else "",
        f"subject='{_curly(' '.join(message.subject.split()))}'",
        body,
        f"attachment='{','.join(file_address(path.absolute()) for path in message.attachments)}'"
        if message.attachments
        else "",
    ]
    return [str(program), "-compose", ",".join(filter(None, parts))]


def file_address(path: PurePath) -> str:
    """Return a file's address as Thunderbird takes it: a share's server is no host, it stands in the path (five slashes)."""
    plain = str(path)
    if plain.startswith(r"\\?\UNC" + "\\"):
        plain = "\\\\" + plain[8:]
    address = type(path)(plain.removeprefix("\\\\?\\")).as_uri()
    return address if address.startswith("file:///") else address.replace("file://", "file://///", 1)


def _curly(text: str) -> str:
    return text.replace("'", "’")


def outlook_command(program: Path, message: Message) -> list[str]:
    """Return the command that opens a new message in the classic Outlook; it takes one attachment at most."""
    bcc = f"&bcc={in_a_link(';'.join(message.bcc))}" if message.bcc else ""
    address = (
        f"{';'.join(in_a_link(one) for one in message.to)}?subject={quote(message.subject)}{bcc}"
        f"&body={quote(message.body.replace(chr(10), chr(13) + chr(10)))}"
    )
    command = [str(program), "/c", "ipm.note", "/m", address]
    if message.attachments:
        command += ["/a", str(message.attachments[0].absolute())]
    return command


def _program(name: str, exe: str, read: ReadValue) -> Path | None:
    listed = read(rf"{_APP_PATHS}\{exe}", "")
    if listed:
        path = Path(listed.strip('"'))
        return path if path.is_file() else None
    found = shutil.which(name) if name and sys.platform != "win32" else None
    return Path(found) if found else None
