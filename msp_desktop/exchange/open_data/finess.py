"""FINESS+ (« finess-structures-…json »): looked through as bytes, and decoded only where the communes sought are named.

It holds owners (`pmej`), each with its establishments (`ege`), in 0.7 to 0.9 GB: parsed whole, it takes 4 GB of memory.
Only an establishment's own main address counts (`usageAdresse` « 03 »), never its owner's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Set
from datetime import date
from typing import Any, TypedDict

import msgspec
from msgspec import Struct

from msp_desktop.domain.official import FileFound, FileKind, SourceFile
from msp_desktop.exchange.open_data.errors import is_damaged, not_recognised
from msp_desktop.exchange.open_data.establishments import Told, day_of, offer_of, tidy, town_line
from msp_desktop.exchange.open_data.gathering import Give
from msp_desktop.exchange.open_data.sought import Sought
from msp_desktop.exchange.open_data.streams import BLOCK, Stream

#: The largest establishment, in bytes: a hospital with 150 addresses has a tenth of it.
LONGEST = 1 << 20
#: Where so much was looked at closely in vain, in bytes, the file is damaged or made to keep us busy.
MOST_VAIN = 32 * LONGEST

_EGE, _PMEJ, _COG = b'"informationsGeneralesEGE"', b'"informationsGeneralesPMEJ"', b'"cogCommune"'
#: How a commune's code begins where none is told (null, "", nothing): the postcode then says whether to look closer.
_UNTOLD = frozenset((b"n", b",", b"}", b""))
#: What stands before a commune's code where no space does, as nearly everywhere.
_TOLD = b':"'
#: Establishments that are made offers in one go, which is faster than between two blocks of the file.
_SOME = 200
#: Bytes after a key within which its value stands, whatever the spaces.
_NEAR = 40
#: What both keys begin with.
_INFOS = b'"informationsGenerales'
_MAIN, _ACTIVE = "03", "A"
#: The commune of an establishment without a main address: none is sought by it.
_NOWHERE = "?"
#: Up to the next brace outside of strings, to a quote that opens what does not end here, or to the end.
_FORWARD = re.compile(rb'(?:[^"{}]++|"(?:[^"\\]++|\\.)*+")*+([{}"]|\Z)', re.DOTALL)
#: The same read backwards, where a quote that a backslash goes before does not end the string.
_BACKWARD = re.compile(rb'(?:[^"{}]++|"(?:[^"]++|"(?=\\(?:\\\\)*+(?!\\)))*+")*+([{}"]|\Z)')
_DATED = re.compile(rb'"generatedAt"\s*:\s*"([^"]{10,40})"')
_COVERS = re.compile(rb'"departements"\s*:\s*\[([^\]]{0,2000})\]')


class _Entry(TypedDict, total=False):
    """What is read of an establishment: the rest, most of it, is looked over without being made."""

    informationsGeneralesEGE: Any
    categorieentiteGeographiqueExercice: Any
    adresse: Any
    contact: Any
    etatObjet: Any
    dateDerniereMaj: Any


_DECODER: msgspec.json.Decoder[Any] = msgspec.json.Decoder(_Entry)


class Scan(Struct, kw_only=True):
    """What a file was seen to be: how many addresses it holds, whether any establishment, whether something is missing.

    `vain` are the bytes that were decoded, or not, without being an establishment.
    """

    addresses: int = 0
    known: bool = False
    incomplete: bool = False
    vain: int = 0


def recognises(head: bytes) -> bool:
    """Tell whether these are the first bytes of it: an object that says of which schema it is, or begins with owners."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") and any(key in head for key in (b'"pmej"', b'"gco"', _PMEJ, _EGE))


def read(stream: Stream, sought: Sought, give: Give, size: int = BLOCK) -> FileFound:
    """Give the establishments of the communes sought; NotOfficialError where the file is another one.

    Its `lines` are the addresses it holds.
    """
    scan = Scan()
    codes = frozenset(code.encode() for code in sought.codes)
    entries = establishments(stream, codes, scan, size)
    while some := list(itertools.islice(entries, _SOME)):
        for offer in filter(None, [offer_of(told_of(entry), sought) for entry in some]):
            give(offer)
    if not scan.known or not scan.addresses:
        raise not_recognised(stream.name)
    return FileFound(
        file=SourceFile(
            kind=FileKind.FINESS,
            name=stream.name,
            dated_on=day_told(stream.head) or stream.dated_on,
            lines=scan.addresses,
            incomplete=scan.incomplete,
            covers=_covers(stream.head),
        )
    )


