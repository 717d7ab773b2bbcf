"""Standards over columns: the same answers as company by company, and no near miss is overlooked."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zgc_desktop.domain.metrics import METRICS
from zgc_desktop.domain.tier_columns import CompanyColumns, decide_all, members, near_all
from zgc_desktop.domain.tier_rules import parse_standard
from zgc_desktop.domain.tiers import Outcome, TierStandard, decide, evaluate

TODAY = date(2026, 10, 31)
FOLDER = Path(__file__).resolve().parents[3] / "resources" / "rules" / "tiers"


def read(path: Path) -> TierStandard:
    return parse_standard(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal), path.name)


STANDARDS = tuple(read(p) for p in sorted(FOLDER.glob("*.toml")))
WAN, YI = 1_000_000, 10_000_000_000
AMOUNTS = st.one_of(
    st.sampled_from([0, -1, 999 * WAN, 1000 * WAN, 1728 * WAN, 1728 * WAN - 1, 5 * YI, 10 * YI]), st.integers(-YI, 20 * YI)
)
BY_KIND = {
    "money": AMOUNTS,
    "count": st.integers(-1, 400),
    "share": st.integers(0, 1000),
    "rank": st.integers(0, 6),
    "flag": st.sampled_from([True, False, "是", "否", "?"]),
    "years": st.dates(date(2005, 1, 1), date(2027, 1, 1)),
    "text": st.sampled_from(["新一代信息技术", "房地产", "", 7]),
    "names": st.sampled_from([(), ("领军",), ("瞪羚", "领军企业名单")]),
}
KINDS = {m.fact_key: m.kind for m in METRICS.values()}
FACTS = st.fixed_dictionaries({}, optional={key: st.none() | BY_KIND[kind] for key, kind in KINDS.items()})


def columns_of(companies: list[dict[str, object]]) -> CompanyColumns:
    return CompanyColumns(len(companies), {k: [c.get(k) for c in companies] for k in KINDS if any(k in c for c in companies)})


@settings(max_examples=60, deadline=None)
@given(st.lists(FACTS, min_size=1, max_size=6))
def test_every_shipped_standard_says_the_same_by_columns_and_one_by_one(companies: list[dict[str, object]]) -> None:
    columns = columns_of(companies)
    for standard in STANDARDS:
        found = decide_all(standard, columns, TODAY)
        met, failed = members(found.met, len(companies)), members(found.failed, len(companies))
        alone = [decide(standard, facts, TODAY) for facts in companies]
        assert met == [n for n, o in enumerate(alone) if o is Outcome.MET]
        assert failed == [n for n, o in enumerate(alone) if o is Outcome.NOT_MET]


@settings(max_examples=60, deadline=None)
@given(st.lists(FACTS, min_size=1, max_size=6))
def test_whoever_is_one_short_is_among_those_looked_at(companies: list[dict[str, object]]) -> None:
    columns = columns_of(companies)
    for standard in STANDARDS:
        near = {n for n, facts in enumerate(companies) if evaluate(standard, facts, TODAY).near_miss}
        assert near <= set(members(near_all(standard, columns, TODAY), len(companies)))


@pytest.mark.parametrize("step", [-1, 0, 1])
def test_a_threshold_moved_by_one_changes_exactly_the_companies_at_it(step: int) -> None:
    """基年收入门槛上下移动 1 分：恰在门槛上的企业变化，其余不变。"""
    data = tomllib.loads((FOLDER / "gazelle-national-hitech.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    base = next(test for test in data["test"] if test["id"] == "base_revenue")
    base["at_least"], base["unit"] = str(1000 * WAN + step), "分"
    companies: list[dict[str, object]] = [
        {"revenue_y3_fen": 1000 * WAN + off, "revenue_y1_fen": 1, "revenue_y0_fen": 2000 * WAN, "industry": "新材料"}
        for off in (-2, -1, 0, 1, 2)
    ]
    met = decide_all(parse_standard(data, "试.toml"), columns_of(companies), TODAY).met
    assert members(met, 5) == [n for n, off in enumerate((-2, -1, 0, 1, 2)) if off >= step]
