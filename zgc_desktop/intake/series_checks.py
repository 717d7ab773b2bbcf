"""Checks against earlier months and peers: copied blocks, falling year totals, turned signs, gone companies, outliers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Final, cast

from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import found
from zgc_desktop.domain.layouts import SHEETS
from zgc_desktop.domain.money import UNIT_FEN, Fen, yuan
from zgc_desktop.intake.month_checks import YEAR_KEYS, lines_before
from zgc_desktop.intake.parse import Parsed

_FLOWS: Final = {"enterprise": ("revenue_fen", "rd_fen"), "tax": ("total_fen", "vat_fen", "cit_fen", "other_fen")}
_SIGNED: Final = ("revenue_fen", "total_fen")
_SMALL: Final = 1_000 * UNIT_FEN["元"]
_TO_SIGMA: Final = 0.6745
"""Median absolute deviation to standard deviation of a normal distribution: times 0.6745 (Iglewicz & Hoaglin, 1993)."""
_ODD_RATIO: Final = 2.0
"""A company's history is only looked up when its figure at least doubled or halved against last month."""


def check_copied(parsed: Parsed, history: History) -> None:
    """Report runs of companies whose every flow is to the 分 what it was last month (疑似照抄上月)."""
    keys = [k for k in _FLOWS.get(parsed.sheet_key, ()) if k in parsed.values]
    if not keys or not history.figures or "X-COPIED" in parsed.settings.off:
        return
    least = parsed.settings.number("X-COPIED", "rows")
    lines = lines_before(parsed, history)
    now = zip(*(parsed.values[k] for k in keys), strict=True)
    before = zip(*([line.get(k) for line in lines] for k in keys), strict=True)
    run: list[int] = []
    for index, (mine, last) in enumerate(zip(now, before, strict=True)):
        if index in parsed.set_aside:
            continue
        if mine == last and any(mine):
            run.append(index)
            continue
        _report_copied(parsed, keys, run, least)
        run = []
    _report_copied(parsed, keys, run, least)


def _report_copied(parsed: Parsed, keys: Sequence[str], run: Sequence[int], least: int) -> None:
    if len(run) < least:
        return
    titles = "、".join(SHEETS[parsed.sheet_key].column(k).title for k in keys)
    first, last = parsed.row_numbers[run[0]], parsed.row_numbers[run[-1]]
    parsed.report("X-COPIED", run[0], keys[0], first=str(first), last=str(last), count=str(len(run)), keys=titles)


def check_year_falls(parsed: Parsed, history: History) -> None:
    """Report year-to-date figures below what was reported a month ago in the same year."""
    keys = [k for k in YEAR_KEYS if k in parsed.units and history.figures]
    lines = lines_before(parsed, history) if keys else []
    for key in keys:
        slack = UNIT_FEN[parsed.units[key]] // 50
        for index, now, before in _both(parsed, lines, key):
            if now + slack < before and (index, key) not in parsed.doubtful:
                parsed.report("X-YTD-FALL", index, key, found=f"{yuan(now)} 元", expected=f"{yuan(before)} 元")


def _both(parsed: Parsed, lines: Sequence[Mapping[str, int | None]], key: str) -> list[tuple[int, Fen, Fen]]:
    """(index, this month's figure, last month's) of the rows that have both."""
    values = cast("list[Fen | None]", parsed.values[key])
    pairs = zip(values, (line.get(key) for line in lines), strict=True)
    return [(index, now, before) for index, (now, before) in enumerate(pairs) if now is not None and before is not None]


def check_signs(parsed: Parsed, history: History) -> None:
    """Report figures that turned from plus to minus or back. A refund stated in its own column explains itself."""
    keys = [k for k in _SIGNED if k in parsed.units and history.figures]
    refunds = parsed.values.get("refund_fen")
    lines = lines_before(parsed, history) if keys else []
    for key in keys:
        for index, now, before in _both(parsed, lines, key):
            if (now < 0) == (before < 0) or min(abs(now), abs(before)) < _SMALL:
                continue
            if key == "total_fen" and refunds is not None and refunds[index]:
                continue
            parsed.report("X-SIGN", index, key, found=f"{yuan(now)} 元", before=f"{yuan(before)} 元")


