"""What is read is noted, and what was not there too."""

from __future__ import annotations

from collections.abc import Mapping

from generator.memo.tracing import ALL, KEYS, Cell, Once, Tracer

PEOPLE = {"a": "Ann", "b": "Bo", "c": "Cy"}


def traced(entries: Mapping[str, str]) -> tuple[Tracer, Mapping[str, str]]:
    tracer = Tracer()
    return tracer, tracer.mapping("people", entries, {key: value.lower() for key, value in entries.items()})


def changed(cells: set[Cell], then: Mapping[str, str]) -> set[str]:
    """Return the keys of the cells whose digest is another with other entries."""
    before, _ = traced(PEOPLE)
    after, _ = traced(then)
    return {cell[1] for cell in cells if before.digest(cell) != after.digest(cell)}


def test_an_entry_that_is_read_is_noted_and_no_other() -> None:
    tracer, people = traced(PEOPLE)
    with tracer.tracing() as cells:
        assert people["a"] == "Ann"
    assert cells == {("people", "a")}
    assert changed(cells, PEOPLE | {"b": "Bob"}) == set()
    assert changed(cells, PEOPLE | {"a": "Anna"}) == {"a"}


def test_an_entry_that_is_not_there_is_noted() -> None:
    tracer, people = traced(PEOPLE)
    with tracer.tracing() as cells:
        assert people.get("z") is None
    assert cells == {("people", "z")}
    assert changed(cells, PEOPLE | {"z": "Zoe"}) == {"z"}


def test_whoever_asks_whether_an_entry_is_there_does_not_depend_on_what_it_is() -> None:
    tracer, people = traced(PEOPLE)
    with tracer.tracing() as cells:
        assert "y" not in people
        assert "a" in people
    assert changed(cells, PEOPLE | {"a": "Anna"}) == set()
    assert len(changed(cells, PEOPLE | {"y": "Yu"})) == 1
    assert len(changed(cells, {"b": "Bo", "c": "Cy"})) == 1


def test_whoever_reads_all_depends_on_all() -> None:
    for values in (True, False):
        tracer, people = traced(PEOPLE)
        with tracer.tracing() as cells:
            assert list(people.values()) if values else list(people.items())
        assert cells == {("people", ALL)}
        for then in (PEOPLE | {"b": "Bob"}, PEOPLE | {"z": "Zoe"}, {"a": "Ann", "b": "Bo"}):
            assert changed(cells, then) == {ALL}


def test_whoever_reads_the_keys_does_not_depend_on_the_entries() -> None:
    tracer, people = traced(PEOPLE)
    with tracer.tracing() as cells:
        assert list(people) == ["a", "b", "c"]
        assert len(people) == 3
    assert cells == {("people", KEYS)}
    assert changed(cells, PEOPLE | {"b": "Bob"}) == set()
    assert changed(cells, PEOPLE | {"z": "Zoe"}) == {KEYS}


def test_what_is_read_within_was_read_around_it() -> None:
    tracer, people = traced(PEOPLE)
    with tracer.tracing() as outer:
        assert people["a"]
        with tracer.tracing() as inner:
            assert people["b"]
    assert inner == {("people", "b")}
    assert outer == {("people", "a"), ("people", "b")}


def test_what_is_made_once_was_read_by_all_who_use_it() -> None:
    tracer, people = traced(PEOPLE)
    once = Once(tracer)
    calls = []

    def make() -> str:
        calls.append(1)
        return people["a"] + people["b"]

    for _ in range(3):
        with tracer.tracing() as cells:
            assert once.get("both", make) == "AnnBo"
        assert cells == {("people", "a"), ("people", "b")}
    assert calls == [1]
