"""Every word of the method is met by somebody: each of its fields is read by a screen, a document or a service.

A field counts as read where an attribute of its name is read by a module that imports the field's own module, by one that
such a module calls, or by one that calls it. `tests/ui/test_method_shown.py` reads the prose on screen, sentence by sentence.
"""

from __future__ import annotations

import ast
import importlib
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import fields

from msp_desktop.method.reading import Content

ROOT = Path(__file__).parents[2] / "msp_desktop"
#: Their pages come with the next step of this branch.
COMING = (
    "instances",
    "evaluation",
    "funders",
)

METHOD = sorted(
    path.stem for path in (ROOT / "method").glob("*.py") if path.stem not in ("__init__", "reading", *COMING)
)
#: What is no word for anybody to read, each with what it is there for.
NO_WORDS = {
    "Profession.rpps": "the code by which the national register calls a profession: data, for what is filled in from it",
    "KitDepartments.law": "where the list of courts comes from",
    "KitPhase.first_day": "the domain counts the days of a phase; a test of the content compares",
    "KitPhase.last_day": "the same",
}
#: Which entry is whose, read where the files are checked and never shown.
NOT_WORDS = {"source", "ours"}


@cache
def attributes_of() -> dict[str, frozenset[str]]:
    """Return the attributes that each module outside `method` reads, by its name."""
    return {
        name: frozenset(node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute))
        for name, tree in _trees().items()
    }


@cache
def imports_of() -> dict[str, frozenset[str]]:
    """Return the modules of the program that each module outside `method` imports, by its name."""
    found = {}
    for name, tree in _trees().items():
        names = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
        found[name] = frozenset(
            part for node in names for part in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        )
    return found


@cache
def _trees() -> dict[str, ast.Module]:
    paths = [path for path in ROOT.rglob("*.py") if path.parent.name != "method"]
    return {
        ".".join(path.relative_to(ROOT.parent).with_suffix("").parts): ast.parse(path.read_text(encoding="utf-8"))
        for path in paths
    }


def readers(module: str) -> set[str]:
    """Return who may read a module of the method: who imports it, whom they hand it to, who asks them for it."""
    direct = {name for name, imported in imports_of().items() if f"msp_desktop.method.{module}" in imported}
    handed = {other for name in direct for other in imports_of()[name] if other in _trees()}
    asking = {name for name, imported in imports_of().items() if imported & direct}
    return direct | handed | asking


def read_inside(module: str, name: str) -> bool:
    """Tell whether the module's own functions read a field to answer others (`kit.point(code)`), beside its checks."""
    tree = ast.parse((ROOT / "method" / f"{module}.py").read_text(encoding="utf-8"))
    methods = [
        node
        for kind in ast.walk(tree)
        if isinstance(kind, ast.ClassDef)
        for node in kind.body
        if isinstance(node, ast.FunctionDef)
    ]
    free = [node for node in tree.body if isinstance(node, ast.FunctionDef) and "load(" not in ast.unparse(node)]
    return any(
        isinstance(node, ast.Attribute) and node.attr == name for part in (*methods, *free) for node in ast.walk(part)
    )


def kinds(module: str) -> list[type[Content]]:
    loaded = importlib.import_module(f"msp_desktop.method.{module}")
    return [
        kind
        for kind in vars(loaded).values()
        if isinstance(kind, type) and issubclass(kind, Content) and kind.__module__ == loaded.__name__
    ]


def unread(module: str) -> set[str]:
    read = frozenset().union(*(attributes_of()[name] for name in readers(module)))
    return {
        f"{kind.__name__}.{field.name}"
        for kind in kinds(module)
        for field in fields(kind)
        if field.name not in read | NOT_WORDS and not read_inside(module, field.name)
    }


@pytest.mark.parametrize("module", METHOD)
def test_every_field_of_the_method_is_read_by_something(module: str) -> None:
    assert unread(module) - set(NO_WORDS) == set()
