"""Make the pictures of the guide: the window's pages on the demo workspace, its report, and one round of the return loop.

    .venv/bin/python docs/make_pictures.py [DEMO_FOLDER] [--out FOLDER]

Without a folder the demo is built in a temporary one; without --out the pictures go into docs/pictures. CI runs this
(tests/gui/test_pictures.py), so that a page the script can no longer show fails there. Nothing is invented: what the
pictures show is what the program does.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ZGC_USER", "张")  # who sits at the desk of the pictures

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from return_loop import return_loop_pictures

PICTURES = Path(__file__).resolve().parent / "pictures"
WINDOW = QSize(1440, 900)
REPORT_PAGES = {0: "report-cover", 2: "report-brief", 4: "report-companies", 8: "report-sharing"}


def settle(ready: Callable[[], bool], seconds: int = 60) -> None:
    """Let the event loop run until ``ready``; stop with an error after ``seconds``."""
    deadline = QDeadlineTimer(seconds * 1000)
    while not ready():
        if deadline.hasExpired():
            raise SystemExit("the window did not come to rest")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)


def build_demo(folder: Path) -> Path:
    """The demo's folder, built by the real command."""
    from zgc_desktop.cli.main import run

    if run(["demo", "--out", str(folder)]):
        raise SystemExit("the demo could not be built")
    return folder


def window_pictures(app: QApplication, workspace: Path, out: Path) -> None:
    """Grab the pages in light, and the desk in dark."""
    from zgc_desktop.ui import theme
    from zgc_desktop.ui.operations import Operations
    from zgc_desktop.ui.session import Session
    from zgc_desktop.ui.start import make_window

    settings = QSettings(str(workspace.parent / "pictures.ini"), QSettings.Format.IniFormat)
    light = (
        "desk", "receive", "checks", "companies", "moves", "sharing", "tiers", "space", "reports", "rules", "audit", "settings",
    )  # fmt: skip
    for mode, pages in (("light", light), ("dark", ("desk",))):
        theme.apply(app, mode)
        operations = Operations()
        session = Session(workspace)
        window = make_window(session, settings, operations)
        window.resize(WINDOW)
        window.show()
        settle(lambda opened=session: opened.is_open)
        for page in pages:
            window.go(page)
            for _ in range(3):  # what a page reads may be followed by what its details read
                QApplication.processEvents()
                settle(lambda watched=operations: not watched.running)
            name = {"companies": "ledger"}.get(page, page)
            window.grab().save(str(out / f"{name}-{mode}.png"))
        window.close()


def report_pictures(pdf: Path, out: Path) -> None:
    """Render a few pages of the report."""
    document = QPdfDocument()
    document.load(str(pdf))
    for number, name in REPORT_PAGES.items():
        size = document.pagePointSize(number).toSize() * 1.5
        document.render(number, size).save(str(out / f"{name}.png"))


def main() -> None:
    """Make every picture anew."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("demo", nargs="?", type=Path)
    wanted.add_argument("--out", type=Path, default=PICTURES)
    given = wanted.parse_args()
    app = QApplication(sys.argv[:1])
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.demo or build_demo(Path(scratch) / "demo")
        window_pictures(app, folder / "workspace", given.out)
        report_pictures(next(folder.glob("*.pdf")), given.out)
        loop = Path(scratch) / "loop"
        loop.mkdir()
        return_loop_pictures(app, loop, given.out, settle)
    app.quit()


if __name__ == "__main__":
    main()
