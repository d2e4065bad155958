"""Write for NSIS what only the staged folder tells: its files one by one, and the names at its top."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from winbuild import names

#: What stood at the top of earlier versions, which an upgrade and the uninstaller take away too.
EARLIER = ("lib", "licences", "runtime", names.EXE, names.CONSOLE_EXE)


def top_names(stage: Path) -> list[str]:
    """Return the names that lie, or once lay, at the top of the program's folder."""
    return sorted({*EARLIER, *(path.name for path in stage.iterdir())})


def write_top(stage: Path, target: Path) -> None:
    """Write the macro that does one thing for each name at the top."""
    lines = [f'  !insertmacro ${{DO}} "{_quoted(name)}"' for name in top_names(stage)]
    target.write_text("\n".join(["!macro EachTop DO", *lines, "!macroend", ""]), encoding="utf-8")


def write_files(stage: Path, target: Path) -> None:
    """Write the instructions that unpack every file, each checked: a refusal is told with its name."""
    target.write_text("".join(f"{line}\n" for line in _lines(stage, stage)), encoding="utf-8")


def _lines(stage: Path, folder: Path) -> Iterator[str]:
    inside = _quoted(str(folder.relative_to(stage)).replace("/", "\\"))
    yield f'SetOutPath "$INSTDIR\\${{FRESH}}{"" if folder == stage else chr(92) + inside}"'
    paths = sorted(folder.iterdir())
    for path in paths:
        if path.is_file():
            yield f'File "/oname={_quoted(path.name)}" "{_quoted(str(path))}"'
            yield f'!insertmacro Written "{_quoted(str(path.relative_to(stage)).replace("/", chr(92)))}"'
    for path in paths:
        if path.is_dir():
            yield from _lines(stage, path)


def _quoted(name: str) -> str:
    return name.replace("$", "$$").replace('"', '$\\"')
