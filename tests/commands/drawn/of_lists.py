"""Kinds of edits: people, organisations, topics, terms and events."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.commands.drawn.desk import Desk, Kind, NothingThereError

_PERSON = frozenset({"person", "by"})
_ORGANISATION = frozenset({"organisation", "parent", "organisers"})
_TOPIC = frozenset({"topics", "topic", "broader"})
_TERM = frozenset({"see"})


def _person(change: Callable[[Desk, dict[str, Any]], None]) -> Kind:
    def edit(desk: Desk) -> None:
        with desk.yaml(desk.pick(desk.people())) as person:
            change(desk, person)

    return edit


def _entry(name: str, change: Callable[[Desk, dict[str, Any]], None]) -> Kind:
    def edit(desk: Desk) -> None:
        with desk.yaml(desk.content / f"{name}.yml") as entries:
            change(desk, desk.pick(entries))

    return edit


# ---- people


def _english_name(desk: Desk, person: dict[str, Any]) -> None:
    person["names"]["en"] = f"Tam {chr(65 + desk.draw.randrange(26))}orrin {desk.number()}"


def a_chinese_name(desk: Desk) -> None:
    """Everywhere, since it labels turns."""
    place = desk.pick(desk.people())
    with desk.yaml(place) as person:
        old = person["names"].get("zh-Hans")
        if not old:
            raise NothingThereError
        new = person["names"]["zh-Hans"] = f"{old[0]}{desk.pick('禾汀渡岚云后发')}{desk.pick('一二三里面')}"
    if desk.draw.random() < 0.7:
        desk.replace("*.zh-Hans.md", old, new)


def _traditional_name(desk: Desk, person: dict[str, Any]) -> None:
    if desk.draw.random() < 0.3 and "zh-Hans" in person["names"]:
        person["names"].pop("zh-Hant", None)
    else:
        person["names"]["zh-Hant"] = f"{desk.pick('范于鄭鐘')}{desk.pick('鶴裡後發')}{desk.number()}"


def _bio(desk: Desk, person: dict[str, Any]) -> None:
    person["bio"] = desk.title()


def _alias(desk: Desk, person: dict[str, Any]) -> None:
    person["aliases"] = [*person.get("aliases", []), desk.pick(("潮", "Tide", "D. ")) + str(desk.number())]


def _sort(desk: Desk, person: dict[str, Any]) -> None:
    person["sort"] = f"{desk.pick('abcmnxyz')}{desk.number()}"


def _sure(_: Desk, person: dict[str, Any]) -> None:
    person["sure"] = "true" if person.get("sure") == "false" else "false"


def _misheard(desk: Desk, person: dict[str, Any]) -> None:
    person["misheard"] = [desk.words("zh-Hans")[:4]]


def _links(desk: Desk, person: dict[str, Any]) -> None:
    person["links"] = [{"kind": "website", "url": f"https://tide.example/{desk.number()}/"}]


def _portrait(desk: Desk, person: dict[str, Any]) -> None:
    if person.pop("portrait", None) is None:
        person["portrait"] = {"image": "shu-heting.png", "rights": desk.title()}


def a_person_new(desk: Desk) -> None:
    name = f"new-{desk.number()}"
    names = desk.pick(
        ({"en": f"Aldous {name.title()}"}, {"zh-Hans": "岑里后", "zh-Hant": "岑里後"}, {"zh-Hant": "涂蔭"})
    )
    (desk.content / "people" / f"{name}.yml").write_text(yaml.safe_dump({"names": names}), "utf-8")
    with desk.yaml(desk.pick(desk.forums())) as forum:
        session = desk.pick(forum["sessions"])
        session.setdefault("people", []).append({"person": name, "roles": [desk.pick(("guest", "speaker"))]})


def a_person_renamed(desk: Desk) -> None:
    place = desk.pick(desk.people())
    old, new = place.stem, f"{place.stem.rstrip('0123456789')}{desk.number()}"
    with desk.yaml(place) as person:
        person["formerly"] = [*person.get("formerly", []), old]
    place.rename(place.with_stem(new))
    desk.point_elsewhere(_PERSON, old, new)
    desk.replace("*.md", rf"((?:\(person:|\bby: ?)){old}(?![\w-])", rf"\g<1>{new}")


def a_person_taken_out(desk: Desk) -> None:
    place = desk.pick(desk.people())
    place.unlink()
    for forum_file in desk.forums():
        with desk.yaml(forum_file) as forum:
            for held in (forum, *forum["sessions"]):
                held["people"] = [one for one in held.get("people", []) if one["person"] != place.stem]
    desk.replace("*.md", rf"\[([^\]]*)\]\(person:{place.stem}\)", r"\1")


# ---- organisations


def _organisation_name(desk: Desk, entry: dict[str, Any]) -> None:
    entry["name"] = desk.title()


def _organisation_short(desk: Desk, entry: dict[str, Any]) -> None:
    if entry.pop("short", None) is None:
        entry["short"] = desk.title()


def _organisation_kind(desk: Desk, entry: dict[str, Any]) -> None:
    entry["kind"] = desk.pick(("university", "institute", "community", "company", "government", "media"))


def an_organisation_within(desk: Desk) -> None:
    with desk.yaml(desk.content / "organisations.yml") as entries:
        inner, outer = desk.draw.sample(entries, 2)
        if inner.pop("parent", None) is None:
            inner["parent"] = outer["id"]


def _renamed(name: str, keys: frozenset[str]) -> Kind:
    def edit(desk: Desk) -> None:
        with desk.yaml(desk.content / f"{name}.yml") as entries:
            entry = desk.pick(entries)
            old = entry["id"]
            new = entry["id"] = f"{old.rstrip('0123456789')}{desk.number()}"
            entry["formerly"] = [*entry.get("formerly", []), old]
        desk.point_elsewhere(keys, old, new)
        desk.replace("*.md", rf"\(term:{old}\)", f"(term:{new})")

    return edit


def _taken_out(name: str, keys: frozenset[str]) -> Kind:
    def edit(desk: Desk) -> None:
        with desk.yaml(desk.content / f"{name}.yml") as entries:
            entry = desk.pick(entries)
            entries.remove(entry)
        desk.point_elsewhere(keys, entry["id"], None)
        desk.replace("*.md", rf"\[([^\]]*)\]\(term:{entry['id']}\)", r"\1")

    return edit


def _moved_about(name: str) -> Kind:
    def edit(desk: Desk) -> None:
        with desk.yaml(desk.content / f"{name}.yml") as entries:
            desk.draw.shuffle(entries)

    return edit


def an_organisation_new(desk: Desk) -> None:
    with desk.yaml(desk.content / "organisations.yml") as entries:
        new = {"id": f"house-{desk.number()}", "name": desk.title(), "kind": "company"}
        entries.insert(desk.draw.randrange(len(entries)), new)
    with desk.yaml(desk.pick(desk.forums())) as forum:
        forum["organisers"] = [*forum.get("organisers", []), new["id"]]


# ---- topics, terms, events


def _topic_title(desk: Desk, entry: dict[str, Any]) -> None:
    entry["title"] = desk.title()


def _topic_description(desk: Desk, entry: dict[str, Any]) -> None:
    if entry.pop("description", None) is None:
        entry["description"] = desk.title()


def a_topic_new(desk: Desk) -> None:
    name = f"topic-{desk.number()}"
    with desk.yaml(desk.content / "topics.yml") as entries:
        entries.append({"id": name, "title": desk.title(), "broader": desk.pick(entries)["id"]})
    with desk.yaml(desk.pick(desk.forums())) as forum:
        session = desk.pick(forum["sessions"])
        session["topics"] = [*session.get("topics", []), name]


def _definition(desk: Desk, entry: dict[str, Any]) -> None:
    entry["definition"] = desk.title()


def _form(desk: Desk, entry: dict[str, Any]) -> None:
    """A term by a word that the texts say."""
    words = {
        "zh-Hans": ("本子", "数据", "台风", "板", "空白处", "后面"),
        "zh-Hant": ("日誌", "石階", "潮水"),
        "en": ("notebook", "wind", "shore", "count", "winter"),
    }
    language = desk.pick(sorted(words))
    entry["term"][language] = desk.pick(words[language])


def _term_alias(desk: Desk, entry: dict[str, Any]) -> None:
    word = desk.pick(("本子", "塑料板", "曲线", "chart", "Dunmarrow", "后来", "NB"))
    entry["aliases"] = [] if entry.get("aliases") else [word]


def _found_by(_: Desk, entry: dict[str, Any]) -> None:
    if entry.pop("found_by", None) is None:
        entry["found_by"] = "links"


def _see(desk: Desk, entry: dict[str, Any]) -> None:
    entry["see"] = [one for one in desk.draw.sample(desk.ids("glossary"), 2) if one != entry["id"]]


def _topic_of_term(desk: Desk, entry: dict[str, Any]) -> None:
    if entry.pop("topic", None) is None:
        entry["topic"] = desk.pick(desk.ids("topics"))


def a_term_new(desk: Desk) -> None:
    with desk.yaml(desk.content / "glossary.yml") as entries:
        term = {"zh-Hans": desk.pick(("钢针", "风", "曲线", "手册")), "en": f"thing {desk.number()}"}
        new = {"id": f"term-{desk.number()}", "term": term, "definition": desk.title()}
        entries.insert(desk.draw.randrange(len(entries)), new)


def _event_title(desk: Desk, entry: dict[str, Any]) -> None:
    entry["title"] = desk.title()


def _event_place(desk: Desk, entry: dict[str, Any]) -> None:
    entry["place"] = desk.title()


def _event_dates(desk: Desk, entry: dict[str, Any]) -> None:
    year = entry["dates"]["from"][:4]
    entry["dates"] = {
        "from": f"{year}-0{desk.draw.randint(1, 5)}",
        "to": f"{year}-12-{desk.draw.randint(10, 28)}",
    }


def an_event_new(desk: Desk) -> None:
    with desk.yaml(desk.content / "events.yml") as entries:
        entries.append(
            {
                "id": f"event-{desk.number()}",
                "title": desk.title(),
                "dates": {"from": "2024-01", "to": "2025-12"},
            }
        )
    with desk.yaml(desk.pick(desk.forums())) as forum:
        forum["event"] = entries[-1]["id"]


def remarks(desk: Desk) -> None:
    """What no page shows."""
    place: Path = desk.pick(sorted(desk.content.rglob("*.yml")))
    place.write_text(f"# {desk.words('en')}\n\n{place.read_text('utf-8')}", "utf-8")


def a_person_gone_from_under(desk: Desk) -> None:
    """Breaks: sessions still name the person."""
    used = [place for place in desk.people() if f"person: {place.stem}\n" in _all_forums(desk)]
    desk.pick(used).unlink()


def _all_forums(desk: Desk) -> str:
    return "".join(place.read_text("utf-8") for place in desk.forums())


def a_list_broken(desk: Desk) -> None:
    """Breaks: no YAML."""
    place = desk.content / f"{desk.pick(('topics', 'events', 'glossary', 'organisations'))}.yml"
    place.write_text(place.read_text("utf-8") + "- [\n", "utf-8")


KINDS: dict[str, Kind] = {
    "an_english_name": _person(_english_name),
    "a_chinese_name": a_chinese_name,
    "a_traditional_name": _person(_traditional_name),
    "a_bio": _person(_bio),
    "an_alias": _person(_alias),
    "how_a_name_is_sorted": _person(_sort),
    "a_name_that_is_sure": _person(_sure),
    "a_name_misheard": _person(_misheard),
    "links_of_a_person": _person(_links),
    "a_portrait": _person(_portrait),
    "a_person_new": a_person_new,
    "a_person_renamed": a_person_renamed,
    "a_person_taken_out": a_person_taken_out,
    "an_organisation_named": _entry("organisations", _organisation_name),
    "an_organisation_in_short": _entry("organisations", _organisation_short),
    "an_organisation_of_a_kind": _entry("organisations", _organisation_kind),
    "an_organisation_within": an_organisation_within,
    "an_organisation_new": an_organisation_new,
    "an_organisation_renamed": _renamed("organisations", _ORGANISATION),
    "organisations_moved_about": _moved_about("organisations"),
    "a_topic_named": _entry("topics", _topic_title),
    "a_topic_described": _entry("topics", _topic_description),
    "a_topic_new": a_topic_new,
    "a_topic_renamed": _renamed("topics", _TOPIC),
    "a_topic_taken_out": _taken_out("topics", _TOPIC),
    "a_definition": _entry("glossary", _definition),
    "a_form_of_a_term": _entry("glossary", _form),
    "an_alias_of_a_term": _entry("glossary", _term_alias),
    "how_a_term_is_found": _entry("glossary", _found_by),
    "what_a_term_leads_to": _entry("glossary", _see),
    "the_topic_of_a_term": _entry("glossary", _topic_of_term),
    "a_term_new": a_term_new,
    "a_term_renamed": _renamed("glossary", _TERM),
    "a_term_taken_out": _taken_out("glossary", _TERM),
    "terms_moved_about": _moved_about("glossary"),
    "an_event_named": _entry("events", _event_title),
    "where_an_event_was": _entry("events", _event_place),
    "when_an_event_was": _entry("events", _event_dates),
    "an_event_new": an_event_new,
    "remarks": remarks,
}
BREAKING: dict[str, Kind] = {one.__name__: one for one in (a_person_gone_from_under, a_list_broken)}
