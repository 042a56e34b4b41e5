"""docs/templates.md and the templates name the same files, values, parts and shapes."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
import re
from pathlib import Path
from typing import Any

import jinja2
import jinja2.meta
import jinja2.nodes
import pytest

import generator.pages
from tests.pages.filled import filled_pages
from tests.tables import address_pattern, code_in, tables_of

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
PAGES = sorted(path.name for path in (TEMPLATES / "pages").iterdir())
DOCUMENT = ROOT / "docs" / "templates.md"
TABLES = tables_of(DOCUMENT)
EVERY = "Every page template"
PARTS = "parts.md"
INCLUDED = {"record.md", "cite.md"}
KINDS = [row for row in TABLES["The kinds of pages"] if row[0] not in {"`notfound`", "`redirect`"}]
"""The pages that page templates make; tests/site/test_page_kinds.py has the others."""
SHAPES = {
    title.strip("`"): rows for title, rows in TABLES.items() if re.fullmatch(r"`[A-Z][A-Za-z]+`", title)
}


def tree_of(template: str) -> jinja2.nodes.Template:
    return jinja2.Environment(autoescape=True).parse((TEMPLATES / "pages" / template).read_text("utf-8"))


def names(title: str) -> set[str]:
    """The names that a table explains."""
    found = [name for row in TABLES[title] for name in code_in(row[0])]
    assert len(found) == len(set(found)), f"{title} explains a name twice"
    return set(found)


def included(template: str) -> set[str]:
    found = {str(name) for name in jinja2.meta.find_referenced_templates(tree_of(template))}
    return {name for name in found if name != PARTS}


def explained(template: str) -> set[str]:
    """The values that the document says a template is given, those of what it includes too."""
    return names(EVERY).union(*(names(f"`{one}`") for one in (template, *included(template))))


def test_every_template_file_is_described_and_no_other() -> None:
    described = [code_in(row[0])[0] for row in TABLES["The files"]]
    folders = {one for one in described if one.endswith("/")}
    files = (path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file())
    there = {f"{folder}/" if f"{(folder := one.partition('/')[0])}/" in folders else one for one in files}
    assert sorted(described) == sorted(there)


@pytest.mark.parametrize("template", [name for name in PAGES if name != PARTS])
def test_every_value_that_a_template_uses_is_explained(template: str) -> None:
    used = jinja2.meta.find_undeclared_variables(tree_of(template))
    own = names(f"`{template}`")
    assert (
        used - own - names(EVERY) - {name for one in included(template) for name in names(f"`{one}`")}
        == set()
    )


@pytest.mark.parametrize("template", [name for name in PAGES if name not in {PARTS, *INCLUDED}])
def test_a_template_is_given_just_what_is_explained(template: str) -> None:
    given = {page.values for page in filled_pages() if page.template == template}
    assert given == {frozenset(explained(template))}


def test_every_part_is_described_with_what_it_takes() -> None:
    described = {re.sub(r"\s", "", code_in(row[0])[0]) for row in TABLES[f"`{PARTS}`"]}
    there = set()
    for macro in tree_of(PARTS).find_all(jinja2.nodes.Macro):
        names_of = [argument.name for argument in macro.args]
        needed = len(names_of) - len(macro.defaults)
        there.add(f"{macro.name}({','.join(names_of[:needed] + [f'{one}=' for one in names_of[needed:]])})")
    assert {re.sub(r"=[^,)]+", "=", one) for one in described} == there


@pytest.mark.parametrize("shape", sorted(SHAPES))
def test_a_shape_has_just_the_fields_that_are_described(shape: str) -> None:
    modules = [
        importlib.import_module(f"generator.pages.{one.name}")
        for one in pkgutil.iter_modules(generator.pages.__path__)
    ]
    found = {
        value
        for module in modules
        for name, value in vars(module).items()
        if name == shape and inspect.isclass(value) and value.__module__ == module.__name__
    }
    assert len(found) == 1, f"there is no {shape} in generator/pages"
    one: Any = found.pop()
    properties = {name for name, value in vars(one).items() if isinstance(value, property)}
    described = names(f"`{shape}`")
    assert described == {field.name for field in dataclasses.fields(one)} | properties


def test_a_shape_that_is_named_is_described() -> None:
    named = {name for rows in TABLES.values() for row in rows for cell in row for name in code_in(cell)}
    classes = {name for name in named if re.fullmatch(r"[A-Z][A-Za-z]+[a-z]", name)}
    assert classes - {"Markup", "None"} == set(SHAPES)


def test_every_page_is_of_one_kind_of_the_table_and_every_kind_has_a_page() -> None:
    found = dict.fromkeys(KINDS, 0)
    for page in filled_pages():
        rows = [
            row
            for row in KINDS
            if [code_in(cell)[0] for cell in (row[0], row[2], row[3])]
            == [page.kind, page.module, page.template]
            and address_pattern(row[1]).fullmatch(page.address)
        ]
        assert len(rows) == 1, f"{page.kind} {page.address}, {page.module}, {page.template}: {len(rows)} rows"
        found[rows[0]] += 1
    assert [row for row, count in found.items() if not count] == []
