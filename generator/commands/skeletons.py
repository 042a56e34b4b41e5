"""The first text of what `new` makes: valid as it stands, and saying what else may be written there."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from generator.model.language import Language
from generator.model.session import SessionKind
from generator.model.text import LocalizedText

# A plain YAML scalar that no reader of YAML could take for anything but this text.
_PLAIN = re.compile(r"(?=.*[^\W\d_])\w(?:[\w .,()’“”…，。、：；！？–—·]*[\w.)’”…。！？])?")  # fmt: skip
_GUESSED = re.compile(r"(?i)true|false|yes|no|on|off|null|y|n|\d.*")


def scalar(text: str) -> str:
    """Write a text as a YAML scalar."""
    plain = _PLAIN.fullmatch(text) and not _GUESSED.fullmatch(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def localized(text: LocalizedText, plain: Language) -> str:
    """Write a text: as it is where it is in the language of plain strings alone, else as a map."""
    if text.languages == (plain,):
        return scalar(text.texts[0][1])
    return "{" + ", ".join(f"{language}: {_in_braces(words)}" for language, words in text.texts) + "}"


def title_from(identifier: str) -> LocalizedText:
    """Make a title of an id: a beginning that an editor sees to be one."""
    words = " ".join(part[:1].upper() + part[1:] for part in identifier.split("-"))
    return LocalizedText(((Language.EN, words),))


def event_entry(identifier: str, title: LocalizedText, dates: tuple[str, str]) -> Sequence[str]:
    """Return the lines of an event in `events.yml`.

    Args:
        identifier: Its id.
        title: What it is called.
        dates: First and last day, each empty where it is not known.
    """
    first, last = dates
    days = f"{{from: {first}, to: {last}}}" if last else f"{{from: {first}}}"
    return (
        f"id: {identifier}",
        f"title: {localized(title, Language.HANS)}",
        f"dates: {days}"
        if first
        else "# dates: {from: 2024-07-04, to: 2024-07-06}   # as far as they are known",
        "# place: {zh-Hans: …, en: …}",
        "# url: https://…",
        "# formerly: []   # ids it had before",
    )


def events_head(schema: str) -> str:
    """Return how a new `events.yml` begins."""
    return f"# yaml-language-server: $schema={schema}\n# The congresses that forums belong to.\n"


def forum_file(
    schema: str, *, identifier: str, title: LocalizedText, event: str, language: Language, date: str
) -> str:
    """Return the text of a new `forum.yml`."""
    return f"""\
# yaml-language-server: $schema={schema}
# The programme of one forum; docs/content.md describes every key. A line that begins with # is not read.
title: {localized(title, language)}
event: {event}
language: {language}   # what plain texts here are in, and what was spoken unless said otherwise
date: {date}   # as much as is known: 2024, 2024-07 or 2024-07-05; sessions may say their own
timezone: Asia/Shanghai
# venue: …
# description: …
# organisers: [organisation-id]
# people: [{{person: person-id, roles: [host]}}]
# topics: [topic-id]
# rights: {{text: …, recording: …, slides: …, consent: …}}
publish_unchecked: false   # true: records that nobody has checked are shown, with a notice
# recordings:
#   - {{id: a, bilibili: BV…, page: 1, starts: "09:28"}}
# sources:
#   - {{kind: programme, url: https://…}}
# The programme, in order. A session is added by: proceedings new session ID --forum {identifier}
sessions: []
"""


def session_entry(
    identifier: str,
    kind: SessionKind,
    title: str,
    times: Mapping[str, str],
    people: Sequence[str],
) -> Sequence[str]:
    """Return the lines of a session in `forum.yml`.

    Args:
        identifier: Its id.
        kind: What it is.
        title: Its title, as YAML.
        times: Any of `date`, `start` and `end`.
        people: Ids of those who speak.
    """
    lines = [f"id: {identifier}", f"kind: {kind}", f"title: {title}"]
    if "date" in times:
        lines.append(f"date: {times['date']}")
    if kind is SessionKind.BREAK:
        return (*lines, *_clock(times))
    lines += _clock(times)
    if people:
        lines.append("people:")
        lines += [f"  - {{person: {person}, roles: [speaker]}}" for person in people]
    else:
        lines += [
            "# people:",
            "#   - person: person-id",
            "#     roles: [speaker]",
            "#     affiliations: [{organisation: organisation-id, position: …}]",
        ]
    return (
        *lines,
        "# abstract: …",
        "# key_points: […]",
        "# topics: [topic-id]",
        '# heard: [{recording: a, from: "00:32:10", to: "00:51:40"}]',
        "record: pending   # published, once readers may see the record; none or withheld, with why: …",
        "                  # host, where its words stand in the host's record",
    )


def _clock(times: Mapping[str, str]) -> Sequence[str]:
    if "start" not in times:
        return ('# start: "10:00"', '# end: "10:20"')
    return (f'start: "{times["start"]}"', f'end: "{times["end"]}"' if "end" in times else '# end: "10:20"')


def record_file(schema: str, language: Language, spoken: Language) -> str:
    """Return the text of a new record."""
    translated = "" if language is spoken else f"# translated_from: {spoken}\n"
    return f"""\
---
# yaml-language-server: $schema={schema}
form: edited   # verbatim, edited or summary
written_by: person   # person or machine
checked: []   # [{{by: person-id, as: speaker, on: 2024-08-01}}]
{translated}\
# The record stands below the next line. A chapter begins with `## `, a turn with a name and a colon, perhaps
# after the time in the recording: `[00:12:31] Name: …`. What the same person says next follows without a
# name. When it is written: proceedings mark
---
"""


def person_file(schema: str, names: LocalizedText | None, guess: LocalizedText) -> str:
    """Return the text of a new person's file.

    Args:
        schema: Where the schema is.
        names: The name, as far as it was given.
        guess: What stands for it where it was not.
    """
    sure = "" if names else "sure: false   # delete this line when the name is right\n"
    return f"""\
# yaml-language-server: $schema={schema}
# One person, once, with all the forms of the name. The file's name is the id; docs/content.md has every key.
names: {localized(names or guess, Language.HANS)}
{sure}# sort: zhang san   # how the name is sorted, where it cannot be seen from it
# aliases: []   # other right forms of the name
# misheard: []   # what speech recognisers make of it
# bio: {{zh-Hans: …, en: …}}
# links: [{{kind: website, url: https://…}}]
# portrait: {{image: name.png, rights: …}}
"""


def _in_braces(words: str) -> str:
    """Write a text within a map in braces, where a comma ends it."""
    return scalar(words) if "," not in words else json.dumps(words, ensure_ascii=False)
