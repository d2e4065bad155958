"""What a file holds, one piece after another: itself, or what is in the archive or the mail it is."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.exchange.carried.archives import members
from msp_desktop.exchange.carried.kinds import Kind, kind_of
from msp_desktop.exchange.carried.mail import attached
from msp_desktop.exchange.carried.names import WITHIN, own_name, shown
from msp_desktop.exchange.carried.pdf import MOST

#: Of what a mail brings, that which may be a document for the federation: the rest is logos and signatures.
_BROUGHT = frozenset({Kind.PDF, Kind.JSON, Kind.ARCHIVE, Kind.DOSSIER, Kind.OUTLOOK, Kind.MAIL})
#: What holds other files, and how many of the kind may hold one another.
_WITHIN = {Kind.ARCHIVE: 1, Kind.MAIL: 2}


class Piece(Struct, frozen=True, kw_only=True):
    """A file that holds no others, or why it cannot be looked into; `name` is what is shown (« envoi.zip › inventaire.pdf »)."""

    name: str
    content: bytes = b""
    kind: Kind = Kind.OTHER
    why: Why | None = None
    sent_by: str = ""
    sent_on: str = ""


def pieces(name: str, content: bytes) -> Iterator[Piece]:
    """Yield what a file holds, always in one order: an archive holds no other, a mail at most one that was forwarded."""
    yield from _pieces(Piece(name=name, content=content), ())


def _pieces(piece: Piece, within: tuple[Kind, ...]) -> Iterator[Piece]:
    kind = kind_of(piece.name, piece.content)
    if kind not in _WITHIN:
        yield replace(piece, kind=kind)
        return
    try:
        if within.count(kind) >= _WITHIN[kind]:
            raise RefusedError(Why.NESTED)
        for one in _members(piece) if kind is Kind.ARCHIVE else _attached(piece):
            if one.why is None:
                yield from _pieces(one, (*within, kind))
            else:
                yield one
    except RefusedError as error:
        yield replace(piece, kind=kind, why=error.why)


def _members(piece: Piece) -> Iterator[Piece]:
    for name, content in members(piece.content):
        one = replace(piece, name=piece.name + WITHIN + shown(own_name(name)), content=b"")
        yield replace(one, why=content.why) if isinstance(content, RefusedError) else replace(one, content=content)


def _attached(piece: Piece) -> Iterator[Piece]:
    some = False
    for one in attached(piece.content):
        if kind_of(one.name, one.content) not in _BROUGHT:
            continue
        some = True
        yield Piece(
            name=piece.name + WITHIN + shown(own_name(one.name)),
            content=one.content,
            why=Why.TOO_LARGE if len(one.content) > MOST else None,
            sent_by=one.sent_by or piece.sent_by,
            sent_on=one.sent_on or piece.sent_on,
        )
    if not some:
        raise RefusedError(Why.EMPTY)
