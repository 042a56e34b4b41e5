"""Faults of single values: keys, types, ids, addresses, dates."""

from __future__ import annotations

from tests.faults.planting import FORUM, At, Planted, person, replace, write

EVENTS = "content/events.yml"
TOPICS = "content/topics.yml"
GLOSSARY = "content/glossary.yml"
ORGANISATIONS = "content/organisations.yml"
TIDES = "content/forums/tide-tables-2024/forum.yml"
LAMPS = "content/forums/lamp-room-2025/forum.yml"
SHU = person("shu-heting")

KEYS = (
    Planted(
        "unknown key of a session",
        replace(FORUM, "    spoken: [en]", "    spokn: [en]"),
        FORUM,
        At("    ", "spokn"),
        "did you mean 'spoken'",
    ),
    Planted(
        "unknown key of a forum",
        replace(TIDES, "timezone:", "time_zone:"),
        TIDES,
        At("language: en\ndate: 2024-06-01\n", "time_zone"),
        "did you mean 'timezone'",
    ),
    Planted(
        "unknown key within a map",
        replace(FORUM, "  consent: {", "  consnet: {"),
        FORUM,
        At("  ", "consnet"),
        "did you mean 'consent'",
    ),
    Planted(
        "unknown key of a person",
        replace(person("edda-holmqvane"), "misheard: [", "mishears: ["),
        person("edda-holmqvane"),
        At("霍姆奎恩]\n", "mishears"),
        "did you mean 'misheard'",
    ),
    Planted(
        "unknown key of a term",
        replace(GLOSSARY, "  misheard: [水池]", "  misherad: [水池]"),
        GLOSSARY,
        At("  ", "misherad"),
        "did you mean 'misheard'",
    ),
    Planted(
        "id in a file whose name is the id",
        replace(person("fan-jiuli"), "sort: fan jiuli", "sort: fan jiuli\nid: fan-jiuli"),
        person("fan-jiuli"),
        At("\n", "id"),
        "'id' is not known here",
    ),
    Planted(
        "session without a title",
        replace(FORUM, "    title: {zh-Hans: 芦苇退到哪里去了, en: Where the Reeds Went}\n", ""),
        FORUM,
        At("  - ", "id: pei-luan-reeds"),
        "'title' is missing",
    ),
    Planted(
        "person without names",
        write(person("pei-luan"), "# nobody\nsort: pei luan\n"),
        person("pei-luan"),
        At("# nobody\n", "sort"),
        "'names' is missing",
    ),
    Planted(
        "person without roles",
        replace(FORUM, "{person: lang-yihe, roles: [interpreter]}", "{person: lang-yihe}"),
        FORUM,
        At("- ", "{person: lang-yihe}"),
        "'roles' is missing",
    ),
    Planted(
        "event without an id",
        replace(EVENTS, "- id: tideland-2025\n  title:", "- title:"),
        EVENTS,
        At("- ", "title:\n    zh-Hans: 潮间带观察者会议 2025"),
        "'id' is missing",
        follows=frozenset({"dangling-id"}),
        alone=True,
    ),
)

TYPES = (
    Planted(
        "one value where a list is wanted",
        replace(
            FORUM,
            "    topics: [cheap-instruments]\n    record: pending",
            "    topics: cheap-instruments\n    record: pending",
        ),
        FORUM,
        At("    topics: ", "cheap-instruments\n"),
        "here should be a list",
    ),
    Planted(
        "a list where a text is wanted",
        replace(TOPICS, "en: Cheap instruments}", "en: [Cheap, instruments]}"),
        TOPICS,
        At("en: ", "[Cheap"),
        "here should be a text",
    ),
    Planted(
        "a map where one value is wanted",
        replace(SHU, "sort: shu heting", "sort: {family: shu}"),
        SHU,
        At("sort: ", "{family"),
        "here should be one value",
    ),
    Planted(
        "a text in a language that the site has not",
        replace(GLOSSARY, "en: salt marsh}", "en: salt marsh, zh-CN: 盐沼}"),
        GLOSSARY,
        At("en: salt marsh, ", "zh-CN"),
        "'zh-CN' is not a language",
    ),
    Planted(
        "a flag that is neither true nor false",
        replace(TIDES, "publish_unchecked: false", "publish_unchecked: no"),
        TIDES,
        At("publish_unchecked: ", "no\n"),
        "neither true nor false",
    ),
    Planted(
        "a number in words",
        replace(FORUM, "    page: 2", "    page: two"),
        FORUM,
        At("page: ", "two"),
        "no whole number",
    ),
    Planted(
        "lines that are no pair",
        replace(FORUM, "lines: [1401, 1688]", "lines: [1401]"),
        FORUM,
        At("lines: ", "[1401]"),
        "two whole numbers",
    ),
    Planted(
        "empty title",
        replace(FORUM, "    title: {zh-Hans: 夜里的滩, en: The Shore at Night}", '    title: ""'),
        FORUM,
        At("title: ", '""'),
        "there is nothing here",
    ),
    Planted(
        "title of blanks",
        replace(LAMPS, "title: 茶後", 'title: "  "'),
        LAMPS,
        At("title: ", '"  "'),
        "there is nothing here",
    ),
    Planted(
        "key without a value",
        replace(EVENTS, "  url: https://tideland.example/2025/", "  url:"),
        EVENTS,
        At("  url:"),
        "there is nothing here",
    ),
    Planted(
        "kind that is none",
        replace(FORUM, "    kind: break", "    kind: breack"),
        FORUM,
        At("kind: ", "breack"),
        "did you mean 'break'",
    ),
    Planted(
        "kind that is none, of a session with a record",
        replace(FORUM, "    kind: panel", "    kind: pannel"),
        FORUM,
        At("kind: ", "pannel"),
        "did you mean 'panel'",
        alone=True,
    ),
    Planted(
        "role that is none",
        replace(FORUM, "roles: [moderator]", "roles: [moderater]"),
        FORUM,
        At("roles: [", "moderater"),
        "did you mean 'moderator'",
    ),
    Planted(
        "language that is none",
        replace(LAMPS, "language: zh-Hant", "language: zh-hant"),
        LAMPS,
        At("language: ", "zh-hant"),
        "did you mean 'zh-Hant'",
        alone=True,
    ),
    Planted(
        "spoken language that is none",
        replace(FORUM, "    spoken: [en]", "    spoken: [English]"),
        FORUM,
        At("spoken: [", "English"),
        "no language tag",
        alone=True,
    ),
)

