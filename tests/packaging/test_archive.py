"""Modules are installed as one file, and what is read by its path beside it."""

from __future__ import annotations

import gzip
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from winbuild.archive import ARCHIVE, write_archive
from winbuild.report import weights


@pytest.fixture
def lib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    folder = tmp_path / "stage" / "lib"
    for name in (
        "six.pyc", "pypdf/__init__.pyc", "pypdf/generic/_fit.pyc", "reportlab/license.txt", "reportlab/rl_config.pyc",
        "tzdata/zoneinfo/Europe/Paris", "babel/core.pyc", "babel/global.dat", "PIL/Image.pyc", "PIL/_imaging.pyd",
        "six-1.17.0.dist-info/METADATA", "msp_desktop/paths.pyc", "msp_desktop/_data/resources/a.toml",
        "msp_desktop/db/schemas.json", "msp_desktop/db/migrations/env.py",
        "msp_desktop/db/migrations/__pycache__/env.cpython-313.pyc",
    ):  # fmt: skip
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(name.encode())
    return folder


def test_modules_go_in_and_what_is_read_by_its_path_stays(lib: Path) -> None:
    assert write_archive(lib) == 7
    with zipfile.ZipFile(lib / ARCHIVE) as archive:
        assert archive.namelist() == [
            "msp_desktop/paths.pyc", "pypdf/__init__.pyc", "pypdf/generic/_fit.pyc", "reportlab/license.txt",
            "reportlab/rl_config.pyc", "six.pyc", "tzdata/zoneinfo/Europe/Paris",
        ]  # fmt: skip
    assert sorted(path.relative_to(lib).as_posix() for path in lib.rglob("*") if path.is_file()) == [
        "PIL/Image.pyc", "PIL/_imaging.pyd", "babel/core.pyc", "babel/global.dat", ARCHIVE,
        "msp_desktop/_data/resources/a.toml", "msp_desktop/db/migrations/__pycache__/env.cpython-313.pyc",
        "msp_desktop/db/migrations/env.py", "msp_desktop/db/schemas.json", "six-1.17.0.dist-info/METADATA",
    ]  # fmt: skip
    assert not (lib / "pypdf").exists()


def test_the_report_still_weighs_each_library(lib: Path) -> None:
    before = weights(lib.parent)
    write_archive(lib)
    assert weights(lib.parent) == before
    assert before["pypdf"] == len("pypdf/__init__.pycpypdf/generic/_fit.pyc")


@pytest.mark.posix("symbolic links that anybody may make")
def test_the_program_finds_its_data_beside_the_archive(tmp_path: Path) -> None:
    """The real package, zipped: what it reads by path is found, a dossier is made and one of version 1 is migrated."""
    root = Path(__file__).parents[2]
    package = root / "msp_desktop"
    with zipfile.ZipFile(tmp_path / ARCHIVE, "w") as archive:
        for path in package.rglob("*.py"):
            archive.write(path, path.relative_to(root).as_posix())
    beside = tmp_path / "msp_desktop"
    (beside / "db").mkdir(parents=True)
    (beside / "federation" / "base").mkdir(parents=True)
    (beside / "_data").mkdir()
    for name in ("db/schemas.json", "db/migrations", "federation/base/migrations"):
        (beside / name).symlink_to(package / name)
    for name in ("resources", "translations"):
        (beside / "_data" / name).symlink_to(root / name)
    old = tmp_path / "ancien.msp100"
    old.write_bytes(gzip.decompress((root / "tests" / "data" / "dossier-r1.msp100.gz").read_bytes()))
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(tmp_path / ARCHIVE)!r})\n"
        "sys.meta_path = [finder for finder in sys.meta_path if 'editable' not in str(finder).lower()]\n"
        "import msp_desktop\n"
        f"assert msp_desktop.__file__.startswith({str(tmp_path)!r}), msp_desktop.__file__\n"
        "from pathlib import Path\n"
        "from msp_desktop.app import run\n"
        "from msp_desktop.db.dossier import close_dossier, open_dossier\n"
        f"close_dossier(open_dossier(Path({str(old)!r})))\n"
        "from msp_desktop.federation.base.connect import connect\n"
        f"connect(Path({str(tmp_path / 'federation.db')!r})).close()\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    new = tmp_path / "essai.msp100"
    words = ["new", str(new), "--commune", "23095", "--mandate-start", "2026-03-22"]
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert new.is_file()
    assert list(tmp_path.glob("ancien_avant-mise-a-jour*.msp100")), "the older one was brought to today's tables"
