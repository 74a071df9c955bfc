"""Counts a pile, a result at a time: nothing of a mail is kept but what is counted.

Imports its sibling modules. Never says anything in words, never reads a file.
"""

from collections import Counter, defaultdict
from collections.abc import Callable

from generator.hosts.types import Recipient, Result
from generator.report.addresses import Action, Addresses
from generator.report.verdicts import BOUNCES, verdict, wording

MOST_NAMED = 20
"""So many inputs without a result are named."""


class Tally:
    """What there is in a pile.

    A refusal is one recipient of one mail that came back or is delayed; causes (by article, None where it isn't known),
    services, domains of no known service, and days count those. `kinds` counts mails, `wordings` mails without a
    cause by what the server said, each with the name of the first. `action`: see `Addresses`.
    """

    def __init__(self, action: Callable[[str], Action]) -> None:
        self.kinds: Counter[str] = Counter()
        self.causes: Counter[str | None] = Counter()
        self.sure: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.providers: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
        self.domains: defaultdict[str, Counter[str | None]] = defaultdict(Counter)
        self.days: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self.undated = 0
        self.addresses = Addresses(action)
        self.wordings: Counter[str] = Counter()
        self.first_with: dict[str, str] = {}
        self.failed = 0
        self.failures: list[str] = []

    @property
    def mails(self) -> int:
        """How many mails have a result."""
        return self.kinds.total()

    @property
    def refusals(self) -> int:
        """How many recipients were refused or are waited for."""
        return self.causes.total()

    def fail(self, sentence: str) -> None:
        """Count an input that has no result."""
        self.failed += 1
        if len(self.failures) < MOST_NAMED:
            self.failures.append(sentence)

    def add(self, result: Result, name: str, date: str | None) -> None:
        """Count a result. `name` is its input's for people, `date` when that was written, as ISO 8601."""
        kind = result["kind"]
        self.kinds[kind] += 1
        if kind not in (*BOUNCES, "delivered"):
            return
        for one in result["recipients"]:
            self.addresses.add(one, date or "")
            if one["kind"] in BOUNCES:
                self._refusal(one, date)
        if kind in BOUNCES and verdict(result) == "unanswered":
            said = wording(result)
            self.wordings[said] += 1
            self.first_with.setdefault(said, name)

    def _refusal(self, one: Recipient, date: str | None) -> None:
        best = one["matches"][0] if one["matches"] else None
        cause = best["article"] if best else None
        self.causes[cause] += 1
        if best:
            self.sure[best["article"]][best["confidence"]] += 1
        if one["provider"]:
            self.providers[one["provider"]][cause] += 1
        elif one["recipient"] and "@" in one["recipient"]:
            self.domains[one["recipient"].rpartition("@")[2].casefold()][cause] += 1
        if date:
            self.days[date[:10]][one["kind"]] += 1
        else:
            self.undated += 1
