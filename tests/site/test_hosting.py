"""What operators are given to put the site on a server: tried with real servers where there are any, else read."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import quickjs
import yaml

from tests.assets import asset
from tests.conftest import SMALL_ADDRESS
from tests.site.html import document, parse
from tests.site.servers import SETTINGS, apache, get, nginx

FOR_EVER = "public, max-age=31536000, immutable"
BELOW = urlsplit(SMALL_ADDRESS).path
FILES = sorted(path.name for path in SETTINGS.iterdir())
POLICIES = [name for name in FILES if "frame-ancestors" in (SETTINGS / name).read_text(encoding="utf-8")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the servers' own files."""
    return tmp_path_factory.mktemp("servers")


@pytest.fixture(scope="module")
def at_root(site: Path, folder: Path) -> Iterator[str]:
    """The site on a host of its own."""
    with nginx("nginx.conf", {"/var/www/bounce": site}, folder / "root") as address:
        yield f"{address}/"


@pytest.fixture(scope="module")
def documents(small_site: Path, folder: Path) -> Path:
    """The documents of a host that has the small site in a folder."""
    documents = folder / "documents"
    below = documents / BELOW.strip("/")
    shutil.copytree(small_site, below)
    shutil.copy(SETTINGS / "htaccess.txt", below / ".htaccess")
    return documents


@pytest.fixture(scope="module", params=["nginx", "apache"])
def below(request: pytest.FixtureRequest, documents: Path, folder: Path) -> Iterator[str]:
    """The small site below a path of a host."""
    if request.param == "nginx":
        with nginx("nginx-subpath.conf", {"/var/www/html": documents}, folder / "below") as address:
            yield address + BELOW
    else:
        with apache(documents, folder / "apache") as address:
            yield address + BELOW


def policy(page: Path) -> str:
    """What a page says itself of what it may load."""
    [found] = [one for one in document(page).all("meta") if one.get("http-equiv") == "Content-Security-Policy"]
    return found["content"]


def is_as_it_should_be(root: str, site: Path) -> None:
    """Ask a server for what matters: headers, caching, compression, and what it says of addresses that aren't there."""
    engine = asset(site, "engine.js")
    script = get(f"{root}assets/bouncekb/{engine.name}", {"Accept-Encoding": "gzip"})
    assert script.status == 200 and script.headers["Cache-Control"] == FOR_EVER
    assert script.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in script.headers["Vary"]
    assert gzip.decompress(script.body) == engine.read_bytes()
    assert "javascript" in script.headers["Content-Type"]

    for path in ("", "en/", "sitemap.xml", "guide/privacy/"):
        found = get(root + path)
        assert found.status == 200 and found.headers["Cache-Control"] == "no-cache", path
    page = get(root)
    assert page.headers["Content-Type"].lower() == "text/html; charset=utf-8"
    again = get(root, {"If-None-Match": page.headers["ETag"]})
    assert again.status == 304 and not again.body

    for path, status in {"": 200, "no-such-page/": 404}.items():
        headers = get(root + path).headers
        assert headers["Content-Security-Policy"] == f"{policy(site / 'index.html')}; frame-ancestors 'none'"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert get(root + path).status == status

    without_slash = get(f"{root}guide/privacy")
    assert without_slash.status in (301, 302, 308)
    assert urljoin(f"{root}guide/privacy", without_slash.headers["Location"]) == f"{root}guide/privacy/"

    for path, lang in {"no-such-page/": "ja", "a/none.html": "ja", "en/no/such/page/": "en", "en/x.js": "en"}.items():
        missing = get(root + path)
        assert missing.status == 404 and missing.headers["Cache-Control"] in ("no-cache", None), path
        assert parse(missing.body.decode()).all("html")[0]["lang"] == lang, path
    gone = get(f"{root}assets/bouncekb/engine.0123456789.js")
    assert gone.status == 404 and gone.headers["Cache-Control"] != FOR_EVER


def test_nginx_serves_the_site_as_it_should_be(at_root: str, site: Path) -> None:
    is_as_it_should_be(at_root, site)
    assert get(at_root).headers["Strict-Transport-Security"] == "max-age=31536000"


