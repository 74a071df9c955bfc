"""Check `letters`: every letter can be sent as it stands, with no value known and with all of them, in both voices.

What stands for an unknown value must not explain itself ("the address the recipient's address"), and nothing may be
left over of what would have led up to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.catalogue import Article, Problem
from generator.checks._context import Context
from generator.compiled.letters import CUSTOMER, INSIDE, VOICES, has_voices, in_voice, letter, letters
from generator.compiled.nodes import Tree
from generator.compiled.words import letter as text_of
from generator.compiled.words import values

ID = "letters"
DESCRIPTION = "Every letter can be sent as it stands, with no value known and with all, in both voices."

_EXAMPLES = {
    "sender_ip": "203.0.113.7",
    "sender": "hanako@example.jp",
    "sender_domain": "example.jp",
    "recipient": "taro@example.com",
    "recipient_domain": "example.com",
    "remote_mta": "mx.example.com",
    "blocklist": "bl.example.org",
    "size_limit": "20971520",
    "reference": "AB12345",
    "help_url": "https://help.example.com/550",
    "code": "550 5.7.1",
    "answer": "550 5.7.1 Refused",
    "link": "https://bounce.example.org/a/general-user-unknown/",
}
_NOTHING: Mapping[str, str] = {}
_LEFT_OVER = re.compile(r"[{}]|\[(?:ask|we)\]|（\s*）|\(\s*\)|、、|。。|、。|  +|\bthe the\b")
_SMALL = frozenset({"a", "an", "the", "of", "your", "our", "to", "for", "in", "at", "is", "it", "and", "or"})
_NOUN = re.compile(r"[ァ-ヶー一-龠A-Za-z]{2,}")
_OWN_KEYS = {CUSTOMER: ("reply",), INSIDE: ("inside",)}
_NEAR = 8
"""So many characters before and behind a value may not say its noun again in Japanese; in English, two words."""


def check(context: Context) -> Iterable[Problem]:
    """Read every letter as whoever gets it."""
    if context.catalogue.is_broken("vocabulary"):
        return
    unknown = {
        lang: {one.id: getattr(one.unknown, lang) for one in context.catalogue.vocabulary.placeholders}
        for lang in ("ja", "en")
    }
    for article in context.articles:
        origin = context.catalogue.origin(article)
        for lang in ("ja", "en"):
            for name, tree in letters(article, lang).items():
                keys: tuple[str, ...] = _OWN_KEYS.get(name, ("forward", name))
                sent = letter(context.catalogue, article, name, lang)
                for message, mend in dict.fromkeys((*_voices(tree), *_wrong(tree, sent, lang, unknown[lang]))):
                    yield origin.problem(ID, (*keys, lang), message, mend)
        yield from _same_voices(article, context)


def _voices(tree: Tree) -> Iterator[tuple[str, str]]:
    said = {voice for voice in VOICES if in_voice(tree, voice) != in_voice(tree, "")}
    if len(said) == 1:
        (alone,) = said
        other = next(voice for voice in VOICES if voice != alone)
        yield f"Only the voice [{alone}] says something of its own.", f"Write a line with [{other}] beside it."


def _same_voices(article: Article, context: Context) -> Iterator[Problem]:
    replies = [letters(article, lang)[CUSTOMER] for lang in ("ja", "en")]
    if len(set(map(has_voices, replies))) > 1:
        mend = "Write [ask] and [we] in both languages."
        yield context.catalogue.origin(article).problem(ID, ("reply", "en"), "Only one language has two voices.", mend)


def _wrong(tree: Tree, sent: Tree, lang: str, unknown: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for voice in VOICES:
        for known in (_NOTHING, _EXAMPLES):
            text = text_of(in_voice(sent, voice), unknown, known)
            if found := _LEFT_OVER.search(text):
                around = text[max(0, found.start() - 15) : found.end() + 15].replace("\n", " ")
                which = "every value" if known else "no value"
                yield f"With {which} known, something is left over: ...{around}...", "Word it so that nothing is."
        yield from _explains_itself(in_voice(tree, voice), lang, unknown)


def _explains_itself(tree: Tree, lang: str, unknown: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    # A mark that no text has keeps the wording of unknown values apart from what stands around them.
    marked = {name: f"\ue000{name}\ue001" for name in unknown}
    text = text_of(tree, marked, {})
    for name in dict.fromkeys(values(tree)):
        for found in re.finditer(f"\ue000{name}\ue001", text):
            before, behind = text[: found.start()], text[found.end() :]
            again = (_again_ja if lang == "ja" else _again_en)(before, unknown[name], behind)
            if again:
                said = f"{before[-20:]}{unknown[name]}{behind[:20]}".replace("\n", " ")
                mend = f"Put `{{{name}}}` in brackets behind its noun, or leave the noun out."
                yield f"While `{name}` is unknown, this explains itself: ...{said}...", mend


def _again_ja(before: str, wording: str, behind: str) -> bool:
    near = f"{_sentence(before, last=True)[-_NEAR:]} {_sentence(behind, last=False)[:_NEAR]}"
    return bool(set(_NOUN.findall(near)) & set(_NOUN.findall(wording)))


def _again_en(before: str, wording: str, behind: str) -> bool:
    near = [*_sentence(before, last=True).lower().split()[-2:], *_sentence(behind, last=False).lower().split()[:1]]
    own = {word.strip("()@,") for word in wording.lower().split() if "'" not in word} - _SMALL
    return bool({word.strip("()@,.;:") for word in near} & own)


def _sentence(text: str, *, last: bool) -> str:
    sentences = re.split(r"[。.！!？?\n]", text)
    return sentences[-1] if last else sentences[0]
