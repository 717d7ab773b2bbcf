"""The first rows of a long journal entry are read without unpacking all of it."""

from __future__ import annotations

import hashlib

import pytest

from db.journal.links import may_use
from db.journal.rows import first_unpacked, packed, unpacked, written
from zgc_desktop.domain.errors import EnvironmentProblem


@pytest.mark.parametrize("count", [0, 1, 500, 4_000])
@pytest.mark.parametrize("limit", [1, 500])
def test_the_first_rows_are_those_of_the_whole(count: int, limit: int) -> None:
    """However long the entry, what is shown are its first rows, bytes and brackets in texts among them."""
    rows = [[n, "企业],[" * (n % 40), None, b"\x00\xff", ["x", "]"]] for n in range(count)]
    content = packed(written(rows))
    mark = hashlib.sha256(content).hexdigest()
    assert first_unpacked(content, mark, "", limit) == unpacked(content, mark, "")[:limit]


def test_an_image_that_was_changed_is_not_shown() -> None:
    """Rows that are not what the entry was written with are refused, as when they are read whole."""
    content = packed(written([[1]]))
    with pytest.raises(EnvironmentProblem):
        first_unpacked(content, "0" * 64, "第 1 条", 5)


def test_entries_of_other_tables_are_told_apart_without_their_rows() -> None:
    """A lead rests on a submission and a residence on its case, whatever their rows say; a setting rests on neither."""
    assert may_use([{"table": "lead"}], {"submission"})
    assert may_use([{"table": "residence"}], {"move_case"})
    assert not may_use([{"table": "setting"}], {"submission", "move_case"})
    assert not may_use([{"table": "standing"}], {"standing"})  # worked out anew, never rested on
