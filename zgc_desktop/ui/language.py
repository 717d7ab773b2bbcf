"""The language of the window: Chinese in the source; English from resources/i18n/en.ts, read as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from zgc_desktop.paths import resources_dir
from zgc_desktop.ui import numbers
from zgc_desktop.ui.phrases import Phrases
from zgc_desktop.ui.texts import CONTEXT

Language: TypeAlias = Literal["zh_CN", "en"]
NAMES: Final[Mapping[Language, str]] = {"zh_CN": "中文", "en": "English"}


class Catalogue(QTranslator):
    """Translations of this program's texts by their Chinese source; what was put together of several is read back."""

    def __init__(self, texts: Mapping[str, str], phrases: Phrases, parent: QObject) -> None:
        super().__init__(parent)
        self._texts, self._phrases = texts, phrases

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """The translation; None (not "") where there is none: Qt then asks the next translator and at last shows the source."""
        said = self._texts.get(sourceText) if context == CONTEXT else None
        if said is None and context == CONTEXT and (read := self._phrases.said(sourceText)) != sourceText:
            return read
        return said  # type: ignore[return-value]  # None is a null QString


FILES: Final = ("{language}.ts", "{language}-phrases.ts")
"""Texts of the window; and sentences made elsewhere (figures, refusals, what a write did), recognised when they are shown."""


@cache
def texts_of(language: Language) -> Mapping[str, str]:
    """Source to translation of one language; empty for Chinese, which is the source."""
    if language == "zh_CN":
        return {}
    from xml.etree import ElementTree  # for another language than the source's only

    trees = [ElementTree.parse(resources_dir() / "i18n" / name.format(language=language)) for name in FILES]
    messages = (m for tree in reversed(trees) for m in tree.iter("message"))  # a text of the window speaks last
    pairs = ((m.findtext("source") or "", m.findtext("translation") or "") for m in messages)
    return {source: said for source, said in pairs if said}


def speak(app: QApplication, language: Language) -> None:
    """Let the application speak a language from now on: our texts, and Qt's own buttons and menus."""
    for old in app.findChildren(QTranslator, "spoken"):
        app.removeTranslator(old)
        old.setParent(None)
    country = QLocale.Country.China if language == "zh_CN" else QLocale.Country.UnitedKingdom
    spoken = QLocale.Language.Chinese if language == "zh_CN" else QLocale.Language.English
    QLocale.setDefault(QLocale(spoken, country))
    phrases = Phrases(texts_of(language))
    numbers.read_back(None if language == "zh_CN" else phrases.said)
    if language == "zh_CN":
        own = QTranslator(app)
        if not own.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            return  # Qt came without its translations
    else:
        own = Catalogue(texts_of(language), phrases, app)
    own.setObjectName("spoken")
    app.installTranslator(own)


def language_of(remembered: object) -> Language:
    """The language a setting names; Chinese for anything else."""
    return "en" if remembered == "en" else "zh_CN"
