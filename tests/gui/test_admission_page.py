"""准入联审 on a real workspace: a project walked through its dialogs to the check, refusals in words, nothing cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.gui.asking import Rest, answer, column, press, words
from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.domain.coordination import Member, Task
from zgc_desktop.services import meetings
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.admission import EXITS, FUNDS, PROJECTS, SCORES, STANDARDS, TASKS
from zgc_desktop.ui.pages.moves_ask import Ask

OpenPage = Callable[..., tuple[MainWindow, Any]]

SCHEME = """
key = "cluster"
title = "组团考核（示例）"
subject = "组团"
effective_from = 2026-01-01
ties = "并列占位"
[[group]]
title = "产出"
weight = 1.0
[[group.indicator]]
key = "output"
title = "地均产出"
unit = "万元/公顷"
weight = 1
direction = "正向"
scaling = "标杆"
ideal = 100
missing = "整体未定"
[thresholds]
leave = 60
[citation]
title = "示例方案"
"""


@pytest.fixture
def desk(office: Path) -> Path:
    """An office with a body that meets, a task, and an assessment done."""
    from zgc_desktop.services import assess

    ctx = open_workspace(office, who="张", clock=lambda: datetime(2026, 11, 16, 9, 0))
    meetings.add_body(ctx, "联审办", 2, "联审办法")
    for name in ("科委", "发改委", "经信局"):
        meetings.add_member(ctx, Member("联审办", name, "成员单位", date(2026, 1, 1)))
    meetings.add_task(ctx, Task("复核基数", "财政局", date(2026, 11, 1), "会议"))
    folder = ctx.paths.rules / "assessment"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "组团.toml").write_text(SCHEME, encoding="utf-8")
    assess.assess(ctx, "cluster", {"永丰": {"output": "59.99"}, "翠湖": {"output": ""}}, on=date(2026, 6, 30), source="年报")
    return office


PROJECT = {
    "name": "智能装备一期", "park": "昌平园", "industry": "先进制造", "on": "2026-03-02", "fixed": "3000", "area": "2",
    "output": "6000", "people": "60", "research": "5", "energy": "有", "source": "申报书",
}  # fmt: skip


def test_a_project_is_walked_from_application_to_its_check(
    desk: Path, open_page: OpenPage, rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    service = "zgc_desktop.ui.pages.papers.QDesktopServices.openUrl"
    monkeypatch.setattr(service, lambda url: opened.append(Path(url.toLocalFile())))
    window, page = open_page(desk, "admission")
    press(page, "项目申报…")
    answer(window, PROJECT, rest)
    assert column(page.projects, "admission") == ["未定"]
    page.tabs.choose(STANDARDS)
    press(page, "登记标准…")
    standard = {"park": "昌平园", "industry": "先进制造", "from": "2026-01-01", "investment": "1500", "land_output": "3000",
                "head_output": "100", "research": "5", "title": "示例标准"}  # fmt: skip
    answer(window, standard, rest)
    press(page, "公布件")
    rest(window)
    assert [p.name for p in opened] == ["准入标准公布件_昌平园_先进制造_2026-01-01.pdf"]
    page.tabs.choose(PROJECTS)
    assert column(page.projects, "admission") == ["符合"]
    assert column(page.criteria, "actual") == ["1,500.00", "3,000.00", "100.00", "5.00"]

    for state, on in (("形式审查", "2026-03-03"), ("并联意见", "2026-03-04")):
        press(page, "推进…")
        answer(window, {"state": state, "on": on}, rest)
    press(page, "征求意见…")
    answer(window, {"bodies": "区规自分局、区生态局", "on": "2026-03-04", "due": "2026-03-14"}, rest)
    press(page, "登记意见…")
    answer(window, {"body": "区规自分局", "on": "2026-03-10", "answer": "同意"}, rest)
    assert "逾期未反馈，视为无意见" in column(page.history, "state")
    press(page, "登记意见…")
    answer(window, {"body": "区生态局", "on": "2026-03-15", "answer": "不同意", "text": "环评未批"}, rest)
    assert "已过期限 2026-03-14" in words(page)

    press(page, "推进…")
    answer(window, {"state": "会审", "on": "2026-03-16"}, rest)
    press(page, "会审…")
    held = {
        "on": "2026-03-20",
        "present": "科委",
        "for": "1",
        "decision": "有条件通过",
        "conditions": "补能评|企业|签约|2026-05-01",
    }
    answer(window, held, rest)
    assert "到会人数不足" in words(page)
    press(page, "会审…")
    answer(window, held | {"present": "科委、发改委", "for": "2"}, rest)
    assert column(page.projects, "state") == ["有条件通过"]
    press(page, "会议纪要")
    rest(window)
    assert opened[-1].name == "会议纪要_联审办_2026-03-20.pdf"
    press(page, "履约承诺…")
    answer(window, {"measure": "年产出", "value": "6000", "due": "2028-12-31"}, rest)
    press(page, "推进…")
    answer(window, {"state": "签约", "on": "2026-04-01"}, rest)
    assert "条件未销号" in words(page)
    press(page, "条件销号…")
    answer(window, {"on": "2026-04-02", "evidence": "能评批复"}, rest)
    for state, on in (("签约", "2026-04-03"), ("开工", "2026-06-01"), ("投产", "2026-10-01")):
        press(page, "推进…")
        answer(window, {"state": state, "on": on}, rest)
    press(page, "考核承诺…")
    answer(window, {"value": "5999.99", "on": "2026-11-01", "source": "审计报告"}, rest)
    assert "未达到" in column(page.history, "state")
    assert column(page.projects, "state") == ["投产"]


def test_a_level_is_decided_by_a_person_and_tasks_and_exits_end(desk: Path, open_page: OpenPage, rest: Rest) -> None:
    window, page = open_page(desk, "admission")
    page.tabs.choose(SCORES)
    assert column(page.scores, "total") == ["59.99", "未定"]
    assert column(page.worksheet, "points") == ["59.99"]
    press(page, "决定层次…")
    answer(window, {"decision": "同意", "level": "重点发展区", "from": "2026-11-16", "reason": "规划三.四"}, rest)
    assert column(page.scores, "level")[0] == "重点发展区"
    assert column(page.scores, "proposal")[0] == "—"  # the assessment was done when it had no level yet
    page.tabs.choose(TASKS)
    assert column(page.tasks, "light") == ["红"]
    press(page, "办结…")
    answer(window, {"result": "已复核", "on": "2026-11-16"}, rest)
    assert column(page.tasks, "state") == ["已于 2026-11-16 办结：已复核"]
    page.tabs.choose(EXITS)
    press(page, "列入退出名单…")
    answer(window, {"subject": "某项目", "reason": "未达产", "paper": "告知书", "on": "2026-11-16", "mend": "2027-05-16"}, rest)
    assert column(page.notices, "state") == ["整改期内"]


def test_a_standard_is_tried_before_it_is_registered(desk: Path, open_page: OpenPage, rest: Rest) -> None:
    window, page = open_page(desk, "admission")
    press(page, "项目申报…")
    answer(window, PROJECT, rest)
    page.tabs.choose(STANDARDS)
    press(page, "试算…")
    answer(window, {"from": "2026-01-01", "investment": "1501", "title": "征求意见稿"}, rest)
    said = words(window)
    assert "结论会改变 1 个" in said
    assert "未定 → 不符合" in said
    assert len(page.standards.table) == 0


def test_an_empty_page_says_why_and_offers_the_next_step(office: Path, open_page: OpenPage) -> None:
    _, page = open_page(office, "admission")
    for tab, sentence in (
        (PROJECTS, "没有项目"),
        (STANDARDS, "没有公开文件"),
        (SCORES, "没有考核"),
        (EXITS, "退出名单为空"),
        (TASKS, "没有任务"),
        (FUNDS, "没有资金"),
    ):
        page.tabs.choose(tab)
        assert sentence in words(page)
    for table in page.tables:
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_fund_gives_until_nothing_is_left(desk: Path, open_page: OpenPage, rest: Rest) -> None:
    window, page = open_page(desk, "admission")
    press(page, "项目申报…")
    answer(window, PROJECT, rest)
    page.tabs.choose(FUNDS)
    press(page, "登记资金…")
    fund = {"name": "集中支持资金", "limit": "3000000", "from": "2026", "to": "2030", "source": "规划纲要 四（一）3"}
    answer(window, fund | {"from": "今年"}, rest)
    assert "不是年份" in page.ribbon.accessibleName()
    press(page, "登记资金…")
    answer(window, fund, rest)
    assert column(page.funds, "limit") == ["3,000,000.00"]
    give = {"amount": "2999999.99", "on": "2026-10-15", "paper": "批复 1"}
    press(page, "安排支持…")
    answer(window, give, rest)
    assert column(page.funds, "left") == ["0.01"]
    press(page, "安排支持…")
    answer(window, give | {"amount": "0.02"}, rest)
    assert "超出余额" in page.ribbon.accessibleName()
    press(page, "安排支持…")
    answer(window, give | {"amount": "0.01", "on": "2031-01-01"}, rest)
    assert "不在资金期限" in page.ribbon.accessibleName()
    assert column(page.grants, "left") == ["0.01"]
    window.undo_bar.undo.click()
    rest(window)
    assert column(page.funds, "left") == ["3,000,000.00"]


def test_a_major_project_keeps_a_plot_and_one_in_use_is_refused(desk: Path, open_page: OpenPage, rest: Rest) -> None:
    from zgc_desktop.domain.areas import to_area
    from zgc_desktop.domain.land.plots import Plot
    from zgc_desktop.domain.periods import Month
    from zgc_desktop.services import land

    ctx = open_workspace(desk, who="张", clock=lambda: datetime(2026, 11, 16, 9, 0))
    for number, used in (("CP-01", 0), ("CP-02", 10)):
        plot = Plot(
            number, "昌平园", Month(2026, 10), to_area(10, "公顷"), used=to_area(used, "公顷"), state="在用", source="表 5"
        )
        land.register_plots(ctx, [plot])
    window, page = open_page(desk, "admission")
    press(page, "项目申报…")
    answer(window, PROJECT | {"major": "是", "plot": "CP-01"}, rest)
    assert "地块 CP-01（在用，10.0000 公顷）" in words(page)
    press(page, "预留地块…")
    answer(window, {"plot": "CP-02", "source": "纪要"}, rest)
    assert "已全部在用" in page.ribbon.accessibleName()
    press(page, "预留地块…")
    answer(window, {"source": "会议纪要 3 号"}, rest)
    assert "地块 CP-01（储备，10.0000 公顷，为项目 XM-2026-001 预留）" in words(page)


def test_figures_are_scored_from_a_file_in_the_window(
    desk: Path, open_page: OpenPage, rest: Rest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtWidgets import QFileDialog

    window, page = open_page(desk, "admission")
    page.tabs.choose(SCORES)
    table = tmp_path / "数据.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(table), ""))
    for text, said in (
        ("组团,产出\n电子城,1\n", "没有指标"),
        ("组团,output\n电子城,一百\n", "不是数字"),
        ("组团\n", "没有数据"),
    ):
        table.write_text(text, encoding="utf-8")
        press(page, "评估打分…")
        answer(window, {"on": "2026-09-30", "source": "年报"}, rest)
        assert said in page.ribbon.accessibleName()
    assert len(column(page.scores, "subject")) == 2
    table.write_text("组团,output\n电子城,88\n健翔园,\n", encoding="utf-8")
    press(page, "评估打分…")
    answer(window, {"on": "2026-09-30", "source": "年报"}, rest)
    assert dict(zip(column(page.scores, "subject"), column(page.scores, "total"), strict=True))["电子城"] == "88.00"


def test_wrong_standards_and_schemes_are_told_and_nothing_is_kept(desk: Path, open_page: OpenPage, rest: Rest) -> None:
    ctx = open_workspace(desk, who="张", clock=lambda: datetime(2026, 11, 16, 9, 0))
    scheme = ctx.paths.rules / "assessment" / "组团.toml"
    scheme.write_text(SCHEME.replace("ideal = 100", "ideal = 0"), encoding="utf-8")
    window, page = open_page(desk, "admission")
    page.tabs.choose(STANDARDS)
    good = {"park": "昌平园", "industry": "先进制造", "from": "2026-01-01", "investment": "1500", "title": "示例标准"}
    press(page, "登记标准…")
    dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
    dialog.edits["from"].setText("2026-01-01")  # type: ignore[union-attr]
    assert "还缺：发布文件" in dialog.missing.text()
    assert not dialog.act.isEnabled()
    dialog.reject()
    QApplication.processEvents()
    wrong = ({"from": "2026-06-01"}, "日期重叠"), ({"from": "2027-01-01", "park": "海淀园", "research": "101"}, "超过 100%")
    for change, said in (({}, ""), *wrong):
        press(page, "登记标准…")
        answer(window, good | change, rest)
        assert said in page.ribbon.accessibleName()
        assert len(page.standards.table) == 1
    page.tabs.choose(SCORES)
    assert column(page.scores, "total") == ["59.99", "未定"]  # what was scored keeps the scheme it was scored by
    press(page, "评估打分…")
    assert "理想值为 0" in page.ribbon.accessibleName()
