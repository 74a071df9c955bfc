"""Check `hosts`: a provider's domains and hosts are its own, not everybody's.

`*.com` would make every server below it this provider's.
"""

from collections.abc import Iterable

from generator.catalogue import Problem
from generator.checks._context import Context
from generator.checks._hosts import is_address, is_everybodys

ID = "hosts"
DESCRIPTION = (
    "The domains and hosts of a provider are names that it registered: not `*.com`, not `co.jp`, no IP address."
)


def check(context: Context) -> Iterable[Problem]:
    """Look at every domain and host."""
    for provider in context.catalogue.providers.values():
        for key in ("domains", "hosts"):
            for index, host in enumerate(getattr(provider, key)):
                if is_address(host):
                    message, mend = f"`{host}` is an IP address.", "Write the name of the host."
                elif is_everybodys(host):
                    message, mend = (
                        f"`{host}` takes in hosts of anybody.",
                        "Write the name that the provider registered.",
                    )
                else:
                    continue
                yield provider.origin.problem(ID, (key, index), message, mend)
