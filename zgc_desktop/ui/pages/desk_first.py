"""The first start: no month yet, and the ways to begin: templates out, submissions in, a passphrase, or the demo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from zgc_desktop.domain.errors import Cancelled
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Button, ElidedLabel, button, label, plain_card
from zgc_desktop.ui.widgets.layout import Item, box, col, row, rule

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext

STEPS_W = 640


@dataclass(frozen=True, slots=True)
class TemplatesWritten:
    """What became of the parks' templates: files written, files already there, parks not reached."""

    folder: Path
    written: int
    kept: int
    left: int

    @property
    def sentence(self) -> str:
        parts = [f"已写入 {self.written} 个文件到 {self.folder}"]
        if self.kept:
            parts.append(f"{self.kept} 个已有同名文件，未覆盖")
        if self.left:
            parts.append(f"已取消，其余 {self.left} 个未写")
        return "；".join(parts)


def write_templates(
    ctx: AppContext, month: Month, folder: Path, progress: Progress, cancelled: IsCancelled
) -> TemplatesWritten:
    """Write every park's template into a folder; a file that is already there stays, it may have been filled in."""
    from zgc_desktop.services import template

    parks = tuple(ctx.catalogue.parks)
    written = kept = 0
    for n, park in enumerate(parks):
        if cancelled():
            return TemplatesWritten(folder, written, kept, len(parks) - n)
        progress(n, len(parks), park)
        out = folder / f"中关村月报_{park}_{month}.xlsx"
        if out.exists():
            kept += 1
        else:
            template.write(ctx, park, month, out)
            written += 1
    progress(len(parks), len(parks), "")
    return TemplatesWritten(folder, written, kept, 0)


def build_demo(out: Path, progress: Progress, cancelled: IsCancelled) -> Path:
    """Build the demo in a folder and return its workspace; Cancelled between two of its steps."""
    from zgc_desktop.bootstrap import open_workspace
    from zgc_desktop.services import demo

    def told(n: int, of: int, text: str) -> None:
        if cancelled():
            raise Cancelled
        progress(n, of, text)

    made = demo.build(out, lambda folder, clock: open_workspace(folder, who="演示", clock=clock), progress=told)
    return made.workspace


def first_steps(
    month: Month,
    on_templates: Callable[[], object],
    on_receive: Callable[[], object],
    on_demo: Callable[[], object],
    demo: Path,
    on_encrypt: Callable[[], object],
    on_park: Callable[[], object],
) -> QFrame:
    """The card of a workspace without a month: what is missing, and the next steps with a button each."""
    centre = Qt.AlignmentFlag.AlignHCenter
    steps: list[Item] = [
        _step(
            "1",
            tr("导出 17 份模板"),
            tr("{month}的报送模板，每园一份，发给各园填写", month=month.label),
            button(tr("导出模板…"), on_templates, role="primary"),
        ),
        rule(soft=True),
        _step("2", tr("接收报送"), tr("收到各园填好的文件后在“报送接收”登记，期间随之建立"), button(tr("去接收"), on_receive)),
        rule(soft=True),
        _step("3", tr("设口令"), tr("可选：以后数据库、原件和备份都须凭口令打开"), button(tr("加密…"), on_encrypt)),
        rule(soft=True),
        _step("4", tr("先看演示"), tr("用虚构企业走完三个月，建在 {path}", path=demo), button(tr("看演示"), on_demo)),
        rule(soft=True),
        _step(
            "5",
            tr("我是分园"),
            tr("自检、盖章、打包报送，收市级的回执和退回件"),
            button(tr("选分园…"), on_park),
        ),
    ]
    inner = box(col(*steps, gap=0))
    inner.setFixedWidth(STEPS_W)
    head = (label(tr("还没有建立期间"), "h3", align=centre), label(tr("第一份报送登记后，期间自动建立。"), "sub", align=centre))
    made = plain_card(col(None, *head, 12, row(None, inner, None), None, gap=6))
    made.setAccessibleName(tr("还没有建立期间"))
    return made


def _step(number: str, title: str, note: str, act: Button) -> QFrame:
    sign = label(number, "person", align=Qt.AlignmentFlag.AlignCenter)
    sign.setFixedSize(28, 28)
    words = col(None, label(title), ElidedLabel(note, "note"), None, gap=0)
    return box(row(sign, (words, 1), act, gap=12, margins=(8, 0, 8, 0)), height=60)
