"""The catalogue for programs: every file is what its schema says, leads somewhere, and says what the catalogue says."""

import copy
import functools
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from generator.api import api_files
from generator.api.schema import SHAPES
from generator.catalogue import load_catalogue
from generator.pages.urls import code_slug
from tests.browser.conftest import served
from tests.catalogue.kb_folder import DATA, KbFolder
from tests.conftest import PROJECT, project_catalogue

SITE_URL = "https://bounce.example.org/"
ARTICLE = "articles/acme/acme-blocked-ip.yaml"
KINDS = {"articles": "article", "codes": "code", "providers": "provider", "reporters": "reporter"}
KINDS |= {"reasons": "reason", "hosts": "host"}


@functools.cache
def read(file: Path) -> Any:
    """A file of the API."""
    return json.loads(file.read_text(encoding="utf-8"))


def small(kb: Path) -> dict[str, Any]:
    """The API of a small catalogue by path."""
    return {file.path: json.loads(file.text) for file in api_files(load_catalogue(kb).catalogue)}


@pytest.mark.parametrize("name", SHAPES)
def test_every_file_is_what_its_published_schema_says(site: Path, small_site: Path, name: str) -> None:
    api = site / "api" / "v1"
    schema = read(api / "schema" / f"{name}.json")
    valid = fastjsonschema.compile(schema)
    folder = next((kind for kind, one in KINDS.items() if one == name), None)
    files = sorted((api / folder).glob("*.json")) if folder else [api / f"{name}.json"]
    if name == "moved":
        files = [small_site / "api" / "v1" / "articles" / "acme-old.json"]
    assert files
    for file in files:
        valid(read(file))
        # Nothing is in there that the shape doesn't name, which the published schema lets be.
        SHAPES[name].validate_json(file.read_bytes(), strict=True)
    wrong = copy.deepcopy(read(files[0]))
    valid(wrong | {"a key of a later day": 1})
    del wrong[schema["required"][0]]
    with pytest.raises(fastjsonschema.JsonSchemaException):
        valid(wrong)


def test_the_index_and_the_lists_name_all_files_and_only_those(site: Path) -> None:
    api = site / "api" / "v1"
    index = read(api / "index.json")
    assert index["site"] == SITE_URL
    named = {"api/v1/index.json", index["moved_schema"]} | {f"api/v1/schema/{name}.json" for name in ("index",)}
    for kind, found in index["lists"].items():
        items = read(site / found["data"])["items"]
        assert found["count"] == len(items) > 0, kind
        assert len({item["id"] for item in items}) == len(items), kind
        named |= {found["data"], found["schema"], found["item_schema"], *(item["data"] for item in items)}
        for item in items:
            whole = read(site / item["data"])
            same = [key for key in item if key in whole and key != "changed"]
            assert {key: whole[key] for key in same} == {key: item[key] for key in same}
            assert all((site / item["page"][lang] / "index.html").is_file() for lang in ("ja", "en")), item
    assert named == {path.relative_to(site).as_posix() for path in api.rglob("*.json")}
    assert not list((site / "en").rglob("api/**/*.json"))


def test_everything_of_the_catalogue_is_there_and_ids_lead_somewhere(site: Path) -> None:
    catalogue = project_catalogue()
    api = site / "api" / "v1"
    ids = {kind: {path.stem for path in (api / kind).glob("*.json")} for kind in KINDS}
    assert set(catalogue.articles) <= ids["articles"] and set(catalogue.providers) == ids["providers"]
    assert {code_slug(code) for code, entry in catalogue.codes.items() if not entry.is_range} <= ids["codes"]
    assert set(catalogue.hosts) == ids["hosts"]
    for path in sorted((api / "articles").glob("*.json")):
        article = read(path)
        leads = {*article["see_also"], *(miss["article"] for miss in article["near_misses"])}
        assert leads <= ids["articles"] and {article["reason"], *article["also_reasons"]} <= ids["reasons"]
        assert article["provider"] in ids["providers"] | {"general"}
    for path in sorted((api / "codes").glob("*.json")):
        code = read(path)
        assert {*code["articles"], *([code["usual"]] if code["usual"] else [])} <= ids["articles"], path
    for path in sorted((api / "providers").glob("*.json")):
        assert set(read(path)["codes"]) <= ids["codes"] and set(read(path)["articles"]) <= ids["articles"]


