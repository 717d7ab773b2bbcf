"""The check catalogue: dated, switchable with a reason, tried over past months; a row beside last month's."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import CHECKS
from zgc_desktop.services.checks import catalogue, row_beside, switch, trial
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.workspace import check

Row = dict[str, object]
WriteFile = Callable[..., Path]


@pytest.fixture
def two_months(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> list[int]:
    """September and October of 海淀园; one company's revenue fell to an eighth. The versions' ids."""
    ids = []
    for month, fen in (("2026-09", 800_000_000), ("2026-10", 100_000_000)):
        roster = [make_company(0, revenue_fen=fen), make_company(1)]
        (line,) = receive(desk, [park_file("海淀园", month, roster, [make_tax(0), make_tax(1, vat=int(month[-1]) + 1)])])
        ids.append(line.submission_id or 0)
    return ids


def test_every_check_is_listed_with_its_basis_and_state(desk: AppContext) -> None:
    items = catalogue(desk)
    assert [i.check.code for i in items] == list(CHECKS)
    assert all(i.check.basis and i.check.advice and i.active for i in items)


def test_a_check_switched_off_is_off_from_its_day_and_journalled(desk: AppContext) -> None:
    summary = switch(desk, "X-SIGN", active=False, reason="季度冲回集中", from_day=date(2026, 10, 1))
    assert summary.sentence == "停用校验 X-SIGN 正负相反，自 2026-10-01 起"
    (item,) = [i for i in catalogue(desk, date(2026, 10, 31)) if i.check.code == "X-SIGN"]
    assert (item.active, item.from_day, item.reason) == (False, date(2026, 10, 1), "季度冲回集中")
    (before,) = [i for i in catalogue(desk, date(2026, 9, 30)) if i.check.code == "X-SIGN"]
    assert (before.active, before.until) == (True, date(2026, 10, 1))
    assert check(desk).problems == ()


def test_receiving_says_which_checks_did_not_run(
    desk: AppContext, park_file: WriteFile, make_company: Callable[..., Row], make_tax: Callable[..., Row]
) -> None:
    switch(desk, "X-JUMP", active=False, reason="试行", from_day=date(2026, 10, 1))
    (line,) = receive(desk, [park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0)])])
    (said,) = [i.message for i in line.issues if i.code == "F-CHECK-OFF"]
    assert "X-JUMP 变动过大（自 2026-10-01 停用：试行）" in said
    (september,) = receive(desk, [park_file("海淀园", "2026-09", [make_company(0)], [make_tax(0)])])
    assert [i for i in september.issues if i.code == "F-CHECK-OFF"] == []


def test_a_trial_shows_what_a_changed_check_would_have_raised_and_writes_nothing(
    desk: AppContext, two_months: list[int]
) -> None:
    """把倍数从 20 降到 5，十月会多一条提示；试运行不改任何数据。"""
    tried = trial(desk, "X-JUMP", numbers={"times": 5})
    assert [(str(x.month), x.before, x.after) for x in tried.lines] == [("2026-09", 0, 0), ("2026-10", 0, 1)]
    assert tried.lines[1].issues[0].column == "营业收入·本月"
    assert trial(desk, "X-JUMP").after == 0


def test_a_changed_number_stays_until_the_next_decision(desk: AppContext, two_months: list[int]) -> None:
    switch(desk, "X-JUMP", reason="先看多些", numbers={"times": 5}, from_day=date(2026, 10, 1))
    assert trial(desk, "X-JUMP").after == 1
    with pytest.raises(Refused, match="2 与 10000"):
        switch(desk, "X-JUMP", reason="太低", numbers={"times": 1})


def test_a_row_is_shown_with_last_month_beside_it(desk: AppContext, two_months: list[int]) -> None:
    beside = row_beside(desk, two_months[1], "企业", 6)
    assert (beside.company, beside.before_label) == ("北京衡岳智造科技有限公司", "2026-09 第1版")
    revenue = next(c for c in beside.cells if c.title == "营业收入·本月(万元)")
    assert (revenue.now, revenue.before, revenue.changed) == ("100.00", "800.00", True)
    assert {c.sheet for c in beside.cells} == {"企业", "税收"}
    assert not next(c for c in beside.cells if c.title == "企业名称").changed
    first = row_beside(desk, two_months[0], "企业", 7)
    assert (first.before_label, {c.before for c in first.cells}) == ("", {"未报"})
    with pytest.raises(Refused):
        row_beside(desk, two_months[1], "企业", 99)


def test_the_command_line_lists_switches_and_tries(
    desk: AppContext, two_months: list[int], capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--workspace", str(desk.paths.address)]
    assert run(["checks", "--json", *where]) == 0
    listed = {c["code"]: c for c in json.loads(capsys.readouterr().out)["checks"]}
    assert set(listed) == set(CHECKS)
    assert listed["X-JUMP"]["parameters"][0]["key"] == "times"
    assert run(["checks", "off", "X-JUMP", "--reason", "试行", *where]) == 0
    assert run(["checks", "off", "R-CODE-MISSING", "--reason", "试行", *where]) == 2
    assert run(["checks", "off", "X-JUMP", *where]) == 2
    capsys.readouterr()
    assert run(["checks", "try", "X-JUMP", "--set", "times=5", "--json", *where]) == 0
    assert json.loads(capsys.readouterr().out)["after"] == 1
    assert run(["checks", "try", "X-JUMP", "--set", "times", *where]) == 2
