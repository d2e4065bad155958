"""The interpreter of a release comes out of python.org's zip: what is taken, what is refused."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from winbuild import fetch, runtime
from winbuild.steps import BuildError

TAKEN = {"python313.dll", "python3.dll", "python313.zip", "_sqlite3.pyd", "sqlite3.dll", "libffi-8.dll", "LICENSE.txt"}
LEFT = {"python.exe", "pythonw.exe", "python.cat", "python313._pth", "_ssl.pyd", "libcrypto-3.dll", "vcruntime140.dll"}


def _library() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("os.pyc", "email/header.pyc", "traceback.pyc", "turtle.pyc", "unittest/mock.pyc", "pdb.pyc"):
            archive.writestr(name, name)
    return made.getvalue()


@pytest.fixture
def embeddable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A zip of the shape of python.org's, pinned."""
    made = tmp_path / "python-embed.zip"
    with zipfile.ZipFile(made, "w") as archive:
        for name in sorted(TAKEN | LEFT):
            archive.writestr(name, name if name != "python313.zip" else _library())
    pinned = {"embeddable": {"version": "3.13.0", "sha256": hashlib.sha256(made.read_bytes()).hexdigest()}}
    monkeypatch.setattr(fetch, "inputs", lambda: pinned)
    return made


def test_what_the_program_needs_is_taken_and_every_program_of_it_has_its_signature_checked(
    embeddable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    checked: list[str] = []
    monkeypatch.setattr(fetch, "trusted_roots", lambda: tmp_path / "roots.pem")
    monkeypatch.setattr(runtime, "check_signers", lambda paths, _roots: checked.extend(path.name for path in paths))
    into = tmp_path / "runtime"
    into.mkdir()
    runtime._from_python_org(into, embeddable)
    assert {path.name for path in into.iterdir()} == TAKEN
    with zipfile.ZipFile(into / "python313.zip") as library:
        assert library.namelist() == ["email/header.pyc", "os.pyc", "traceback.pyc"]
    assert set(checked) == {name for name in TAKEN if name.endswith((".dll", ".pyd"))}


def test_another_zip_than_the_pinned_one_is_refused(embeddable: Path, tmp_path: Path) -> None:
    embeddable.write_bytes(embeddable.read_bytes() + b" ")
    with pytest.raises(BuildError):
        runtime._from_python_org(tmp_path, embeddable)


def test_without_a_pin_no_zip_is_taken(embeddable: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "inputs", lambda: {"embeddable": {"version": "", "sha256": ""}})
    with pytest.raises(BuildError, match="pins no embeddable zip"):
        runtime._from_python_org(tmp_path, embeddable)
