"""Faults of files as such: bytes, names, links, and YAML that is none."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.model.fault import Severity
from tests.faults.planting import (
    FOLDER,
    FORUM,
    RECORDS,
    SALT,
    At,
    FirstCharacter,
    Planted,
    WholeFile,
    all_of,
    move,
    person,
    replace,
    rewrite,
    write,
)
from tests.pictures import PICTURE

DANGLING = frozenset({"dangling-id"})
MU = person("mu-weibai")


def _links_to_a_file(project: Path) -> None:
    outside = project.parent / "outside.yml"
    outside.write_text("names: {en: Somebody}\n", "utf-8")
    (project / person("visitor")).symlink_to(outside)


def _links_to_a_folder(project: Path) -> None:
    outside = project.parent / "outside-forum"
    outside.mkdir()
    (outside / "forum.yml").write_text("title: x\n", "utf-8")
    (project / "content/forums/elsewhere").symlink_to(outside, target_is_directory=True)


def _content_is_a_link(project: Path) -> None:
    (project / FOLDER).rename(project.parent / "content-elsewhere")
    (project / FOLDER).symlink_to(project.parent / "content-elsewhere", target_is_directory=True)


def _no_content(project: Path) -> None:
    shutil.rmtree(project / FOLDER)


def _empty_content(project: Path) -> None:
    _no_content(project)
    (project / FOLDER).mkdir()


BYTES = (
    Planted(
        "written in GB18030",
        rewrite(MU, lambda data: data.decode("utf-8").encode("gb18030")),
        MU,
        At("names: {zh-Hans: "),
        "not written in UTF-8",
        alone=True,
    ),
    Planted(
        "written in UTF-16",
        rewrite(MU, lambda data: data.decode("utf-8").encode("utf-16")),
        MU,
        FirstCharacter(),
        "UTF-16",
        alone=True,
    ),
    Planted(
        "byte order mark",
        rewrite(person("ines-corvane"), lambda data: b"\xef\xbb\xbf" + data),
        person("ines-corvane"),
        FirstCharacter(),
        "byte order mark",
    ),
    Planted(
        "NUL in a person",
        replace(person("fan-jiuli"), "sort: fan jiuli", "sort: fan\0jiuli"),
        person("fan-jiuli"),
        At("sort: fan", "\0"),
        "U+0000",
        alone=True,
    ),
    Planted(
        "NUL in a record",
        replace(f"{RECORDS}/host.zh-Hans.md", "不多介绍", "不多\0介绍"),
        f"{RECORDS}/host.zh-Hans.md",
        At("不多", "\0"),
        "U+0000",
        follows=frozenset({"translation"}),
        alone=True,
    ),
    Planted(
        "text that turns its direction",
        replace(person("yu-qiuzhi"), "Yu Qiuzhi", "Yu \u202eQiuzhi"),
        person("yu-qiuzhi"),
        At("en: Yu ", "\u202e"),
        "U+202E",
    ),
    Planted("larger than any record", write(MU, "#" * (5 << 20)), MU, WholeFile(), "larger than", alone=True),
)

NAMES = (
    Planted(
        "link to a file outside",
        _links_to_a_file,
        person("visitor"),
        WholeFile(),
        "links are not followed",
    ),
    Planted(
        "link to a folder outside",
        _links_to_a_folder,
        "content/forums/elsewhere",
        WholeFile(),
        "links are not followed",
    ),
    Planted("content itself is a link", _content_is_a_link, FOLDER, WholeFile(), "is a link", alone=True),
    Planted("no content folder", _no_content, FOLDER, WholeFile(), "no such folder", alone=True),
    Planted("empty content folder", _empty_content, FOLDER, WholeFile(), "no content here", alone=True),
    Planted(
        "reserved name of a person",
        write(person("index"), "names: {en: Somebody}\n"),
        person("index"),
        WholeFile(),
        "'index' is reserved",
    ),
    Planted(
        "reserved name of a forum",
        write("content/forums/images/forum.yml", "title: x\n"),
        "content/forums/images/forum.yml",
        WholeFile(),
        "'images' is reserved",
    ),
    Planted(
        "capitals in a name",
        write(person("Mu_Weibai"), "names: {en: Somebody}\n"),
        person("Mu_Weibai"),
        WholeFile(),
        "small letters",
    ),
    Planted(
        "a file that nothing reads",
        write("content/speakers.yml", "a: b\n"),
        "content/speakers.yml",
        WholeFile(),
        "nothing reads",
    ),
    Planted(
        "a text that nothing reads",
        write(f"{RECORDS}/notes.txt", "to do\n"),
        f"{RECORDS}/notes.txt",
        WholeFile(),
        "nothing reads",
        Severity.WARNING,
    ),
    Planted(
        "record in no language of the site",
        move(f"{RECORDS}/host.zh-Hans.md", f"{RECORDS}/host.fr.md"),
        f"{RECORDS}/host.fr.md",
        WholeFile(),
        "'fr' is not a language",
        follows=frozenset({"translation", "no-host-chapter"}),
    ),
    Planted(
        "picture with a name for another folder",
        write(f"{SALT}/images/a picture.png", b"\x89PNG\r\n\x1a\n"),
        f"{SALT}/images/a picture.png",
        WholeFile(),
        "cannot be a picture's name",
    ),
    Planted(
        "picture that is none",
        write(f"{SALT}/images/plates.png", "<svg onload='alert(1)'/>"),
        f"{SALT}/images/plates.png",
        WholeFile(),
        "no png picture",
    ),
    Planted(
        "picture that nothing shows",
        write(f"{SALT}/images/spare.png", PICTURE),
        f"{SALT}/images/spare.png",
        WholeFile(),
        "nothing shows",
        Severity.WARNING,
    ),
)

YAML = (
    Planted(
        "tab for indentation",
        replace(MU, "\n  zh-Hans: 潮间带", "\n\tzh-Hans: 潮间带"),
        MU,
        At("bio:\n", "\t"),
        "tab",
        alone=True,
    ),
    Planted(
        "a key twice",
        replace(person("luo-pingjiang"), "sort: luo pingjiang", "sort: luo pingjiang\nsort: pingjiang luo"),
        person("luo-pingjiang"),
        At("luo pingjiang\n", "sort"),
        "stands here twice",
    ),
    Planted(
        "anchor and alias",
        replace("content/topics.yml", "en: Birds of the marsh}", "en: &birds Birds of the marsh}"),
        "content/topics.yml",
        At("en: ", "&birds"),
        "anchors",
        follows=DANGLING,
        alone=True,
    ),
    Planted(
        "aliases that explode",
        write(
            MU,
            "names: {en: Somebody}\naliases:\n  - &a [x, x, x, x, x, x, x, x, x, x]\n"
            + "".join(
                f"  - &{chr(98 + step)} [{', '.join([f'*{chr(97 + step)}'] * 10)}]\n" for step in range(12)
            ),
        ),
        MU,
        At("aliases:\n  - ", "&a"),
        "anchors",
        alone=True,
    ),
    Planted(
        "a tag",
        replace(MU, "sort: mu weibai", "sort: !!python/object/apply:os.system [date]"),
        MU,
        At("sort: ", "!!python"),
        "tags are not read",
        alone=True,
    ),
    Planted(
        "quote that never closes",
        replace(MU, "sort: mu weibai", 'sort: "mu weibai'),
        MU,
        At("sort: ", '"mu'),
        "cannot be read",
        alone=True,
    ),
    Planted(
        "colon in plain text",
        replace(person("shu-heting"), "sort: shu heting", "sort: shu heting: 1"),
        person("shu-heting"),
        At("sort: shu heting", ": 1"),
        "cannot be read",
        follows=frozenset({"unused-image"}),
        alone=True,
    ),
    Planted(
        "two documents",
        replace(person("he-muran"), "sure: false", "sure: false\n---\nnames: {en: Another}"),
        person("he-muran"),
        At("sure: false\n", "---"),
        "several documents",
        alone=True,
    ),
    Planted(
        "nested without end",
        write(person("pei-luan"), "names: " + "[" * 2000 + "]" * 2000 + "\n"),
        person("pei-luan"),
        At("names: " + "[" * 23, "[" * 1977 + "]"),
        "too deeply",
        alone=True,
    ),
    Planted("empty file", write(MU, ""), MU, FirstCharacter(), "the file is empty", alone=True),
    Planted(
        "file of comments only",
        write(person("lang-yihe"), "# later\n"),
        person("lang-yihe"),
        FirstCharacter(),
        "the file is empty",
    ),
    Planted(
        "a list where a map is wanted",
        write(person("he-muran"), "- names: {en: He Muran}\n"),
        person("he-muran"),
        FirstCharacter(),
        "here should be a map",
        alone=True,
    ),
    Planted(
        "a map where a list is wanted",
        write("content/events.yml", "tideland-2025:\n  title: {en: Somewhere}\n"),
        "content/events.yml",
        FirstCharacter(),
        "here should be a list",
        follows=DANGLING,
        alone=True,
    ),
    Planted(
        "a word where a map is wanted",
        write(person("lang-yihe"), "Lang Yihe\n"),
        person("lang-yihe"),
        FirstCharacter(),
        "here should be a map",
        alone=True,
    ),
    Planted(
        "Windows line ends do not shift the place",
        all_of(
            replace(FORUM, "kind: ceremony", "kind: ceremoney"),
            rewrite(FORUM, lambda data: data.replace(b"\n", b"\r\n")),
        ),
        FORUM,
        At("kind: ", "ceremoney"),
        "did you mean 'ceremony'",
        alone=True,
    ),
)

FILES = BYTES + NAMES + YAML
