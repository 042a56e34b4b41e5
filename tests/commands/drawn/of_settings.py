"""Kinds of edits: what a maintainer sets, and how pages look."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.commands.drawn.desk import Desk, Kind, NothingThereError


def _site(change: Callable[[Desk, dict[str, Any]], None]) -> Kind:
    def edit(desk: Desk) -> None:
        with desk.yaml(desk.project / "site_config" / "site.yml") as site:
            change(desk, site)

    return edit


def _name(desk: Desk, site: dict[str, Any]) -> None:
    site["name"] = desk.title()


def _lead(desk: Desk, site: dict[str, Any]) -> None:
    site["lead"] = desk.title()


def _rights(desk: Desk, site: dict[str, Any]) -> None:
    if site.pop("rights", None) is None:
        site["rights"] = desk.title()


def _languages(desk: Desk, site: dict[str, Any]) -> None:
    site["languages"] = desk.pick(
        [
            ["zh-Hans", "en", "zh-Hant"],
            ["en", "zh-Hans", "zh-Hant"],
            ["zh-Hans", "en"],
            ["zh-Hans", "zh-Hant", "en"],
        ]
    )


def _address(desk: Desk, site: dict[str, Any]) -> None:
    site["url"] = f"https://tide-{desk.number()}.example/{desk.pick(('', 'a/', 'a/b/'))}"


def _standard(_: Desk, site: dict[str, Any]) -> None:
    site["traditional"] = "s2tw" if site.get("traditional") == "s2hk" else "s2hk"


def _repository(desk: Desk, site: dict[str, Any]) -> None:
    if site.pop("repository", None) is None:
        site["repository"] = {"url": f"https://code.example/{desk.number()}", "branch": "main"}


def _contact(desk: Desk, site: dict[str, Any]) -> None:
    site["contact"] = f"mailto:tide{desk.number()}@luxi.example"


def a_word_of_the_interface(desk: Desk) -> None:
    with desk.yaml(desk.pick(sorted(desk.project.glob("site_config/words/*.yml")))) as words:
        group: Any = words
        while isinstance(group, dict):
            above, key = group, desk.pick(sorted(group))
            group = group[key]
        above[key] = group.replace("。", "！") + "·"


def a_word_that_is_looked_for(desk: Desk) -> None:
    """A word of the review list that texts of machines say."""
    word = desk.pick(("板", "大潮", "the", "clock", "本子", "桥", "notebook", "潮水"))
    place = desk.project / "site_config" / "intake" / "review.yml"
    place.write_text(f"{place.read_text('utf-8')}\nmore{desk.number()}: [{word}]\n", "utf-8")


def a_word_that_the_converter_gets_wrong(desk: Desk) -> None:
    with desk.yaml(desk.project / "site_config" / "script_exceptions.yml") as exceptions:
        one = desk.pick(exceptions["surnames"])
        exceptions["surnames"].remove(one)


def _file(pattern: str, text: str) -> Kind:
    def edit(desk: Desk) -> None:
        place = desk.pick(sorted(desk.project.glob(pattern)))
        place.write_text(place.read_text("utf-8") + text.replace("N", str(desk.number())), "utf-8")

    return edit


def the_frame(desk: Desk) -> None:
    place = desk.project / "templates" / "theme" / "main.html"
    text = place.read_text("utf-8")
    if "<main" not in text:
        raise NothingThereError
    place.write_text(text.replace("<main", f'<main data-tide="{desk.number()}"', 1), "utf-8")


def an_extension(desk: Desk) -> None:
    place = desk.project / "mkdocs.yml"
    text = place.read_text("utf-8")
    name = desk.pick(("sane_lists", "def_list", "smarty", "footnotes"))
    line = f"  - {name}\n"
    changed = text.replace(line, "") if line in text else text.replace("  - tables\n", f"  - tables\n{line}")
    place.write_text(changed, "utf-8")


def taken_back(desk: Desk) -> None:
    """All as it was some edits before."""
    desk.restore(desk.pick(desk.past[-12:]))


def an_old_record(desk: Desk) -> None:
    """One file of the content as it was some edits before."""
    state = desk.pick(desk.past[-12:])
    names = [one for one in state if one.startswith("content/") and (desk.project / one).is_file()]
    changed = [one for one in names if (desk.project / one).read_bytes() != state[one]]
    name = desk.pick(sorted(changed))
    (desk.project / name).write_bytes(state[name])


def nothing(_: Desk) -> None:
    """A build without an edit."""


def touched(desk: Desk) -> None:
    """Files of the same bytes, written again."""
    for place in desk.project.glob("content/**/*.md"):
        place.write_bytes(place.read_bytes())


def a_word_missing(desk: Desk) -> None:
    """Breaks: pages need it."""
    with desk.yaml(desk.project / "site_config" / "words" / "en.yml") as words:
        del words[desk.pick(("nav", "session", "forum"))]


def a_template_broken(desk: Desk) -> None:
    """Breaks: no template."""
    place = desk.project / "templates" / "pages" / "session.md"
    place.write_text(place.read_text("utf-8") + "{% if %}", "utf-8")


def a_link_to_nowhere(desk: Desk) -> None:
    """Breaks: the site's own check finds it."""
    place = desk.project / "templates" / "pages" / desk.pick(("person.md", "forum.md"))
    place.write_text(place.read_text("utf-8") + '\n<a href="../nowhere/">nowhere</a>\n', "utf-8")


KINDS: dict[str, Kind] = {
    "the_name_of_the_site": _site(_name),
    "the_lead_of_the_site": _site(_lead),
    "the_rights_of_the_site": _site(_rights),
    "the_languages_of_the_site": _site(_languages),
    "the_address_of_the_site": _site(_address),
    "the_traditional_standard": _site(_standard),
    "the_repository": _site(_repository),
    "the_contact": _site(_contact),
    "a_word_of_the_interface": a_word_of_the_interface,
    "a_word_that_is_looked_for": a_word_that_is_looked_for,
    "a_word_that_the_converter_gets_wrong": a_word_that_the_converter_gets_wrong,
    "a_template": _file("templates/pages/*.md", "\n{# N #}\n<!-- N -->\n"),
    "a_style": _file("templates/style/*.css", "\n.tide-N { color: inherit; }\n"),
    "a_script": _file("templates/script/*.js", "\n// N\n"),
    "a_script_of_the_search": _file("templates/search/*.js", "\n// N\n"),
    "a_part_of_the_frame": _file("templates/theme/partials/*.html", "<!-- N -->"),
    "a_file_of_the_frame": _file("templates/theme/assets/*.js", "\n// N\n"),
    "the_frame": the_frame,
    "an_extension": an_extension,
    "taken_back": taken_back,
    "an_old_record": an_old_record,
    "nothing": nothing,
    "touched": touched,
}
BREAKING: dict[str, Kind] = {
    one.__name__: one for one in (a_word_missing, a_template_broken, a_link_to_nowhere)
}
