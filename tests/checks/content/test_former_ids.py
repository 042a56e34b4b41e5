"""An old address leads to one living thing, or it is a fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.content.small_content import codes_of, faults_of, forum, write


def topics(project: Path, **formerly: list[str]) -> None:
    listed = [{"id": one, "title": one, "formerly": old} for one, old in formerly.items()]
    write(project, "topics.yml", listed)


def test_one_thing_may_have_had_many_names(tmp_path: Path) -> None:
    topics(tmp_path, now=["then", "before", "long-ago"])
    assert codes_of(tmp_path) == []


@pytest.mark.parametrize(
    ("formerly", "codes"),
    [
        ({"one": ["two"], "two": []}, ["former-id"]),  # the name lives
        ({"one": ["one"]}, ["former-id"]),  # its own name
        ({"one": ["two"], "two": ["one"]}, ["former-id", "former-id"]),  # swapped: neither could be reached
        ({"one": ["old"], "two": ["old"]}, ["former-id"]),  # two heirs
        ({"one": ["old", "old"]}, []),  # said twice, and meaning one thing
    ],
)
def test_what_could_lead_to_two_places(
    tmp_path: Path, formerly: dict[str, list[str]], codes: list[str]
) -> None:
    topics(tmp_path, **formerly)
    assert codes_of(tmp_path) == codes


def test_names_of_different_kinds_and_of_sessions_of_different_forums_do_not_meet(tmp_path: Path) -> None:
    topics(tmp_path, one=["a"])
    write(tmp_path, "people/one.yml", {"names": {"en": "One"}, "formerly": ["a", "event"]})
    forum(tmp_path, [{"id": "one", "formerly": ["two"]}], formerly=["one"])
    forum(tmp_path, [{"id": "two", "formerly": ["one"]}], "b")
    assert codes_of(tmp_path) == []


def test_the_place_is_that_of_the_name_that_is_too_many(tmp_path: Path) -> None:
    write(tmp_path, "people/one.yml", "names: {en: One}\n")
    write(tmp_path, "people/two.yml", "names: {en: Two}\nformerly:\n  - good\n  - one\n")
    (fault,) = faults_of(tmp_path)
    assert str(fault.place) == "content/people/two.yml:4:5"
    assert "'one' is the id of a person" in fault.message
