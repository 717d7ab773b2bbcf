"""Texts of the window: Chinese in the source, other languages through Qt's translators."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from zgc_desktop.ui.numbers import worded

CONTEXT = "window"


def tr(text: str, **values: object) -> str:
    """The text in the language of the window, ``{name}`` filled in after translation, words of the program likewise said."""
    said = QCoreApplication.translate(CONTEXT, text)
    return said.format(**{k: worded(v) if isinstance(v, str) else v for k, v in values.items()}) if values else said
