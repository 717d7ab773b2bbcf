"""Pages whose work is not built into the window yet: they say so, and what the command line already does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame

from zgc_desktop.ui.commands import Entry
from zgc_desktop.ui.pages.base import Page, Shell
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import empty_state
from zgc_desktop.ui.widgets.basic import page_head, plain_card
from zgc_desktop.ui.widgets.layout import col, page_body

MEANWHILE: Final[Mapping[str, tuple[str, str]]] = {
    "reports": ("月度统筹报告的 PDF 和工作簿可由命令行生成。", "zgc report --month {month} --out 文件夹"),
    "rules": ("目录、条款引文和口径差异可由命令行列出。", "zgc catalogue"),
    "admission": ("准入标准与联审尚无命令行功能。", ""),
    "audit": ("工作区的完整性检查可由命令行进行。", "zgc check"),
}


class PlannedPage(Page):
    """A page that is announced but not built: honest about it, no dead button."""

    def __init__(self, shell: Shell, entry: Entry) -> None:
        super().__init__(shell)
        self._entry = entry
        self.put(page_body(page_head(tr(entry.title), note=tr(entry.purpose)), (self._card(), 1)))

    def refresh(self) -> None:
        self.put(page_body(page_head(tr(self._entry.title), note=tr(self._entry.purpose)), (self._card(), 1)))

    def command(self) -> str:
        """The command line that does this work meanwhile, or ""."""
        line = MEANWHILE.get(self._entry.key, ("", ""))[1]
        return line.replace("{month}", str(self.shell.month or "2026-10"))

    def _card(self) -> QFrame:
        sentence, line = MEANWHILE.get(self._entry.key, ("", ""))[0], self.command()
        said = tr(sentence) + (f"\n{line}" if line else "")
        missing = tr("本页在后续版本提供")
        inner = empty_state(missing, said, link=tr("复制命令") if line else "", on_link=self._copy)
        return plain_card(col(inner))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.command())
        self.shell.say(tr("已复制：{line}", line=self.command()))
