"""The catalogue: kb/*.yaml as frozen values, with a file and line for everything that is wrong.

Imports pydantic and PyYAML. Knows nothing of pages, MkDocs or the engine.
"""

from generator.catalogue.article import UNKNOWN_STAGE, Article, Example, Lasting, Next, Pattern, Rule, Step
from generator.catalogue.codes import Code, CodeTable
from generator.catalogue.host import Host, HostPage
from generator.catalogue.loader import GENERAL, Catalogue, FileMemory, LoadResult, load_catalogue
from generator.catalogue.model import CodeList, Provider, Source, Text, Vocabulary
from generator.catalogue.newest import newest_day
from generator.catalogue.overlay import Overlay
from generator.catalogue.problem import Origin, Problem
from generator.catalogue.reporter import Frame, Report, Reporter
from generator.catalogue.words import MailWords

__all__ = [
    "GENERAL",
    "UNKNOWN_STAGE",
    "Article",
    "Catalogue",
    "Code",
    "CodeList",
    "CodeTable",
    "Example",
    "FileMemory",
    "Frame",
    "Host",
    "HostPage",
    "Lasting",
    "LoadResult",
    "MailWords",
    "Next",
    "Origin",
    "Overlay",
    "Pattern",
    "Problem",
    "Provider",
    "Report",
    "Reporter",
    "Rule",
    "Source",
    "Step",
    "Text",
    "Vocabulary",
    "load_catalogue",
    "newest_day",
]