def check_gone(roster: Parsed, history: History) -> None:
    """Name the companies of last month's roster that are missing, unless so many are that the file lists changes only."""
    if "X-GONE" in roster.settings.off or any(i.code == "X-VANISHED" for i in roster.issues):
        return
    now = set(roster.values.get("credit_code", ()))
    for code, figures in history.figures.items():
        if code not in now and figures.get("in_roster", 1):
            company = history.names.get(code, "")
            sheet, title = roster.sheet_name, f"企业名称（{code}）"
            issue = found("X-GONE", file=roster.file, sheet=sheet, column=title, credit_code=code, company=company)
            roster.issues.append(issue)


def check_outliers(roster: Parsed, history: History) -> None:
    """Report revenue far from the company's own median (MAD, with n): only ever a warning."""
    key = "revenue_fen"
    if key not in roster.units or not history.figures or "X-OUTLIER" in roster.settings.off:
        return
    told = {i.cell for i in roster.issues if i.code in ("X-UNIT-SLIP", "X-JUMP")}
    odd: dict[str, int] = {}
    for index, now, before in _both(roster, lines_before(roster, history), key):
        if not before or 1 / _ODD_RATIO < now / before < _ODD_RATIO or (index, key) in roster.doubtful:
            continue
        if f"{roster.letters[key]}{roster.row_numbers[index]}" not in told:
            odd[roster.code(index)] = index
    months, times = roster.settings.number("X-OUTLIER", "months"), roster.settings.number("X-OUTLIER", "times")
    for code, series in history.earlier(tuple(odd)).items() if odd else ():
        value = roster.values[key][odd[code]]
        if len(series) < months or not isinstance(value, int):
            continue
        middle, score = _score(value, series)
        if score > times:
            roster.report(
                "X-OUTLIER",
                odd[code],
                key,
                found=f"{yuan(value)} 元",
                n=str(len(series)),
                expected=f"{yuan(round(middle))} 元",
                times=f"{score:.0f}",
            )


def _score(value: float, others: Sequence[float]) -> tuple[float, float]:
    """(median, modified z-score); 0 where the others hardly differ: then any change would look enormous."""
    middle = median(others)
    spread = median(abs(x - middle) for x in others)
    return middle, (_TO_SIGMA * abs(value - middle) / spread if spread else 0.0)


def check_peers(roster: Parsed) -> None:
    """Report revenue per head far from the companies of the same industry in this file, on a log scale, with n."""
    if not {"revenue_fen", "employees", "industry"} <= set(roster.values) or "X-OUTLIER-PEER" in roster.settings.off:
        return
    groups: dict[object, list[tuple[int, float, Fen]]] = {}
    amounts = cast("list[Fen | None]", roster.values["revenue_fen"])
    people = cast("list[int | None]", roster.values["employees"])
    for index, (revenue, heads, industry) in enumerate(zip(amounts, people, roster.values["industry"], strict=True)):
        if not revenue or not heads or not industry or revenue < 0 or heads < 0:
            continue
        if index not in roster.set_aside and (index, "revenue_fen") not in roster.doubtful:
            groups.setdefault(industry, []).append((index, math.log10(revenue / heads), revenue // heads))
    peers, times = roster.settings.number("X-OUTLIER-PEER", "peers"), roster.settings.number("X-OUTLIER-PEER", "times")
    for members in groups.values():
        if len(members) < peers:
            continue
        logs = [log for _, log, _ in members]
        middle = median(logs)
        spread = median(abs(x - middle) for x in logs)
        for index, log, per_head in members:
            score = _TO_SIGMA * abs(log - middle) / spread if spread else 0.0
            if score > times:
                roster.report(
                    "X-OUTLIER-PEER",
                    index,
                    "revenue_fen",
                    found=f"{yuan(per_head)} 元",
                    n=str(len(members)),
                    expected=f"{yuan(round(10**middle))} 元",
                    times=f"{score:.0f}",
                )


def check_no_change(roster: Parsed, history: History) -> None:
    """Report a cover that declares 本月无变动 over a roster that changed."""
    if history.month is None or "X-NO-CHANGE" in roster.settings.off:
        return
    before = {code for code, figures in history.figures.items() if figures.get("in_roster", 1)}
    now = {code for code in roster.values.get("credit_code", ()) if isinstance(code, str)}
    added, gone = len(now - before), len(before - now)
    if added or gone:
        issue = found("X-NO-CHANGE", file=roster.file, sheet=roster.sheet_name, added=str(added), gone=str(gone))
        roster.issues.append(issue)
