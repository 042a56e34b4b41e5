"""The tables of all fields, for the documentation, made from the types of the model."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from generator.model.text import LocalizedText
from generator.store.scalars import REFERENCES
from generator.store.schema import FILES, PATTERNS, first_line
from generator.store.shape import fields_of, is_pair, list_item

_TOLD = {
    "list": "A list of entries, each with these keys:",
    "map": "A map with these keys:",
    "value by mark": "For each mark of the source, `p9x1: 3f9c0a71b2de`, this value:",
    "by mark": "For each mark a list of entries, each with these keys:",
}


def field_tables() -> str:
    """Return the tables of all fields of all files, as Markdown; they stand in `docs/content.md`."""
    parts = []
    for cls, shape, where in FILES.values():
        parts.append(f"### `{where}`\n\n{first_line(cls)} {_TOLD[shape]}\n")
        parts.append(_table(cls))
    for cls in _parts():
        parts.append(f"### {cls.__name__}\n\n{first_line(cls)}\n")
        parts.append(_table(cls))
    return "\n".join(parts)


def _table(cls: type) -> str:
    rows = ["| key | value | means |", "|---|---|---|"]
    for field in fields_of(cls):
        needed = " **(needed)**" if field.required else ""
        example = f" Example: `{field.about.example}`." if field.about.example else ""
        rows.append(f"| `{field.key}` | {type_words(field.type)} | {field.about.text}{needed}{example} |")
    return "\n".join(rows) + "\n"


def type_words(annotation: Any) -> str:
    """Return what a value is, in words."""
    item = list_item(annotation)
    if item is not None:
        return f"list of {type_words(item)}"
    if is_pair(annotation):
        return "two whole numbers"
    if typing.get_origin(annotation) is not None:
        return "map of " + " to ".join(type_words(part) for part in typing.get_args(annotation))
    if annotation in PATTERNS:
        return PATTERNS[annotation][1]
    if annotation in REFERENCES:
        return f"id of a {annotation.__name__.removesuffix('Id').lower()}".replace(
            "a event", "an event"
        ).replace("a organisation", "an organisation")
    plain = {
        str: "text",
        bool: "`true` or `false`",
        int: "whole number",
        LocalizedText: "text, or by language",
    }
    if annotation in plain:
        return plain[annotation]
    if issubclass(annotation, StrEnum):
        return ", ".join(f"`{member.value}`" for member in annotation)
    return str(annotation.__name__)


def _parts() -> list[type]:
    """Return the types within files that have fields of their own, in the order in which they are met."""
    found: dict[type, None] = {}
    tops = [cls for cls, _, _ in FILES.values()]
    for cls in tops:
        for part in _parts_of(cls):
            if part not in tops:
                found.setdefault(part)
    return list(found)


def _parts_of(cls: type) -> Iterator[type]:
    for field in fields_of(cls):
        inner = field.type
        while (item := list_item(inner)) is not None:
            inner = item
        if hasattr(inner, "__dataclass_fields__") and fields_of(inner):
            yield inner
            yield from _parts_of(inner)