def establishments(stream: Stream, codes: Set[bytes], scan: Scan, size: int = BLOCK) -> Iterator[dict[str, Any]]:
    """Yield the establishments one of whose addresses may be in a commune of these codes, and tell `scan` of the rest.

    What cannot be decoded is left out, and makes the file incomplete. What stays in memory begins with the last
    establishment that was begun, or with one that is sought and not whole yet.
    """
    text, at, addresses = b"", 0, 0
    while True:
        piece = stream.read(size)
        text += piece
        last = max(text.rfind(_EGE), text.rfind(_PMEJ))
        keep = max(_opening(text, last, 1) if last >= 0 else 0, len(text) - LONGEST, 0)
        known = len(text) - _NEAR if piece else len(text)
        scan.known = scan.known or last >= 0
        following, at = at, text.find(_COG, at)
        while 0 <= at < known:
            following = at + len(_COG)
            value = text[following + 2 : following + 7]
            if value.isalnum() and text.startswith(_TOLD, following):
                is_near = value in codes
            else:
                value = text[following : following + _NEAR].lstrip(b' \t\r\n:"')[:5]
                is_near = value in codes or value[:1] in _UNTOLD
            begin, entry, end = _whole(text, at) if is_near else (-1, None, -1)
            if is_near and (entry or not _is_owner(text, begin, at)):
                end = end if entry else _end(text, begin)
                if begin >= 0 and end < 0 and piece and len(text) - begin < LONGEST:
                    keep, following = min(keep, begin), at
                    break
                entry = entry or (_decoded(text[begin:end]) if end >= 0 else None)
                if entry and isinstance(entry.get("informationsGeneralesEGE"), dict):
                    yield entry
                    addresses += text.count(_COG, following, end)
                    following = end
                else:
                    scan.incomplete = scan.incomplete or entry is None
                    scan.vain += LONGEST if entry is None else end - begin
                    if scan.vain > MOST_VAIN:
                        raise is_damaged(stream.name)
            addresses += 1
            at = text.find(_COG, following)
        if not piece:
            scan.addresses = addresses
            scan.incomplete = scan.incomplete or not _is_closed(text, last)
            return
        if at < 0:
            following = max(following, len(text) - len(_COG) + 1)
        keep = min(keep, following)
        text, at = text[keep:], following - keep


def told_of(entry: dict[str, Any]) -> Told:
    """Return what an establishment's object tells; an address without any usage is its main one where it is alone."""
    infos = entry["informationsGeneralesEGE"]
    places = _each(entry.get("adresse"))
    main = [place for place in places if tidy(place.get("usageAdresse")).zfill(2) == _MAIN]
    if not main and len(places) == 1 and not tidy(places[0].get("usageAdresse")):
        main = places
    place = main[0] if main else {}
    telecoms = [telecom for contact in _each(entry.get("contact")) for telecom in _each(contact.get("telecom"))]
    said = {key: tidy(place.get(key)) for key in ("codePostal", "ligneAcheminement", "cogCommune")}
    postcode, town = town_line(said["ligneAcheminement"])
    return Told(
        finess=tidy(infos.get("numFinessEge")).replace(" ", ""),
        name=tidy(infos.get("nomEgeLong")) or tidy(infos.get("nomEgeCourt")),
        is_open=tidy(entry.get("etatObjet")).upper() == _ACTIVE and not tidy(infos.get("dateFermeture")),
        category=tidy(entry.get("categorieentiteGeographiqueExercice")),
        code=said["cogCommune"].upper() if place else _NOWHERE,
        postcode=said["codePostal"][:5] or postcode,
        town=town,
        number=tidy(place.get("numeroVoie")),
        repeat=tidy(place.get("complementVoie")),
        street_kind=tidy(place.get("typeVoie")),
        street=tidy(place.get("libelleVoie")),
        place=tidy(place.get("lieuDit")),
        phone=_first(telecoms, "telephone"),
        email=_first(telecoms, "courriel"),
        opened_on=tidy(infos.get("dateOuverture")),
        updated_on=tidy(entry.get("dateDerniereMaj")),
    )


