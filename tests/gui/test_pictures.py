"""The pictures of the guide are made by a script, and the script still makes every one of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

WINDOW_PAGES = (
    "desk",
    "receive",
    "checks",
    "ledger",
    "moves",
    "sharing",
    "space",
    "tiers",
    "reports",
    "land",
    "rules",
    "admission",
    "plan",
    "park_report",
    "park_statements",
    "audit",
    "settings",
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The script run as CI runs it, writing into a folder of this test's own and not into the guide."""
    if shutil.which("soffice") is None:
        pytest.skip("本机没有 LibreOffice，退回件的图片做不出来 / no LibreOffice here to draw the returned workbook")
    target = tmp_path_factory.mktemp("pictures")
    script = [sys.executable, str(root / "docs" / "make_pictures.py"), "--out", str(target)]
    here = {**os.environ, "PYTHONPATH": str(root)}  # this checkout, whatever else is installed
    done = subprocess.run(script, capture_output=True, text=True, timeout=600, cwd=root, env=here, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return target


def test_the_script_makes_every_picture_the_guide_shows(made: Path, root: Path) -> None:
    pages = [root / "README.md", *sorted((root / "docs" / "guide").glob("*.md"))]
    guide = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    shown = set(re.findall(r"pictures/([\w-]+)\.png", guide))
    assert len(shown) > 15
    there = {p.stem for p in made.glob("*.png")}
    assert shown <= there, shown - there
    assert {f"{page}-light" for page in WINDOW_PAGES} <= there


def test_the_pictures_show_something(made: Path) -> None:
    for picture in made.glob("*.png"):
        image = QImage(str(picture))
        colours = {image.pixel(x, y) for x in range(0, image.width(), 17) for y in range(0, image.height(), 17)}
        assert len(colours) > 5, picture.name
