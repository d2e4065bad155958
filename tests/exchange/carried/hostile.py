"""What strangers may send, by kinds: each small, made as it is asked for, and none of it to be taken.

`READABLE` are the files that hold more than they should, and whose data are as they should be: what they add is left alone.
Add to any whatever you think of.
"""

from __future__ import annotations

import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO

from pypdf import PdfWriter

from msp_desktop.domain.carried.envelope import encoded
from tests.exchange.carried.papers import archive, commune, message, objects, paper, sent, specification, stream

FLATE = b"/Filter/FlateDecode"
CATALOG = b"<</Type/Catalog/AF[2 0 R]>>"
GIGABYTE = 1 << 30
OURS = encoded(commune())


def bomb(size: int = GIGABYTE) -> bytes:
    """A stream of zlib that inflates to so many zeros: one block of a million, again and again."""
    engine = zlib.compressobj(9)
    first = engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    again = engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    return first + again * ((size >> 20) - 1) + engine.flush()


def carries(embedded: bytes, *more: bytes, catalog: bytes = CATALOG, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF whose third object is where the file should be."""
    return objects(catalog, specification(3), embedded, *more, trailer=trailer)


def with_table(table: bytes, *, before: bytes = b"") -> bytes:
    """A PDF that has a stream for a table."""
    head = b"%PDF-1.7\n" + before
    return head + b"9 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(head)


def _table(entries: bytes, content: bytes) -> bytes:
    return with_table(stream(content, b"/Type/XRef/W[1 4 2]/Root 1 0 R" + entries + FLATE))


def _object_stream(content: bytes, many: int = 1) -> bytes:
    """A PDF whose catalog is in an object stream of a stranger."""
    head = b"%PDF-1.7\n"
    packed = b"5 0 obj\n" + stream(content, b"/Type/ObjStm/N %d/First 5" % many + FLATE) + b"\nendobj\n"
    at = len(head) + len(packed)
    rows = struct.pack(">BIH", 0, 0, 0) + struct.pack(">BIH", 2, 5, 0) + struct.pack(">BIH", 1, at, 0)
    rows += struct.pack(">BIH", 1, len(head), 0)
    table = stream(zlib.compress(rows), b"/Type/XRef/W[1 4 2]/Root 1 0 R/Size 6/Index[0 3 5 1]" + FLATE)
    return head + packed + b"2 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % at


def _noise(size: int, seed: int = 7) -> bytes:
    return random.Random(seed).randbytes(size)


def _protected(content: bytes) -> bytes:
    """The same PDF as our protected copies are, that anybody opens."""
    target = BytesIO()
    writer = PdfWriter(clone_from=BytesIO(content))
    writer.encrypt("", "owner", algorithm="AES-256")
    writer.write(target)
    return target.getvalue()


def _many(count: int) -> bytes:
    return b"%PDF-1.7\n" + b"".join(b"%d 0 obj<<>>endobj\n" % number for number in range(1, count))


PDFS: Mapping[str, Callable[[], bytes]] = {
    "the embedded stream inflates to a gigabyte": lambda: carries(stream(bomb(), FLATE)),
    "an object stream inflates to a gigabyte": lambda: _object_stream(bomb()),
    "an object stream says it has a thousand million objects": lambda: _object_stream(
        zlib.compress(b"1 0  <<>>"), 10**9
    ),
    "the table inflates to a gigabyte": lambda: _table(b"/Size 9", bomb()),
    "the table has millions of rows": lambda: _table(b"/Size 9/Index[0 9000000]", bomb(63_000_000)),
    "the table's columns are as wide as can be": lambda: with_table(
        stream(zlib.compress(bytes(99)), b"/Type/XRef/W[1 999999999 999999999]/Size 9/Root 1 0 R" + FLATE)
    ),
    "a predictor of a thousand million columns": lambda: with_table(
        stream(
            zlib.compress(bytes(99)),
            b"/Type/XRef/W[1 4 2]/Size 9/Root 1 0 R/DecodeParms<</Predictor 12/Columns 999999999>>" + FLATE,
        )
    ),
    "a length of a thousand thousand million": lambda: carries(stream(OURS, length=10**12)),
    "a length that is itself": lambda: carries(b"<</Length 3 0 R>>\nstream\nx\nendstream"),
    "arrays in arrays a million deep": lambda: carries(b"[" * 10**6),
    "dictionaries in dictionaries": lambda: carries(b"<</A" * 10**6),
    "a catalog in arrays": lambda: carries(b"null", catalog=b"[" * 10**6 + b"]" * 10**6),
    "references that go round": lambda: carries(b"4 0 R", b"5 0 R", b"3 0 R"),
    "a reference to itself": lambda: carries(b"3 0 R"),
    "a catalog that is itself": lambda: carries(stream(OURS), catalog=b"1 0 R"),
    "names that go round": lambda: carries(
        b"<</Kids[3 0 R]>>", catalog=b"<</Type/Catalog/Names<</EmbeddedFiles 3 0 R>>>>"
    ),
    "fifty filters": lambda: carries(stream(OURS, b"/Filter[" + b"/FlateDecode" * 50 + b"]")),
    "fifty filters before the objects": lambda: with_table(
        stream(zlib.compress(b"x"), b"/Type/XRef/W[1 4 2]/Size 9/Root 1 0 R/Filter[" + b"/FlateDecode" * 50 + b"]")
    ),
    "a filter of images": lambda: carries(stream(OURS, b"/Filter/JBIG2Decode")),
    "parameters of the filter": lambda: carries(stream(zlib.compress(OURS), FLATE + b"/DecodeParms<</Columns 9>>")),
    "many objects without a table": lambda: _many(300_000),
    "many objects and a catalog that is not among them": lambda: _many(100_000) + b"trailer<</Root 999999 0 R>>\n%%EOF",
    "a string that never ends": lambda: carries(b"(" + b"a" * 4_000_000),
    "strings in strings": lambda: carries(b"(" * 2_000_000),
    "a name that never ends": lambda: carries(b"/" + b"#41" * 1_000_000),
    "a number that never ends": lambda: carries(b"9" * 2_000_000),
    "a comment that never ends": lambda: b"%PDF-1.7\n%" + b"a" * 8_000_000,
    "ends of file without end": lambda: b"%PDF-1.7\n" + b"startxref\n0\n%%EOF\n" * 100_000,
    "twenty thousand embedded files": lambda: carries(
        stream(OURS), catalog=b"<</Type/Catalog/AF[" + b"4 0 R " * 19_999 + b"2 0 R]>>"
    ),
    "two streams of the name": lambda: objects(
        b"<</Type/Catalog/AF[2 0 R 3 0 R]>>", specification(4), specification(5), stream(OURS), stream(OURS)
    ),
    "a file that is an array": lambda: carries(b"[1 2 3]"),
    "a list that is a number": lambda: carries(stream(OURS), catalog=b"<</Type/Catalog/AF 7>>"),
    "a catalog that is a string": lambda: carries(stream(OURS), catalog=b"(catalog)"),
    "a file elsewhere on the disk": lambda: carries(
        b"<</Length 0/F(/etc/passwd)/Filter/FlateDecode>>\nstream\n\nendstream"
    ),
    "a password": lambda: carries(
        stream(OURS),
        b"<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%s)/U(%s)>>" % (b"o" * 32, b"u" * 32),
        trailer=b"/Root 1 0 R/Encrypt 4 0 R/ID[<00><00>]",
    ),
    "an empty password": lambda: _protected(sent()),
    "cut in half": lambda: sent()[: len(sent()) // 2],
    "only a head": lambda: b"%PDF-1.7",
    "noise after a head": lambda: b"%PDF-1.7\n" + _noise(300_000),
    "noise in the midst": lambda: sent()[:80] + _noise(3_000) + sent()[80:],
    "data that is not": lambda: paper(b'{"format":"sante-100-jours/donnees","version":1}'),
    "data of noise": lambda: paper(_noise(5_000)),
    "data of a later version": lambda: paper(b'{"format":"sante-100-jours/donnees","version":99}'),
}

READABLE: Mapping[str, Callable[[], bytes]] = {
    "it runs scripts when it is opened": lambda: carries(
        stream(OURS),
        b"<</S/JavaScript/JS(app.launchURL\\('http://192.0.2.7/'\\))>>",
        b"<</S/Launch/F(/bin/sh)/Win<</F(cmd.exe)>>>>",
        catalog=b"<</Type/Catalog/AF[2 0 R]/OpenAction 4 0 R/AA<</WC 5 0 R>>/Names<</JavaScript<</Names[(a) 4 0 R]>>>>>>",
    ),
    "it points elsewhere": lambda: carries(
        stream(OURS),
        b"<</S/URI/URI(http://192.0.2.7/)>>",
        catalog=b"<</Type/Catalog/AF[2 0 R]/URI<</Base(\\\\\\\\192.0.2.7\\\\x)>>>>",
    ),
    "a table that follows itself": lambda: carries(stream(OURS)).replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9"),
    "a length below nothing": lambda: carries(stream(zlib.compress(OURS), FLATE, length=-5)),
    "a table far away": lambda: sent().replace(b"startxref\n", b"startxref\n9999999999999"),
    "it goes on after its end": lambda: sent() + _noise(10_000),
}


def _zip(*members: tuple[str, bytes]) -> bytes:
    return archive(members)


def _told(content: bytes, *, size: int) -> bytes:
    """The same archive, whose list tells another size of each file."""
    packed = bytearray(content)
    at = packed.find(b"PK\x01\x02")
    while at >= 0:
        packed[at + 24 : at + 28] = struct.pack("<I", size)
        at = packed.find(b"PK\x01\x02", at + 4)
    return bytes(packed)


def _overlapping(count: int) -> bytes:
    """An archive whose every file is the same bytes."""
    packed = archive([("a.pdf", bytes(20_000_000))])
    start = packed.find(b"PK\x01\x02")
    end = packed.find(b"PK\x05\x06")
    entry = packed[start:end]
    tail = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, start, 0)
    return packed[:start] + entry * count + tail


def _flagged(content: bytes, flag: int, method: int) -> bytes:
    packed = bytearray(content)
    for mark, places in ((b"PK\x03\x04", (6, 8)), (b"PK\x01\x02", (8, 10))):
        at = packed.find(mark)
        packed[at + places[0] : at + places[1] + 2] = struct.pack("<HH", flag, method)
    return bytes(packed)


def _bomb_zip(method: int, size: int = 20_000_000) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", method) as packed:
        packed.writestr("a.pdf", bytes(size))
    return target.getvalue()


ARCHIVES: Mapping[str, Callable[[], bytes]] = {
    "a file of 30 MB": lambda: _bomb_zip(zipfile.ZIP_DEFLATED, 30_000_000),
    "a file that says it is smaller than it is": lambda: _told(_bomb_zip(zipfile.ZIP_DEFLATED), size=9),
    "a file packed by LZMA": lambda: _bomb_zip(zipfile.ZIP_LZMA),
    "a file packed by bzip2": lambda: _bomb_zip(zipfile.ZIP_BZIP2),
    "three thousand files": lambda: _zip(*((f"{n}.pdf", b"") for n in range(3_000))),
    "a thousand files that are one": lambda: _overlapping(1_000),
    "a few files that are one": lambda: _overlapping(4),
    "an archive in it": lambda: _zip(("b.zip", _zip(("a.pdf", sent())))),
    "a workbook in it": lambda: _zip(("b.xlsx", _zip(("[Content_Types].xml", b"<a/>")))),
    "a workbook": lambda: _zip(("[Content_Types].xml", b"<a/>"), ("a.pdf", sent())),
    "a password": lambda: _flagged(_zip(("a.pdf", sent())), 1, 8),
    "packed in no known way": lambda: _flagged(_zip(("a.pdf", sent())), 0, 97),
    "cut in half": lambda: _zip(("a.pdf", sent()))[:200],
    "noise": lambda: b"PK\x03\x04" + _noise(50_000),
    "an end alone": lambda: b"PK\x05\x06" + bytes(18),
    "a list of millions of bytes": lambda: (
        b"PK\x03\x04" + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 9, 9, 2**31, 0, 0)
    ),
    "nothing": lambda: _zip(),
    "bytes that changed": lambda: _zip(("a.txt", b"a" * 999)).replace(b"\x4b\x4c", b"\x4b\x4d"),
}

#: Names that would be written elsewhere, if anything were.
SLIPS = (
    "../../x/a.pdf",
    "/etc/a.pdf",
    "C:\\Windows\\a.pdf",
    "\\\\192.0.2.7\\p\\a.pdf",
    "a\u202efdp.pdf",
    "a\n\tb.pdf",
    "n" * 9_000 + ".pdf",
)


def _mail(head: bytes, body: bytes = b"") -> bytes:
    return b"From: a@b.example\r\nMIME-Version: 1.0\r\n" + head + b"\r\n\r\n" + body


def _nested(depth: int) -> bytes:
    parts = [
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number) for number in range(depth)
    ]
    return _mail(parts[0][:-2].split(b"\r\n")[0], b"--b0\r\n" + b"".join(parts[1:]))


def _forwarded(times: int) -> bytes:
    told = message(("a.pdf", sent()))
    for _time in range(times):
        told = message(told)
    return told


MIXED = b"Content-Type: multipart/mixed; boundary=x"

MAILS: Mapping[str, Callable[[], bytes]] = {
    "a hundred thousand parts": lambda: _mail(MIXED, b"--x\r\n\r\n\r\n" * 100_000),
    "four thousand parts": lambda: _mail(
        MIXED, b"--x\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-\r\n" * 4_000
    ),
    "parts in parts": lambda: _nested(4_000),
    "parts in parts, some": lambda: _nested(60),
    "a boundary that never closes": lambda: _mail(
        MIXED, b"--x\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n%PDF-"
    ),
    "a boundary of nothing": lambda: _mail(b'Content-Type: multipart/mixed; boundary=""', b"--\r\n--\r\n" * 1_000),
    "a boundary that is all": lambda: _mail(b"Content-Type: multipart/mixed; boundary=" + b"x" * 400_000, b"--xx\r\n"),
    "a million fields": lambda: _mail(b"X-A: b\r\n" * 10**6 + b"X-B: c"),
    "a field of ten million letters": lambda: _mail(b"Subject: " + b"a" * 10**7),
    "a field folded again and again": lambda: _mail(b"Subject: a" + b"\r\n b" * 100_000),
    "a name in pieces": lambda: _mail(
        b"Content-Disposition: attachment;" + b"".join(b" filename*%d*=a;" % n for n in range(20_000))
    ),
    "a name in words that never end": lambda: _mail(
        b"Content-Disposition: attachment; filename=" + b"=?utf-8?q?a" * 10**5
    ),
    "a name in no language": lambda: _mail(
        b"Content-Disposition: attachment; filename*=nowhere'fr'%E9%FF.pdf", b"%PDF-"
    ),
    "an address that opens and never closes": lambda: message(("a.pdf", b"%PDF-")).replace(
        b"From: ", b"From: " + b'(<"' * 50_000
    ),
    "bytes that are no base64": lambda: _mail(
        b"Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64",
        b"%PDF-\xff\xfe====!!\0" * 999,
    ),
    "forwarded and forwarded and forwarded": lambda: _forwarded(3),
    "an archive of archives": lambda: message(("a.zip", _zip(("b.zip", _zip(("a.pdf", sent())))))),
    "what Outlook packs": lambda: message(("winmail.dat", b"\x78\x9f\x3e\x22" + _noise(500))),
    "nothing attached": lambda: message(),
    "a head alone": lambda: b"From: a@b.example\r\n",
    "noise after a head": lambda: b"From: a@b.example\r\n" + _noise(200_000),
    "NUL everywhere": lambda: _mail(MIXED + b"\0", b"\0" * 10**6),
}


def _with(field: bytes) -> bytes:
    return OURS[:-1] + b"," + field + b"}"


TEXTS: Mapping[str, Callable[[], bytes]] = {
    "a million open brackets": lambda: b"[" * 10**6,
    "a million open braces": lambda: b'{"a":' * 10**6,
    "brackets in a field nobody knows": lambda: _with(b'"new":' + b"[" * 10**5 + b"]" * 10**5),
    "a NUL": lambda: OURS.replace(b"Aug", b"A\\u0000g"),
    "a raw NUL": lambda: OURS.replace(b"Aug", b"A\0g"),
    "a mark that turns words around": lambda: OURS.replace(b"Aug", "A\u202eg".encode()),
    "half a character": lambda: OURS.replace(b"Aug", b"A\\ud800g"),
    "no UTF-8": lambda: OURS.replace(b"Aug", b"A\xffg"),
    "UTF-16": lambda: OURS.decode().encode("utf-16"),
    "no number": lambda: _with(b'"phases":[{"number":NaN,"done":1,"total":1}]'),
    "a number without end": lambda: _with(b'"phases":[{"number":1e400,"done":1,"total":1}]'),
    "a number of 400 figures": lambda: _with(b'"phases":[{"number":1,"done":1' + b"0" * 400 + b',"total":1}]'),
    "a key given twice": lambda: _with(b'"day_zero":7'),
    "a text of a million letters": lambda: OURS.replace(b"Aug", b"A" * 900_000),
    "a file of two million bytes": lambda: OURS + b" " * 2_000_000,
    "a list of thousands": lambda: _with(b'"places":[' + b'{"profession":"gp","place":"here","n":1},' * 9_999 + b"{}]"),
    "another's": lambda: b'{"format":"elsewhere","version":1}',
    "a later one": lambda: b'{"format":"sante-100-jours/donnees","version":2}',
    "nothing": lambda: b"{}",
    "no date": lambda: OURS.replace(b"2026-04-01", b"9999-99-99"),
    "a year far away": lambda: OURS.replace(b"2026-04-01", b"9999-04-01"),
}

OTHERS: Mapping[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "noise": lambda: _noise(100_000),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + _noise(500),
    "a message of Outlook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000),
    "a base of another": lambda: b"SQLite format 3\0" + bytes(4_080),
    "a base of noise": lambda: b"SQLite format 3\0" + _noise(20_000),
    "blanks": lambda: b" " * 10**6,
}

#: Those that take long to make or to refuse: seconds in all.
LONG = {
    "dictionaries in dictionaries",
    "many objects without a table",
    "a string that never ends",
    "strings in strings",
    "a comment that never ends",
    "a file packed by LZMA",
    "a file packed by bzip2",
    "a few files that are one",
    "four thousand parts",
    "parts in parts",
    "a boundary that is all",
    "a name in pieces",
    "a name in words that never end",
}
KINDS = {"pdf": PDFS, "zip": ARCHIVES, "eml": MAILS, "json": TEXTS, "msg": OTHERS}
