"""Which part of a name is the family name."""

from __future__ import annotations

import pytest

from generator.language.name_parts import name_parts


@pytest.mark.parametrize(
    ("name", "sort", "family", "given"),
    [
        ("林晚", "lin wan", "林", "晚"),
        ("林晚", None, "林", "晚"),
        ("欧阳小青", "ouyang xiaoqing", "欧阳", "小青"),
        ("歐陽小青", None, "歐陽", "小青"),
        ("欧阳", None, "欧", "阳"),
        ("司马懿", None, "司马", "懿"),
        ("单于平", "chanyu ping", "单于", "平"),
        ("单于平", "shan yuping", "单", "于平"),
        ("欧阳小青", "ou yang xiao qing", "欧阳", "小青"),
        ("梁丘白", "liangqiu bai", "梁丘", "白"),  # a compound that no list has, as the editor wrote it
        ("山田太郎", "yamada taro", "", ""),  # no Chinese reading: nothing tells where it parts
        ("穆罕默德阿里", None, "", ""),
        ("埃达·霍姆奎恩", "holmqvane edda", "", ""),
        ("晚", None, "", ""),
        ("乌云塔娜", "wuyuntana", "", ""),  # a name that has no family name: the editor parted nothing
    ],
)
def test_names_in_ideographs(name: str, sort: str | None, family: str, given: str) -> None:
    parts = name_parts(name, sort=sort)
    assert (parts.whole, parts.family, parts.given) == (name, family, given)
    assert parts.ideographic
    assert parts.initials == ()


@pytest.mark.parametrize(
    ("name", "sort", "ideographs", "family", "given", "initials"),
    [
        ("Zhou Pingchuan", "zhou pingchuan", "周平川", "Zhou", "Pingchuan", "PC"),
        ("Pingchuan Zhou", "zhou pingchuan", "周平川", "Zhou", "Pingchuan", "PC"),
        ("Pingchuan Zhou", None, "周平川", "Zhou", "Pingchuan", "PC"),
        ("Ouyang Xiaoqing", None, "歐陽小青", "Ouyang", "Xiaoqing", "XQ"),
        ("Lü An", None, "吕安", "Lü", "An", "A"),
        ("Shan Tian", None, "单田", "Shan", "Tian", "T"),  # read as a surname
        ("Dora Jian", "jian du", "简渡", "Jian", "Dora", "D"),
        ("Kin-Fai Lee", "lee kin-fai", "李建辉", "Lee", "Kin-Fai", "KF"),
        ("Kin-Fai Lee", None, "李建辉", "", "", ""),  # neither word is read so in Mandarin
        ("Edda Holmqvane", "holmqvane edda", "埃达·霍姆奎恩", "Holmqvane", "Edda", "E"),
        ("Edda Holmqvane", None, "埃达·霍姆奎恩", "Holmqvane", "Edda", "E"),
        ("Inês Corvane", "corvane ines", None, "Corvane", "Inês", "I"),
        ("Gabriel García Marlo", "garcia marlo gabriel", None, "García Marlo", "Gabriel", "G"),
        ("Yamada Taro", "yamada taro", "山田太郎", "Yamada", "Taro", "T"),
        ("Tarn", "tarn", "塔恩", "", "", ""),
    ],
)
def test_names_in_letters(
    name: str, sort: str | None, ideographs: str | None, family: str, given: str, initials: str
) -> None:
    parts = name_parts(name, sort=sort, ideographs=ideographs)
    assert (parts.whole, parts.family, parts.given) == (name, family, given)
    assert parts.initials == tuple(initials)
    assert not parts.ideographic


@pytest.mark.parametrize("sort", [None, "berg jan van der", "van der berg jan"])
def test_particles_are_of_neither_part(sort: str | None) -> None:
    parts = name_parts("Jan van der Berg", sort=sort)
    assert (parts.given, parts.particle, parts.family) == ("Jan", "van der", "Berg")
