"""Indexes from one build to the next: what is kept, what is made beside it, and what a clean build makes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.commands import searching
from generator.commands.editions import make_editions
from generator.commands.project import Project
from generator.commands.reading import read_project
from generator.commands.searching import finding, make_search, search_files
from generator.memo.memo import Memo
from generator.memo.tracing import Tracer
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.text import LocalizedText
from generator.pages.edition import Edition
from generator.pages.remembered.edition import Remembering
from generator.search import remembered
from generator.search.entries import Entry, EntryJob, entries
from generator.search.kept import Kept
from generator.search.parts import tokens_of
from tests.building import FIXTURE, ROOT, make_project
from tests.pages.shown import HANS, SITE, changed, fixture, shelf

_BELL = LocalizedText.of({HANS: "海底的钟声"})


def edited() -> Edition:
    """Return the invented forum after one session got another title."""
    held = changed("salt-marsh-2025", "shu-heting-plates", lambda one: replace(one, title=_BELL))
    return edition_of(held)


def edition_of(held: Proceedings) -> Edition:
    editions = make_editions(Project(ROOT, FIXTURE / "content"), SITE, held)
    return next(edition for edition in editions if edition.language is HANS)


def files_of(kept: Kept) -> Mapping[str, bytes]:
    return {str(path): place.read_bytes() for path, place in kept.places()}


def index_of(kept: Kept) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(files_of(kept)["sessions.json"])["index"]
    return found


def test_an_index_is_kept_as_long_as_nothing_changes(tmp_path: Path) -> None:
    editions = (shelf(HANS).edition,)
    (first,) = make_search(editions, "one", tmp_path)
    assert make_search(editions, "one", tmp_path) == (first,)
    (again,) = make_search(editions, "two", tmp_path)
    # Its texts are the same: the index itself is not written again.
    assert {name for name, stamp in again.files.items() if first.files[name] != stamp} == {
        "sessions.json",
        "names.json",
        "characters.json",
    }
    assert files_of(again) == files_of(first)


def test_who_writes_finds_it_without_a_new_index(tmp_path: Path) -> None:
    (first,) = make_search((shelf(HANS).edition,), "one", tmp_path)
    at_first = files_of(first)
    (quick,) = make_search((edited(),), "two", tmp_path, quick=True)
    assert not quick.whole
    old, new = index_of(quick)
    assert old["folder"] == first.segments[0].folder.as_posix() + "/"
    texts = old["texts"]
    assert isinstance(texts, list)
    rows = [row for _, row in texts]
    assert rows.count(-1) == len(quick.segments[1].texts) == 1
    parts = [data for name, data in files_of(quick).items() if name.startswith(str(new["folder"]))]
    assert "钟声" in {token for part in parts for token in tokens_of(part)}
    # Back again, nothing is beside the index any more; and what is kept so is as if made at once.
    (back,) = make_search((shelf(HANS).edition,), "three", tmp_path, quick=True)
    assert back.whole
    assert files_of(back) == at_first


def test_what_was_quick_leaves_no_trace_in_a_build(tmp_path: Path) -> None:
    make_search((shelf(HANS).edition,), "one", tmp_path / "used")
    make_search((edited(),), "two", tmp_path / "used", quick=True)
    (built,) = make_search((edited(),), "two", tmp_path / "used")
    (clean,) = make_search((edited(),), "two", tmp_path / "fresh", clean=True)
    assert built.whole
    assert files_of(built) == files_of(clean)
    there = {path for path in (built.folder / "files").rglob("*") if path.is_file()}
    assert there == {place for _, place in built.places()}


def test_languages_side_by_side_are_as_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_LARGE", 0)
    editions = tuple(shelf(language).edition for language in Language)
    alone = make_search(editions, "one", tmp_path / "alone")
    beside = make_search(editions, "one", tmp_path / "beside", jobs=2)
    assert [files_of(one) for one in beside] == [files_of(one) for one in alone]


def test_what_is_only_gone_needs_no_second_index(tmp_path: Path) -> None:
    held = fixture()
    less = replace(held, terms=dict(list(held.terms.items())[1:]))
    make_search((shelf(HANS).edition,), "one", tmp_path)
    (quick,) = make_search((edition_of(less),), "two", tmp_path, quick=True)
    (built,) = make_search((edition_of(less),), "two", tmp_path)
    (clean,) = make_search((edition_of(less),), "two", tmp_path / "fresh")
    assert not quick.whole
    assert files_of(built) == files_of(clean)


def test_an_index_is_published_where_its_pages_are(tmp_path: Path) -> None:
    edition = shelf(HANS).edition
    (kept,) = make_search((edition,), "one", tmp_path / "store")
    below = f"{edition.addresses.prefix(HANS)}search/"
    there = {name.removeprefix(below): given for name, given in search_files(edition, kept).items()}
    assert {name: Path(str(given.source)).read_bytes() for name, given in there.items()} == files_of(kept)


def found_with(project: Path, store: Path) -> dict[str, tuple[Entry, ...]]:
    """Return what readers find, as a build of a project does that remembers the one before."""
    known = Project(project, project / "content")
    with Memo.open(store) as memo:
        read = read_project(known, memo)
        assert read.site is not None
        loaded = read.loaded
        remembering = Remembering(loaded.proceedings, loaded.digests, read.words, memo)
        editions = make_editions(known, read.site, loaded.proceedings, readable=remembering.held)
        find = finding(known, editions, remembering, memo)
        found = {edition.language.value: tuple(find(edition)) for edition in editions}
        assert found == {edition.language.value: tuple(entries(edition)) for edition in editions}
    return found


def test_what_is_remembered_is_what_would_be_found_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    make = remembered._made

    def noted(job: EntryJob, tracer: Tracer) -> object:
        made.append(job.address)
        return make(job, tracer)

    monkeypatch.setattr(remembered, "_made", noted)
    project = make_project(tmp_path / "project", FIXTURE)
    store = tmp_path / "store"
    store.mkdir()
    first = found_with(project, store)
    assert len(set(made)) >= len(first["en"])
    made.clear()
    assert found_with(project, store) == first
    assert made == []
    record = project / "content" / "forums" / "salt-marsh-2025" / "records" / "tarn-loggers.en.md"
    text = record.read_text("utf-8")
    record.write_text(text.replace("the ", "yon ", 1), "utf-8")
    assert found_with(project, store) != first
    assert set(made) == {"forums/salt-marsh-2025/tarn-loggers/"}
    made.clear()
    person = project / "content" / "people" / "tarn.yml"
    person.write_text(person.read_text("utf-8").replace("en: ", "en: X", 1), "utf-8")
    assert found_with(project, store) != first
    assert "people/tarn/" in made
    assert len(set(made)) < len(first["en"]) / 2
