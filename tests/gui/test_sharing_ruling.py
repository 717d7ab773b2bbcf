"""A case whose tax is not reported: the window says what it blocks, and takes the city's ruling with person and reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from reports.template_xlsx import write_template
from tests.gui.asking import Rest, answer, press
from tests.gui.test_sharing_page import OCTOBER, share_one_case
from zgc_desktop import bootstrap
from zgc_desktop.services import accept, receive, settle
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages.sharing import SharingPage


def test_a_case_not_reported_is_ruled_on_and_the_month_is_no_longer_held_up_by_it(
    open_page: Callable[..., tuple[MainWindow, SharingPage]],
    rest: Rest,
    office: Path,
    roster: Callable[..., dict[str, object]],
    tmp_path: Path,
) -> None:
    """昌平园 sends its October again, without the tax of the company that moved there."""
    ctx = bootstrap.open_workspace(office, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    share_one_case(ctx)
    again = write_template(
        tmp_path / "中关村月报_昌平园_2026-10_v2.xlsx", park="昌平园", month=OCTOBER,
        clusters=[c.name for c in ctx.catalogue.clusters_of("昌平园")], industries=list(ctx.catalogue.industries),
        parks=list(ctx.catalogue.parks), rows={"enterprise": [roster(1), roster(0)], "tax": []},
    )  # fmt: skip
    receive.receive(ctx, [again])
    accept.accept(ctx, OCTOBER, ["昌平园"], despite_errors="税收另报")
    settle.settle(ctx, OCTOBER)
    ctx.close()
    window, page = open_page(office, "sharing")
    (waiting,) = page.unruled()
    assert "MV-2026-001" in waiting
    assert "MV-2026-001" in page.missing.text()
    assert not page.lock.isEnabled()
    press(page, "裁定未报…")
    answer(window, {"person": "周", "reason": "税务系统停机，次月补报"}, rest)
    assert page.unruled() == ()
    assert not page.rule_out.isVisible()
    assert "MV-2026-001" not in page.missing.text()
    page.ask_ruling()
    assert window.undo_bar.accessibleName() == "本月试算中没有未报而待裁定的案件"
