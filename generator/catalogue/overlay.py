"""An overlay as values: an organisation's own catalogue, laid over another; whose it is, and its frames of letters.

Imports pydantic and the model's other parts. Never reads a file, never lays anything over anything: `layers` does.
"""

from typing import Annotated, Literal

from pydantic import Field

from generator.catalogue.article import Addressee
from generator.catalogue.model import Part, Text, Title
from generator.catalogue.scalars import Contact, FrameText, JapaneseFrameText


class Overlay(Part):
    """Whose the overlay is, as its pages and answers say it, and where to reach them."""

    name: Title
    contact: Contact | None = None


class LetterFrame(Text):
    """What stands around the article's words in a letter; generator/words/letters.yaml has the form."""

    ja: JapaneseFrameText
    en: FrameText


class LetterFrames(Part):
    """Frames that stand in for those of the project, whole; as it has them all, `overrides` must be said."""

    overrides: Literal[True]
    frames: Annotated[dict[Literal["customer", "inside", Addressee], LetterFrame], Field(min_length=1)]
