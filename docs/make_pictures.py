"""Make the pictures of the guide: the window's pages on the demo workspace, its report, and one round of the return loop.

    .venv/bin/python docs/make_pictures.py [DEMO_FOLDER] [--out FOLDER]

Without a folder the demo is built in a temporary one; without --out the pictures go into docs/pictures. CI runs this
(tests/gui/test_pictures.py), so that a page the script can no longer show fails there. Nothing is invented: what the
pictures show is what the program does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("ZGC_USER", "张")  # who sits at the desk of the pictures

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSettings, QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication
from return_loop import return_loop_pictures

Shown = tuple[tuple[Literal["light", "dark"], tuple[str, ...]], ...]
"""Which pages are grabbed in which mode."""
PICTURES = Path(__file__).resolve().parent / "pictures"
WINDOW = QSize(1440, 900)
OFFICE: Shown = (
    (
        "light",
        (
            "desk", "receive", "checks", "companies", "moves", "sharing", "tiers", "space", "space/3", "reports", "rules",
            "admission", "plan", "audit", "settings",
        ),
    ),
    ("dark", ("desk",)),
)  # fmt: skip
PARK: Shown = (("light", ("park_report/1", "park_statements")),)
NAMES = {"companies": "ledger", "space/3": "land", "park_report/1": "park_report"}
REPORT_PAGES = {"report-brief": "一、要情", "report-companies": "三、企业总体", "report-sharing": "五、税收分"}
"""The first page that says so after the cover and the contents."""


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

    draft = ["report", "--month", "2026-10", "--out", str(folder / "workspace" / "outbox")]
    if run(["demo", "--out", str(folder)]) or run([*draft, "--workspace", str(folder / "workspace")]):
        raise SystemExit("the demo could not be built")
    return folder


def build_park(city: Path, files: Path, folder: Path) -> Path:
    """昌平园's own workspace beside a copy of the city's: two months sent, the city's answer to the second received."""
    from zgc_desktop.cli.main import run

    here, office = folder / "昌平", folder / "市级"
    shutil.copytree(city, office)
    answers = folder / "发昌平"
    done = [run(["exchange", "profile", "--park", "昌平园", "--workspace", str(here)])]
    for month in ("2026-09", "2026-10"):
        file = files / month / f"中关村月报_昌平园_{month}.xlsx"
        done.append(run(["exchange", "pack", str(file), "--out", str(folder / "发市级"), "--workspace", str(here)]))
    sent = [str(path) for path in sorted((folder / "发市级").glob("*.zip"))]
    done.append(run(["exchange", "receive", *sent, "--workspace", str(office)]))
    done.append(
        run(["exchange", "answer", "--month", "2026-10", "--park", "昌平园", "--out", str(answers), "--workspace", str(office)])
    )
    done.append(run(["exchange", "receive", *map(str, answers.glob("*.zip")), "--workspace", str(here)]))
    if any(done):
        raise SystemExit("the park's workspace could not be built")
    return here


def window_pictures(app: QApplication, workspace: Path, out: Path, shown: Shown) -> None:
    """Grab pages in the modes they are wanted in; ``page/3`` is the fourth tab of a page."""
    from zgc_desktop.ui import theme
    from zgc_desktop.ui.operations import Operations
    from zgc_desktop.ui.session import Session
    from zgc_desktop.ui.start import make_window

    settings = QSettings(str(workspace.parent / "pictures.ini"), QSettings.Format.IniFormat)
    for mode, pages in shown:
        theme.apply(app, mode)
        operations = Operations()
        session = Session(workspace)
        window = make_window(session, settings, operations)
        window.resize(WINDOW)
        window.show()
        settle(lambda opened=session: opened.is_open)
        for wanted in pages:
            page, _, tab = wanted.partition("/")
            window.go(page)
            if tab:
                window.page(page).tabs.choose(int(tab))
            for _ in range(3):  # what a page reads may be followed by what its details read
                QApplication.processEvents()
                settle(lambda watched=operations: not watched.running)
            name = NAMES.get(wanted, wanted)
            window.grab().save(str(out / f"{name}-{mode}.png"))
        window.close()


def report_pictures(pdf: Path, out: Path) -> None:
    """Render a few pages of the report."""
    document = QPdfDocument()
    document.load(str(pdf))
    texts = [document.getAllText(n).text() for n in range(document.pageCount())]
    pages = {name: next(n for n, text in enumerate(texts) if n > 1 and words in text) for name, words in REPORT_PAGES.items()}
    for name, number in {"report-cover": 0, **pages}.items():
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
        window_pictures(app, folder / "workspace", given.out, OFFICE)
        between = Path(scratch) / "往来"
        window_pictures(app, build_park(folder / "workspace", folder / "报送", between), given.out, PARK)
        report_pictures(next(folder.glob("*.pdf")), given.out)
        loop = Path(scratch) / "loop"
        loop.mkdir()
        return_loop_pictures(app, loop, given.out, settle)
    app.quit()


if __name__ == "__main__":
    main()
