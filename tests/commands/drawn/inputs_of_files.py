"""Inputs of files: settings, what is rendered and checked, what is read and found wrong, and the search."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.checks.content import by_forum
from generator.commands import page_sources, ready, searching
from generator.model.language import Language
from generator.pages.page import Page
from generator.render import editions as rendering
from generator.render import kept as rendered
from generator.render.engine import Output
from generator.search import remembered as found_again
from generator.store import pictures
from generator.store import remembered as reading
from tests.commands.content_edits import LOGGERS, MARSH, PANEL, RECORDS, Edit, add, change, rename, write
from tests.commands.drawn.of_forums import png
from tests.commands.drawn.taking_out import EN, HANS, Input, TakenOut, entries, instead, key, nothing

Parts = tuple[str, ...]
_WORD = change(PANEL, "六百多本", "七百多本")
_STALE = change(f"{RECORDS}/tarn-loggers.en.confirmed.yml", "^w1b2: .*", 'w1b2: "000000000000"')
_DIGEST = 64


# ---- settings


def _without_folder(name: str) -> TakenOut:
    def make(files: Any) -> Callable[[Path], Any]:
        return lambda folder: [] if folder.name == name else files(folder)

    return instead(page_sources, "_files", make)


def _no_languages(parts: Parts) -> Parts:
    known = {one.value for one in Language}
    return tuple(one for one in parts if str(one) not in known)


def _no_address(parts: Parts) -> Parts:
    return tuple(one for one in parts if not one.startswith("https:"))


def _another_program(_: Path) -> None:
    """As if a line of the generator had been changed: pages are others now."""
    patch = pytest.MonkeyPatch()
    quiet = Page.source
    patch.setattr(Page, "source", lambda page: quiet(page) + "\nLouder.\n")
    _PATCHES.append(patch)


_PATCHES: list[pytest.MonkeyPatch] = []


def undo() -> None:
    """Take back what edits changed in the program itself."""
    while _PATCHES:
        _PATCHES.pop().undo()


SETTINGS: dict[str, Input] = {
    "settings and words": Input(
        _without_folder("site_config"),
        change("site_config/words/zh-Hans.yml", "^  title: 实录$", "  title: 潮"),
    ),
    "templates of pages": Input(
        _without_folder("pages"), add("templates/pages/person.md", "\n<p>Louder.</p>\n")
    ),
    "which languages are built": Input(key(page_sources, _no_languages), nothing, later=(HANS, EN)),
    "the address of the site": Input(
        key(page_sources, _no_address), nothing, url="https://other.example/deep/down/"
    ),
    # No digest can change while this process runs, so that of the program is out already.
    "the program": Input(lambda _: None, _another_program),
}


# ---- what is rendered


def _same_inputs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rendering, "digest_of_inputs", lambda _: "")


def _same_configuration(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rendered, "_digest", lambda file: "" if file.name == "mkdocs.yml" else file.read_text())


def _old_sources(changed: Any) -> Callable[[rendered.Rendered], Any]:
    def sources(one: rendered.Rendered) -> Any:
        one._sources = one._kept.sources if one._kept else one._sources
        return changed(one)

    return sources


def _outputs(left: Callable[[str], str]) -> TakenOut:
    """Files of the site under less than their digests: the check believes what it knows of them."""

    def make(outputs: Any) -> Callable[[rendered.Rendered], dict[str, Output]]:
        return lambda one: {
            path: found._replace(digest=left(found.digest)) for path, found in outputs(one).items()
        }

    return instead(rendered.Rendered, "outputs", make)


def _same_stamps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rendered, "_stamp", lambda _: [0, 0])


def _touched(name: str) -> Edit:
    """Somebody writes into what the store holds."""

    def edit(project: Path) -> None:
        place = project.parent / "kept" / "store" / "zh-Hans" / name
        place.write_text(f"{place.read_text('utf-8')}\n\nTouched.\n", "utf-8")

    return edit


RENDERED: dict[str, Input] = {
    "what the engine inherits, and the frame": Input(
        _same_inputs, change("templates/theme/main.html", "<main", '<main data-tide="1"')
    ),
    "the engine's own configuration": Input(
        _same_configuration, change("site_config/words/zh-Hans.yml", "没有这一页", "没有这页")
    ),
    "sources of pages": Input(instead(rendered.Rendered, "changed", _old_sources), _WORD),
    "when files were rendered": Input(_same_stamps, _touched("site/people/tarn/index.html")),
    "what a page of the site was made from": Input(
        _outputs(lambda digest: digest.partition(":")[0]),
        add("templates/pages/person.md", '\n<a href="../nowhere/">nowhere</a>\n'),
    ),
    "what all pages of the site were made from": Input(
        _outputs(lambda digest: digest.partition(":")[2]),
        change("templates/theme/main.html", "<main", '<a href="nowhere/">nowhere</a><main'),
    ),
    "the bytes of a picture": Input(
        key(pictures, lambda parts: parts[:1]), write(f"{MARSH}/images/plates.png", png(7, 9))
    ),
}


# ---- what is read, and found wrong in it


def _named(*left_out: int) -> TakenOut:
    def make(named: Any) -> Callable[..., Parts]:
        return lambda *of: tuple(part for number, part in enumerate(named(*of)) if number not in left_out)

    return instead(reading, "_named", make)


def _no_forum(leaves: Any) -> Callable[..., Any]:
    return lambda reader, files, forum, _, people: leaves(reader, files, forum, "", people)


def _nobody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reading, "_digests_of_people", lambda *_: ())


def _no_surroundings(parts: Parts) -> Parts:
    return tuple(one for one in parts if "Surroundings(" not in one)


def _of(kind: str, left: Callable[[Parts], Parts]) -> TakenOut:
    """Parts of the keys of faults of a kind."""
    return key(by_forum, lambda parts: left(parts) if parts[0] == kind else parts)


def _no_digests(parts: Parts) -> Parts:
    return tuple(one for one in parts if len(one) != _DIGEST)


READ: dict[str, Input] = {
    "the bytes of a file": Input(_named(5), _WORD),
    "the name of a file": Input(_named(0, 1, 2, 3, 4), rename(LOGGERS, f"{RECORDS}/tarn-loggers.zh-Hant.md")),
    "who may speak": Input(
        key(reading, _no_surroundings), change("content/people/luo-pingjiang.yml", "骆平绛", "骆平降")
    ),
    "people of a forum": Input(_nobody, change("content/people/luo-pingjiang.yml", "骆平绛", "骆平降")),
    "the programme of a forum": Input(
        instead(reading.Reader, "leaves", _no_forum),
        change(f"{MARSH}/forum.yml", "label: 简渡（数鸟）", "label: 简渡（看鸟）"),
    ),
    "the files of a forum": Input(
        key(by_forum, lambda parts: (parts[0], *parts[2:]) if len(parts) == 3 else parts), _STALE
    ),
    "the files of a session": Input(_of("session", _no_digests), _STALE),
    "marks that were given": Input(
        _of("session", lambda parts: tuple(one for one in parts if not one.startswith("("))),
        change(f"{RECORDS}/.marks.yml", "  - w2e5\n", "  - w2e5\n  - w9w9\n"),
    ),
    "the review list, where faults are told": Input(
        key(by_forum, lambda parts: parts[:0] if len(parts) == 1 else parts),
        add("site_config/intake/review.yml", "x: [程序只有]\n"),
    ),
    "the programme, where faults are told": Input(
        _of("programme", lambda parts: parts[:1]),
        change(f"{MARSH}/forum.yml", 'end: "09:55"', 'end: "09:05"'),
    ),
    "the host's record, where faults are told": Input(
        _of("chapters", lambda parts: parts[:2]),
        change(f"{RECORDS}/host.zh-Hans.md", r"\[散会\]\(session:closing\)", "散会"),
        before=change(f"{RECORDS}/host.en.md", "## Closing", "## The end"),
    ),
}


# ---- the search


def _same_key(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ready, "search_key", lambda _: "same")


def _same_settings(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(searching, "settings_digest", lambda *_: "")


SEARCH: dict[str, Input] = {
    "what the index is made from": Input(_same_key, _WORD, search=True),
    "settings that entries are made with": Input(
        _same_settings, change("site_config/words/zh-Hans.yml", "comma: 、", "comma: ；"), search=True
    ),
    "content that entries are made from": Input(entries("records"), _WORD, search=True),
    "where an entry is found": Input(
        key(found_again, lambda parts: parts[:2]),
        change("content/people/tarn.yml", "在车库里", "在厨房里"),
        search=True,
    ),
    "the language of an entry": Input(
        key(found_again, lambda parts: (parts[0], parts[2])), _WORD, search=True, later=(HANS, EN)
    ),
}

INPUTS: dict[str, Input] = SETTINGS | RENDERED | READ | SEARCH
