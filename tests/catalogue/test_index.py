"""The match index: what the engine gets, in a fixed order."""

import json
from pathlib import Path

from generator.catalogue import load_catalogue
from generator.compiled.index import match_index
from tests.catalogue.kb_folder import DATA, KbFolder
from tests.conftest import project_catalogue

KB = Path(__file__).parents[2] / "kb"


def test_the_index_has_what_the_engine_needs() -> None:
    index = match_index(load_catalogue(DATA / "good").catalogue)
    full = index["articles"][1]
    assert {key: full[key] for key in ("id", "reason", "provider", "codes")} == {
        "id": "general-mailbox-full",
        "reason": "mailbox-full",
        "provider": "general",
        "codes": {"reply": ["552"], "status": ["4.2.2", "5.2.2"]},
    }
    texts = [(text, *more) for text, _, *more in filter(None, full["patterns"])]
    assert texts == [
        ("mailbox (is|) (full|over quota)",),
        ("quota exceeded for this account", {"when": {"reply": "552"}}),
    ]
    assert [(code, article) for code, article, _ in index["vendor"]] == [("ACM042", "acme-blocked-ip")]
    provider = index["providers"][0]
    assert (provider["id"], provider["domains"], provider["hosts"]) == ("acme", ["acme-mail.com"], ["*.acme-mail.com"])
    assert [name for name, _ in provider["names"]] == ["Acme Mail Shield"]
    assert index["usual"] == {
        "5.2.2": "general-mailbox-full",
        "5.7.600-5.7.649": "acme-blocked-ip",
        "552": "general-mailbox-full",
    }


def test_a_code_without_usual_article_is_named_inside_a_range_that_has_one(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    alone = "  - {code: 5.7.610, title: {ja: 別, en: Other}, meaning: {ja: 別。, en: Other.}, usual: none}\n"
    kb.write("codes/status.yaml", kb.read("codes/status.yaml") + alone)
    usual = match_index(load_catalogue(kb.path).catalogue)["usual"]
    assert usual["5.7.610"] is None
    assert usual["5.7.600-5.7.649"] == "acme-blocked-ip"


def test_the_template_is_in_it_only_when_asked_for() -> None:
    catalogue = project_catalogue()
    assert catalogue.template is not None
    ids = [article["id"] for article in match_index(catalogue)["articles"]]
    with_template = [article["id"] for article in match_index(catalogue, template=True)["articles"]]
    assert with_template == sorted([*ids, catalogue.template.id])
    assert catalogue.template.id not in ids


def test_equal_catalogues_give_equal_bytes() -> None:
    first, second = (json.dumps(match_index(load_catalogue(KB).catalogue)) for _ in range(2))
    assert first == second
