"""The bundled fonts are the ones their page describes, unmodified, with their licences."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path


def test_the_fonts_are_the_ones_described(root: Path) -> None:
    folder = root / "resources" / "fonts"
    described = dict(
        re.findall(r"^\| `([\w-]+\.ttf)` .*`([0-9a-f]{64})` \|$", (folder / "README.md").read_text(encoding="utf-8"), re.M)
    )
    present = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.ttf")}
    assert len(present) == 4
    assert present == described


def test_each_family_brings_its_licence(root: Path) -> None:
    for family in ("NotoSansSC", "NotoSerifSC"):
        licence = (root / "resources" / "fonts" / f"OFL-{family}.txt").read_text(encoding="utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence
