"""The Content-Security-Policy of a built page, as a `<meta>` with the hashes of the page's own inline scripts.

A page may load its own site's files and nothing else. The theme's few inline scripts are allowed by their hashes, so a
script smuggled into a page never runs. Imports nothing of this project; never changes anything but the one `<meta>`.
"""

import base64
import hashlib
import re

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_NEVER_RUNS = re.compile(r"\bsrc\s*=|\btype\s*=[\"']?application/(?:ld\+)?json\b")
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)


def with_policy(html: str) -> str:
    """Return the page with its policy directly after `<meta charset>`, before anything that could load.

    Raises ValueError if the page has no `<meta charset>` to put it after.
    """
    charset = _CHARSET.search(html)
    if charset is None:
        raise ValueError('the page has no <meta charset="utf-8">, so its security policy has no place')
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(html)}">'
    return f"{html[: charset.end()]}\n      {meta}{html[charset.end() :]}"


def _policy(html: str) -> str:
    scripts = " ".join(["'self'", *(f"'{digest}'" for digest in inline_script_hashes(html))])
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self'",
            "font-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            # No string becomes a script or HTML; of addresses, only those that the view's one policy has looked at.
            "require-trusted-types-for 'script'",
            "trusted-types bouncekb 'allow-duplicates'",
        ]
    )


def inline_script_hashes(html: str) -> list[str]:
    """Return `sha256-...` of every inline script that runs, sorted, each once. JSON and JSON-LD are
    data: browsers never run them, so the policy does not ask about them."""
    hashes = set()
    for attributes, body in _SCRIPT.findall(html):
        if _NEVER_RUNS.search(attributes):
            continue
        hashes.add("sha256-" + base64.b64encode(hashlib.sha256(body.encode()).digest()).decode())
    return sorted(hashes)
