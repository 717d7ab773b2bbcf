"""Typed reading of rule and scenario tables: whatever is not understood is refused with file, key, reason and advice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Final

from zgc_desktop.domain.money import Fen, to_fen
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.domain.sharing.schedule import Period, period_of

_AMOUNT = re.compile(r"-?\d{1,16}(\.\d{1,2})?")
_RATIO = re.compile(r"\d{1,6}(\.\d{1,18})?")
_AT_LINE = re.compile(r"\(at line (\d+)")
_TOML_REASONS: Final = {
    "Invalid date or datetime": "日期不存在",
    "Cannot overwrite a value": "同一个键写了两次",
    "Cannot declare": "同一张表写了两次",
    "Invalid value": "值写得不对",
    "Unterminated string": "引号没有配对",
}


def toml_table(text: str, file: str) -> dict[str, object]:
    """Return the table a TOML text holds, decimals exact; RuleFileError with line, key and reason where it is no TOML."""
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as problem:
        # The parser speaks English and names only a line: the office needs the key and a Chinese reason.
        message = str(problem)
        found = _AT_LINE.search(message)
        number = int(found[1]) if found else 0
        lines = text.splitlines()
        line = lines[number - 1] if 0 < number <= len(lines) else ""
        key = line.split("=")[0].strip() if "=" in line else line.strip()
        reason = next((chinese for english, chinese in _TOML_REASONS.items() if english in message), "不是有效的 TOML 写法")
        if reason == "值写得不对" and re.search(r"=\s*\d{4}-\d{1,2}-\d{1,2}", line):
            reason = "日期不存在或写法不对"
        raise RuleFileError(file, key or "全文", f"第 {number} 行{reason}" if number else reason, "请改正后重试") from problem


def refuse_unknown(data: Mapping[str, object], allowed: Sequence[str], file: str, where: str) -> None:
    """Refuse the first key of ``data`` that is not in the vocabulary."""
    for name in data:
        if name not in allowed:
            key = f"{where}.{name}" if where else name
            raise RuleFileError(file, key, "不认识的键", f"可用：{'、'.join(allowed)}")


def amount_of(value: object, file: str, key: str) -> Fen:
    """An amount in 元 (text, whole number or decimal) as 分; refused where it is no decimal or finer than a 分."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise RuleFileError(file, key, f"金额不是十进制数：{value!r}", '请写成 "1234567.89" 这样的文字，单位元')
    text = str(value).strip()
    if not _AMOUNT.fullmatch(text):
        raise RuleFileError(file, key, f"金额不是十进制数或小于一分：{text!r}", '请写成 "1234567.89"，最多两位小数，不加千分位')
    return to_fen(Decimal(text))


def positive_amount_of(value: object, file: str, key: str) -> Fen:
    """An amount that may not be negative."""
    fen = amount_of(value, file, key)
    if fen < 0:
        raise RuleFileError(file, key, f"金额不能为负：{value}", "请核对；退库请在税款行里写负数")
    return fen


def decimal_of(value: object, file: str, key: str) -> Fraction:
    """A non-negative decimal, exact."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal) or not _RATIO.fullmatch(str(value).strip()):
        raise RuleFileError(file, key, f"不是非负的十进制数：{value!r}", '请写成 "0.5" 这样的文字')
    return Fraction(str(value).strip())


def ratio_of(value: object, file: str, key: str) -> Fraction:
    """A ratio from 0 to 1, exact; above 1 it is refused."""
    ratio = decimal_of(value, file, key)
    if ratio > 1:
        raise RuleFileError(file, key, f"比例大于 1：{value}", "比例在 0 与 1 之间，50% 写成 0.5")
    return ratio


def date_of(value: object, file: str, key: str) -> date:
    """A calendar day, as TOML date or as text ``2021-12-31``."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError as problem:
            raise RuleFileError(file, key, f"日期不存在：{value!r}", "请写成 2021-12-31") from problem
    raise RuleFileError(file, key, f"不是日期：{value!r}", "请写成 2021-12-31")


def period_at(value: object, file: str, key: str) -> Period:
    """A year, quarter or month: ``2022``, ``2022-Q3``, ``2022-07``."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise RuleFileError(file, key, f"不是期间：{value!r}", '请写成 "2022"、"2022-Q3" 或 "2022-07"')
    try:
        return period_of(str(value).strip())
    except ValueError as problem:
        raise RuleFileError(file, key, f"期间不存在：{value!r}", '请写成 "2022"、"2022-Q3" 或 "2022-07"') from problem


def text_of(value: object, file: str, key: str) -> str:
    """A text that is not empty."""
    if not isinstance(value, str) or not value.strip():
        raise RuleFileError(file, key, f"应为文字，现为 {value!r}", "请补上文字")
    return value.strip()


def whole_of(value: object, file: str, key: str, low: int, high: int) -> int:
    """A whole number between two bounds."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise RuleFileError(file, key, f"应为 {low} 至 {high} 的整数，现为 {value!r}", "请改正")
    return value


def choice_of(value: object, choices: Sequence[str], file: str, key: str) -> str:
    """One of the words the vocabulary knows."""
    if value not in choices:
        raise RuleFileError(file, key, f"不认识的取值 {value!r}", f"可用：{'、'.join(choices)}")
    return str(value)


def table_of(value: object, file: str, key: str) -> dict[str, object]:
    """A table."""
    if not isinstance(value, dict):
        raise RuleFileError(file, key, f"应为一张表，现为 {value!r}", "请按词汇表改写")
    return value


def list_of(value: object, file: str, key: str) -> list[object]:
    """A list."""
    if not isinstance(value, list):
        raise RuleFileError(file, key, f"应为列表，现为 {value!r}", "请用方括号列出")
    return value


def texts_of(value: object, file: str, key: str) -> tuple[str, ...]:
    """A list of different texts, at least one."""
    found = tuple(text_of(v, file, f"{key}[{n}]") for n, v in enumerate(list_of(value, file, key), 1))
    if not found or len(set(found)) < len(found):
        raise RuleFileError(file, key, "列表为空或有重复", "请逐项列出，不重复")
    return found
