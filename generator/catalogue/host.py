"""A host as a value: a service that people send their mail through, and its own pages on what an article asks for.

Imports pydantic and the model's other parts. Never reads a file.
"""

from datetime import date
from typing import Annotated

from pydantic import Field

from generator.catalogue.article import HostTopic
from generator.catalogue.model import Entry, Strict, Text, Title
from generator.catalogue.scalars import Id, Label, Words


class HostPage(Strict):
    """A page of the host's own: what it is about, where in the control panel it leads, and the day somebody looked."""

    topics: Annotated[tuple[HostTopic, ...], Field(min_length=1)]
    title: Title
    url: Words
    use: Text
    checked: date


class Host(Entry):
    """A service that people send through. `names` are what else it is called; `panel` is its control panel's name."""

    id: Id
    title: Title
    names: tuple[Label, ...] = ()
    panel: Title | None = None
    pages: Annotated[tuple[HostPage, ...], Field(min_length=1)]
