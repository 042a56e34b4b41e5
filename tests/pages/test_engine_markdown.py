"""Text for the engine, proved against the engine: it comes out as the same words and nothing else."""

from __future__ import annotations

from functools import cache
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from generator.model.record import Code, Emphasis, Inline, LineBreak, LinkTarget, RecordLink, Text
from generator.model.record_text import plain_text
from generator.pages.engine_markdown import (
    Anchor,
    attributes,
    clean_text,
    escape_text,
    inline_markdown,
    open_tag,
    table_markdown,
)
from tests.site.hostile_strings import SHOWN

# fmt: off
HOSTILE = [
    "<b>", "</p>", "</div>", "</strong>", "<script>alert(1)</script>", "<!-- ", "-->", "<?php", "<![CDATA[",
    '<div markdown="1">', "<br>", "<a@b.example>", "<http://x.example>", "http://x.example", "a@b.example",
    '{ onclick="x" }', "{: #x }", "{:.c}", '[x](u){ onmouseover="" }', "{{ a }}", "{% raw %}", "{", "}",
    "[TOC]", "[x](javascript:a)", "![a](b)", "[a]: b", "[^1]: x", "*[HTML]: x", ":   d", "[", "]", "(", ")",
    "!", "\\", "\\\\", "\\<", "\\*", "\\(", "\\)", "\\\\`", "`", "``", "```", "~~~", "***", "**", "*", "_a_",
    "__a__", "_", "1.", "1)", "10. ", "- ", "+ ", "* ", "#", "## ", " #", "> ", ">", "|", "a|b", "---", "===",
    "=", "___", "^", "~", "~~", "==", "!!! note", "??? x", ":smile:", "++ctrl++", "$$x$$", "$", "@", "%", ":",
    "&", "&lt;", "&amp;", "&#35;", "&nbsp;", "&copy", '"', "'", "\t", "    ", " ", "  ", "\n", "\n\n", "\r",
    "\u2028", "\ufeff", "\xa0", "\u3000", "\x02", "\x03", "\x02amp\x03", "\x0265\x03", "\x02wzxhzdk:0\x03",
    "wzxhzdk:0", "klzzwxh:0000", "\x00", "\x1b", "\ud800", "\uffff", "中", "。", "x", "12", "😀",
]
# fmt: on
TEXTS = st.lists(st.sampled_from(HOSTILE), max_size=6).map("".join) | st.text(max_size=30)


def render(source: str) -> Element:
    engine = Markdown(extensions=["attr_list", "md_in_html", "tables", "toc"])
    tree = html5lib.parseFragment(engine.convert(source), treebuilder="etree", namespaceHTMLElements=False)
    assert isinstance(tree, Element)
    return tree


def words(element: Element) -> str:
    return "".join(element.itertext()).strip("\n")


FRAMES = [
    ("{}", "p", {}),
    ("{}\n{{: #q .c }}", "p", {"id": "q", "class": "c"}),
    ("## {} {{: #h }}", "h2", {"id": "h"}),
    ("- {}\n- z", "li", {}),
    ("> {}", "p", {}),
    ('<div markdown="1">\n\n{}\n\n</div>', "p", {}),
    ('<p markdown="span">{}</p>', "p", {}),
    ('<li markdown="span">{}</li>', "li", {}),
    ("| h | i |\n| --- | --- |\n| {} | k |", "td", {}),
    ("| {} | i |\n| --- | --- |\n| j | k |", "th", {}),
]


def prove(text: str) -> None:
    """Hold that a text comes out as itself in every frame, with no element or attribute but the frame's."""
    wanted = clean_text(text)
    if not wanted.strip(" "):
        assert words(render(escape_text(text))).strip(" ") == ""
        return
    for frame, tag, own in FRAMES:
        tree = render(frame.format(escape_text(text)))
        found = next(tree.iter(tag))
        assert (words(found), len(found), found.attrib) == (wanted, 0, own), frame
        assert tuple(str(one.tag) for one in tree.iter()) == tags(frame), frame
    within = render(f"a {escape_text(text)} <em>q</em>{escape_text(text)}")
    assert words(within) == f"a {wanted} q{wanted}"
    assert [one.tag for one in within.iter()][1:] == ["p", "em"]


@cache
def tags(frame: str) -> tuple[str, ...]:
    """Return the elements of a frame around a plain word."""
    return tuple(str(one.tag) for one in render(frame.format("plain")).iter())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "form", ["{}", "x{}", "{}x", "中 {} 文", "{0}{0}", "a {0} b {0}", "1{}", "\\{}", "{} "]
)
def test_hostile_text_comes_out_as_itself(text: str, form: str) -> None:
    prove(form.format(text))


def test_each_of_three_hundred_texts_comes_out_as_itself() -> None:
    for text in SHOWN:
        prove(text)


