"""One small office all scenarios of the plans' mechanisms share: two months in, a plan's figures beside them, and a ledger."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from reports.template_xlsx import write_template
from tests.storage import ledger_story as story
from tests.storage.conftest import company, tax_line
from zgc_desktop import bootstrap
from zgc_desktop.domain.coordination import Member
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import accept, meetings, receive
from zgc_desktop.services.context import AppContext

SEPTEMBER, OCTOBER = Month(2026, 9), Month(2026, 10)
TODAY = date(2026, 11, 6)
BODY = "联审办"
STREET = "北京市海淀区知行街A1地块2号楼"
WAN = 1_000_000
YI = 10_000 * WAN
Row = dict[str, object]

LIMITS = """
floor = 1
leading_industries = 3
parks_a_niche = 3
[citation]
title = "情景测试用的下限"
"""

SCHEME = """
key = "cluster"
title = "组团考核（示例）"
subject = "组团"
effective_from = 2026-01-01
ties = "并列占位"
[[group]]
title = "产出"
weight = 0.6
[[group.indicator]]
key = "output"
title = "地均产出"
weight = 1
direction = "正向"
scaling = "标杆"
ideal = 100
missing = "整体未定"
[[group]]
title = "集约"
weight = 0.4
[[group.indicator]]
key = "built"
title = "建成率"
weight = 3
direction = "正向"
scaling = "标杆"
ideal = 100
missing = "记零分"
[[group.indicator]]
key = "idle"
title = "闲置率"
weight = 1
direction = "逆向"
scaling = "功效"
worst = 20
best = 0
missing = "记零分"
[thresholds]
leave = 60
enter = 80
[citation]
title = "示例方案"
"""


def _tier(n: int) -> Row:
    """A company that grows by a fifth a year for three years."""
    code, name = company(n)["credit_code"], company(n)["name"]
    years = (("revenue_y3_fen", 1000), ("revenue_y2_fen", 1200), ("revenue_y1_fen", 1440), ("revenue_y0_fen", 1728))
    return {"credit_code": code, "name": name} | {key: value * WAN for key, value in years}


def _send(ctx: AppContext, folder: Path, month: Month, parks: dict[str, dict[str, list[Row]]]) -> None:
    for park, rows in parks.items():
        write_template(
            folder / f"中关村月报_{park}_{month}.xlsx",
            park=park,
            month=month,
            clusters=[c.name for c in ctx.catalogue.clusters_of(park)],
            industries=list(ctx.catalogue.industries),
            parks=list(ctx.catalogue.parks),
            rows=rows,
        )
    receive.receive(ctx, [folder])
    accept.accept(ctx, month, list(parks), despite_errors="情景测试")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> AppContext:
    """海淀园 with two companies in 永丰 and one in 翠湖, 昌平园 with one; scenarios write about subjects of their own only."""
    base = tmp_path_factory.mktemp("情景")
    ctx = bootstrap.open_workspace(base / "办公室", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    (ctx.paths.rules / "placement").mkdir(parents=True, exist_ok=True)
    (ctx.paths.rules / "placement" / "limits.toml").write_text(LIMITS, encoding="utf-8")
    (ctx.paths.rules / "assessment").mkdir(parents=True, exist_ok=True)
    (ctx.paths.rules / "assessment" / "组团.toml").write_text(SCHEME, encoding="utf-8")
    haidian = [
        company(0, cluster="永丰", revenue_ytd_fen=600 * YI, rd_ytd_fen=60 * YI),
        company(
            1, cluster="永丰", revenue_ytd_fen=40 * YI, industry="新材料", registered_address="北京市海淀区知行街A1地块2号楼"
        ),
        company(2, cluster="翠湖", revenue_ytd_fen=400 * YI, rd_ytd_fen=2 * YI, industry="现代交通"),
    ]
    changping = [company(3, cluster="昌平新城", industry="先进制造", registered_address="北京市昌平区科园路 1 号")]
    for n, month in enumerate((SEPTEMBER, OCTOBER)):
        parks: dict[str, dict[str, list[Row]]] = {
            "海淀园": {"enterprise": haidian, "tax": [tax_line(0), tax_line(1), tax_line(2)], "tier": [_tier(0)]},
            "昌平园": {"enterprise": changping, "tax": [tax_line(3)]},
        }
        _send(ctx, base / str(n), month, parks)
    meetings.add_body(ctx, BODY, 2, "联审办法")
    for name, kind in (("科委", "成员单位"), ("发改委", "成员单位"), ("企业家顾问", "顾问委员会")):
        meetings.add_member(ctx, Member(BODY, name, kind, date(2026, 1, 1)))
    return ctx


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> AppContext:
    """One landed case, 海淀 → 昌平, with three months of tax, as settlement sees it."""
    root = tmp_path_factory.mktemp("账") / "办公室"
    ctx = bootstrap.open_workspace(root, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    story.known(ctx, *story.CODES)
    story.moved(ctx, story.CODES[0])
    for month in (story.JULY, story.AUGUST, story.SEPTEMBER):
        told = {story.CODES[0]: ("昌平园", (60_000_001, 40_000_000)), story.CODES[1]: ("海淀园", (5, 5))}
        story.report_tax(ctx, month, told)
    return ctx


Number = Callable[[], str]


@pytest.fixture(scope="session")
def next_plot() -> Number:
    """Numbers of plots no other scenario has."""
    numbers = iter(range(1, 1000))
    return lambda: f"QJ-{next(numbers):03d}"
