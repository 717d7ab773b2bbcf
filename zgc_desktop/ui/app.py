"""Starts the window: application, theme, Qt's own Chinese texts, and what happens to an exception nobody expected."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Final

from PySide6.QtCore import QMessageLogContext, QSettings, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from zgc_desktop.paths import APP, resources_dir
from zgc_desktop.ui import language, numbers, theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import Failure, bug_report, unexpected
from zgc_desktop.ui.texts import tr

AGAIN: Final = 1000
"""What the event loop ends with when the window is to be opened anew."""
GIVE_WAY_S: Final = 0.0005
"""So long a worker computes before the window may go on."""
SELDOM: Final = 1000
"""So many searches of what is young before one of everything."""
log = logging.getLogger(__name__)
WindowMaker = Callable[[QSettings], MainWindow]
"""Makes the window with its pages; it must not import SQL, Excel or PDF: that belongs into the first piece of work."""


def make_application(arguments: Sequence[str], settings: QSettings) -> QApplication:
    """The application, dressed in the remembered theme or the system's."""
    app = QApplication(list(arguments))
    app.setApplicationName(APP)
    app.setWindowIcon(QIcon(str(resources_dir() / "brand" / "app.svg")))
    dress(app, settings)
    return app


def dress(app: QApplication, settings: QSettings) -> None:
    """Put on the remembered language, numbers and theme; the system's theme where none is remembered."""
    numbers.use(settings.value("numbers"))
    language.speak(app, language.language_of(settings.value("language")))
    app.setApplicationDisplayName(tr("统筹台"))
    put_on_theme(app, settings.value("theme"))


def put_on_theme(app: QApplication, wanted: object) -> None:
    """Dress the application in light or dark, or as the desktop asks for anything else."""
    theme.apply(app, "dark" if wanted == "dark" else "light" if wanted == "light" else theme.system_mode(app))


def reopen(window: QWidget) -> bool:
    """Close the window and open it anew, in the language set meanwhile; False where the window was not closed."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    closed = window.close()
    app.setQuitOnLastWindowClosed(True)
    if closed:
        app.exit(AGAIN)
    return closed


def run(make_window: WindowMaker, arguments: Sequence[str] = ()) -> int:
    """Show the window and stay until it is closed; the exit code."""
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APP, "window")
    qInstallMessageHandler(log_qt)
    app = make_application([APP, *arguments], settings)
    spare_the_window(app)
    code = AGAIN
    while code == AGAIN:
        dress(app, settings)
        window = make_window(settings)
        sys.excepthook, threading.excepthook = fault_reporter(window), thread_reporter(window)
        window.show()
        code = app.exec()
        window.deleteLater()
    return code


def spare_the_window(app: QApplication) -> None:
    """Have work beside the window give way to it, and dead cycles among everything looked for while it is not in front.

    Qt's calls let go of Python and wait for it again: each wait lasted 5 ms while a worker computed. With a ledger of
    30,000 companies in memory a search for dead cycles stops every thread for a third of a second.
    """
    sys.setswitchinterval(GIVE_WAY_S)
    young, middle, _ = gc.get_threshold()
    gc.set_threshold(young, middle, SELDOM)
    app.applicationStateChanged.connect(lambda state: None if state == Qt.ApplicationState.ApplicationActive else gc.collect())


def fault_reporter(
    window: MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What to do with an exception nobody caught: write it to the log and show a report; the window goes on."""

    def report(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            window.close()
            return
        log.error("uncaught", exc_info=(kind, problem, trace))
        label = tr("窗口")
        # By the runner's signal: an exception of any thread is shown by the window's own.
        window.operations.failed.emit(Failure("bug", label, unexpected(label), bug_report(label, problem)))

    return report


def thread_reporter(window: MainWindow) -> Callable[[threading.ExceptHookArgs], None]:
    """The same for a thread of nobody's runner."""
    report = fault_reporter(window)

    def told(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            report(args.exc_type, args.exc_value, args.exc_traceback)

    return told


def log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Qt's own warnings go to the log; without a console they would be lost."""
    level = logging.WARNING if kind == QtMsgType.QtWarningMsg else logging.ERROR
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        logging.getLogger("qt").log(level, message)
