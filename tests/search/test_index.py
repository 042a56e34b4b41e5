"""The index as Pagefind makes it: whole, the same each time, and right."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from generator.model.language import Language
from generator.search import pagefind
from generator.search.errors import SearchError
from generator.search.kept import keep, read_kept
from generator.search.making import Bundle, Prepared
from generator.search.separation import folded, separated, separated_query
from generator.search.volumes import volumes
from tests.pages.shown import EN, HANS, HANT
from tests.search.shelves import LANGUAGES, found, prepared

COUNTING = Path(__file__).with_name("counting.mjs")
WORDS = (
    "滩涂", "潮", "潮位", "盐沼", "记录", "本子", "基准面", "仪器", "便宜", "志愿者",
    "滩", "木板", "观测", "长期", "鸟", "日志", "守灯的人", "水尺", "潮差", "刻着高度的尺子",
)  # fmt: skip


def in_volumes(language: Language, full: int = 700) -> Prepared:
    """Return the invented forum's index in more volumes than it needs."""
    whole = prepared(language)
    return replace(whole, volumes=tuple(volumes(whole.entries, full)))


def made(what: Prepared, folder: Path) -> Bundle:
    return what.bundle(what.start(folder))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_bytes_wherever_and_whenever(language: Language, tmp_path: Path) -> None:
    what = in_volumes(language)
    assert len(what.volumes) > 3
    first = made(what, tmp_path / "here")
    for folder in ("there", "在 别处/deep"):
        (tmp_path / folder).parent.mkdir(exist_ok=True)
        again = made(what, tmp_path / folder)
        assert again == first
        assert what.tables(again) == what.tables(first)


def test_no_more_is_kept_than_a_browser_loads(tmp_path: Path) -> None:
    names = {re.sub(r"_[0-9a-f]+", "_X", str(path)) for path in made(prepared(HANS), tmp_path / "x").files}
    assert names == {
        "pagefind.js",
        "pagefind-entry.json",
        "pagefind.unknown_X.pf_meta",
        "wasm.unknown.pagefind",
        "index/unknown_X.pf_index",
    }
    assert not (tmp_path / "x").exists()


def test_every_volume_has_a_name_of_its_own(tmp_path: Path) -> None:
    what = in_volumes(HANS)
    bundle = made(what, tmp_path / "x")
    assert len(set(bundle.ids)) == len(what.volumes)
    table = json.loads(what.tables(bundle)[PurePosixPath("sessions.json")])
    assert table["volumes"] == [[name, one.first] for name, one in zip(bundle.ids, what.volumes, strict=True)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_say_where_each_text_is(language: Language, tmp_path: Path) -> None:
    what = prepared(language)
    tables = what.tables(made(what, tmp_path / "x"))
    rows = json.loads(tables[PurePosixPath("sessions.json")])["rows"]
    assert len(rows) == len(what.entries)
    for row, entry in zip(rows, what.entries, strict=True):
        text = json.loads(tables[PurePosixPath("text", f"{row[0]}.json")])
        assert [one[3] for one in text["rows"]] == [passage.text for passage in entry.passages]
        assert all(-3 < one[2] < len(text["speakers"]) for one in text["rows"])
        assert row[2:4] == [entry.address, entry.title]
        assert row[-1] == sum(len(separated(one[3])) for one in text["rows"])
    shown = {name for name, *_ in json.loads(tables[PurePosixPath("names.json")])}
    assert {entry.title for entry in what.entries if entry.type in {"person", "term"}} <= shown


@pytest.mark.parametrize("language", [HANS, HANT])
def test_what_is_found_is_what_stands_there(language: Language, tmp_path: Path) -> None:
    """A word is where its tokens follow each other, as the browser puts them together: exactly as often."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no Node here")
    what = in_volumes(language)
    bundle = made(what, tmp_path / "work")
    for path, data in bundle.files.items():
        place = tmp_path / "search" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    tokens = sorted({token for word in WORDS for token, _ in separated_query(word)})
    call = [node, str(COUNTING), str(tmp_path / "search"), "unknown", *tokens]
    places = json.loads(subprocess.run(call, check=True, capture_output=True, encoding="utf-8").stdout)
    text = "\n".join(folded(passage.text) for entry in found(language) for passage in entry.passages)
    # For a token that stands nowhere, Pagefind answers with others; the browser sees that it does.
    words = [word for word in WORDS if word in text]
    assert len(words) > 12
    for word in words:
        asked = separated_query(word)
        first, rest = asked[0], asked[1:]
        hits = sum(
            all(at + step in places[token].get(volume, []) for token, step in rest)
            for volume, starts in places[first[0]].items()
            for at in starts
        )
        assert hits == len(re.findall(f"(?={word})", text)), word


def test_characters_bring_the_forms_of_the_index_alone() -> None:
    tables = prepared(HANS).tables(Bundle("", tuple("x" for _ in prepared(HANS).volumes), {}))
    table = json.loads(tables[PurePosixPath("characters.json")])
    assert len(table["from"]) == len(table["to"])
    forms = dict(zip(table["from"], table["to"], strict=True))
    assert forms["這"] == "这"
    tokens = {one for entry in found(HANS) for passage in entry.passages for one in folded(passage.text)}
    assert set(forms.values()) <= tokens


def test_without_the_program_it_is_said_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    with pytest.raises(SearchError, match=r"requirements\.txt.*--no-search") as caught:
        prepared(EN).start(tmp_path / "x")
    assert caught.value.machine


@pytest.mark.skipif(os.name == "nt", reason="a script stands for the program")
@pytest.mark.parametrize(("script", "says"), [("echo no room; exit 3", "no room"), ("kill -9 $$", r"-9\)")])
def test_what_the_program_says_when_it_fails_is_handed_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str, says: str
) -> None:
    place = tmp_path / "pagefind"
    place.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(pagefind, "program", lambda: place)
    with pytest.raises(SearchError, match=says):
        made(prepared(EN), tmp_path / "x")


def test_what_is_kept_is_believed_until_somebody_touches_it(tmp_path: Path) -> None:
    bundle = Bundle("digest", ("id",), {PurePosixPath("index/a"): b"1"})
    keep(tmp_path / "kept", "key", bundle, {PurePosixPath("sessions.json"): b"2"})
    kept = read_kept(tmp_path / "kept")
    assert kept is not None
    assert (kept.key, kept.old_bundle()) == ("key", bundle)
    places = {str(path): place.read_bytes() for path, place in kept.places()}
    assert places == {"index/a": b"1", "sessions.json": b"2"}
    (tmp_path / "kept" / "files" / "sessions.json").write_bytes(b"33")
    assert read_kept(tmp_path / "kept") is None
    assert read_kept(tmp_path / "nothing") is None


def test_words_that_are_said_most_are_tokens() -> None:
    """Guards the tests above: an index of nothing would pass some of them."""
    tokens = Counter(
        one for entry in found(HANS) for passage in entry.passages for one in separated(passage.text)
    )
    assert tokens["滩涂"] + tokens["记录"] > 5
