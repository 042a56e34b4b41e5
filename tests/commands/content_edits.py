"""What editors do to the files of the invented forum: single edits, each of something that is depended on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.pictures import PICTURE

Edit = Callable[[Path], None]
"""Changes the files of a project."""

MARSH = "content/forums/salt-marsh-2025"
RECORDS = f"{MARSH}/records"
PANEL = f"{RECORDS}/panel-who-counts.zh-Hans.md"
LOGGERS = f"{RECORDS}/tarn-loggers.zh-Hans.md"


def change(name: str, pattern: str, new: str) -> Edit:
    """Return an edit that replaces the first match of a pattern."""

    def edit(project: Path) -> None:
        place = project / name
        text, count = re.subn(pattern, new, place.read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert count == 1, f"{name} should hold {pattern}"
        place.write_text(text, "utf-8", newline="")

    return edit


def add(name: str, text: str) -> Edit:
    """Return an edit that adds a text at the end of a file, which need not be there."""

    def edit(project: Path) -> None:
        place = project / name
        place.parent.mkdir(parents=True, exist_ok=True)
        old = place.read_text("utf-8") if place.exists() else ""
        place.write_text(old + text, "utf-8", newline="")

    return edit


def remove(name: str) -> Edit:
    """Return an edit that deletes a file."""
    return lambda project: (project / name).unlink()


def rename(name: str, new: str) -> Edit:
    """Return an edit that gives a file or folder another name."""

    def edit(project: Path) -> None:
        (project / name).rename(project / new)

    return edit


def write(name: str, data: bytes) -> Edit:
    """Return an edit that writes a file anew."""

    def edit(project: Path) -> None:
        (project / name).write_bytes(data)

    return edit


def both(first: Edit, second: Edit) -> Edit:
    """Return two edits as one."""

    def edit(project: Path) -> None:
        first(project)
        second(project)

    return edit


EDITS: dict[str, Edit] = {
    # ---- lists
    "an event's title": change("content/events.yml", "会议 2024", "会 2024"),
    "an event that ends before it begins": change("content/events.yml", "to: 2025-10-19", "to: 2025-10-01"),
    "an organisation's name": change("content/organisations.yml", "滩鸟报", "滩鸟周报"),
    "an organisation that is gone": change("content/organisations.yml", "id: siltmark", "id: siltmarks"),
    "an organisation within itself": change(
        "content/organisations.yml", "  kind: university", "  kind: university\n  parent: shore-ecology"
    ),
    "a remark": add("content/organisations.yml", "# A remark.\n"),
    "lines before": change("content/topics.yml", r"\A", "# One.\n# Two.\n"),
    "a topic's former id": change("content/topics.yml", "low-cost-gauges", "marsh-birds"),
    "a term with a new id": change("content/glossary.yml", "id: logger$", "id: loggers"),
    "a term": change("content/glossary.yml", "read by eye", "read by two eyes"),
    "an id that stands twice": change("content/glossary.yml", "id: datum$", "id: logger"),
    "a list that is empty": write("content/topics.yml", b""),
    "a list that is gone": remove("content/topics.yml"),
    # ---- people
    "a name that labels turns": change("content/people/luo-pingjiang.yml", "骆平绛", "骆平降"),
    "a name that leads a forum": change("content/people/mu-weibai.yml", "穆苇白", "穆苇伯"),
    "another name that labels turns": add("content/people/tu-yinlan.yml", "aliases: [闻朔屿]\n"),
    "a name that two of a session share": add("content/people/ines-corvane.yml", "aliases: [骆平绛]\n"),
    "a name that needs no reading": change("content/people/pei-luan.yml", "sort: .*", "sort: pei"),
    "a person who cannot be read": add("content/people/wen-shuoyu.yml", "born: 1970\nnames: [\n"),
    "a person who is gone": remove("content/people/wen-shuoyu.yml"),
    "a person with a new id": rename("content/people/tarn.yml", "content/people/tarne.yml"),
    "a person who is new": add("content/people/new-one.yml", "names: {en: New One}\nformerly: [tarn]\n"),
    # ---- forums
    "a forum's title": change(f"{MARSH}/forum.yml", "盐沼里的长期观测", "盐沼里的观测"),
    "lines before a forum": change(f"{MARSH}/forum.yml", r"\A", "# One.\n# Two.\n"),
    "who leads a forum": change(f"{MARSH}/forum.yml", "  - person: mu-weibai", "  - person: he-muran"),
    "who is in a session": change(f"{MARSH}/forum.yml", "person: luo-pingjiang$", "person: he-muran"),
    "who is in one session only": change(f"{MARSH}/forum.yml", "person: tarn$", "person: pei-luan"),
    "a label": change(f"{MARSH}/forum.yml", "label: 简渡（数鸟）", "label: 简渡（看鸟）"),
    "a recording's name": change(f"{MARSH}/forum.yml", "  - id: b$", "  - id: c"),
    "one recording": change(f"{MARSH}/forum.yml", r"  - id: b\n(    .*\n)+", ""),
    "where a session is heard": change(
        f"{MARSH}/forum.yml", r"recording: b, from: \"00:06:00\"", 'recording: a, from: "00:06:00"'
    ),
    "a person whose id is another everywhere": both(
        rename("content/people/tarn.yml", "content/people/tarne.yml"),
        change(f"{MARSH}/forum.yml", "person: tarn$", "person: tarne"),
    ),
    "a session's former id": change(f"{MARSH}/forum.yml", r"formerly: \[plates\]", "formerly: [tea]"),
    "a session's new id": change(f"{MARSH}/forum.yml", "id: tarn-loggers", "id: tarn-gauges"),
    "a session that cannot be read": change(f"{MARSH}/forum.yml", "kind: panel", "kind: row"),
    "a session's times": change(f"{MARSH}/forum.yml", 'end: "09:55"', 'end: "09:05"'),
    "a session's state": change(f"{MARSH}/forum.yml", "record: host", "record: published"),
    "a session without a chapter": change(f"{MARSH}/forum.yml", "record: withheld", "record: host"),
    "a zone that is not": change(f"{MARSH}/forum.yml", "Asia/Shanghai", "Asia/Shangai"),
    "a slide that is not there": change(f"{MARSH}/forum.yml", "image: plates.png", "image: plate.png"),
    "a forum with a key that nothing reads": add(f"{MARSH}/forum.yml", "colour: grey\n"),
    "a forum that cannot be read": add(f"{MARSH}/forum.yml", "title: [\n"),
    "a forum that is gone": remove(f"{MARSH}/forum.yml"),
    "a forum with a new id": rename(MARSH, "content/forums/salt-marsh-2026"),
    "a forum that is new": add(
        "content/forums/new/forum.yml",
        "title: 新\nevent: tideland-2025\nlanguage: zh-Hans\ndate: 2025\nformerly: [marsh-2025]\n",
    ),
    # ---- records
    "a word": change(PANEL, "六百多本", "七百多本"),
    "lines before a record": change(PANEL, "^## 数给谁看", "\n\n\n## 数给谁看"),
    "a mark that is gone": change(PANEL, r"^.* \^p1d4\n\n", ""),
    "a mark that stands twice": change(PANEL, r"\^p1d4", "^p1c3"),
    "a paragraph without a mark": change(PANEL, r" \^p1d4", ""),
    "a link to nobody": change(PANEL, "骆平绛：", "骆平绛：[她](person:nobody)"),
    "a picture that is not there": add(PANEL, "\n![潮](tide.png)\n"),
    "a picture": add(PANEL, "\n![潮](plates.png)\n"),
    "a review mark": add(PANEL, "\n潮来了。 <!-- review: sensitive: look --> ^z9z9\n"),
    "nobody who has checked": change(PANEL, "checked: .*", "checked: []"),
    "a head that cannot be read": change(PANEL, "form: edited", "form: eddited"),
    "a record that does not begin": change(PANEL, r"\A---", ""),
    "another language": add(
        f"{RECORDS}/panel-who-counts.zh-Hant.md", "---\nform: edited\nwritten_by: person\n---\n\n潮。 ^p1a1\n"
    ),
    "a record that is gone": remove(PANEL),
    "a translation that is gone": remove(f"{RECORDS}/tarn-loggers.en.md"),
    "a record with a new id": rename(PANEL, f"{RECORDS}/panel.zh-Hans.md"),
    "a record of the other script": rename(LOGGERS, f"{RECORDS}/tarn-loggers.zh-Hant.md"),
    "a word of a source": change(LOGGERS, "一百一十行", "一百二十行"),
    "a paragraph of a source": add(LOGGERS, "\n多了一段。 ^z9z9\n"),
    "no translation any more": change(f"{RECORDS}/tarn-loggers.en.md", "translated_from: zh-Hans\n", ""),
    "a chapter of the host": change(f"{RECORDS}/host.zh-Hans.md", r"\[散会\]\(session:closing\)", "散会"),
    "a host who is gone": remove(f"{RECORDS}/host.zh-Hans.md"),
    "a character that hides": add(PANEL, "\n潮\u202e来。 ^z9z9\n"),
    "what is no text": write(PANEL, b"\xff\xfe\x00"),
    "an empty record": write(PANEL, b""),
    "a file that nothing reads": add(f"{RECORDS}/panel.txt", "x"),
    # ---- what belongs to records
    "a source of nothing": add(
        f"{RECORDS}/panel-who-counts.sources.yml", "z9z9: [{recording: b, from: [3, 0], to: [2, 0]}]\n"
    ),
    "a source of no recording": change(
        f"{RECORDS}/panel-who-counts.sources.yml", "recording: b", "recording: x"
    ),
    "sources that are gone": remove(f"{RECORDS}/panel-who-counts.sources.yml"),
    "sources that cannot be read": add(f"{RECORDS}/panel-who-counts.sources.yml", "\t[\n"),
    "a digest": change(f"{RECORDS}/tarn-loggers.en.confirmed.yml", "^w1c3: .*", 'w1c3: "000000000000"'),
    "a digest of nothing": add(f"{RECORDS}/tarn-loggers.en.confirmed.yml", "z9z9: 3f9c0a71b2de\n"),
    "digests that are gone": remove(f"{RECORDS}/tarn-loggers.en.confirmed.yml"),
    "digests of no record": rename(
        f"{RECORDS}/tarn-loggers.en.confirmed.yml", f"{RECORDS}/tarn-loggers.zh-Hant.confirmed.yml"
    ),
    "marks that were given": add(
        f"{RECORDS}/.marks.yml", "panel-who-counts: [p1a1, q9q9]\ntarn-loggers: [w1h1]\n"
    ),
    "marks of a former id": add(f"{RECORDS}/.marks.yml", "plates: [q8q8]\n"),
    "marks that cannot be read": add(f"{RECORDS}/.marks.yml", "panel-who-counts: 7\n"),
    # ---- pictures
    "a picture that is gone": remove(f"{MARSH}/images/plates.png"),
    "a picture that is none": write(f"{MARSH}/images/plates.png", b"not a picture"),
    "a picture that nothing shows": write(f"{MARSH}/images/new.png", PICTURE),
    # ---- the site
    "a word of the review list": add("site_config/intake/review.yml", "more: [六百多本, 一百一十行]\n"),
    "a word that is not meant": change(
        "site_config/intake/review.yml", "^not_meant:\n", "not_meant:\n  - 收到的本子现在\n"
    ),
    "a review list that cannot be read": write("site_config/intake/review.yml", b"["),
    "a setting": change("site_config/site.yml", "^url: .*", "url: https://tide.example/"),
    "settings that cannot be used": change("site_config/site.yml", "^url: .*", "url: tide"),
}
