"""Every word of the interface is used, and every word that is used is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.language.words import load_words
from generator.model.language import Language

ROOT = Path(__file__).resolve().parents[1]
KEY = re.compile(r"[a-z_@]+(?:\.[A-Za-z_@-]+)+")


def patterns() -> Iterator[tuple[str, str]]:
    """Yield each key that code or a template names, with the file; `@` stands for what is filled in."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        if path.parent.name in {"pages", "commands"}:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                text = as_pattern(node)
                if KEY.fullmatch(text):
                    yield text, path.name
    for path in sorted((ROOT / "templates" / "pages").glob("*.md")):
        for found in re.finditer(r"""words\(\s*["']([^"']+)["']""", path.read_text("utf-8")):
            yield found[1], path.name


def as_pattern(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(as_pattern(part) if isinstance(part, ast.Constant) else "@" for part in node.values)
    return ""


def uses(key: str) -> bool:
    return any(re.fullmatch(re.escape(text).replace("@", r"[^ ]+"), key) for text, _ in patterns())


WORDS = load_words(ROOT / "site_config" / "words")[Language.EN]
USED = sorted({text for text, _ in patterns()})


def test_every_word_is_used() -> None:
    joined = re.compile("|".join(re.escape(text).replace("@", r"[^ ]+") for text in USED))
    assert [key for key in WORDS.keys() if not joined.fullmatch(key)] == []  # noqa: SIM118 - a method of Words


@pytest.mark.parametrize(
    "path", sorted((ROOT / "templates" / "pages").glob("*.md")), ids=lambda path: path.name
)
def test_templates_name_words_that_are_there(path: Path) -> None:
    named = re.findall(r"""words\(\s*["']([^"']+)["']""", path.read_text("utf-8"))
    assert [key for key in named if key not in WORDS] == []
