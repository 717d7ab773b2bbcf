"""The self-test of an installed program: database, Excel, PDF and window once through, told as one JSON file."""

from __future__ import annotations

import json
import locale
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

from zgc_desktop import bootstrap

LATE: Final = ("sqlcipher3.dbapi2", "psycopg", "highspy", "cryptography.hazmat.primitives.asymmetric.ed25519", "pyhanko.sign")
"""Libraries of machine code loaded only by who needs them: encryption, a server, matching, signatures."""
SLOW: Final = 60.0
"""Seconds a page may take to come to rest before the test says that it never did."""


def main(arguments: list[str]) -> int:
    """Run every check and write the result to the file named; 0 where all passed, 1 where one did not, 2 without a file."""
    if len(arguments) != 1:
        return 2
    started = datetime.now().isoformat(timespec="seconds")
    told: dict[str, Any] = {"program": bootstrap.program_version(), "started": started, **_machine()}
    with tempfile.TemporaryDirectory(prefix="统筹台 自检 ", ignore_cleanup_errors=True) as folder:
        for told["checks"] in _run(Path(folder)):
            told["ok"] = all(check["ok"] for check in told["checks"])
            Path(arguments[0]).write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    return 0 if told["ok"] else 1


def _machine() -> dict[str, str]:
    # platform.platform() asks the management service on Windows, which an office may have switched off.
    return {
        "python": platform.python_version(),
        "system": f"{sys.platform} {platform.machine()}",
        "code_page": locale.getencoding(),
        "file_names": sys.getfilesystemencoding(),
    }


def _run(folder: Path) -> Iterator[list[dict[str, Any]]]:
    """One line a check: name, ok, seconds, detail; later checks go on where an earlier one failed.

    Told before each check as well, the one begun counting as failed: what takes the whole program down leaves its name.
    """
    done: list[dict[str, Any]] = []
    checks = (("演示月", _month), ("数据库", _database), ("Excel", _workbook), ("PDF", _paper), ("窗口", _window))
    for name, check in (*checks, ("程序库", _libraries)):
        yield [*done, {"name": name, "ok": False, "seconds": 0.0, "detail": "没有做完"}]
        begun = time.perf_counter()
        try:
            detail, ok = check(folder), True
        except Exception as problem:  # a self-test tells of every fault, of whatever kind
            detail, ok = f"{type(problem).__name__}: {problem}", False
        done.append({"name": name, "ok": ok, "seconds": round(time.perf_counter() - begun, 2), "detail": detail})
    yield done


def _month(folder: Path) -> str:
    from zgc_desktop.services.demo import build

    made = build(folder, lambda place, clock: bootstrap.open_workspace(place, who="自检", clock=clock))
    return f"{made.pdf.name}、{made.xlsx.name}"


def _database(folder: Path) -> str:
    from zgc_desktop.services import audit

    ctx = bootstrap.open_workspace(_workspace(folder), who="自检")
    proof = audit.verify(ctx)
    if proof.findings:
        raise ValueError(f"{len(proof.findings)} 处对不上")
    return f"{proof.entries} 条操作记录"


def _workbook(folder: Path) -> str:
    # What parks sent was read in the month above; here, whether what was written is whole.
    with ZipFile(_one(folder, "*.xlsx")) as book:
        torn = book.testzip()
        if torn is not None:
            raise ValueError(f"工作簿不完整：{torn}")
        return f"{sum(name.startswith('xl/worksheets/') for name in book.namelist())} 张表"


def _paper(folder: Path) -> str:
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
    from PySide6.QtPdf import QPdfDocument

    _application()
    buffer = QBuffer()
    buffer.setData(QByteArray(_one(folder, "*.pdf").read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    if document.status() != QPdfDocument.Status.Ready or document.render(0, QSize(200, 283)).isNull():
        raise ValueError("月报 PDF 打不开")
    pages = document.pageCount()
    document.close()
    return f"{pages} 页"


def _window(folder: Path) -> str:
    from PySide6.QtCore import QSettings
    from PySide6.QtGui import QFontInfo
    from PySide6.QtWidgets import QApplication

    from zgc_desktop.ui.commands import PAGES
    from zgc_desktop.ui.session import Session
    from zgc_desktop.ui.start import make_window

    app = _application()
    session = Session(_workspace(folder))
    window = make_window(session, QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat))

    def until(ready: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + SLOW
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError(what)
            QApplication.processEvents()

    window.resize(1366, 768)
    window.show()
    window.grab()  # a desktop that is locked or far away may never ask for a painting, and the first one opens the workspace
    until(lambda: session.is_open or session.problem is not None, "工作区没有打开")
    if session.problem is not None:
        raise ValueError(session.problem.sentence)
    for entry in PAGES:
        window.go(entry.key)
        until(lambda: not window.operations.running, entry.title)
        if window.grab().toImage().isNull():
            raise ValueError(f"{entry.title} 画不出来")
    window.operations.close()
    window.close()
    window.deleteLater()
    session.close()
    app.processEvents()
    return f"{len(PAGES)} 页，{app.platformName()}，{QFontInfo(app.font()).family()}"


def _libraries(_folder: Path) -> str:
    # What a month does not need: a part of the installation that is cut off shows only when somebody asks for it.
    faults = [f"{name}（{fault}）" for name in LATE if (fault := _fault(name))]
    if faults:
        raise ImportError("、".join(faults))
    return f"{len(LATE)} 个：{'、'.join(LATE)}"


def _fault(library: str) -> str:
    """Why a library does not load, empty where it does; in a program of its own, for machine code may end the one it is in."""
    load = [sys.executable, "-X", "utf8", "-c", "import importlib, sys; importlib.import_module(sys.argv[1])", library]
    try:
        told = subprocess.run(load, capture_output=True, encoding="utf-8", errors="replace", timeout=SLOW, check=False)
    except subprocess.TimeoutExpired:
        return f"{SLOW:.0f} 秒没有加载完"
    if told.returncode == 0:
        return ""
    if told.returncode == 1 and told.stderr.strip():
        return told.stderr.strip().splitlines()[-1]
    return f"加载时程序被中止，代码 {told.returncode & 0xFFFFFFFF:#x}"


def _application() -> Any:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from zgc_desktop.ui.app import make_application

    return QApplication.instance() or make_application(["self-test"], QSettings("tongchoutai", "self-test"))


def _workspace(folder: Path) -> Path:
    return _one(folder, "*/tongchoutai.db").parent


def _one(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise FileNotFoundError(pattern)
    return found[0]
