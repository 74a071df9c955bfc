"""Writes the SBOM in CycloneDX's JSON: locked packages on standard input, the same bytes for the same lock.

A program of the audit's own environment. Imports nothing of the project.
"""

from __future__ import annotations

import json
import sys
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

_REGISTRIES = {"pypi": "https://pypi.org/project/{}/", "npm": "https://www.npmjs.com/package/{}"}


def main() -> None:
    """From standard input to standard output."""
    given = sys.stdin.read()
    told = json.loads(given)
    root = Component(name="bouncekb", version=told["version"], type=ComponentType.APPLICATION, bom_ref="bouncekb")
    root.licenses.add(LicenseExpression("MIT"))
    components = [_component(one) for one in told["packages"]]
    # Neither the clock nor chance: the number comes from what is listed.
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, given), metadata=BomMetaData(component=root), components=components)
    bom.metadata.timestamp = None
    bom.metadata.tools.components.clear()
    direct = [Dependency(component.bom_ref) for component in components if component.scope is ComponentScope.REQUIRED]
    bom.dependencies.add(Dependency(root.bom_ref, direct))
    written = JsonV1Dot6(bom).output_as_string(indent=1)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(written)
    if wrong:
        sys.exit(f"The SBOM is no CycloneDX: {wrong}")
    print(written)


def _component(one: dict[str, object]) -> Component:
    kind, name, version = str(one["kind"]), str(one["name"]), str(one["version"])
    group, _, own = name.rpartition("/")
    purl = PackageURL(kind, group or None, own, version)
    hashes = [HashType(alg=HashAlgorithm(kind), content=value) for kind, value in one["hashes"]]  # type: ignore[attr-defined]
    # One version has a file for each system: the hashes of all of them stand at the place where they are had.
    place = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION, url=XsUri(_REGISTRIES[kind].format(name)), hashes=hashes
    )
    return Component(
        name=own,
        group=group or None,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=purl.to_string(),
        purl=purl,
        scope=ComponentScope.REQUIRED if one["needed"] else ComponentScope.EXCLUDED,
        licenses=[LicenseExpression(str(one["licence"]))] if one["licence"] else [],
        external_references=[place],
    )


if __name__ == "__main__":
    main()
