"""Inputs that something kept hangs on: how each is taken out, and an edit whose site is then a wrong one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from generator.commands import build as building
from generator.commands import page_sources, searching
from generator.memo.digests import digest_of
from generator.memo.tracing import ALL, KEYS, Cell, Tracer
from generator.model.identifiers import TermId
from generator.model.language import Language
from generator.model.proceedings import Proceedings, RecordKey
from generator.pages.page import Page
from generator.pages.related import terms_linked_in
from generator.pages.remembered import edition as remembered
from generator.pages.remembered import facts, readable
from generator.render import editions as rendering
from generator.render import kept as rendered
from generator.store import remembered as reading
from tests.commands.content_edits import LOGGERS, MARSH, PANEL, RECORDS, Edit, add, change, write
from tests.commands.drawn.of_forums import png

TakenOut = Callable[[pytest.MonkeyPatch], None]
HANS, HANT, EN = Language.HANS, Language.HANT, Language.EN
TABLES = "content/forums/tide-tables-2024"
LOGS = "content/forums/lamp-room-2025/records/tu-yinlan-logs.zh-Hant.md"
_SAME = "0" * 64


def _nothing(_: Path) -> None:
    """Leave a project as it is."""


def _both(*edits: Edit) -> Edit:
    def edit(project: Path) -> None:
        for one in edits:
            one(project)

    return edit


@dataclass(frozen=True)
class Input:
    """Something that what is kept was made from.

    Attributes:
        out: Takes it out.
        edit: What the site is then wrong after.
        language: In which that is seen.
        search: Whether it is seen in the search.
        later: Languages of the second build; those of the first if empty.
        before: What the project needs before the first build, for the edit to be seen.
    """

    out: TakenOut
    edit: Edit
    language: Language = HANS
    search: bool = False
    later: tuple[Language, ...] = ()
    before: Edit = _nothing


def _cells(which: Callable[[Cell], bool]) -> TakenOut:
    """Parts of the content of which nobody notices that they changed."""

    def take_out(patch: pytest.MonkeyPatch) -> None:
        whole = Tracer.digest

        def digest(tracer: Tracer, cell: Cell) -> str:
            return _SAME if which(cell) else whole(tracer, cell)

        patch.setattr(Tracer, "digest", digest)

    return take_out


def _entries(name: str) -> TakenOut:
    return _cells(lambda cell: cell[0] == name)


def _whole(name: str) -> TakenOut:
    return _cells(lambda cell: cell[0] == name and cell[1] in {ALL, KEYS})


def _key(module: Any, change_parts: Callable[[tuple[str, ...]], tuple[str, ...]]) -> TakenOut:
    """Parts of the keys that a module makes."""
    return lambda patch: patch.setattr(module, "digest_of", lambda *parts: digest_of(*change_parts(parts)))


def _instead(owner: Any, name: str, make: Callable[[Any], Any]) -> TakenOut:
    """A function in place of another, which it is made from."""
    return lambda patch: patch.setattr(owner, name, make(getattr(owner, name)))


# ---- the content, as pages read it

CELLS: dict[str, Input] = {
    "events": Input(_entries("events"), change("content/events.yml", "会议 2025", "会 2025")),
    "forums": Input(_entries("forums"), change(f"{MARSH}/forum.yml", "一块板，十一年", "一块板，十二年")),
    "people": Input(_entries("people"), change("content/people/tarn.yml", "在车库里", "在厨房里")),
    "organisations": Input(
        _entries("organisations"), change("content/organisations.yml", "淤标仪器", "淤标量具")
    ),
    "topics": Input(_entries("topics"), change("content/topics.yml", "便宜的仪器", "便宜的量具")),
    "terms": Input(_entries("terms"), change("content/glossary.yml", "朔望前后", "朔望时")),
    "records": Input(_entries("records"), change(PANEL, "六百多本", "七百多本")),
    "confirmed": Input(
        _entries("confirmed"),
        change(f"{RECORDS}/tarn-loggers.en.confirmed.yml", "^w1b2: .*", 'w1b2: "000000000000"'),
        EN,
    ),
    "pictures": Input(_entries("pictures"), write(f"{MARSH}/images/plates.png", png(7, 9))),
    "heads": Input(
        _entries("heads"),
        change(f"{TABLES}/records/quillon-drift.en.md", "checked: .*", "checked: [{by: tarn, as: editor}]"),
    ),
    "appeared": Input(
        _entries("appeared"),
        change(
            f"{TABLES}/forum.yml",
            "      - {person: hesper",
            "      - {person: tarn, roles: [guest]}\n      - {person: hesper",
        ),
    ),
    "script": Input(
        _entries("script"), change("content/people/he-muran.yml", "en: He", "zh-Hant: 何慕染, en: He"), HANT
    ),
    "which forums there are": Input(
        _whole("forums"),
        add(
            "content/forums/new/forum.yml",
            "title: 新\nevent: tideland-2025\nlanguage: zh-Hans\ndate: 2025\n",
        ),
    ),
    "which people there are": Input(
        _whole("people"), add("content/people/new.yml", "names: {zh-Hans: 新}\n")
    ),
    "which organisations there are": Input(
        _whole("organisations"), add("content/organisations.yml", "- {id: new, name: 新, kind: media}\n")
    ),
    "which topics there are": Input(_whole("topics"), add("content/topics.yml", "- {id: new, title: 新}\n")),
    "which terms there are": Input(
        _whole("terms"), add("content/glossary.yml", "- {id: new, term: 新, definition: 新的。}\n")
    ),
    # ---- what is said where
    "where terms are said": Input(
        _entries("terms said"), change(LOGGERS, "去年放出去六十台", "去年小潮放出去六十台")
    ),
    "where people are spoken of": Input(
        _entries("people said"), change(LOGGERS, "去年放出去六十台", "[去年](person:pei-luan)放出去六十台")
    ),
    "what a record says": Input(
        _entries("said"),
        change("content/glossary.yml", "  misheard: .样房", "  aliases: [坏掉的那些]\n  misheard: [样房"),
    ),
    "what is related": Input(
        _entries("related"),
        change(
            f"{TABLES}/forum.yml",
            "- {person: hesper",
            "- {person: tarn, roles: [speaker]}\n      - {person: hesper",
        ),
    ),
}


# ---- the keys of what is known of records


def _name_without_record(_: Any) -> Callable[..., str]:
    def name(found: facts.RecordFacts, key: RecordKey) -> str:
        return digest_of("/".join(key), found._searched[key[2]])

    return name


def _linked_without_record(_: Any) -> Callable[..., tuple[TermId, ...]]:
    def linked(found: facts.RecordFacts, held: Proceedings, key: RecordKey) -> tuple[TermId, ...]:
        known = found._memo.get("linked", "/".join(key))
        if not isinstance(known, tuple):
            known = tuple(terms_linked_in(held.records[key]))
            found._memo.put("linked", "/".join(key), known)
        return known

    return linked


def _searched_by(parts: Callable[..., list[str]]) -> TakenOut:
    """What the words of terms are found by, made from less."""

    def make(whole: Any) -> Callable[..., facts.RecordFacts]:
        def record_facts(*arguments: Any) -> facts.RecordFacts:
            found: facts.RecordFacts = whole(*arguments)
            less = digest_of(*parts(*arguments))
            found._searched = {language: digest_of(less, language) for language in Language}
            return found

        return record_facts

    return _instead(remembered.Remembering, "_record_facts", make)


def _listed_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[:1] if len(parts) == 2 and len(parts[1]) == 64 else parts


def _marks_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[:1] if len(parts) > 1 and len(parts[1]) == 4 else parts


def _record_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[1:] if len(parts) == 2 and len(parts[1]) == 64 else parts


FACTS: dict[str, Input] = {
    "the record that says terms": Input(
        _instead(facts.RecordFacts, "_name", _name_without_record),
        change(LOGGERS, "去年放出去六十台", "去年小潮放出去六十台"),
    ),
    "the record that links terms": Input(
        _instead(facts.RecordFacts, "linked", _linked_without_record),
        change(PANEL, "六百多本", "六百多本[记录](term:logger)"),
    ),
    "the terms that are looked for": Input(
        _searched_by(lambda _, __, script: [script.rules]),
        change("content/glossary.yml", "aliases: .记录仪", "aliases: [电池, 记录仪"),
    ),
    "names in both scripts": Input(
        _searched_by(lambda _, tracer, __: [tracer.digest(("terms", ALL))]),
        add("content/people/new.yml", "names: {zh-Hans: 记录仪, zh-Hant: 計錄儀}\n"),
        HANT,
        before=change(LOGS, "閒話裡常有潮水。", "閒話裡常有潮水，也有記錄儀。"),
    ),
    "whose Traditional characters": Input(
        _searched_by(lambda self, tracer, _: [tracer.digest(("terms", ALL)), self._names]),
        add("site_config/site.yml", "traditional: s2hk\n"),
        HANT,
        before=_both(
            change("content/glossary.yml", "aliases: .记录仪", "aliases: [里面, 记录仪"),
            change(LOGS, "閒話裡常有潮水。", "閒話裡面常有潮水。"),
        ),
    ),
    "the review list": Input(
        _key(readable, _listed_out), add("site_config/intake/review.yml", "x: [程序只有]\n")
    ),
    "the marks that are held back": Input(
        _key(readable, _marks_out),
        change(PANEL, r" \^p3d4$", " <!-- review: sensitive: look --> ^p3d4"),
        EN,
        before=change(PANEL, r" \^p1a1$", " <!-- review: sensitive: look --> ^p1a1"),
    ),
    "the record that something is held back from": Input(
        _key(readable, _record_out),
        change(f"{RECORDS}/host.zh-Hans.md", "椅子我来收。", "椅子我来收。 <!-- review: sensitive: look -->"),
    ),
}


# ---- settings and what is rendered


def _without_folder(name: str) -> TakenOut:
    def make(whole: Any) -> Callable[..., Any]:
        return lambda folder: [] if folder.name == name else whole(folder)

    return _instead(page_sources, "_files", make)


def _site_url(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(page_sources, "digest_of", lambda *parts: digest_of(parts[0], *parts[2:]))


def _languages(patch: pytest.MonkeyPatch) -> None:
    known = {one.value for one in Language}
    patch.setattr(
        page_sources, "digest_of", lambda *parts: digest_of(*(one for one in parts if str(one) not in known))
    )


def _inputs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rendering, "digest_of_inputs", lambda _: "")


def _configuration(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rendered, "_digest", lambda file: "" if file.name == "mkdocs.yml" else file.read_text())


def _sources(whole: Any) -> Callable[..., Any]:
    def changed(one: rendered.Rendered) -> Any:
        one._sources = one._kept.sources if one._kept else one._sources
        return whole(one)

    return changed


def _outputs(whole: Any) -> Callable[..., Any]:
    """Every file of the site under a digest that never changes: the check believes what it knows."""

    def outputs(one: rendered.Rendered) -> Mapping[str, str]:
        return dict.fromkeys(whole(one), "same")

    return outputs


def _louder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that writes other pages: its digest says so."""
    quiet = Page.source
    monkeypatch.setattr(Page, "source", lambda page: quiet(page) + "\nLouder.\n")


