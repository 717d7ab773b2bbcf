"""Colours, sizes and fonts of the window from resources/qss/tokens.toml: palette and style sheet, light and dark."""

from __future__ import annotations

import hashlib
import string
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal, TypeAlias

from platformdirs import user_cache_path
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication

from zgc_desktop.paths import APP, resources_dir

Mode: TypeAlias = Literal["light", "dark"]
FontSize: TypeAlias = Literal["caption", "body", "h3", "h2", "h1", "figure"]

FAMILIES: Final = ["Microsoft YaHei UI", "Noto Sans SC"]
ART: Final = (("tick", "on_accent"), ("down", "text3"))
"""Pictures the style sheet needs as files, with the colour each takes: QSS knows no data: URLs."""
ROLES: Final[Mapping[QPalette.ColorRole, str]] = {
    QPalette.ColorRole.Window: "bg",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "accent_soft",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Logical pixels by name; the same in both modes."""

    s1: int
    s2: int
    s3: int
    s4: int
    s5: int
    s6: int
    r_s: int
    r_m: int
    r_l: int
    row_s: int
    row: int
    row_l: int
    head: int
    control_h: int
    control_s: int
    rail_w: int
    top_h: int
    status_h: int
    drawer_w: int
    caption: int
    body: int
    h3: int
    h2: int
    h1: int
    figure: int


@dataclass(frozen=True, slots=True)
class Theme:
    """One mode's colours by token name; ramps are flattened to heat0 … heat4, heat_text0 …, chart0 …."""

    mode: Mode
    colours: Mapping[str, str]

    def hex(self, name: str) -> str:
        """A colour as #RRGGBB; KeyError for a name that is no token."""
        return self.colours[name]

    def colour(self, name: str) -> QColor:
        """A colour for painting."""
        return QColor(self.colours[name])


@cache
def _tokens() -> dict[str, dict[str, object]]:
    return tomllib.loads((resources_dir() / "qss" / "tokens.toml").read_text(encoding="utf-8"))


@cache
def sizes() -> Sizes:
    """All sizes; a missing or unknown name in tokens.toml fails here."""
    given = {**_tokens()["size"], **_tokens()["type"]}
    known = {f.name for f in fields(Sizes)}
    if set(given) != known:
        raise ValueError(f"tokens.toml: sizes differ from what the window knows: {sorted(set(given) ^ known)}")
    return Sizes(**{name: int(str(value)) for name, value in given.items()})


@cache
def load(mode: Mode) -> Theme:
    """The colours of one mode."""
    colours: dict[str, str] = {}
    for name, value in _tokens()[mode].items():
        if isinstance(value, list):
            colours |= {f"{name}{n}": str(step) for n, step in enumerate(value)}
        else:
            colours[name] = str(value)
    return Theme(mode, colours)


_mode: Mode = "light"


def current() -> Theme:
    """The theme everything paints with now; like the palette it belongs to the application, so there is one."""
    return load(_mode)


def colour(name: str) -> QColor:
    """A colour of the current theme, one for everybody: copy it before changing it."""
    return _colour(_mode, name)


@cache
def _colour(mode: Mode, name: str) -> QColor:
    return load(mode).colour(name)


def apply(app: QApplication, mode: Mode) -> None:
    """Dress the whole application; every widget is told by a style change and repaints."""
    global _mode
    _mode = mode
    theme = load(mode)
    ensure_chinese_font()
    app.setStyle("Fusion")  # the only base style that obeys a style sheet the same way everywhere
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, theme.colour(name))
    palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text, theme.colour("text3"))
    app.setPalette(palette)
    app.setFont(font())
    app.setStyleSheet(style_sheet(theme))


def system_mode(app: QApplication) -> Mode:
    """What the desktop asks for; light where it does not say."""
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def style_sheet(theme: Theme) -> str:
    """The style sheet with this theme's colours; a name it asks for that is no token raises KeyError."""
    template = (resources_dir() / "qss" / "theme.qss").read_text(encoding="utf-8")
    values: dict[str, object] = {f.name: getattr(sizes(), f.name) for f in fields(Sizes)}
    return string.Template(template).substitute(values | dict(theme.colours), art=_art_folder(theme).as_posix())


def icon_svg(name: str, hex_colour: str, *, stroke: float = 1.5) -> bytes:
    """An icon of resources/icons as SVG in one colour."""
    svg = _icon_source(name).replace("currentColor", hex_colour)
    return svg.replace('stroke-width="1.5"', f'stroke-width="{stroke}"').encode()


@cache
def _icon_source(name: str) -> str:
    return (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _art_folder(theme: Theme) -> Path:
    """Where the style sheet's pictures lie, written once per content; the temporary folder when the cache is not writable."""
    art = {name: icon_svg(name, theme.hex(tone), stroke=2) for name, tone in ART}
    digest = hashlib.sha256(b"".join(art.values())).hexdigest()[:12]
    for base in (user_cache_path(APP, appauthor=False), Path(tempfile.gettempdir()) / APP):
        folder = base / f"art-{digest}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, svg in art.items():
                if not (folder / f"{name}.svg").exists():
                    (folder / f"{name}.svg").write_bytes(svg)
        except OSError:
            continue
        return folder
    return resources_dir() / "icons"  # black shapes rather than none


@cache
def ensure_chinese_font() -> bool:
    """Register the bundled Noto Sans SC where the system has no Chinese font; True if that was needed."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return False
    for file in sorted((resources_dir() / "fonts").glob("NotoSansSC-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return True


@cache
def font(size: FontSize = "body", bold: bool = False) -> QFont:
    """A font of the type scale: equal-width digits where the face has them, strokes even at 125 and 150 %."""
    f = QFont(FAMILIES)
    f.setPixelSize(getattr(sizes(), size))
    f.setBold(bold)
    f.setFeature(QFont.Tag("tnum"), 1)
    f.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return f


@cache
def metrics(size: FontSize = "body", bold: bool = False) -> QFontMetricsF:
    """The metrics of a font of the type scale."""
    return QFontMetricsF(font(size, bold))


@lru_cache(20_000)
def width_of(text: str, size: FontSize = "body", bold: bool = False) -> float:
    """How wide a text paints; the same texts are asked for at every painting."""
    return metrics(size, bold).horizontalAdvance(text)
