"""Kinds of edits: what is said in records, and what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.commands.drawn.desk import Desk, Kind, NothingThereError, RecordText

_FORMS = {
    "zh-Hans": ("盐沼", "沉积板", "板子", "水尺", "基准面", "自记仪", "样方", "大潮", "小潮", "SP"),
    "zh-Hant": ("鹽沼", "沉積板", "基準面", "大潮", "記錄儀", "淤積板"),
    "en": ("salt marsh", "sediment plates", "tide staff", "datum", "loggers", "quadrat", "SP", "neap tides"),
}
_NAMES = {"zh-Hans": "这个", "zh-Hant": "這個", "en": "this one"}


def _said(desk: Desk, change: Callable[[Desk, RecordText, str], str]) -> None:
    """Change what a paragraph of some record says; who says it and its marks stay."""
    record = desk.pick(desk.records())
    number = desk.pick(record.prose())
    label, words, marks = record.split(number)
    record.parts[number] = label + change(desk, record, words) + marks
    desk.write(record)


def _within(desk: Desk, words: str, new: str, language: str) -> str:
    """Put words behind some others."""
    space = " " if language == "en" else ""
    ends = [found.end() for found in re.finditer(r"[。，；]|[.,;](?= )", words)]
    if not ends or "](" in words:
        return f"{words}{space}{new}"
    end = desk.pick(ends)
    return f"{words[:end]}{space}{new}{words[end:]}"


def words(desk: Desk) -> None:
    _said(desk, lambda _, record, __: desk.words(record.language))


def a_word(desk: Desk) -> None:
    _said(desk, lambda _, record, old: _within(desk, old, desk.words(record.language), record.language))


def a_term_said(desk: Desk) -> None:
    _said(
        desk, lambda _, record, old: _within(desk, old, desk.pick(_FORMS[record.language]), record.language)
    )


def _linked(kind: str, targets: Callable[[Desk, RecordText], list[str]]) -> Kind:
    def edit(desk: Desk) -> None:
        def link(_: Desk, record: RecordText, old: str) -> str:
            name = _NAMES[record.language]
            return _within(desk, old, f"[{name}]({kind}:{desk.pick(targets(desk, record))})", record.language)

        _said(desk, link)

    return edit


def _session_ids(desk: Desk, record: RecordText) -> list[str]:
    with desk.yaml(record.place.parents[1] / "forum.yml") as forum:
        return [one["id"] for one in forum["sessions"]]


a_term_linked = _linked("term", lambda desk, _: desk.ids("glossary"))
a_person_linked = _linked("person", lambda desk, _: [one.stem for one in desk.people()])
a_session_linked = _linked("session", _session_ids)
a_forum_linked = _linked("forum", lambda desk, _: [one.parent.name for one in desk.forums()])


def links_taken_out(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if any("](" in part for part in one.parts)])
    number = desk.pick(
        [number for number, part in enumerate(record.parts) if re.search(r"(?<!!)\[.*\]\(", part)]
    )
    record.parts[number] = re.sub(r"(?<!!)\[([^\]]*)\]\([^)]*\)", r"\1", record.parts[number])
    desk.write(record)


def _added(desk: Desk, versions: list[RecordText], line: Callable[[str], str]) -> None:
    place, mark = desk.draw.randint(0, len(versions[0].parts)), desk.mark()
    for one in versions:
        one.parts.insert(place, f"{line(one.language)} ^{mark}")
        desk.write(one)


def a_paragraph_added(desk: Desk) -> None:
    record = desk.pick(desk.records())
    _added(desk, desk.versions(record), desk.words)


def a_paragraph_added_in_one_language(desk: Desk) -> None:
    _added(desk, [desk.pick(desk.records())], desk.words)


def a_heading_added(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if one.session != "host"])
    _added(desk, desk.versions(record), lambda language: f"## {desk.words(language)[:-1]}")


def a_picture_added(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if (one.place.parents[1] / "images").is_dir()])
    picture = desk.pick(sorted((record.place.parents[1] / "images").iterdir()))
    _added(desk, desk.versions(record), lambda language: f"![{desk.words(language)}]({picture.name})")


def a_paragraph_taken_out(desk: Desk) -> None:
    record = desk.pick(desk.records())
    number = desk.pick(record.prose())
    mark = record.mark_of(number)
    other = desk.pick([one for one in record.prose() if one != number])
    leads = record.mark_of(other)
    for one in desk.versions(record):
        parts = [part for part in one.parts if f"^{mark}" not in part]
        if len(parts) < len(one.parts):
            one.parts = parts
            one.head["gone"] = {**one.head.get("gone", {}), mark: leads}
            desk.write(one)


def paragraphs_swapped(desk: Desk) -> None:
    record = desk.pick(desk.records())
    numbers = [one for one in record.prose() if one + 1 in record.prose()]
    number = desk.pick(numbers)
    first, second = record.mark_of(number), record.mark_of(number + 1)
    for one in desk.versions(record):
        at = [
            next((n for n, part in enumerate(one.parts) if f"^{mark}" in part), -1)
            for mark in (first, second)
        ]
        if -1 not in at:
            one.parts[at[0]], one.parts[at[1]] = one.parts[at[1]], one.parts[at[0]]
            desk.write(one)


def a_turn_of_another(desk: Desk) -> None:
    record = desk.pick(desk.records())
    labels = {record.split(number)[0]: number for number in record.prose() if record.split(number)[0]}
    if len(labels) < 2:
        raise NothingThereError
    label = desk.pick(sorted(labels))
    number = desk.pick([number for one, number in sorted(labels.items()) if one != label])
    _, said, marks = record.split(number)
    record.parts[number] = label + said + marks
    desk.write(record)


def _head(desk: Desk, change: Callable[[dict[str, Any], RecordText], None], *, every: bool = False) -> None:
    record = desk.pick(desk.records())
    for one in desk.versions(record) if every else [record]:
        change(one.head, one)
        desk.write(one)


def somebody_checked(desk: Desk) -> None:
    person = desk.pick(desk.people()).stem
    _head(desk, lambda head, _: head.update(checked=[{"by": person, "as": "editor", "on": "2025-12-03"}]))


def nobody_checked(desk: Desk) -> None:
    _head(desk, lambda head, _: head.update(checked=[]), every=True)


def a_correction(desk: Desk) -> None:
    day = f"2025-12-{desk.draw.randint(1, 28):02d}"

    def corrected(head: dict[str, Any], record: RecordText) -> None:
        one = {
            "on": day,
            "at": record.mark_of(desk.pick(record.prose())),
            "what": desk.words(record.language),
        }
        head["corrections"] = [*head.get("corrections", []), one]

    _head(desk, corrected)


def no_corrections(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if one.head.get("corrections")])
    del record.head["corrections"]
    desk.write(record)


def how_it_was_written(desk: Desk) -> None:
    by, form = desk.pick(("machine", "person")), desk.pick(("edited", "summary", "verbatim"))
    _head(desk, lambda head, _: head.update(written_by=by, form=form))


def a_doubt(desk: Desk) -> None:
    """A paragraph that is held back from readers."""
    record = desk.pick(desk.records())
    number = desk.pick(record.prose())
    label, said, marks = record.split(number)
    kind = desk.pick(("sensitive", "sensitive", "term", "name"))
    record.parts[number] = f"{label}{said} <!-- review: {kind}: look again -->{marks}"
    desk.write(record)


def no_doubts(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if any("<!-- review" in part for part in one.parts)])
    record.parts = [re.sub(r" <!-- review: [^>]*-->", "", part) for part in record.parts]
    desk.write(record)


def blank_lines(desk: Desk) -> None:
    place = desk.pick(desk.records()).place
    place.write_text(place.read_text("utf-8").replace("\n\n", "\n\n\n"), "utf-8", newline="")


def a_record_taken_out(desk: Desk) -> None:
    record = desk.pick(desk.records())
    for place in record.place.parent.glob(f"{record.session}.*"):
        place.unlink()
    if record.session != "host":
        _set_state(desk, record, "pending")


def _set_state(desk: Desk, record: RecordText, state: str) -> None:
    with desk.yaml(record.place.parents[1] / "forum.yml") as forum:
        for session in forum["sessions"]:
            if session["id"] == record.session:
                session["record"] = state


def a_record_new(desk: Desk) -> None:
    forum_file = desk.pick(desk.forums())
    with desk.yaml(forum_file) as forum:
        session = desk.pick([one for one in forum["sessions"] if one["record"] == "pending"])
        session["record"] = "published"
    language = desk.pick(("zh-Hans", "en", "zh-Hant"))
    head = {"form": "edited", "written_by": "machine", "checked": []}
    record = RecordText(forum_file.parent / "records" / f"{session['id']}.{language}.md", head, [])
    record.place.parent.mkdir(exist_ok=True)
    for _ in range(desk.draw.randint(2, 6)):
        words_of = desk.words(language) + desk.pick(_FORMS[language])
        record.parts.append(f"{words_of} ^{desk.mark()}")
    desk.write(record)


def a_translation_taken_out(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if "translated_from" in one.head])
    for place in record.place.parent.glob(f"{record.session}.{record.language}.*"):
        place.unlink()


def a_translation_new(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if len(desk.versions(one)) == 1])
    language = "en" if record.language != "en" else "zh-Hans"
    head = {
        "form": record.head["form"],
        "written_by": "machine",
        "checked": [],
        "translated_from": record.language,
    }
    parts = []
    for part in record.parts:
        marks = re.findall(r" ?(\^[a-z0-9]{4})", part)
        parts.append(f"{desk.words(language)} {' '.join(marks)}")
    place = record.place.parent / f"{record.session}.{language}.md"
    desk.write(RecordText(place, head, parts))


def where_it_was_said(desk: Desk) -> None:
    with desk.yaml(desk.pick(sorted(desk.content.rglob("*.sources.yml")))) as sources:
        mark = desk.pick(sorted(sources))
        if desk.draw.random() < 0.5:
            del sources[mark]
        else:
            first = desk.draw.randint(1, 500)
            sources[mark] = [
                {"recording": sources[mark][0]["recording"], "from": [first, 0], "to": [first + 3, 2]}
            ]


def what_was_confirmed(desk: Desk) -> None:
    with desk.yaml(desk.pick(sorted(desk.content.rglob("*.confirmed.yml")))) as confirmed:
        mark = desk.pick(sorted(confirmed))
        if desk.draw.random() < 0.5:
            del confirmed[mark]
        else:
            confirmed[mark] = "0123456789ab"


def a_row(desk: Desk) -> None:
    record = desk.pick([one for one in desk.records() if any(part.startswith("|") for part in one.parts)])
    number = next(number for number, part in enumerate(record.parts) if part.startswith("|"))
    cells = record.parts[number].split("\n")[0].count("|") - 1
    row = " | ".join(desk.words(record.language) for _ in range(cells))
    record.parts[number] += f"\n| {row} |"
    desk.write(record)


def a_mark_unknown(desk: Desk) -> None:
    """Breaks: a link to nothing."""
    _said(desk, lambda _, __, old: f"{old}[x](term:nothing-of-the-kind)")


def a_head_broken(desk: Desk) -> None:
    """Breaks: a head that cannot be read."""
    _head(desk, lambda head, _: head.update(form="eddited"))


KINDS: dict[str, Kind] = {
    one.__name__: one
    for one in (
        words,
        a_word,
        a_term_said,
        links_taken_out,
        a_paragraph_added,
        a_paragraph_added_in_one_language,
        a_heading_added,
        a_picture_added,
        a_paragraph_taken_out,
        paragraphs_swapped,
        a_turn_of_another,
        somebody_checked,
        nobody_checked,
        a_correction,
        no_corrections,
        how_it_was_written,
        a_doubt,
        no_doubts,
        blank_lines,
        a_record_taken_out,
        a_record_new,
        a_translation_taken_out,
        a_translation_new,
        where_it_was_said,
        what_was_confirmed,
        a_row,
    )
} | {
    "a_term_linked": a_term_linked,
    "a_person_linked": a_person_linked,
    "a_session_linked": a_session_linked,
    "a_forum_linked": a_forum_linked,
}
BREAKING: dict[str, Kind] = {one.__name__: one for one in (a_mark_unknown, a_head_broken)}
