"""A release has a real interpreter, or there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from winbuild import fetch, names
from winbuild.release import check_release, interpreter_address
from winbuild.steps import BuildError

TAG = f"v{names.version()}"


@pytest.fixture
def pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    pins = {"embeddable": {"version": "3.13.9", "sha256": "0" * 64}}
    monkeypatch.setattr(fetch, "inputs", lambda: pins)


@pytest.mark.usefixtures("pinned")
def test_a_tag_of_this_version_with_an_interpreter_is_built() -> None:
    assert interpreter_address() == "https://www.python.org/ftp/python/3.13.9/python-3.13.9-embed-amd64.zip"
    check_release(TAG, Path("python.zip"))


@pytest.mark.usefixtures("pinned")
def test_a_release_with_the_interpreter_for_tests_is_refused() -> None:
    with pytest.raises(BuildError, match="--python-zip"):
        check_release(TAG, None)


@pytest.mark.usefixtures("pinned")
@pytest.mark.parametrize("tag", ["v0.0.1", names.version(), f"{TAG}-rc1", "main"])
def test_a_tag_of_another_version_is_refused(tag: str) -> None:
    with pytest.raises(BuildError, match="is not v"):
        check_release(tag, Path("python.zip"))


def test_without_a_pin_there_is_no_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "inputs", lambda: {"embeddable": {"version": "", "sha256": ""}})
    with pytest.raises(BuildError, match=r"inputs\.toml"):
        check_release(TAG, Path("python.zip"))
