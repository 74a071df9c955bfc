"""Turns a real report into an example: every name and address becomes one that documentation may use.

RFC 2606 (names), RFC 5737 and RFC 3849 (addresses). Imports the standard library only.
"""

import re

_ADDRESS = re.compile(r"([^\s<>()\[\],;:\"'=@]+)@([\w-]+(?:\.[\w-]+)*)")
_IPV4 = re.compile(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?!\w|\.\d)")
_IPV6 = re.compile(
    r"(?<![\w:])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?=[0-9A-Fa-f:]*::)[0-9A-Fa-f:]{3,39})(?![\w:])"
)
_HOST = re.compile(r"(?<![\w@.-])(?:[\w-]+\.)+[A-Za-z]{2,24}(?![\w-])")
_DOCUMENTATION = re.compile(
    r"(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org|jp|co\.jp|ne\.jp|or\.jp))$"
)
_PEOPLE = ("taro", "hanako", "jiro", "yuki", "ken", "mika")
_DOMAINS = ("example.jp", "example.com", "example.net", "example.org")


class _Names:
    """The same value always gets the same invented one."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def of(self, kind: str, value: str, invent: tuple[str, ...], form: str) -> str:
        key = f"{kind}:{value.lower()}"
        if key not in self._given:
            count = sum(known.startswith(f"{kind}:") for known in self._given)
            self._given[key] = invent[count] if count < len(invent) else form.format(count + 1)
        return self._given[key]


def as_example(report: str) -> str:
    """The report with documentation names and addresses. Servers' own words stay; read it before you commit it."""
    names = _Names()

    def domain(value: str) -> str:
        if _DOCUMENTATION.search(value.lower()):
            return value
        return names.of("domain", value, _DOMAINS, "d{}.example")

    def address(found: re.Match[str]) -> str:
        if _DOCUMENTATION.search(found[2].lower()):
            return found[0]
        return f"{names.of('person', found[1], _PEOPLE, 'user{}')}@{domain(found[2])}"

    def host(found: re.Match[str]) -> str:
        return domain(found[0]) if found[0].count(".") else found[0]

    text = _ADDRESS.sub(address, report)
    text = _IPV4.sub(
        lambda found: names.of("ip", found[0], ("203.0.113.7", "192.0.2.25", "198.51.100.30"), "203.0.113.{}"), text
    )
    text = _IPV6.sub(lambda found: names.of("ip6", found[0], ("2001:db8::25",), "2001:db8::{}"), text)
    return _HOST.sub(host, text)
