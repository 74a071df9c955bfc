"""The project's version, which pyproject.toml says once: for the command, the foot of pages and reports of bounces."""

from importlib.metadata import version

VERSION = version("bouncekb")
