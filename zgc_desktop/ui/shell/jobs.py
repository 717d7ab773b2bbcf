"""The log of the window's work (Ctrl+L): what runs now, how far it is, and how the last pieces of work ended."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zgc_desktop.ui.operations import Failure, Operation, Operations, Step
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import FLAT, Item, box, clear, col, row
from zgc_desktop.ui.widgets.marks import Badge
from zgc_desktop.viewmodels.columns import Mark

KEPT = 50


@dataclass(slots=True)
class Job:
    """One piece of work: when it began and ended, its last step, how it ended ("" = still under way)."""

    label: str
    operation: Operation[object] | None
    """None once it has ended: what it worked on is not kept."""
    began: datetime
    ended: datetime | None = None
    step: str = ""
    mark: Mark = "info"
    word: str = ""
    said: str = ""

    @property
    def seconds(self) -> float:
        """So long it took, or has taken until now."""
        return ((self.ended or datetime.now()) - self.began).total_seconds()


class Jobs(QObject):
    """Writes down every announced piece of work; quiet reading of what is shown is none."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(operations)
        self.jobs: deque[Job] = deque(maxlen=KEPT)
        operations.started.connect(self._begin)

    def _begin(self, operation: Operation[object]) -> None:
        job = Job(operation.label, operation, datetime.now())
        self.jobs.appendleft(job)
        operation.progressed.connect(lambda step: self._step(job, step))
        operation.done.connect(lambda _: self._end(job, "pass", tr("完成")))
        operation.failed.connect(lambda failure: self._fail(job, failure))

    def _step(self, job: Job, step: Step) -> None:
        job.step = f"{step.n} / {step.of}　{step.text}" if step.of else step.text

    def _end(self, job: Job, mark: Mark, word: str, said: str = "") -> None:
        job.operation, job.ended, job.mark, job.word, job.said = None, datetime.now(), mark, word, said

    def _fail(self, job: Job, failure: Failure) -> None:
        cancelled = failure.kind == "cancelled"
        self._end(job, "none" if cancelled else "error", tr("已取消") if cancelled else tr("未完成"), failure.sentence)


class JobLog(QWidget):
    """The drawer's body: newest first; what runs can be cancelled here."""

    def __init__(self, jobs: Jobs, operations: Operations) -> None:
        super().__init__()
        self._jobs = jobs
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(*FLAT)
        self._lines.setSpacing(0)
        operations.started.connect(self.refresh)
        self._steps: dict[int, QLabel] = {}
        self.refresh()

    def refresh(self, *_: object) -> None:
        """Show the log as it is now."""
        clear(self._lines)
        jobs = list(self._jobs.jobs)
        for job in jobs:
            step = label(_told(job), "note", wrap=True)
            items: list[Item] = [row(*_head(job)), step, *([label(job.said, "sub", wrap=True)] if job.said else [])]
            self._lines.addWidget(box(col(*items, gap=2, margins=(16, 8, 16, 8))))
            if job.operation is not None:
                self._follow(job, job.operation, step)
        if not jobs:
            self._lines.addWidget(box(row(label(tr("本次打开后还没有作业。"), "sub"), None, margins=(16, 14, 16, 14))))
        self._lines.addStretch(1)

    def _follow(self, job: Job, operation: Operation[object], step: QLabel) -> None:
        """Its step in place, twenty times a second; the whole log only when it ends."""
        known = id(job) in self._steps
        self._steps[id(job)] = step
        if not known:
            operation.progressed.connect(self._stepped)
            operation.ended.connect(self.refresh)

    def _stepped(self, _: Step) -> None:
        for job in self._jobs.jobs:
            if job.operation is not None and id(job) in self._steps:
                self._steps[id(job)].setText(_told(job))


def _told(job: Job) -> str:
    return "　".join(t for t in (job.step, tr("{n} 秒", n=f"{job.seconds:.1f}")) if t)


def _head(job: Job) -> list[Item]:
    head: list[Item] = [label(f"{job.began:%H:%M:%S}", "note"), label(job.label), None]
    if job.operation is None:
        head.append(Badge(job.mark, job.word))
    else:
        head.append(button(tr("取消"), job.operation.cancel, role="small"))
    return head
