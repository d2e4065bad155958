"""Run a tool, time a step, stop with one sentence."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path


class BuildError(SystemExit):
    """Stop the build with a sentence that says what to do."""


@contextmanager
def step(title: str) -> Iterator[None]:
    """Print a step and the seconds it took."""
    begun = time.monotonic()
    print(f"-- {title}", flush=True)
    yield
    print(f"   {time.monotonic() - begun:.1f} s", flush=True)


def run(command: Sequence[str | Path], *, cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    """Run a tool and return what it printed; stop with all it said where it fails."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError as error:
        raise BuildError(f"{words[0]} is missing: install the packages that packaging/README.md lists.") from error
    if done.returncode != 0:
        print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
        raise BuildError(f"{' '.join(words[:4])}… failed with code {done.returncode}")
    return done.stdout + done.stderr


def sha256(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def expect_sha256(path: Path, wanted: str) -> None:
    """Stop where a file is not the one that was pinned."""
    found = sha256(path)
    if found != wanted:
        raise BuildError(f"{path.name}: SHA-256 {found}, but {wanted} is pinned. Do not use this file.")
