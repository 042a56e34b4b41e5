"""YAML as a tree of text with places, and nothing guessed.

PyYAML's parser (libyaml) gives events; from these a tree is built in which every scalar is the text that the
editor wrote. Anchors, aliases, tags and several documents in a file are refused: content has no use for
them, and aliases are how a small file grows into a huge one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from generator.model.fault import Fault, Place
from generator.store.hidden import REMEDY, hidden_characters, hidden_message

DEPTH = 24
"""Levels of nesting; content needs eight."""


@dataclass(slots=True)
class Scalar:
    """A piece of text; `plain` without quotes."""

    place: Place
    text: str
    plain: bool


@dataclass(slots=True)
class Sequence:
    """A list."""

    place: Place
    items: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Keys and values, in the file's order, each key once."""

    place: Place
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)


Node = Scalar | Sequence | Mapping


class _StopReading(Exception):  # noqa: N818 - not an error of the program: it carries a fault of the content
    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


def parse_yaml(text: str, shown: str, first_line: int = 1) -> tuple[Node | None, tuple[Fault, ...]]:
    """Read one YAML document.

    Args:
        text: The document.
        shown: The file's name in messages.
        first_line: The line of the file on which the text begins.

    Returns:
        The tree, or None where the document is empty or cannot be read; and the faults.
    """
    tree = _Tree(shown, first_line - 1)
    tab = _leading_tab(text)
    if tab is not None:
        place = Place(shown, first_line - 1 + tab, 1)
        return None, (Fault(place, "a line is indented with a tab", "use spaces", "yaml-tab"),)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            tree.take(event)
    except yaml.MarkedYAMLError as error:
        # What is never closed is found at the end of the file; its beginning is what is to be mended.
        unclosed = "end of stream" in (error.problem or "")
        mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
        place = Place(shown, first_line + (mark.line if mark else 0), (mark.column if mark else 0) + 1)
        parts = [part for part in (error.context, error.problem) if part]
        message = f"the YAML cannot be read: {', '.join(parts)}"
        remedy = "look at quotes, colons and indentation here and on the lines before"
        return None, (*tree.faults, Fault(place, message, remedy, "yaml"))
    except yaml.YAMLError as error:
        message = f"the YAML cannot be read: {str(error).splitlines()[0]}"
        return None, (*tree.faults, Fault(Place(shown, first_line), message, "", "yaml"))
    except _StopReading as stop:
        return None, (*tree.faults, stop.fault)
    return tree.root, tuple(tree.faults)


def _leading_tab(text: str) -> int | None:
    for number, line in enumerate(text.split("\n"), 1):
        blank = line[: len(line) - len(line.lstrip(" \t"))]
        if "\t" in blank and line.strip():
            return number
    return None


class _Tree:
    """Builds the tree, one event after the other."""

    def __init__(self, shown: str, lines_before: int) -> None:
        self.shown = shown
        self.lines_before = lines_before
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._seen: list[dict[str, Place]] = []
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Take one event in."""
        if isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
            self._seen.pop()
            return
        mark = event.start_mark
        place = (
            Place(self.shown, mark.line + 1 + self.lines_before, mark.column + 1)
            if mark
            else Place(self.shown)
        )
        if isinstance(event, yaml.NodeEvent):
            self._node(event, place)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _StopReading(
                    Fault(place, "the file holds several documents", "delete this '---'", "yaml")
                )

    def _node(self, event: yaml.NodeEvent, place: Place) -> None:
        if event.anchor or isinstance(event, yaml.AliasEvent):
            remedy = (
                "write the value out; anchors (&) and aliases (*) are not used; quote a text that begins so"
            )
            raise _StopReading(Fault(place, "anchors and aliases are not read", remedy, "yaml-anchor"))
        if getattr(event, "tag", None):
            remedy = "leave the tag out, or quote a text that begins with !"
            raise _StopReading(Fault(place, "tags are not read", remedy, "yaml-tag"))
        if isinstance(event, yaml.ScalarEvent):
            self._hold_visible(event, place)
            self._add(Scalar(place, event.value, bool(event.implicit[0])))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start(Sequence(place))
        else:
            self._start(Mapping(place))

    def _hold_visible(self, event: yaml.ScalarEvent, place: Place) -> None:
        """Hold what stands in double quotes: their escapes can write what a file may not hold."""
        if event.style == '"':
            for at in hidden_characters(event.value):
                message = hidden_message(ord(event.value[at]))
                raise _StopReading(Fault(place, message, REMEDY, "control-character"))

    def _start(self, node: Sequence | Mapping) -> None:
        if len(self._open) >= DEPTH:
            raise _StopReading(Fault(node.place, "lists and maps are nested too deeply", "", "yaml-depth"))
        self._add(node)
        self._open.append(node)
        self._keys.append(None)
        self._seen.append({})

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is not None:
            self._keys[-1] = None
            first = self._seen[-1].setdefault(key.text, key.place)
            if first is key.place:
                parent.pairs.append((key, node))
            else:
                message = f"the key '{key.text}' stands here twice; first on line {first.line}"
                self.faults.append(Fault(key.place, message, "keep one of them", "duplicate-key"))
        elif isinstance(node, Scalar):
            self._keys[-1] = node
        else:
            raise _StopReading(Fault(node.place, "a key must be a word, not a list or a map", "", "yaml"))