WORTHS = (
    Planted(
        "id that leads out of its folder",
        replace(FORUM, "  - id: closing\n", "  - id: ../closing\n"),
        FORUM,
        At("  - id: ", "../closing"),
        "cannot be an id",
        follows=frozenset({"dangling-id"}),
        alone=True,
    ),
    Planted(
        "reserved id of a session",
        replace(FORUM, "  - id: evening-walk\n", "  - id: index\n"),
        FORUM,
        At("  - id: ", "index"),
        "'index' is reserved",
    ),
    Planted(
        "reserved id of a topic",
        replace(TOPICS, "- id: shore-monitoring\n", "- id: images\n"),
        TOPICS,
        At("- id: ", "images"),
        "'images' is reserved",
        follows=frozenset({"dangling-id"}),
        alone=True,
    ),
    Planted(
        "portrait from another folder",
        replace(SHU, "image: shu-heting.png", "image: ../../x.png"),
        SHU,
        At("image: ", "../../x.png"),
        "no picture's name",
        follows=frozenset({"unused-image"}),
        alone=True,
    ),
    Planted(
        "slide from the root of the disk",
        replace(FORUM, "image: shore-map.png", "image: /etc/shore-map.png"),
        FORUM,
        At("image: ", "/etc/shore-map.png"),
        "no picture's name",
    ),
    Planted(
        "digest that is too short",
        replace(FORUM, "sha256: cf05f1dd", "sha256: cf05"),
        FORUM,
        At("sha256: ", "cf05"),
        "64",
    ),
    Planted(
        "address that runs",
        replace(SHU, "url: https://luxi.example/shu/", 'url: "javascript:alert(1)"'),
        SHU,
        At("url: ", '"javascript'),
        "no web address",
    ),
    Planted(
        "address with a quote in it",
        replace(
            person("mu-weibai"),
            "https://circle.tideland.example/mu",
            """'https://circle.tideland.example/"onclick="x'""",
        ),
        person("mu-weibai"),
        At("url: ", "'https"),
        "no web address",
    ),
    Planted(
        "day that is not in the calendar",
        replace(TIDES, "date: 2024-06-01", "date: 2024-02-30"),
        TIDES,
        At("date: ", "2024-02-30"),
        "no day 2024-02-30",
        alone=True,
    ),
    Planted(
        "month that is not in the calendar",
        replace(EVENTS, "from: 2024-05,", "from: 2024-13,"),
        EVENTS,
        At("from: ", "2024-13"),
        "2024-13",
    ),
    Planted(
        "date as people say it",
        replace(LAMPS, "date: 2025\n", "date: 2025年\n"),
        LAMPS,
        At("date: ", "2025年"),
        "a date is written",
    ),
    Planted(
        "twenty-five o'clock",
        replace(FORUM, 'end: "14:40"', 'end: "25:00"'),
        FORUM,
        At("end: ", '"25:00"'),
        "a time is written",
    ),
    Planted(
        "moment that no recording has",
        replace(FORUM, 'at: "00:16:40"', 'at: "00:61:00"'),
        FORUM,
        At("at: ", '"00:61:00"'),
        "position in a recording",
    ),
    Planted(
        "time zone that is none",
        replace(FORUM, "timezone: Asia/Shanghai", "timezone: Asia/Shangai"),
        FORUM,
        At("timezone: ", "Asia/Shangai"),
        "did you mean 'Asia/Shanghai'",
    ),
)

VALUES = KEYS + TYPES + WORTHS
