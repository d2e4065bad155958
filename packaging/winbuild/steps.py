"""Run a tool, time a step, stop with one sentence."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
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


def run(
    command: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    within: float | None = None,
    shown: str = "",
) -> str:
    """Run a tool and return what it printed; stop with all it said where it fails, or lasts longer than `within` seconds.

    `shown` stands for the command in that sentence, where the command itself may hold a secret.
    """
    words = [str(word) for word in command]
    shown = shown or f"{' '.join(words[:4])}…"
    try:
        # No terminal of its own: what would ask somebody for a password fails instead of waiting.
        begun = subprocess.Popen(
            words,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except FileNotFoundError as error:
        raise BuildError(f"{words[0]} is missing: install the packages that packaging/README.md lists.") from error
    with begun:
        try:
            out, told = begun.communicate(timeout=within)
        except subprocess.TimeoutExpired as error:
            _end(begun)
            raise BuildError(f"{shown} had not ended after {within:.0f} seconds.") from error
        except BaseException:
            _end(begun)
            raise
    if begun.returncode != 0:
        print(out, told, sep="\n", file=sys.stderr)
        raise BuildError(f"{shown} failed with code {begun.returncode}")
    return out + told


def _end(begun: subprocess.Popen[str]) -> None:
    """End a tool, and what it started."""
    with suppress(ProcessLookupError):
        os.killpg(begun.pid, signal.SIGKILL)


def sha256(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def expect_sha256(path: Path, wanted: str) -> None:
    """Stop where a file is not the one that was pinned."""
    found = sha256(path)
    if found != wanted:
        raise BuildError(f"{path.name}: SHA-256 {found}, but {wanted} is pinned. Do not use this file.")
