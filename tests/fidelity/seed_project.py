"""A temporary project in which an edited record from elsewhere stands as the records of a forum."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path

from tests.repository import ROOT

FORUM = "waic-2024-maas"
PARTS = {
    "阿里云：让AI创新触手可及": "zhou-jingren",
    "大模型时代的摩尔定律": "liu-zhiyuan",
    "小爱同学的实践历程": "qiao-guohui",
    "圆桌讨论": "panel",
}
_HEAD = "---\nform: edited\nwritten_by: machine\nchecked: []\n---\n\n"
_MARKS = tuple(f"{a}{b}{c}{d}" for a, b, c, d in product("abcdefgh", "qrst", "uvwx", "123456789"))


def make_project(folder: Path, edited: Path) -> Path:
    """Write the project: the content of this one, with the edited record in the place of its records."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "site_config", folder / "site_config")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    records = folder / "content" / "forums" / FORUM / "records"
    shutil.rmtree(records)
    records.mkdir()
    marks = iter(_MARKS)
    for title, text in re.findall(r"(?m)^### (.+)\n((?:(?!^### ).*\n?)*)", edited.read_text("utf-8")):
        session = next((name for start, name in PARTS.items() if title.startswith(start)), None)
        if session:
            paragraphs = [" ".join(one.split()) for one in text.split("\n\n") if one.strip()]
            body = "\n\n".join(f"{one} ^{next(marks)}" for one in paragraphs)
            (records / f"{session}.zh-Hans.md").write_text(f"{_HEAD}{body}\n", "utf-8")
    return folder
