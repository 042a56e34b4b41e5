"""Faults in records, in their front matter, and in what they stand on."""

from __future__ import annotations

from generator.model.fault import Severity
from tests.faults.planting import RECORDS, At, FirstCharacter, Planted, replace, write

SHU = f"{RECORDS}/shu-heting-plates.zh-Hans.md"
SHU_EN = f"{RECORDS}/shu-heting-plates.en.md"
SHU_SOURCES = f"{RECORDS}/shu-heting-plates.sources.yml"
PANEL = f"{RECORDS}/panel-who-counts.zh-Hans.md"
PANEL_EN = f"{RECORDS}/panel-who-counts.en.md"
PANEL_SOURCES = f"{RECORDS}/panel-who-counts.sources.yml"
GAPS = f"{RECORDS}/holmqvane-gaps.zh-Hans.md"
GAPS_EN = f"{RECORDS}/holmqvane-gaps.en.md"
LOGGERS = f"{RECORDS}/tarn-loggers.zh-Hans.md"
LOGGERS_EN = f"{RECORDS}/tarn-loggers.en.md"
LOFT = "content/forums/tide-tables-2024/records"
TABLES = f"{LOFT}/marlock-tables.en.md"
DRIFT = f"{LOFT}/quillon-drift.en.md"
LAMPS = "content/forums/lamp-room-2025/records/tu-yinlan-logs.zh-Hant.md"

HEADS = (
    Planted("empty record", write(DRIFT, ""), DRIFT, FirstCharacter(), "empty", alone=True),
    Planted(
        "record without a head",
        write(DRIFT, "Hesper Quillon: Good evening. ^k1a1\n"),
        DRIFT,
        FirstCharacter(),
        "---",
        alone=True,
    ),
    Planted(
        "head that never ends",
        write(DRIFT, "---\nform: summary\nwritten_by: machine\n\nGood evening. ^k1a1\n"),
        DRIFT,
        FirstCharacter(),
        "---",
        alone=True,
    ),
    Planted(
        "head without its writer",
        replace(DRIFT, "written_by: machine\n", ""),
        DRIFT,
        At("---\n", "form:"),
        "'written_by' is missing",
    ),
    Planted(
        "form that is none",
        replace(DRIFT, "form: summary", "form: sumary"),
        DRIFT,
        At("form: ", "sumary"),
        "did you mean 'summary'",
    ),
    Planted(
        "unknown key of a head",
        replace(LOGGERS_EN, "translated_from: zh-Hans", "translated_form: zh-Hans"),
        LOGGERS_EN,
        At("", "translated_form"),
        "did you mean 'translated_from'",
    ),
    Planted(
        "head that is no YAML",
        replace(TABLES, "checked: [{by: oswin-marlock,", "checked: [{by: oswin-marlock: x,"),
        TABLES,
        At("checked: [{by: oswin-marlock", ": x"),
        "cannot be read",
        alone=True,
    ),
    Planted(
        "checked by nobody known",
        replace(TABLES, "by: oswin-marlock", "by: oswin-marlok"),
        TABLES,
        At("by: ", "oswin-marlok"),
        "did you mean 'oswin-marlock'",
    ),
    Planted(
        "checked on no day",
        replace(GAPS_EN, "on: 2025-11-09", "on: 2025-11-31"),
        GAPS_EN,
        At("on: ", "2025-11-31"),
        "no day 2025-11-31",
    ),
    Planted(
        "translated from itself",
        replace(PANEL_EN, "translated_from: zh-Hans", "translated_from: en"),
        PANEL_EN,
        At("translated_from: ", "en"),
        "its own language",
    ),
    Planted(
        "gone to nowhere",
        replace(SHU, "gone: {s1e5: s1d4, ", "gone: {s1e5: s9d9, "),
        SHU,
        At("gone: {s1e5: ", "s9d9"),
        "^s9d9",
        follows=frozenset({"gone-nowhere"}),
    ),
    Planted(
        "gone in a circle",
        replace(SHU_EN, "gone: {s1e5: s1d4, ", "gone: {s1e5: s1e6, "),
        SHU_EN,
        At("gone: {s1e5: ", "s1e6"),
        "back to itself",
        follows=frozenset({"gone"}),
    ),
    Planted(
        "gone and still there",
        replace(PANEL, "gone: {p2e5: p2c3}", "gone: {p2e5: p2c3, p2d4: p2c3}"),
        PANEL,
        At("p2d4: ", "p2c3}"),
        "stands in the text",
    ),
    Planted(
        "gone that is no mark",
        replace(PANEL_EN, "gone: {p2e5: p2c3}", "gone: {pe: p2c3}"),
        PANEL_EN,
        At("gone: {", "pe:"),
        "'pe' is no mark",
    ),
    Planted(
        "correction of no paragraph",
        replace(SHU, "at: s1b2", "at: s1b9"),
        SHU,
        At("at: ", "s1b9"),
        "no paragraph ^s1b9",
    ),
)

