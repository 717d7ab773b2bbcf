"""Help for a page (F1), offline: its chapter of the user guide, and every command with its key."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QGridLayout, QListWidget, QStackedWidget, QTextBrowser, QWidget

from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import Tabs, button, label
from zgc_desktop.ui.widgets.layout import box, col, row

CHAPTERS: Final = {
    "desk": "一个月怎么走",
    "tiers": "梯队与组团",
    "space": "梯队与组团",
    "reports": "月报：从草稿到签名",
    "receive": "收表认什么",
    "checks": "问题怎么看",
    "moves": "迁移与分享",
    "sharing": "一个案子算到底",
    "admission": "用地、准入与联合审议",
    "plan": "用地、准入与联合审议",
    "park_report": "分园与交换包",
    "park_cases": "分园与交换包",
    "park_statements": "分园与交换包",
}
"""The chapter a page is explained in, where no chapter bears the page's own name."""
GENERAL: Final = "窗口"
PICTURE_W: Final = 590
LINE_PERCENT: Final = 145


def chapters(folder: Path) -> dict[str, str]:
    """The chapters of every page of the guide by their headings, in order; none where the folder was left out.

    A page's text before its first heading is left out.
    """
    pages = [page.read_text(encoding="utf-8") for page in sorted(folder.glob("*.md"))]
    parts = [chapter for page in pages for chapter in page.split("\n## ")[1:]]
    return {part.partition("\n")[0].strip(): f"## {part}" for part in parts}


def chapter_of(page: str, title: str, found: Iterable[str]) -> str:
    """The heading a page is explained under: its own name, else the chapter named for it, else the one about the window."""
    headings = list(found)
    wanted = (title, CHAPTERS.get(page, GENERAL), GENERAL)
    return next((h for w in wanted for h in headings if w in h), headings[0] if headings else "")


class Chapter(QTextBrowser):
    """One chapter with its pictures, made narrow enough to be read."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setOpenExternalLinks(False)
        self.setOpenLinks(False)
        self.setAccessibleName(tr("使用指南"))

    def show_chapter(self, chapter: str) -> None:
        """Show a chapter with the air that long Chinese lines need."""
        self.setMarkdown(chapter)
        self.document().setDocumentMargin(16)
        airy = QTextBlockFormat()
        airy.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        airy.setBottomMargin(6)
        airy.setNonBreakableLines(False)  # a long command line wraps instead of being scrolled to
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(airy)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        path = self._folder / (name.toString() if isinstance(name, QUrl) else name)
        if kind == QTextDocument.ResourceType.ImageResource.value and path.is_file():
            picture = QImage(str(path))
            if picture.width() > PICTURE_W:
                return picture.scaledToWidth(PICTURE_W, Qt.TransformationMode.SmoothTransformation)
            return picture
        return None


def show_help(parent: QWidget, page: str, title: str, purpose: str, actions: Iterable[QAction], guide: Path) -> QDialog:
    """What a page is for, its chapter of the guide, and the keys; the window stays usable beside it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("帮助：{title}", title=title))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    found = chapters(guide)
    stack = QStackedWidget()
    if found:
        stack.addWidget(_book(found, chapter_of(page, title, found), guide))
    stack.addWidget(_keys(actions))
    tabs = Tabs([*([tr("使用指南")] if found else []), tr("命令与按键")])
    tabs.chosen.connect(stack.setCurrentIndex)
    close = row(None, button(tr("关闭"), dialog.accept, role="primary"))
    head = row(label(title, "h2"), label(purpose, "sub"), None, gap=12)
    dialog.setLayout(col(head, tabs, (stack, 1), close, gap=8, margins=(20, 16, 20, 16)))
    dialog.resize(920 if found else 640, 640)
    dialog.open()
    return dialog


def _book(found: dict[str, str], first: str, folder: Path) -> QWidget:
    contents, text = QListWidget(), Chapter(folder)
    contents.setAccessibleName(tr("章节"))
    contents.setFixedWidth(212)
    contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    contents.addItems(list(found))
    contents.currentTextChanged.connect(lambda heading: text.show_chapter(found.get(heading, "")))
    contents.setCurrentRow(max(0, list(found).index(first)))
    return box(row(contents, (text, 1), gap=12))


def _keys(actions: Iterable[QAction]) -> QWidget:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(6)
    shown = [a for a in actions if a.text() and not a.shortcut().isEmpty()]
    half = (len(shown) + 1) // 2
    for n, action in enumerate(shown):
        line, side = n % half, n // half * 2
        grid.addWidget(label(action.text()), line, side)
        grid.addWidget(label(action.shortcut().toString(), "key"), line, side + 1, Qt.AlignmentFlag.AlignLeft)
    return box(col(grid, None))
