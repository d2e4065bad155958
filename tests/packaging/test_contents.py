"""What is bundled, and that the lock follows the constraints."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import reportlab
from winbuild.contents import LOCALES, QT_FOLDERS, QT_KEPT, QT_MODULES, QT_REASON, ZONES, why_left_out
from winbuild.fetch import inputs
from winbuild.imported import imported_names
from winbuild.lock import LOCK, locked, needed_on_windows, pinned

from msp_desktop.domain.calendar import timezone_for

ROOT = Path(__file__).parents[2]
SITE = Path(reportlab.__file__).parents[1]


def test_the_lock_holds_all_that_windows_needs_and_nothing_else() -> None:
    assert set(locked()) == needed_on_windows()


def test_the_lock_has_the_versions_of_the_constraints() -> None:
    versions = pinned()
    assert {name: versions[name] for name in locked()} == locked()


def test_every_locked_wheel_has_a_hash() -> None:
    hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}$", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    assert len(hashes) == len(locked())


def test_every_input_is_pinned_by_its_hash() -> None:
    pins = inputs()
    assert re.fullmatch(r"[0-9a-f]{64}|", pins["embeddable"]["sha256"])
    for digest in ("wheel_sha256", "source_sha256"):
        assert re.fullmatch(r"[0-9a-f]{64}", pins["test_runtime"][digest])
    assert re.fullmatch(r"[0-9a-f]{64}", pins["roots"]["wheel_sha256"])


def test_every_qt_module_the_program_imports_is_on_the_allow_list() -> None:
    used = set()
    for path in (ROOT / "msp_desktop").rglob("*.py"):
        used |= set(re.findall(r"PySide6\.Qt(\w+)", path.read_text(encoding="utf-8")))
    assert used
    assert used <= set(QT_MODULES)


def test_qt_is_bundled_by_allow_list() -> None:
    assert why_left_out("PySide6/Qt6Core.dll") is None
    assert why_left_out("PySide6/Qt6Qml.dll") == QT_REASON
    assert why_left_out("PySide6/plugins/platforms/qwindows.dll") is None
    assert why_left_out("PySide6/plugins/imageformats/qpdf.dll") == QT_REASON
    assert not any(pattern in ("*", "PySide6/*") for pattern in QT_KEPT)


def test_the_locales_kept_are_those_of_both_languages() -> None:
    assert [name for name in LOCALES if why_left_out(f"babel/locale-data/{name}.dat")] == []
    assert why_left_out("babel/locale-data/de.dat")


def test_no_font_of_reportlab_and_no_commercial_notice_of_qt_is_bundled() -> None:
    assert why_left_out("reportlab/fonts/DarkGardenMK.pfb")
    assert why_left_out("reportlab/fonts/Vera.ttf")
    for name in ("pyside6_essentials-6.12.0", "pyside6_pdf-6.12.0.140", "shiboken6-6.12.0"):
        assert why_left_out(f"{name}.dist-info/licenses/LicenseRef-Qt-Commercial.txt")
        assert why_left_out(f"{name}.dist-info/METADATA") is None


def test_every_time_zone_of_a_department_is_kept() -> None:
    departments = ["23", *(str(number) for number in range(971, 990))]
    assert {timezone_for(department) for department in departments} <= set(ZONES)
    assert why_left_out("tzdata/zoneinfo/Europe/Paris") is None
    assert why_left_out("tzdata/zoneinfo/Asia/Tokyo")


def test_imports_are_found_wherever_they_stand() -> None:
    source = "import a.b\ndef later():\n    from c import d\n    import fcntl\nfrom . import near\n"
    ast.parse(source)
    assert imported_names(source) == {"a.b", "c:d"}


def test_what_nothing_uses_is_left_out() -> None:
    unused = (
        "reportlab/fonts/DarkGarden.sfd", "reportlab/graphics/charts/axes.py", "PIL/_imagingft.cp313-win_amd64.pyd",
        "lxml/objectify.cp313-win_amd64.pyd", "docx/templates/default-docx-template/word/styles.xml",
        "sqlalchemy/ext/asyncio/engine.py", "charset_normalizer/md.cp313-win_amd64.pyd",
        "charset_normalizer-3.5.2.dist-info/METADATA", "PySide6/plugins/styles/qmodernwindowsstyle.dll",
        "PySide6/msvcp140_atomic_wait.dll", "babel/messages/catalog.py",
    )  # fmt: skip
    used = (
        "docx/templates/default.docx", "lxml/etree.cp313-win_amd64.pyd", "PIL/_imaging.cp313-win_amd64.pyd",
        "reportlab/graphics/__init__.py", "sqlalchemy/ext/compiler.py", "sqlalchemy/orm/session.py", "PySide6/msvcp140_2.dll", "babel/dates.py",
    )  # fmt: skip
    assert [name for name in unused if why_left_out(name) is None] == []
    assert [name for name in used if why_left_out(name) is not None] == []


def test_no_module_that_ours_imports_is_left_out() -> None:
    found: set[str] = set()
    for path in (ROOT / "msp_desktop").rglob("*.py"):
        found |= imported_names(path.read_text(encoding="utf-8"))
    modules = {name.partition(":")[0].replace(".", "/") for name in found} | {
        name.replace(":", "/").replace(".", "/") for name in found
    }
    there = [name for name in modules if (SITE / f"{name}.py").exists() and not name.startswith(QT_FOLDERS)]
    assert len(there) > 10
    assert [name for name in there if why_left_out(f"{name}.py")] == []
