"""A wrong call of the command line is said in Chinese, with how the command is called and where its help is."""

from __future__ import annotations

import re

import pytest

from zgc_desktop.cli.main import _commands
from zgc_desktop.cli.main import run as zgc
from zgc_desktop.cli.usage import _in_chinese

ENGLISH = re.compile(r"\b(Usage|Error|Missing|Invalid|No such|Try|Got|Option|requires|should)\b")


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["publish"], "缺少 --month（月份，如 2026-10）"),
        (["receive"], "缺少 paths（"),
        (["publish", "--nope"], "没有选项 --nope"),
        (["publi"], "没有命令“publi”，相近的有 publish"),
        (["month", "nope"], "没有命令“nope”"),
        (["undo", "abc"], "seq 的值不对：应为整数"),
        (["undo", "1", "2"], "多出了“2”"),
        (["settle", "--month"], "--month 后面要写值"),
        (["catalogue", "--json=3"], "--json 后面不写值"),
    ],
)
def test_what_is_wrong_stands_there_in_chinese(call: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert zgc(call) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert said in shown.err
    assert ENGLISH.search(shown.err) is None
    assert "Traceback" not in shown.err


def test_a_group_without_a_command_shows_its_help_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert zgc(["month"]) == 2
    shown = capsys.readouterr()
    assert (shown.out + shown.err).count("锁定一个月") == 1


def test_help_and_what_a_command_returns_end_as_before(capsys: pytest.CaptureFixture[str]) -> None:
    assert zgc(["month", "--help"]) == 0
    assert "命令" in capsys.readouterr().out
    assert zgc(["catalogue", "--json"]) == 0


@pytest.mark.parametrize("message", ["Something new.", "Could not read it"])
def test_a_sentence_nobody_translated_is_still_framed(message: str) -> None:
    assert _in_chinese(message) == f"用法不对（{message}）"


def test_every_option_has_a_help_text_in_chinese() -> None:
    lacking = []

    def look(command: object, path: str) -> None:
        for parameter in getattr(command, "params", ()):
            words = getattr(parameter, "help", "") or ""
            if parameter.param_type_name == "option" and not re.search("[一-鿿]", words):
                lacking.append(f"{path} {parameter.name}")
        for name, inner in getattr(command, "commands", {}).items():
            look(inner, f"{path} {name}")

    look(_commands(), "zgc")
    assert lacking == []


def test_the_help_of_every_command_is_chinese_throughout(capsys: pytest.CaptureFixture[str]) -> None:
    english = re.compile(
        r"Usage|OPTIONS|ARGS|COMMAND|Show this|\[default|\[required|<(?:str|path|int|bool|list)", re.IGNORECASE
    )
    lacking: list[str] = []

    def look(command: object, words: list[str]) -> None:
        assert zgc([*words, "--help"]) == 0
        lacking.extend(f"{' '.join(words)}: {line}" for line in capsys.readouterr().out.splitlines() if english.search(line))
        for name, inner in getattr(command, "commands", {}).items():
            look(inner, [*words, name])

    look(_commands(), [])
    assert lacking == []
