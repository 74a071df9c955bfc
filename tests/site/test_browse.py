"""The pages that people browse by: what leads where, and in which order."""

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, load_catalogue
from generator.pages import Lang, Page, render_pages
from generator.words import words
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import project_catalogue
from tests.site.html import document


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return project_catalogue()


@pytest.fixture(scope="module")
def japanese(catalogue: Catalogue) -> dict[str, Page]:
    return {page.path: page for page in render_pages(catalogue, "ja")}


@pytest.fixture
def kb(tmp_path: Path) -> KbFolder:
    return KbFolder(tmp_path)


def small(kb: KbFolder, lang: Lang = "en") -> dict[str, str]:
    """The pages of a small catalogue."""
    loaded = load_catalogue(kb.path)
    assert loaded.problems == ()
    return {page.path: page.text for page in render_pages(loaded.catalogue, lang)}


def causes(text: str) -> list[str]:
    """The articles of a page's list of causes, in order."""
    return re.findall(r'<h3><a href="../../a/([^/]+)/">', text)


def test_what_the_words_name_is_in_the_catalogue(catalogue: Catalogue) -> None:
    said = words("pages", "ja")
    reasons = {one.id for one in catalogue.vocabulary.reasons}
    leads = [one for station in said["reason"]["stations"].values() for one in station["leads"]]
    assert [one for one in leads if one not in reasons | set(catalogue.articles)] == []
    assert [one for one in said["lists"]["often"] if one not in catalogue.articles] == []
    assert [one for one in said["code"]["common"] if one not in catalogue.codes] == []
    assert [one for one in said["reporter"]["first"] if one not in catalogue.reporters] == []
    assert [one for one in said["provider"]["first"] if one not in catalogue.providers] == []


def test_every_reason_stands_once_at_the_place_where_it_stops_a_mail(catalogue: Catalogue) -> None:
    stations = words("pages", "en")["reason"]["stations"].values()
    count = Counter(one for station in stations for one in station["leads"])
    assert {one.id: count[one.id] for one in catalogue.vocabulary.reasons} == {
        one.id: 1 for one in catalogue.vocabulary.reasons
    }


def test_reasons_are_listed_by_the_number_of_their_causes(japanese: dict[str, Page]) -> None:
    counts = [int(n) for n in re.findall(r'data-value="(\d+)"', japanese["reason/index.md"].text)]
    assert len(counts) == 14
    assert counts == sorted(counts, reverse=True)


def test_the_list_of_codes_starts_with_common_ones_and_ends_with_success(japanese: dict[str, Page]) -> None:
    text = japanese["code/index.md"].text
    assert re.findall(r'data-code="([^"]+)"', text)[0] == "550"
    folds = re.findall(r'<details [^>]*id="([^"]+)"', text)
    assert folds == ["reply", "status", "status-4", "vendor", "success"]
    assert "<details open" not in text
    success = text[text.index('id="success"') :]
    assert {code[0] for code in re.findall(r'data-code="([^"]+)"', success)} == {"2"}
    assert re.findall(r'data-code="([23][^"]*)"', text[: text.index('id="vendor"')]) == []


def test_the_list_of_codes_has_every_code_once(catalogue: Catalogue, japanese: dict[str, Page]) -> None:
    folds = japanese["code/index.md"].text.partition('data-shelf="filter"')[2]
    listed = Counter(unescape(code) for code in re.findall(r'data-code="([^"]+)"', folds))
    assert listed == Counter(dict.fromkeys(catalogue.codes, 1))


def test_a_code_with_many_causes_asks_for_the_words_first_and_quotes_them(japanese: dict[str, Page]) -> None:
    text = japanese["code/550.md"].text
    assert text.index("このコードだけでは、原因は決まりません。") < text.index("/a/")
    listed = causes(text)
    assert listed[0] == "general-user-unknown"
    assert len(listed) == 8
    assert '<mark><code lang="en">User unknown</code></mark>' in text
    rest = text[text.index('id="rest"') : text.index('id="sources"')]
    counts = [len(re.findall("<li>", part)) for part in rest.split("<h3")[1:]]
    assert sum(counts) > 100
    assert counts == sorted(counts, reverse=True)


