"""What the guide names exists: pictures, files of the recipes, links between its pages, commands and their options."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from zgc_desktop.cli.main import _commands

LINK = re.compile(r"\]\(([^)#:\s]+)\)")
NAMED = re.compile(r"`((?:zgc_desktop|db|reports|resources|tests|docs|packaging)/[\w./-]+)`")
CALL = re.compile(r"(?:^\$ |^|`)zgc ([a-z][^`\n]*)", re.M)


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[Path, str]:
    """Every page of the guide, its table of contents and the README."""
    found = [root / "README.md", root / "docs" / "guide.md", *sorted((root / "docs" / "guide").glob("*.md"))]
    return {page: page.read_text(encoding="utf-8") for page in found}


def test_every_picture_and_page_the_guide_links_exists(pages: dict[Path, str]) -> None:
    linked = [(page, target) for page, text in pages.items() for target in LINK.findall(text)]
    assert len(linked) > 30
    assert [(page.name, target) for page, target in linked if not (page.parent / target).exists()] == []


def test_every_page_of_the_guide_is_in_its_table_of_contents(pages: dict[Path, str], root: Path) -> None:
    listed = set(LINK.findall(pages[root / "docs" / "guide.md"]))
    assert {f"guide/{p.name}" for p in (root / "docs" / "guide").iterdir()} == listed


def test_every_picture_in_the_folder_is_shown(pages: dict[Path, str], root: Path) -> None:
    shown = {Path(target).name for text in pages.values() for target in LINK.findall(text)}
    assert {p.name for p in (root / "docs" / "pictures").iterdir()} - shown == set()


def test_every_file_a_recipe_names_exists(pages: dict[Path, str], root: Path) -> None:
    named = {name for text in pages.values() for name in NAMED.findall(text)}
    assert len(named) > 40
    assert sorted(name for name in named if not (root / name).exists()) == []


def _wrong(call: str, tree: Any) -> str:
    """What a call of the guide names that the command line does not have; empty where all of it exists."""
    words = re.sub(r"[|]\S*|……|…|\[|\]|      # .*|（.*", " ", call).split()
    command, rest = tree, list(words)
    while rest and getattr(command, "commands", None) and rest[0] in command.commands:
        command = command.commands[rest.pop(0)]
    if command is tree:
        return words[0]
    if rest and getattr(command, "commands", None) and not command.params and re.fullmatch(r"[a-z-]+", rest[0]):
        return f"{command.name} {rest[0]}"
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    return " ".join(w for w in rest if w.startswith("--") and w.split("=")[0] not in options | {"--help", "--json"})


def test_every_command_and_option_the_guide_writes_exists(pages: dict[Path, str]) -> None:
    tree = _commands()
    calls = [(page.name, call) for page, text in pages.items() for call in CALL.findall(text)]
    assert len(calls) > 100
    assert [(page, call, wrong) for page, call in calls if (wrong := _wrong(call, tree))] == []
