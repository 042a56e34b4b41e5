"""Where edits are drawn by chance: the files of a project, read and written as editors leave them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TypeVar

import yaml

T = TypeVar("T")

Kind = Callable[["Desk"], None]
"""A kind of edit; what it needs may not be there (`NothingThereError`)."""

_WORDS = {
    "zh-Hans": (
        "潮水 滩涂 那几天 于老师 后来 台风 记录 两个人 水位计 沉积板 大潮 我们 发现 里面 干净 头发 只有 "
        "计算 钟楼 面条 复查 盐沼 本子 制图 数据 几乎 丑时 范九黎 舒鹤汀 简渡 准备 出版 云层 才能 系统 "
        "关系 台湾 了解 历史 日历 松树 冲洗"
    ),
    "zh-Hant": (
        "潮水 灘塗 那幾天 後來 颱風 記錄 兩個人 鹽沼 石階 燈塔 我們 發現 裡面 乾淨 日誌 大潮 守燈的人 水位"
    ),
    "en": (
        "the tide marsh notebook staff plate plates two of us wrote nobody counted logger loggers datum "
        "spring pier wind quadrat Circle Luxi again before winter figure figures gap SP salt"
    ),
}
_MARKS = re.compile(r"(?: \^[a-z0-9]{4})+$")
_LABEL = re.compile(r"(?:\[[^\]]*\d\d:\d\d\] )?(?:[^：:\[\]()。.,，\n]{1,24}(?:：|: ))?")


class NothingThereError(Exception):
    """There is nothing that an edit of this kind could change."""


@dataclass
class RecordText:
    """A record as text.

    Attributes:
        place: Its file.
        head: The values between the lines `---`.
        parts: What blank lines part, with the marks.
    """

    place: Path
    head: dict[str, Any]
    parts: list[str]

    @property
    def session(self) -> str:
        return self.place.name.split(".", 1)[0]

    @property
    def language(self) -> str:
        return self.place.name.split(".")[1]

    def prose(self) -> list[int]:
        """Return which parts are plain paragraphs."""
        return [number for number, part in enumerate(self.parts) if part[0] not in "#|!>-*^1234567890"]

    def split(self, number: int) -> tuple[str, str, str]:
        """Return who says a part, what, and its marks."""
        part = self.parts[number]
        marks = _MARKS.search(part)
        body = part[: marks.start()] if marks else part
        label = _LABEL.match(body)
        end = label.end() if label else 0
        return body[:end], body[end:], marks[0] if marks else ""

    def mark_of(self, number: int) -> str:
        found = re.findall(r"\^([a-z0-9]{4})", self.split(number)[2] or self.parts[number])
        if not found:
            raise NothingThereError
        return str(found[0])


@dataclass
class Desk:
    """A project that is edited.

    Attributes:
        project: Its folder.
        draw: Chance, with a seed.
        past: What the project held after each edit that was accepted.
    """

    project: Path
    draw: Random
    past: list[Mapping[str, bytes]] = field(default_factory=list)
    _number: int = 0

    @property
    def content(self) -> Path:
        return self.project / "content"

    def pick(self, among: Sequence[T]) -> T:
        if not among:
            raise NothingThereError
        return self.draw.choice(among)

    def number(self) -> int:
        """Return a number that was not drawn before."""
        self._number += 1
        return self._number

    def mark(self) -> str:
        return f"z{self.number():03d}"

    def words(self, language: str) -> str:
        """Return a sentence that nobody wrote before."""
        known = _WORDS[language].split()
        words = [self.draw.choice(known) for _ in range(self.draw.randint(3, 9))]
        space, stop = (" ", ".") if language == "en" else ("", "。")
        return f"{space.join(words)}{space}{self.number()}{stop}"

    def title(self) -> dict[str, str]:
        """Return a text in some languages."""
        languages = self.draw.choice((("zh-Hans",), ("zh-Hans", "en"), ("zh-Hans", "zh-Hant", "en")))
        return {one: self.words(one)[:-1] for one in languages}

    @contextmanager
    def yaml(self, place: Path) -> Iterator[Any]:
        """Give the values of a file to be changed; all scalars are texts."""
        data = yaml.load(place.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts, lists and mappings
        yield data
        place.write_text(_dumped(data), "utf-8", newline="")

    def records(self, language: str = "*") -> list[RecordText]:
        found = []
        for place in sorted(self.content.glob(f"forums/*/records/*.{language}.md")):
            _, head, body = place.read_text("utf-8").split("---\n", 2)
            parts = [part for part in body.strip().split("\n\n") if part]
            found.append(RecordText(place, yaml.load(head, yaml.BaseLoader), parts))  # noqa: S506 - as above
        return found

    def write(self, record: RecordText) -> None:
        body = "\n\n".join(record.parts)
        record.place.write_text(f"---\n{_dumped(record.head)}---\n\n{body}\n", "utf-8", newline="")

    def versions(self, record: RecordText) -> list[RecordText]:
        """Return a record in all its languages."""
        return [
            one
            for one in self.records()
            if (one.place.parent, one.session) == (record.place.parent, record.session)
        ]

    def forums(self) -> list[Path]:
        return sorted(self.content.glob("forums/*/forum.yml"))

    def people(self) -> list[Path]:
        return sorted(self.content.glob("people/*.yml"))

    def ids(self, name: str) -> list[str]:
        """Return the ids of a list: `topics`."""
        data = yaml.load((self.content / f"{name}.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
        return [one["id"] for one in data]

    def replace(self, names: str, pattern: str, new: str) -> None:
        """Replace a pattern in all files of the content whose names match."""
        for place in sorted(self.content.rglob(names)):
            text = place.read_text("utf-8")
            changed = re.sub(pattern, new, text)
            if changed != text:
                place.write_text(changed, "utf-8", newline="")

    def point_elsewhere(self, keys: frozenset[str], old: str, new: str | None) -> None:
        """Let values of YAML name another entry, or none."""
        for place in sorted(self.content.rglob("*.yml")):
            data = yaml.load(place.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - as above
            if _pointed(data, keys, old, new):
                place.write_text(_dumped(data), "utf-8", newline="")

    def state(self) -> dict[str, bytes]:
        """Return all files that a site is made from."""
        return {
            place.relative_to(self.project).as_posix(): place.read_bytes()
            for name in ("content", "site_config", "templates", "mkdocs.yml")
            for place in sorted([self.project / name, *(self.project / name).rglob("*")])
            if place.is_file()
        }

    def restore(self, state: Mapping[str, bytes]) -> None:
        """Bring all files back to a former state."""
        now = self.state()
        for name in now.keys() - state.keys():
            (self.project / name).unlink()
        for name, data in state.items():
            if now.get(name) != data:
                place = self.project / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)


def _dumped(data: object) -> str:
    return str(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=100))


def _pointed(data: Any, keys: frozenset[str], old: str, new: str | None) -> bool:
    """Change an id under keys wherever it stands; what names nothing any more goes."""
    changed = False
    if isinstance(data, dict):
        for key, value in list(data.items()):
            if key in keys and isinstance(value, list) and old in value:
                data[key] = [new if one == old else one for one in value if one != old or new]
                if not data[key]:
                    del data[key]
                changed = True
            elif key in keys and value == old:
                if new is None:
                    del data[key]
                else:
                    data[key] = new
                changed = True
            else:
                changed |= _pointed(value, keys, old, new)
    elif isinstance(data, list):
        for one in data:
            changed |= _pointed(one, keys, old, new)
    return changed
