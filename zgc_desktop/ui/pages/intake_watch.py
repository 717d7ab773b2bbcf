"""监视文件夹: a folder is looked at while the box is ticked; what is new is offered, nothing is taken in by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox

from zgc_desktop.domain.submissions import ReceivedFile
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.pages import intake_dialogs as dialogs
from zgc_desktop.ui.session import Session
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button
from zgc_desktop.ui.widgets.rights import writes

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.watched_folder import Stamp
    from zgc_desktop.ui.pages.intake import IntakePage

    Found = tuple[tuple[Stamp, ReceivedFile], ...]

QUIET_MS = 800
"""How long a folder must be still before it is looked at: a copy tells of itself many times."""


class FolderWatch(QObject):
    """Off until ticked; which folder, and whether, is remembered for the person."""

    offered = Signal()
    """What waits in the folder has changed."""

    def __init__(self, page: IntakePage, session: Session) -> None:
        super().__init__(page)
        self._page, self._session = page, session
        self._key = ""
        self.folder: Path | None = None
        self.files: tuple[ReceivedFile, ...] = ()
        self._stamps: dict[str, Stamp] = {}
        self._done: set[Stamp] = set()
        """Taken up or passed over in this sitting: not offered again unless they are saved anew."""
        self.box = QCheckBox(tr("监视文件夹"))
        self.box.setToolTip(tr("勾选后看着一个文件夹，新来的报送和交换包列出来供接收，不会自行登记"))
        self.box.toggled.connect(self._toggled)
        self.take_all = button("", lambda: self.take(self.files), role="small", writing=True)
        self.take_all.hide()
        self.offered.connect(self._follow)
        self._watcher = QFileSystemWatcher(self)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(QUIET_MS)
        self._still.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(lambda _: self._still.start())

    def recall(self, person: str) -> None:
        """Go on as this person left it."""
        key, settings = f"watch_folder/{person or '_'}", self._page.shell.settings
        if key == self._key:
            return
        self._key = key
        kept = str(settings.value(key) or "") if settings is not None else ""
        if kept:
            self.start(Path(kept))

    def start(self, folder: Path) -> None:
        """Watch a folder and look at it at once."""
        self._stop()
        self.folder = folder
        self._keep(str(folder))
        with QSignalBlocker(self.box):
            self.box.setChecked(True)
        self.look()

    def look(self) -> None:
        """Look through the folder, in the worker."""
        folder, known = self.folder, frozenset(self._done)
        if folder is None or not self._session.is_open:
            return

        def read(ctx: AppContext) -> Found:
            from zgc_desktop.services import watched_folder

            return watched_folder.waiting(ctx, folder, known)

        self._session.read(
            self._page.shell.operations, tr("查看监视的文件夹"), read, self._show, self._page.trouble, owner=self
        )

    def _follow(self) -> None:
        self.take_all.setText(tr("接收新来的 {n} 份", n=len(self.files)))
        self.take_all.setVisible(bool(self.files))

    @writes
    def take(self, files: Iterable[ReceivedFile]) -> None:
        """Receive some of what is offered: packages go where packages belong, workbooks are received here."""
        chosen = [Path(f.path) for f in files]
        self._pass(chosen)
        window = self._page.window()
        rest = window.taker(chosen) if isinstance(window, MainWindow) else chosen
        if rest:
            self._page.receive_files(rest)

    def pass_over(self, files: Iterable[ReceivedFile]) -> None:
        """Offer some no more."""
        self._pass([Path(f.path) for f in files])

    def _pass(self, paths: Iterable[Path]) -> None:
        gone = {str(p) for p in paths}
        self._done |= {self._stamps[p] for p in gone if p in self._stamps}
        self.files = tuple(f for f in self.files if f.path not in gone)
        self.offered.emit()

    def _show(self, found: Found) -> None:
        if self.folder is None:
            return
        self._watch()
        self._stamps = {f.path: stamp for stamp, f in found}
        now = tuple(f for stamp, f in found if stamp not in self._done)
        if now != self.files:
            self.files = now
            self.offered.emit()

    def _watch(self) -> None:
        """Also the folders in it: a mail program may make one a day."""
        assert self.folder is not None
        try:
            wanted = {str(self.folder), *(str(p) for p in self.folder.iterdir() if p.is_dir())}
        except OSError:
            return  # gone a moment ago: looking at it again says so
        new = sorted(wanted - set(self._watcher.directories()))
        if new:
            self._watcher.addPaths(new)

    def _stop(self) -> None:
        self._still.stop()
        if self._watcher.directories():
            self._watcher.removePaths(self._watcher.directories())
        self.folder, self.files = None, ()

    def _toggled(self, on: bool) -> None:
        if on:
            dialog = dialogs.choose_folder(self._page, tr("监视哪个文件夹"), lambda chosen: self.start(chosen[0]))
            dialog.rejected.connect(self._untick)
        else:
            self._stop()
            self._keep("")
            self.offered.emit()

    def _untick(self) -> None:
        if self.folder is None:
            with QSignalBlocker(self.box):
                self.box.setChecked(False)

    def _keep(self, folder: str) -> None:
        if self._page.shell.settings is not None and self._key:
            self._page.shell.settings.setValue(self._key, folder)

    def taker(self, file: ReceivedFile) -> Callable[[], None]:
        """Receive one file."""
        return partial(self.take, [file])

    def passer(self, file: ReceivedFile) -> Callable[[], None]:
        """Offer one file no more."""
        return lambda: self.pass_over([file])
