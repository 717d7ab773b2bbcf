"""The commands of the window: Chinese names, keys that never collide with an input method, one QAction each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from zgc_desktop.ui.texts import tr


@dataclass(frozen=True, slots=True)
class Entry:
    """One page in the rail: key, name, key sequence, icon, and the purpose in one line."""

    key: str
    title: str
    shortcut: str
    icon: str
    purpose: str


GROUPS: Final[tuple[tuple[Entry, ...], ...]] = (
    (
        Entry("desk", "工作台", "Ctrl+1", "home", "该办什么、卡在哪里、下一步是什么"),
        Entry("receive", "报送接收", "Ctrl+2", "inbox", "收文件、分版本、出回执"),
        Entry("checks", "校验退回", "Ctrl+3", "checks", "问题、处理、退回件"),
    ),
    (
        Entry("companies", "企业台账", "Ctrl+4", "building", "一家企业一张卡片"),
        Entry("moves", "迁移协调", "Ctrl+5", "move", "三方案件"),
        Entry("sharing", "税收分享", "Ctrl+6", "share", "结算、解释、模拟"),
        Entry("tiers", "梯队评审", "Ctrl+7", "stairs", "梯队"),
        Entry("space", "组团空间", "Ctrl+8", "map", "组团、用地、匹配"),
    ),
    (
        Entry("reports", "报告中心", "Ctrl+9", "report", "PDF、Excel、分园反馈单、勘误"),
        Entry("rules", "规则参数", "Ctrl+0", "sliders", "规则、参数、口径差异"),
        Entry("admission", "准入联审", "", "users", "标准、项目、联审、评估"),
        Entry("plan", "规划目标", "", "bookmark", "两份规划的目标、登记簿、议事机构"),
        Entry("audit", "审计备份", "", "shield", "审计、历史、备份、交换"),
    ),
)
SETTINGS: Final = Entry("settings", "设置", "", "gear", "姓名、单位、截止日、字体、语言、备份位置")
"""At the foot of the rail, apart from the month's work."""
PAGES: Final[tuple[Entry, ...]] = (*(e for group in GROUPS for e in group), SETTINGS)

PARK_GROUPS: Final[tuple[tuple[Entry, ...], ...]] = (
    (Entry("park_report", "我的报送", "Ctrl+1", "inbox", "取上月、自检、盖章打包、回执与退回件"),),
    (
        Entry("companies", "我的企业", "Ctrl+2", "building", "一家企业一张卡片"),
        Entry("park_cases", "我的案件", "Ctrl+3", "move", "本园的迁移案卷，三方各写一栏"),
        Entry("park_statements", "我的对账单", "Ctrl+4", "share", "市级发来的税收分享对账单"),
    ),
)
"""The rail of a park's workspace (分园)."""
PARK_PAGES: Final[tuple[Entry, ...]] = (*(e for group in PARK_GROUPS for e in group), SETTINGS)
EVERY_PAGE: Final[Mapping[str, Entry]] = {e.key: e for e in (*PARK_PAGES, *PAGES)}
"""Every page by its key, whichever rail shows it."""

FORBIDDEN_KEYS: Final = frozenset({"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Shift"})
"""These belong to Chinese input methods."""

OFFERED: Final[tuple[tuple[str, str, str], ...]] = (
    ("find", "在本页查找", "Ctrl+F"),
    ("filter", "显示或收起筛选", "Ctrl+Shift+L"),
    ("refresh", "重算", "F5"),
    ("next_issue", "下一处待处理", "F8"),
    ("previous_issue", "上一处待处理", "Shift+F8"),
    ("next_record", "下一条", "Alt+Down"),
    ("previous_record", "上一条", "Alt+Up"),
    ("explain", "解释所选", "Ctrl+Return"),
    ("history", "历史", "Ctrl+J"),
    ("undo", "撤销", "Ctrl+Z"),
    ("redo", "恢复", "Ctrl+Y"),
    ("save", "保存草稿", "Ctrl+S"),
    ("export", "导出", "Ctrl+E"),
    ("print", "打印", "Ctrl+P"),
)
"""Commands a page may offer: (key, name, key sequence). On a page that does not, they are disabled."""


def make_action(parent: QWidget, text: str, key: str, do: Callable[[], object], *, tip: str = "") -> QAction:
    """A command of the window."""
    action = QAction(tr(text), parent)
    if key:
        action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(tr(tip) if tip else tr(text))
    action.triggered.connect(lambda: do())
    parent.addAction(action)
    return action
