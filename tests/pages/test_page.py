from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils import meta as mkdocs_meta

from generator.model.language import Language
from generator.pages.page import Page

# Anything that UTF-8 can write: surrogates cannot be in a text that was read.
TEXT = st.text(st.characters(codec="utf-8"))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner),
    max_leaves=8,
)


@given(st.dictionaries(TEXT, PLAIN), TEXT)
def test_the_engine_reads_front_matter_and_body_as_they_were(meta: dict[str, object], body: str) -> None:
    source = Page(PurePosixPath("a/index.md"), Language.EN, meta, body).source()
    text, found = mkdocs_meta.get_data(source)
    assert found == meta
    assert text.strip() == body.strip()


# Keys as pages have them, and texts that YAML could take for something else.
KEYS = st.sampled_from(["a", "title", "fp", "no", "x-y", "null"])
WORDS = (
    st.sampled_from(["", " a ", "no", "1", "~", "- a", "a: b", "#", "\x85\u2028", "\ufeff", "\U0001f30a"])
    | TEXT
)
USUAL = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, USUAL))
def test_the_engine_reads_what_is_written_in_block_style(meta: dict[str, object]) -> None:
    source = Page(PurePosixPath("a/index.md"), Language.EN, meta, "body").source()
    assert mkdocs_meta.get_data(source) == ("body\n", meta)


def test_values_of_our_own_types_are_written_plainly() -> None:
    shared = [1, 2]
    page = Page(
        PurePosixPath("a/index.md"), Language.EN, {"language": Language.HANT, "a": shared, "b": shared}, ""
    )
    assert page.source() == '---\nlanguage: "zh-Hant"\na:\n- 1\n- 2\nb:\n- 1\n- 2\n---\n\n\n'


def test_a_value_that_is_not_plain_is_refused_by_its_place() -> None:
    page = Page(PurePosixPath("a/index.md"), Language.EN, {"fp": {"people": [{"x": object()}]}}, "")
    with pytest.raises(TypeError, match=r"front matter: fp: people\[0\]: x is a object"):
        page.source()
