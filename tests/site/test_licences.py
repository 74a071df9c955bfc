"""What the site ships of others is named with its licence, and nothing is shipped that no page uses."""

from importlib.metadata import distribution
from importlib.util import find_spec
from pathlib import Path

from tests.conftest import PROJECT

MADE = "assets/bouncekb/"
"""Where the build puts what it makes, beside what lies in docs/."""
EMBED = "assets/embed/"
"""What pages of others load, under a name that stays."""
THEIRS = ("assets/stylesheets/", "assets/images/")


def test_every_asset_is_ours_or_named_with_its_licence(site: Path) -> None:
    told = (site / "assets" / "licences.txt").read_text(encoding="utf-8")
    heads = [line for line in told.splitlines() if "assets/" in line]
    for path in site.rglob("assets/**/*"):
        if path.is_file():
            name = path.relative_to(site).as_posix().removeprefix("en/")
            assert name.startswith((MADE, EMBED, *THEIRS)) or (PROJECT / "docs" / name).is_file(), name
    assert all(any(folder in line for line in heads) for folder in THEIRS)


def test_the_licences_are_those_of_what_is_installed() -> None:
    told = (PROJECT / "docs" / "assets" / "licences.txt").read_text(encoding="utf-8")
    [theme] = [
        file
        for file in distribution("mkdocs-material").files or ()
        if file.name == "LICENSE" and ".dist-info" in str(file)
    ]
    theme_itself = find_spec("material")
    assert theme_itself and theme_itself.origin
    icons = Path(theme_itself.origin).parent / "templates" / ".icons" / "material" / "LICENSE"
    for text in (
        theme.read_text(),
        icons.read_text(encoding="utf-8"),
        (PROJECT / "LICENSE").read_text(encoding="utf-8"),
    ):
        assert text.strip() in told


def test_every_foot_leads_to_them(site: Path) -> None:
    for page in ("index.html", "en/guide/privacy/index.html", "a/general-mailbox-full/index.html", "404.html"):
        assert 'assets/licences.txt"' in (site / page).read_text(encoding="utf-8"), page
