"""Figures that came to be coded with the second edition: totals rows, cases, annexes, and numbers in every sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, TypeAlias

from zgc_desktop.domain.money import wan
from zgc_desktop.domain.monthly import MonthlyDocument
from zgc_desktop.domain.monthly_coded import short
from zgc_desktop.domain.monthly_edits import SECTIONS, numbers
from zgc_desktop.domain.percent import percent

Told: TypeAlias = tuple[str, str, str, str, tuple[int, int]]
"""Table, row, column, text, place."""

SAID: Final = {key: name for key, name in SECTIONS.items() if key not in ("brief", "coordination")}
"""Sections whose sentences are coded under their own name, besides 要情."""


def told(doc: MonthlyDocument) -> Iterator[Told]:
    """Every such figure of a document of the second edition, in the order of the report."""
    if doc.edition < 2:
        return
    yield from _sentences(doc)
    yield from _reporting(doc)
    yield from _industries(doc)
    yield from _cases(doc)
    yield from _matrix(doc)
    yield from _tiers(doc)
    yield from _clusters(doc)
    yield from _issues(doc)


def _sentences(doc: MonthlyDocument) -> Iterator[Told]:
    for key, name in SAID.items():
        for n, sentence in enumerate(doc.sentences.get(key, ()), start=1):
            for k, number in enumerate(numbers(sentence), start=1):
                yield name, f"句{n}", f"数{k}", number, (n, k)


def _reporting(doc: MonthlyDocument) -> Iterator[Told]:
    lines = doc.reporting
    due, came = sum(x.expected for x in lines), sum(x.received for x in lines)
    sums = {name: sum(getattr(x, name) for x in lines) for name in ("companies", "rows", "errors", "warnings", "returned")}
    texts = {
        "应报": f"{due:,}", "实报": f"{came:,}", "完整率": percent(Fraction(came, due), 1) if due else "—",
        "企业": f"{sums['companies']:,}", "数据": f"{sums['rows']:,}", "错误": f"{sums['errors']:,}",
        "警告": f"{sums['warnings']:,}", "差错率": _per_mille(sums["errors"], sums["rows"]), "退回": f"{sums['returned']:,}",
    }  # fmt: skip
    for k, (column, text) in enumerate(texts.items(), start=1):
        yield "表2-1", "合计", column, text, (len(lines) + 1, k)


def _per_mille(part: int, whole: int) -> str:
    return percent(Fraction(part, whole) * 10, 1).rstrip("%") + "‰" if whole else "—"


def _industries(doc: MonthlyDocument) -> Iterator[Told]:
    known = [n for _, counts in doc.industries for n in counts if n is not None]
    if known:
        yield "表3-2", "合计", "合计", f"{sum(known):,}家", (len(doc.parks) + 1, len(doc.industries) + 1)


def _cases(doc: MonthlyDocument) -> Iterator[Told]:
    for n, c in enumerate(doc.cases, start=1):
        yield "表4-2", c.case_id, "工作日", f"{c.working_days:,}个工作日", (n, 1)


def _matrix(doc: MonthlyDocument) -> Iterator[Told]:
    if not doc.move_matrix:
        return
    out: dict[str, int] = defaultdict(int)
    into: dict[str, int] = defaultdict(int)
    for a, b, n in doc.move_matrix:
        out[a] += n
        into[b] += n
    last = len(doc.parks) + 1
    for n, park in enumerate(doc.parks, start=1):
        if out[park]:
            yield "表4-1", short(park), "迁出合计", f"{out[park]:,}件", (n, last)
    for k, park in enumerate(doc.parks, start=1):
        if into[park]:
            yield "表4-1", "迁入合计", short(park), f"{into[park]:,}件", (last, k)
    yield "表4-1", "迁入合计", "合计", f"{sum(into.values()):,}件", (last, last)


def _tiers(doc: MonthlyDocument) -> Iterator[Told]:
    parts = (("before", "上月"), ("entered", "增"), ("left", "减"), ("now", "本月"))
    for m, tier in enumerate(dict.fromkeys(line.tier for line in doc.tiers)):
        lines = [line for line in doc.tiers if line.tier == tier]
        for k, (name, column) in enumerate(parts, start=1):
            total = sum(getattr(line, name) for line in lines)
            yield "表6-1", "合计", f"{tier}·{column}", f"{total:,}家", (len(doc.parks) + 1, m * len(parts) + k)


def _clusters(doc: MonthlyDocument) -> Iterator[Told]:
    lines = doc.clusters
    if not lines:
        return
    money = {n: sum(v for c in lines if (v := getattr(c, n)) is not None) for n in ("revenue_fen", "tax_fen")}
    texts = (
        ("企业", f"{sum(c.companies for c in lines):,}家", 1),
        ("营业收入", f"{wan(money['revenue_fen'])}万元", 2),
        ("地方税收", f"{wan(money['tax_fen'])}万元", 3),
        ("迁入", f"{sum(c.moved_in for c in lines):,}家", 7),
        ("迁出", f"{sum(c.moved_out for c in lines):,}家", 8),
    )
    for column, text, k in texts:
        yield "表7-1", "合计", column, text, (len(lines) + 1, k)


def _issues(doc: MonthlyDocument) -> Iterator[Told]:
    names = {code: name for _, code, name, _ in doc.issues_by_park}
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for park, code, _, n in doc.issues_by_park:
        counts[code, park] += n
    last = len(doc.parks) + 1
    for n, (code, name) in enumerate(names.items(), start=1):
        for k, park in enumerate(doc.parks, start=1):
            if counts[code, park]:
                yield "附表1", name, short(park), f"{counts[code, park]:,}处", (n, k)
        yield "附表1", name, "合计", f"{sum(counts[code, p] for p in doc.parks):,}处", (n, last)
    for k, park in enumerate(doc.parks, start=1):
        whole = sum(counts[code, park] for code in names)
        if whole:
            yield "附表1", "合计", short(park), f"{whole:,}处", (len(names) + 1, k)
    if names:
        yield "附表1", "合计", "合计", f"{sum(counts.values()):,}处", (len(names) + 1, last)
