"""The step: names and terms as they are written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.intake.division import Division
from generator.intake.done import Done, DoneKind
from generator.intake.names.again import Again, told_again
from generator.intake.names.fix import Fix
from generator.intake.names.forms import OF_PEOPLE, FormKind, Forms, forms_of
from generator.intake.names.latin import LatinForms
from generator.intake.names.latin_again import LatinAgain
from generator.intake.names.likely import Likely, SoundIndex
from generator.intake.names.places import Places
from generator.intake.names.started import with_false_start
from generator.intake.names.titled import Titled
from generator.intake.names.weigh import ALMOST_SAME_SOUND, ENOUGH, NO_FORM, SAME_SOUND, Signs, Weigher
from generator.intake.names.words import Dictionary, Edges, ideographs, plain_words
from generator.intake.step import Known, Stepped
from generator.intake.text import Edit, Text
from generator.language.alternation import longest_first
from generator.model.text import LocalizedText

REASON = "name"
_RECURS = {1: 0.0, 2: 0.5, 3: 0.6}
_RECURS_OFTEN = 0.8
_SAID_RIGHT = 0.5
_SAID_ALIKE = 0.3
_SAID_OFTEN = 8
_ONE_FOR_OTHERS = 0.5
_OF_TWO_UNLIKE = 0.8
_TWO = 2
_LONGEST_HEAD = 3
_OFTEN = 3
_LISTED = 100.0
"""What an editor listed comes before all that is found."""
_LONG_FORM = 6
_VERSION = re.compile(r"[ -]?[0-9]")


def put_names_right(text: Text, known: Known, division: Division) -> Stepped:
    """Put names and terms right that a recogniser misheard.

    By sound, against the people and organisations of the forum (those of a session and its neighbours count
    most), the glossary, and words of the trade; and by what stands around: an office before a name, a word
    that thanks or asks, what a product is called. What is an ordinary word, or right for somebody else,
    stays.

    Args:
        text: The text, in one script.
        known: What is known.
        division: Who speaks where.

    Returns:
        The text, and what was put right (`RENAMED`).
    """
    dictionary = Dictionary()
    dictionary.learn(known.settings.words("names", "words"))
    forms = forms_of(known, dictionary)
    dictionary.learn(form.written for form in forms if form.kind == FormKind.TERM)
    edges = Edges.of(text.words, dictionary)
    right = _right(text.words, forms)
    signs, places = Signs.of(known.settings), Places.of(text, known, division)
    weigher = Weigher(text.words, edges, dictionary, signs, places)
    letters = list(_by_letters(text.words, known, forms, edges))
    again = Again(text.words, edges, dictionary, forms, signs)
    fixes = [
        *_listed(text.words, forms, edges),
        *letters,
        *_by_sound(text.words, forms, right, weigher, letters, again),
    ]
    heads = known.settings.words("names", "heads")
    first = _without_overlap(text.words, fixes, heads)
    said = right.counts + Counter(fix.written for fix in first)
    more = [
        *LatinAgain.of(text.words, forms, said, known.settings).find(first),
        *told_again(again, known.settings, said, first),
        *Titled(text, edges, dictionary, forms, signs).find(known, division),
    ]
    apart = _without_overlap(text.words, [*first, *more], heads)
    chosen = _without_overlap(text.words, _with_heads(text.words, apart, heads), ())
    chosen = [with_false_start(text.words, fix, edges) for fix in chosen]
    dones = tuple(_done(text, fix) for fix in chosen)
    return text.edited(Edit(fix.start, fix.end, fix.written) for fix in chosen), dones


def _done(text: Text, fix: Fix) -> Done:
    start, end = text.span(fix.start, fix.end)
    return Done(start, end, DoneKind.RENAMED, REASON, text.words[fix.start : fix.end], fix.written)


@dataclass(frozen=True, slots=True)
class _Right:
    """What stands right in a text: where, and how often each form does."""

    spans: tuple[tuple[int, int], ...]
    counts: Counter[str]

    def covers(self) -> dict[int, tuple[int, int]]:
        """For each character that is part of a right form, the form."""
        return {at: span for span in self.spans for at in range(*span)}


def _right(text: str, forms: Forms) -> _Right:
    written = [form.written for form in forms if form.kind != FormKind.WORD or len(form.written) > 1]
    pattern = re.compile(longest_first(written))
    spans = tuple(match.span() for match in pattern.finditer(text))
    return _Right(spans, Counter(text[start:end] for start, end in spans))


def _listed(text: str, forms: Forms, edges: Edges) -> Iterator[Fix]:
    """What editors listed as misheard, where it is no part of a longer word."""
    if not forms.misheard:
        return
    for match in re.finditer(longest_first(forms.misheard), text):
        start, end = match.span()
        whole = edges.starts[start] == start and edges.ends[end - 1] == end
        if whole or match.group().isascii():
            yield _core(text, Fix(start, end, forms.misheard[match.group()].written, _LISTED))


def _by_sound(
    text: str, forms: Forms, right: _Right, weigher: Weigher, letters: Iterable[Fix], again: Again
) -> Iterator[Fix]:
    """What sounds like a form, where enough speaks for it."""
    covered = right.covers()
    index = SoundIndex([*(form for form in forms if any(c > "\u4e00" for c in form.written)), *forms.spoken])
    found: dict[tuple[str, str], list[tuple[Likely, float]]] = defaultdict(list)
    for likely in index.find(text):
        if _is_right(text, likely, covered):
            continue
        again.note(likely)
        weight = weigher.weigh(likely)
        if weight > NO_FORM / 2:
            found[text[likely.start : likely.end], likely.form.written].append((likely, weight))
    said = right.counts + Counter(fix.written for fix in letters)
    weighed: list[tuple[str, list[tuple[Likely, float]]]] = []
    for (_, written), places in found.items():
        recurs = _RECURS.get(len(places), _RECURS_OFTEN)
        weighed.append((written, [(likely, weight + recurs) for likely, weight in places]))
        said[written] += sum(weight + recurs >= ENOUGH[likely.form.kind] for likely, weight in places)
    for written, places in weighed:
        yield from _enough(text, written, places, said)


def _enough(text: str, written: str, places: list[tuple[Likely, float]], said: Counter[str]) -> Iterator[Fix]:
    """Of places where one form was heard in one way, those that enough speaks for; one speaks for others."""
    best = 0.0
    for likely, weight in sorted(places, key=lambda one: -one[1]):
        more = 0.0
        if said[written]:
            more = _SAID_RIGHT if min(likely.near) >= SAME_SOUND else _SAID_ALIKE
            more += _SAID_ALIKE if said[written] >= _SAID_OFTEN else 0.0
        best = max(best, weight + more)
        enough = ENOUGH[likely.form.kind]
        if (
            len(likely.near) == _TWO
            and min(likely.near) < ALMOST_SAME_SOUND
            and likely.form.kind not in OF_PEOPLE
        ):
            enough += _OF_TWO_UNLIKE
        if best >= enough and weight + more >= enough - _ONE_FOR_OTHERS:
            fix = Fix(likely.start, likely.end, written, weight + more, likely.form.kind in OF_PEOPLE)
            yield _core(text, fix)


def _core(text: str, fix: Fix) -> Fix:
    """The word that was misheard, of a long name whose other words stand right."""
    if len(fix.written) < _LONG_FORM:
        return fix
    start, end, parts = fix.start, fix.end, plain_words(fix.written)
    while len(parts) > 1 and text.startswith(parts[0], start):
        start += len(parts.pop(0))
    while len(parts) > 1 and text.endswith(parts[-1], start, end):
        end -= len(parts.pop())
    whole = all(len(part) > 1 for part in parts)
    return Fix(start, end, "".join(parts), fix.weight, fix.whole) if whole else fix


def _is_right(text: str, likely: Likely, covered: dict[int, tuple[int, int]]) -> bool:
    """Whether something that would change is part of what stands right already."""
    return any(
        at in covered and text[at] != right for at, right in enumerate(likely.form.spoken, likely.start)
    )


def _titles(known: Known) -> Iterator[LocalizedText]:
    yield known.forum.title
    for session in known.forum.sessions:
        yield session.title


def _by_letters(text: str, known: Known, forms: Forms, edges: Edges) -> Iterator[Fix]:
    titles = " ".join(text for title in _titles(known) for _, text in title.texts)
    latin = LatinForms(forms, known.settings, titles)
    places = list(latin.find(text, edges))
    counts = Counter(text[place.start : place.end] for place in places)
    for place in places:
        meant = place.meant
        if (
            meant.alone
            or counts[text[place.start : place.end]] > 1
            or text.count(meant.form.written) >= _OFTEN
            or (not text[place.start - 1 : place.start].isdigit() and _of_a_family(text, meant.form.written))
        ):
            yield Fix(place.start, place.end, meant.form.written, 6.0 * meant.weight)


def _of_a_family(text: str, written: str) -> bool:
    """Whether a version of what is named often may be meant: GPT-4V where GPT is said all the time."""
    name = _VERSION.split(written)[0]
    return name != written and name.isupper() and text.count(name) >= _OFTEN


def _without_overlap(text: str, fixes: Iterable[Fix], heads: tuple[str, ...]) -> list[Fix]:
    """Of places that overlap the one with most weight; where a shorter one says the same, that."""
    taken: dict[int, Fix] = {}
    chosen: set[Fix] = set()
    for fix in sorted(set(fixes), key=lambda one: (-one.weight, one.start)):
        there = {taken[at] for at in range(fix.start, fix.end) if at in taken}
        if not there:
            found = fix
        elif len(there) == 1 and _says_the_same(text, fix, other := next(iter(there)), heads):
            found = fix
            chosen.discard(other)
        else:
            continue
        chosen.add(found)
        taken.update(dict.fromkeys(range(found.start, found.end), found))
    return sorted(chosen)


def _says_the_same(text: str, fix: Fix, other: Fix, heads: tuple[str, ...]) -> bool:
    """Whether two places change the same, and the first is the better one to tell of.

    Of a person the longer, of a term the shorter where it is called something generic besides.
    """
    if fix.whole or other.whole:
        return fix.whole and other.whole and _agree(text, other, fix)
    return _agree(text, fix, other) and text[fix.end : other.end] in ("", *heads) and fix.start == other.start


def _agree(text: str, short: Fix, long: Fix) -> bool:
    """Whether a shorter place within another changes all that the other does, and to the same."""
    if long.whole or not (
        long.start <= short.start
        and short.end <= long.end
        and short.end - short.start < long.end - long.start
    ):
        return False
    return text[long.start : short.start] + short.written + text[short.end : long.end] == long.written


def _with_heads(text: str, fixes: Iterable[Fix], heads: tuple[str, ...]) -> Iterator[Fix]:
    """Count what something is called with its name, where it follows at once: 通一大模型 is 通义大模型."""
    pattern = re.compile(longest_first(heads))
    for fix in fixes:
        head = pattern.match(text, fix.end) if ideographs(fix.written) else None
        if head and len(head.group()) <= _LONGEST_HEAD and not fix.written.endswith(heads):
            yield Fix(fix.start, head.end(), fix.written + head.group(), fix.weight)
        else:
            yield fix
