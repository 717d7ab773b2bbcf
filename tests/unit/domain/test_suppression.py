"""Small counts hidden in a published table: nobody can work them out from the totals."""

from __future__ import annotations

import random
from itertools import product

import pytest

from zgc_desktop.domain.suppression import HIDDEN, SHOWN, SMALL, Link, Published, suppressed, together


def test_small_counts_are_named_as_such_and_zero_and_large_ones_stand() -> None:
    found = suppressed([[12, 0, 40], [7, 9, 11], [30, 8, 2]], 3)
    assert found.text(2, 2) == "不足3家"
    assert found.text(0, 1) == "0"
    assert found.text(3, 3) == "119"


def test_a_lone_small_count_takes_others_with_it_in_its_row_and_column() -> None:
    found = suppressed([[12, 5, 40], [7, 9, 11], [30, 8, 2]], 3)
    hidden = [(r, c) for r in range(4) for c in range(4) if found.marks[r][c] != SHOWN]
    assert sum(1 for r, _ in hidden if r == 2) > 1
    assert sum(1 for _, c in hidden if c == 2) > 1


def test_a_table_of_one_small_company_hides_its_total_too() -> None:
    found = suppressed([[1]], 3)
    assert {found.text(r, c) for r in range(2) for c in range(2)} == {"不足3家"}


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    found = suppressed([[3, 4], [0, 5]], 3)
    assert {mark for row in found.marks for mark in row} == {SHOWN}


def test_a_least_below_three_is_no_rule() -> None:
    with pytest.raises(ValueError, match="tells"):
        suppressed([[1]], 2)


def possible(found: Published, most: int) -> dict[tuple[int, int], set[int]]:
    """By trying every table: the counts each small place could have, as far as a reader can tell."""
    rows, columns = len(found.counts) - 1, len(found.counts[0]) - 1
    least = found.least

    def fits(mark: str, value: int, count: int) -> bool:
        if mark == SHOWN:
            return value == count
        return mark != SMALL or 1 <= value < least

    choices = [
        [v for v in range(most + 1) if fits(found.marks[r][c], v, found.counts[r][c])]
        for r in range(rows)
        for c in range(columns)
    ]
    seen: dict[tuple[int, int], set[int]] = {}
    for values in product(*choices):
        table = [list(values[r * columns : (r + 1) * columns]) for r in range(rows)]
        whole = [[*row, sum(row)] for row in table]
        whole.append([sum(column) for column in zip(*whole, strict=True)])
        if all(
            fits(m, v, n)
            for ms, vs, ns in zip(found.marks, whole, found.counts, strict=True)
            for m, v, n in zip(ms, vs, ns, strict=True)
        ):
            for r, marks in enumerate(found.marks):
                for c, mark in enumerate(marks):
                    if mark != SHOWN and 0 < found.counts[r][c] < least:
                        seen.setdefault((r, c), set()).add(whole[r][c])
    return seen


def test_no_small_count_can_be_worked_out_from_what_is_published() -> None:
    """Every table that fits what is published is tried: each small place keeps two values at least."""
    dice = random.Random(20261122)
    for _ in range(60):
        rows, columns = dice.choice(((1, 3), (2, 2), (1, 4)))
        counts = [[dice.choice((0, 1, 1, 2, 3, 4, 6)) for _ in range(columns)] for _ in range(rows)]
        found = suppressed(counts, 3)
        for place, values in possible(found, 8).items():
            assert len(values) > 1, (counts, found.marks, place, values)


def test_hidden_places_are_few() -> None:
    counts = [[20 + r * c for c in range(1, 6)] for r in range(1, 9)]
    counts[3][2] = 1
    found = suppressed(counts, 3)
    assert sum(mark == HIDDEN for row in found.marks for mark in row) <= 8


def test_a_lone_count_hides_where_another_table_would_tell_it() -> None:
    """圈内企业 6 家、登记 4 条：圈数若只写“不足3个”，相减就是 2 个。"""
    links = (Link((("圈内", 0, 0),), (("圈", 0, 0), ("登记", 0, 0))), Link((("圈", 0, 0),), (("登记", 0, 0),)))
    apart = together({}, (("圈", 2), ("圈内", 6), ("登记", 4)), (), 3)[1]
    assert apart == {"圈": SMALL, "圈内": SHOWN, "登记": SHOWN}
    _, marks = together({}, (("圈", 2), ("圈内", 6), ("登记", 4)), links, 3)
    assert marks["圈"] == SMALL
    assert HIDDEN in (marks["圈内"], marks["登记"])


def test_a_link_that_does_not_hold_says_nothing() -> None:
    links = (Link((("多", 0, 0),), (("少", 0, 0),)), Link((("无", 0, 0),), (("少", 0, 0),)))
    assert together({}, (("多", 5), ("少", 2)), links, 3)[1] == {"多": SHOWN, "少": SMALL}


def _fit(found: Published, table: list[list[int]]) -> bool:
    whole = [[*row, sum(row)] for row in table]
    whole.append([sum(column) for column in zip(*whole, strict=True)])
    return all(
        v == n if m == SHOWN else m != SMALL or 1 <= v < found.least
        for ms, vs, ns in zip(found.marks, whole, found.counts, strict=True)
        for m, v, n in zip(ms, vs, ns, strict=True)
    )


def test_no_small_count_can_be_worked_out_from_two_tables_beside_each_other() -> None:
    """A tier's companies of a zone are among its companies: every pair of tables that fits both is tried."""
    dice = random.Random(9)
    for _ in range(40):
        companies = [[dice.choice((0, 1, 2, 3, 5)) for _ in range(2)]]
        tiers = [[dice.choice([n for n in (0, 1, 2, 3, 5) if n <= sum(companies[0])]) for _ in range(2)]]
        links = tuple(Link((("梯队", r, c),), (("企业", r, 2),)) for r in range(2) for c in range(2))
        found, _ = together({"企业": companies, "梯队": tiers}, (), links, 3)
        seen: dict[tuple[str, int], set[int]] = {}
        lines = [list(v) for v in product(range(8), repeat=2)]
        for a in (x for x in lines if _fit(found["企业"], [x])):
            for b in (y for y in lines if _fit(found["梯队"], [y]) and max(y) <= sum(a)):
                for c in range(2):
                    seen.setdefault(("企业", c), set()).add(a[c])
                    seen.setdefault(("梯队", c), set()).add(b[c])
        for name, counts in (("企业", companies), ("梯队", tiers)):
            for c, n in enumerate(counts[0]):
                if 0 < n < 3:
                    assert len(seen[name, c]) > 1, (companies, tiers, found, name, c)
