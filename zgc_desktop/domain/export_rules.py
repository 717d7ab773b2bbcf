"""Where data comes from (来源类别: 税务, 统计, 企业自报, 公开) and to whom a list with single companies may go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.rulebook import Citation
from zgc_desktop.domain.strict_table import StrictTable

UNCLEAR: Final = "未定"
INSIDE: Final = "本办公室"


@dataclass(frozen=True, slots=True)
class Category:
    """One source category: the words that mark its columns, and why it is guarded."""

    key: str
    words: tuple[str, ...]
    citation: Citation


@dataclass(frozen=True, slots=True)
class ExportRules:
    """The categories in the order they are asked, and what each audience may hold."""

    categories: tuple[Category, ...]
    may_hold: Mapping[str, tuple[str, ...]]

    def category_of(self, title: str) -> str:
        """The category of a column by its title; 未定 where no category claims it."""
        return next((c.key for c in self.categories if any(word in title for word in c.words)), UNCLEAR)

    def held(self, titles: Iterable[str]) -> tuple[str, ...]:
        """The categories a table holds, in the rules' order."""
        there = {self.category_of(title) for title in titles}
        return tuple(key for key in (*(c.key for c in self.categories), UNCLEAR) if key in there)

    def barred(self, titles: Iterable[str], audience: str) -> tuple[str, ...]:
        """The columns an audience may not hold. Refused for an audience the rules do not know."""
        if audience not in self.may_hold:
            raise Refused(f"没有“{audience}”这个导出对象", advice=f"可用：{'、'.join(self.may_hold)}")
        return tuple(title for title in titles if self.category_of(title) not in self.may_hold[audience])

    def require(self, titles: Iterable[str], audience: str, *, where: str = "") -> None:
        """Refused, naming columns, categories and the law, where a table holds what its audience may not."""
        barred = self.barred(titles, audience)
        if not barred:
            return
        keys = self.held(barred)
        grounds = [f"{c.key}：{c.citation.short}" for c in self.categories if c.key in keys]
        grounds += ["未定：来源类别没有写明"] if UNCLEAR in keys else []
        why = f"含{'、'.join(keys)}数据（{'；'.join(grounds)}）"
        advice = f"请去掉这些列：{'、'.join(barred)}；或在 rules/export/categories.toml 写明依据"
        raise Refused(f"这份表不能给“{audience}”，没有导出", where=where, why=why, advice=advice)


def read_export_rules(data: Mapping[str, object], file: str) -> ExportRules:
    """The rules of a parsed file; RuleFileError names file and key of any fault."""
    table = StrictTable(file, "", data)
    categories = []
    for one in table.tables("category"):
        categories.append(Category(one.text("key"), one.texts("words", required=True), one.citation("citation")))
        one.done()
    known = (*(c.key for c in categories), UNCLEAR)
    may_hold = {}
    for one in table.tables("audience"):
        may_hold[one.text("key")] = one.members("may_hold", known, required=True)
        one.done()
    if INSIDE not in may_hold:
        raise table.refuse("audience", f"缺少“{INSIDE}”")
    table.done()
    return ExportRules(tuple(categories), may_hold)
