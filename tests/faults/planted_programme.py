"""Faults between the parts of a programme: ids that lead nowhere, times that cannot be."""

from __future__ import annotations

from pathlib import Path

from generator.model.fault import Severity
from tests.faults.planting import (
    FORUM,
    RECORDS,
    At,
    Planted,
    WholeFile,
    delete,
    move,
    person,
    replace,
    write,
)

EVENTS, TOPICS = "content/events.yml", "content/topics.yml"
GLOSSARY, ORGANISATIONS = "content/glossary.yml", "content/organisations.yml"
TIDES = "content/forums/tide-tables-2024/forum.yml"
LAMPS = "content/forums/lamp-room-2025/forum.yml"


def _delete_tarns_records(project: Path) -> None:
    (project / RECORDS / "tarn-loggers.zh-Hans.md").unlink()
    (project / RECORDS / "tarn-loggers.en.md").unlink()


DOUBLED = (
    Planted(
        "session twice",
        replace(FORUM, "  - id: staff-workshop-again\n", "  - id: launch-film\n"),
        FORUM,
        At("  - id: ", "launch-film\n    kind: talk"),
        "'launch-film' stands here twice",
        follows=frozenset({"dangling-id"}),
        alone=True,
    ),
    Planted(
        "recording twice",
        replace(FORUM, "  - id: b\n", "  - id: a\n"),
        FORUM,
        At("  - id: ", "a\n    sha256: 0b51"),
        "'a' stands here twice",
        follows=frozenset({"dangling-id", "unknown-recording"}),
        alone=True,
    ),
    Planted(
        "topic twice",
        replace(TOPICS, "- id: old-notebooks\n", "- id: marsh-birds\n"),
        TOPICS,
        At("- id: ", "marsh-birds\n  title: {zh-Hans: 旧记录本"),
        "'marsh-birds' stands here twice",
        follows=frozenset({"dangling-id"}),
        alone=True,
    ),
    Planted(
        "term twice",
        replace(GLOSSARY, "- id: neap-tide\n", "- id: spring-tide\n"),
        GLOSSARY,
        At("- id: ", "spring-tide\n  term: {zh-Hans: 小潮"),
        "'spring-tide' stands here twice",
        follows=frozenset({"dangling-id"}),
        alone=True,
    ),
    Planted(
        "former id that is in use",
        replace(TOPICS, "formerly: [low-cost-gauges]", "formerly: [marsh-birds]"),
        TOPICS,
        At("formerly: [", "marsh-birds"),
        "'marsh-birds' is the id of a topic",
    ),
    Planted(
        "former id of two people",
        replace(
            person("wen-shuoyu"), "sort: wen shuoyu", "sort: wen shuoyu\nformerly: [wen-old, tarn-loggers]"
        ),
        person("wen-shuoyu"),
        At("formerly: [wen-old, ", "tarn-loggers"),
        "'tarn-loggers' is a former id of 'tarn' already",
    ),
    Planted(
        "former id of a session that is in use",
        replace(FORUM, "formerly: [plates]", "formerly: [closing]"),
        FORUM,
        At("formerly: [", "closing]"),
        "'closing' is the id of a session",
    ),
)

DANGLING = (
    Planted(
        "person that is not there",
        replace(FORUM, "- person: wen-shuoyu", "- person: wen-shouyu"),
        FORUM,
        At("- person: ", "wen-shouyu"),
        "did you mean 'wen-shuoyu'",
        alone=True,
    ),
    Planted(
        "guest that is not there",
        replace(FORUM, "{person: he-muran,", "{person: he-mura,"),
        FORUM,
        At("{person: ", "he-mura,"),
        "did you mean 'he-muran'",
    ),
    Planted(
        "organisation that is not there",
        replace(FORUM, "organisation: luxi-university", "organisation: luxi-univercity"),
        FORUM,
        At("organisation: ", "luxi-univercity"),
        "did you mean 'luxi-university'",
    ),
    Planted(
        "organiser that is not there",
        replace(FORUM, "organisers: [tideland-circle,", "organisers: [tideland-circles,"),
        FORUM,
        At("organisers: [", "tideland-circles"),
        "did you mean 'tideland-circle'",
    ),
    Planted(
        "topic that is not there",
        replace(FORUM, "topics: [marsh-birds, shore-monitoring]", "topics: [marsh-bird, shore-monitoring]"),
        FORUM,
        At("topics: [", "marsh-bird,"),
        "did you mean 'marsh-birds'",
    ),
    Planted(
        "broader topic that is not there",
        replace(
            TOPICS,
            "en: Birds of the marsh}\n  broader: shore-monitoring",
            "en: Birds of the marsh}\n  broader: everything",
        ),
        TOPICS,
        At("broader: ", "everything"),
        "there is no topic 'everything'",
    ),
    Planted(
        "term that is not there",
        replace(GLOSSARY, "see: [datum, logger]", "see: [datum, lodger]"),
        GLOSSARY,
        At("see: [datum, ", "lodger"),
        "did you mean 'logger'",
    ),
    Planted(
        "topic of a term that is not there",
        replace(GLOSSARY, "  topic: cheap-instruments\n", "  topic: cheap-instrument\n"),
        GLOSSARY,
        At("topic: ", "cheap-instrument\n"),
        "did you mean 'cheap-instruments'",
    ),
    Planted(
        "event that is not there",
        replace(TIDES, "event: tideland-2024", "event: tideland-2042"),
        TIDES,
        At("event: ", "tideland-2042"),
        "did you mean 'tideland-2024'",
    ),
    Planted(
        "parent of an organisation that is not there",
        replace(ORGANISATIONS, "parent: luxi-university", "parent: luxi"),
        ORGANISATIONS,
        At("parent: ", "luxi\n"),
        "there is no organisation 'luxi'",
    ),
    Planted(
        "parent that is not there",
        replace(FORUM, "    parent: launch-demo\n", "    parent: launch-demos\n"),
        FORUM,
        At("parent: ", "launch-demos"),
        "did you mean 'launch-demo'",
        alone=True,
    ),
    Planted(
        "moved to nowhere",
        replace(FORUM, "moved_to: staff-workshop-again", "moved_to: staff-workshop-agian"),
        FORUM,
        At("moved_to: ", "staff-workshop-agian"),
        "did you mean 'staff-workshop-again'",
    ),
    Planted(
        "session of another forum",
        replace(FORUM, "moved_to: staff-workshop-again", "moved_to: quillon-drift"),
        FORUM,
        At("moved_to: ", "quillon-drift"),
        "there is no session 'quillon-drift'",
        alone=True,
    ),
    Planted(
        "recording that is not there",
        replace(FORUM, "heard: [{recording: a, lines:", "heard: [{recording: c, lines:"),
        FORUM,
        At("heard: [{recording: ", "c,"),
        "there is no recording 'c'",
    ),
)

