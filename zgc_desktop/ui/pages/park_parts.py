"""What the pages of a park's workspace share: facts in the card below, taking packages in, files out of packages."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.ui.operations import Failure
from zgc_desktop.ui.pages import park_work as work
from zgc_desktop.ui.pages.base import Shell
from zgc_desktop.ui.pages.tabbed import TabbedPage
from zgc_desktop.ui.session import Session, SessionWork
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.bands import Ribbon
from zgc_desktop.ui.widgets.basic import label
from zgc_desktop.ui.widgets.layout import box, clear, col, row
from zgc_desktop.ui.widgets.rights import writes

NAME_W = 96
ZIP = "zip (*.zip)"


class FactsCard:
    """Names and words under each other, in a frame of its own."""

    def __init__(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.frame: QFrame = box(col(self._lines, None, margins=(16, 4, 16, 8)))

    def show(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these instead of those before."""
        clear(self._lines)
        for name, said in facts:
            left = label(name, "note")
            left.setFixedWidth(NAME_W)
            self._lines.addWidget(box(row(left, (label(said, wrap=True), 1), gap=8)))


class Packing:
    """What a page or tab of the exchange does: pack, take in, take out; it brings the window, the session and a ribbon."""

    shell: Shell
    session: Session
    ribbon: Ribbon
    built: bool

    @abstractmethod
    def trouble(self, failure: Failure) -> None:
        """Say what was refused and why."""

    @property
    def _parent(self) -> QWidget:
        assert isinstance(self, QWidget)
        return self

    @writes
    def choose_packages(self) -> None:
        """Ask for packages and take them in."""
        names, _ = QFileDialog.getOpenFileNames(self._parent, tr("收交换包"), "", ZIP)
        if names:
            self.take_in([Path(n) for n in names])

    @writes
    def take_in(self, files: Sequence[Path]) -> None:
        """Take packages in; what was refused stands above the page, what was taken in the bar."""

        def done(found: Any) -> None:
            good, bad = work.outcome(found)
            self.shell.announce(ChangeSummary(good))
            self.tell(good, bad)

        self.start(tr("收交换包"), work.take_in(files), done)

    def tell(self, good: str, bad: str) -> None:
        """Say what came in, and above the page what did not or has to be seen to."""
        if good:
            self.shell.say(good)
        if bad and self.built:
            self.ribbon.trouble(bad, tr("收起"), self.ribbon.hide)
        elif bad:
            self.shell.say(bad)

    def pack(self, title: str, job: Callable[[Path], SessionWork[Any]]) -> None:
        """Ask for a folder and write a package into it."""
        folder = QFileDialog.getExistingDirectory(self._parent, title)
        if folder:
            self.start(title, job(Path(folder)), self._packed)

    def _packed(self, sent: Any) -> None:
        self.shell.announce(ChangeSummary(sent.item.file_name, subjects=work.SENT))
        said = tr("内容未变，原包再写到 {path}", path=sent.path) if sent.again else tr("已打包 {path}", path=sent.path)
        self.ribbon.hide()
        self.shell.say(said)

    def take_out(self, package: str, parts: Sequence[str]) -> None:
        """Ask for a folder, write files of a package there and show the folder."""
        folder = QFileDialog.getExistingDirectory(self._parent, tr("取出到哪个文件夹"))
        if folder:
            self.start(tr("取出文件"), work.take_out(package, parts, Path(folder)), self._taken_out)

    def _taken_out(self, files: tuple[Path, ...]) -> None:
        self.shell.say(tr("已取出 {path}", path=files[0]))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(files[0].parent)))

    def start(self, title: str, job: SessionWork[Any], done: Callable[[Any], object]) -> None:
        """Run work on the workspace; a refusal stands above the page."""
        self.session.run(self.shell.operations, title, job, done, self.trouble, owner=self._parent)


class ExchangePage(Packing, TabbedPage):
    """A page of tabs that packs, takes in and takes out."""

    def receive_files(self, files: Sequence[Path]) -> None:
        """Take packages in."""
        self.take_in(files)

    def trouble(self, failure: Failure) -> None:
        """Say above the page what was refused; before the page is there, in the bar."""
        if self.built:
            TabbedPage.trouble(self, failure)
        elif failure.kind == "known":
            self.shell.say(failure.sentence)
