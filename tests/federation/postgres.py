"""A PostgreSQL server of the tests' own: Debian's, on a socket in a folder, ended with the run; no port is opened."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

#: Where Debian puts them, which is on no PATH.
_PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))


def installed() -> bool:
    """Tell whether Debian's server is there."""
    return bool(_PROGRAMS)


@contextmanager
def server(trust: bool = True) -> Iterator[Path]:
    """Run a server, as the user `postgres` where this is root (initdb refuses root), and give the folder of its socket.

    Where it does not trust, the user `tester` has the password « tester ».
    """
    programs = _PROGRAMS[-1]
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path has 107 bytes at most
    try:
        if as_user:
            shutil.chown(folder, "postgres")
        secret = folder / "secret"
        secret.write_text("tester")
        secret.chmod(0o644)
        _run([*as_user, str(programs / "initdb"), "-D", str(folder / "data"), "-U", "tester", "--pwfile", str(secret),
              "-A", "trust" if trust else "scram-sha-256",
              "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])  # fmt: skip
        control = [*as_user, str(programs / "pg_ctl"), "-D", str(folder / "data"), "-w"]
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=40"
        _run([*control, "-l", str(folder / "log"), "-o", settings, "start"])
        try:
            yield folder
        finally:
            _run([*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_base(folder: Path, name: str, user: str = "tester") -> str:
    """Make an empty base on a server and return its URL."""
    import psycopg

    with psycopg.connect(
        host=str(folder), user="tester", password="tester", dbname="postgres", autocommit=True
    ) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload, unused-ignore]
    return f"postgresql+psycopg://{user}@/{name}?host={folder}"


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr
