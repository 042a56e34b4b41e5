"""An entry put at the end of a YAML list, with every other character of the file as it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.store.yaml_tree import Mapping, Node, Scalar, parse_yaml
from generator.store.yaml_tree import Sequence as List

_BREAK = re.compile(r"\r\n|\n|\r")


class CannotAppendError(Exception):
    """The file is not written in a way in which an entry can be added; the message says why."""


def append_entry(text: str, key: str, entry: Sequence[str], *, after: str = "") -> str:
    """Put an entry at the end of a list, or after one of its entries.

    Args:
        text: A YAML file without a fault.
        key: The key of the list in the file's map; empty where the file is the list.
        entry: The lines of the entry without the dash, the first being `id: …`, none of them empty.
        after: The id of the entry that it is put after; the last one where it is empty or there is none.

    Returns:
        The text with the entry after the last one; with the list, where the file had none.

    Raises:
        CannotAppendError: The list is written in brackets, or what stands there is no list.
    """
    found = _BREAK.search(text)
    line_end = found[0] if found else "\n"
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    place = -1
    items = _list_of(root, key)
    if root is None or items is None:
        ends = not text or text.endswith(("\n", "\r"))
        head = [f"{key}:"] if key else []
        lines = [*head, *_indented(entry, 2 if key else 0)]
        new = f"{text}{'' if ends else line_end}{line_end.join(lines)}{line_end}"
    elif isinstance(items, yaml.SequenceNode) and not items.flow_style:
        place = _position(items, after)
        new = _after(text, items, entry, line_end, place)
    elif _is_nothing(items):
        new = _instead(text, items, _indented(entry, 2 if key else 0), line_end)
    elif isinstance(items, yaml.SequenceNode):
        raise CannotAppendError("the list is written in brackets: write its entries on lines of their own")
    else:
        raise CannotAppendError("here should be a list")
    _hold(text, new, key, place)
    return new


def _list_of(root: yaml.Node | None, key: str) -> yaml.Node | None:
    if not key:
        return root
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _is_nothing(node: yaml.Node) -> bool:
    return not node.value and isinstance(node, (yaml.SequenceNode, yaml.ScalarNode))


def _position(items: yaml.SequenceNode, after: str) -> int:
    """Return where in a list the entry of an id stands, or the last; counted from the end."""
    for number, item in enumerate(reversed(items.value) if after else (), 1):
        pairs = item.value if isinstance(item, yaml.MappingNode) else []
        if any(name.value == "id" and value.value == after for name, value in pairs):
            return -number
    return -1


def _after(text: str, items: yaml.SequenceNode, entry: Sequence[str], line_end: str, number: int) -> str:
    column: int = items.start_mark.column
    lines = _indented(entry, column)
    last = items.value[number]
    if _line_before(text, last.start_mark.index).strip() == "" and len(items.value) > 1:
        lines.insert(0, "")  # entries are set apart by empty lines here
    place = end_of_line(text, end_of_value(last))
    # Remarks that belong to the last entry stay with it.
    while (line := _line_at(text, place)).lstrip().startswith("#") and len(line) - len(
        line.lstrip()
    ) > column:
        place = end_of_line(text, place)
    before = text[:place]
    ends = before.endswith(("\n", "\r"))
    return f"{before}{'' if ends else line_end}{line_end.join(lines)}{line_end}{text[place:]}"


def _instead(text: str, items: yaml.Node, lines: Sequence[str], line_end: str) -> str:
    """Put entries in the place of an empty list; a remark on its line stays."""
    start, end = items.start_mark.index, items.end_mark.index
    place = end_of_line(text, end)
    rest = text[end:place].rstrip("\r\n")
    head = f"{text[:start]}{rest}".rstrip(" \t")
    return f"{head}{line_end}{line_end.join(lines)}{line_end}{text[place:]}"


def end_of_value(node: yaml.Node) -> int:
    """Return where the last character of a value stands: a block's own end includes remarks after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of_value(last[1] if isinstance(node, yaml.MappingNode) else last)
    end: int = node.end_mark.index
    return end


def end_of_line(text: str, place: int) -> int:
    """Return the beginning of the next line; the place itself where it begins a line after a text block."""
    if place and text[place - 1] in "\r\n" and not _line_at(text, place).lstrip().startswith("#"):
        return place
    found = _BREAK.search(text, place)
    return found.end() if found else len(text)


def _line_at(text: str, place: int) -> str:
    found = _BREAK.search(text, place)
    return text[place : found.start() if found else len(text)]


def _line_before(text: str, place: int) -> str:
    lines = _BREAK.split(text[:place])
    return lines[-2] if len(lines) > 1 else "-"


def _indented(entry: Sequence[str], column: int) -> list[str]:
    blank = " " * column
    return [f"{blank}- {entry[0]}", *(f"{blank}  {line}" for line in entry[1:])]


def _hold(old: str, new: str, key: str, place: int) -> None:
    """Hold that the new text says what the old one said, and one entry more."""
    before, faults = parse_yaml(old, "")
    after, more = parse_yaml(new, "")
    entries = plain_value(after) if not key else _member(plain_value(after), key)
    added = isinstance(entries, list) and bool(entries)
    if isinstance(entries, list) and added:
        entries.pop(place)
    known = plain_value(before) if not key else _member(plain_value(before), key)
    others = [_without(plain_value(one), key) for one in (before, after)]
    if faults or more or not added or entries != (known or []) or (key and others[0] != others[1]):
        raise CannotAppendError("an entry cannot be added to a list that is written like this")


def plain_value(node: Node | None) -> object:
    """Return what a value says, as strings, lists and maps."""
    match node:
        case Scalar():
            return node.text
        case List():
            return [plain_value(item) for item in node.items]
        case Mapping():
            return {key.text: plain_value(value) for key, value in node.pairs}
    return None


def _member(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, dict) else None


def _without(value: object, key: str) -> object:
    return {name: one for name, one in value.items() if name != key} if isinstance(value, dict) else None
