"""A tree of text -> a value of the model, with every fault on the way."""

from __future__ import annotations

import collections.abc
import re
import typing
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from generator.model.fault import Fault, Place, Severity
from generator.model.language import Language
from generator.model.text import LocalizedText
from generator.store.places import KeyPath, Reference
from generator.store.scalars import REFERENCES, WrongValueError, is_scalar, nearest, read_scalar
from generator.store.shape import Field, fields_of, is_pair, list_item
from generator.store.yaml_tree import Mapping, Node, Scalar, Sequence

T = TypeVar("T")

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f"
_WIDE_BREAK = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*(?=[{_WIDE}])")


_OWN = frozenset({"id", "formerly"})
"""Keys whose ids are a thing's own, living or former: nothing else need go by them."""


class _Missing:
    """Stands for a value that could not be read; its fault is noted already."""


_MISSING = _Missing()


@dataclass(slots=True)
class Decoder:
    """Reads the values of one file.

    Attributes:
        path: The file's name in messages.
        language: What plain strings are in.
        forum: The forum that the file belongs to, or empty.
        faults: Everything that was wrong, in the order met.
        places: Where each value stands.
        references: Ids that must exist somewhere.
    """

    path: str
    language: Language
    forum: str = ""
    faults: list[Fault] = field(default_factory=list)
    places: dict[tuple[str, KeyPath], Place] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)

    def read_object(self, node: Node | None, cls: type[T], keys: KeyPath = (), **given: object) -> T | None:
        """Read a map as a type of the model.

        Args:
            node: The map; None for an empty file.
            cls: A dataclass of the model.
            keys: The way to it from the top of the file.
            given: Attributes that the file does not hold, such as an id that is its name.

        Returns:
            The value, or None where something that it needs was wrong.
        """
        if node is None:
            self._fault(Place(self.path, 1, 1), "the file is empty", "fill it in, or delete it", "empty-file")
            return None
        self.places[self.path, keys] = node.place
        if not isinstance(node, Mapping):
            known = ", ".join(item.key for item in fields_of(cls)[:4])
            self._fault(node.place, f"here should be a map with keys such as {known}", "", "wrong-type")
            return None
        fields = {item.key: item for item in fields_of(cls)}
        complete = self._check_keys(node, fields)
        values = dict(given)
        for key, value in node.pairs:
            if key.text not in fields:
                continue
            item = fields[key.text]
            read = self.read(value, item.type, (*keys, key.text), own=key.text in _OWN)
            if isinstance(read, _Missing):
                complete = complete and not item.required
            else:
                values[item.attribute] = read
        return cls(**values) if complete else None

    def read_list(self, node: Node | None, cls: type[T], keys: KeyPath = ()) -> tuple[T, ...]:
        """Read a list of maps; what is wrong in one leaves the others whole."""
        read = self.read(node, tuple[cls, ...], keys) if node is not None else ()  # type: ignore[valid-type]
        return () if isinstance(read, _Missing) else cast("tuple[T, ...]", read)

    def read(self, node: Node, annotation: Any, keys: KeyPath, *, own: bool = False) -> object:
        """Read a value of any type of the model, or `_MISSING` with its fault noted."""
        self.places[self.path, keys] = node.place
        item = list_item(annotation)
        if item is not None:
            return self._list(node, item, keys, own=own)
        if is_pair(annotation):
            return self._pair(node)
        if typing.get_origin(annotation) is collections.abc.Mapping:
            return self._map(node, typing.get_args(annotation), keys)
        if annotation is LocalizedText:
            return self._localized(node)
        if is_scalar(annotation):
            return self._scalar(node, annotation, own=own)
        value = self.read_object(node, annotation, keys)
        return _MISSING if value is None else value

    def _check_keys(self, node: Mapping, fields: dict[str, Field]) -> bool:
        present = {key.text for key, _ in node.pairs}
        for key, _ in node.pairs:
            if key.text not in fields:
                near = nearest(key.text, [name for name in fields if name not in present])
                remedy = near or f"keys here: {', '.join(fields)}"
                self._fault(key.place, f"the key '{key.text}' is not known here", remedy, "unknown-key")
        lacking = [name for name, item in fields.items() if item.required and name not in present]
        for name in lacking:
            remedy = fields[name].about.text
            self._fault(node.place, f"the key '{name}' is missing", remedy, "missing-key")
        return not lacking

    def _list(self, node: Node, item: Any, keys: KeyPath, *, own: bool) -> object:
        if not isinstance(node, Sequence):
            return self._wrong(node, "here should be a list", "write [a, b], or a line with - for each")
        values = [self.read(value, item, (*keys, number), own=own) for number, value in enumerate(node.items)]
        return tuple(value for value in values if not isinstance(value, _Missing))

    def _pair(self, node: Node) -> object:
        if not isinstance(node, Sequence) or len(node.items) != 2:  # noqa: PLR2004 - a pair
            return self._wrong(node, "here should be two whole numbers", "write [905, 0]")
        values = [self._scalar(value, int) for value in node.items]
        return _MISSING if any(isinstance(value, _Missing) for value in values) else tuple(values)

    def _map(self, node: Node, types: tuple[Any, ...], keys: KeyPath) -> object:
        if not isinstance(node, Mapping):
            return self._wrong(node, "here should be a map", "write {key: value}")
        values: dict[object, object] = {}
        for key, value in node.pairs:
            name = self._scalar(key, types[0])
            read = self.read(value, types[1], (*keys, key.text))
            if not isinstance(name, _Missing) and not isinstance(read, _Missing):
                values[name] = read
        return values

    def _localized(self, node: Node) -> object:
        if isinstance(node, Scalar):
            text = self._words(node)
            return text if isinstance(text, _Missing) else LocalizedText(((self.language, text),))
        if not isinstance(node, Mapping) or not node.pairs:
            remedy = "write a text, or a map such as {zh-Hans: …, en: …}"
            return self._wrong(node, "here should be a text", remedy)
        texts: dict[Language, str] = {}
        for key, value in node.pairs:
            names = [language.value for language in Language]
            if key.text not in names:
                remedy = nearest(key.text, names) or f"languages: {', '.join(names)}"
                self._fault(
                    key.place, f"'{key.text}' is not a language of the site", remedy, "unknown-language"
                )
            elif not isinstance(value, Scalar):
                self._wrong(value, "here should be a text", "")
            else:
                text = self._words(value)
                if isinstance(text, str):
                    texts[Language(key.text)] = text
        return LocalizedText.of(texts) if texts else _MISSING

    def _words(self, node: Scalar) -> str | _Missing:
        """Return a text on one line: what was folded over lines is joined, Chinese without a space."""
        text = re.sub(r"\s+", " ", _WIDE_BREAK.sub("", node.text)).strip()
        return text or self._empty(node)

    def _scalar(self, node: Node, annotation: Any, *, own: bool = False) -> object:
        if not isinstance(node, Scalar):
            remedy = (
                "quote it, if it begins with [ or {"
                if isinstance(node, Sequence)
                else "quote it, if it has a colon"
            )
            return self._wrong(node, "here should be one value", remedy)
        if not node.text.strip():
            return self._empty(node)
        text = node.text
        if annotation is str:
            return self._words(node)
        try:
            value = read_scalar(text, annotation)
        except WrongValueError as error:
            self._fault(node.place, str(error), error.remedy, "wrong-value")
            return _MISSING
        if annotation in REFERENCES and not own:
            self.references.append(Reference(annotation.__name__, text, node.place, self.forum))
        return value

    def _empty(self, node: Scalar) -> _Missing:
        self._fault(node.place, "there is nothing here", "fill it in, or delete the key", "empty-value")
        return _MISSING

    def _wrong(self, node: Node, message: str, remedy: str) -> _Missing:
        self._fault(node.place, message, remedy, "wrong-type")
        return _MISSING

    def _fault(
        self, place: Place, message: str, remedy: str, code: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.faults.append(Fault(place, message, remedy, code, severity))
