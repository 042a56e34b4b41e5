"""Inputs of pages: the content as they read it, and what is known of records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.memo.digests import digest_of
from generator.memo.tracing import ALL
from generator.model.identifiers import TermId
from generator.model.language import Language
from generator.model.proceedings import Proceedings, RecordKey
from generator.pages.related import terms_linked_in
from generator.pages.remembered import edition as remembered
from generator.pages.remembered import facts, readable
from tests.commands.content_edits import LOGGERS, MARSH, PANEL, RECORDS, add, change, write
from tests.commands.drawn.of_forums import png
from tests.commands.drawn.taking_out import (
    EN,
    HANT,
    Input,
    TakenOut,
    both,
    entries,
    instead,
    key,
    whole,
)

TABLES = "content/forums/tide-tables-2024"
LOGS = "content/forums/lamp-room-2025/records/tu-yinlan-logs.zh-Hant.md"

CELLS: dict[str, Input] = {
    "events": Input(entries("events"), change("content/events.yml", "会议 2025", "会 2025")),
    "forums": Input(entries("forums"), change(f"{MARSH}/forum.yml", "一块板，十一年", "一块板，十二年")),
    "people": Input(entries("people"), change("content/people/tarn.yml", "在车库里", "在厨房里")),
    "organisations": Input(
        entries("organisations"), change("content/organisations.yml", "淤标仪器", "淤标量具")
    ),
    "topics": Input(entries("topics"), change("content/topics.yml", "便宜的仪器", "便宜的量具")),
    "terms": Input(entries("terms"), change("content/glossary.yml", "朔望前后", "朔望时")),
    "records": Input(entries("records"), change(PANEL, "六百多本", "七百多本")),
    "confirmed": Input(
        entries("confirmed"),
        change(f"{RECORDS}/tarn-loggers.en.confirmed.yml", "^w1b2: .*", 'w1b2: "000000000000"'),
        EN,
    ),
    "pictures": Input(entries("pictures"), write(f"{MARSH}/images/plates.png", png(7, 9))),
    "heads": Input(
        entries("heads"),
        change(f"{TABLES}/records/quillon-drift.en.md", "checked: .*", "checked: [{by: tarn, as: editor}]"),
    ),
    "appeared": Input(
        entries("appeared"),
        change(
            f"{TABLES}/forum.yml",
            "      - {person: hesper",
            "      - {person: tarn, roles: [guest]}\n      - {person: hesper",
        ),
    ),
    "script": Input(
        entries("script"), change("content/people/he-muran.yml", "en: He", "zh-Hant: 何慕染, en: He"), HANT
    ),
    "all events together": Input(whole("events"), change("content/events.yml", "会议 2025", "会 2025")),
    "which forums there are": Input(
        whole("forums"),
        add(
            "content/forums/new/forum.yml",
            "title: 新\nevent: tideland-2025\nlanguage: zh-Hans\ndate: 2025\n",
        ),
    ),
    "which people there are": Input(whole("people"), add("content/people/new.yml", "names: {zh-Hans: 新}\n")),
    "which organisations there are": Input(
        whole("organisations"), add("content/organisations.yml", "- {id: new, name: 新, kind: media}\n")
    ),
    "which topics there are": Input(whole("topics"), add("content/topics.yml", "- {id: new, title: 新}\n")),
    "which terms there are": Input(
        whole("terms"), add("content/glossary.yml", "- {id: new, term: 新, definition: 新的。}\n")
    ),
    # ---- what is said where
    "where terms are said": Input(
        entries("terms said"), change(LOGGERS, "去年放出去六十台", "去年小潮放出去六十台")
    ),
    "where people are spoken of": Input(
        entries("people said"), change(LOGGERS, "去年放出去六十台", "[去年](person:pei-luan)放出去六十台")
    ),
    "what a record says": Input(
        entries("said"),
        change("content/glossary.yml", "  misheard: .样房", "  aliases: [坏掉的那些]\n  misheard: [样房"),
    ),
    "what is related": Input(
        entries("related"),
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

    return instead(remembered.Remembering, "_record_facts", make)


def _listed_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[:1] if len(parts) == 2 and len(parts[1]) == 64 else parts


def _marks_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[:1] if len(parts) > 1 and len(parts[1]) == 4 else parts


def _record_out(parts: tuple[str, ...]) -> tuple[str, ...]:
    return parts[1:] if len(parts) == 2 and len(parts[1]) == 64 else parts


FACTS: dict[str, Input] = {
    "the record that says terms": Input(
        instead(facts.RecordFacts, "_name", _name_without_record),
        change(LOGGERS, "去年放出去六十台", "去年小潮放出去六十台"),
    ),
    "the record that links terms": Input(
        instead(facts.RecordFacts, "linked", _linked_without_record),
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
        before=both(
            change("content/glossary.yml", "aliases: .记录仪", "aliases: [里面, 记录仪"),
            change(LOGS, "閒話裡常有潮水。", "閒話裡面常有潮水。"),
        ),
    ),
    "the review list": Input(
        key(readable, _listed_out), add("site_config/intake/review.yml", "x: [程序只有]\n")
    ),
    "the marks that are held back": Input(
        key(readable, _marks_out),
        change(PANEL, r" \^p3d4$", " <!-- review: sensitive: look --> ^p3d4"),
        EN,
        before=change(PANEL, r" \^p1a1$", " <!-- review: sensitive: look --> ^p1a1"),
    ),
    "the record that something is held back from": Input(
        key(readable, _record_out),
        change(f"{RECORDS}/host.zh-Hans.md", "椅子我来收。", "椅子我来收。 <!-- review: sensitive: look -->"),
    ),
}