def test_a_code_that_says_the_cause_leads_with_it(japanese: dict[str, Page]) -> None:
    text = japanese["code/5.7.610.md"].text
    panel = text[text.index('class="next"') : text.index('id="articles"')]
    assert "送信サーバーの管理者に知らせます" in panel
    assert 'href="../../a/microsoft-banned-sending-ip/"' in panel
    assert causes(text)[0] == "microsoft-banned-sending-ip"
    facts = text[text.index('class="facts"') : text.index('class="anat"')]
    assert "相手のサーバー" in facts and "直りません" in facts and 'href="../../provider/microsoft/"' in facts


def test_the_digits_of_a_code_are_explained_with_the_code_of_the_page(japanese: dict[str, Page]) -> None:
    for path, parts in {
        "550": ["5", "55", "550"],
        "4.2.2": ["4", "4.2", "4.2.2"],
        "5.7.610": ["5", "5.7", "5.7.610"],
    }.items():
        anatomy = japanese[f"code/{path}.md"].text.partition('class="anat"')[2].partition("</dl>")[0]
        assert re.findall("<dt><code>([^<]+)", anatomy) == parts
    assert "anat" not in japanese["code/S3140.md"].text


def test_a_code_of_success_asks_for_nothing(japanese: dict[str, Page]) -> None:
    text = japanese["code/250.md"].text
    assert "うまくいったことを表します" in text
    assert 'class="facts"' not in text and 'class="next"' not in text


def test_similar_codes_start_with_the_same_for_now_or_for_good(japanese: dict[str, Page]) -> None:
    side = japanese["code/5.2.2.md"].text.partition('class="side"')[2]
    similar = re.findall(r'data-code="([^"]+)"', side)
    assert "4.2.2" in similar and "5.2.2" not in similar
    assert len(similar) == 5


def test_a_provider_shows_the_way_and_what_its_answers_mean(japanese: dict[str, Page]) -> None:
    text = japanese["provider/docomo.md"].text
    assert '<h1 id="title">NTTドコモ（ドコモメール）に届かないとき</h1>' in text
    way = text[text.index('<figure class="way') : text.index("</figure>")]
    assert "NTTドコモ</b>" in way and "@docomo.ne.jp" in way and "ここで止まりました" in way
    assert causes(text)[0] == "docomo-unknown-user-unclear"
    assert "Unknown user" in text


def test_an_article_page_is_kept_when_only_another_page_quotes_it(kb: KbFolder) -> None:
    before = small(kb)
    file = "articles/acme/acme-blocked-ip.yaml"
    kb.change(file, "en: About a day.", "en: About a week.")
    after = small(kb)
    changed = {path for path in before if path.endswith(".md") and before[path] != after[path]}
    assert changed == {"a/acme-blocked-ip.md"}


def test_hostile_words_stay_words(kb: KbFolder) -> None:
    kb.change("articles/acme/acme-blocked-ip.yaml", "en: It was refused", 'en: "<b>x</b> {{ y }} *z*"')
    text = small(kb)["code/550.md"]
    assert "<b>x" not in text
    assert "&lt;b&gt;x&lt;/b&gt; &#123;&#123; y &#125;&#125; &#42;z&#42;" in text


def test_a_missing_address_is_answered_in_both_languages(site: Path) -> None:
    for page, first in ((site / "404.html", "ja"), (site / "en" / "404.html", "en")):
        parts = [one for one in document(page).all("section") if "data-lost" in one]
        assert [one["data-lost"] for one in parts] == [first, "en" if first == "ja" else "ja"]
        assert [one["lang"] for one in parts] == [one["data-lost"] for one in parts]
