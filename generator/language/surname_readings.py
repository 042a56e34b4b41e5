"""How surnames are read, where the same character is read otherwise in other words.

Readings in Hanyu Pinyin as the Xiandai Hanyu Cidian gives them for the surname, only where they differ from
the usual one. A person who reads it in another way has a `sort` of his own.
"""

from __future__ import annotations

# Simplified and Traditional forms, each character with the reading as a surname.
SURNAME_READINGS = {
    "单": "shàn", "單": "shàn", "仇": "qiú", "曾": "zēng", "朴": "piáo", "解": "xiè", "区": "ōu",
    "區": "ōu", "查": "zhā", "任": "rén", "盖": "gě", "蓋": "gě", "缪": "miào", "繆": "miào", "乐": "yuè",
    "樂": "yuè", "员": "yùn", "員": "yùn", "种": "chóng", "秘": "bì", "黑": "hè", "折": "shé", "繁": "pó",
    "翟": "zhái", "华": "huà", "華": "huà", "那": "nā", "甯": "nìng", "纪": "jǐ", "紀": "jǐ", "覃": "qín",
    "燕": "yān", "召": "shào", "哈": "hǎ", "葛": "gě", "撒": "sǎ", "隗": "wěi", "乜": "niè", "賁": "bēn",
    "过": "guō", "過": "guō", "要": "yāo", "句": "gōu", "阚": "kàn", "祭": "zhài", "相": "xiàng",
    "薄": "bó", "洗": "xiǎn", "卜": "bǔ", "干": "gān", "於": "yū",
}  # fmt: skip

# Surnames of two characters: they say where the given name begins.
COMPOUND_SURNAMES = {
    "欧阳": "ōu yáng", "歐陽": "ōu yáng", "司马": "sī mǎ", "司馬": "sī mǎ", "上官": "shàng guān",
    "诸葛": "zhū gě", "諸葛": "zhū gě", "令狐": "líng hú", "司徒": "sī tú", "司空": "sī kōng",
    "夏侯": "xià hóu", "皇甫": "huáng fǔ", "尉迟": "yù chí", "尉遲": "yù chí", "公孙": "gōng sūn",
    "公孫": "gōng sūn", "长孙": "zhǎng sūn", "長孫": "zhǎng sūn", "慕容": "mù róng", "宇文": "yǔ wén",
    "万俟": "mò qí", "澹台": "tán tái", "澹臺": "tán tái", "东方": "dōng fāng", "東方": "dōng fāng",
    "独孤": "dú gū", "獨孤": "dú gū", "南宫": "nán gōng", "南宮": "nán gōng", "端木": "duān mù",
    "百里": "bǎi lǐ", "呼延": "hū yán", "轩辕": "xuān yuán", "軒轅": "xuān yuán", "东郭": "dōng guō",
    "東郭": "dōng guō", "西门": "xī mén", "西門": "xī mén", "鲜于": "xiān yú", "鮮于": "xiān yú",
    "申屠": "shēn tú", "完颜": "wán yán", "完顏": "wán yán", "纳兰": "nà lán", "納蘭": "nà lán",
    "拓跋": "tuò bá", "赫连": "hè lián", "赫連": "hè lián", "闾丘": "lǘ qiū", "閭丘": "lǘ qiū",
    "濮阳": "pú yáng", "濮陽": "pú yáng", "淳于": "chún yú", "单于": "chán yú", "單于": "chán yú",
    "钟离": "zhōng lí", "鍾離": "zhōng lí", "太史": "tài shǐ", "公羊": "gōng yáng", "乐正": "yuè zhèng",
    "樂正": "yuè zhèng", "宗政": "zōng zhèng", "范姜": "fàn jiāng", "张简": "zhāng jiǎn",
    "張簡": "zhāng jiǎn",
}  # fmt: skip
