"""Rows as the journal keeps them: which tables by image and which by digest, and how both are written and read."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from codecs import getincrementaldecoder
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final, TypeAlias

from sqlalchemy import Table

from zgc_desktop.domain.errors import EnvironmentProblem

Change: TypeAlias = dict[str, Any]
"""One change of an entry as JSON: op, table, count, columns, and ``rows``, ``image`` (with ``hash``) or ``scope`` (with it)."""

BY_DIGEST: Final[Mapping[str, tuple[str, ...]]] = {
    "issue": ("submission_id",),
    "roster_fact": ("month", "submission_id"),
    "tax_fact": ("month", "submission_id"),
    "tax_part": ("month", "submission_id"),
    "tier_fact": ("month", "submission_id"),
    "space_fact": ("month", "submission_id"),
    "project_fact": ("month", "submission_id"),
    "indicator_fact": ("month", "submission_id"),
    "raw_table": ("submission_id", "sheet_key"),
    "settlement_line": ("settlement_id",),
    "posting": ("settlement_id",),
    "settlement_proof": ("settlement_id",),
    "publication": ("month",),
    "report": ("id",),
    "exchange_secret": ("print",),
}
"""Tables written once in bulk, and the columns that tell one batch from another: count and digest prove a batch."""

REBUILT: Final = frozenset({"standing", "standing_secondary", "year_end"})
"""Tables worked out from others: an undo builds them anew instead of putting old rows back."""

INLINE: Final = 6_000
"""Rows whose JSON is longer than this stand compressed beside the entry."""


def key_names(table: Table) -> tuple[str, ...]:
    """The names of a table's primary key columns, in the table's order."""
    return tuple(c.name for c in table.primary_key.columns)


def sorted_by_key(table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    """Rows in the order of their key."""
    places = [columns.index(name) for name in key_names(table)]
    return sorted(map(tuple, rows), key=itemgetter(*places))


def digest(rows: Sequence[Sequence[Any]]) -> str:
    """SHA-256 over rows already in the order of their key; bytes count by their own SHA-256."""
    return hashlib.sha256(json.dumps(rows, default=_print_of, separators=(",", ":")).encode()).hexdigest()


def _print_of(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return hashlib.sha256(bytes(value)).hexdigest()
    raise TypeError(f"not a value of a row: {value!r}")


def _as_json(value: object) -> dict[str, str]:
    if isinstance(value, bytes | memoryview):
        return {"b64": base64.b64encode(bytes(value)).decode()}
    raise TypeError(f"not a value of a row: {value!r}")


def _from_json(value: Any) -> Any:
    return base64.b64decode(value["b64"]) if isinstance(value, dict) and "b64" in value else value


def written(rows: Sequence[Sequence[Any]]) -> str:
    """Rows as JSON."""
    return json.dumps(rows, ensure_ascii=False, default=_as_json, separators=(",", ":"))


def packed(text: str) -> bytes:
    """JSON of rows, compressed for the image table."""
    return zlib.compress(text.encode(), 1)


def unpacked(content: bytes, expected: str, where: str) -> list[list[Any]]:
    """The rows of an image; EnvironmentProblem when it is not what the entry was written with."""
    require_print(content, expected, where)
    return plain(json.loads(zlib.decompress(content)))


def first_unpacked(content: bytes, expected: str, where: str, limit: int) -> list[list[Any]]:
    """The first ``limit`` rows of an image; a long image is unpacked only as far as it takes. Raises as ``unpacked``."""
    require_print(content, expected, where)
    unpacking, decoding, reader = zlib.decompressobj(), getincrementaldecoder("utf-8")(), json.JSONDecoder()
    rest, text, at, rows = content, "", 0, list[Any]()
    while len(rows) < limit:
        try:
            row, end = reader.raw_decode(text, at + 1)  # past "[" or ","
        except ValueError:  # cut off in the middle of a row, or at the end of them all
            chunk = unpacking.decompress(rest, _CHUNK)
            rest = unpacking.unconsumed_tail
            if not chunk:
                break
            text, at = text[at:] + decoding.decode(chunk), 0
        else:
            rows.append(row)
            at = end
    return plain(rows)


_CHUNK = 1 << 16


def require_print(content: bytes, expected: str, where: str) -> None:
    """EnvironmentProblem unless an image is what the entry was written with."""
    if hashlib.sha256(content).hexdigest() != expected:
        raise EnvironmentProblem("操作记录的附表与记录不符，可能被改动", where=where, advice="请运行 zgc audit verify")


def plain(rows: Any) -> list[list[Any]]:
    """Rows read back from JSON, bytes as bytes."""
    return [[_from_json(v) if not isinstance(v, list) else [_from_json(x) for x in v] for v in row] for row in rows]