CIRCLES = (
    Planted(
        "item of itself",
        replace(FORUM, "    parent: launch-demo\n", "    parent: launch-demo-questions\n"),
        FORUM,
        At("parent: ", "launch-demo-questions"),
        "item of itself",
        alone=True,
    ),
    Planted(
        "items within each other",
        replace(FORUM, "    kind: ceremony\n", "    kind: ceremony\n    parent: launch-demo-questions\n"),
        FORUM,
        At("parent: ", "launch-demo-questions"),
        "item of itself",
        follows=frozenset({"parent-circle"}),
        alone=True,
    ),
    Planted(
        "moved to itself",
        replace(FORUM, "moved_to: staff-workshop-again", "moved_to: staff-workshop\n"),
        FORUM,
        At("moved_to: ", "staff-workshop\n"),
        "moved to itself",
        alone=True,
    ),
    Planted(
        "moved though it was held",
        replace(FORUM, "    status: moved\n", ""),
        FORUM,
        At("moved_to: ", "staff-workshop-again"),
        "is not moved",
        alone=True,
    ),
    Planted(
        "topic that is broader than itself",
        replace(TOPICS, "- id: shore-monitoring\n", "- id: shore-monitoring\n  broader: marsh-birds\n"),
        TOPICS,
        At("broader: ", "marsh-birds"),
        "itself",
        alone=True,
    ),
    Planted(
        "organisation that is part of itself",
        replace(ORGANISATIONS, "parent: luxi-university", "parent: shore-ecology"),
        ORGANISATIONS,
        At("parent: ", "shore-ecology"),
        "itself",
        alone=True,
    ),
)

RECORD_STATES = (
    Planted(
        "record of no session",
        move(f"{RECORDS}/host.zh-Hans.md", f"{RECORDS}/hosts-words.zh-Hans.md"),
        f"{RECORDS}/hosts-words.zh-Hans.md",
        WholeFile(),
        "there is no session 'hosts-words'",
        follows=frozenset({"translation", "no-host-chapter"}),
        alone=True,
    ),
    Planted(
        "record of no forum",
        write(
            "content/forums/nowhere/records/opening.en.md",
            "---\nform: edited\nwritten_by: person\n---\n\nHm. ^n0w1\n",
        ),
        "content/forums/nowhere/records/opening.en.md",
        WholeFile(),
        "there is no forum 'nowhere'",
    ),
    Planted(
        "sources of no session",
        move(f"{RECORDS}/panel-who-counts.sources.yml", f"{RECORDS}/panel-who-count.sources.yml"),
        f"{RECORDS}/panel-who-count.sources.yml",
        WholeFile(),
        "did you mean 'panel-who-counts'",
        follows=frozenset({"unknown-mark"}),
        alone=True,
    ),
    Planted(
        "published without a record",
        _delete_tarns_records,
        FORUM,
        At("lines: [1401, 1688]}]\n    record: ", "published"),
        "'tarn-loggers' should have a published record",
        follows=frozenset({"no-translation"}),  # its digests are left
        alone=True,
    ),
    Planted(
        "record where there should be none",
        replace(
            FORUM,
            "heard: [{recording: a, lines: [1401, 1688]}]\n    record: published",
            "heard: [{recording: a, lines: [1401, 1688]}]\n    record: none\n    why: 没有录音",
        ),
        FORUM,
        At("    record: ", "none\n    why: 没有录音"),
        "has a record, though",
        alone=True,
    ),
    Planted(
        "withheld, and the text still there",
        write(
            f"{RECORDS}/open-questions.zh-Hans.md",
            "---\nform: edited\nwritten_by: person\n---\n\n观众：我没有同意。 ^z1z1\n",
        ),
        FORUM,
        At("record: ", "withheld"),
        "record: withheld",
    ),
    Planted(
        "no record and no reason",
        replace(
            FORUM, "    why: {zh-Hans: 录音机开晚了。, en: The recorder was switched on too late.}\n", ""
        ),
        FORUM,
        At("    record: ", "none\n\n  - id: shu-heting-plates"),
        "does not say why",
        Severity.WARNING,
    ),
    Planted(
        "translation of a text that is not there",
        delete(f"{RECORDS}/holmqvane-gaps.en.md"),
        f"{RECORDS}/holmqvane-gaps.zh-Hans.md",
        At("translated_from: ", "en"),
        "no record in en",
        alone=True,
    ),
)

PROGRAMME = DOUBLED + DANGLING + CIRCLES + RECORD_STATES
