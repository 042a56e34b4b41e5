"""The documentation says what is so: targets, commands, links and settings that it names exist."""

from __future__ import annotations

import dataclasses
import itertools
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model.site import Site
from tests.repository import ROOT, make_targets, tracked_files

MAINTAINERS = ROOT / "docs" / "maintainers.md"
DOCUMENTS = tuple(
    path
    for path in tracked_files()
    if path.suffix == ".md" and not {"content", "fixtures"} & set(path.relative_to(ROOT).parts)
)
TWINS = (ROOT / "README.md", ROOT / "README.zh-Hans.md")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tokens(path: Path) -> tuple[Token, ...]:
    found: list[Token] = []
    for token in MarkdownIt("commonmark").enable("table").parse(path.read_text("utf-8")):
        found.append(token)
        found.extend(token.children or ())
    return tuple(found)


def code(path: Path) -> Iterator[str]:
    """Yield the code of a document, block by block and span by span, without comments."""
    for token in tokens(path):
        if token.type in {"fence", "code_block", "code_inline"}:
            yield re.sub(r"(?m)(^|\s)#.*", "", token.content)


@cache
def anchors(path: Path) -> frozenset[str]:
    """Return the ids that headings get where documents are read: small letters, hyphens for spaces."""
    found = set()
    for token, inner in itertools.pairwise(tokens(path)):
        if token.type == "heading_open":
            text = "".join(part.content for part in inner.children or ())
            kept = (one for one in text.lower() if one in "-_ " or unicodedata.category(one)[0] in "LN")
            found.add("".join(kept).replace(" ", "-"))
    return frozenset(found)


def broken_links(path: Path) -> Iterator[str]:
    for token in tokens(path):
        target = token.attrGet("href") if token.type == "link_open" else token.attrGet("src")
        if token.type not in {"link_open", "image"} or not target or urlsplit(str(target)).scheme:
            continue
        parts = urlsplit(unquote(str(target)))
        file = (path.parent / parts.path).resolve() if parts.path else path
        if not file.exists() or not file.is_relative_to(ROOT):
            yield f"{target}: no such file"
        elif parts.fragment and parts.fragment not in anchors(file):
            yield f"{target}: no such heading"


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    assert list(broken_links(path)) == []


def test_make_targets_that_are_named_exist() -> None:
    named = {
        (name_of(path), target)
        for path in DOCUMENTS
        for text in code(path)
        for target in re.findall(r"(?:^|[\s;&])make ([a-z][a-z-]*)", text)
    }
    assert named
    assert {one for one in named if one[1] not in make_targets()} == set()


def test_the_makefile_helps_with_each_target() -> None:
    shown = re.findall(r"^\t@echo 'make (\S+)", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert sorted(shown) == sorted(make_targets() - {"help", "node-tools"})


def test_commands_that_are_named_exist() -> None:
    named = {
        (name_of(path), command)
        for path in DOCUMENTS
        for text in code(path)
        for command in re.findall(r"(?:-m generator|\bproceedings) ([a-z]+)", text)
    }
    assert named
    for command in sorted({command for _, command in named}):
        called = [sys.executable, "-m", "generator", command, "--help"]
        done = subprocess.run(called, cwd=ROOT, check=False, capture_output=True, text=True)
        assert done.returncode == 0, (command, sorted(path for path, one in named if one == command))


def test_each_setting_is_explained_once_and_none_besides() -> None:
    table = MAINTAINERS.read_text("utf-8").partition("## The settings")[2].partition("\n## ")[0]
    explained = re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)
    assert sorted(explained) == sorted(field.name for field in dataclasses.fields(Site))


def test_the_two_readmes_are_built_alike() -> None:
    """A reader of either finds the same parts, commands and links to files, in the same order."""

    def shape(path: Path) -> tuple[list[object], ...]:
        stream = tokens(path)
        heads: list[object] = [token.tag for token in stream if token.type == "heading_open"]
        fences: list[object] = [
            re.sub(r" +#.*", "", token.content) for token in stream if token.type == "fence"
        ]
        links: list[object] = [
            target
            for token in stream
            if token.type == "link_open" and not (target := str(token.attrGet("href"))).startswith("README")
        ]
        rows: list[object] = [token.type for token in stream if token.type in {"tr_open", "list_item_open"}]
        return heads, fences, links, rows

    english, chinese = map(shape, TWINS)
    assert english == chinese


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_emphasis_closes(path: Path) -> None:
    """Between full-width punctuation and an ideograph, two asterisks stay asterisks."""
    assert [token.content for token in tokens(path) if token.type == "text" and "**" in token.content] == []
