"""What the command line says of a wrong call, in Chinese: typer knows what was wrong, and says it in English only."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import typer
from typer import rich_utils

_KINDS: Final = {"integer": "整数", "int": "整数", "number": "数", "float": "数", "boolean": "是或否", "bool": "是或否"}
_SAID: Final[tuple[tuple[str, Callable[[re.Match[str]], str]], ...]] = (
    (r"No such command '(.*?)'\.?(?: Did you mean (.+)\?)?", lambda m: f"没有命令“{m[1]}”{_near(m[2])}"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", lambda m: f"多出了“{m[1]}”"),
    (r"Option '(.*?)' requires (?:an|\d+) arguments?\.?", lambda m: f"{m[1]} 后面要写值"),
    (r"Option '(.*?)' does not take a value\.?", lambda m: f"{m[1]} 后面不写值"),
    (r"'?(.*?)'? is not one of (.*?)\.?", lambda m: f"“{m[1]}”不在可用的值中：{m[2]}"),
    (r"Missing command\.?", lambda m: "没有写命令"),
    (r".*should be a valid (\w+).*", lambda m: f"应为{_KINDS.get(m[1], m[1])}"),
    (r"Value '(.*)' is not a valid (\w+)\.?", lambda m: f"“{m[1]}”不是{_KINDS.get(m[2], m[2])}"),
    (r"(?:File|Directory|Path) '(.*)' does not exist\.?", lambda m: f"没有“{m[1]}”"),
)
"""What typer says in a sentence of its own, by pattern."""


def _near(names: str | None) -> str:
    return f"，相近的有 {names.replace(chr(39), '')}" if names else ""


def speak_chinese() -> None:
    """Let the help of every command have Chinese headings."""
    rich_utils.OPTIONS_PANEL_TITLE, rich_utils.ARGUMENTS_PANEL_TITLE = "选项", "参数"
    rich_utils.COMMANDS_PANEL_TITLE = "命令"
    rich_utils.REQUIRED_LONG_STRING, rich_utils.DEFAULT_STRING = "[必填]", "[默认：{}]"


_TYPES: Final = {"str": "文字", "path": "路径", "bool": "", "int": "整数", "float": "数"}


def help_in_chinese(command: Any) -> Any:
    """The command, and every command below it, with the usage, the kinds of values and the line of --help in Chinese."""
    usage, option = command.get_usage, command.get_help_option
    command.get_usage = lambda ctx: _usage(str(usage(ctx)))

    def help_option(ctx: Any) -> Any:
        found = option(ctx)
        if found is not None:
            found.help = "显示这页说明"
            _word_kind(found)
        return found

    command.get_help_option = help_option
    for param in command.params:
        _word_kind(param)
    for inner in getattr(command, "commands", {}).values():
        help_in_chinese(inner)
    return command


def _word_kind(param: Any) -> None:
    told = param.display_type_rich
    if getattr(told, "is_chinese", False):
        return

    def worded(ctx: Any) -> str | None:
        said = told(ctx=ctx)
        found = re.fullmatch(r"<(?:list\[)?(\w+)(?: range)?\]?>", said or "")
        if found is None or found[1].lower() not in _TYPES:
            return str(said) if said else None
        word = _TYPES[found[1].lower()]
        return f"<{word}{'…' if 'list' in str(said) else ''}>" if word else None

    worded.is_chinese = True  # type: ignore[attr-defined]  # the help option of all commands may be one
    param.display_type_rich = worded


def wrong_call(error: typer.TyperException) -> str:
    """What was wrong with a call, how the command is called, and where its help is."""
    ctx = getattr(error, "ctx", None)
    lines = [f"{_what(error)}。"]
    if ctx is not None:
        lines.append(_usage(str(ctx.get_usage())))
        lines.append(f"说明见 {ctx.command_path} --help")
    return "\n".join(lines)


def _what(error: typer.TyperException) -> str:
    kind, param = type(error).__name__, getattr(error, "param", None)
    if kind == "MissingParameter" and param is not None:
        return f"缺少 {_name(param)}" + (f"（{param.help}）" if getattr(param, "help", "") else "")
    if kind == "NoSuchOption":
        near = sorted(getattr(error, "possibilities", None) or ())
        return f"没有选项 {getattr(error, 'option_name', '')}{_near('、'.join(near))}"
    said = _in_chinese(error.message)
    return f"{_name(param)} 的值不对：{said}" if param is not None else said


def _name(param: Any) -> str:
    return "/".join(param.opts) if param.param_type_name == "option" else str(param.name)


def _in_chinese(message: str) -> str:
    text = " ".join(message.split())
    for pattern, words in _SAID:
        if (found := re.fullmatch(pattern, text)) is not None:
            return words(found)
    return f"用法不对（{text}）"


def _usage(text: str) -> str:
    said = " ".join(text.split()).replace("Usage:", "用法：", 1)
    for english, chinese in (("[OPTIONS]", "[选项]"), ("COMMAND [ARGS]...", "命令 [参数]…"), ("[ARGS]...", "[参数]…")):
        said = said.replace(english, chinese)
    return said.replace("： ", "：")
