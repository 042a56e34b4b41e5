from __future__ import annotations

import random
from html.parser import HTMLParser

import pytest

from generator.checks.site.css import addresses
from generator.checks.site.tags import passing_over, tags


class Reference(HTMLParser):
    """What the standard library finds."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str], tuple[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in reversed(attrs)}
        self.found.append((tag, values, self.getpos()))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.found.append((f"/{tag}", {}, self.getpos()))


@pytest.mark.parametrize(
    "text",
    [
        '<a href="x">y</a>',
        "<A HREF=x CLASS='y z' hidden>y</A >",
        '<a title="a > b" href=\'"\'>',
        '<a\n href = "x"\n>港口<b\n>z</b></a>',
        "<!-- <a href=x> --><b>",
        "<!DOCTYPE html><?xml version='1'?><b>",
        "<script>if (a < b) '<a href=x>'</script><b>",
        "<SCRIPT src=x>'</p>'</sCript\n><b>",
        "<style>a > b {}</style><b>",
        '<a href="?a=1&amp;b=2&lt;&#x6e2f;">',
        '<a href="first" href="second">',
        "a < b and <3 and <b>c</b>",
        '<img src="a.png"/><br/><use href="#a" />',
        '<a data-x="a/b">/</a>',
        "<p id=a/b>",
        "<a href=''>",
    ],
)
def test_it_sees_what_the_standard_parser_sees(text: str) -> None:
    reference = Reference()
    reference.feed(text)
    reference.close()
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    wanted = [(tag, values, starts[line - 1] + column) for tag, values, (line, column) in reference.found]
    found = [
        (tag.name, {name: attribute.value for name, attribute in tag.attributes.items()}, tag.offset)
        for tag in tags(text)
    ]
    assert found == wanted


def test_an_attribute_has_its_own_place() -> None:
    text = '<a class="x"\n href="y">'
    (tag,) = tags(text)
    assert text[tag.attributes["href"].offset :].startswith('href="y"')


@pytest.mark.parametrize(
    "text", ["<a " + "'" * 50_001, "<" * 50_000, "<!--" * 20_000, '<a x="' * 20_000, "<a " * 50_000]
)
def test_no_text_makes_it_stand_still(text: str) -> None:
    # Not how long, but that it ends: a regular expression that tries all ways would not within the run.
    assert len(list(tags(text))) <= 20_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a{b:url(x.png)}", ["x.png"]),
        ("a{b:URL( 'x y.png' ),url(\"z\")}", ["x y.png", "z"]),
        ("@import 'a.css'; @import url(b.css) print;", ["a.css", "b.css"]),
        ("/* url(a) */ a{b:url(c)} /* url(d", ["c"]),
        ("a{b:url(data:image/svg+xml;base64,AA==)}", ["data:image/svg+xml;base64,AA=="]),
        ("a{b:url()}", [""]),
    ],
)
def test_addresses_of_a_style_sheet(text: str, found: list[str]) -> None:
    assert [address for address, _ in addresses(text)] == found


PARTS = (
    "text", " ", ">", "<", "< p>", "'", '"', "<!-- <p id=a> -->", "<!x>", "<p>", "</p>", "<p/>", "<br />",
    '<p class="a">', '<p class="a>b<c">', "<p class='a'>", "<p class=a>", "<P CLASS=a>",
    '<p class="a" id="b">', '<p class="a"id="b">', '<p id = "b">', "<p hidden>", "<p hidden id=b>",
    "<p hidden=>", '<p data-id="a">',
    '<p onclick="a">', '<a href="a">', '<a class="x" href="<p>">', "<a href=a>", "</a >",
    '<a xlink:href="a">',
    "<svg>", '<svg viewBox="0">', "</svg>", "<svg/>", "<h1>", '<h1 class="a">', "</h1>", "</h1 >", "<h12>",
    "<script>", "<script>'<p id=a>'</script>", "</script>", "<title><p id=a></title>", "<textarea><a href=b>",
    "<x-a>", '<x-a id="a">', "<svg:a>", '<p / id="a">', '<p class="a" / id="b">', "<p class=\"a\n\" id='b'>",
    '<p class="', "<p id='", "<style>p{}</style>", '<p\tclass="a"\nid="b">', '<p class="a"/>', "</>", "<>",
)  # fmt: skip


def test_passing_over_leaves_all_that_is_asked_for() -> None:
    draw = random.Random(3)  # noqa: S311 - a fixed seed, so that a failure comes again
    names, asked = ("h1", "svg", "a"), ("id", "href", "xlink:href")
    pattern = passing_over(names, asked)
    kept = {*names, *(f"/{name}" for name in names)}
    passed = 0
    for _ in range(5_000):
        text = "".join(draw.choices(PARTS, k=draw.randint(1, 8)))
        every = list(tags(text))
        some = list(tags(text, pattern))
        wanted = [
            tag
            for tag in every
            if tag.name in kept
            or tag.text
            or any(name in asked or name.startswith("on") for name in tag.attributes)
        ]
        assert [tag for tag in every if tag in some] == some
        assert [tag for tag in wanted if tag not in some] == [], text
        passed += len(every) - len(some)
    assert passed > 2_000
