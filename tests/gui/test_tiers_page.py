"""梯队评审 on a real workspace: proposals with every condition, near misses, the register, standards, decisions and back."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reports.template_xlsx import write_template
from zgc_desktop.bootstrap import open_workspace
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.tier_decisions import Decision
from zgc_desktop.services import decide_tiers
from zgc_desktop.services.accept import accept
from zgc_desktop.services.receive import receive
from zgc_desktop.services.recognised_lists import import_list
from zgc_desktop.ui import theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.tiers import ASKED, HELD, NEAR, STANDARDS, TiersPage
from zgc_desktop.ui.pages.tiers_parts import DecideDialog
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.start import make_window
from zgc_desktop.ui.table.view import DataTable

OCTOBER, WAN = Month(2026, 10), 1_000_000
FIRMS = (
    ("91110108MA01TJ3Y5P", "北京衡岳智造科技有限公司", 1728),
    ("91110114MA0J9HTM4L", "北京知远数联技术有限公司", 1727),
    ("91110113MA09D4H3XP", "北京槿蘅新材科技有限公司", 2000),
)
"""Valid and fictitious: one grows by exactly 20 % a year, one by a hair less, one more."""
HENGYUE, ZHIYUAN, JINHENG = (name for _, name, _ in FIRMS)
Opened = tuple[MainWindow, TiersPage, Session]
MODES: tuple[theme.Mode, ...] = ("light", "dark")


def _lines() -> dict[str, list[dict[str, object]]]:
    roster, tiers = [], []
    for code, name, last in FIRMS:
        who = {"credit_code": code, "name": name}
        more: dict[str, object] = {
            "registered_address": "北京市海淀区知行街 1 号",
            "industry": "新一代信息技术",
            "founded_on": date(2019, 3, 1),
            "employees": 30,
            "revenue_fen": 100_000_000,
            "status": "在营",
        }
        years = {"revenue_y3_fen": 1000, "revenue_y2_fen": 1001, "revenue_y1_fen": last - 1, "revenue_y0_fen": last}
        roster.append(who | more)
        tiers.append(who | {k: v * WAN for k, v in years.items()})
    return {"enterprise": roster, "tier": tiers}


@pytest.fixture(scope="session")
def _review_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """October of 海淀园 is in, with a tier sheet; 槿蘅 has been a gazelle since 2023, until the end of the year."""
    base = tmp_path_factory.mktemp("tiers")
    ctx = open_workspace(base / "评审", who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    path = write_template(
        base / "中关村月报_海淀园_2026-10.xlsx",
        park="海淀园",
        month=OCTOBER,
        clusters=[c.name for c in ctx.catalogue.clusters_of("海淀园")],
        industries=list(ctx.catalogue.industries),
        parks=list(ctx.catalogue.parks),
        rows=_lines(),
    )
    receive(ctx, [path])
    accept(ctx, OCTOBER, ["海淀园"], despite_errors="试")
    listed = base / "名单.csv"
    head = "统一社会信用代码,企业名称,梯队,文号,批次,认定日期,有效期至"
    listed.write_text(f"{head}\n{FIRMS[2][0]},{JINHENG},瞪羚,京演示〔2023〕1号,第1批,2023-12-31,2026-12-31\n", encoding="utf-8")
    import_list(ctx, listed)
    return ctx.paths.root


@pytest.fixture
def desk(_review_desk: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(_review_desk, tmp_path / "评审"))


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[[Path], Opened]]:
    """Open 梯队评审 on a folder."""
    theme.apply(qapp, "light")
    made: list[MainWindow] = []

    def open_on(folder: Path) -> Opened:
        session = Session(folder, clock=lambda: datetime(2026, 11, 16, 9, 0))
        window = make_window(session)
        made.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitUntil(lambda: session.is_open, timeout=20_000)
        settle(qtbot, window)
        window.go("tiers")
        settle(qtbot, window)
        page = window.page("tiers")
        assert isinstance(page, TiersPage)
        return window, page, session

    yield open_on
    for window in made:
        window.operations.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not window.operations.running, timeout=20_000)
    QApplication.processEvents()


def words(widget: QWidget) -> list[str]:
    return [w.text() for kind in (QLabel, QPushButton) for w in widget.findChildren(kind) if w.isVisible()]


def texts(table: DataTable[object], n: int = 0) -> dict[str, str]:
    return {c.key: table.table.cell(n, i).text for i, c in enumerate(table.table.columns)}


def conditions(page: TiersPage) -> dict[str, dict[str, str]]:
    table = page.evidence.table
    return {(line := texts(table, n))["title"]: line for n in range(len(table.table))}


def ask(page: TiersPage) -> DecideDialog:
    QApplication.processEvents()
    (dialog,) = page.findChildren(DecideDialog)
    return dialog


def choose(page: TiersPage, name: str) -> None:
    item = next(p for p in page.proposals.table.rows if p.company.name == name)
    assert page.proposals.select_key(item.key)
    QApplication.processEvents()


def test_a_proposal_shows_every_condition_with_threshold_figure_and_source(start: Callable[[Path], Opened], desk: Path) -> None:
    _, page, _ = start(desk)
    choose(page, HENGYUE)
    n = page.proposals.currentIndex().row()
    shown = texts(page.proposals, n)
    assert (shown["kind"], shown["park"], shown["tier"], shown["decision"]) == ("新增", "海淀", "列入瞪羚", "待市级")
    assert shown["now"] == "—"
    line = conditions(page)["营业收入三年复合增长率"]
    assert (line["threshold"], line["outcome"], line["missing"]) == ("营业收入3 年复合增长率 ≥20%", "达到", "—")
    assert "条件" in line["source"]
    assert "1,728.00万元" in line["actual"]
    missing = [c for c in conditions(page).values() if c["outcome"] == "无法判定"]
    assert missing
    assert all(c["missing"] != "—" for c in missing)
    QAbstractItemModelTester(page.proposals.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_recognition_about_to_end_is_proposed_for_reexamination_and_marked_in_the_register(
    start: Callable[[Path], Opened], desk: Path
) -> None:
    _, page, _ = start(desk)
    choose(page, JINHENG)
    shown = texts(page.proposals, page.proposals.currentIndex().row())
    assert (shown["kind"], shown["now"], shown["tier"]) == ("复核", "瞪羚", "复核瞪羚")
    page.tabs.choose(HELD)
    held = texts(page.held)
    assert (held["document"], held["to"], held["state"]) == ("京演示〔2023〕1号", "2026-12-31", "即将届满")
    assert not page.bar.isVisible()


def test_a_near_miss_says_what_is_short(start: Callable[[Path], Opened], desk: Path) -> None:
    _, page, _ = start(desk)
    page.tabs.choose(NEAR)
    QApplication.processEvents()
    mine = [n for n in page.near.table.rows if n.company.name == ZHIYUAN and n.near.result.standard.tier == "瞪羚"]
    assert [t.title for t in mine[0].near.lacking] == ["营业收入三年复合增长率"]
    assert page.near.select_key(mine[0].key)
    assert conditions(page)["营业收入三年复合增长率"]["outcome"] == "未达到"


def test_a_standard_names_its_version_its_days_and_its_open_points(start: Callable[[Path], Opened], desk: Path) -> None:
    _, page, _ = start(desk)
    page.tabs.choose(STANDARDS)
    found = next(s for s in page.standards.table.rows if s.standard.key == "gazelle-national-hitech")
    assert page.standards.select_key((found.standard.key, found.standard.version))
    QApplication.processEvents()
    said = words(page.standard)
    assert f"未定 {len(found.standard.open_points)} 点" in said
    assert f"1. {found.standard.open_points[0]}" in said
    assert len(page.standard.table.table) > 5


def test_a_decision_needs_a_reason_is_kept_and_can_be_undone(qtbot: QtBot, start: Callable[[Path], Opened], desk: Path) -> None:
    window, page, session = start(desk)
    choose(page, HENGYUE)
    page.bar.decisions[Decision.AGREE].click()
    dialog = ask(page)
    assert dialog.windowTitle() == "同意入列 1 项"
    assert not dialog.act.isEnabled()
    dialog.reason.setText("材料已核")
    assert dialog.starts is not None
    assert dialog.ends is not None
    dialog.ends.setText("2020-01-01")
    assert dialog.fault.text() == "■ 有效至早于生效月"
    dialog.ends.setText("2028-12-31")
    dialog.act.click()
    settle(qtbot, window)
    settle(qtbot, window)
    (kept,) = decide_tiers.decisions(session.need(), OCTOBER)
    assert (kept.word, kept.reason, kept.from_month, kept.to_day) == ("同意入列", "材料已核", OCTOBER, date(2028, 12, 31))
    choose(page, HENGYUE)
    assert texts(page.proposals, page.proposals.currentIndex().row())["decision"] == "同意入列"
    assert "材料已核" in page.bar.said.text()
    assert not page.bar.decisions[Decision.AGREE].isVisible()
    next(b for b in window.undo_bar.findChildren(QPushButton)).click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert [d.taken_back for d in decide_tiers.decisions(session.need(), OCTOBER) if d.id == kept.id] == [True]
    choose(page, HENGYUE)
    assert texts(page.proposals, page.proposals.currentIndex().row())["decision"] == "待市级"


def test_several_proposals_are_decided_with_one_reason_and_taken_back_with_another(
    qtbot: QtBot, start: Callable[[Path], Opened], desk: Path
) -> None:
    window, page, session = start(desk)
    page.proposals.selectAll()
    QApplication.processEvents()
    count = len(page.proposals.table.rows)
    assert page.bar.said.text().startswith(f"已选 {count} 项")
    page.bar.decisions[Decision.DEFER].click()
    dialog = ask(page)
    assert dialog.windowTitle() == f"暂缓 {count} 项"
    dialog.reason.setText("待园方补充")
    dialog.act.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert [d.word for d in decide_tiers.decisions(session.need(), OCTOBER)] == ["暂缓"] * count
    page.proposals.selectAll()
    QApplication.processEvents()
    page.bar.take_back.click()
    again = ask(page)
    again.reason.setText("园方已补充")
    again.act.click()
    settle(qtbot, window)
    settle(qtbot, window)
    assert page.view is not None
    assert page.view.waiting == count


def test_what_the_park_says_stands_beside_the_proposal(qtbot: QtBot, start: Callable[[Path], Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose(page, HENGYUE)
    assert page.bar.opinion.isEnabled()
    assert [a.text() for a in page.bar.opinions.actions()] == ["同意…", "不同意…", "补材料…"]
    page.bar.opinions.actions()[-1].trigger()
    dialog = ask(page)
    dialog.reason.setText("缺审计报告")
    dialog.act.click()
    settle(qtbot, window)
    settle(qtbot, window)
    choose(page, HENGYUE)
    assert texts(page.proposals, page.proposals.currentIndex().row())["opinion"] == "补材料"
    assert page.bar.said.text() == "园方意见：补材料（缺审计报告）"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files the system was asked to show."""
    shown: list[Path] = []

    def show(address: QUrl) -> bool:
        shown.append(Path(address.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    return shown


def test_the_review_sheet_is_written_for_every_park_or_for_one(
    qtbot: QtBot, start: Callable[[Path], Opened], desk: Path, opened: list[Path]
) -> None:
    window, page, _ = start(desk)
    assert page.sheet.isEnabled()
    page.list_sheets()
    everyone, haidian = page.sheets.actions()
    assert (everyone.text(), haidian.text()) == ("全部分园", "海淀园")
    everyone.trigger()
    settle(qtbot, window)
    haidian.trigger()
    settle(qtbot, window)
    assert [p.name for p in opened] == ["梯队评审表_2026-10.pdf", "梯队评审表_海淀园_2026-10.pdf"]
    assert all(p.read_bytes().startswith(b"%PDF") and p.with_suffix(".xlsx").is_file() for p in opened)


def test_what_the_city_asked_for_is_listed_the_month_after(qtbot: QtBot, start: Callable[[Path], Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose(page, HENGYUE)
    page.bar.decisions[Decision.EVIDENCE].click()
    dialog = ask(page)
    dialog.reason.setText("请补近三年审计报告")
    dialog.act.click()
    settle(qtbot, window)
    page.tabs.choose(ASKED)
    QApplication.processEvents()
    assert "没有待园方补的材料" in words(page)
    window.set_months([OCTOBER, OCTOBER.plus(1)], OCTOBER.plus(1))
    page.refresh()
    settle(qtbot, window)
    next(a for a in page.page_actions() if a.text() == "市级要求补充的材料").trigger()
    QApplication.processEvents()
    line = texts(page.asked)
    assert (line["name"], line["tier"], line["asked"], line["state"]) == (HENGYUE, "瞪羚", "2026-10", "待答复")
    assert line["reason"] == "请补近三年审计报告"


def test_a_published_list_is_imported_and_a_wrong_one_says_which_row(
    qtbot: QtBot, start: Callable[[Path], Opened], desk: Path, tmp_path: Path
) -> None:
    window, page, _ = start(desk)
    page.tabs.choose(HELD)
    QApplication.processEvents()
    assert page.listed.isVisible()
    head = "统一社会信用代码,企业名称,梯队,文号,批次,认定日期,有效期至"
    wrong = tmp_path / "错.csv"
    wrong.write_text(f"{head}\n91110117MA02J1K618,无此企业,瞪羚,文1号,第1批,2025-12-31,\n", encoding="utf-8")
    page.import_list(wrong)
    settle(qtbot, window)
    assert any("没有登记任何企业" in text for text in words(page))
    right = tmp_path / "对.csv"
    right.write_text(f"{head}\n{FIRMS[0][0]},{HENGYUE},独角兽,文1号,第1批,2025-12-31,2027-12-31\n", encoding="utf-8")
    page.import_list(right)
    settle(qtbot, window)
    settle(qtbot, window)
    assert sorted(h.company.name for h in page.held.table.rows) == sorted([HENGYUE, JINHENG])


def test_a_line_leads_to_the_companys_card(qtbot: QtBot, start: Callable[[Path], Opened], desk: Path) -> None:
    window, page, _ = start(desk)
    choose(page, HENGYUE)
    page.search.setText("衡岳")
    page.proposals.setFocus()
    qtbot.keyClick(page.proposals, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.current == "companies"


def test_empty_lists_and_an_empty_workspace_say_why(
    qtbot: QtBot, start: Callable[[Path], Opened], office: Path, tmp_path: Path
) -> None:
    window, page, _ = start(office)
    assert "没有建议" in words(page)
    assert any(text.startswith("测算 2 家，条件无变化或数据未到：缺上年收入 2 家。") for text in words(page))
    link = next(b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == "查看缺收入的企业")
    link.click()
    listed = window.drawer.findChild(DataTable)
    assert listed is not None
    assert len(listed.table) == 2
    assert any("海淀 " in text for text in words(window.drawer))
    window.close_drawer()
    page.tabs.choose(HELD)
    assert "没有登记的认定" in words(page)
    assert not page.evidence.isVisible()
    fresh, empty, _ = start(tmp_path / "新")
    assert "还没有建立期间" in words(empty)
    next(b for b in empty.findChildren(QPushButton) if b.text() == "去接收报送").click()
    assert fresh.current == "receive"


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Where the pictures go: named by ZGC_SHOTS to be looked at, else forgotten with the test."""
    folder = Path(os.environ.get("ZGC_SHOTS", tmp_path / "shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.mark.parametrize("mode", MODES)
def test_nothing_in_the_tier_page_is_cut(
    qtbot: QtBot,
    qapp: QApplication,
    start: Callable[[Path], Opened],
    desk: Path,
    pictures: Path,
    cut_words: Callable[[QWidget], list[str]],
    mode: theme.Mode,
) -> None:
    theme.apply(qapp, mode)
    window, page, _ = start(desk)
    theme.apply(qapp, mode)
    found = []
    for size, tab in product(((1440, 900), (1366, 768)), range(8)):
        window.resize(*size)
        page.tabs.choose(tab)
        settle(qtbot, window)
        window.grab().save(str(pictures / f"tiers-{mode}-{size[0]}-{tab}.png"))
        found += [f"{size} {tab}: {fault}" for fault in cut_words(window)]
        tables = [t for t in window.findChildren(DataTable) if t.isVisible() and t.horizontalScrollBar().maximum()]
        found += [f"{size} {tab}: {t.accessibleName()} scrolls sideways" for t in tables]
    page.tabs.choose(0)
    page.bar.decisions[Decision.AGREE].click()
    dialog = ask(page)
    dialog.grab().save(str(pictures / f"tiers-{mode}-dialog.png"))
    found += [f"dialog: {fault}" for fault in cut_words(dialog)]
    dialog.reject()
    assert found == []
