"""Labels at the beginning of a paragraph: who begins to speak."""

from __future__ import annotations

import re
from typing import Final

from generator.model.fault import Fault
from generator.model.record import Turn
from generator.store.records.source import Raw, Source
from generator.store.records.speakers import Speakers, normal_form
from generator.store.records.times import TIME

_NAME: Final = r"[^\s：:*\[\]`][^：:*\[\]`\n]{0,59}?"
_LABEL: Final = re.compile(
    rf"(?:\*\*(?P<a>{_NAME})\*\*\s*[：:]|\*\*(?P<b>{_NAME})\s*[：:]\s*\*\*|(?P<c>{_NAME})\s*[：:])\s*"
)
_LONGEST_NEAR: Final = 20
_UNNAMED: Final = {
    "观众": "audience",
    "觀眾": "audience",
    "audience": "audience",
    "未知": "unknown",
    "unknown": "unknown",
}


def take_turn(raw: Raw, speakers: Speakers, source: Source) -> tuple[Turn | None, Raw, tuple[Fault, ...]]:
    """Take the label from the beginning of a paragraph.

    A label is a name and a colon, full-width or ASCII, perhaps in `**`: `林晚：`, `**Lin Wan:**`. The people
    of the session make one, and 观众 and 未知 (audience, unknown); other words before a colon are text.

    Returns:
        The turn, the text after it, and faults: a name that several people share, a label one edit
        away from a name, a label without words.
    """
    found = _LABEL.match(raw.text)
    if not found:
        return None, raw, ()
    name = found["a"] or found["b"] or found["c"]
    offset = found.start("a" if found["a"] else "b" if found["b"] else "c")
    people = speakers.find(name)
    unnamed = _UNNAMED.get(normal_form(name), "")
    spot = raw.spot(offset)
    faults: list[Fault] = []
    if len(people) > 1:
        message = f"several people of this session go by '{name}': {', '.join(people)}"
        remedy = "give them a label: of their own where they appear, and write that"
        faults.append(source.fault(spot, "ambiguous-label", message, remedy))
        unnamed = "unknown"
    elif not people and not unnamed:
        near = speakers.near(name) if _may_be_name(name) else None
        if near is None:
            return None, raw, ()
        message = f"'{name}' is nobody of this session"
        fault = source.warning(spot, "near-label", message, f"did you mean '{near}'?")
        return None, raw, (fault,)
    rest = raw.cut(found.end())
    if not rest.text:
        remedy = "write the words in the same paragraph, after the colon"
        faults.append(source.fault(spot, "empty-turn", f"'{name}' speaks, but no words follow", remedy))
    person = people[0] if len(people) == 1 else None
    return Turn(person, name, "" if person else unnamed), rest, tuple(faults)


def turns_within(raw: Raw, speakers: Speakers, source: Source) -> tuple[Fault, ...]:
    """Find lines within a paragraph that open with a label or a time: an empty line was forgotten.

    Markdown would join them to the words of the one who speaks before.
    """
    faults = []
    for line in re.finditer(r"\n[ \t]*", raw.text):
        time = TIME.match(raw.text, line.end())
        label = _LABEL.match(raw.text, time.end() if time else line.end())
        name = (label["a"] or label["b"] or label["c"]) if label else ""
        if not time and not (name and (speakers.find(name) or normal_form(name) in _UNNAMED)):
            continue
        what = f"'{name}' begins to speak" if not time else "a time stands"
        remedy = "put an empty line before it"
        spot = raw.spot(line.end())
        faults.append(source.fault(spot, "turn-inside", f"{what} within a paragraph", remedy))
    return tuple(faults)


def _may_be_name(name: str) -> bool:
    return len(name) <= _LONGEST_NEAR and all(sign.isalnum() or sign in " ·・.-'’" for sign in name)
