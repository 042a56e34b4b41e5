"""The shape of content, read off the types of the model: the one source of reading, schemas and tables."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from dataclasses import dataclass
from typing import Any

from generator.model.about import About


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a file.

    Attributes:
        key: As the editor writes it.
        attribute: As the model calls it.
        type: The annotation, without `Annotated` and without `| None`.
        about: What it means.
        required: Whether a file must have it.
        default: The value where a file has none; None where required.
    """

    key: str
    attribute: str
    type: Any
    about: About
    required: bool
    default: object


def fields_of(cls: type) -> tuple[Field, ...]:
    """Return the keys that a file may have for a type of the model, in the order of the type.

    Fields of the type without an `About` are not in files (an id that is the file's name).
    """
    return _fields_of(cls)


@functools.cache
def _fields_of(cls: Any) -> tuple[Field, ...]:
    hints = typing.get_type_hints(cls, include_extras=True)
    found = []
    for field in dataclasses.fields(cls):
        hint = hints[field.name]
        if typing.get_origin(hint) is not typing.Annotated:
            continue
        inner, about = typing.get_args(hint)[:2]
        required = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        factory = field.default_factory
        default = field.default if field.default is not dataclasses.MISSING else None
        if factory is not dataclasses.MISSING:
            default = factory()
        found.append(Field(field.name.rstrip("_"), field.name, without_none(inner), about, required, default))
    return tuple(found)


def without_none(annotation: Any) -> Any:
    """Return `X` for `X | None`, everything else as it is."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        kept = [part for part in typing.get_args(annotation) if part is not type(None)]
        if len(kept) == 1:
            return kept[0]
    return annotation


def list_item(annotation: Any) -> Any | None:
    """Return `X` for `tuple[X, ...]`, else None."""
    arguments = typing.get_args(annotation)
    if typing.get_origin(annotation) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004
        return arguments[0]
    return None


def is_pair(annotation: Any) -> bool:
    """Whether it is `tuple[int, int]`."""
    return typing.get_origin(annotation) is tuple and typing.get_args(annotation) == (int, int)
