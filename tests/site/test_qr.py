"""The QR code of a printed page: what a phone reads from it is the address, whole and nothing else."""

import re

import pytest
import zxingcpp

from generator.pages.qr import qr_path

ADDRESSES = [
    "https://bounce.example.org/a/microsoft-banned-sending-ip/",
    "https://bounce.example.org/en/a/general-mailbox-full/",
    "https://example.jp/~help/メール/a/general-mailbox-full/",
    "https://example.com/" + "a-very-long-folder/" * 12,
]
SCALE = 3
QUIET = 4


def painted(size: int, d: str) -> list[list[bool]]:
    """The dark modules, as a browser would paint the path `d` with a line of width 1."""
    dark = [[False] * size for _ in range(size)]
    x = y = 0
    commands = re.findall(r"M\d+ \d+\.5|m\d+ 0|h\d+", d)
    assert "".join(commands) == d
    for command in commands:
        if command[0] == "M":
            column, row = command[1:].split()
            x, y = int(column), int(row.removesuffix(".5"))
        elif command[0] == "m":
            x += int(command[1:].split()[0])
        else:
            for _ in range(int(command[1:])):
                assert not dark[y][x], "one module is painted twice"
                dark[y][x] = True
                x += 1
    return dark


def read(dark: list[list[bool]]) -> list[zxingcpp.Barcode]:
    """What a reader of barcodes finds in the picture."""
    side = len(dark) * SCALE
    grey = bytes(0 if dark[y // SCALE][x // SCALE] else 255 for y in range(side) for x in range(side))
    return zxingcpp.read_barcodes(memoryview(grey).cast("B", (side, side)))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_finds_the_address(address: str) -> None:
    [code] = read(painted(*qr_path(address)))
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    assert code.text == address
    assert code.ec_level in {"M", "Q", "H"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_quiet_zone_is_empty_and_the_corner_is_not(address: str) -> None:
    size, d = qr_path(address)
    dark = painted(size, d)
    inner = range(QUIET, size - QUIET)
    assert not any(dark[y][x] for y in range(size) for x in range(size) if y not in inner or x not in inner)
    assert all(dark[QUIET][QUIET : QUIET + 7])
    assert (size - 2 * QUIET - 17) % 4 == 0, "a QR code has 17 modules and 4 for each version"


def test_a_smudge_does_no_harm() -> None:
    size, d = qr_path(ADDRESSES[0])
    dark = painted(size, d)
    for y in range(size // 2, size // 2 + 4):
        for x in range(size // 2, size // 2 + 4):
            dark[y][x] = True
    [code] = read(dark)
    assert code.text == ADDRESSES[0]


def test_the_same_text_gives_the_same_path() -> None:
    assert qr_path(ADDRESSES[0]) == qr_path(ADDRESSES[0])
    assert qr_path(ADDRESSES[0]) != qr_path(ADDRESSES[1])


def test_a_short_text_is_no_micro_code() -> None:
    [code] = read(painted(*qr_path("A1")))
    assert code.format == zxingcpp.BarcodeFormat.QRCode
