"""Shows on top of every served page what is wrong with the last edit. Imports nothing of this project.

Works on what the server answers, so the pages themselves stay as they were built.
"""

import html
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A WSGI application."""

_BODY = re.compile(rb"<body\b[^>]*>")
_STYLE = (
    "position:relative;z-index:9;margin:0;padding:.8rem 1.2rem;border-bottom:4px solid #b00020;background:#fff;"
    "color:#000;font:16px/1.5 sans-serif;white-space:pre-wrap;overflow-wrap:anywhere"
)


class Notice(NamedTuple):
    """What is to be said: a sentence, and the problems."""

    title: str
    problems: Sequence[str]


NO_NOTICE = Notice("", ())


def with_banner(page: bytes, notice: Notice) -> bytes:
    """Return an HTML page with the notice on top, as text."""
    lines = "".join(f"<li>{html.escape(problem)}</li>" for problem in notice.problems)
    banner = f'<div role="alert" style="{_STYLE}"><strong>{notice.title}</strong><ul>{lines}</ul></div>'.encode()
    body = _BODY.search(page)
    at = body.end() if body else 0
    return page[:at] + banner + page[at:]


def bannered(serve: Application, notice: Callable[[], Notice]) -> Application:
    """Return an application that answers as `serve` does, with a banner while there are problems."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[Any] = []
        body = serve(environ, lambda *arguments: started.extend(arguments))
        status, headers, *rest = started
        shown = notice()
        if shown.problems and dict(headers).get("Content-Type", "").startswith("text/html"):
            page = with_banner(b"".join(body), shown)
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            headers.append(("Content-Length", str(len(page))))
            body = [page]
        start_response(status, headers, *rest)
        return body

    return answer