MARKS = (
    Planted(
        "mark twice",
        replace(LOGGERS, "^w1c3", "^w1b2"),
        LOGGERS,
        At("1.432`。没有网络，没有屏幕，一个灯也没有。 ", "^w1b2"),
        "^w1b2",
        alone=True,
    ),
    Planted(
        "mark without a digit",
        replace(DRIFT, "^k1b2", "^cite"),
        DRIFT,
        At("worked out. ", "^cite"),
        "cite",
        follows=frozenset({"lost-mark"}),
        alone=True,
    ),
    Planted(
        "mark in capitals",
        replace(DRIFT, "^k1b2", "^K1B2"),
        DRIFT,
        At("worked out. ", "^K1B2"),
        "K1B2",
        follows=frozenset({"lost-mark"}),
        alone=True,
    ),
    Planted(
        "paragraph without a mark",
        replace(DRIFT, " ^k1b2", ""),
        DRIFT,
        At("\n", "The speaker went"),
        "mark",
        Severity.WARNING,
        follows=frozenset({"lost-mark"}),
        alone=True,
    ),
    Planted(
        "heading without a mark",
        replace(TABLES, "## The press ^m1h1", "## The press"),
        TABLES,
        At("## ", "The press\n"),
        "mark",
        Severity.WARNING,
        follows=frozenset({"lost-mark"}),
    ),
    Planted(
        "paragraph in one language only",
        replace(LOGGERS, "回答是可以，图纸在", "回答是可以。 ^w2e6\n\n图纸在"),
        LOGGERS,
        At("", "何暮染在最后一排问"),
        "^w2e6 stands here and not in en",
        Severity.WARNING,
        follows=frozenset({"translation-stale"}),  # what was cut off is missed there
        alone=True,
    ),
)

SPEECH = (
    Planted(
        "label nearly a name",
        replace(PANEL, "[b 00:10:04] 骆平绛：", "[b 00:10:04] 骆平降："),
        PANEL,
        At("[b 00:10:04] ", "骆平降"),
        "骆平绛",
        Severity.WARNING,
        follows=frozenset({"translation-stale"}),  # a label that is none is words
    ),
    Planted(
        "label nearly a name, in English",
        replace(TABLES, "Oswin Marlock: I print", "Oswin Marlok: I print"),
        TABLES,
        At("", "Oswin Marlok: "),
        "Oswin Marlock",
        Severity.WARNING,
    ),
    Planted(
        "label that two people share",
        replace(PANEL, "简渡（画图）：2024年改了图", "简渡：2024年改了图"),
        PANEL,
        At("", "简渡：2024年"),
        "简渡",
    ),
    Planted(
        "time that is none",
        replace(TABLES, "[00:19:05]", "[00:79:05]"),
        TABLES,
        At("", "[00:79:05]"),
        "00:79:05",
    ),
    Planted(
        "time of a recording that is not there",
        replace(PANEL, "[b 00:40:57]", "[d 00:40:57]"),
        PANEL,
        At("", "[d 00:40:57]"),
        "no recording 'd'",
    ),
    Planted(
        "times that run backwards",
        replace(GAPS, "[a 02:16:40]", "[a 01:16:40]"),
        GAPS,
        At("", "[a 01:16:40]"),
        "01:16:40",
    ),
)

