"""What differences and proposals put on the agenda by themselves, and an assessment fed with what the parks reported."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.storage.ledger_story import AUGUST, JULY
from tests.storage.park_sheets_story import OCTOBER, hand_in, indicator
from zgc_desktop.cli.main import run
from zgc_desktop.domain.assessment.levels import FOCUS, RESERVED, LevelDecision
from zgc_desktop.domain.monthly_sheets import AgendaItem
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import assess, settle_ledger, sheets
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import settle

Row = dict[str, object]
PARKS_SCHEME = """
key = "parks"
title = "分园考核"
subject = "分园"
effective_from = 2026-01-01
ties = "并列占位"
[[group]]
title = "创新"
weight = 1
[[group.indicator]]
key = "patents"
title = "发明专利授权"
weight = 1
direction = "正向"
scaling = "标杆"
ideal = 80
missing = "整体未定"
[citation]
title = "示例方案"
"""


def listed(ctx: AppContext, month: Month, kind: str) -> list[AgendaItem]:
    return [item for item in sheets.agenda(ctx, month).items if item.kind == kind]


def scheme(ctx: AppContext, text: str) -> None:
    folder = ctx.paths.rules / "assessment"
    folder.mkdir(parents=True)
    (folder / "方案.toml").write_text(text, encoding="utf-8")


def test_an_open_difference_is_on_the_agenda_from_its_month_until_it_is_settled(books: AppContext) -> None:
    """对账差异未了，当月和以后各月的题单都列；有了处理结果就不再列。"""
    settle(books, JULY)
    number = settle_ledger.register_difference(
        books, JULY, "海淀区", "赵", "MV-2026-001", "达产日应为六月", claimed_fen=60_000_000
    )
    for month in (JULY, AUGUST):
        (item,) = listed(books, month, "对账差异")
        assert item.parties == ("海淀区",)
        assert "2026-07 结算，海淀区" in item.facts
        assert "主张 600,000.00 元：达产日应为六月" in item.facts
        assert item.proposal == "请双方当场核对，议定维持、更正或带差异锁定。"
    assert listed(books, JULY.plus(-1), "对账差异") == []
    settle_ledger.resolve(books, number, "维持原数", "李", "双方核对一致")
    assert listed(books, JULY, "对账差异") == []


def test_a_proposal_is_on_the_agenda_until_somebody_decides_on_it(desk: AppContext) -> None:
    """考核建议没有决定的列入题单；同意、不同意都算决定，从生效的月份起不再列。"""
    scheme(desk, (desk.resources / "demo" / "assessment.toml").read_text(encoding="utf-8"))
    for name, level in (("永丰", FOCUS), ("翠湖", RESERVED)):
        assess.decide_level(desk, LevelDecision(name, "同意", level, date(2026, 1, 1), "划定", ""))
    figures = {"永丰": {"output": "3000", "built": "40", "idle": "20"}, "翠湖": {"output": "15000", "built": "95", "idle": "0"}}
    assess.assess(desk, "demo-clusters", figures, on=date(2026, 10, 15), source="考核表")
    asked = {item.parties[0]: item for item in listed(desk, OCTOBER, "考核建议")}
    assert asked.keys() == {"永丰", "翠湖"}
    assert asked["永丰"].proposal == "请议定是否退出。"
    assert asked["翠湖"].facts.startswith("翠湖现为预留发展区，演示组团考核（2026-10-15），得分 98")
    assess.decide_level(desk, LevelDecision("翠湖", "同意", FOCUS, date(2026, 10, 20), "会议议定", ""), 1)
    assess.decide_level(desk, LevelDecision("永丰", "暂缓", FOCUS, date(2026, 10, 20), "整改半年", ""), 1)
    assert listed(desk, OCTOBER, "考核建议") == []


@pytest.fixture
def reported(desk: AppContext, tmp_path: Path, make_company: Callable[..., Row]) -> AppContext:
    """昌平园 reported 40 patents, 海淀园 60; the others nothing."""
    for n, (park, ytd) in enumerate((("昌平园", "40"), ("海淀园", "60"))):
        folder = tmp_path / park
        folder.mkdir()
        hand_in(desk, folder, OCTOBER, [make_company(n, cluster=None)], park=park, indicator=[indicator(ytd=ytd)])
        accept(desk, OCTOBER, [park], despite_errors="试")
    scheme(desk, PARKS_SCHEME)
    return desk


def test_the_command_scores_parks_by_what_they_reported_up_to_a_month(
    reported: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    """--reported 取各园截至这个月报送的指标；没有报的是未报，总分未定，不当作零。"""
    where = ("--workspace", str(reported.paths.address), "--json")
    command = ("assess", "run", "parks", "--on", "2026-10-31", "--source", "报送表7")
    assert run([*command, "--reported", "2026-10", *where]) == 0
    capsys.readouterr()
    assert run(["assess", "list", *where]) == 0
    (done,) = json.loads(capsys.readouterr().out)
    scores = {s["subject"]: s for s in done["scores"]}
    assert len(scores) == 17
    assert [(scores[p]["total"], scores[p]["rank"]) for p in ("海淀园", "昌平园")] == [("75.00", 1), ("50.00", 2)]
    assert (scores["通州园"]["rank"], scores["通州园"]["missing"]) == (None, ["发明专利授权"])


def test_the_command_wants_one_source_of_figures_a_month_and_a_scheme_on_parks(
    reported: AppContext, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ("--workspace", str(reported.paths.address))
    command = ("assess", "run", "parks", "--on", "2026-10-31", "--source", "报送表7")
    for words, said in (
        ((), "请用 --figures 给出数据表"),
        (("--reported", "2026-10", "--figures", "x.csv"), "两者取一"),
        (("--reported", "十月"), "十月"),
    ):
        assert run([*command, *words, *where]) == 2
        assert said in capsys.readouterr().err
    path = reported.paths.rules / "assessment" / "方案.toml"
    path.write_text(PARKS_SCHEME.replace('subject = "分园"', 'subject = "组团"'), encoding="utf-8")
    assert run([*command, "--reported", "2026-10", *where]) == 2
    assert "园区指标只能用于分园的方案" in capsys.readouterr().err
    assert assess.assessments(reported) == ()
