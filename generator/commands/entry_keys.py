"""Keys set in the entries of a YAML list, with every other character of the file as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

import yaml

from generator.commands.appending import CannotAppendError, end_of_line, end_of_value, plain_value
from generator.store.yaml_tree import parse_yaml

_BREAK: Final = re.compile(r"\r\n|\n|\r")

Keys = Mapping[str, str]
"""Values by key, each as YAML on one line."""


def set_keys(text: str, key: str, entries: Mapping[str, Keys]) -> str:
    """Set keys of entries: a scalar that is there is replaced, a key that is not is added at the entry's end.

    Args:
        text: A YAML file without a fault.
        key: The key of the list in the file's map.
        entries: By the entry's id, what is to be set. Ids that the list does not have are passed over.

    Returns:
        The text.

    Raises:
        CannotAppendError: What stands there cannot be set in this way.
    """
    found = _BREAK.search(text)
    line_end = found[0] if found else "\n"
    edits: list[tuple[int, int, str]] = []
    for entry in _entries(yaml.compose(text, Loader=yaml.SafeLoader), key):
        pairs = {name.value: value for name, value in entry.value}
        own = pairs.get("id")
        wanted = entries.get(own.value if isinstance(own, yaml.ScalarNode) else "", {})
        new = {name: value for name, value in wanted.items() if name not in pairs}
        for name, value in wanted.items():
            if name in pairs:
                edits.append(_instead(pairs[name], value))
        if new:
            edits.append(_at_end(text, entry, new, line_end))
    changed = text
    for start, end, words in sorted(edits, reverse=True):
        changed = changed[:start] + words + changed[end:]
    _hold(text, changed, key, entries)
    return changed


def _entries(root: yaml.Node | None, key: str) -> Iterator[yaml.MappingNode]:
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    items = next((value for name, value in pairs if name.value == key), None)
    if isinstance(items, yaml.SequenceNode):
        yield from (item for item in items.value if isinstance(item, yaml.MappingNode))


def _instead(node: yaml.Node, value: str) -> tuple[int, int, str]:
    if not isinstance(node, yaml.ScalarNode) or node.style in {"|", ">"}:
        raise CannotAppendError("here should be a plain value")
    return node.start_mark.index, node.end_mark.index, value


def _at_end(text: str, entry: yaml.MappingNode, new: Keys, line_end: str) -> tuple[int, int, str]:
    if entry.flow_style:
        end = entry.end_mark.index - 1
        before = text[:end].rstrip(" \t\r\n,")
        return len(before), end, "".join(f", {name}: {value}" for name, value in new.items())
    place = end_of_line(text, end_of_value(entry))
    blank = " " * entry.start_mark.column
    lines = "".join(f"{blank}{name}: {value}{line_end}" for name, value in new.items())
    ends = text[:place].endswith(("\n", "\r"))
    return place, place, lines if ends else line_end + lines.removesuffix(line_end)


def _hold(old: str, new: str, key: str, entries: Mapping[str, Keys]) -> None:
    """Hold that the new text says what the old one said, but for what was set."""
    before, faults = parse_yaml(old, "")
    after, more = parse_yaml(new, "")
    known = plain_value(before)
    if faults or more or not isinstance(known, dict):
        raise CannotAppendError("keys cannot be set in a file that is written like this")
    for entry in known.get(key, []):
        for name, value in entries.get(entry.get("id", ""), {}).items():
            entry[name] = plain_value(parse_yaml(value, "")[0])
    if known != plain_value(after):
        raise CannotAppendError("keys cannot be set in a list that is written like this")
