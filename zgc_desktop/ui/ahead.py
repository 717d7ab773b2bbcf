"""Gets what the pages will need while the person looks at the first one: a page then opens without reading programs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Final

from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Operations, Progress
from zgc_desktop.ui.texts import tr

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

_PAGES: Final = "zgc_desktop.ui.pages."
_SERVICES: Final = "zgc_desktop.services."
GROUPS: Final[tuple[tuple[str, ...], ...]] = (
    (_PAGES + "intake", _PAGES + "checks"),
    (_PAGES + "ledger", _PAGES + "moves"),
    (_PAGES + "sharing", _PAGES + "space"),
    (_PAGES + "tiers", _PAGES + "reports_page", _PAGES + "rules"),
    (_PAGES + "admission", _PAGES + "plan", _PAGES + "audit", _PAGES + "settings"),
    (_SERVICES + "decide", _SERVICES + "issue_desk", _SERVICES + "look_up"),
    (_SERVICES + "receive",),
    (_SERVICES + "exchange",),
    (_SERVICES + "case_record", _SERVICES + "outside", _SERVICES + "settle_ledger"),
    (_SERVICES + "place", _SERVICES + "indicators", _SERVICES + "cluster_rules"),
    (_SERVICES + "review_tiers", _SERVICES + "decide_tiers", _SERVICES + "plan", _SERVICES + "company_ties"),
    (_SERVICES + "verify",),
    (_SERVICES + "publish",),
    (_SERVICES + "undo", _SERVICES + "backups", _SERVICES + "months"),
)
"""What is loaded together: a tenth of a second or two each, so that whatever is asked meanwhile comes between.

Pages come first: a page that is not loaded yet is loaded by the window itself, a service by the worker.
"""
REST: Final = ((_SERVICES + "move_case", _SERVICES + "outside", _PAGES + "ledger"),)
"""What reading the names for the search needs."""


def load_ahead(
    operations: Operations, groups: Sequence[Sequence[str]] = GROUPS, *, then: Callable[[], object] = lambda: None
) -> None:
    """Load the groups one by one in the database's worker, each after what was asked before it; ``then`` comes last."""
    wanted = [group for group in groups if any(name not in sys.modules for name in group)]
    if not wanted:
        then()
        return

    def load(_progress: Progress, _cancelled: IsCancelled) -> None:
        for name in wanted[0]:
            import_module(name)

    # What cannot be loaded is told by the page that needs it.
    operations.run(tr("准备页面"), load, lambda _: load_ahead(operations, wanted[1:], then=then), lambda _: None, quiet=True)


def work_ahead(operations: Operations, ctx: AppContext | None, month: Month | None) -> None:
    """Work out a month's clusters, targets and tiers beside everything else: a large ledger takes longer than a page may."""
    if ctx is None or month is None:
        return

    def look(_progress: Progress, cancelled: IsCancelled) -> None:
        from zgc_desktop.services import review_tiers
        from zgc_desktop.ui.pages import plan_work, space_work

        for work in (space_work.overview, plan_work.figures, review_tiers.review):
            if not cancelled():
                work(ctx, month)

    # What cannot be worked out is told by the page that needs it.
    operations.run(tr("准备页面"), look, None, lambda _: None, database=False, quiet=True)
