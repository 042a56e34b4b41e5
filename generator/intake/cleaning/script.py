"""Bringing a recording to one script: recognisers fall into the other one for a while."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from generator.intake.cleaning.letters import folded
from generator.intake.cleaning.script_passages import evidence, main_script, other_passages
from generator.intake.done import Done, DoneKind
from generator.intake.step import Known, Stepped
from generator.intake.text import Edit, Text
from generator.language.alternation import longest_first
from generator.language.both_scripts import written_in_both
from generator.language.script import ScriptConverter
from generator.model.language import Language
from generator.model.proceedings import Proceedings

_SCRIPTS = {Language.HANS: "Hans", Language.HANT: "Hant"}
_STRAY = "script"


def bring_to_one_script(text: Text, known: Known) -> Stepped:
    """Bring passages in the other Chinese script to the forum's.

    Characters that both scripts write say nothing. A single strange character within a line is no passage;
    in a Simplified text it is changed all the same, unless a name has it.

    Args:
        text: What was said.
        known: The forum, whose language says the script, and the names.

    Returns:
        The text in one script, and where the recording left it (`Hant` or `Hans`).
    """
    language = known.forum.language
    main = language if language.is_chinese else main_script(text.words)
    other = Language.HANT if main is Language.HANS else Language.HANS
    if evidence(other).search(text.words) is None:
        return text, ()
    found = list(other_passages(text.words, other))
    converter = _converter(tuple(written_in_both(known.held).items()))
    edits = [
        edit for start, end in found for edit in _rewritten(text.words, start, end, converter, other, main)
    ]
    dones = [Done(*text.span(start, end), DoneKind.SCRIPT, _SCRIPTS[other]) for start, end in found]
    if main is Language.HANS:
        strays = list(_strays(text.words, found, known.held))
        edits += strays
        dones += [_changed(text, edit) for edit in strays]
    return text.edited(edits), tuple(sorted(dones))


@lru_cache(maxsize=2)
def _converter(names: tuple[tuple[str, str], ...]) -> ScriptConverter:
    return ScriptConverter(dict(names))


def _rewritten(
    words: str, start: int, end: int, converter: ScriptConverter, source: Language, target: Language
) -> Iterator[Edit]:
    """Rewrite a passage: only what changes, so that the rest stands where it was heard."""
    heard = words[start:end]
    written = converter.convert(heard, source, target)
    if len(written) == len(heard):
        yield from _differences(heard, written, start)
        return
    # A name whose other form is longer or shorter: only its line loses its places.
    for line in heard.splitlines(keepends=True):
        yield from _differences(line, converter.convert(line, source, target), start)
        start += len(line)


def _differences(heard: str, written: str, start: int) -> Iterator[Edit]:
    if len(heard) != len(written):
        yield Edit(start, start + len(heard), written)
        return
    at = start
    for differs, run in groupby(zip(heard, written, strict=True), key=lambda pair: pair[0] != pair[1]):
        pairs = list(run)
        if differs:
            yield Edit(at, at + len(pairs), "".join(other for _, other in pairs))
        at += len(pairs)


def _strays(words: str, passages: Iterable[tuple[int, int]], held: Proceedings) -> Iterator[Edit]:
    """Find single Traditional characters in a Simplified text; names keep theirs."""
    strange = evidence(Language.HANT)
    names = (form for person in held.people.values() for form in person.all_forms if strange.search(form))
    kept = [match.span() for match in re.finditer(longest_first(names), words)]
    closed = sorted([*passages, *kept])
    number = 0
    for match in strange.finditer(words):
        at = match.start()
        while number < len(closed) and closed[number][1] <= at:
            number += 1
        if number < len(closed) and closed[number][0] <= at:
            continue
        yield Edit(at, at + 1, folded(match.group()))


def _changed(text: Text, edit: Edit) -> Done:
    start, end = text.span(edit.start, edit.end)
    return Done(start, end, DoneKind.CHANGED, _STRAY, text.words[edit.start : edit.end], edit.words)
