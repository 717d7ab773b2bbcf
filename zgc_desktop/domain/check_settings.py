"""Which checks run on a month, and with which numbers: switched and tuned by dated decisions, each with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.issues import CHECKS
from zgc_desktop.domain.periods import Month


@dataclass(frozen=True, slots=True)
class Parameter:
    """A whole number a check works with: key, what it is in words, its default and its bounds."""

    key: str
    title: str
    default: int
    least: int
    most: int


PARAMETERS: Final[Mapping[str, tuple[Parameter, ...]]] = MappingProxyType(
    {
        "X-JUMP": (
            Parameter("times", "变动超过多少倍才提示", 20, 2, 10_000),
            Parameter("from_wan", "两月中较大数不低于多少万元", 100, 0, 1_000_000),
        ),
        "X-VANISHED": (Parameter("percent", "少报超过上月的百分之几", 10, 1, 100),),
        "X-COPIED": (Parameter("rows", "连续多少家与上月完全相同", 5, 2, 10_000),),
        "X-OUTLIER": (
            Parameter("months", "至少有多少个月的历史", 6, 4, 60),
            Parameter("times", "偏离历史中位数多少倍离差（MAD）", 10, 2, 1_000),
        ),
        "X-OUTLIER-PEER": (
            Parameter("peers", "同领域至少有多少家", 30, 10, 10_000),
            Parameter("times", "偏离同领域中位数多少倍离差（MAD，取对数）", 6, 2, 1_000),
        ),
    }
)

SWITCHABLE: Final = frozenset(
    code
    for code in CHECKS
    if code.startswith("X-")
    or code
    in {
        "S-TOTAL", "R-CHOICE", "R-REQUIRED", "R-NEGATIVE", "R-FUTURE", "R-YTD", "R-TAX-SUM", "R-TAX-ORPHAN", "R-TAX-MISSING",
        "R-PRECISION",
    }
)  # fmt: skip
"""Checks that may be switched off. The others say that something could not be read, and nothing switches that off."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One dated decision about a check: on or off, its numbers, from which day, why, who."""

    code: str
    active: bool
    from_day: date
    reason: str
    who: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    decided_at: str = ""


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """What is in force for one month: checks switched off with the reason, and numbers other than the defaults."""

    off: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[tuple[str, str], int] = field(default_factory=dict)

    def number(self, code: str, key: str) -> int:
        """The number check ``code`` works with."""
        told = self.numbers.get((code, key))
        return told if told is not None else next(p.default for p in PARAMETERS[code] if p.key == key)


STANDARD: Final = CheckSettings()
SettingsFor = Callable[[Month], CheckSettings]


def standard(_month: Month) -> CheckSettings:
    """Every check on, with its default numbers."""
    return STANDARD


def in_force(switches: Iterable[Switch], day: date) -> CheckSettings:
    """The settings on a day: of each check the newest decision at or before it."""
    newest: dict[str, Switch] = {}
    for switch in switches:
        if switch.from_day <= day and (switch.code not in newest or switch.from_day >= newest[switch.code].from_day):
            newest[switch.code] = switch
    off = {s.code: f"自 {s.from_day} 停用：{s.reason}" for s in newest.values() if not s.active}
    numbers = {(s.code, key): value for s in newest.values() for key, value in s.numbers.items()}
    return CheckSettings(off, numbers)


def require_sound(switch: Switch) -> None:
    """Refused for a check that does not exist or may not be switched off, a number out of bounds, or no reason."""
    if switch.code not in CHECKS:
        raise Refused(f"没有编号为“{switch.code}”的校验", advice="用 zgc checks 查看全部编号")
    if not switch.active and switch.code not in SWITCHABLE:
        raise Refused(f"{switch.code} {CHECKS[switch.code].name}不能停用", why="它说明的是读不出或认不出的内容")
    if not switch.reason.strip():
        raise Refused("没有写理由", advice="请写明为什么改动这条校验")
    known = {p.key: p for p in PARAMETERS.get(switch.code, ())}
    for key, value in switch.numbers.items():
        if key not in known:
            names = "、".join(f"{p.key}（{p.title}）" for p in known.values())
            raise Refused(f"{switch.code} 没有叫“{key}”的参数", advice=f"可用：{names}" if names else "这条校验没有参数")
        if not known[key].least <= value <= known[key].most:
            raise Refused(f"{key} 应在 {known[key].least} 与 {known[key].most} 之间", where=switch.code)
