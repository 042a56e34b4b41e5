"""Which sign goes where: nothing within a phrase, a comma after a clause, a stop after a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

import rjieba

from generator.intake.step import Known
from generator.intake.wording.chapters import announcing
from generator.intake.wording.joints import Joint, JointKind
from generator.intake.wording.tokens import Tokens
from generator.intake.wording.words import alternation

IDEOGRAPH: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_ASCII_SIGNS: Final = frozenset(".?!,;:")
_ENGLISH: Final = re.compile(r"\S {1,3}\S+ {1,3}\S")

_SOON: Final = 10
_SOME: Final = 24
_FARTHEST: Final = 400
"""Characters before a joint that are looked at, for those who never end a sentence."""
_SHORT: Final = 8
"""Characters of a clause below which subject and verb stay together."""
_LONG: Final = 24
"""Characters of two clauses above which a comma parts them, whatever they are."""
_ITEM: Final = 6
_AFTER_FEW: Final = 4

# Parts of speech by ICTCLAS.
_NEVER_LAST: Final = frozenset({"uj", "uv", "ud", "p", "c", "uz"})
_GOES_ON: Final = frozenset({"r", "d", "b", "k", "h", "t"})
_NEVER_FIRST: Final = frozenset({"uj", "ul", "uz", "ug", "ud", "uv", "y", "k", "u", "f"})
_HOLDING: Final = frozenset("和与及或把被在从跟向")
_OBJECT: Final = frozenset({"n", "nz", "nt", "ns", "nr", "vn", "an", "eng", "m", "a", "l", "b", "j", "i"})
_NEAR: Final = 14
"""Characters before 呢 in which a word asks."""
_PREDICATE: Final = frozenset({"d", "v", "p", "zg"})
_THING: Final = frozenset({"n", "r", "nz", "nt", "ns", "nr", "vn", "eng", "s", "j", "nrt", "nrfg"})


@dataclass(frozen=True, slots=True)
class Run:
    """What was said since the last signs.

    Attributes:
        sentence: Where the sentence begins, in characters of the text.
        clause: Where the clause begins.
        item: The sign before the clause is a pause of a list.
    """

    sentence: int
    clause: int
    item: bool = False


class Judge:
    """Tells the sign for each joint of one text, in order."""

    def __init__(self, tokens: Tokens, known: Known, names: frozenset[int]) -> None:
        """Take what is known.

        Args:
            tokens: The words of the text.
            known: Lists of words.
            names: Places within names, where nothing may stand.
        """

        def words(key: str) -> re.Pattern[str]:
            return alternation(known.settings.words("text", key))

        self._tokens = tokens
        self._names = names
        self._sure, self._openers = words("openers_sure"), words("openers")
        self._waiting, self._asked, self._greeting = (
            words("waiting"),
            words("question_words"),
            words("greetings"),
        )
        self._unit = words("units")
        self._clause_opener, self._apposition = words("clause_openers"), words("appositions")
        self._all_english = not known.forum.language.is_chinese
        self._announced = announcing(known)
        self._waiting_end = known.settings.words("text", "waiting_at_end")
        self._clause_verb = known.settings.words("text", "clause_verbs")
        asking_verbs = known.settings.words("text", "asking_verbs")
        self._modal = known.settings.words("text", "modals")
        self._determiner = known.settings.words("text", "determiners") + asking_verbs
        self._answers = frozenset(known.settings.words("text", "answers"))
        self._asking_nothing = words("asking_nothing")
        self._asking = known.settings.words("text", "asking")

    def sign(self, joint: Joint, following: Joint | None, run: Run, *, forced: bool) -> str:
        """Return what is to stand at a joint: a sign of punctuation, a space, or nothing.

        Args:
            joint: The place.
            following: The next place.
            run: What was said before it.
            forced: A sentence ends here, whatever its words.
        """
        words = self._tokens.words
        farthest = joint.start - _FARTHEST
        clause = words[max(run.clause, farthest) : joint.start]
        sentence = words[max(run.sentence, farthest) : joint.start]
        if forced:
            return self._stop(clause, sentence, joint)
        if not clause.strip():
            return joint.sign if joint.kind is JointKind.STOP else ""
        english = self._english(clause, joint)
        if english:
            return self._between_latin(joint, english)
        if joint.end in self._names:
            return " " if latin(words, joint) and joint.end > joint.start else ""
        if joint.kind is JointKind.STOP:
            return self._stop(clause, sentence, joint)
        after = joint.end if following is None else following.start
        coming = words[joint.end : after]
        if joint.kind is JointKind.SPACE and self._listed(joint, following, run, coming):
            return "、"
        if joint.kind is not JointKind.COMMA and self._holds(joint, clause, coming, run):
            return " " if latin(words, joint) and joint.end > joint.start else self._parted(joint)
        if joint.sign in {"：", "；", "、"}:
            return joint.sign
        if joint.kind is JointKind.COMMA and self._broken(joint, clause):
            return " " if latin(words, joint) else ""
        return self._stop(clause, sentence, joint) if self._ends(joint, clause, sentence) else "，"

    def _stop(self, clause: str, sentence: str, joint: Joint) -> str:
        clause, sentence = clause.strip(), sentence.strip()
        if self._is_english(sentence, joint):
            more = self._tokens.words[joint.end : joint.end + 1]
            space = " " if more.isascii() and more.isalnum() else ""
            return {"？": "?", "！": "!"}.get(joint.sign, ".") + space
        if joint.sign in {"？", "！", "…"}:
            return "……" if joint.sign == "…" else joint.sign
        if self._asks(clause):
            return "？"
        return "！" if self._greeting.fullmatch(clause) and clause == sentence else "。"

    def _ends(self, joint: Joint, clause: str, sentence: str) -> bool:
        words, size = self._tokens.words, len(sentence)
        if self._asks(clause):
            return not clause.endswith(("对吧", "是吧")) or size > _SOME
        if self._greeting.fullmatch(clause) or self._announced.match(words, joint.end):
            return True
        found = self._sure.match(words, joint.end)
        if not found or size < _SOON or not self._tokens.at_edge(found.end()):
            return False
        return not (self._waiting.match(clause) or clause.endswith(self._waiting_end))

    def _broken(self, joint: Joint, clause: str) -> bool:
        """Whether the recogniser set a comma within a phrase: after 在 or 和, after 的 before a thing."""
        begin = self._tokens.begin(joint.start - 1)
        if self._tokens.words[begin : joint.start] in _HOLDING or self._determines(joint, clause):
            return True
        kinds = self._tokens.kinds
        attribute = kinds[joint.start - 1] == "uj" and "是" not in clause
        return attribute and kinds[joint.end] in {"n", "nz", "eng", "vn"}

    def _asks(self, clause: str) -> bool:
        if self._asking_nothing.search(clause):
            return False
        return clause.endswith(self._asking) or (
            clause.endswith("呢") and bool(self._asked.search(clause[-_NEAR:]))
        )

    def _holds(self, joint: Joint, clause: str, coming: str, run: Run) -> bool:
        """Whether what stands on both sides belongs together."""
        tokens = self._tokens
        if joint.kind is JointKind.CHUNK and len(clause) + len(coming) < 2 * _LONG:
            return True
        if not tokens.at_edge(joint.end):
            return joint.kind is JointKind.CHUNK or self._within_word(joint.end)
        if tokens.words[joint.start - 1].isdigit() and self._unit.match(tokens.words, joint.end):
            return True
        return joint.kind is not JointKind.WORD and self._is_phrase(joint, clause, coming, run)

    def _within_word(self, place: int) -> bool:
        begin = self._tokens.begin(place)
        return bool(rjieba.has_word("".join(self._tokens.words[begin : self._tokens.end(begin)].split())))

    def _is_phrase(self, joint: Joint, clause: str, coming: str, run: Run) -> bool:
        """Whether a breath was taken within a phrase, by the parts of speech on both sides."""
        tokens, words = self._tokens, self._tokens.words
        last, first = tokens.kinds[joint.start - 1], tokens.kinds[joint.end]
        together = len(clause) + len(coming)
        bound = first in _NEVER_FIRST or self._apposition.match(words, joint.end)
        if clause.strip() in self._answers and (not bound or self._begins(joint.end)):
            return False  # 好 最后 too, though 最后 might be a place
        if bound:
            return True
        if self._determines(joint, clause):
            return True
        begins = self._begins(joint.end)
        if last in _NEVER_LAST and not (begins and last == "uj"):
            return not (clause.endswith(self._waiting_end) or self._asks(clause))
        if begins or self._asks(clause) or self._greeting.fullmatch(clause):
            return False
        if len(clause) < _AFTER_FEW and together < _SHORT:
            return run.sentence != run.clause
        if together > _LONG:
            return False
        if clause.endswith(self._clause_verb) or words.startswith(("是", "也是", "就是"), joint.end):
            return True
        if last in _GOES_ON or (last in {"v", "m", "ul"} and first in _OBJECT):
            return True
        return first in _PREDICATE and last in _THING and (len(clause) < _SHORT or together <= _LONG // 2)

    def _determines(self, joint: Joint, clause: str) -> bool:
        """Whether what stands before a joint belongs to what is after it: 这么一个, 更加, 是不是."""
        coming = self._tokens.kinds[joint.end]
        open_ended = clause.endswith(self._determiner) or (
            clause.endswith(self._modal) and coming in _PREDICATE
        )
        return open_ended and coming not in {"r", "c"} and not self._begins(joint.end)

    def _begins(self, place: int) -> bool:
        """Whether a word that begins clauses stands here."""
        if self._tokens.words.startswith("大家", place):
            return True
        for words in (self._sure, self._openers, self._clause_opener):
            found = words.match(self._tokens.words, place)
            if found and self._tokens.at_edge(found.end()):
                return True
        return False

    def _listed(self, joint: Joint, following: Joint | None, run: Run, coming: str) -> bool:
        """Whether a space parts the items of a list."""
        if not self._tokens.at_edge(joint.end):
            return False
        if following and following.kind is JointKind.SPACE and 1 < len(coming) <= _ITEM:
            return not self._sure.match(coming)
        words = self._tokens.words
        short = joint.start - run.clause <= _ITEM
        return (run.item and short) or bool(
            re.fullmatch(r"(\d+)(\D)", words[joint.end : joint.end + 3])
            and words[joint.end + 2 : joint.end + 3] == words[joint.start - 2 : joint.start - 1]
        )

    def _parted(self, joint: Joint) -> str:
        """Keep figures apart that would become one."""
        words = self._tokens.words
        return "，" if words[joint.start - 1].isdigit() and words[joint.end : joint.end + 1].isdigit() else ""

    def _english(self, clause: str, joint: Joint) -> str:
        """Return the line that follows a joint, where what stands on both sides is English."""
        if not self._is_english(clause, joint):
            return ""
        line = self._tokens.words[joint.end : joint.end + 80].split("\n")[0]
        return "" if IDEOGRAPH.search(line) else line

    def _is_english(self, said: str, joint: Joint) -> bool:
        """Whether words are an English passage, not a name among Chinese words."""
        if IDEOGRAPH.search(said) or not _LATIN.search(said):
            return False
        ascii_sign = self._tokens.words[joint.start : joint.start + 1] in _ASCII_SIGNS
        return self._all_english or ascii_sign or bool(_ENGLISH.search(said))

    def _between_latin(self, joint: Joint, line: str) -> str:
        if joint.kind is JointKind.STOP:
            return {"？": "? ", "！": "! "}.get(joint.sign, ". ")
        if joint.kind is JointKind.COMMA:
            return {"：": ": ", "；": "; "}.get(joint.sign, ", ")
        return (
            ". "
            if joint.kind is JointKind.BREATH and line[:1].isupper() and not line.startswith("I ")
            else " "
        )


def latin(words: str, joint: Joint) -> bool:
    """Whether Latin letters or figures stand on both sides of a joint."""
    before, after = words[joint.start - 1 : joint.start], words[joint.end : joint.end + 1]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
