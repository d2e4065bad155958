"""The national RPPS and FINESS files: reading what concerns some communes, against the least that reads all of the file.

Made at each run (`tools/make_national_files.py`): NATIONAL_SCALE=0.1 makes a tenth of them, NATIONAL_FILES=FOLDER takes or keeps those of
a folder. Times are the processor's, so that other jobs of the machine weigh little; memory and gaps are those of the real worker.
"""

from __future__ import annotations

import gzip
import importlib.util
import io
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.pairs import Absent, Beside, Figure, Limit, compared
from msp_desktop.exchange import communes as known
from msp_desktop.exchange.open_data.reading import Reading, Refused
from msp_desktop.exchange.open_data.recognise import read_official
from msp_desktop.exchange.open_data.sought import sought_of
from tools import make_national_files as national

ROUNDS = 3
#: Bars, against the bare loop over every line, or the bare scan of FINESS.
DEPARTMENT, ANYWHERE, DEPARTMENT_ZIP, ANYWHERE_ZIP, FINESS = 0.5, 1.25, 0.75, 1.1, 1.3
#: The most memory of the worker, in megabytes; the longest the window may be held up meanwhile, in milliseconds.
PEAK, GAP = 25.0, 50.0
BLOCK = 1 << 20
_COG = b'"cogCommune"'


def measure() -> Iterator[Figure | Limit | Absent | Beside]:
    """Compare reading with the bare loops, then look at the worker's memory and at the window meanwhile."""
    kept = os.environ.get("NATIONAL_FILES")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(kept or temporary)
        _make(folder)
        rpps, packed = folder / national.RPPS_NAME, folder / national.ZIP_NAME
        finess, finess_packed = folder / national.FINESS_NAME, folder / f"{national.FINESS_NAME}.gz"
        department = [entry.insee for entry in known.search("23", 10_000)]
        anywhere = _anywhere()
        yield from _rpps(rpps, packed, department, anywhere)
        yield from _finess(finess, finess_packed, department, anywhere)
        yield from _packs(rpps)
        for path, what in ((rpps, "RPPS"), (packed, "RPPS, zip"), (finess_packed, "FINESS, gz")):
            for insee, words in ((department, "a department"), (anywhere, "300 communes")):
                yield Limit(_peak(path, insee), PEAK, "MB", f"peak memory of the worker, {what}, {words}")
        yield from _gap(rpps, anywhere)


def _make(folder: Path) -> None:
    if not (folder / f"{national.FINESS_NAME}.gz").exists():
        national.main([str(folder), "--zip", "--scale", os.environ.get("NATIONAL_SCALE", "1")])


def _anywhere() -> list[str]:
    """Return 300 communes, 25 of each of twelve departments, drawn by lot: small and large, as in the whole country."""
    codes = ("01", "14", "22", "29", "33", "44", "59", "63", "67", "76", "87", "02")
    chance = random.Random(national.SEED)
    every = ([entry.insee for entry in known.search(code, 2_000) if entry.department_code == code] for code in codes)
    return [insee for some in every for insee in chance.sample(some, 25)]


def _rpps(rpps: Path, packed: Path, department: list[str], anywhere: list[str]) -> Iterator[Figure | Absent | Beside]:
    for insee, words, plain, zipped in (
        (department, f"{len(department)} communes of one department", DEPARTMENT, DEPARTMENT_ZIP),
        (anywhere, f"{len(anywhere)} communes of twelve departments", ANYWHERE, ANYWHERE_ZIP),
    ):
        sought = sought_of(insee)
        codes = frozenset(code.encode() for code in sought.codes)
        yield compared(
            _spent(lambda sought=sought: read_official(rpps, sought)),  # type: ignore[misc]
            _spent(lambda codes=codes: _bare_loop(rpps, codes)),  # type: ignore[misc]
            ROUNDS, plain, f"RPPS: {words}, against a bare loop that cuts every line",
        )  # fmt: skip
        yield compared(
            _spent(lambda sought=sought: read_official(packed, sought)),  # type: ignore[misc]
            _spent(lambda codes=codes: _bare_loop(packed, codes)),  # type: ignore[misc]
            ROUNDS, zipped, f"RPPS from the zip: {words}, against inflating it and that loop",
        )  # fmt: skip
        yield from _peers(rpps, codes, words)


def _peers(rpps: Path, codes: frozenset[bytes], words: str) -> Iterator[Absent | Beside]:
    floor = _median(_spent(lambda: _bare_loop(rpps, codes)))
    if shutil.which("grep") is None:
        yield Absent("grep is not installed")
    else:
        took = _median(lambda: _grep(rpps, codes))
        yield Beside(
            took / floor, "×", f"grep -F for the same codes ({words}), false hits with them, against the bare loop"
        )
    if importlib.util.find_spec("duckdb") is None:
        yield Absent("DuckDB is not installed (nothing of ours needs it)")
    else:
        took = _median(_spent(lambda: _duckdb(rpps, codes)))
        yield Beside(took / floor, "×", f"DuckDB ({words}), all its threads, against the bare loop")


