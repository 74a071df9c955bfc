"""Says in MkDocs' log which language a warning is about. Imports nothing of this project; never logs by itself."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

_MARK = "_bouncekb_named"


@contextmanager
def named(name: str) -> Iterator[None]:
    """While this lasts, put `name` before every warning and error."""

    def put(record: logging.LogRecord) -> bool:
        if record.levelno >= logging.WARNING and not hasattr(record, _MARK):
            record.msg = f"{name}: {record.msg}"
            setattr(record, _MARK, True)
        return True

    # A logger's filter doesn't see what comes from the loggers below it; a handler's does.
    handlers = [*logging.getLogger("mkdocs").handlers, *logging.getLogger().handlers]
    for handler in handlers:
        handler.addFilter(put)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(put)
