"""The command: licences, the SBOM and known weaknesses of everything that is locked."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from tests.audit.advisories import of_npm, of_python
from tests.audit.licences import refused
from tests.audit.packages import locked


def main() -> None:
    """Audit, and end with 1 where a licence isn't allowed or a weakness is known."""
    parser = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    parser.add_argument("--tools", type=Path, required=True, help="the Python of the audit's own environment")
    parser.add_argument("--out", type=Path, required=True, help="where the SBOM is written")
    given = parser.parse_args()
    packages = locked()
    wrong = list(refused(packages))
    print(f"{len(packages)} packages are locked, {len(packages) - len(wrong)} of them with a licence that is allowed.")
    told = json.dumps({"version": version("bouncekb"), "packages": [asdict(one) for one in packages]})
    line = [given.tools, Path(__file__).with_name("bom.py")]
    written = subprocess.run(line, input=told, stdout=subprocess.PIPE, text=True, check=True).stdout
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(written, encoding="utf-8")
    print(f"The SBOM (CycloneDX) is in {given.out}.")
    told_by = (of_python(given.tools), of_npm())
    for one in told_by:
        wrong += one.weaknesses
        if one.unknown:
            print(f"{one.unknown} Run this again with the network open.")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    asked = "" if all(one.unknown == "" for one in told_by) else " of what could be asked about"
    print(f"{len(wrong)} to mend." if wrong else f"Nothing to mend is known{asked}.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
