"""docs/maintainers.md names the targets, variables, steps, fields and limits that there are."""

from __future__ import annotations

import ast
import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.intake import encoding, reading
from generator.language.exceptions import Neighbours, ScriptExceptions, exceptions_from
from generator.language.yaml_text import LanguageFileError
from generator.model.site import Limits
from generator.pages import home, person, place_lines, programme_days, related, session, ways_in
from generator.render import sitemap
from generator.store import picture_file, source_text, yaml_tree
from generator.store.records import marks, pieces
from tests.repository import ROOT, make_targets, tracked_files
from tests.tables import code_in, tables_of

TABLES = tables_of(ROOT / "docs" / "maintainers.md")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def named(title: str) -> list[str]:
    return [code_in(row[0])[0] for row in TABLES[title]]


def test_every_target_of_make_is_described_and_no_other() -> None:
    described = [name.removeprefix("make ") for name in named("Building") if name.startswith("make ")]
    assert sorted(described) == sorted(make_targets() - {"help", "node-tools"})


def test_every_variable_of_make_and_of_the_environment_is_described_and_no_other() -> None:
    described = [name for name in [*named("Building"), *named("Models")] if re.fullmatch(r"[A-Z0-9_]+", name)]
    of_make = re.findall(r"(?m)^([A-Z_]+) \?=", MAKEFILE)
    exported = re.findall(r"(?m)^export ([A-Z0-9_]+)", MAKEFILE)
    # NO_COLOR is read by Rich, which the reporter leaves it to.
    assert sorted(described) == sorted({*of_make, *exported, *read_or_set(), "NO_COLOR"})


def read_or_set() -> Iterator[str]:
    """Yield the variables of the environment that program and tests read or set."""
    for path in tracked_files():
        parts = path.relative_to(ROOT).parts
        if path.suffix != ".py" or parts[0] not in {"generator", "tests"} or parts[1] == "proofs":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                key: ast.expr = node.slice
            elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"os.environ.get", "os.getenv"}:
                key = node.args[0]
            else:
                continue
            if isinstance(key, ast.Constant):
                yield str(key.value)


def test_every_job_and_step_of_the_runs_is_described_in_order() -> None:
    workflow: Any = yaml.safe_load((ROOT / ".github" / "workflows" / "publish.yml").read_text("utf-8"))
    steps = re.findall(r"(?m)^step ([a-z-]+) ", (ROOT / ".ci" / "run").read_text("utf-8"))
    assert named("GitHub Pages") == [*workflow["jobs"], *steps]
    minutes = {name: job["timeout-minutes"] for name, job in workflow["jobs"].items()}
    said = {code_in(row[0])[0]: re.search(r"At most (\d+) minutes", row[1]) for row in TABLES["GitHub Pages"]}
    assert {name: int(found[1]) for name, found in said.items() if found}.items() <= minutes.items()


def test_every_field_of_the_script_exceptions_is_described_and_no_other() -> None:
    rows = TABLES["Exceptions of script"]
    keys = [code_in(row[0])[0] for row in rows if len(row) == 2]
    assert keys == [field.name for field in dataclasses.fields(ScriptExceptions)]
    fields = {code_in(row[0])[0] for row in rows if len(row) == 3}
    assert fields == {"surname", "words", "form", *(field.name for field in dataclasses.fields(Neighbours))}


@pytest.mark.parametrize(
    ("part", "wrong"),
    [
        ("surnames", [{"surname": "于", "form": "于", "wrong": "x"}]),
        ("titles", [{"words": "先生", "wrong": "x"}]),
        ("phrases", {"百炼": {"form": "百煉", "wrong": "x"}}),
        ("back", {"乾隆": {"form": "乾隆", "wrong": "x"}}),
    ],
)
def test_a_field_stands_where_the_table_says(part: str, wrong: object) -> None:
    with pytest.raises(LanguageFileError, match="unknown key wrong") as caught:
        exceptions_from({part: wrong}, Path("exceptions.yml"))
    known = str(caught.value).partition("known are ")[2].split(", ")
    rows = [row for row in TABLES["Exceptions of script"] if len(row) == 3]
    assert {code_in(row[0])[0] for row in rows if part in code_in(row[1])} == set(known)


def test_limits_are_those_of_the_program() -> None:
    said = [number for row in TABLES["Sizes and limits"] for number in re.findall(r"[\d,.]+\d|\d", row[1])]
    assert [number.replace(",", "") for number in said] == [
        str(source_text.LIMIT // 1024**2),
        "0.2",
        *map(str, (encoding.LARGEST // 1024**2, reading.LONGEST_LINE)),
        "1",
        *map(str, (pieces._LONGEST, marks._MOST)),
        *map(str, (picture_file.LARGEST // 1024**2, picture_file.MOST_PIXELS)),
        str(yaml_tree.DEPTH),
        str(programme_days.MOST_ROOMS),
        str(programme_days.MOST_ROWS),
        str(person._WHOLE_COLUMN),
        *map(str, (home._RECORDS, ways_in._PEOPLE, ways_in._ENTRIES, ways_in._ENTRIES)),
        *map(str, (place_lines._QUOTED, place_lines._QUOTED_RECORDS, related._MOST)),
        str(session._DESCRIPTION),
        str(sitemap._MOST),
        str(Limits().bytes // 10**9),
    ]
