"""The engine on Spark: a table of mails in, a table of results out, on as many machines as there are.

    from generator.spark import index_json, match_mails

    mails = spark.read.format("binaryFile").load("bounces/").selectExpr("path AS name", "content")
    match_mails(mails, index_json(Path("kb"))).write.parquet("results/")

Needs the extra `spark`, and this package on every worker; Node there makes it several times as fast (extra `fast`).
Imports the hosts and the compiled catalogue. Never collects anything: rows stream through, some hundred at a time.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import (
    ArrayType,
    BooleanType,
    DataType,
    LongType,
    MapType,
    StringType,
    StructField,
    StructType,
)

from generator.compiled.prepared import prepare
from generator.hosts.bulk import Answer, Refused, open_host
from generator.hosts.quickjs import EngineError
from generator.hosts.types import Result

AT_ONCE = 200
"""Mails that are handed to the engine together: Spark's own batches may hold ten thousand large ones."""

_PLAIN: dict[Any, DataType] = {str: StringType(), int: LongType(), bool: BooleanType()}


def index_json(kb: Path) -> str:
    """The match index of the catalogue in the folder `kb`, as the workers need it."""
    return prepare(kb).index


def result_schema() -> StructType:
    """A row of `match_mails`: `name`, `error` (why there is no result, else null), and the result without its text."""
    result = [field for field in _struct(Result) if field.name != "text"]
    nullable = [StructField(field.name, field.dataType, True) for field in result]
    return StructType([StructField("name", StringType()), StructField("error", StringType()), *nullable])


def match_mails(mails: DataFrame, index: str) -> DataFrame:
    """The result for each mail, in rows of `result_schema`; `mails` has the columns `name` (text), `content` (bytes).

    `index` comes from `index_json`. A mail that can't be examined has an `error` and nothing else; it stops no other.
    """
    schema = result_schema()
    arrow = to_arrow_schema(schema)

    def answered(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        with open_host(index, many=True) as host:
            for batch in batches:
                for at in range(0, batch.num_rows, AT_ONCE):
                    mails = batch.slice(at, AT_ONCE).to_pydict()
                    [answers] = host.answers([mails["content"]])
                    rows = [_row(name, answer) for name, answer in zip(mails["name"], answers, strict=True)]
                    yield pa.RecordBatch.from_pylist(rows, schema=arrow)

    return mails.select("name", "content").mapInArrow(answered, schema)


def _row(name: str, answer: Answer) -> Mapping[str, Any]:
    if isinstance(answer, Refused):
        return {"name": name, "error": answer.reason}
    if isinstance(answer, EngineError):
        return {"name": name, "error": str(answer)}
    return {"name": name, **json.loads(answer)}


def _struct(typed: Any) -> StructType:
    """A TypedDict as Spark knows it."""
    fields = {name: _type(hint) for name, hint in get_type_hints(typed).items()}
    missing = typed.__optional_keys__
    return StructType([StructField(name, kind, null or name in missing) for name, (kind, null) in fields.items()])


def _type(hint: Any) -> tuple[DataType, bool]:
    """A type of the result as Spark knows it, and whether it may be null."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        [one] = [part for part in inner if part is not NoneType]
        return _type(one)[0], True
    if origin is list:
        return ArrayType(_type(inner[0])[0], containsNull=False), False
    if origin is dict:
        return MapType(_type(inner[0])[0], _type(inner[1])[0], valueContainsNull=False), False
    if origin is Literal:
        return StringType(), False
    return (_PLAIN[hint], False) if hint in _PLAIN else (_struct(hint), False)
