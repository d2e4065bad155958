"""Say what is in the bundle: hashes of every file, weights, bars."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

from winbuild.archive import ARCHIVE
from winbuild.installers import size_of
from winbuild.names import MOST_INSTALLED_MB, MOST_SETUP_MB
from winbuild.steps import BuildError, sha256

MB = 1_000_000
#: Libraries lighter than this are summed up in one line.
LIGHT = 0.5 * MB


def write_manifest(stage: Path, target: Path) -> str:
    """Write the SHA-256 of every installed file, as `sha256sum -c` reads it; return the hash of that list."""
    files = sorted(
        (path for path in stage.rglob("*") if path.is_file()), key=lambda path: path.relative_to(stage).as_posix()
    )
    lines = [f"{sha256(path)}  {path.relative_to(stage).as_posix()}\n" for path in files]
    target.write_text("".join(lines), encoding="utf-8", newline="\n")
    return sha256(target)


def weights(stage: Path) -> Counter[str]:
    """Return the bytes of the interpreter, of each library, of the rest."""
    found: Counter[str] = Counter()
    for path in stage.rglob("*"):
        if not path.is_file():
            continue
        parts = path.relative_to(stage).parts
        if parts[-1] == ARCHIVE:
            with zipfile.ZipFile(path) as archive:
                for info in archive.infolist():
                    found[info.filename.partition("/")[0].partition(".")[0]] += info.file_size
        elif parts[0] == "runtime":
            found["Python"] += path.stat().st_size
        elif parts[0] == "lib" and len(parts) > 1:
            found["notes of packages" if parts[1].endswith(".dist-info") else parts[1].partition(".")[0]] += (
                path.stat().st_size
            )
        else:
            found["programs and licences"] += path.stat().st_size
    return found


def report(stage: Path, left_out: Counter[str], installers: list[Path]) -> str:
    """Return the report: what each library weighs, what was left out and why, what the installers weigh."""
    lines = ["", "Installed, in MB"]
    light = 0
    for name, size in weights(stage).most_common():
        if size < LIGHT:
            light += size
        else:
            lines.append(f"{size / MB:8.1f}  {name}")
    files = sum(1 for path in stage.rglob("*") if path.is_file())
    lines += [
        f"{light / MB:8.1f}  lighter ones",
        f"{size_of(stage) / MB:8.1f}  in all, {files} files",
        "",
        "Left out, in MB",
    ]
    lines += [f"{size / MB:8.1f}  {reason}" for reason, size in left_out.most_common()]
    lines += ["", "Installers, in MB"]
    lines += [f"{path.stat().st_size / MB:8.1f}  {path.name}" for path in installers]
    return "\n".join([*lines, ""])


def check_bars(stage: Path, setup: Path, *, fast: bool) -> None:
    """Stop where the program or its setup is heavier than promised; a fast setup is packed less tightly."""
    installed = size_of(stage) / MB
    if installed > MOST_INSTALLED_MB:
        raise BuildError(f"Installed: {installed:.1f} MB, over {MOST_INSTALLED_MB}.")
    packed = setup.stat().st_size / MB
    if not fast and packed > MOST_SETUP_MB:
        raise BuildError(f"{setup.name}: {packed:.1f} MB, over {MOST_SETUP_MB}.")
