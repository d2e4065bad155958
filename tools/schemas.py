"""Keep the list of the tables and indices each revision of a dossier may have: `msp_desktop/db/schemas.json`.

    python tools/schemas.py update    rewrite the list, and keep a dossier of today's revision in tests/data
    python tools/schemas.py check     fail where the list is out of step

What a revision may have is found, never written by hand: the dossiers kept in tests/data as each revision made them,
and every one of them migrated through each later revision, since Alembic writes a table's text in its own way.
"""

from __future__ import annotations

import gzip
import json
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from msp_desktop.db.admission import objects_in
from msp_desktop.db.dossier import close_dossier, create_dossier
from msp_desktop.db.engine import SCHEMA_VERSION, connect
from msp_desktop.db.migrate import migrate
from msp_desktop.errors import UserError
from msp_desktop.services.sample import make_sample

ROOT = Path(__file__).parent.parent
LIST = ROOT / "msp_desktop" / "db" / "schemas.json"
DATA = ROOT / "tests" / "data"
TODAY = date(2026, 4, 28)


def main(command: str) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if command == "update":
            LIST.write_text(listed(folder), encoding="utf-8")
            if not _is_kept(folder):
                _keep(folder)
            return 0
        if listed(folder) != LIST.read_text(encoding="utf-8") or not _is_kept(folder):
            print("python tools/schemas.py update: the list of tables is out of step", file=sys.stderr)
            return 1
    return 0


def listed(folder: Path) -> str:
    """Return the list as it should be: each object's text, with the revisions in which it may be so."""
    found: dict[tuple[str, ...], set[int]] = {}
    for revision, path in _lineages(folder):
        with closing(sqlite3.connect(path)) as raw:
            for one in objects_in(raw):
                found.setdefault(one, set()).add(revision)
    rows = [[*one, sorted(found[one])] for one in sorted(found)]
    return "[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n"


def _lineages(folder: Path) -> Iterator[tuple[int, Path]]:
    """Yield a dossier for each way of coming to each revision, with that revision."""
    yield SCHEMA_VERSION, _fresh(folder)
    for kept in sorted(DATA.glob("dossier-r*.msp100.gz")):
        born = int(kept.name.removeprefix("dossier-r").removesuffix(".msp100.gz"))
        path = folder / f"r{born}.msp100"
        path.write_bytes(gzip.decompress(kept.read_bytes()))
        yield born, path
        for revision in range(born + 1, SCHEMA_VERSION + 1):
            with closing(connect(path)) as raw:
                migrate(raw, path, target=revision).unlink()
            yield revision, path


def _fresh(folder: Path) -> Path:
    path = folder / "neuf.msp100"
    if not path.exists():
        with suppress(UserError):  # made, then not admitted, where the list is not yet in step
            close_dossier(create_dossier(path))
    return path


def _kept_as() -> Path:
    return DATA / f"dossier-r{SCHEMA_VERSION}.msp100.gz"


def _is_kept(folder: Path) -> bool:
    if not _kept_as().exists():
        return False
    kept = folder / "garde.msp100"
    kept.write_bytes(gzip.decompress(_kept_as().read_bytes()))
    with closing(sqlite3.connect(kept)) as one, closing(sqlite3.connect(_fresh(folder))) as other:
        return objects_in(one) == objects_in(other)


def _keep(folder: Path) -> None:
    store = make_sample(folder, TODAY)
    close_dossier(store)
    _kept_as().write_bytes(gzip.compress(store.path.read_bytes(), mtime=0))


if __name__ == "__main__":
    if sys.argv[1:] not in (["update"], ["check"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
