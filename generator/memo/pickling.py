"""Values as bytes and back, without ever running what the bytes say.

A pickle can name any function and have it called; a store may come from a cache that others can write. So
only the classes of our own values are admitted, and a handful of the standard library's
(https://docs.python.org/3/library/pickle.html#restricting-globals).
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

_OURS = ("generator.model.", "generator.pages.", "generator.store.", "generator.search.", "generator.checks.")
"""Rooms whose classes may be kept; functions of theirs may not."""
_ADMITTED = frozenset(
    [
        ("builtins", "frozenset"),
        ("builtins", "set"),
        ("collections", "OrderedDict"),
        ("copyreg", "_reconstructor"),
        ("builtins", "object"),
        ("datetime", "date"),
        ("generator.memo.pickling", "read_only"),
        ("markupsafe", "Markup"),
        ("pathlib", "PurePosixPath"),
    ]
)


class UnknownValueError(Exception):
    """The bytes are no value that may be kept."""


def read_only(values: dict[Any, Any]) -> Mapping[Any, Any]:
    """Return a mapping that cannot be changed, which pickles do not know by themselves."""
    return MappingProxyType(values)


def to_bytes(value: object) -> bytes:
    """Return a value as bytes.

    Raises:
        TypeError: It holds something that cannot be kept, such as an open file.
    """
    buffer = io.BytesIO()
    try:
        _Pickler(buffer, protocol=5).dump(value)
    except (pickle.PicklingError, AttributeError) as error:
        raise TypeError(f"this cannot be kept: {error}") from error
    return buffer.getvalue()


def from_bytes(data: bytes) -> object:
    """Return the value that some bytes stand for.

    Raises:
        UnknownValueError: They are torn, or name something that is not a value of ours.
    """
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except UnknownValueError:
        raise
    except Exception as error:
        # Torn bytes make the reader fail in any way at all; none of them is the caller's concern.
        raise UnknownValueError(f"these bytes are no value: {error}") from error


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        if isinstance(value, MappingProxyType):
            return read_only, (dict(value),)
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ADMITTED:
            return super().find_class(module, name)
        if module.startswith(_OURS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise UnknownValueError(f"{module}.{name} is not admitted")
