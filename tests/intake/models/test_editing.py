"""What a model rewrites is told, and what matters most is put before a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from generator.intake.done import Done, DoneKind
from generator.intake.drafts import draft_records
from generator.intake.models.editing import EditingStep
from generator.intake.text import Text
from tests.intake.wording.marsh import Marsh

TALK = "呃，舒鹤汀老师大概量了3.5米的板，她没有说水位不会再涨，我们以后再看一看。"


@dataclass
class Model:
    """Answers as it is told, and keeps what it was asked."""

    answer: Callable[[str], str]
    asked: list[str] = field(default_factory=list)

    def edit(self, paragraph: str) -> str:
        self.asked.append(paragraph)
        return self.answer(paragraph)


def edited(words: str, answer: Callable[[str], str]) -> tuple[Text, tuple[Done, ...]]:
    marsh = Marsh(words)
    return EditingStep(Model(answer))(marsh.text, marsh.known, marsh.division)


def test_what_reads_otherwise_is_told_with_its_place() -> None:
    text, done = edited(TALK, lambda words: words.replace("呃，", "").replace("看一看", "看一次"))
    assert text.words == TALK.replace("呃，", "").replace("看一看", "看一次")
    trimmed, changed = done
    assert (trimmed.kind, trimmed.heard, trimmed.written) == (DoneKind.TRIMMED, "呃，", "")
    assert (changed.kind, changed.reason, changed.heard, changed.written) == (
        DoneKind.CHANGED,
        "model",
        "看",
        "次",
    )
    assert TALK[changed.start : changed.end] == "看"
    assert text.origins[text.words.index("舒")] == TALK.index("舒")


@pytest.mark.parametrize(
    ("old", "new", "note"),
    [
        ("3.5", "35", "大概量了3.5米的板， → 大概量了35米的板，"),
        ("舒鹤汀", "舒鹤婷", "呃，舒鹤汀老师大概 → 呃，舒鹤婷老师大概"),
        ("不会", "会", "有说水位不会再涨， → 有说水位会再涨，"),
        ("没有", "有", "的板，她没有说水位 → 的板，她有说水位"),
        ("大概", "", "鹤汀老师大概量了3. → 鹤汀老师量了3."),
        ("量了", "可能量了", "汀老师大概量了3. → 汀老师大概可能量了3."),
        ("我们", "一百个人", "会再涨，我们以后再看 → 会再涨，一百个人以后再看"),
    ],
)
def test_numbers_names_negations_and_hedges_are_marked(old: str, new: str, note: str) -> None:
    _, done = edited(TALK, lambda words: words.replace(old, new, 1))
    marked = [one for one in done if one.kind is DoneKind.MARKED]
    assert [one.heard for one in marked] == [note]
    assert marked[0].reason == "model"
    assert marked[0].start < marked[0].end


@pytest.mark.parametrize(
    ("old", "new"), [("呃，", ""), ("再看", "再来看"), ("的板，", "的板。"), ("水位", "水面")]
)
def test_other_words_are_not_marked(old: str, new: str) -> None:
    _, done = edited(TALK, lambda words: words.replace(old, new))
    assert [one for one in done if one.kind is DoneKind.MARKED] == []


def test_words_of_latin_letters_are_known_whole_and_in_any_case() -> None:
    talk = "We did not know it. Nothing about the notice board was about ten feet high at that time."
    _, done = edited(talk, lambda words: words.replace("notice", "new").replace("ten", "two"))
    assert [one.heard for one in done if one.kind is DoneKind.MARKED] == ["out ten fee → out two fee"]
    _, done = edited(talk, lambda words: words.replace("Nothing", "Something"))
    assert [one.heard for one in done if one.kind is DoneKind.MARKED] == [
        "it. Nothing abo → it. Something abo"
    ]


def test_signs_alone_are_in_no_report() -> None:
    text, done = edited(TALK, lambda words: words.replace("板，", "板。"))
    assert "板。" in text.words
    assert done == ()


@pytest.mark.parametrize("answer", ["", "好的，没有问题。", f"{TALK}\n{TALK}", "# 标题\n\n" + TALK, TALK * 3])
def test_another_text_is_not_used(answer: str) -> None:
    marsh = Marsh(TALK)
    step = EditingStep(Model(lambda _: answer))
    assert step(marsh.text, marsh.known, marsh.division) == (marsh.text, ())
    assert (step.asked, step.refused) == (1, 1)


def test_what_a_model_puts_first_belongs_to_its_own_turn() -> None:
    words = "今天的潮水退得很早。那我们现在就去量板。"
    marsh = Marsh(words, turns=((0, "wen-shuoyu", True), (10, "shu-heting", True)))
    step = EditingStep(Model(lambda asked: asked.replace("那我们", "好，那我们")))
    text, _ = step(marsh.text, marsh.known, marsh.division)
    assert text.heard(10, len(words)).words == "好，那我们现在就去量板。"


def test_a_mark_of_the_model_stands_in_the_draft() -> None:
    marsh = Marsh(TALK)
    step = EditingStep(Model(lambda words: words.replace("不会", "会")))
    text, done = step(marsh.text, marsh.known, marsh.division)
    record = draft_records(text, marsh.known, marsh.division, done)[0].text
    assert "<!-- review: model: 有说水位不会再涨， → 有说水位会再涨， -->" in record


def test_markdown_of_a_model_is_only_words() -> None:
    marsh = Marsh(TALK)
    step = EditingStep(Model(lambda words: words.replace("板", "[板](http://h)<!-- x -->")))
    text, done = step(marsh.text, marsh.known, marsh.division)
    record = draft_records(text, marsh.known, marsh.division, done)[0].text
    assert "\\[板\\](http://h)\\<!-- x -->" in record


def test_paragraphs_are_asked_for_one_by_one_and_counted() -> None:
    words = "潮水退了以后我们去量那一块旧的板，它在滩上站了十一年。" * 20
    marsh = Marsh(words)
    model = Model(lambda asked: asked)
    told: list[tuple[int, int]] = []
    EditingStep(model, lambda done, total: told.append((done, total)))(
        marsh.text, marsh.known, marsh.division
    )
    assert "".join(model.asked) == words
    assert len(model.asked) > 2
    assert told == [(number, len(model.asked)) for number in range(len(model.asked) + 1)]


def test_a_paragraph_that_is_too_long_is_not_asked_for() -> None:
    marsh = Marsh("潮水退了我们去量板" * 300)
    model = Model(lambda asked: asked)
    EditingStep(model)(marsh.text, marsh.known, marsh.division)
    assert model.asked == []
