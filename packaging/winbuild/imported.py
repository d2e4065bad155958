"""Check that every module the program imports, at its start or later, is in the bundle: import them all under Wine."""

from __future__ import annotations

import ast
import json
from pathlib import Path

from winbuild.launcher import build_plain_python
from winbuild.names import PACKAGING, ROOT
from winbuild.steps import BuildError
from winbuild.wine import Prefix

SCRIPT = PACKAGING / "winbuild" / "on_windows" / "import_all.py"

#: Linux's own, imported behind a check of the system.
NOT_ON_WINDOWS = {"fcntl", "grp", "pwd", "resource"}
#: On request, from Python's index: the program says what to install where it is missing (packaging/README.md says why).
NOT_BUNDLED = {"psycopg"}


def imported_names(source: str) -> set[str]:
    """Return what a module imports, wherever in it: `a.b` for `import a.b`, `a.b:c` for `from a.b import c`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found |= {f"{node.module}:{alias.name}" for alias in node.names}
    return {name for name in found if name.partition(":")[0].partition(".")[0] not in NOT_ON_WINDOWS | NOT_BUNDLED}


def check_imports(work: Path, stage: Path, prefix: Prefix) -> int:
    """Import everything in the staged folder itself; return how many names; stop where one is missing."""
    package = ROOT / "msp_desktop"  # the bundle has no sources
    names: set[str] = set()
    for path in sorted(package.rglob("*.py")):
        names |= imported_names(path.read_text(encoding="utf-8"))
        module = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
        if "migrations" not in module and not module.endswith("__main__"):
            names.add(module.removesuffix(".__init__"))
    listing = work / "imports.json"
    listing.write_text(json.dumps(sorted(names)), encoding="utf-8")
    python = build_plain_python(work, rf"{stage.relative_to(work)}\\runtime")
    done = prefix.run(python, prefix.windows(SCRIPT), prefix.windows(listing))
    if done.returncode != 0:
        raise BuildError(f"The bundle is not whole:\n{done.stdout}{done.stderr}")
    return len(names)