LINKS = (
    Planted(
        "link to nobody",
        replace(LOGGERS, "(person:tarn)", "(person:tarm)"),
        LOGGERS,
        At("", "[塔恩的页面](person:tarm"),
        "did you mean 'tarn'",
    ),
    Planted(
        "link to no session",
        replace(PANEL, "(session:shu-heting-plates)", "(session:shu-heting-plate)"),
        PANEL,
        At("", "[昨天舒鹤汀老师](session:shu-heting-plate)"),
        "did you mean 'shu-heting-plates'",
    ),
    Planted(
        "link to no term",
        replace(GAPS, "(term:logger)", "(term:loger)"),
        GAPS,
        At("", "[自记仪](term:loger"),
        "did you mean 'logger'",
    ),
    Planted(
        "link to no forum",
        replace(LAMPS, "(forum:salt-marsh-2025)", "(forum:salt-marsh-2052)"),
        LAMPS,
        At("", "[鹽沼那邊](forum:salt-marsh-2052"),
        "did you mean 'salt-marsh-2025'",
    ),
    Planted(
        "link of no kind",
        replace(PANEL_EN, "(term:spring-tide)", "(word:spring-tide)"),
        PANEL_EN,
        At("", "[spring tide](word:spring-tide"),
        "word:spring-tide",
    ),
    Planted(
        "link that runs",
        replace(SHU_EN, "(session:launch)", "(javascript:alert%281%29)"),
        SHU_EN,
        At("", "[at its launch](javascript:"),
        "javascript:",
    ),
    Planted(
        "picture that is not there",
        replace(SHU, "(plates.png)", "(plate.png)"),
        SHU,
        At("", "![三个滩带的淤高柱状图]", whole_line=True),
        "there is no picture 'plate.png'",
    ),
    Planted(
        "picture from another folder",
        replace(GAPS, "(shore-map.png)", "(../../shore-map.png)"),
        GAPS,
        At("", "![板位图](../../shore-map.png"),
        "no name of a picture",
        follows=frozenset({"no-image"}),
    ),
    Planted(
        "heading too deep",
        replace(SHU_EN, "### Lost plates", "#### Lost plates"),
        SHU_EN,
        At("", "#### Lost plates"),
        "nothing below",
    ),
)

SOURCES = (
    Planted(
        "sources of a paragraph that is not there",
        replace(PANEL_SOURCES, "p3e5:", "p3e9:"),
        PANEL_SOURCES,
        At("", "p3e9"),
        "no paragraph ^p3e9",
        follows=frozenset({"no-source"}),
    ),
    Planted(
        "sources of what is no mark",
        replace(SHU_SOURCES, "s4c3:", "nine:"),
        SHU_SOURCES,
        At("", "nine:"),
        "'nine' is no mark",
        follows=frozenset({"no-source"}),
    ),
    Planted(
        "paragraph without sources",
        replace(PANEL_SOURCES, "p1e5: [{recording: b, from: [97, 0], to: [98, 0]}]\n", ""),
        PANEL,
        At("", "闻朔屿：那块空地后来怎么办了？", whole_line=True),
        "^p1e5",
        Severity.WARNING,
    ),
    Planted(
        "sources in a recording that is not there",
        replace(
            SHU_SOURCES,
            "s4d4: [{recording: a,",
            "s4d4: [{recording: x,",
        ),
        SHU_SOURCES,
        At("s4d4: [{recording: ", "x"),
        "there is no recording 'x'",
    ),
    Planted(
        "span that runs backwards",
        replace(SHU_SOURCES, "from: [160, 4], to: [171, 0]", "from: [160, 4], to: [160, 3]"),
        SHU_SOURCES,
        At("to: ", "[160, 3]"),
        "ends before it begins",
    ),
    Planted(
        "span from the line before the first",
        replace(SHU_SOURCES, "from: [118, 0]", "from: [0, 0]"),
        SHU_SOURCES,
        At("from: ", "[0, 0]"),
        "lines count from 1",
    ),
    Planted(
        "unknown key of a span",
        replace(PANEL_SOURCES, "{recording: b, from: [488, 0]", "{recording: b, form: [488, 0]"),
        PANEL_SOURCES,
        At("{recording: b, ", "form"),
        "did you mean 'from'",
        follows=frozenset({"missing-key", "no-source"}),
        alone=True,
    ),
)

RECORD_FILES = HEADS + MARKS + SPEECH + LINKS + SOURCES
