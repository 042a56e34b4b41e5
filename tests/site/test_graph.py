"""Whatever belongs together can be reached from each other, on the built pages and not only in the model."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from generator.addresses import (
    event_address,
    forum_address,
    organisation_address,
    person_address,
    session_address,
    term_address,
    topic_address,
)
from generator.model.identifiers import ForumId, SessionId
from generator.model.language import Language
from generator.model.proceedings import Proceedings
from generator.model.session import SessionKind
from generator.model.term import FoundBy, Term
from generator.store.load import load_content
from tests.building import BuiltSite
from tests.site.graph import Graph, graph_of
from tests.site.kinds import PREFIXES

LANGUAGES = tuple(PREFIXES)
HOST = SessionId("host")


@dataclass(frozen=True, slots=True)
class Site:
    """What was written, and what became of it in one language."""

    held: Proceedings
    graph: Graph
    language: Language

    def sessions(self) -> Iterator[tuple[ForumId, SessionId, str]]:
        """Yield each session that has a page."""
        for forum, session in self.held.sessions():
            if session.kind is not SessionKind.BREAK:
                yield forum.id, session.id, session_address(forum.id, session.id)

    def both_ways(self, one: str, other: str) -> Iterator[str]:
        """Yield what is missing between two pages."""
        if not self.graph.leads(one, other):
            yield f"{one} -> {other}"
        if not self.graph.leads(other, one):
            yield f"{other} -> {one}"


@pytest.fixture(
    params=[
        # The shipped forums are large: they are read in the long proofs.
        pytest.param((site, language), marks=[pytest.mark.prove] if site == "shipped_site" else [])
        for site, language in itertools.product(("built_site", "shipped_site"), LANGUAGES)
    ],
    ids="-".join,
)
def site(request: pytest.FixtureRequest) -> Site:
    """Each site in each language."""
    name, language = request.param
    built: BuiltSite = request.getfixturevalue(name)
    return Site(_written(built.project), graph_of(built.folder, PREFIXES[language]), Language(language))


@cache
def _written(project: Path) -> Proceedings:
    return load_content(project).proceedings


def test_people_and_what_they_appeared_in(site: Site) -> None:
    missing: list[str] = []
    for forum in site.held.forums.values():
        for one in forum.people:
            missing += site.both_ways(person_address(one.person), forum_address(forum.id))
    for forum, session in site.held.sessions():
        if session.kind is not SessionKind.BREAK:
            for one in session.people:
                here = session_address(forum.id, session.id)
                missing += site.both_ways(person_address(one.person), here)
    assert missing == []


def test_sessions_and_their_forum_topics_parents_and_neighbours(site: Site) -> None:
    missing: list[str] = []
    for forum, session in site.held.sessions():
        if session.kind is SessionKind.BREAK:
            continue
        here = session_address(forum.id, session.id)
        missing += site.both_ways(here, forum_address(forum.id))
        for topic in session.topics:
            missing += site.both_ways(here, topic_address(topic))
        if session.parent:
            missing += site.both_ways(here, session_address(forum.id, session.parent))
    for forum in site.held.forums.values():
        shown = [
            session_address(forum.id, one.id) for one in forum.sessions if one.kind is not SessionKind.BREAK
        ]
        for before, after in itertools.pairwise(shown):
            missing += site.both_ways(before, after)
    assert missing == []


def test_organisations_their_people_and_forums(site: Site) -> None:
    missing: list[str] = []
    for forum, session in site.held.sessions():
        for person in session.people:
            for one in person.affiliations:
                there = organisation_address(one.organisation)
                missing += site.both_ways(there, person_address(person.person))
                if session.kind is not SessionKind.BREAK:
                    missing += site.both_ways(there, session_address(forum.id, session.id))
    for forum in site.held.forums.values():
        missing += site.both_ways(event_address(forum.event), forum_address(forum.id))
        for organiser in forum.organisers:
            missing += site.both_ways(organisation_address(organiser), forum_address(forum.id))
    for organisation in site.held.organisations.values():
        if organisation.parent:
            here = organisation_address(organisation.id)
            missing += site.both_ways(here, organisation_address(organisation.parent))
    assert missing == []


def test_terms_and_every_place_where_they_are_said(site: Site) -> None:
    missing: list[str] = []
    said = 0
    for (address, mark), paragraph in site.graph.paragraphs.items():
        for term in site.held.terms.values():
            there = term_address(term.id)
            if there in paragraph.links or _says(site, term, paragraph.text):
                said += 1
                if mark not in site.graph.marks(there, address):
                    missing.append(f"{there} -> {address}#{mark}")
                if not site.graph.leads(address, there):
                    missing.append(f"{address} -> {there}")
    assert missing == []
    assert said > len(site.held.terms) // 2, "hardly anything was looked at"


def test_every_place_that_a_term_names_says_it(site: Site) -> None:
    wrong: list[str] = []
    for term in site.held.terms.values():
        here = term_address(term.id)
        for _, _, there in site.sessions():
            for mark in site.graph.marks(here, there):
                paragraph = site.graph.paragraphs[there, mark]
                if here not in paragraph.links and not _forms(site, term, paragraph.text):
                    wrong.append(f"{here} -> {there}#{mark}: {paragraph.text}")
    assert wrong == []


def test_terms_topics_and_related_terms(site: Site) -> None:
    missing: list[str] = []
    for term in site.held.terms.values():
        here = term_address(term.id)
        if term.topic:
            missing += site.both_ways(here, topic_address(term.topic))
        for other in term.see:
            missing += site.both_ways(here, term_address(other))
    for topic in site.held.topics.values():
        if topic.broader:
            missing += site.both_ways(topic_address(topic.id), topic_address(topic.broader))
    assert missing == []


def test_the_hosts_words_and_the_sessions_that_they_lead_to(site: Site) -> None:
    missing: list[str] = []
    for forum in site.held.forums.values():
        here = session_address(forum.id, HOST)
        if here in site.graph.links:
            missing += site.both_ways(here, forum_address(forum.id))
            for (address, mark), paragraph in site.graph.paragraphs.items():
                if address == here and paragraph.heading:
                    for there in paragraph.links - {here}:
                        if mark not in site.graph.marks(there, here):
                            missing.append(f"{there} -> {here}#{mark}")
    assert missing == []


def test_every_page_can_be_reached_from_the_home_page(site: Site) -> None:
    # Header, tabs and footer lead there.
    by_frame = {"", "about/", "corrections/", "forums/", "organisations/", "search/"}
    reached = set().union(*(site.graph.reached(one) for one in by_frame if one in site.graph.links))
    assert sorted(set(site.graph.links) - reached) == []


def _forms(site: Site, term: Term, text: str) -> list[str]:
    """Return the forms of a term that stand in a text, as a reader would look for them."""
    written = [term.term.get(language) for language in (site.language, *site.language.sources())]
    forms = [form for form in (*written, *(term.term.get(one) for one in Language), *term.aliases) if form]
    if site.language is Language.HANT:
        return forms  # the converter makes the forms of that script; what it makes is tested elsewhere
    return [form for form in forms if form.lower() in text.lower()]


def _says(site: Site, term: Term, text: str) -> bool:
    """Whether a text says a term: one of its forms stands there, and not within a longer one of another term.

    Written apart from the generator's own search, and simpler: one form after the other.
    """
    if term.found_by is not FoundBy.FORMS or site.language is not Language.HANS:
        return False
    own, longer = _forms_and_longer(tuple(site.held.terms.values()), term)
    for form in longer:
        text = text.replace(form, "\0")
    return any(re.search(rf"(?<![A-Za-z0-9]){re.escape(form)}(?![A-Za-z0-9])", text) for form in own)


@cache
def _forms_and_longer(terms: tuple[Term, ...], term: Term) -> tuple[list[str], list[str]]:
    """Return the forms of a term in Chinese, and those of other terms that hold one of them."""
    forms = {one.id: [form for form in (one.term.get(Language.HANS), *one.aliases) if form] for one in terms}
    own = forms.pop(term.id)
    others = {form for found in forms.values() for form in found}
    longer = [form for form in others if any(mine in form and mine != form for mine in own)]
    return own, sorted(longer, key=lambda form: (-len(form), form))
