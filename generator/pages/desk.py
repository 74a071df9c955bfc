"""The support desk's page: where mails are put, and places that its script fills. Imports its sibling modules."""

from generator.pages import template, urls
from generator.pages.edition import Edition
from generator.pages.matcher import PRIVACY
from generator.pages.page import Page


def page(edition: Edition) -> Page:
    """Return the desk's page."""
    root = urls.root_from(urls.DESK)
    privacy = urls.to_url(urls.DESK, PRIVACY)
    return template.page("desk.md.j2", urls.DESK, edition, assets=f"{root}assets/bouncekb/", privacy=privacy)
