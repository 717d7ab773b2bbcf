"""What was worked out is handed out again while nothing changed, and worked out anew after every change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.storage.conftest import company, tax_line
from zgc_desktop.domain.periods import Month
from zgc_desktop.services import settings
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.kept import kept
from zgc_desktop.services.publish import judge, report, standing
from zgc_desktop.services.receive import receive

OCTOBER = Month(2026, 10)


class Counter:
    """Something to work out, and how often it was."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> int:
        self.times += 1
        return self.times


def test_the_same_state_is_worked_out_once(desk: AppContext) -> None:
    count = Counter()
    assert [kept(desk, "一", count), kept(desk, "一", count), kept(desk, "二", count)] == [1, 1, 2]


def test_what_is_written_makes_it_be_worked_out_anew(desk: AppContext) -> None:
    count = Counter()
    kept(desk, "一", count)
    settings.change(desk, replace(settings.current(desk), office="另一个办公室"))
    assert kept(desk, "一", count) == 2


def test_a_rule_file_of_the_office_makes_it_be_worked_out_anew(desk: AppContext) -> None:
    count = Counter()
    kept(desk, "一", count)
    folder = desk.paths.rules / "placement"
    folder.mkdir(parents=True)
    (folder / "limits.toml").write_text("", encoding="utf-8")
    assert kept(desk, "一", count) == 2


def test_a_second_asker_waits_for_the_first(desk: AppContext) -> None:
    """The page and its list ask for the same month at once: it is worked out one time."""
    begun, go_on, count = threading.Event(), threading.Event(), Counter()

    def slow() -> int:
        begun.set()
        assert go_on.wait(20)
        return count()

    found: list[int] = []
    askers = [threading.Thread(target=lambda: found.append(kept(desk, "慢", slow))) for _ in range(2)]
    askers[0].start()
    assert begun.wait(20)
    askers[1].start()
    go_on.set()
    for each in askers:
        each.join(20)
    assert found == [1, 1]


def test_what_changed_while_it_was_worked_out_is_not_kept(desk: AppContext) -> None:
    """A figure worked out while somebody wrote may belong to neither state."""
    count = Counter()

    def disturbed() -> int:
        settings.change(desk, replace(settings.current(desk), office=f"办公室{count.times}"))
        return count()

    assert kept(desk, "一", disturbed) == 1
    assert kept(desk, "一", count) == 2


def test_the_standing_is_read_without_working_the_month_out(
    desk: AppContext, park_file: Callable[..., Path], tmp_path: Path
) -> None:
    """What is written and which parks are missing is known at once; what the figures say of it, when it is asked."""
    receive(desk, [park_file("海淀园", "2026-10", [company(0)], [tax_line(0)])])
    accept(desk, OCTOBER, ["海淀园"])
    before = standing(desk, OCTOBER, tmp_path)
    assert (before.written, before.pdf, len(before.missing)) == ("", None, len(desk.catalogue.parks) - 1)
    written = report(desk, OCTOBER, tmp_path)
    after = standing(desk, OCTOBER, tmp_path)
    assert (after.written, after.pdf, after.missing) == (written.fingerprint, written.pdf, written.document.missing)
    assert judge(desk, OCTOBER).now == written.fingerprint
    assert judge(desk, OCTOBER) is judge(desk, OCTOBER)
