"""The tables beside the index, as JSON: what is found, how it may be asked for, and its text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from generator.model.dates import PartialDate
from generator.model.forum import Forum
from generator.pages.edition import Edition
from generator.pages.search import search_words
from generator.pages.when import date_words
from generator.search.entries import Entry
from generator.search.names import Name
from generator.search.segments import Placed, Segment
from generator.search.separation import forms_of

_KEY = 12


def text_file(entry: Entry) -> tuple[str, bytes]:
    """Return the text of an entry: its name, made from what is in it, and the file.

    The file: `{"speakers": [name], "lang": tag, "rows": [[mark, seconds or null, speaker, text]]}`, where a
    speaker is a number in `speakers`, -1 for nobody, -2 for a title or heading.
    """
    rows = [[one.mark, one.seconds, one.speaker, one.text] for one in entry.passages]
    content = _json({"speakers": entry.speakers, "lang": entry.language.value, "rows": rows})
    return hashlib.sha256(content).hexdigest()[:_KEY], content


def characters_file(tokens: Collection[str]) -> bytes:
    """Return the forms of the ideographs of an index: `{"from": forms, "to": what stands for each}`."""
    forms = forms_of(set("".join(tokens)))
    return _json({"from": "".join(forms), "to": "".join(forms.values())})


def names_file(names: Iterable[Name]) -> bytes:
    """Return how things may be asked for: `[[name, row, [asked], [forms]]]`."""
    return _json([[one.shown, one.row, one.asked, one.forms] for one in names])


def sessions_file(
    edition: Edition,
    entries: Sequence[Entry],
    keys: Sequence[str],
    segments: Sequence[Segment],
    placed: Placed,
) -> bytes:
    """Return what is found, and the words of the lists that it refers to.

    A row: `[key, type, address, title, date, kind, forum, [people], [topics], language, facts, tokens]`, with
    numbers in the lists, -1 for none. Rows stand in the order of their places in the index.

    A segment of the index: `{"folder": path, "first": "token token ..."}`, its parts being `0.bin` and so on;
    where its texts are not the rows, each in its place, `"texts": [[tokens, row]]` says what they are.

    Args:
        edition: Whose readers.
        entries: In order.
        keys: The names of their texts.
        segments: Of the index.
        placed: Where the texts stand in them.
    """
    held, words = edition.held, edition.words
    kinds = sorted({one.kind for one in entries if one.kind})
    forums = sorted({one.forum for one in entries if one.forum})
    people = sorted({person for one in entries for person in one.people})
    topics = sorted({topic for one in entries for topic in one.topics})
    languages = sorted({one.record for one in entries if one.record})
    rows = [
        [
            key,
            one.type,
            one.address,
            one.title,
            one.date,
            kinds.index(one.kind) if one.kind else -1,
            forums.index(one.forum) if one.forum else -1,
            [_find(people, person) for person in one.people],
            [_find(topics, topic) for topic in one.topics],
            languages.index(one.record) if one.record else -1,
            one.facts,
            count,
        ]
        for one, key, count in zip(entries, keys, placed.counts, strict=True)
    ]
    return _json(
        {
            "index": [_segment(one, its) for one, its in zip(segments, placed.rows, strict=True)],
            "kinds": [words(f"kind.{kind}") for kind in kinds],
            "forums": [_title(edition, held.forums[forum]) for forum in forums],
            "people": [edition.name(person).text for person in people],
            "topics": [edition.say(held.topics[topic].title).text for topic in topics],
            "languages": [[one.value, words(f"language.name.{one}")] for one in languages],
            "dates": _dates(edition, entries),
            "words": search_words(words),
            "rows": rows,
        }
    )


def _segment(segment: Segment, rows: Sequence[int]) -> Mapping[str, object]:
    told: dict[str, object] = {"folder": f"{segment.folder}/", "first": " ".join(segment.first)}
    if any(number != row for number, row in enumerate(rows)):
        told["texts"] = list(zip(segment.counts, rows, strict=True))
    return told


def _title(edition: Edition, forum: Forum) -> str:
    return edition.say(forum.title, forum.language).text


def _dates(edition: Edition, entries: Sequence[Entry]) -> Mapping[str, str]:
    dates = sorted({one.date for one in entries if one.date})
    return {date: date_words(PartialDate.parse(date), edition.language) for date in dates}


def _find(values: Sequence[str], value: str) -> int:
    return values.index(value)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
