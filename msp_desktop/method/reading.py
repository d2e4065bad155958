"""Read a TOML file into frozen dataclasses, refusing what does not fit."""

from __future__ import annotations

import dataclasses
import re
import tomllib
import types
import typing
from functools import cache
from typing import Any, TypeVar

from msp_desktop.formats.typography import french
from msp_desktop.paths import resource

T = TypeVar("T")


class MethodError(Exception):
    """Say which file and key of the method's content is wrong; a bug of ours or of who edited the file."""


def load(kind: type[T], name: str) -> T:
    """Read resources/method/<name>.toml as one value of `kind`."""
    text = resource("method", f"{name}.toml").read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MethodError(f"{name}.toml: {error}") from error
    try:
        return typed(kind, table, f"{name}.toml")
    except MethodError as error:
        raise MethodError(f"{error}{_line(text, str(error))}") from error


def typed(kind: type[T], table: dict[str, Any], where: str) -> T:
    """Return the table as a frozen value: every key known, every needed key there, every type right."""
    shapes, needed = _shapes(typing.cast(typing.Hashable, kind))
    unknown = table.keys() - shapes.keys()
    if unknown:
        raise MethodError(f"{where}: unknown key « {sorted(unknown)[0]} »")
    missing = needed - table.keys()
    if missing:
        raise MethodError(f"{where}: missing key « {sorted(missing)[0]} »")
    return kind(**{name: _value(shapes[name], value, f"{where}: {name}") for name, value in table.items()})


def unique_codes(values: typing.Iterable[Any], where: str) -> None:
    """Refuse two entries with one code."""
    seen = set()
    for value in values:
        if value.code in seen:
            raise MethodError(f"{where}: the code « {value.code} » stands twice")
        seen.add(value.code)


def _line(text: str, message: str) -> str:
    """Return « (line n) » for the entry, and the key within it, that a message speaks of; nothing when not found."""
    lines = text.splitlines()
    start, end = 0, len(lines)
    entry = re.search(r": (\w+)\[(\d+)\]", message)
    if entry:
        heads = [at for at, line in enumerate(lines) if line.strip() == f"[[{entry[1]}]]"]
        if int(entry[2]) < len(heads):
            heads.append(len(lines))
            start, end = heads[int(entry[2])], heads[int(entry[2]) + 1]
    keys = re.findall(r"« (\w+) »|(?:: |\.)(\w+)(?=[\[:.])", message)
    wanted = [re.compile(rf"\s*{key}\s*=") for pair in reversed(keys) for key in pair if key]
    for pattern in wanted:
        for at in range(start, end):
            if pattern.match(lines[at]):
                return f" (line {at + 1})"
    return f" (line {start + 1})" if start else ""


@cache
def _shapes(kind: Any) -> tuple[dict[str, Any], frozenset[str]]:
    hints = typing.get_type_hints(kind)
    fields = dataclasses.fields(kind)
    needed = {field.name for field in fields if field.default is dataclasses.MISSING}
    return {field.name: hints[field.name] for field in fields}, frozenset(needed)


def _value(shape: Any, value: Any, where: str) -> Any:
    origin = typing.get_origin(shape)
    if origin is tuple:
        if not isinstance(value, list):
            raise MethodError(f"{where}: a list is expected")
        inner = typing.get_args(shape)[0]
        return tuple(_value(inner, item, f"{where}[{index}]") for index, item in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            raise MethodError(f"{where}: a table is expected")
        inner = typing.get_args(shape)[1]
        return {str(key): _value(inner, item, f"{where}.{key}") for key, item in value.items()}
    if origin in (typing.Union, types.UnionType):
        shape = next(part for part in typing.get_args(shape) if part is not type(None))
    if dataclasses.is_dataclass(shape) and isinstance(shape, type):
        if not isinstance(value, dict):
            raise MethodError(f"{where}: a table is expected")
        return typed(shape, value, where)
    if type(value) is not shape:
        raise MethodError(f"{where}: {shape.__name__} is expected, not {type(value).__name__}")
    # Written with plain spaces by hand; on screen and on paper no line begins with « : ».
    return french(value) if type(value) is str and " " in value else value
