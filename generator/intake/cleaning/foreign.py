"""Words in a script that the forum does not speak: what recognisers write over noise."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.intake.cleaning.leaving_out import Drop, Reason
from generator.intake.cleaning.letters import key
from generator.intake.done import Done, DoneKind
from generator.intake.known_names import names_of
from generator.intake.step import Known
from generator.intake.text import Text

# Letters that neither Chinese nor English is written with: Greek to the Phonetic Extensions, kana, Hangul,
# and the halves of both; the dot between Chinese given and family names is none.
_FOREIGN = (
    "\u0370-\u1cff\u1f00-\u1fff\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3131-\u318e"
    "\ua4d0-\uabff\uac00-\ud7a3\uff66-\uffdc"
)
_LETTER = re.compile(f"[{_FOREIGN}]")
_KANA = re.compile("[\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\uff66-\uff9f]")
_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff"
# Foreign letters with signs, digits and up to three ideographs or Latin letters between them.
_RUN = re.compile(f"[{_FOREIGN}](?:[^\\n]{{0,3}}?[{_FOREIGN}]|[^\\w\\n]{{1,4}}[{_FOREIGN}])*")
_BESIDE_KANA = re.compile(f"[{_HAN}]{{1,4}}$")
_AFTER_KANA = re.compile(f"[{_HAN}]{{1,4}}(?![\\w])")
_MARKED_LATIN = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_GREEK = re.compile("[\u0370-\u03ff]")
_LEAST = 2
_LEAST_GREEK = 4
_HALF = 0.5
_SHARE_OF_KANA = 0.3
_SHARE_OF_MARKED = 0.3
_LEAST_MARKED = 3
_LINE_OF_BREATH = 60
# From here on it is speech in another language, which a person must look at.
_SPEECH = 400
_NEW = 0.6
_GRAM = 4


def foreign_words(text: Text, known: Known) -> tuple[list[Drop], list[Done]]:
    """Find words in a script that the forum does not speak.

    A line that is mostly such words goes whole; in longer lines the words alone. Single letters (a `の` in
    a brand, a `β`) stay, as do names that are known. A long passage that does not repeat itself was said: it
    stays, and is marked.

    Args:
        text: The text.
        known: The names that may be written in any script.

    Returns:
        What to leave out, and marks on what may have been said.
    """
    if not (_LETTER.search(text.words) or _MARKED_LATIN.search(text.words)):
        return [], []
    names = _names(known)
    spans = list(_spans(text.words, names))
    drops: list[Drop] = []
    marks: list[Done] = []
    for passage in _passages(text.words, spans):
        if _is_speech(text.words, passage):
            start, end = text.span(passage[0][0], passage[-1][1])
            marks.append(Done(start, end, DoneKind.MARKED, "garbled"))
        else:
            drops += [Drop(start, end, Reason.GARBAGE) for start, end in passage]
    return drops, marks


def _names(known: Known) -> frozenset[str]:
    keys = {key(form) for form in names_of(known) if _LETTER.search(form) or _MARKED_LATIN.search(form)}
    return frozenset(name for name in keys if len(name) >= _LEAST)


def _spans(words: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for line in words.splitlines(keepends=True):
        end = start + len(line)
        if _LETTER.search(line) or _MARKED_LATIN.search(line):
            for found in _in_line(line, names):
                yield start + found[0], start + found[1]
        start = end


def _in_line(line: str, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    letters = key(line)
    if any(name in letters for name in names):
        return
    foreign = len(_LETTER.findall(line))
    kana = len(_KANA.findall(line))
    least = _LEAST_GREEK if foreign == len(_GREEK.findall(line)) else _LEAST
    body = line.rstrip("\n")
    japanese = kana >= least and kana >= _SHARE_OF_KANA * len(letters)
    if len(letters) <= _LINE_OF_BREATH and (
        (foreign >= least and (foreign > _HALF * len(letters) or japanese)) or _in_marked_latin(body)
    ):
        yield 0, len(body)
        return
    for match in _RUN.finditer(body):
        found = match.group()
        least = _LEAST_GREEK if _GREEK.match(found) else _LEAST
        if len(_LETTER.findall(found)) < least:
            continue
        start, end = match.span()
        if _KANA.search(found):
            before = _BESIDE_KANA.search(body, max(0, start - 4), start)
            after = _AFTER_KANA.match(body, end)
            if before and (before.start() == 0 or not body[before.start() - 1].isalnum()):
                start = before.start()
            end = after.end() if after else end
        yield start, end


def _in_marked_latin(line: str) -> bool:
    """Whether a line is of a language whose Latin letters have marks, such as Vietnamese or Turkish."""
    words = line.split()
    marked = [word for word in words if _MARKED_LATIN.search(word)]
    return (
        len(words) >= _LEAST_MARKED
        and len(marked) >= _SHARE_OF_MARKED * len(words)
        and len(_MARKED_LATIN.findall(line)) >= _LEAST_MARKED
        and not re.search(f"[{_HAN}]", line)
    )


def _passages(words: str, spans: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Put spans together that nothing but blanks and signs parts."""
    passage: list[tuple[int, int]] = []
    for span in spans:
        if passage and any(map(str.isalnum, words[passage[-1][1] : span[0]][:80])):
            yield passage
            passage = []
        passage.append(span)
    if passage:
        yield passage


def _is_speech(words: str, passage: list[tuple[int, int]]) -> bool:
    letters = key("".join(words[start:end] for start, end in passage))
    if len(letters) < _SPEECH:
        return False
    grams = {letters[at : at + _GRAM] for at in range(len(letters) - _GRAM + 1)}
    return len(grams) > _NEW * len(letters)
