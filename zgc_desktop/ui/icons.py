"""Icons of resources/icons in the colours of the theme, sharp at any scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zgc_desktop.ui import theme

RATIO = 3
"""Rendered at three times the size: sharp up to 300 %, never a scaled single-density picture."""


@lru_cache(maxsize=256)
def _renderer(name: str, hex_colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(theme.icon_svg(name, hex_colour)))


def paint_icon(p: QPainter, name: str, tone: str, x: float, y: float, size: float = 18) -> None:
    """Paint an icon in a colour of the theme."""
    _renderer(name, theme.current().hex(tone)).render(p, QRectF(x, y, size, size))


def icon(name: str, tone: str = "text2", size: int = 16) -> QIcon:
    """An icon for a button or a menu, greyed where disabled."""
    made = QIcon()
    for mode, colour_name in ((QIcon.Mode.Normal, tone), (QIcon.Mode.Disabled, "text3")):
        made.addPixmap(_pixmap(name, theme.current().hex(colour_name), size), mode)
    return made


@lru_cache(maxsize=256)
def _pixmap(name: str, hex_colour: str, size: int) -> QPixmap:
    picture = QPixmap(size * RATIO, size * RATIO)
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    p = QPainter(picture)
    _renderer(name, hex_colour).render(p, QRectF(0, 0, size, size))
    p.end()
    return picture
