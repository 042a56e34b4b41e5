"""The style sheet and the script that are joined from their parts."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath

import pytest

from generator.commands.failure import CommandError, Exit
from generator.commands.theme import SCRIPT, SEARCH, SEARCH_WORKER, STYLE, theme_assets, theme_files


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    for name, text in {
        "style/02-second.css": "b{}\n",
        "style/01-first.css": "a{}\n",
        "style/notes.txt": "no\n",
        "script/00-start.js": "const all = 1;\n",
        "script/10-own.js": "const own = all;\n",
        "script/20-own.js": "const own = all + 1;\n",
        "search/10-first.js": "const first = 1;\n",
        "search/20-last.js": "export { first };\n",
        "search/worker/10-own.js": "const own = 1;\n",
        "theme/assets/deep/mark.svg": "<svg/>",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_parts_are_joined_in_the_order_of_their_names(templates: Path) -> None:
    assert theme_assets(templates)[STYLE] == b"a{}\n\nb{}\n"


def test_what_a_script_declares_is_its_own_but_the_first_ones_are_for_all(templates: Path) -> None:
    assert theme_assets(templates)[SCRIPT].decode() == (
        '(() => {\n"use strict";\n\nconst all = 1;\n\n'
        "{\nconst own = all;\n}\n\n{\nconst own = all + 1;\n}\n})();\n"
    )


def test_the_search_and_its_worker_are_modules_of_their_own(templates: Path) -> None:
    made = theme_assets(templates)
    assert made[SEARCH] == b"const first = 1;\n\nexport { first };\n"
    assert made[SEARCH_WORKER] == b"const own = 1;\n"


def test_line_ends_of_an_editor_change_nothing(templates: Path) -> None:
    before = theme_assets(templates)
    for path in (*templates.glob("style/*.css"), *templates.rglob("*.js")):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert theme_assets(templates) == before


def test_pages_ask_for_the_themes_files_and_for_what_is_made(templates: Path) -> None:
    assert theme_files(templates) == {
        STYLE,
        SCRIPT,
        SEARCH,
        SEARCH_WORKER,
        PurePosixPath("assets/deep/mark.svg"),
    }


@pytest.mark.parametrize("folder", ["style", "script", "search", "search/worker"])
def test_a_theme_without_parts_is_a_fault_with_its_place(templates: Path, folder: str) -> None:
    shutil.rmtree(templates / folder)
    with pytest.raises(CommandError, match=folder) as told:
        theme_assets(templates)
    assert told.value.code is Exit.WRONG


def test_a_part_in_another_encoding_is_a_fault_with_its_name(templates: Path) -> None:
    (templates / "style" / "01-first.css").write_bytes("/* 楷 */".encode("gb18030"))
    with pytest.raises(CommandError, match=r"01-first\.css: this is not UTF-8"):
        theme_assets(templates)
