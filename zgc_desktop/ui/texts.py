"""Texts of the window: Chinese in the source, other languages through Qt's translators."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "window"


def tr(text: str, **values: object) -> str:
    """The text in the language of the window, ``{name}`` filled in after translation."""
    said = QCoreApplication.translate(CONTEXT, text)
    return said.format(**values) if values else said