def test_a_server_serves_the_site_below_a_path_as_it_should_be(below: str, small_site: Path) -> None:
    is_as_it_should_be(below, small_site)


@pytest.mark.parametrize("path", ["no/such/page/", "en/no/such/page/"])
def test_the_page_for_a_missing_address_finds_everything_below_the_path(below: str, path: str) -> None:
    found = parse(get(below + path).body.decode())
    addresses = {
        urljoin(below + path, one.get("src") or one.get("href") or "")
        for tag in ("script", "link", "a", "img")
        for one in found.all(tag)
    }
    own = {address.split("#")[0] for address in addresses if address.startswith(below.rsplit(BELOW, 1)[0])}
    assert len(own) > 20
    assert {
        address: get(address).status for address in own if address != below + path and get(address).status != 200
    } == {}


def test_pages_below_a_path_say_where_they_live(small_site: Path) -> None:
    for lang, folder in (("ja", ""), ("en", "en/")):
        page = document(small_site / folder / "a" / "acme-blocked-ip" / "index.html")
        [canonical] = [one["href"] for one in page.all("link") if one.get("rel") == "canonical"]
        assert canonical == f"{SMALL_ADDRESS}{folder}a/acme-blocked-ip/"
        alternates = {one["hreflang"]: one["href"] for one in page.all("link") if one.get("rel") == " alternate"}
        assert alternates[lang] == canonical and all(one.startswith(SMALL_ADDRESS) for one in alternates.values())
        sitemap = (small_site / folder / "sitemap.xml").read_text(encoding="utf-8")
        assert f"<loc>{SMALL_ADDRESS}{folder}</loc>" in sitemap


@pytest.mark.parametrize("name", POLICIES)
def test_settings_allow_what_pages_allow_and_nobody_to_frame_them(site: Path, name: str) -> None:
    assert len(POLICIES) == 5
    assert f"{policy(site / 'index.html')}; frame-ancestors 'none'" in (SETTINGS / name).read_text(encoding="utf-8")


def test_whatever_a_folder_rule_keeps_for_ever_has_a_mark(site: Path) -> None:
    """Hosts whose rules end in a folder keep all that is in there."""
    rules = re.findall(r"^/(\S+/)\*\n  Cache-Control: (.*)", (SETTINGS / "headers.txt").read_text(), re.MULTILINE)
    assert {value for _, value in rules} == {FOR_EVER}
    upload = (SETTINGS / "s3-upload.sh").read_text()
    for folder, _ in rules:
        assert upload.count(f"clude '{folder}*'") == 2
        names = [path.name for path in (site / folder).iterdir()]
        assert names and all(re.search(r"\.[0-9a-f]{8,10}\.", name) for name in names), folder


def test_the_function_for_cloudfront_finds_pages_and_leaves_files(site: Path) -> None:
    context = quickjs.Context()
    context.eval((SETTINGS / "cloudfront-function.js").read_text(encoding="utf-8"))

    def handled(uri: str) -> dict[str, object]:
        answer: dict[str, object] = json.loads(
            context.eval(f"JSON.stringify(handler({{request: {{uri: {json.dumps(uri)}}}}}))")
        )
        return answer

    assert handled("/en/")["uri"] == "/en/index.html"
    assert handled(f"/assets/bouncekb/{asset(site, 'engine.js').name}")["uri"]
    for path in ("/guide/privacy", "/code/5.7.606", "/code/AS-1430"):
        answer = handled(path)
        assert answer["statusCode"] == 301 and answer["headers"] == {"location": {"value": f"{path}/"}}
    for page in site.glob("*/*/index.html"):
        assert "statusCode" in handled(f"/{page.parent.relative_to(site)}")
    for file in (path for path in site.rglob("*") if path.is_file()):
        assert handled(f"/{file.relative_to(site)}").get("uri"), file


def test_settings_in_yaml_and_json_can_be_read() -> None:
    workflow = yaml.safe_load((SETTINGS / "github-pages.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"} and set(workflow["jobs"]) == {"build", "deploy"}
    assert json.loads((SETTINGS / "cloudfront-headers.json").read_text(encoding="utf-8"))["SecurityHeadersConfig"]
