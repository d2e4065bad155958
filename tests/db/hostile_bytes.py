"""Dossiers whose very bytes are strange: some are harmless and open, the others are pages that lead nowhere or in rounds."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.db.hostile import Craft, by_sql

PAGE = 4096


def _in_another_encoding(encoding: str) -> Craft:
    def craft(path: Path) -> None:
        other = path.with_name("autre.sqlite")
        with closing(sqlite3.connect(path)) as raw, closing(sqlite3.connect(other)) as made:
            made.execute(f"PRAGMA encoding='{encoding}'")
            for (sql,) in raw.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall():
                made.execute(sql)
            for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
                for row in raw.execute(f'SELECT * FROM "{table}"').fetchall():
                    made.execute(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', row)
            for name in ("application_id", "user_version"):
                made.execute(f"PRAGMA {name}={raw.execute(f'PRAGMA {name}').fetchone()[0]}")
            made.commit()
        other.replace(path)

    return craft


def _bytes(offset: int, content: bytes) -> Craft:
    def craft(path: Path) -> None:
        whole = bytearray(path.read_bytes())
        whole[offset : offset + len(content)] = content
        path.write_bytes(whole)

    return craft


#: Strange, and nobody's harm: they open, and go on as any other.
HARMLESS: dict[str, Craft] = {
    "wal": by_sql("PRAGMA journal_mode=WAL"),
    "wal_header": _bytes(18, b"\x02\x02"),
    "pages_of_512": by_sql("PRAGMA page_size=512; VACUUM"),
    "pages_of_1024": by_sql("PRAGMA page_size=1024; VACUUM"),
    "pages_of_65536": by_sql("PRAGMA page_size=65536; VACUUM"),
    "auto_vacuum": by_sql("PRAGMA auto_vacuum=1; VACUUM"),
    "auto_vacuum_by_steps": by_sql("PRAGMA auto_vacuum=2; VACUUM"),
    "utf_16_little": _in_another_encoding("UTF-16le"),
    "utf_16_big": _in_another_encoding("UTF-16be"),
    "encoding_unknown": _bytes(56, struct.pack(">I", 9)),  # SQLite takes its last two bits
    "many_free_pages": by_sql("CREATE TABLE a AS SELECT hex(zeroblob(200000)); DROP TABLE a"),
    "cache_of_a_gigabyte": by_sql("PRAGMA default_cache_size=1000000"),
}


def _pages_in_rounds(of: str, make: Callable[[int], bytes]) -> Craft:
    def craft(path: Path) -> None:
        with closing(sqlite3.connect(path)) as raw:
            root = raw.execute("SELECT rootpage FROM sqlite_master WHERE name=?", (of,)).fetchone()[0]
        whole = bytearray(path.read_bytes())
        last = len(whole) // PAGE
        whole[(root - 1) * PAGE : root * PAGE] = make(last + 1)
        for level in range(1, 16):
            whole += make(last + 1 + level)
        whole += whole[PAGE * 3 : PAGE * 4]
        whole[28:32] = struct.pack(">I", len(whole) // PAGE)
        path.write_bytes(whole)

    return craft


def _table_node(child: int) -> bytes:
    """Return an inner page of a table, all of whose 300 children are one and the same page."""
    cells = 300
    start = PAGE - 5 * cells
    pointers = b"".join(struct.pack(">H", start + 5 * number) for number in range(cells))
    head = struct.pack(">BHHHBI", 5, 0, cells, start, 0, child)
    return (head + pointers).ljust(start, b"\0") + (struct.pack(">I", child) + b"\x01") * cells


def _endless_text(path: Path) -> None:
    """Make the pages of one long text lead back to the first of them."""
    by_sql("UPDATE action SET notes=hex(zeroblob(50000)) WHERE id=1")(path)
    whole = bytearray(path.read_bytes())
    pages = [n for n in range(len(whole) // PAGE) if whole[n * PAGE + 4 : (n + 1) * PAGE] == b"0" * (PAGE - 4)]
    whole[pages[-1] * PAGE : pages[-1] * PAGE + 4] = struct.pack(">I", pages[0] + 1)
    path.write_bytes(whole)


#: Bytes that make no sense: each must be refused in a sentence.
BROKEN: dict[str, Craft] = {
    "table_in_rounds": _pages_in_rounds("person", _table_node),
    "table_in_itself": _pages_in_rounds("commune", lambda _child: _table_node(2)),
    "index_in_rounds": _pages_in_rounds("ix_attendance_person_id", _table_node),
    "list_of_tables_in_rounds": lambda path: _bytes(100, _table_node(2)[: PAGE - 100])(path),
    "text_in_rounds": _endless_text,
    "free_pages_that_are_used": _bytes(32, struct.pack(">II", 2, 5)),
    "free_pages_beyond": _bytes(32, struct.pack(">II", 999_999, 5)),
    "free_pages_by_the_million": _bytes(36, struct.pack(">I", 4_000_000_000)),
    "page_size_of_nothing": _bytes(16, b"\x00\x00"),
    "page_size_of_three": _bytes(16, b"\x00\x03"),
    "reserved_all": _bytes(20, b"\xff"),
    "payload_fractions": _bytes(21, b"\x01\x02\x03"),
    "schema_format_later": _bytes(44, struct.pack(">I", 99)),
    "written_by_a_later_sqlite": _bytes(18, b"\x09\x09"),
    "size_beyond": _bytes(28, struct.pack(">I", 9_000_000)),
    "first_page_noise": _bytes(100, bytes(range(256)) * 10),
}
