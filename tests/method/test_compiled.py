"""What is compiled when the application is built is taken where it was made from the TOML beside it, and only there."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import msgspec
import pytest

from msp_desktop.method import reading
from msp_desktop.method.reading import Content, compiled, fingerprint, load
from msp_desktop.paths import resource
from tests.method.test_content import FILES, LOADERS

ROOT = Path(__file__).parents[2]
TOML = b"title = 'Un mot : deux'\nparts = ['a']\n"


class Page(Content, frozen=True):
    title: str
    parts: tuple[str, ...]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(reading, "resource", lambda *parts: tmp_path.joinpath(parts[-1]))
    (tmp_path / "page.toml").write_bytes(TOML)
    return tmp_path


def test_what_is_compiled_reads_as_the_toml_does(folder: Path) -> None:
    from_toml = load(Page, "page")
    assert from_toml == Page("Un mot\u00a0: deux", ("a",))
    (folder / "page.msgpack").write_bytes(compiled(TOML))
    assert load(Page, "page") == from_toml


def test_what_was_compiled_from_this_toml_is_taken(folder: Path) -> None:
    made = msgspec.msgpack.encode((fingerprint(TOML), {"title": "compilé", "parts": []}))
    (folder / "page.msgpack").write_bytes(made)
    assert load(Page, "page") == Page("compilé", ())


def test_a_toml_edited_since_is_read_and_checked(folder: Path) -> None:
    (folder / "page.msgpack").write_bytes(compiled(TOML))
    (folder / "page.toml").write_bytes(TOML.replace(b"deux", b"trois"))
    assert load(Page, "page").title == "Un mot\u00a0: trois"
    (folder / "page.toml").write_bytes(TOML + b"other = 1\n")
    with pytest.raises(reading.MethodError, match=r"page\.toml: Object contains unknown field `other`"):
        load(Page, "page")


@pytest.mark.parametrize("length", [0, 1, 20, 40, -1])
def test_a_compiled_file_cut_short_or_of_another_shape_gives_way_to_the_toml(folder: Path, length: int) -> None:
    (folder / "page.msgpack").write_bytes(compiled(TOML)[:length])
    assert load(Page, "page").parts == ("a",)
    (folder / "page.msgpack").write_bytes(msgspec.msgpack.encode((fingerprint(TOML), {"title": 3})))
    assert load(Page, "page").parts == ("a",)


def test_the_wheel_holds_every_file_compiled_twice_the_same(tmp_path: Path) -> None:
    kept = []
    for name in ("one", "two"):
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path / name)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        (wheel,) = (tmp_path / name).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            names = [entry for entry in archive.namelist() if entry.endswith(".msgpack")]
            kept.append({Path(entry).name: archive.read(entry) for entry in names})
    assert kept[0] == kept[1]
    assert sorted(kept[0]) == [file.replace(".toml", ".msgpack") for file in FILES]
    assert not list(resource("method").glob("*.msgpack"))


@pytest.mark.parametrize("name", sorted(LOADERS))
def test_each_file_of_the_method_is_the_same_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    wanted = LOADERS[name]()
    for source in resource("method").glob("*.toml"):  # a loader may check its words by those of another
        copied = Path(shutil.copy(source, tmp_path))
        copied.with_suffix(".msgpack").write_bytes(compiled(copied.read_bytes()))
    monkeypatch.setattr(reading, "resource", lambda *parts: tmp_path.joinpath(parts[-1]))
    monkeypatch.setattr("tomllib.loads", lambda _text: pytest.fail("the TOML was parsed"))
    for loader in LOADERS.values():  # whichever was read before
        loader.cache_clear()
    try:
        assert LOADERS[name]() == wanted
    finally:
        for loader in LOADERS.values():
            loader.cache_clear()
