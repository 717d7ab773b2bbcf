"""规划目标 on a real workspace: targets with their words and evidence, registers filled and taken back, bodies that decide."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.gui.asking import Rest, answer, column, press, words
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.plan import BODIES, GAPS, POSITIONS, REGISTERS, TIES, ZONES

OpenPage = Callable[..., tuple[MainWindow, Any]]


def test_a_target_shows_its_words_and_takes_evidence(office: Path, open_page: OpenPage, rest: Rest) -> None:
    window, page = open_page(office, "plan")
    assert len(page.targets.table) == 12
    page.show_target("2022-clusters")
    assert "不含东城园、西城园" in words(page)
    assert "数据不全" in column(page.targets, "state")
    assert "未达到" not in column(page.targets, "state")  # most parks are missing from the month
    page.show_target("2022-park")
    assert "到 2022 年，建成具有全球重要影响力的科技园区" in words(page)
    assert "尚无佐证记录" in words(page)
    press(page, "登记佐证…")
    answer(window, {"text": "第三方评估报告通过", "_from": "2026-11-16", "_source": "评估报告"}, rest)
    assert "第三方评估报告通过（评估报告）" in words(page)


def test_a_register_takes_an_entry_and_gives_it_back(office: Path, open_page: OpenPage, rest: Rest) -> None:
    window, page = open_page(office, "plan")
    page.tabs.choose(REGISTERS)
    page.registers.select_key("tags")
    press(page, "登记…")
    answer(window, {"_subject": "北坞", "tag": "三城一区", "_source": "规划"}, rest)
    assert "没有叫“北坞”的组团" in words(page)
    press(page, "登记…")
    answer(window, {"_subject": "永丰组团", "tag": "三城一区", "_from": "2026-01-01", "_source": "规划第三章"}, rest)
    assert column(page.entries, "words") == ["标签 三城一区"]
    page.entries.select_key(page.entries.table.key_at(0))
    press(page, "撤回…")
    answer(window, {"reason": "登记错"}, rest)
    assert len(page.entries.table) == 0


def test_ties_count_a_company_once_and_the_book_is_written(
    office: Path, open_page: OpenPage, rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(
        "zgc_desktop.ui.pages.papers.QDesktopServices.openUrl", lambda url: opened.append(Path(url.toLocalFile()))
    )
    window, page = open_page(office, "plan")
    press(page, "年度报告")
    rest(window)
    press(page, "公开版")
    rest(window)
    assert [p.name for p in opened] == ["规划实施年度报告_2026.pdf", "规划实施年度报告_2026_公开版.pdf"]
    page.tabs.choose(TIES)
    assert set(column(page.ties, "kind")) == {"新旧产业"}
    assert page.ties.table.rows
    page.ties.select_key(page.ties.table.key_at(0))
    assert "每家企业只计在现行产业的一行" in words(page)


def test_a_body_decides_only_with_its_quorum(office: Path, open_page: OpenPage, rest: Rest) -> None:
    window, page = open_page(office, "plan")
    page.tabs.choose(BODIES)
    press(page, "登记机构…")
    answer(window, {"name": "领导小组办公室", "quorum": "2", "source": "规划六.一"}, rest)
    for name in ("科委", "财政局"):
        press(page, "登记成员…")
        answer(window, {"name": name, "from": "2026-01-01"}, rest)
    act = {"on": "2026-11-16", "question": "基数如何认定", "text": "财政局复核基数", "owner": "财政局", "due": "2026-12-20"}
    press(page, "登记决议…")
    answer(window, act | {"present": "科委"}, rest)
    assert "到会 1 人，不足 2 人" in words(page)
    press(page, "登记决议…")
    answer(window, act, rest)
    assert column(page.resolutions, "question") == ["基数如何认定"]
    window.go("admission")
    rest(window)
    assert column(window.page("admission").tasks, "owner") == ["财政局"]


def test_every_register_is_entered_corrected_exported_and_undone_in_the_window(
    office: Path, open_page: OpenPage, rest: Rest, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtGui import QDesktopServices

    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window, page = open_page(office, "plan")
    page.tabs.choose(REGISTERS)
    for line in list(page.registers.table.rows):
        page.registers.select_key(line.kind.key)
        press(page, "登记…")
        given = {f.key: f.choices[0] if f.choices else {"数值": "3", "万元": "12.5", "日期": "2026-01-01"}.get(f.kind, "样例")
                 for f in line.kind.fields}  # fmt: skip
        subject = {"组团": "永丰", "分园": "海淀园", "企业": "91110108MA01TJ3Y5P", "地块": "HD-01"}.get(line.kind.subject)
        answer(window, given | ({"_subject": subject} if subject else {}) | {"_source": "文件"}, rest)
        assert len(page.entries.table) == 1, line.kind.title
    page.registers.select_key("carriers")
    page.entries.select_key(page.entries.table.key_at(0))
    press(page, "更正…")
    answer(window, {"capacity": "一万", "_source": "核查"}, rest)
    assert "不是数字" in page.ribbon.accessibleName()
    press(page, "更正…")
    answer(window, {"capacity": "10000", "_source": "核查"}, rest)
    assert "容量 10000㎡" in column(page.entries, "words")[0]
    press(page, "导出…")
    rest(window)
    (book,) = opened
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    cells = [c for row in sheet.iter_rows(values_only=True) for c in row]
    assert {"容量（㎡）", 10000, "永丰"} <= set(cells)
    page.entries.select_key(page.entries.table.key_at(0))
    press(page, "更正…")
    answer(window, {"capacity": "20000"}, rest)
    window.undo_bar.undo.click()
    rest(window)
    assert "容量 10000㎡" in column(page.entries, "words")[0]


def test_positions_run_towards_their_level_and_gaps_lead_to_the_cluster(office: Path, open_page: OpenPage, rest: Rest) -> None:
    window, page = open_page(office, "plan")
    page.tabs.choose(POSITIONS)
    assert "没有登记产业定位" in words(page)
    for park, industry, level in (("海淀园", "新一代信息技术", "千亿级"), ("东城园", "文化科技", "百亿级")):
        press(page, "登记定位…")
        answer(window, {"_subject": park, "industry": industry, "level": level, "_from": "2026-01-01", "_source": "批复"}, rest)
    assert column(page.positions, "goal") == ["1,000,000.00", "10,000,000.00"]
    assert column(page.positions, "total")[0] == "—"  # 东城园 is not in: no figure, which is not zero
    page.tabs.choose(GAPS)
    assert {"填空式", "补充式"} >= set(column(page.gaps, "kind"))
    assert set(column(page.gaps, "park")) == {"海淀园", "昌平园"}
    page.gaps.select_key(("翠湖", "生物与健康"))
    assert "补充式、填空式招引" in words(page)
    press(page, "看组团")
    rest(window)
    assert window.page("space").table.current_key() == "翠湖"


def test_a_month_is_added_up_by_zone_with_the_direction_of_moves_and_net_sharing(
    office: Path, open_page: OpenPage, rest: Rest
) -> None:
    """片区：各片区的企业、迁移方向、分享净额和用地，一行一个片区；下面是每张表里它的数。"""
    window, page = open_page(office, "plan")
    page.tabs.choose(ZONES)
    rest(window)
    lines = {(x.grouping, x.zone): x for x in page.zones.table.rows}
    whole = lines["", "合计"]
    first = [x for x in lines.values() if x.grouping == next(iter(lines))[0]]
    assert whole.companies == sum(x.companies or 0 for x in first)
    assert (whole.net, whole.net_fen) == (0, 0)
    assert sum(x.net for x in first) == 0
    assert {x.way for x in first} == {"", "转出方", "承接方"}
    page.zones.select_key((first[0].grouping, first[0].zone))
    assert first[0].cited in words(page)
    page.zones.select_key(("", "合计"))
    assert {park for park, _ in whole.missing} == set(whole.parks) - {"海淀园", "昌平园"}
    assert page.zones.table.column("zone").text_of(whole) == "合计（不含 15 园）"
    assert "通州园（未" in words(page)
