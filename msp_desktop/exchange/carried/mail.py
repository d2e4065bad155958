"""What is attached to a message as mail programs save it (.eml), and who says they sent it, when: said, not proven."""

from __future__ import annotations

import binascii
from collections.abc import Iterator
from datetime import UTC
from email import policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import collapse_rfc2231_value, parsedate_to_datetime

from msgspec import Struct
from typing_extensions import override

from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.exchange.carried.names import shown

#: Parts of a message, of its forwarded ones too, and lines that may begin one: no mail program writes as many.
_MOST_PARTS, _MOST_BOUNDARIES = 200, 5_000
#: The longest head of a message, in bytes: the stages of its way are in it.
_MOST_HEAD = 500_000
#: What is read of a field of the head, in characters.
_LONGEST = 2_000
_WRONG = (
    HeaderParseError,
    MessageError,
    LookupError,
    UnicodeError,
    ValueError,
    TypeError,
    AttributeError,
    binascii.Error,
)


class _AsWritten(policy.Compat32):
    """Fields as they are written: `policy.default` reads each as its standard says, and raises where mail programs do not."""

    @override
    def header_fetch_parse(self, name: str, value: str) -> str:
        return value


class Attached(Struct, frozen=True):
    """A file a message brings; `content` is itself a message where one was forwarded."""

    name: str
    content: bytes
    sent_by: str = ""
    sent_on: str = ""


def attached(content: bytes) -> Iterator[Attached]:
    """Yield what is attached to a message, and to those that were forwarded with it; RefusedError where it is damaged.

    What is shown between the words of a message (a logo, a signature) is left out by whoever knows what it looks for.
    """
    head = min((at for at in map(content.find, (b"\n\n", b"\n\r\n")) if at >= 0), default=len(content))
    if head > _MOST_HEAD or content.count(b"\n--") > _MOST_BOUNDARIES:
        raise RefusedError(Why.TOO_LARGE)
    try:
        message = BytesParser(policy=_AsWritten()).parsebytes(content)
    except (RecursionError, *_WRONG) as error:
        raise RefusedError(Why.DAMAGED) from error
    yield from _parts(message)


def _parts(message: Message) -> Iterator[Attached]:
    """Look at each part without recursion, in the order of the message: nesting is the sender's choice."""
    waiting: list[tuple[Message, Message, int]] = [(message, message, 0)]
    for _seen in range(_MOST_PARTS):
        if not waiting:
            return
        part, sent, forwarded = waiting.pop()
        inner = part.get_payload()
        if isinstance(inner, list):
            within = part.get_content_maintype() == "message"
            if within and forwarded:
                raise RefusedError(Why.NESTED)
            held = [one for one in inner if isinstance(one, Message)]
            waiting += reversed([(one, one if within else sent, forwarded + within) for one in held])
            continue
        name = _name(part)
        if name:
            yield Attached(name, _bytes(part), shown(_field(sent, "From")), _moment(sent))
    raise RefusedError(Why.TOO_LARGE)


def _bytes(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except _WRONG:
        return b""
    return content if isinstance(content, bytes) else b""


def _name(part: Message) -> str:
    try:
        name = part.get_param("filename", None, "content-disposition") or part.get_param("name", None, "content-type")
        return _decoded(collapse_rfc2231_value(name)) if name else ""
    except _WRONG:
        return ""


def _field(message: Message, name: str) -> str:
    try:
        return _decoded(str(message.get(name, "")))
    except _WRONG:
        return ""


def _decoded(text: str) -> str:
    """Return words of a head as they are read: « =?utf-8?Q?Mairie_d’Aug=C3=A8res?= »."""
    text = text[:_LONGEST].encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return str(make_header(decode_header(text)))
    except _WRONG:
        return text


def _moment(message: Message) -> str:
    """Return when it says it was sent, "" where it does not, or in no known way."""
    try:
        moment = parsedate_to_datetime(_field(message, "Date"))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).isoformat()
    except (*_WRONG, OverflowError):
        return ""
