"""Where the terms of the glossary are said in a text: by their forms, the longest at each place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.language.alternation import longest_first
from generator.language.ideographs import IDEOGRAPH
from generator.model.identifiers import TermId
from generator.model.language import Language
from generator.model.term import FoundBy, Term
from generator.pages.edition import Edition

_IDEOGRAPHS = IDEOGRAPH.pattern.strip("[]")
_LETTER = re.compile(rf"[^\W{_IDEOGRAPHS}]")
"""What words in letters are made of: a form ends where these end, also beside an ideograph."""
_PLURALS = ("es", "s")
_SAME = str.maketrans({"’": "'", "\u00a0": " ", "\n": " ", "\u2010": "-", "\u2011": "-"})

Found = tuple[int, int, tuple[TermId, ...]]
"""Start and end of the words, and whose they are: two terms may share a form."""


class TermFinder:
    """Finds terms in texts of one written language, in one pass a text."""

    def __init__(self, forms: Iterable[tuple[str, TermId]]) -> None:
        """Prepare the search.

        Args:
            forms: Each form with its term, in the order in which terms are told.
        """
        entries: dict[str, dict[tuple[str, TermId], None]] = {}
        for form, term in forms:
            # What is written in capitals is no ordinary word: RAG is not rag.
            entries.setdefault(_folded(form), {})[form if form.isupper() else "", term] = None
        self._entries = {form: tuple(found) for form, found in entries.items()}
        words = [form for form in entries if _LETTER.match(form)]
        others = [form for form in entries if not _LETTER.match(form)]
        self._pattern = re.compile(
            rf"(?<!{_LETTER.pattern}){_first_of(words)}{longest_first(words)}"
            rf"|{_first_of(others)}{longest_first(others)}"
        )

    def find(self, text: str) -> Iterator[Found]:
        """Yield where terms are said, from left to right, without overlaps."""
        folded = _folded(text)
        position = 0
        while match := self._pattern.search(folded, position):
            found = self._found_at(text, folded, match.start(), match.end())
            if found:
                yield found
            position = found[1] if found else match.start() + 1

    def _found_at(self, text: str, folded: str, start: int, longest: int) -> Found | None:
        for end in range(longest, start, -1):
            entries = self._entries.get(folded[start:end], ())
            terms = tuple(term for exact, term in entries if not exact or text.startswith(exact, start))
            ends = _word_end(folded, end) if terms else None
            if ends is not None:
                return start, ends, terms
        return None


def finder_for(edition: Edition, language: Language) -> TermFinder:
    """Return what finds terms in records that are written in a language."""
    terms = [term for term in edition.held.terms.values() if term.found_by is FoundBy.FORMS]
    return TermFinder((form, term.id) for term in terms for form in _forms(edition, term, language))


def _forms(edition: Edition, term: Term, language: Language) -> Iterator[str]:
    """Yield the forms of a term that may be said in a text of a language.

    A word in letters may be said in Chinese too. One in ideographs belongs to its script; aliases, which are
    written without a language, are taken for Simplified Chinese.
    """
    own = next((one for one in language.sources() if term.term.get(one)), None)
    if own:
        yield _in_script(edition, term.term.get(own) or "", own, language)
    english = term.term.get(Language.EN)
    if english:
        yield english
    for alias in term.aliases:
        if not IDEOGRAPH.search(alias):
            yield alias
        elif language.is_chinese:
            yield _in_script(edition, alias, Language.HANS, language)


def _in_script(edition: Edition, text: str, written: Language, wanted: Language) -> str:
    return text if written is wanted else edition.script.convert(text, written, wanted)


def _word_end(folded: str, end: int) -> int | None:
    """Return where the word ends that a form ends in, a plural's ending with it; None within a word."""
    if not _LETTER.match(folded[end - 1]):
        return end
    for plural in (*_PLURALS, ""):
        after = end + len(plural)
        if folded.startswith(plural, end) and not _LETTER.match(folded[after : after + 1]):
            return after
    return None


def _first_of(forms: Iterable[str]) -> str:
    """Return a look ahead at the first character: one step for the many places where no form begins."""
    characters = "".join(re.escape(one) for one in sorted({form[0] for form in forms}))
    return f"(?=[{characters}])" if characters else ""


def _folded(text: str) -> str:
    """Return a text of the same length in which forms are compared."""
    small = text.lower()
    if len(small) != len(text):  # some letters of Unicode have a small form of two characters
        small = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return small.translate(_SAME)
