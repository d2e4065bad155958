"""Bytes that say what they are, and of which version: decoded with every check, or refused with the reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from msp_desktop.domain.carried import data, reply
from msp_desktop.domain.carried.data import CommuneData
from msp_desktop.domain.carried.refusals import RefusedError, Why
from msp_desktop.domain.carried.reply import Reply

#: The longest file, in bytes: that of a town of 300 professionals is 40 kB.
LONGEST = 1_000_000
_BOM = b"\xef\xbb\xbf"
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)

Upgrade = Callable[[dict[str, Any]], dict[str, Any]]
#: What leads a content of a version to the next one: a later version brings its own, `{1: to_2}`.
UPGRADES: Mapping[int, Upgrade] = {}

_Told = TypeVar("_Told", CommuneData, Reply)


class _Envelope(Struct, frozen=True):
    """The two fields that each version has: they choose how the rest is read."""

    format: str
    version: int


_ENVELOPES = msgspec.json.Decoder(_Envelope)


def decoded_data(content: bytes) -> CommuneData:
    """Return what a commune sent, of any version there has been; RefusedError, and nothing else, where it is not that."""
    return _decoded(content, CommuneData, get_args(data.Format)[0], data.VERSION, UPGRADES)


def decoded_reply(content: bytes) -> Reply:
    """Return a federation's answer; RefusedError, and nothing else, where it is not that."""
    return _decoded(content, Reply, get_args(reply.Format)[0], reply.VERSION, {})


def encoded(told: CommuneData | Reply) -> bytes:
    """Return the JSON of it, in UTF-8, one line."""
    return msgspec.json.encode(told)


def content_id(told: CommuneData) -> str:
    """Return what tells this content from others: the same whatever the document, the moment, the application or the order."""
    still = replace(
        told,
        made_at=_EPOCH,
        sender=replace(told.sender, application=""),
        **{name: tuple(sorted(getattr(told, name), key=msgspec.json.encode)) for name in _SETS},
    )
    return hashlib.sha256(msgspec.json.encode(still, order="deterministic")).hexdigest()[:32]


#: Lists whose order says nothing.
_SETS = ("phases", "vigilances", "places", "departures", "ages", "crossed")


def schema_of(told: type[CommuneData] | type[Reply]) -> dict[str, Any]:
    """Return the JSON Schema (Draft 2020-12) that says the same as the type does."""
    module = data if told is CommuneData else reply
    name = get_args(module.Format)[0].replace("/", ":")
    schema = msgspec.json.schema(told)
    for described in schema["$defs"].values():
        if "description" in described:
            described["description"] = " ".join(described["description"].split())
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{name}:{module.VERSION}",
        **schema,
    }


def _decoded(
    content: bytes, told: type[_Told], format_name: str, version: int, upgrades: Mapping[int, Upgrade]
) -> _Told:
    if len(content) > LONGEST:
        raise RefusedError(Why.TOO_LARGE)
    content = content.removeprefix(_BOM)
    try:
        envelope = _ENVELOPES.decode(content)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(Why.NOT_OURS) from error
    if envelope.format != format_name or envelope.version < 1:
        raise RefusedError(Why.NOT_OURS)
    _refuse_twice(content)
    if envelope.version > version:
        raise RefusedError(Why.TOO_NEW)
    try:
        if envelope.version == version:
            return msgspec.json.decode(content, type=told)
        fields: dict[str, Any] = msgspec.json.decode(content, type=dict)
        for older in range(envelope.version, version):
            fields = upgrades[older](fields)
        return msgspec.convert(fields, type=told)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(Why.INVALID, _where(error)) from error


def _refuse_twice(content: bytes) -> None:
    """Raise RefusedError where an object says a field twice: one program would keep the first, another the last."""
    try:
        _PAIRS.decode(content.decode())
    except (ValueError, RecursionError) as error:
        raise RefusedError(Why.INVALID) from error


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len({name for name, _value in pairs}) != len(pairs):
        raise ValueError("a field said twice")


#: Looks at the names of fields alone: what a number is, and how long, is for the type to say.
_PAIRS = json.JSONDecoder(object_pairs_hook=_once, parse_int=len, parse_float=len, parse_constant=len)


def _where(error: Exception) -> str:
    """Return the place that an error tells, never its text: that quotes our patterns."""
    at = str(error).rpartition(" - at `")[2]
    return at.removesuffix("`")[:200] if at.startswith("$") else ""