SETTINGS: dict[str, Input] = {
    "settings and words": Input(
        _without_folder("site_config"),
        change("site_config/words/zh-Hans.yml", "^  title: 实录$", "  title: 潮"),
    ),
    "templates of pages": Input(
        _without_folder("pages"), add("templates/pages/person.md", "\n<p>Louder.</p>\n")
    ),
    "which languages are built": Input(_languages, _nothing, later=(HANS, EN)),
    "what the engine inherits, and the frame": Input(
        _inputs, change("templates/theme/main.html", "<main", '<main data-tide="1"')
    ),
    "the engine's own configuration": Input(
        _configuration, change("site_config/words/zh-Hans.yml", "没有这一页", "没有这页")
    ),
    "sources of pages": Input(
        _instead(rendered.Rendered, "changed", _sources), change(PANEL, "六百多本", "七百多本")
    ),
    "what a file of the site holds": Input(
        _instead(rendered.Rendered, "outputs", _outputs),
        add("templates/pages/person.md", '\n<a href="../nowhere/">nowhere</a>\n'),
    ),
}


# ---- files, and what is checked in them


def _named(*left_out: int) -> TakenOut:
    def make(whole: Any) -> Callable[..., tuple[str, ...]]:
        return lambda *arguments: tuple(
            part for number, part in enumerate(whole(*arguments)) if number not in left_out
        )

    return _instead(reading, "_named", make)


