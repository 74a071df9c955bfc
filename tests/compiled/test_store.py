"""What was compiled is kept by content: versions stand side by side, and only the latest few."""

from pathlib import Path

import pytest

from generator.compiled import store


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(store, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


def test_two_catalogues_dont_take_each_others_place() -> None:
    one, other = (store.Store("evidence", store.digest(name)) for name in ("one", "other"))
    one.write({"text": "\ud800 of one"})
    other.write({"text": "of the other"})
    assert one.read() == {"text": "\ud800 of one"}
    assert store.Store("evidence", store.digest("third")).read() == {}


def test_only_the_latest_versions_stay(folder: Path) -> None:
    anchors = store.Store("anchors", store.digest("all"))
    anchors.write({"a": 1})
    for number in range(store.KEPT + 3):
        store.Store("evidence", store.digest(str(number))).write({"number": number})
    assert len(list(folder.glob("evidence-*.json"))) == store.KEPT
    assert store.Store("evidence", store.digest(str(store.KEPT + 2))).read() == {"number": store.KEPT + 2}
    assert anchors.read() == {"a": 1}


def test_a_file_that_is_broken_or_of_another_version_counts_as_none(folder: Path) -> None:
    kept = store.Store("index", store.digest("x"))
    kept.write({"a": 1})
    [path] = folder.iterdir()
    for text in ("{", "[]", '{"version": "other", "known": {"a": 1}}'):
        path.write_text(text)
        assert kept.read() == {}


def test_a_folder_that_cannot_be_written_is_no_error(folder: Path) -> None:
    folder.write_text("a file")
    kept = store.Store("index", store.digest("x"))
    kept.write({"a": 1})
    assert kept.read() == {}
