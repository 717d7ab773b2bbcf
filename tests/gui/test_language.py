"""The window in English: every text of it has its entry, placeholders agree, and a window shows no Chinese in its frame."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from zgc_desktop import viewmodels
from zgc_desktop.ui import commands, language
from zgc_desktop.ui.main_window import MainWindow
from zgc_desktop.ui.shell.rail import RailItem
from zgc_desktop.viewmodels.columns import Column

OpenPage = Callable[..., tuple[MainWindow, Any]]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def texts(root: Path) -> dict[str, str]:
    """Every text the window translates, with the file it stands in: tr("…"), commands, pages, column titles."""
    found: dict[str, str] = {}
    for path in sorted((root / "zgc_desktop" / "ui").rglob("*.py")):
        for call in (n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.Call)):
            name, place = getattr(call.func, "id", ""), {"tr": 0, "make_action": 1}
            given = call.args[place[name]] if name in place and len(call.args) > place[name] else None
            options = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
            for each in options:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    found.setdefault(each.value, path.name)
    for entry in commands.PAGES:
        found |= {entry.title: "commands.py", entry.purpose: "commands.py"}
    found |= {name: "commands.py" for _, name, _ in commands.OFFERED}
    for module in pkgutil.iter_modules(viewmodels.__path__):
        made = importlib.import_module(f"zgc_desktop.viewmodels.{module.name}")
        for value in vars(made).values():
            columns = value if isinstance(value, tuple) else (value,)
            for column in (c for c in columns if isinstance(c, Column)):
                found |= dict.fromkeys((column.title, column.header), f"{module.name}.py")
    return {text: where for text, where in found.items() if CHINESE.search(text)}


def test_every_text_of_the_window_has_an_english_entry(root: Path) -> None:
    """What is missing is printed as it goes into resources/i18n/en.ts."""
    known = language.texts_of("en")
    missing = [
        f"<message><source>{text}</source><translation></translation></message>  <!-- {where} -->"
        for text, where in texts(root).items()
        if text not in known
    ]
    assert not missing, "\n".join(missing)


def test_placeholders_of_a_translation_are_those_of_its_source() -> None:
    fields = re.compile(r"\{(\w+)\}")
    for source, said in language.texts_of("en").items():
        assert sorted(fields.findall(source)) == sorted(fields.findall(said)), source


def test_no_translation_is_left_in_chinese_but_for_words_that_are_typed_or_examples() -> None:
    """“无” is what has to be typed into a field, “状态” the title of a column of the form."""
    plain = {s: re.sub("“[^”]*”", "", said) for s, said in language.texts_of("en").items()}
    left = [s for s, said in plain.items() if CHINESE.search(said) and "永丰" not in said and "中文" not in said]
    assert left == []


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    language.speak(qapp, "en")
    yield
    language.speak(qapp, "zh_CN")


@pytest.mark.usefixtures("english")
def test_a_window_opened_in_english_reads_english_in_its_frame_and_settings(open_page: OpenPage, office: Path) -> None:
    window, page = open_page(office, "settings")
    frame = [item.text() for item in window.rail.findChildren(RailItem)] + [a.text() for a in window.window_actions]
    frame += [w.text() for w in window.topbar.findChildren(QPushButton)]
    assert [t for t in frame if CHINESE.search(t) and "年" not in t] == []
    shown = [w.text() for w in page.findChildren(QLabel) if w.isVisible()]
    assert "Submission cut-off" in shown
    assert page.act.text() == "Save"
