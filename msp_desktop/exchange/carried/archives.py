"""The files of a stranger's zip: counted first, read one at a time in bounded memory, never written anywhere."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.exchange.carried.names import is_hidden, own_name
from msp_desktop.exchange.carried.pdf import MOST

#: More files than anybody zips of a region's communes, more bytes than they have, more than their list has.
_MOST_MEMBERS, _MOST_BYTES, _MOST_LIST = 2_000, 250_000_000, 1_000_000
#: What an office document, which is an archive too, holds.
_OFFICE = frozenset({"[Content_Types].xml", "mimetype"})
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError, OSError)


def members(content: bytes) -> Iterator[tuple[str, bytes | RefusedError]]:
    """Yield the path within of each file, as the archive tells it, and its bytes, or why they are not read.

    RefusedError where the whole is: damaged, far too large, or another kind of document. The sizes it tells are what is
    allowed, and no file gives more bytes than told: what they sum up to bounds the work.
    """
    try:
        if _list_size(content) > _MOST_LIST:
            raise RefusedError(Why.TOO_LARGE)
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _DAMAGED as error:
        raise RefusedError(Why.DAMAGED) from error
    with archive:
        if _OFFICE & archive.NameToInfo.keys():
            raise RefusedError(Why.NOT_OURS)
        inside = [one for one in archive.infolist() if not one.is_dir() and not _is_unseen(one.filename)]
        if len(inside) > _MOST_MEMBERS or sum(one.file_size for one in inside) > _MOST_BYTES:
            raise RefusedError(Why.TOO_LARGE)
        if not inside:
            raise RefusedError(Why.EMPTY)
        for one in inside:
            yield one.filename, _content(archive, one)


def _content(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | RefusedError:
    if member.flag_bits & 1:
        return RefusedError(Why.ENCRYPTED)
    if member.file_size > MOST:
        return RefusedError(Why.TOO_LARGE)
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return RefusedError(Why.DAMAGED)  # others inflate without bounds, and no system zips so
    try:
        with archive.open(member) as source:
            return source.read(MOST)
    except _DAMAGED:
        return RefusedError(Why.DAMAGED)


def _is_unseen(name: str) -> bool:
    return is_hidden(own_name(name)) or name.startswith("__MACOSX/")


def _list_size(content: bytes) -> int:
    """Return the bytes of the list of files, which zipfile reads whole; 0 where its end is not found."""
    at = content.rfind(b"PK\x05\x06", max(0, len(content) - (1 << 16) - 22))
    return int.from_bytes(content[at + 12 : at + 16], "little") if at >= 0 else 0
