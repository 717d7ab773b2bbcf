"""About the program: its version, what it stands on, and under which licences, offline."""

from __future__ import annotations

import platform
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import Final

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from zgc_desktop.bootstrap import program_version
from zgc_desktop.ui.texts import tr
from zgc_desktop.ui.widgets.basic import button, label
from zgc_desktop.ui.widgets.layout import col, row

INSTALLED: Final = Path(__file__).resolve().parents[4] / "licences" / "第三方组件.txt"
"""The list an installed program carries, with the licences' texts beside it."""


def versions() -> str:
    """Program, Python and Qt, as a report of a fault should name them."""
    return f"统筹台 {program_version()} · Python {platform.python_version()} · Qt {qVersion()} · PySide6 {pyside_version}"


def components(listed: Path = INSTALLED) -> list[str]:
    """Every component with its version and licence, by name: the installed list, or what this Python has."""
    if listed.is_file():
        return [line for line in listed.read_text(encoding="utf-8-sig").splitlines() if line]
    found = {d.name: f"{d.name} {d.version}  {_licence(d)}".strip() for d in distributions()}
    return [found[name] for name in sorted(found, key=str.lower)]


def show_about(parent: QWidget) -> QDialog:
    """The dialog, beside which the window stays usable."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(tr("关于统筹台"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setMinimumSize(560, 420)
    text = QPlainTextEdit("\n".join(components()))
    text.setReadOnly(True)
    text.setAccessibleName(tr("所用组件与许可"))
    told = versions()
    copy = button(tr("复制版本信息"), lambda: QGuiApplication.clipboard().setText(told), icon_name="copy")
    dialog.setLayout(
        col(
            label(tr("统筹台"), "h1"),
            label(tr("中关村示范区一区多园统筹协调"), "note"),
            label(told, wrap=True),
            label(tr("程序以 MIT 许可发布。Qt 与 PySide6 按 LGPL-3.0 使用，未作修改，其文件可以换成您自己编译的。"), wrap=True),
            label(tr("所用组件与许可"), "h2"),
            (text, 1),
            row(None, copy, button(tr("关闭"), dialog.accept, role="primary")),
            gap=10,
            margins=(20, 16, 20, 16),
        )
    )
    dialog.open()
    return dialog


def _licence(component: Distribution) -> str:
    classes = component.metadata.get_all("Classifier") or []
    named = component.metadata.get_all("License-Expression") or []
    return "".join(named) or "; ".join(c.rsplit(" :: ", 1)[1] for c in classes if c.startswith("License :: OSI"))
