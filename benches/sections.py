"""Writes one benchmark's section of ``docs/benchmarks.md``, leaving every other section as it is."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"
HEAD = "# Benchmarks\n\nEach section is written by its own command; a ratio holds from machine to machine, a time does not.\n"


def write_section(title: str, body: str) -> None:
    """Put ``body`` under the heading ``title``, in place of what stood there."""
    text = PAGE.read_text(encoding="utf-8") if PAGE.exists() else HEAD
    section = f"\n## {title}\n\n{body.strip()}\n"
    old = re.search(rf"\n## {re.escape(title)}\n.*?(?=\n## |\Z)", text, flags=re.S)
    text = text[: old.start()] + section + text[old.end() :] if old else text.rstrip("\n") + "\n" + section
    PAGE.write_text(text, encoding="utf-8")
