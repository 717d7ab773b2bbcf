"""Dated, cited values: what a rule says, from which day, and where it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeAlias, TypeVar

from zgc_desktop.domain.errors import Refused

T = TypeVar("T")

Day: TypeAlias = date
"""A day, under a name the field ``Citation.date`` does not shadow."""

CONFIDENCE = {"original": "已核原文", "reported": "公开转载，待核原件", "design": "本系统约定，非法规", "unknown": "未定"}
"""How sure a citation is; everything but ``original`` is said wherever the rule is shown."""


class RuleNotInForce(Refused):
    """A rule was asked for a day on which nothing is in force."""


class RuleFileError(Refused):
    """A rule file says something that is not allowed: file, key, reason, advice."""

    def __init__(self, file: str, key: str, reason: str, advice: str = "") -> None:
        self.file, self.key, self.reason = file, key, reason
        super().__init__(reason, where=f"{file} · {key}" if key else file, advice=advice)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a value is written (引文): document, issuer, number, date, clause; when and how surely it was checked."""

    title: str
    issuer: str = ""
    number: str = ""
    date: Day | None = None
    clause: str = ""
    checked_on: Day | None = None
    confidence: str = "reported"
    note: str = ""

    @property
    def short(self) -> str:
        """For a table cell: ``财预〔2015〕92号 第四条``, or the title where there is no number."""
        head = self.number or f"《{self.title}》"
        return f"{head} {self.clause}".strip()


@dataclass(frozen=True, slots=True)
class DatedValue(Generic[T]):
    """One value of a parameter and the days on which it is in force (both ends included)."""

    value: T
    effective_from: date
    effective_to: date | None
    unit: str
    citation: Citation

    def in_force(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


@dataclass(frozen=True, slots=True)
class RuleBook(Generic[T]):
    """Parameters by key, each a list of dated values that never overlap."""

    values: Mapping[str, Sequence[DatedValue[T]]]

    def at(self, key: str, day: date) -> DatedValue[T]:
        """The value of ``key`` in force on ``day``; RuleNotInForce where there is none."""
        for dated in self.values.get(key, ()):
            if dated.in_force(day):
                return dated
        known = "、".join(str(d.effective_from) for d in self.values.get(key, ())) or "无"
        raise RuleNotInForce(f"{day} 没有生效的规则“{key}”", why=f"已登记的生效日：{known}", advice="请在规则参数中补录")


def citation_from(data: Mapping[str, object], file: str, key: str) -> Citation:
    """Read a citation table; RuleFileError for a missing title, an unknown key or a wrong type."""
    allowed = {
        "title": str,
        "issuer": str,
        "number": str,
        "date": date,
        "clause": str,
        "checked_on": date,
        "confidence": str,
        "note": str,
    }
    for name, value in data.items():
        if name not in allowed:
            raise RuleFileError(file, f"{key}.{name}", "引文中有不认识的键", f"可用：{'、'.join(allowed)}")
        if not isinstance(value, allowed[name]):
            raise RuleFileError(file, f"{key}.{name}", f"应为{'日期' if allowed[name] is date else '文字'}，现为 {value!r}")
    if not data.get("title"):
        raise RuleFileError(file, key, "缺少引文标题", "没有出处的数值不能作为规则，请补 citation.title")
    if data.get("confidence", "reported") not in CONFIDENCE:
        raise RuleFileError(file, f"{key}.confidence", "可信程度不认识", f"可用：{'、'.join(CONFIDENCE)}")
    return Citation(**data)  # type: ignore[arg-type]  # keys and types were checked above
