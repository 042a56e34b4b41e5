"""Content in which every text tries to be more than text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.model.event import Event
from generator.model.forum import Forum
from generator.model.identifiers import WebAddress
from generator.model.organisation import Organisation
from generator.model.person import Person
from generator.model.record import RecordHead
from generator.model.site import Site
from generator.model.term import Term
from generator.model.text import LocalizedText
from generator.model.topic import Topic
from generator.store.shape import fields_of, list_item

PLAIN = (
    "<script>window.__x=1</script>",
    '"><img src=x onerror=window.__x=2>',
    "'><svg onload=window.__x=3>",
    '{ onclick="window.__x=4" .evil #evil }',
    "{: onmouseover=window.__x=5 .evil #evil }",
    "{{ 7*7 }}",
    "{% raw %}",
    "{# gone #}",
    "</title></article><script>window.__x=6</script>",
    "<style>body{display:none}</style>",
    "--> ]]> <!-- <![CDATA[",
    "!!! note",
    "$(7)$ ==m== ^^u^^ ~~s~~ --- ... :smile:",
)
"""Text that an editor may write as it is, in a record too."""

MARKDOWN = (
    "&lt;b&gt; &amp;copy; &copy",
    "[x](javascript:window.__x=7)",
    "`<i>i</i>`",
    "*a* __b__",
    r"\<b> \\ \{",
)
"""Text that means something in a record, and is written there with backslashes."""

TEXTS = (*PLAIN, *MARKDOWN)
QUERY = "a=(1)&copy=2&lt;b&gt;*x*_y_[z]!$~;"
"""What is added to every web address: all that one may hold."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# An id of a time zone; words that stand in records, too, and are looked up there.
_LEFT_ALONE = {(Forum, "timezone"), (Site, "url"), ("Repository", "url"), ("Appearance", "label")}
_FILES: dict[str, type] = {
    "events.yml": Event,
    "organisations.yml": Organisation,
    "topics.yml": Topic,
    "glossary.yml": Term,
}


class Hostility:
    """Changes texts, each with what is dangerous at its beginning and its end another time.

    Args:
        plain: What may stand in a record as it is.
        markdown: What means something there, and is written with backslashes.
    """

    def __init__(self, plain: tuple[str, ...] = PLAIN, markdown: tuple[str, ...] = MARKDOWN) -> None:
        self._turn = itertools.count()
        self._plain, self._markdown = plain, markdown
        self.texts = 0

    def text(self, own: str) -> str:
        """All dangers, with a text's own words among them."""
        first, *others = self._round((*self._plain, *self._markdown))
        return " ".join((first, own, *others))

    def record_text(self, own: str, *, opens: bool) -> str:
        """The same in Markdown; what stands first stays first where it is a label or a time."""
        escaped = [_PUNCTUATION.sub(r"\\\1", text) for text in self._markdown]
        first, *others = self._round((*self._plain, *escaped))
        return " ".join((own, first, *others) if opens else (first, own, *others))

    def _round(self, texts: tuple[str, ...]) -> tuple[str, ...]:
        self.texts += 1
        start = next(self._turn) % len(texts)
        return (*texts[start:], *texts[:start])

    def of_type(self, node: Any, annotation: Any) -> Any:
        """A value of a YAML file, changed wherever the model says that it is text."""
        item = list_item(annotation)
        if item is not None:
            return [self.of_type(one, item) for one in node]
        if annotation is LocalizedText and isinstance(node, dict):
            return {language: self.text(text) for language, text in node.items()}
        if annotation in {LocalizedText, str}:
            return self.text(node)
        if annotation is WebAddress:
            return f"{node}{'&' if '?' in node else '?'}{QUERY}"
        if isinstance(node, dict) and hasattr(annotation, "__dataclass_fields__"):
            return dict(self._of_object(node, annotation))
        return node

    def _of_object(self, node: dict[str, Any], cls: type) -> Iterator[tuple[str, Any]]:
        types = {field.key: field.type for field in fields_of(cls)}
        for key, value in node.items():
            alone = (cls, key) in _LEFT_ALONE or (cls.__name__, key) in _LEFT_ALONE
            yield key, value if alone else self.of_type(value, types[key])


def make_hostile(project: Path, hostility: Hostility | None = None) -> int:
    """Change every text of a project's content and settings.

    Args:
        project: The project.
        hostility: What the texts become.

    Returns:
        How many texts were changed.
    """
    hostility = hostility or Hostility()
    content = project / "content"
    for name, cls in _FILES.items():
        _rewrite(content / name, lambda tree, cls=cls: [hostility.of_type(one, cls) for one in tree])
    for path in sorted(content.glob("people/*.yml")):
        _rewrite(path, lambda tree: _person(hostility, tree))
    for path in sorted(content.glob("forums/*/forum.yml")):
        _rewrite(path, lambda tree: hostility.of_type(tree, Forum))
    for path in sorted(content.glob("forums/*/records/*.md")):
        path.write_text(_record(hostility, path.read_text("utf-8")), "utf-8")
    _rewrite(project / "site_config" / "site.yml", lambda tree: _settings(hostility, tree))
    return hostility.texts


def _person(hostility: Hostility, tree: dict[str, Any]) -> dict[str, Any]:
    """A person keeps the former names as aliases: records know the speakers by them."""
    names = dict.fromkeys([*tree["names"].values(), *tree.get("aliases", [])])
    changed: dict[str, Any] = hostility.of_type(tree, Person)
    changed["aliases"] = [*names, hostility.text("alias")]
    return changed


def _settings(hostility: Hostility, tree: dict[str, Any]) -> dict[str, Any]:
    more = {
        "repository": {"url": "https://code.example/forum", "branch": "main"},
        "contact": "mailto:editors@forum.example",
    }
    changed: dict[str, Any] = hostility.of_type(tree | more, Site)
    return changed


def _rewrite(path: Path, change: Any) -> None:
    # As plain strings: a date stays as it was written.
    tree = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - the base loader makes strings alone
    path.write_text(yaml.safe_dump(change(tree), allow_unicode=True, sort_keys=False), "utf-8")


def _record(hostility: Hostility, text: str) -> str:
    _, head, body = text.split("---\n", 2)
    tree = hostility.of_type(yaml.load(head, yaml.BaseLoader), RecordHead)  # noqa: S506 - as above
    lines = [_line(hostility, line) for line in body.split("\n")]
    front = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n" + "\n".join(lines)


_LINE = re.compile(
    r"(?P<start>#+ |> |[-*] |[0-9]+[.] |)"
    r"(?P<time>\[[^\]]*\d\d:\d\d\] )?(?P<label>[^ ：:][^：:]{0,20}(：|: ))?"
    r"(?P<text>.*?)(?P<marks>(?: \^\w{4})*)"
)
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\](?P<rest>.*)")


def _line(hostility: Hostility, line: str) -> str:
    if not line or line.startswith("^") or set(line) <= set("|-: "):
        return line
    if image := _IMAGE.fullmatch(line):
        return f"![{_brackets(hostility.record_text(image['alt'], opens=False))}]{image['rest']}"
    if line.startswith("|"):
        cells = (hostility.record_text(cell.strip(), opens=False) for cell in line.strip("|").split("|"))
        return f"| {' | '.join(cells)} |"
    found = _LINE.fullmatch(line)
    assert found is not None, line
    opens = bool(found["time"] or found["label"])
    words = hostility.record_text(found["text"], opens=opens)
    return f"{found['start']}{found['time'] or ''}{found['label'] or ''}{words}{found['marks']}"


def _brackets(text: str) -> str:
    """The description of a picture ends at a bracket that has no backslash."""
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", text)
