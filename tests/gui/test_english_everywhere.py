"""The window in English: every page, tab, menu and dialog; only names, what people wrote, laws and papers stay Chinese."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton, QWidget

from tests.gui.english_names import names_of
from tests.gui.english_words import CHINESE, CITED, left_in_chinese
from tests.gui.every_page import Rest, tabs_of
from zgc_desktop import bootstrap
from zgc_desktop.services import exchange_receive, exchange_send, move_case, profile
from zgc_desktop.ui import language
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.numbers import worded
from zgc_desktop.ui.phrases import Phrases

OpenPage = Callable[..., tuple[MainWindow, Any]]
DOCUMENTS = {
    "reports/1": "the sentences of the report",
    "reports/2": "problems and proposals as they are printed",
    "rules/0": "what the files of the rules say",
    "rules/4": "what the files of two rules say, side by side",
}
CITATIONS = {
    "members", "text", "about", "now", "before", "value", "source", "citation", "cited", "clause", "basis", "planned", "focus",
    "law",
}  # fmt: skip
"""Columns that quote a law, a plan, a cell of a park's file, or what a meeting wrote down."""
NOON = datetime(2026, 11, 6, 12, 0)
OWN_NAMES = {"中文"}
"""A language is offered under its own name."""


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, "en")
    yield
    language.speak(qapp, "zh_CN")


@pytest.fixture(autouse=True)
def _nothing_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", staticmethod(lambda *_: True))


@pytest.mark.slow
@pytest.mark.usefixtures("english")
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_of_the_program_is_chinese_in_an_english_window(open_page: OpenPage, rest: Rest, full: Path) -> None:
    ctx = bootstrap.open_workspace(full, who="演示")
    names = names_of(ctx, language.texts_of("en")) | {"满/办公室"}
    ctx.close()
    window, _ = open_page(full, "desk", now=datetime(2026, 11, 6, 9, 0))
    _require_english(window, rest, names)


@pytest.mark.usefixtures("english")
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_of_the_program_is_chinese_in_a_parks_english_window(
    open_page: OpenPage, rest: Rest, office: Path, tmp_path: Path
) -> None:
    """The pages 我的… of a park that has a case from the city."""
    city, mine = (bootstrap.open_workspace(f, who="演示", clock=lambda: NOON) for f in (office, tmp_path / "昌平园"))
    profile.choose(mine, "昌平园")
    move_case.open_case(city, "91110108MA01TJ3Y5P", "海淀园", "昌平园")
    exchange_receive.take_in(mine, exchange_send.pack_cases(city, "昌平园", tmp_path / "往来").path)
    names = names_of(mine, language.texts_of("en")) | names_of(city, language.texts_of("en")) | {"昌平园"}
    folder = mine.paths.root
    city.close()
    mine.close()
    window, _ = open_page(folder, "park_cases", now=NOON)
    assert next(e.key for e in window.pages_offered) == "park_report"
    _require_english(window, rest, names)


def _require_english(window: MainWindow, rest: Rest, names: frozenset[str]) -> None:
    left: dict[tuple[str, str], str] = {}
    for key in [e.key for e in window.pages_offered]:
        window.go(key)
        rest(window)
        page = window.page(key)
        assert page is not None
        for place in tabs_of(page, rest, window, key):
            if place not in DOCUMENTS:
                left |= dict.fromkeys(_left(window, names), place)
            for dialog in _dialogs(page, window, rest):
                left |= dict.fromkeys(_left(dialog, names), f"{place} {dialog.windowTitle()}")
    assert not left, "\n".join(f"{place} | {kind} | {text[:200]!r}" for (kind, text), place in left.items())


def _left(window: QWidget, names: frozenset[str]) -> set[tuple[str, str]]:
    found = left_in_chinese(window, names)
    return {(kind, text) for kind, text in found if kind.split()[-1] not in CITATIONS and text not in OWN_NAMES}


def _dialogs(page: QWidget, window: MainWindow, rest: Rest) -> Iterator[QDialog]:
    """Every dialog a button with … opens, closed again."""
    for press in [b for b in page.findChildren(QPushButton) if b.isVisible() and b.isEnabled() and b.text().endswith("…")]:
        if not press.isVisible() or not press.isEnabled():
            continue
        press.click()
        rest(window)
        for dialog in [d for d in window.findChildren(QDialog) if d.isVisible()]:
            QApplication.processEvents()
            yield dialog
            dialog.close()
            QApplication.processEvents()


# ---- sentences made elsewhere ----------------------------------------------------------------------------------------------

KEPT = {"北京", "北京市", "北京经济技术开发区", "{0}来源"}
"""Places whose names stay; and an ending that titles of people's tasks have too."""
NO_SENTENCE = re.compile(r"\(\?|^(?:[^\u3400-\u9fff]*[\u3400-\u9fff]){1}[^\u3400-\u9fff]*$")
"""Patterns of texts that are read; and one character that only stands between names."""


def sentences(path: Path) -> Iterator[str]:
    """Every Chinese text of a module, with numbered gaps where something is filled in; documentation left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    joined = [n for n in ast.walk(tree) if isinstance(n, ast.JoinedStr)]
    skipped |= {id(part) for n in joined for part in n.values if isinstance(part, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            gaps = iter(range(99))
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else f"{{{next(gaps)}}}" for p in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield node.value


def test_every_sentence_of_the_view_models_and_pictures_can_be_said_in_english(root: Path) -> None:
    """What is missing is printed as it goes into resources/i18n/en-phrases.ts."""
    book = Phrases(language.texts_of("en"))
    parks = set(_texts_of(root / "resources" / "catalogue"))
    missing = []
    for folder in ("viewmodels", "figures"):
        for path in sorted((root / "zgc_desktop" / folder).rglob("*.py")):
            for text in dict.fromkeys(sentences(path)):
                filled = re.sub(r"\{\d+\}", "7", text)
                said = CITED.sub("", book.said(filled)).replace("统筹台", "")
                if CHINESE.search(said) and not (text in parks | KEPT or NO_SENTENCE.search(text)):
                    missing.append(
                        f"<message><source>{text}</source><translation></translation></message>  <!-- {path.name} -->"
                    )
    assert not missing, "\n".join(missing)


def _texts_of(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.toml")):
        yield from re.findall(r'"([^"]*)"', path.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("english")
def test_a_sentence_with_gaps_is_read_back_with_its_words_and_names_stay() -> None:
    assert worded("昌平园 2026-10 第2版") == "昌平园 2026-10 version 2"
    assert worded("北京衡岳智造科技有限公司") == "北京衡岳智造科技有限公司"
    assert worded("2026年10月") == "Oct 2026"
    assert worded("通州园尚未报送") == "通州园 has not reported"
    quoted = "迁移前三年“三税”总和，见第二章第一节"
    assert worded(quoted) == quoted  # the words of a paper are never half translated
