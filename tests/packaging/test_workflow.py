"""What the workflow on Windows counts on, as far as it can be seen from here."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
#: What a Python on Windows has not, or what few may do there.
LINUX = re.compile(
    r"os\.mkfifo\(|signal\.SIG(?:STOP|CONT|SEGV|KILL)|/proc/|no_file_beyond\(|\.symlink_to\(|/dev/(?:zero|null|full)"
    r"|WAYLAND_DISPLAY|os\.(?:geteuid|getuid|fork|chown|umask)\(|resource\.get|#!/|S_IMODE"
)


def workflow() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / ".github/workflows/windows.yml").read_text(encoding="utf-8"))
    return found


def lines_run(job: str) -> str:
    return "\n".join(step.get("run", "") for step in workflow()["jobs"][job]["steps"])


def test_both_windows_install_and_test() -> None:
    for job in ("install", "test"):
        assert workflow()["jobs"][job]["strategy"]["matrix"]["os"] == ["windows-latest", "windows-2022"]


def test_a_tag_is_built_with_a_real_interpreter_or_not_at_all() -> None:
    steps = workflow()["jobs"]["build"]["steps"]
    built = {step.get("if", ""): step["run"] for step in steps if "packaging/build.py" in step.get("run", "")}
    tagged = "startsWith(github.ref, 'refs/tags/v')"
    assert set(built) == {tagged, f"${{{{ !{tagged} }}}}"}
    assert "python_address.py" in built[tagged]
    assert '--tag "$GITHUB_REF_NAME" --python-zip' in built[tagged]


def test_every_check_the_workflow_makes_is_written() -> None:
    script = (ROOT / "packaging/windows/checks.ps1").read_text(encoding="utf-8")
    written = set(re.findall(r"^function ([\w-]+)", script, re.MULTILINE))
    called = set(re.findall(r"(?<!-)\b(?:Confirm|Install|Invoke|Get|Wait|Save|Close)(?:-\w+)?\b", lines_run("install")))
    windows_own = {"Get-Item", "Get-ChildItem", "Get-Content"}
    assert called - windows_own <= written
    assert {"Confirm-Picture", "Confirm-Payload", "Invoke-Removal", "Get-Sums"} <= called


def test_the_msi_is_installed_upgraded_repaired_and_removed() -> None:
    script = lines_run("install")
    assert re.findall(r'Invoke-Msi "(/\w+)"', script) == ["/i", "/i", "/fa", "/x"]


def _tests(path: Path) -> Iterator[tuple[str, str, str]]:
    """Give the name, the marks and the lines of each test of a file."""
    text = path.read_text(encoding="utf-8")
    marks = "\n".join(re.findall(r"^pytestmark = .*$", text, re.MULTILINE))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            decorators = "\n".join(ast.unparse(one) for one in node.decorator_list)
            yield node.name, marks + decorators, ast.get_source_segment(text, node) or ""


def test_what_only_linux_has_is_marked() -> None:
    unmarked = []
    for path in TESTS.rglob("test_*.py"):
        for name, marks, lines in _tests(path):
            if LINUX.search(lines) and not re.search(r"mark\.(posix|needs|slow)", marks):
                unmarked.append(f"{path.relative_to(TESTS)}: {name}")
    assert unmarked == []


def test_what_programs_print_is_read_as_utf8() -> None:
    told = re.compile(r"\b(?:text|universal_newlines)=True")
    for folder in ("tests", "tools", "packaging", "msp_desktop"):
        for path in (ROOT / folder).rglob("*.py"):
            if path != Path(__file__):
                for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                    if isinstance(call, ast.Call) and told.search(ast.unparse(call)):
                        assert "encoding=" in ast.unparse(call), f"{path}: line {call.lineno}"