def _around(patch: pytest.MonkeyPatch) -> None:
    """What a record is read against, but for the text."""
    patch.setattr(
        reading, "digest_of", lambda *parts: digest_of(*(one for one in parts if "Surroundings(" not in one))
    )


def _people(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(reading, "_digests_of_people", lambda *_: ())


FILES: dict[str, Input] = {
    "the bytes of a file": Input(_named(5), change(PANEL, "六百多本", "七百多本")),
    "who may speak": Input(_around, change("content/people/luo-pingjiang.yml", "骆平绛", "骆平降")),
    "people of a forum": Input(_people, change("content/people/luo-pingjiang.yml", "骆平绛", "骆平降")),
}


# ---- the search


def _search_key(*left_out: str) -> TakenOut:
    def make(whole: Any) -> Callable[..., str]:
        return lambda project: "" if left_out else str(whole(project))

    return _instead(building, "search_key", make)


def _search_settings(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(searching, "settings_digest", lambda *_: "")


SEARCH: dict[str, Input] = {
    "what the index is made from": Input(
        _search_key("all"), change(PANEL, "六百多本", "七百多本"), search=True
    ),
    "settings that entries are made with": Input(
        _search_settings, change("site_config/words/zh-Hans.yml", "comma: 、", "comma: ；"), search=True
    ),
    "content that entries are made from": Input(
        _entries("records"), change(PANEL, "六百多本", "七百多本"), search=True
    ),
}

INPUTS: dict[str, Input] = CELLS | FACTS | SETTINGS | FILES | SEARCH