def _opening(text: bytes, at: int, levels: int) -> int:
    """Return where the object begins in which a key stands at `at`, or the one around that; -1 where it is not in the text."""
    if levels == 1 and text[max(0, at - 1) : at] == b"{":
        return at - 1  # as nearly all stand
    reach = 1 << 9
    while True:
        low, level = max(0, at - reach), levels
        for token in _BACKWARD.finditer(text[low:at][::-1]):
            mark = token[1]
            if mark not in (b"{", b"}"):
                break  # a string that begins before what is looked at
            level += (mark == b"}") - (mark == b"{")
            if not level:
                return at - token.end()
        if not low or reach >= LONGEST:
            return -1
        reach <<= 3


def _begun(text: bytes, at: int) -> int:
    """Return where the establishment that was begun before `at` begins, where what it is was told not far before; -1 where it is not."""
    told = text.rfind(_EGE, max(0, at - (1 << 12)), at)
    if told < 0 or text.find(_PMEJ, told, at) >= 0:
        return -1
    return _opening(text, told, 1)


def _whole(text: bytes, at: int) -> tuple[int, dict[str, Any] | None, int]:
    """Return where the object begins that has the address a key stands in at `at`, the object and its end where they tell at once."""
    begin = _begun(text, at)
    entry, end = _next_begins(text, begin, at)
    if not entry:
        begin = _opening(text, at, 2)
        entry, end = _next_begins(text, begin, at) if not _is_owner(text, begin, at) else (None, -1)
    return begin, entry, end


def _is_owner(text: bytes, begin: int, at: int) -> bool:
    """Tell whether it is an owner that begins there: its own address is told before its establishments."""
    return begin >= 0 and text.find(_PMEJ, begin, at) >= 0 and text.find(_EGE, begin, at) < 0


def _next_begins(text: bytes, begin: int, at: int) -> tuple[dict[str, Any] | None, int]:
    """Return the object that begins there and its end where it stands right before the next of the file, as nearly all do.

    Only what is a whole object is one: elsewhere, and where keys stand in another order, braces are to be counted (`_end`).
    """
    following = text.find(_INFOS, at, begin + LONGEST) if begin >= 0 else -1
    if following < 0:
        return None, -1
    end = text.rfind(b"}", at, text.rfind(b"{", at, following)) + 1
    if text.startswith(_PMEJ, following):
        end = text.rfind(b"}", at, text.rfind(b"]", at, end)) + 1  # after it, the owner's list and the owner end
    return (_decoded(text[begin:end]), end) if end else (None, -1)


def _end(text: bytes, begin: int) -> int:
    """Return where the object that begins there ends, -1 where its end is not in the text."""
    level = 0
    for token in _FORWARD.finditer(text, begin, begin + LONGEST) if begin >= 0 else ():
        mark = token[1]
        if mark not in (b"{", b"}"):
            return -1
        level += (mark == b"{") - (mark == b"}")
        if not level:
            return token.end()
    return -1


def _decoded(raw: bytes) -> dict[str, Any] | None:
    """Return the object that bytes are, in UTF-8 or else in cp1252; None where they are none."""
    try:
        entry: dict[str, Any] = _DECODER.decode(raw)
    except UnicodeDecodeError:
        return _decoded(raw.decode("cp1252", "replace").encode())
    except (msgspec.DecodeError, RecursionError):
        return None
    return entry


def _is_closed(text: bytes, last: int) -> bool:
    """Tell whether all that is open where the last owner or establishment is told is closed at the end of the file."""
    if not text.rstrip().endswith(b"}"):
        return False
    if last < 0:
        return True  # much stands after the last one: nothing else can be told
    level = 3 if text.startswith(_EGE, last) else 2  # the file, the owner, the establishment
    for token in _FORWARD.finditer(text, last):
        if token[1] == b'"':
            return False  # a string that does not end
        level += (token[1] == b"{") - (token[1] == b"}")
    return level == 0


def _each(value: Any) -> list[dict[str, Any]]:
    """Return the objects of a list, of which one alone may be told without its list."""
    return [entry for entry in (value if isinstance(value, list) else [value]) if isinstance(entry, dict)]


def _first(entries: list[dict[str, Any]], key: str) -> str:
    return next((said for said in (tidy(entry.get(key)) for entry in entries) if said), "")


def day_told(head: bytes) -> date | None:
    """Return the day a file says it was made, by its first bytes; None where it does not."""
    found = _DATED.search(head)
    return day_of(found[1].decode("ascii", "replace")) if found else None


def _covers(head: bytes) -> tuple[str, ...]:
    """Return the departments of a pack, which it tells before its first owner."""
    found = _COVERS.search(head.partition(_PMEJ)[0])
    return tuple(re.findall(r"\w{2,3}", found[1].decode("ascii", "replace"))) if found else ()
