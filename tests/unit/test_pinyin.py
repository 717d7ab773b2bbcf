"""A company is found by the initials of its pinyin, also where a character has two readings."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from zgc_desktop.domain.companies import CompanyItem
from zgc_desktop.viewmodels.ledger import found, index_of
from zgc_desktop.viewmodels.pinyin import Initials, initials

TABLE = Path(__file__).resolve().parents[2] / "resources" / "pinyin" / "initials.txt"


@pytest.fixture(scope="module")
def table() -> Initials:
    return initials(TABLE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("北京衡岳智造科技有限公司", "bjhyzzkjyxgs"),
        ("北京望舒（集团）股份有限公司", "bjwsjtgfyxgs"),
        ("Ａ北京AI", "ＡbjAI"),
        ("", ""),
    ],
)
def test_a_name_has_the_initials_of_its_pinyin(table: Initials, name: str, said: str) -> None:
    assert table.of(name).split("\n")[0] == said


@pytest.mark.parametrize(("name", "typed"), [("重庆长城", "cqcc"), ("朝阳银行", "cyyh"), ("乐视", "ls"), ("音乐", "yy")])
def test_common_second_readings_are_found(table: Initials, name: str, typed: str) -> None:
    assert any(typed in line or _one_apart(typed, line) for line in table.of(name).split("\n"))


def _one_apart(typed: str, line: str) -> bool:
    """Two doubtful characters in one name: each reading is there, not every combination."""
    return len(typed) == len(line) and sum(a != b for a, b in zip(typed, line, strict=True)) <= 1


def _firm(n: int, name: str) -> CompanyItem:
    return CompanyItem(n, f"9111{n:014d}", name, "海淀园", "", "", "", "", None, None, None)


def test_the_search_brings_those_that_begin_with_the_words_first(table: Initials) -> None:
    index = index_of([_firm(1, "北京智衡岳科技"), _firm(2, "北京衡岳智造科技"), _firm(3, "上海别家")], table)
    assert [c.id for c in found(index, "hy")] == [2, 1]
    assert [c.id for c in found(index, "衡岳")] == [2, 1]
    assert [c.id for c in found(index, "bjhy kj")] == [2]
    assert [c.id for c in found(index, "91110000000000000003")] == []
    assert [c.id for c in found(index, "9111 0003")] == [3]


def test_a_keystroke_among_30000_companies_stays_within_its_time(table: Initials) -> None:
    """50 毫秒之内：机器忙时也有余量，因此取五次中最快的一次。"""
    signs = "衡岳智造知远数联槿蘅新材砚川岑原生物澄观望舒"
    firms = [_firm(n, f"北京{signs[n % 22]}{signs[n // 22 % 22]}{signs[n // 484 % 22]}科技有限公司") for n in range(30_000)]
    firms[0] = replace(firms[0], name="")
    index = index_of(firms, table)
    best = {}
    for words in ("b", "hy", "zzzz", "衡岳", "科技", "9111 77", "科技 9999999"):
        taken = []
        for _ in range(5):
            start = time.perf_counter()
            list(found(index, words))
            taken.append(time.perf_counter() - start)
        best[words] = min(taken)
    assert max(best.values()) < 0.05, best
