"""A settled review mark leaves the file as if it had never stood there; what was resolved is added."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.identifiers import Digest, Mark
from generator.model.record import Review
from generator.store.records.front_map import FrontMapError
from generator.store.records.resolving import add_resolved, take_out_reviews

HEAD = "---\nform: edited\nwritten_by: machine\n---\n"


def reviews_of(text: str, *notes: str) -> list[Review]:
    """Return the review marks with these notes, all if none is given."""
    found = []
    for number, line in enumerate(text.splitlines(), 1):
        start = line.find("<!--")
        while start >= 0:
            note = line[start:].partition("-->")[0].rpartition(":")[2].strip()
            if not notes or note in notes:
                found.append(Review("garbled", note, number, start + 1))
            start = line.find("<!--", start + 1)
    return found


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("一。<!-- review: a --> ^p9x1\n", "一。 ^p9x1\n"),
        ("一。  <!-- review: a -->\t<!-- review: b --> ^p9x1\n", "一。 ^p9x1\n"),
        ("一。\n<!-- review: a --> ^p9x1\n", "一。\n^p9x1\n"),
        ("一。\n<!-- review: a -->\n^p9x1\n", "一。\n^p9x1\n"),
        ("\n<!-- review: a -->\n\n一。 ^p9x1\n", "\n一。 ^p9x1\n"),
        ("<!-- review: a -->\n\n一。 ^p9x1\n", "\n一。 ^p9x1\n"),
        ("一。 ^p9x1\n\n<!-- review: a -->\n二。 ^w1b2", "一。 ^p9x1\n\n二。 ^w1b2"),
        ("一。 ^p9x1\r\n\r\n<!-- review: a -->\r\n\r\n二。", "一。 ^p9x1\r\n\r\n二。"),
        ("\n<!-- review: a --> <!-- review: b -->\n<!-- review: c -->\n\n一。\n", "\n一。\n"),
        ("一。 ^p9x1\n\n<!-- review: a -->", "一。 ^p9x1\n\n"),
    ],
)
def test_nothing_else_is_changed(body: str, left: str) -> None:
    text = HEAD + body
    assert take_out_reviews(text, reviews_of(text)) == HEAD + left


def test_others_stay_where_they_are() -> None:
    text = (
        HEAD
        + "<!-- review: x: a --> <!-- review: x: b -->\n一。<!-- review: x: c --> <!-- review: x: d -->\n"
    )
    assert take_out_reviews(text, reviews_of(text, "a", "c")) == (
        HEAD + "<!-- review: x: b -->\n一。 <!-- review: x: d -->\n"
    )


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(["一", " ", "\n", "\r\n", "\n\n", "^p9x1", "- ", "<!-- review: a -->"]), max_size=20
    )
)
def test_only_white_space_goes_with_it(parts: list[str]) -> None:
    text = HEAD + "".join(parts)
    left = take_out_reviews(text, reviews_of(text.replace("\r\n", " \n")))
    assert "".join(left.split()) == "".join(text.replace("<!-- review: a -->", "").split())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "resolved:\n  p9x1: 3f9c0a71b2de\n"),
        ("resolved: {}\n", "resolved: {p9x1: 3f9c0a71b2de}\n"),
        (
            "resolved: {k1a1: aaaaaaaaaaaa, p9x1: bbbbbbbbbbbb}\n",
            "resolved: {k1a1: aaaaaaaaaaaa, p9x1: 3f9c0a71b2de}\n",
        ),
        (
            "resolved:\n    # heard twice\n    k1a1: aaaaaaaaaaaa\n\nchecked: []\n",
            "resolved:\n    # heard twice\n    k1a1: aaaaaaaaaaaa\n    p9x1: 3f9c0a71b2de\n\nchecked: []\n",
        ),
        (
            "resolved:\n  p9x1: bbbbbbbbbbbb\n  k1a1: aaaaaaaaaaaa\n",
            "resolved:\n  p9x1: 3f9c0a71b2de\n  k1a1: aaaaaaaaaaaa\n",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_was_resolved_is_added_to_the_front_matter(before: str, after: str, end: str) -> None:
    text = f"---\nform: edited\n{before}---\n\nresolved: 一\n".replace("\n", end)
    wanted = f"---\nform: edited\n{after}---\n\nresolved: 一\n".replace("\n", end)
    assert add_resolved(text, {Mark("p9x1"): Digest("3f9c0a71b2de")}) == wanted
    assert add_resolved(text, {}) == text


def test_a_digest_that_looks_like_a_number_is_quoted() -> None:
    text = add_resolved(HEAD, {Mark("p9x1"): Digest("000000000001")})
    assert text.endswith('resolved:\n  p9x1: "000000000001"\n---\n')


@pytest.mark.parametrize(
    "written", ["resolved: [a]", "resolved: &a {}", "resolved:\n  - a", "resolved: {a: {}}"]
)
def test_what_is_written_otherwise_is_left(written: str) -> None:
    with pytest.raises(FrontMapError) as raised:
        add_resolved(f"---\nform: edited\n{written}\n---\n", {Mark("p9x1"): Digest("3f9c0a71b2de")})
    assert raised.value.line in {3, 4}
