"""The guide is true: its command lines are run in order on a real workspace, and print what the guide says they print."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.postgres import Server, binaries
from zgc_desktop import bootstrap
from zgc_desktop.cli.main import run
from zgc_desktop.domain.money import yuan
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.sharing.explain import Explanation
from zgc_desktop.services import explain

FENCE = re.compile(r"^```(sh|toml)\n(.*?)^```$", re.M | re.S)
SAVED_AS = re.compile(r"存成 `([^`]+)`")
EXIT = re.compile(r"退出码 (\d)")
SERVER = "postgresql+psycopg://office@dbserver:5432/zgc"
"""The address the guide writes; walked on a database of the tests' own, left out where there is no PostgreSQL."""


Walked = tuple[Path, list[str]]


@dataclass(frozen=True, slots=True)
class Step:
    """One command line of the guide, the lines quoted under it, and the exit code it announces."""

    where: str
    command: str
    quoted: tuple[str, ...]
    code: int = 0


def steps(page: Path, folder: Path) -> Iterator[Step]:
    """The command lines of a page; a TOML block is written into ``folder`` under the name the text gives it."""
    text = page.read_text(encoding="utf-8")
    for block in FENCE.finditer(text):
        if block[1] == "toml":
            (name,) = SAVED_AS.findall(text[: block.start()])[-1:]
            (folder / name).write_text(block[2], encoding="utf-8")
            continue
        for part in f"\n{block[2]}".split("\n$ ")[1:]:
            first, *quoted = part.strip().splitlines()
            command, _, remark = first.partition("      # ")
            told = EXIT.search(remark)
            yield Step(page.name, command.strip(), tuple(q.strip() for q in quoted), int(told[1]) if told else 0)


def words(command: str) -> list[str]:
    """A command line as a shell hands it over: quotes off, patterns of files filled in."""
    found: list[str] = []
    for word in shlex.split(command):
        found += sorted(map(str, Path().glob(word))) or [word] if "*" in word else [word]
    return found


def _done(arguments: list[str]) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        code = run(arguments)
    return code, said.getvalue()


@pytest.fixture(scope="module")
def walked(
    tmp_path_factory: pytest.TempPathFactory, demo_built: tuple[Path, str], root: Path, request: pytest.FixtureRequest
) -> Iterator[Walked]:
    """The whole guide walked once, chapter after chapter, in one folder: (the folder, what did not come out as written)."""
    folder, wrong = tmp_path_factory.mktemp("指南"), []
    server: Server | None = request.getfixturevalue("postgres") if binaries() else None
    address = server.url(server.new()) if server else ""
    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(folder):
        patch.setenv("COLUMNS", "240")
        patch.setenv("ZGC_USER", "张")
        for name in ("ZGC_WORKSPACE", "ZGC_PASSPHRASE", "ZGC_NEW_PASSPHRASE"):
            patch.delenv(name, raising=False)
        for page in sorted((root / "docs" / "guide").glob("*.md")):
            for step in steps(page, folder):
                if SERVER in step.command and not address:
                    continue
                program, *arguments = words(step.command.replace(SERVER, address))
                if program == "export":
                    patch.setenv(*arguments[0].split("=", 1))
                    continue
                assert program == "zgc", f"{step.where}：{step.command}"
                if arguments[0] == "demo":  # built once for every test that looks at it, by the same command
                    code, said = 0, demo_built[1]
                    shutil.copytree(demo_built[0], folder / arguments[-1], ignore=shutil.ignore_patterns("writer.*"))
                else:
                    code, said = _done(arguments)
                if code != step.code:
                    wrong.append(f"{step.where}：{step.command} → {code}\n{said[-600:]}")
                wrong += [f"{step.where}：{step.command} 没有印出 {q}" for q in step.quoted if q not in said]
        yield folder, wrong


def test_every_command_of_the_guide_does_what_the_guide_says(walked: Walked) -> None:
    """照着指南从头走到尾，每一条命令的退出码和印出来的话都与指南相同。"""
    _, wrong = walked
    assert not wrong, "\n".join(wrong)


def _said(tree: Explanation) -> Iterator[str]:
    yield "" if tree.amount_fen is None else yuan(tree.amount_fen)
    yield tree.formula
    for child in tree.children:
        yield from _said(child)


def test_the_worked_case_of_the_guide_is_the_services(walked: Walked, root: Path) -> None:
    """指南里的一个案子，表里的每一个数都在程序的解释里。"""
    folder, _ = walked
    ctx = bootstrap.open_workspace(folder / "演示" / "workspace")
    tree = explain.figure(ctx, Month(2026, 10), "MV-2026-001")
    told = " ".join(_said(tree))
    chapter = (root / "docs" / "guide" / "04-sharing.md").read_text(encoding="utf-8").split("## 一个案子算到底")[1]
    table = [line for line in chapter.splitlines() if line.startswith("| ")]
    amounts = {a for line in table for a in re.findall(r"[\d,]+\.\d\d", line)}
    assert len(amounts) > 10
    assert [a for a in amounts if a not in told] == []
