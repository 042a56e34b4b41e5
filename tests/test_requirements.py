"""The pinned dependencies: complete, exact, by hash, and bound to no index."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.repository import ROOT

SITE = "requirements.txt"
TEST = "requirements-test.txt"
ENTRY = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9-]*)==(?P<version>[^\s;]+)(?: ; (?P<when>[^\\]+?))? \\\n"
    r"(?P<hashes>(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
    r"(?:    # via [^\n]+\n)?",
    re.MULTILINE,
)


def pinned(name: str) -> dict[tuple[str, str], tuple[str, frozenset[str]]]:
    """Return the entries of a file: (package, where it holds) -> (version, hashes)."""
    found = {}
    for entry in ENTRY.finditer((ROOT / name).read_text("utf-8")):
        hashes = frozenset(re.findall(r"sha256:([0-9a-f]{64})", entry["hashes"]))
        found[entry["name"], entry["when"] or ""] = (entry["version"], hashes)
    return found


def normal(requirement: str) -> tuple[str, str]:
    name, version = requirement.partition(";")[0].strip().split("==")
    return re.sub(r"[-_.]+", "-", name).lower(), version


@pytest.mark.parametrize("name", [SITE, TEST])
def test_a_file_is_entries_with_hashes_and_nothing_else(name: str) -> None:
    assert not ENTRY.sub("", (ROOT / name).read_text("utf-8")).strip()


@pytest.mark.parametrize(("name", "extras"), [(SITE, ()), (TEST, ("test", "heirs"))])
def test_a_file_has_what_the_project_names(name: str, extras: tuple[str, ...]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"]]
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    have = {(package, version) for (package, _), (version, _) in pinned(name).items()}
    assert {normal(one) for one in wanted} - have == set()


def test_the_tests_run_on_what_the_site_is_built_with() -> None:
    """`make test` uses the environment that `make site` made: the same versions and files."""
    site, test = pinned(SITE), pinned(TEST)
    assert site
    assert {key: test.get(key) for key in site} == site
