"""Work off the window's thread: results, progress, cancelling, failures; nothing of it closes the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from zgc_desktop.domain.errors import Cancelled, Refused
from zgc_desktop.ui.operations import Failure, IsCancelled, Operations, Progress, Step


@pytest.fixture
def operations(qtbot: QtBot) -> Iterator[Operations]:
    runner = Operations()
    yield runner
    runner.close()


def test_the_result_comes_back_whole_on_the_main_thread(qtbot: QtBot, operations: Operations) -> None:
    """Signal(int) would cut 2**40 分 to 32 bits."""
    got: list[object] = []

    def work(progress: Progress, cancelled: IsCancelled) -> int:
        return 2**40

    with qtbot.waitSignal(operations.idle, timeout=5000):
        operations.run("结算", work, lambda r: got.extend([r, QThread.currentThread().isMainThread()]))
    assert got == [2**40, True]
    assert operations.running == ()


def test_database_work_runs_one_at_a_time_in_order(qtbot: QtBot, operations: Operations) -> None:
    begun: list[tuple[int, int]] = []
    at_once = threading.Semaphore(1)

    def make(n: int) -> object:
        def work(progress: Progress, cancelled: IsCancelled) -> None:
            free = at_once.acquire(blocking=False)
            begun.append((n, int(free)))
            if free:
                at_once.release()

        return operations.run("接收", work)

    with qtbot.waitSignal(operations.idle, timeout=5000):
        for n in range(5):
            make(n)
    assert begun == [(n, 1) for n in range(5)]


def test_progress_is_thinned_but_the_last_step_always_arrives(qtbot: QtBot, operations: Operations) -> None:
    steps: list[Step] = []

    def work(progress: Progress, cancelled: IsCancelled) -> None:
        for n in range(1, 5001):
            progress(n, 5000, f"第 {n} 行")

    with qtbot.waitSignal(operations.idle, timeout=5000):
        operations.run("解析", work).progressed.connect(steps.append)
    assert steps[-1] == Step(5000, 5000, "第 5000 行")
    assert len(steps) < 500


def test_cancelling_reaches_the_work_and_says_that_nothing_was_written(qtbot: QtBot, operations: Operations) -> None:
    started, failures = threading.Event(), list[Failure]()

    def work(progress: Progress, cancelled: IsCancelled) -> None:
        started.set()
        while not cancelled():
            QThread.msleep(1)
        raise Cancelled

    with qtbot.waitSignal(operations.idle, timeout=5000):
        operation = operations.run("接收", work, on_failed=failures.append)
        assert started.wait(5)
        operation.cancel()
    assert [(f.kind, f.sentence) for f in failures] == [("cancelled", "已取消，未写入任何数据。")]


def test_cancelling_in_the_middle_says_how_much_was_written(qtbot: QtBot, operations: Operations) -> None:
    failures = list[Failure]()

    def work(_progress: Progress, _cancelled: IsCancelled) -> None:
        raise Cancelled(9, 8)

    with qtbot.waitSignal(operations.idle, timeout=5000):
        operations.run("写对账单", work, on_failed=failures.append)
    assert [f.sentence for f in failures] == ["已取消：已写出 9 份，其余 8 份未写。"]


def test_work_cancelled_while_waiting_never_begins(qtbot: QtBot, operations: Operations) -> None:
    gate, ran = threading.Event(), list[str]()

    def first(progress: Progress, cancelled: IsCancelled) -> None:
        gate.wait(5)

    def second(progress: Progress, cancelled: IsCancelled) -> None:
        ran.append("second")

    with qtbot.waitSignal(operations.idle, timeout=5000):
        operations.run("甲", first)
        operations.run("乙", second, on_failed=lambda f: ran.append(f.kind)).cancel()
        gate.set()
    assert ran == ["cancelled"]


def test_a_known_failure_is_its_sentence(qtbot: QtBot, operations: Operations) -> None:
    failures: list[Failure] = []

    def work(progress: Progress, cancelled: IsCancelled) -> None:
        raise Refused("文件打不开", where="丰台10月.xls", advice="请另存为 xlsx")

    with qtbot.waitSignal(operations.idle, timeout=5000):
        operations.run("接收", work, on_failed=failures.append)
    assert failures == [Failure("known", "接收", "丰台10月.xls：文件打不开；请另存为 xlsx。")]


def test_a_failure_nobody_takes_is_told_to_the_window(qtbot: QtBot, operations: Operations) -> None:
    def work(progress: Progress, cancelled: IsCancelled) -> None:
        raise Refused("没有这个月份")

    with qtbot.waitSignal(operations.failed, timeout=5000) as told:
        operations.run("结算", work)
    assert told.args is not None
    assert told.args[0].sentence == "没有这个月份。"


def test_a_bug_becomes_a_report_and_the_next_work_runs(
    qtbot: QtBot, operations: Operations, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(progress: Progress, cancelled: IsCancelled) -> None:
        raise ZeroDivisionError("的确如此")

    def sound(progress: Progress, cancelled: IsCancelled) -> str:
        return "好"

    got: list[str] = []
    with qtbot.waitSignal(operations.failed, timeout=5000) as told:
        operations.run("结算", broken)
    with qtbot.waitSignal(operations.idle, timeout=5000):
        operations.run("结算", sound, got.append)
    assert told.args is not None
    failure = told.args[0]
    assert failure.kind == "bug"
    assert "builtins.ZeroDivisionError" in failure.details
    assert "的确如此" not in failure.details  # a message may hold a company's name
    assert "Traceback" not in failure.sentence
    assert "结算 failed" in caplog.text
    assert got == ["好"]


def test_a_result_that_cannot_be_shown_is_reported_too(
    qtbot: QtBot, operations: Operations, caplog: pytest.LogCaptureFixture
) -> None:
    def work(progress: Progress, cancelled: IsCancelled) -> int:
        return 0

    with qtbot.waitSignal(operations.failed, timeout=5000) as told:
        operations.run("读取", work, lambda n: 1 // n)
    assert told.args is not None
    assert told.args[0].kind == "bug"
    assert "读取" in caplog.text


def test_nobody_is_called_after_the_widget_that_asked_is_gone(qtbot: QtBot, operations: Operations) -> None:
    owner, gate, got = QObject(), threading.Event(), list[object]()

    def work(progress: Progress, cancelled: IsCancelled) -> str:
        gate.wait(5)
        return "晚了"

    with qtbot.waitSignal(operations.idle, timeout=5000):
        operations.run("读取", work, got.append, owner=owner)
        delete(owner)
        gate.set()
    assert got == []


def test_closing_waits_for_what_must_end(qtbot: QtBot) -> None:
    runner, ended = Operations(), threading.Event()

    def work(progress: Progress, cancelled: IsCancelled) -> None:
        while not cancelled():
            QThread.msleep(1)
        ended.set()

    runner.run("写入", work)
    runner.close()
    assert ended.is_set()


def test_a_result_that_arrives_after_closing_calls_nobody(qtbot: QtBot) -> None:
    """What a page shows next would ask for more work, and there is no worker any more."""
    runner, got, failures = Operations(), list[int](), list[Failure]()
    runner.failed.connect(failures.append)

    def show(result: int) -> None:
        got.append(result)
        runner.run("读取下一页", lambda _progress, _cancelled: 0)

    operation = runner.run("读取", lambda _progress, _cancelled: 1, show)
    with qtbot.waitSignal(operation.ended, timeout=5000):
        runner.close()
    assert (got, failures) == ([], [])
