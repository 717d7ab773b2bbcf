"""Killed, out of disk or fed with damaged files: what is left is whole, and what is said is a sentence (small; see benches)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from zgc_desktop.domain.periods import Month
from zgc_desktop.services import backups
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.settle import settle

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benches"))

Line = dict[str, object]
OCTOBER = Month(2026, 10)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.file_only,
    pytest.mark.skipif(sys.platform != "linux", reason="进程分叉与文件大小上限只在 Linux 上有"),
    # A fork of a process with threads: the child only opens the workspace, runs one command and ends by _exit.
    pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning"),
]


@pytest.fixture
def ready(
    desk: AppContext, park_file: Callable[..., Path], make_company: Callable[..., Line], make_tax: Callable[..., Line]
) -> tuple[AppContext, dict[str, Callable[[AppContext], object]]]:
    """September is in; October's two files wait, and a copy to go back to is there."""
    early = replace(desk, clock=lambda: datetime(2026, 10, 9, 9))
    receive(early, [park_file("海淀园", "2026-09", [make_company(0), make_company(1)], [make_tax(0), make_tax(1)])])
    accept(early, OCTOBER.plus(-1))
    copy = backups.take(desk, "manual", always=True)
    waiting = [
        park_file("海淀园", "2026-10", [make_company(0)], [make_tax(0, 99)]),
        park_file("昌平园", "2026-10", [make_company(2)], [make_tax(2, 77)]),
    ]
    commands: dict[str, Callable[[AppContext], object]] = {
        "receive": lambda at: receive(at, waiting),
        "settle": lambda at: settle(at, OCTOBER.plus(-1)),
        "restore": lambda at: backups.restore(at, copy.name),
    }
    return desk, commands


def test_killed_at_any_moment_nothing_is_half_applied_and_nothing_acknowledged_is_lost(
    ready: tuple[AppContext, dict[str, Callable[[AppContext], object]]], tmp_path: Path
) -> None:
    import kill

    ctx, commands = ready
    (tmp_path / "kill").mkdir()
    outcomes = kill.disturb(ctx.paths.root, tmp_path / "kill", commands, 9)
    assert [fault for o in outcomes.values() for fault in o.faults] == []
    assert sum(o.runs for o in outcomes.values()) == 9


def test_a_disk_that_fills_up_at_any_moment_is_a_sentence_and_nothing_half_done(
    ready: tuple[AppContext, dict[str, Callable[[AppContext], object]]], tmp_path: Path
) -> None:
    import kill

    ctx, commands = ready
    (tmp_path / "full").mkdir()
    outcomes = kill.disturb(ctx.paths.root, tmp_path / "full", commands, 9, full=True)
    assert [fault for o in outcomes.values() for fault in o.faults] == []
    assert all(o.sentences + o.acknowledged == o.runs for o in outcomes.values())
    assert any(o.sentences for o in outcomes.values())


def test_damaged_workbooks_and_databases_end_in_data_or_a_sentence(
    ready: tuple[AppContext, dict[str, Callable[[AppContext], object]]], tmp_path: Path
) -> None:
    import fuzz

    ctx, _commands = ready
    samples = sorted((tmp_path / "收件").rglob("*.xlsx"))
    for told in (fuzz.workbooks(ctx, samples, 25), fuzz.databases(ctx.paths.root, tmp_path, 25)):
        assert dict(told.tracebacks) == {}
        assert told.slow == []
        assert told.runs == 25
        assert told.sentence > 0
