"""What a release asks for: a tag of the program's own version, and python.org's interpreter."""

from __future__ import annotations

from pathlib import Path

from winbuild import fetch
from winbuild.names import version
from winbuild.steps import BuildError

ADDRESS = "https://www.python.org/ftp/python/{version}/python-{version}-embed-amd64.zip"


def interpreter_address() -> str:
    """Return where the interpreter of a release is; stop where none is pinned."""
    pinned = fetch.inputs()["embeddable"]
    if not (pinned["version"] and pinned["sha256"]):
        raise BuildError(
            "A release is built with python.org's interpreter: write its version and its SHA-256 under [embeddable] in "
            "packaging/inputs.toml, commit, and tag that commit."
        )
    return ADDRESS.format(version=pinned["version"])


def check_release(tag: str, python_zip: Path | None) -> None:
    """Stop where a tag is not `v` and the version, or the interpreter would be the one for tests."""
    if tag != f"v{version()}":
        raise BuildError(f"The tag {tag} is not v{version()}, the version in msp_desktop/__init__.py.")
    interpreter_address()
    if python_zip is None:
        raise BuildError(f"A release takes --python-zip: {interpreter_address()}")
