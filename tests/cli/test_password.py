"""A protected export from the command line: the password comes by the input, never on the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from msp_desktop.db.dossier import close_dossier
from tests.dossiers import open_sample

PASSWORD = "tilleul-marché-17"


def export(folder: Path, given: str, *options: str) -> subprocess.CompletedProcess[str]:
    dossier = folder / "saint-exemple.msp100"
    if not dossier.exists():
        close_dossier(open_sample(folder))
    command = ["export", str(dossier), "inventory-names", "--into", str(folder / "papiers"), *options]
    return subprocess.run(
        [sys.executable, "-m", "msp_desktop", *command],
        input=given, capture_output=True, text=True, encoding="utf-8", env={**os.environ, "PYTHONUTF8": "1"}, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_a_password_given_by_another_program_protects_the_paper(tmp_path: Path, ending: str) -> None:
    done = export(tmp_path, PASSWORD + ending, "--password-stdin")
    assert done.returncode == 0, done.stderr
    (path,) = (tmp_path / "papiers").glob("*.pdf")
    assert path.name.endswith("_protege.pdf")
    assert PdfReader(path, password=PASSWORD).pages[0].extract_text()
    assert PASSWORD not in done.stdout + done.stderr
    assert not any(PASSWORD.encode() in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ("", ("--password-stdin",)),
        ("court\n", ("--password-stdin",)),
        ("m" * 100_000, ("--password-stdin",)),
        (PASSWORD, ("--password-stdin", "--word")),
        (PASSWORD, ("--password",)),
        (PASSWORD, ("--password", "--password-stdin")),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_writes_nothing(
    tmp_path: Path, given: str, options: tuple[str, ...]
) -> None:
    done = export(tmp_path, given, *options)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "papiers").exists()
