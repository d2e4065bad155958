"""Read a TOML file of the method into frozen values, refusing what does not fit."""

from __future__ import annotations

import re
import threading
from binascii import crc32
from collections.abc import Iterable
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

from msp_desktop.paths import resource


class Content(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A value of the method's content: every key known, every needed key there, every type right.

    `source` tells the kit's words from what the application adds beside them, « ours »; `ours` names the keys that are
    ours in an entry of the kit.
    """

    source: Literal["kit", "ours"] = "kit"
    ours: tuple[str, ...] = ()

    def is_ours(self, key: str = "") -> bool:
        """Tell whether an entry, or one of its keys, is ours and not the kit's."""
        return self.source == "ours" or key in self.ours


C = TypeVar("C", bound=Content)

#: msgspec learns a type while it first reads one, and crashes where two threads learn it at once: the start page reads
#: each dossier in a thread of its own.
_LEARNING = threading.RLock()


class MethodError(Exception):
    """A fault in the method's content, told with its file and key: a mistake of ours, or of whoever edited the file."""


def load(kind: type[C], name: str) -> C:
    """Return resources/method/<name>.toml as one value of `kind`; MethodError names the file, the key and the line.

    What was compiled when the application was built is taken where it was made from this very file.
    """
    source = resource("method", f"{name}.toml").read_bytes()
    with _LEARNING:
        ready = _ready(kind, name, source)
        return ready if ready is not None else checked(kind, name, source)


def compiled(source: bytes) -> bytes:
    """Return a TOML file of the method made quick to read: msgpack of its fingerprint and of its values, set in French."""
    import tomllib

    return msgspec.msgpack.encode((fingerprint(source), _typeset(tomllib.loads(source.decode()))))


def fingerprint(source: bytes) -> bytes:
    """Return what tells an edited file from the one compiled: its length and its CRC-32.

    A cryptographic hash would load OpenSSL, 4 MB, at each start.
    """
    return f"{len(source)}-{crc32(source):08x}".encode()


def unique_codes(values: Iterable[Any], where: str) -> None:
    """Refuse two entries with one code."""
    seen = set()
    for value in values:
        if value.code in seen:
            raise MethodError(f"{where}: the code « {value.code} » stands twice")
        seen.add(value.code)


def _ready(kind: type[C], name: str, source: bytes) -> C | None:
    """Return what was compiled from this very TOML; None in a working copy, or where a federation edited the file."""
    try:
        made = resource("method", f"{name}.msgpack").read_bytes()
        digest, content = msgspec.msgpack.decode(made, type=tuple[bytes, msgspec.Raw])
        return msgspec.msgpack.decode(content, type=kind) if digest == fingerprint(source) else None
    except (OSError, msgspec.DecodeError):
        return None


def checked(kind: type[C], name: str, source: bytes) -> C:
    """Return the text of a TOML file as one value of `kind`; MethodError names the file, the key and the line."""
    import tomllib

    try:
        text = source.decode()
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise MethodError(f"{name}.toml: {error}") from error
    try:
        return msgspec.convert(_typeset(table), kind)
    except msgspec.ValidationError as error:
        what, _at, path = str(error).partition(" - at `$.")
        steps = _steps(path.rstrip("`"), table)
        where = "".join(f"{step}: " for step in (f"{name}.toml", steps) if step)
        raise MethodError(f"{where}{what} (line {_line(text, steps, what)})") from error


def _typeset(value: Any) -> Any:
    """Return a value of TOML with French spaces in its sentences: they are written with plain ones, by hand.

    On screen and on paper no line then begins with « : ».
    """
    if isinstance(value, str):
        from msp_desktop.formats.typography import french  # its expressions take a while: not for a compiled method

        return french(value) if " " in value else value
    if isinstance(value, list):
        return [_typeset(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _typeset(entry) for key, entry in value.items()}
    return value


def _steps(path: str, table: dict[str, Any]) -> str:
    """Return msgspec's path to a fault with the key it leaves out, written « [...] », of a table of words."""
    if not path.endswith("[...]"):
        return path
    name = path.removesuffix("[...]")
    words: Any = table
    for index, key in re.findall(r"\[(\d+)\]|(\w+)", name):
        words = words[int(index)] if index else words[key]
    return f"{name}.{next(key for key, word in words.items() if not isinstance(word, str))}"


def _line(text: str, path: str, what: str) -> int:
    """Return the number of the line where an entry, and the key within it, are written."""
    lines = text.splitlines()
    start, end = 0, len(lines)
    entry = re.match(r"(\w+)\[(\d+)\]", path)
    if entry:
        heads = [at for at, line in enumerate(lines) if line.strip() == f"[[{entry[1]}]]"]
        if int(entry[2]) < len(heads):
            heads.append(len(lines))
            start, end = heads[int(entry[2])], heads[int(entry[2]) + 1]
    keys = [*re.findall(r"[a-z_]\w*", path), *re.findall(r"unknown field `(\w+)`", what)]
    for key in reversed(keys):
        pattern = re.compile(rf"\s*(\[{key}\]|{key}\s*=)")
        for at in range(start, end):
            if pattern.match(lines[at]):
                return at + 1
    return start + 1
