"""`bouncekb render`: a docs tree on disk, made anew each time, and nobody else's files touched."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.catalogue.kb_folder import DATA, KbFolder

DOCS = Path(__file__).parents[2] / "docs"


def render(out: Path, kb: Path = DATA / "good", *more: str) -> Result:
    result = CliRunner().invoke(main, ["render", "--kb", str(kb), "--out", str(out), *more])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_both_languages_and_what_people_wrote_are_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert render(out).exit_code == 0
    files = tree(out)
    for name in ("index.md", "a/acme-blocked-ip.md", "code/5.7.612.md", "assets/bouncekb/matcher.js"):
        assert files[name]
        assert files[f"en/{name}"]
    assert "アクメの拒否リスト".encode() in files["a/acme-blocked-ip.md"]
    assert b"On Acme" in files["en/a/acme-blocked-ip.md"]
    assert not [name for name in files if name.startswith("screenshots/")]
    written = {name: text for name, text in tree(DOCS).items() if not name.startswith("screenshots/")}
    assert {name: files[name] for name in written} == written
    shared = [name for name in written if name.startswith("assets/")]
    assert shared
    assert [files[f"en/{name}"] for name in shared] == [written[name] for name in shared]


def test_the_same_catalogue_gives_the_same_bytes(tmp_path: Path) -> None:
    render(tmp_path / "one")
    render(tmp_path / "two")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_second_run_leaves_nothing_behind_and_nothing_else_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What refers to the files that go would be said first.
    monkeypatch.setattr("generator.site.reading.verdict", lambda load, *_: (load().catalogue, ()))
    kb, out = KbFolder(tmp_path), tmp_path / "out"
    kb.change(
        "articles/general/general-reputation-blocked.yaml", "general-reputation-blocked", "general-reputation-bad"
    )
    render(out, kb.path)
    (out / "mine.txt").write_text("kept")
    (out / "a/mine.md").write_text("kept")
    assert (out / "a/general-reputation-bad.md").exists()
    assert (out / "code/ACM042.md").exists()
    (kb.path / "articles/general/general-reputation-blocked.yaml").unlink()
    (kb.path / "codes/acme.yaml").unlink()
    assert render(out, kb.path).exit_code == 0
    assert not (out / "a/general-reputation-bad.md").exists()
    assert not (out / "code/ACM042.md").exists()
    assert (out / "mine.txt").read_text() == (out / "a/mine.md").read_text() == "kept"


@pytest.mark.parametrize("name", ["folder", "file"])
def test_other_peoples_files_are_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/mine.txt").write_text("kept")
    (tmp_path / "file").write_text("kept")
    before = tree(tmp_path)
    result = render(tmp_path / name)
    assert result.exit_code == 1
    assert str(tmp_path / name) in result.output
    assert tree(tmp_path) == before


def test_a_broken_catalogue_is_not_rendered(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.write("articles/acme/acme-blocked-ip.yaml", "id: [")
    result = render(tmp_path / "out", kb.path)
    assert result.exit_code == 1
    assert "acme-blocked-ip.yaml:" in result.output
    assert not (tmp_path / "out").exists()


def test_a_marker_cannot_reach_outside_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "precious.txt").write_text("kept")
    out = tmp_path / "out"
    out.mkdir()
    (out / ".bouncekb-render").write_text(f"../precious.txt\n{tmp_path}/precious.txt\n")
    assert render(out).exit_code == 0
    assert (tmp_path / "precious.txt").exists()


def test_links_in_html_can_lead_from_the_file(tmp_path: Path) -> None:
    """For builders that take them for Markdown's; what Markdown has of its own stays, and so do pages of folders."""
    out = tmp_path / "out"
    assert render(out, DATA / "good", "--links-from", "file").exit_code == 0
    checked = 0
    for name, content in tree(out).items():
        if not name.endswith(".md"):
            continue
        root = out / "en" if name.startswith("en/") else out
        page = out / name
        for link in re.findall(r'<(?:a|img)\b[^<>]*? (?:href|src)="(\.[^"#?]*)', content.decode()):
            target = (page.parent / link).resolve()
            assert target.is_relative_to(root.resolve()), (name, link)
            found = [target, target.with_suffix(".md"), target / "index.md", Path(f"{target}.md")]
            assert any(path.is_file() for path in found), (name, link)
            checked += 1
    assert checked > 100
