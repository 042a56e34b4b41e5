"""What is made from the types and checked in is what the types make, and fits the content that is there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.commands.reference import reference_files
from generator.store.schema import FILES

ROOT = Path(__file__).resolve().parents[1]
FIXTURE = ROOT / "tests" / "fixtures" / "jiangwan"


class Core(yaml.SafeLoader):
    """Types scalars as the core schema of YAML 1.2 does, which editors of YAML use: no dates, no base 60."""


Core.yaml_implicit_resolvers = {}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))


def kind_of(path: Path) -> str:
    if path.name.endswith(".sources.yml"):
        return "sources"
    if path.name.endswith(".confirmed.yml"):
        return "confirmed"
    if path.name.endswith(".accepted.yml"):
        return "accepted"
    return {"people": "person"}.get(path.parent.name, path.stem)


def files() -> Iterator[Path]:
    for project in (ROOT, FIXTURE):
        # What begins with a dot is the program's own.
        yield from sorted((project / "content").rglob("[!.]*.yml"))
        yield from sorted((project / "content").rglob("*.md"))
    yield ROOT / "site_config" / "site.yml"


def document_of(path: Path) -> Any:
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = text.split("---\n", 2)[1]
    return yaml.load(text, Loader=Core)  # noqa: S506 - a SafeLoader


@pytest.mark.parametrize("path", sorted(reference_files(ROOT)), ids=lambda path: path.name)
def test_what_is_checked_in_is_what_the_types_make(path: Path) -> None:
    assert path.read_text("utf-8") == reference_files(ROOT)[path], "run: make reference"


@pytest.mark.parametrize("path", list(files()), ids=lambda path: f"{path.parent.name}/{path.name}")
def test_content_that_reads_well_fits_its_schema(path: Path) -> None:
    kind = "record" if path.suffix == ".md" else kind_of(path)
    assert kind in FILES
    schema = json.loads((ROOT / "site_config" / "schemas" / f"{kind}.json").read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    errors = [
        f"{'/'.join(str(part) for part in error.absolute_path)}: {error.message}"
        for error in jsonschema.Draft7Validator(schema).iter_errors(document_of(path))
    ]
    assert errors == []


@pytest.mark.parametrize(
    ("kind", "wrong"),
    [
        ("events", [{"id": "waic", "title": "a", "titel": "b"}]),
        ("events", [{"title": "no id"}]),
        ("person", {"names": {"fr": "Lin"}}),
        ("forum", {"title": "a"}),
        ("record", {"form": "sumary", "written_by": "machine"}),
        ("sources", {"cite": []}),
        ("accepted", {"p9x1": [{"language": "zh-Hans", "kind": "number", "words": "120"}]}),
        ("confirmed", {"cite": "3f9c0a71b2de"}),
        ("confirmed", {"p9x1": "3f9c0a71b2d"}),
        ("sources", {"p9x1": [{"recording": "a", "from": [1], "to": [2, 0]}]}),
    ],
)
def test_schemas_refuse_what_the_store_refuses(kind: str, wrong: object) -> None:
    schema = json.loads((ROOT / "site_config" / "schemas" / f"{kind}.json").read_text("utf-8"))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(wrong))
