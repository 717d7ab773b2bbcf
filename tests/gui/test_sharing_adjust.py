"""调整分录 in 税收分享: registered with reason and evidence, part of the month, explained; a locked month takes none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QMenu

from tests.gui.asking import Rest, answer, column, press, words
from tests.gui.test_sharing_page import OCTOBER, share_one_case
from zgc_desktop import bootstrap
from zgc_desktop.services import settle, settle_ledger
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.moves_ask import Ask
from zgc_desktop.ui.pages.sharing import SharingPage

Opened = Callable[..., tuple[MainWindow, SharingPage]]
GIVEN = {
    "about": "2026-09",
    "due": "-1.50",
    "counted": "-3",
    "reason": "九月退库",
    "evidence": "税务更正函〔2026〕7号",
    "person": "张",
}


def test_a_refund_of_september_is_posted_in_october_explained_and_undone(open_page: Opened, rest: Rest, office: Path) -> None:
    """14:20 九月的退库来了：十月登记一笔调整分录，九月不动。"""
    ctx = bootstrap.open_workspace(office, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    share_one_case(ctx)
    settle.settle(ctx, OCTOBER)
    ctx.close()
    window, page = open_page(office, "sharing")
    due = [r.line.due_fen for r in page.table.table.rows]
    press(page, "调整分录…")
    dialog = next(d for d in window.findChildren(Ask) if d.isVisible())
    assert "MV-2026-001" in dialog.edits["case"].currentText()
    dialog.edits["about"].setText("2026-10")
    assert not dialog.act.isEnabled()
    assert "早于 2026-10" in dialog.missing.text() or "还缺" in dialog.missing.text()
    answer(window, GIVEN, rest)
    assert "变动" in page.ribbon.accessibleName()
    page.settle()
    rest(window)
    assert "调整分录" in column(page.table, "state")
    posted = next(r for r in page.table.table.rows if r.line.posting)
    assert (posted.line.due_fen, posted.line.counted_fen, posted.line.corrects) == (-1_500_000, -3_000_000, "2026-09")
    assert "0.00" in words(page.figures)
    page.table.select_key(posted.key)
    page.explain()
    rest(window)
    said = words(window.drawer)
    assert "九月退库" in said
    assert "税务更正函〔2026〕7号" in said
    menu = QMenu()
    page._fill_menu(menu, posted.key)
    assert "登记调整分录…" in [a.text() for a in menu.actions()]
    page.ask_take_back()
    answer(window, {"reason": "误登"}, rest)
    page.settle()
    rest(window)
    assert [r.line.due_fen for r in page.table.table.rows] == due
    window.offered["undo"].trigger()
    rest(window)


def test_a_locked_month_takes_no_posting_and_says_where_it_goes(open_page: Opened, rest: Rest, office: Path) -> None:
    ctx = bootstrap.open_workspace(office, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    share_one_case(ctx)
    settle.settle(ctx, OCTOBER)
    for party in ("海淀区", "昌平区"):
        settle_ledger.confirm(ctx, OCTOBER, party, "王")
    settle_ledger.lock(ctx, OCTOBER, "李")
    ctx.close()
    window, page = open_page(office, "sharing")
    assert not page.adjust.isEnabled()
    page.ask_adjust()
    assert window.undo_bar.accessibleName() == "2026-10 已锁定，调整分录请登记在其后的月份"
