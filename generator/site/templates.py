"""The theme's templates, compiled once for both languages and for all builds of a server.

Imports Jinja2. Never looks at what a template says.
"""

import jinja2
from jinja2.bccache import Bucket


class CompiledTemplates(jinja2.BytecodeCache):
    """Compiled templates in memory, by their name, their file and what stands in it."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], bytes] = {}

    def share_with(self, environment: jinja2.Environment) -> None:
        """Let an environment take templates from here, and give what it compiles."""
        environment.bytecode_cache = self

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if this template is known."""
        code = self._code.get((bucket.key, bucket.checksum))
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template."""
        self._code[bucket.key, bucket.checksum] = bucket.bytecode_to_string()
