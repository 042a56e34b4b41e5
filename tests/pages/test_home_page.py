"""The home page leads first to what most sessions have."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.model.identifiers import ForumId, Mark, SessionId, TermId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.record import LinkTarget, Paragraph, RecordLink, Text
from tests.pages.shown import EN, HANS, attr, fixture, shelf, shelf_of, words

PLATES = ForumId("salt-marsh-2025"), SessionId("shu-heting-plates")


def named(held: Proceedings, row: int) -> list[str]:
    """Return the ids that a row of the ways in names: of people, topics, terms; the list of all left out."""
    links = shelf_of(held, EN)[""].all("#ways ~ dl dd")[row].select("a")[:-1]
    return [str(attr(one, "href")).split("/")[1] for one in links]


def linking(session: tuple[ForumId, SessionId], term: str, language: Language = HANS) -> Proceedings:
    """Return the invented content with a paragraph more, in which an editor links a term."""
    held = fixture()
    key = (*session, language)
    link = RecordLink(LinkTarget.TERM, term, (Text("tide"),))
    paragraph = next(one for one in held.records[key].blocks if isinstance(one, Paragraph))
    blocks = (*held.records[key].blocks, replace(paragraph, marks=(Mark("zz9z"),), content=(link,)))
    return replace(held, records={**held.records, key: replace(held.records[key], blocks=blocks)})


def test_topics_of_most_sessions_that_can_be_read_come_first() -> None:
    held = fixture()
    counts: Counter[str] = Counter()
    for forum, session in held.sessions():
        if held.written(forum.id, session.id):
            counts.update(session.topics)
    order = [counts[one] for one in named(held, 1)]
    assert len(set(order)) > 1, "the invented topics should not be as frequent as each other"
    assert order == sorted(order, reverse=True)


def test_a_term_rises_with_the_sessions_that_link_it() -> None:
    held = fixture()
    last = TermId(named(held, 2)[-1])
    risen = named(linking(PLATES, last), 2)
    assert risen.index(last) < len(risen) - 1


def test_a_session_that_links_a_term_often_counts_once() -> None:
    first = named(fixture(), 2)
    held = linking(PLATES, first[0])
    assert named(held, 2) == first


def test_every_row_says_how_many_there_are() -> None:
    held = fixture()
    rows = [words(one.select("a")[-1]) for one in shelf(EN)[""].all("#ways ~ dl dd")]
    for number, row in zip((len(held.people), len(held.topics), len(held.terms)), rows, strict=True):
        assert str(number) in row