def _finess(plain: Path, packed: Path, department: list[str], anywhere: list[str]) -> Iterator[Figure]:
    for path, how in ((plain, "FINESS"), (packed, "FINESS, gz")):
        for insee, words in ((department, "a department"), (anywhere, "300 communes")):
            sought = sought_of(insee)
            codes = frozenset(code.encode() for code in sought.codes)
            yield compared(
                _spent(lambda path=path, sought=sought: read_official(path, sought)),  # type: ignore[misc]
                _spent(lambda path=path, codes=codes: _bare_scan(path, codes)),  # type: ignore[misc]
                ROUNDS, FINESS, f"{how}: {words}, against a bare scan of the same bytes",
            )  # fmt: skip


def _packs(rpps: Path) -> Iterator[Beside]:
    from msp_desktop.exchange.open_data.pack import write_packs
    from msp_desktop.method.departments import kit_departments

    codes = [department.code for department in kit_departments().departments]
    floor = _median(_spent(lambda: _bare_loop(rpps, frozenset((b"23096",)))))
    with tempfile.TemporaryDirectory() as folder:
        took = _spent(lambda: write_packs(rpps, codes, Path(folder)))()
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
    yield Beside(took / floor, "×", f"all packs in one pass ({size:.0f} MB), against the bare loop")


def _spent(act: Callable[[], object]) -> Callable[[], float]:
    """Return what does something and tells the seconds of processor it took."""

    def timed() -> float:
        began = time.process_time()
        act()
        return time.process_time() - began

    return timed


def _median(timed: Callable[[], float]) -> float:
    return statistics.median(timed() for _round in range(ROUNDS))


def _bare_loop(path: Path, codes: frozenset[bytes]) -> int:
    """Count the rows whose commune is one of those codes, with a line of Python for each."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(national.RPPS_NAME) as inside:
            lines = io.BufferedReader(inside, BLOCK)  # type: ignore[arg-type]  # whose own lines are slow
            return sum(line.split(b"|", 37)[36] in codes for line in lines)
    with path.open("rb") as plain:
        return sum(line.split(b"|", 37)[36] in codes for line in plain)


def _bare_scan(path: Path, codes: frozenset[bytes]) -> int:
    """Count the communes that are one of those codes, block by block, with nothing decoded."""
    found = 0
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as source:
        while block := source.read(BLOCK):
            at = block.find(_COG)
            while at >= 0:
                opening = block.find(b'"', at + len(_COG))
                found += block[opening + 1 : opening + 6] in codes
                at = block.find(_COG, at + len(_COG))
    return found


def _grep(path: Path, codes: frozenset[bytes]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # Into nothing, grep would stop at the first line that it finds.
    needles = b"\n".join(b"|%s|" % code for code in codes)
    subprocess.run(
        ["grep", "-c", "-F", "-f", "-", str(path)],
        input=needles,
        stdout=subprocess.PIPE,
        check=False,
        env={"LC_ALL": "C", "PATH": os.environ["PATH"]},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _duckdb(path: Path, codes: frozenset[bytes]) -> object:
    import duckdb

    wanted = ",".join(f"'{code.decode()}'" for code in sorted(codes))
    return duckdb.sql(
        f"SELECT * FROM read_csv('{path}', delim='|', quote='', escape='', header=true, all_varchar=true) "
        f'WHERE "Code commune (coord. structure)" IN ({wanted})'
    ).fetchall()


def _peak(path: Path, insee: Sequence[str]) -> float:
    """Return the most memory that the worker has had, in megabytes, as Linux counts it."""
    reading, most = Reading([path], insee), 0
    while not reading.wait(0.002):
        most = max(most, _memory(reading.pid))
    refused = [one.sentence for one in reading.results if isinstance(one, Refused)]
    assert not refused, refused
    return most / 1e3


def _memory(pid: int | None) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def _gap(rpps: Path, insee: Sequence[str]) -> Iterator[Limit | Beside]:
    """Run the event loop in a process of its own, where nothing else was loaded: the window's, with a table painted again and again.

    Of each, the smallest of the rounds: what else runs on the machine only adds to a gap.
    """
    rounds = [(_gap_of("", rpps, insee), _gap_of("reads", rpps, insee)) for _round in range(ROUNDS)]
    alone, read = (min(some) for some in zip(*rounds, strict=True))
    yield Beside(alone[0], "ms", "a window painted again and again while nothing is read")
    yield Limit(read[0], GAP, "ms", "the longest time the same window waits while the worker reads")
    worked = min(reads[1] for _alone, reads in rounds)
    yield Beside(worked, "ms", "the most that the window's own process works meanwhile, between two of its turns")


def _gap_of(words: str, rpps: Path, insee: Sequence[str]) -> tuple[float, ...]:
    """Return what one run prints: the longest gap, and the most that the process itself worked in one, in milliseconds."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.national_gap", words, str(rpps), ",".join(insee)],
        stdout=subprocess.PIPE, encoding="ascii", check=True,
    )  # fmt: skip
    return tuple(map(float, done.stdout.split()))
