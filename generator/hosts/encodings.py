"""The encodings that the engine asks its host for: how the WHATWG Encoding Standard's differ from Python's codecs.

Imports the standard library only. Knows single characters; decoding.py puts them together.

How the lists of differences were made: each byte, pair of bytes, JIS X 0212 triple and four-byte gb18030 sequence was
decoded by encoding_rs, Mozilla's implementation of the standard, and by Python; what differs is written down here.
tests/browser/test_decoding.py compares all of them with Chromium, so a codec that changes with Python shows there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product

# Single-byte encodings and their codecs. Their gaps are C1 controls in the standard, and errors above 0x9F.
SINGLE_BYTE = {
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "macintosh": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "windows-874": "cp874",
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-125{page}": f"cp125{page}" for page in (0, 1, 3, 4, 5, 6, 7, 8)},
}
SINGLE_BYTE_DIFFERENCES = {
    "koi8-u": {0xAE: "ў", 0xBE: "Ў"},
    "windows-1255": {0xCA: "\u05ba"},
}


@dataclass(frozen=True)
class MultiByte:
    """An encoding of characters of several bytes.

    `units` matches the bytes that the standard's decoder answers at once, right or wrong, ASCII by the run. A pair may
    end with ASCII from 0x40 on: if it is no character, the standard reads that byte again. `differences` has the units
    whose text isn't what `codec` says.
    """

    codec: str
    units: re.Pattern[bytes]
    differences: Mapping[bytes, str] = field(default_factory=dict)


def character(unit: bytes, codec: str) -> str:
    """What a codec of Python's answers to the bytes of one character; nothing if they are none to it."""
    try:
        return unit.decode(codec)
    except UnicodeDecodeError:
        return ""


def _units(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"[\x00-\x7f]+|%b|." % pattern, re.DOTALL)


def _runs(text: str) -> dict[bytes, str]:
    """Characters of consecutive pairs, each run behind the first pair; 0x7F to 0xA0 are no second bytes."""
    found = {}
    for start, characters in re.findall(r"([0-9A-F]{4})([^\x00-\x7f]+)", text):
        pair = int(start, 16)
        for character in characters:
            found[pair.to_bytes(2)] = character
            pair += 1 if pair & 0xFF != 0x7E else 0xA1 - 0x7E
    return found


def _microsofts_in_euc() -> dict[bytes, str]:
    """Rows 1, 2, 13 and 89 to 92 of JIS X 0208 as Microsoft has them: the standard takes them for EUC-JP, too."""
    found = {}
    for row, cell in product((1, 2, 13, 89, 90, 91, 92), range(1, 95)):
        lead = (row - 1) // 2 + (0x81 if row <= 62 else 0xC1)
        trail = cell + (0x9E if row % 2 == 0 else 0x40 if cell >= 64 else 0x3F)
        found[bytes([row + 0xA0, cell + 0xA0])] = character(bytes([lead, trail]), "cp932")
    return {pair: text for pair, text in found.items() if text}


# Python has Hong Kong's supplement of 2004, the standard that of 2008 and what vendors had added to Big5.
_BIG5 = """
877A㡵𡵓𣚞𦀡㻬𥣞㫵竼龗𤅡𨤍𣇪𠪊𣉞䌊蒄龖鐯䤰蘓墖靊鈘秐稲晠権袝瑌篅枂稬剏遆㓦珄𥶹瓆鿇垳䤯呌䄱𣚎堘穲𧭥讏䚮𦺈䆁
87CF𥶙箮𢒼鿈𢓁𢓉𢓌鿉蔄𣖻䂴鿊䓡𪷿拁灮鿋 8E69箸 8E6F簆 8E7E糎 8EAB緒 8EB4縝 8ECD者 8ED0耨 8F57菁 8F69蒨 8F6E萏
8FCB覦覩 8FFE起 906D都 907A銹 90DC靜 90F1響 91BF鼖 9244蔃 92AF兙兛兝兞 92C8鍮 92D1瑹 9447浧 94CA禛 95D9邗 9644靝
96ED瀞 96FC嬨 9B76爁 9B78矗 9B7B纇 9BC6駖 9BDE釔 9BEC惞 9BF6澶 9C42輶 9C53侻 9C62營 9C68鄄 9C6B鷰 9C77菏 9CBC尐秣
9CD0婧 9D57輋 9D5A筑 9DC4拐 9EA9恢 9EEF痹 9EFD汊 9F60鬮 9F66鼗 9FCB僭 9FD8弌 A063蠏 A077拎 A0D5瑨 A0DF煢 A0E4牐
A145‧ A14E﹑ A1C2¯ A1E3～ A1F2⊕⊙ A241∕﹨ A244￥ A246￠￡ A3C0␀␁␂␃␄␅␆␇␈␉␊␋␌␍␎␏␐␑␒␓␔␕␖␗␘␙␚␛␜␝␞␟␡€
C6CF廴 C6D3无 C6D5癶 C6D7隶 C6DE〃仝 FA5F倩 FA66偽 FABD包 FAC5卄 FAD5卿 FB48嘅 FBB8婷 FBF3幵 FBF9廐 FC4F彘 FC6C悤
FCB9撐 FCE2晴 FCF1杞 FDB7沜渝 FDBB港 FDF1煮 FE52猪 FE6F瑜 FEAA瓩 FEDD砉
"""
# Python has gb18030 of 2000, where these were for private use; the standard that of 2022, and U+3000 for the first.
_GB18030 = "A3A0　 A6D9︐︒︑︓︔︕︖ A6EC︗︘ A6F3︙ A8BCḿ FE59龴 FE61龵 FE66龶龷 FE6D龸 FE7E龹 FE90龺 FEA0龻"

MULTI_BYTE = {
    "shift_jis": MultiByte(
        "cp932",
        _units(rb"[\x81-\x9f\xe0-\xfc][\x40-\xff]"),
        dict.fromkeys((b"\xa0", b"\xfd", b"\xfe", b"\xff"), "\ufffd"),
    ),
    "euc-jp": MultiByte(
        "euc_jp",
        _units(rb"\x8f[\xa1-\xfe][\x80-\xff]?|[\x8e\x8f\xa1-\xfe][\x40-\xff]"),
        _microsofts_in_euc() | {b"\x8f\xa2\xb7": "～"},
    ),
    # What could become four bytes and doesn't is wrong at its first byte only, unless the text ends in its midst.
    "gb18030": MultiByte(
        "gb18030",
        _units(rb"[\x81-\xfe](?:[\x40-\xff]|[0-9](?:[\x81-\xfe](?:[0-9]|\Z)|\Z))"),
        _runs(_GB18030) | {b"\x80": "€", b"\x81\x35\xf4\x37": "\ue7c7"},
    ),
    "big5": MultiByte("big5hkscs", _units(rb"[\x81-\xfe][\x40-\xff]"), _runs(_BIG5)),
    "euc-kr": MultiByte("cp949", _units(rb"[\x81-\xfe][\x40-\xff]")),
}