def test_an_article_says_what_its_file_says_with_its_values_still_open(site: Path) -> None:
    article = project_catalogue().articles["microsoft-banned-sending-ip"]
    found = read(site / "api/v1/articles/microsoft-banned-sending-ip.json")
    assert found["summary"] == {"ja": article.summary.ja, "en": article.summary.en}
    assert sorted(step["do"]["en"] for step in found["steps"]) == sorted(step.do.en for step in article.steps)
    assert found["steps"][0]["who"] == "sender"
    assert "{sender_ip}" in json.dumps(found["steps"])
    letters = {(letter["to"], letter["voice"]): letter["text"] for letter in found["letters"]}
    assert {("customer", "ask"), ("customer", "we"), ("inside", None)} <= set(letters)
    assert letters["customer", "ask"] != letters["customer", "we"]
    for text in letters.values():
        assert "[we]" not in text["ja"] and "{body}" not in text["en"] and "{link}" in text["en"]
    assert found["sources"][0]["checked"] == article.sources[0].checked.isoformat()
    assert found["changed"][-1]["what"]["ja"] == article.changed[-1].what.ja


def test_every_code_of_a_range_has_a_file_that_names_the_range(site: Path) -> None:
    for code in ("5.7.606", "5.7.649"):
        found = read(site / f"api/v1/codes/{code}.json")
        assert (found["code"], found["range"]) == (code, "5.7.606-5.7.649")
        assert found["usual"] == "microsoft-banned-sending-ip" == found["articles"][0]


def test_an_old_id_says_where_the_article_is_now(small_site: Path) -> None:
    found = read(small_site / "api/v1/articles/acme-old.json")
    assert found["moved_to"] == "acme-blocked-ip"
    assert read(small_site / found["data"])["formerly"] == ["acme-old"]
    assert "acme-old" not in {one["id"] for one in read(small_site / "api/v1/articles.json")["items"]}


def test_the_same_catalogue_gives_the_same_bytes_and_the_date_is_the_catalogues(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    first = small(kb.path)
    assert first == small(DATA / "good")
    assert [one.text for one in api_files(load_catalogue(kb.path).catalogue)] == [
        one.text for one in api_files(load_catalogue(DATA / "good").catalogue)
    ]
    text = kb.read(ARTICLE)
    assert "date: 2026-" in text
    kb.write(ARTICLE, re.sub(r"date: 2026-\d\d-\d\d", "date: 2031-05-06", text))
    again = small(kb.path)
    assert again["api/v1/index.json"]["date"] == "2031-05-06" > first["api/v1/index.json"]["date"]
    entry = next(one for one in again["api/v1/articles.json"]["items"] if one["id"] == "acme-blocked-ip")
    assert entry["changed"] == "2031-05-06"
    assert first["api/v1/index.json"]["site"] is None


@pytest.mark.parametrize(("guide", "lang"), [("docs/guide/api.md", "ja"), ("docs/en/guide/api.md", "en")])
def test_the_guides_program_and_addresses_work(site: Path, guide: str, lang: str) -> None:
    text = (PROJECT / guide).read_text(encoding="utf-8")
    [program] = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    [moved] = re.findall(r"^```json\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    SHAPES["moved"].validate_python(json.loads(moved), strict=True)
    [asked] = re.findall(rf"curl {SITE_URL}(\S+)", text)
    assert (site / asked).is_file()
    with served(site) as address:
        line = [sys.executable, "-X", "utf8", "-c", program.replace(SITE_URL, f"{address}/")]
        done = subprocess.run(line, capture_output=True, encoding="utf-8", check=True)
    title, first, *_, page = done.stdout.splitlines()
    code = project_catalogue().codes["5.7.606-5.7.649"]
    assert title == code.title.say(lang)
    assert first.startswith("sender: ")
    assert page.endswith(f"{'en/' if lang == 'en' else ''}a/microsoft-banned-sending-ip/")


def test_each_page_names_its_own_file(site: Path) -> None:
    name = re.compile(r'<link rel="alternate" type="application/json" href="([^"]+)">')
    pages = {"a": "articles", "code": "codes", "provider": "providers", "reporter": "reporters"}
    pages |= {"reason": "reasons", "host": "hosts"}
    for root in (site, site / "en"):
        for folder, kind in pages.items():
            for page in sorted((root / folder).glob("**/index.html")):
                html = page.read_text(encoding="utf-8")
                [link] = name.findall(html)
                wanted = f"{kind}.json" if page.parent == root / folder else f"{kind}/{page.parent.name}.json"
                assert (page.parent / link).resolve() == (site / "api" / "v1" / wanted).resolve(), page
                assert (site / "api" / "v1" / wanted).is_file()


def test_what_an_overlay_has_says_whose_it_is(small_site: Path) -> None:
    whose = {"name": {"ja": "例示商事", "en": "Example Corp."}, "contact": "https://help.example.co.jp/mail"}
    for path in ("articles/example-corp-quota", "providers/example-corp"):
        assert read(small_site / f"api/v1/{path}.json")["by"] == whose
    assert read(small_site / "api/v1/articles/acme-blocked-ip.json")["by"] is None
    listed = {one["id"]: one["by"] for one in read(small_site / "api/v1/articles.json")["items"]}
    assert listed["example-corp-quota"] == whose and listed["acme-blocked-ip"] is None