@pytest.mark.prove
@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_text_comes_out_as_itself(text: str) -> None:
    prove(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("a\n\n b", "a b"),
        ("a\tb", "a b"),
        ("a\x00\x1bb", "ab"),
        ("a\u2028b", "a b"),
        ("\ufeffa", "a"),
        ("a  b", "a  b"),
    ],
)
def test_what_html_cannot_hold_is_cleaned(text: str, cleaned: str) -> None:
    assert clean_text(text) == cleaned


def test_plain_words_are_written_plainly() -> None:
    text = "在2024年，MiniX 2.4B — “on-device” models (80%), isn't it?"
    assert escape_text(text) == text


@pytest.mark.prove
@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_no_value_ends_its_attribute_list(text: str) -> None:
    wanted = {"id": "q", "class": "c fp-d", "title": clean_text(text), "data-x": clean_text(text)}
    listed = attributes(id="q", classes=("c", "fp-d"), title=text, data_x=text)
    plain = open_tag("p", id="q", classes=("c", "fp-d"), title=text, data_x=text)
    span = open_tag("p", id="q", classes=("c", "fp-d"), title=text, data_x=text, markdown="span")
    for source, tag in [
        (f"hello\n{listed}", "p"),
        (f"## hello {listed}", "h2"),
        (f"- hello\n{listed}", "li"),
        (f"| x |\n| --- |\n| hello {listed} |", "td"),
        (f"{plain}hello</p>", "p"),
        (f"{span}hello</p>", "p"),
    ]:
        found = next(render(source).iter(tag))
        assert found.attrib == wanted, source
        assert words(found).strip() == "hello"


def leads(link: RecordLink) -> Anchor | None:
    if link.kind is LinkTarget.FORUM:
        return None
    classes = ("fp-term",) if link.kind is LinkTarget.TERM else ()
    return Anchor(link.target, title=link.target, classes=classes, lang="en", rel="external")


LEAVES: st.SearchStrategy[Inline] = st.builds(Text, TEXTS) | st.builds(Code, TEXTS) | st.just(LineBreak())
CONTENT = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Emphasis, st.booleans(), st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(
            RecordLink,
            st.sampled_from(LinkTarget),
            TEXTS,
            st.lists(LEAVES, min_size=1, max_size=2).map(tuple),
        )
    ),
    max_leaves=6,
)


def expected(content: tuple[Inline, ...]) -> list[tuple[str, dict[str, str]]]:
    """Return the elements that content makes, in order."""
    found: list[tuple[str, dict[str, str]]] = []
    for item in content:
        if isinstance(item, Code):
            found.append(("code", {}))
        elif isinstance(item, LineBreak):
            found.append(("br", {}))
        elif isinstance(item, Emphasis):
            found += [("strong" if item.strong else "em", {}), *expected(item.content)]
        elif isinstance(item, RecordLink):
            anchor = leads(item)
            if anchor:
                named = {
                    "class": " ".join(anchor.classes),
                    "title": clean_text(anchor.title),
                    "rel": anchor.rel,
                }
                given = {key: value for key, value in named.items() if value}
                found.append(("a", {"href": clean_text(anchor.href), "lang": "en"} | given))
            found += expected(item.content)
    return found


@pytest.mark.prove
@settings(max_examples=100, deadline=None)
@given(st.lists(CONTENT, min_size=1, max_size=4).map(tuple))
def test_inline_content_makes_its_elements_and_no_others(content: tuple[Inline, ...]) -> None:
    whole = (Text("a"), *content, Text("z"))
    for frame in ("{}", "## {} {{: #h }}", '<p markdown="span">{}</p>', "| {} |\n| --- |\n| k |"):
        tree = render(frame.format(inline_markdown(whole, leads)))
        found = next(one for one in tree.iter() if one.tag in {"p", "h2", "th"})
        made = [(str(one.tag), dict(one.attrib)) for one in found.iter()][1:]
        assert made == expected(whole), frame
        assert words(found) == clean_text(plain_text(tuple_without_breaks(whole))), frame


def tuple_without_breaks(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return content as the reader's text has it: cleaned part by part, a break being no text."""
    done: list[Inline] = []
    for item in content:
        if isinstance(item, Text | Code):
            done.append(Text(clean_text(item.text)))
        elif isinstance(item, Emphasis | RecordLink):
            done.extend(tuple_without_breaks(item.content))
    return tuple(done)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_table_keeps_its_cells(rows: list[list[str]]) -> None:
    source = table_markdown(["甲", "乙"], [[escape_text(cell) for cell in row] for row in rows])
    cells = [words(cell) for cell in render(source).iter("td")]
    assert cells == [clean_text(cell) for row in rows for cell in row]


def test_rows_are_filled_and_cut_to_the_head() -> None:
    tree = render(table_markdown(["a", "b"], [["c"], ["d", "e", "f"]]))
    assert [words(cell) for cell in tree.iter("td")] == ["c", "", "d", "e"]


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="CSS class"):
        attributes(classes=("a b",))
    with pytest.raises(ValueError, match="no name"):
        open_tag("p", **{'x"': "y"})
    with pytest.raises(ValueError, match="no name"):
        open_tag("p x")
    assert attributes() == ""
