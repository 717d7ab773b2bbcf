"""Starts the window: application, theme, Qt's own Chinese texts, and what happens to an exception nobody expected."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from zgc_desktop.paths import APP
from zgc_desktop.ui import dialogs, theme
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.operations import Failure, bug_report, unexpected
from zgc_desktop.ui.texts import tr

log = logging.getLogger(__name__)
WindowMaker = Callable[[QSettings], MainWindow]
"""Makes the window with its pages; it must not import SQL, Excel or PDF: that belongs into the first piece of work."""


def make_application(arguments: Sequence[str], settings: QSettings) -> QApplication:
    """The application, dressed in the remembered theme or the system's."""
    app = QApplication(list(arguments))
    app.setApplicationName(APP)
    app.setApplicationDisplayName(tr("统筹台"))
    speak_chinese(app)
    remembered = settings.value("theme")
    theme.apply(app, "dark" if remembered == "dark" else "light" if remembered == "light" else theme.system_mode(app))
    return app


def speak_chinese(app: QApplication) -> bool:
    """Qt's own buttons and menus in Chinese (确定, 取消); False where Qt came without its translations."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    found = translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return bool(found) and app.installTranslator(translator)


def run(make_window: WindowMaker, arguments: Sequence[str] = ()) -> int:
    """Show the window and stay until it is closed; the exit code."""
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, APP, "window")
    app = make_application([APP, *arguments], settings)
    window = make_window(settings)
    sys.excepthook = fault_reporter(window)
    window.show()
    return app.exec()


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
        dialogs.show_failure(window, Failure("bug", label, unexpected(label), bug_report(label, problem)))

    return report
