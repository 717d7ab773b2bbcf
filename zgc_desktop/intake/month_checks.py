"""Checks against the park's own last month: slipped units, jumps, companies gone."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, cast

from zgc_desktop.domain.history import History
from zgc_desktop.domain.issues import found
from zgc_desktop.domain.layouts import SHEETS
from zgc_desktop.domain.money import UNIT_FEN, Fen, in_unit
from zgc_desktop.intake.parse import Parsed

# Figures that follow the size of the business. Single taxes do not (所得税 comes by quarters); a slip in one of them breaks
# the row's sum and is found there.
_STEADY_KEYS: Final = ("revenue_fen", "rd_fen", "assets_fen", "total_fen", "revenue_ytd_fen", "rd_ytd_fen", "total_ytd_fen")
_TOTALS: Final = ("total_fen", "total_ytd_fen")
YEAR_KEYS: Final = ("revenue_ytd_fen", "rd_ytd_fen", "total_ytd_fen")
_JUMP_KEYS: Final = ("revenue_fen", "total_fen")
_TAX_PARTS: Final = ("vat_fen", "cit_fen", "other_fen", "refund_fen")
# How far from an exact power of ten a slip may lie. ×1000 and ×10000 are the slips between 元, 千元 and 万元 and nothing
# a business does in a month; ×10 and ×100 happen in earnest, so they need a near miss and other figures that stood still.
_BAND: Final = {1: 1.25, 2: 1.6, 3: 3.0, 4: 3.0}
_NEEDS_WITNESSES: Final = (1, 2)
_STEADY: Final = 2.0
_WHOLE_COLUMN: Final = 0.3
_TINY: Final = 1_000 * UNIT_FEN["元"]
_UNIT_NAMES: Final = {fen: name for name, fen in UNIT_FEN.items()}
_NOTHING: Final[Mapping[str, int | None]] = {}


@dataclass(frozen=True, slots=True)
class _Change:
    index: int
    key: str
    before: Fen
    now: Fen
    power: int


def check_against_last_month(tables: list[Parsed], history: History, *, same_year: bool = False) -> None:
    """Report unit slips and jumps of every money figure of the month against the same company's last month.

    Year-to-date figures are compared within a year only: in January they start anew.
    """
    if not history.figures:
        return
    keys = _STEADY_KEYS if same_year else tuple(k for k in _STEADY_KEYS if k not in YEAR_KEYS)
    compared = [_compared(parsed, history, keys) for parsed in tables]
    witnesses = _witnesses(compared)
    for one in compared:
        for key in one.ratios:
            _check_column(one, key, witnesses)


def lines_before(parsed: Parsed, history: History) -> list[Mapping[str, int | None]]:
    """What the company of every row reported last month; nothing for rows that do not count or were not there."""
    figures = history.figures
    lines = [figures.get(code, _NOTHING) for code in cast("list[str]", parsed.values.get("credit_code", ()))]
    for index in parsed.set_aside:
        lines[index] = _NOTHING
    return lines


@dataclass(frozen=True, slots=True)
class _Compared:
    """A table beside last month, column by column: last month's figures, and this month's over them where both are above 0."""

    parsed: Parsed
    before: Mapping[str, list[int | None]]
    ratios: Mapping[str, list[float | None]]


def _compared(parsed: Parsed, history: History, keys: Sequence[str]) -> _Compared:
    lines = lines_before(parsed, history)
    before = {key: [line.get(key) for line in lines] for key in keys if key in parsed.units}
    ratios = {
        key: [
            now / last if last and now and last > 0 and now > 0 else None
            for now, last in zip(cast("list[int | None]", parsed.values[key]), column, strict=True)
        ]
        for key, column in before.items()
    }
    return _Compared(parsed, before, ratios)


def _witnesses(compared: Sequence[_Compared]) -> Callable[[str], dict[str, float]]:
    """What gives the ratios of a company over every sheet by field: asked only for the few whose figure looks odd."""
    rows: list[dict[object, int]] = []

    def of(code: str) -> dict[str, float]:
        if not rows:
            for one in compared:
                codes = enumerate(one.parsed.values.get("credit_code", ()))
                rows.append({c: i for i, c in codes if i not in one.parsed.set_aside})
        return {
            key: ratio
            for one, index in zip(compared, rows, strict=True)
            if code in index
            for key, column in one.ratios.items()
            if (ratio := column[index[code]]) is not None
        }

    return of


def _check_column(one: _Compared, key: str, witnesses: Callable[[str], dict[str, float]]) -> None:
    parsed, ratios = one.parsed, one.ratios[key]
    slips: list[_Change] = []
    jumps: list[_Change] = []
    times = parsed.settings.number("X-JUMP", "times")
    least = parsed.settings.number("X-JUMP", "from_wan") * UNIT_FEN["万元"]
    near, far = _BAND[1] / 10, 10 / _BAND[1]
    odd = [(i, r) for i, r in enumerate(ratios) if r is not None and not near < r < far]
    for index, ratio in odd:
        value, last = parsed.values[key][index], one.before[key][index]
        assert isinstance(value, int)
        assert last is not None
        power = _slip(ratio, key, witnesses(parsed.code(index)))
        if power and last >= _TINY:
            slips.append(_Change(index, key, last, value, power))
        elif key in _JUMP_KEYS and max(ratio, 1 / ratio) >= times and max(value, last) >= least:
            jumps.append(_Change(index, key, last, value, 0))
    if len(slips) >= 5 and len(slips) > (len(ratios) - ratios.count(None)) * _WHOLE_COLUMN:
        _report_column(parsed, key, slips)
    else:
        for slip in slips:
            _report_slip(parsed, slip)
    for jump in jumps:
        parsed.report("X-JUMP", jump.index, key, ratio=_times(jump.now / jump.before))


def _slip(ratio: float, key: str, mine: Mapping[str, float]) -> int:
    """The power of ten a ratio slipped by, or 0.

    The other sheet is the witness: revenue and tax that move alike are no slip but a business. Within one sheet a whole
    row may have slipped together, so there standing still speaks for a slip and moving alike says nothing.
    """
    power = round(math.log10(ratio))
    if power == 0 or abs(power) > 4 or not 1 / _BAND[abs(power)] <= ratio / 10**power <= _BAND[abs(power)]:
        return 0
    if any(1 / 10 <= mine[k] / ratio <= 10 for k in mine if (k in _TOTALS) != (key in _TOTALS)):
        return 0
    if abs(power) in _NEEDS_WITNESSES:
        others = [r for k, r in mine.items() if k != key]
        if key in (*_TOTALS, *YEAR_KEYS) or len(others) < 2 or not all(1 / _STEADY <= r <= _STEADY for r in others):
            return 0
    return power


def _times(ratio: float) -> str:
    return f"{ratio:,.0f}" if ratio >= 10 else f"{ratio:.2g}" if ratio >= 0.01 else f"1/{1 / ratio:,.0f}"


def _filled_in(unit: str, power: int) -> str:
    """The unit the figure was probably filled in: 元 where the column is 万元 and the figure 10,000 times too large."""
    fen = UNIT_FEN[unit] // 10**power if power > 0 else UNIT_FEN[unit] * 10**-power
    if fen in _UNIT_NAMES and fen >= UNIT_FEN["元"]:
        return _UNIT_NAMES[fen]
    return f"多乘 {10**power:,} 的数" if power > 0 else f"少算 {10**-power:,} 倍的数"


def _report_slip(parsed: Parsed, slip: _Change) -> None:
    unit = parsed.units[slip.key]
    if "X-UNIT-SLIP" in parsed.settings.off:
        return
    if slip.key == "total_fen":
        # What makes up a doubtful total is no better.
        parsed.doubtful.update((slip.index, k) for k in _TAX_PARTS if k in parsed.values)
    right = in_unit(slip.now, unit) / 10**slip.power if slip.power > 0 else in_unit(slip.now, unit) * 10**-slip.power
    parsed.report(
        "X-UNIT-SLIP",
        slip.index,
        slip.key,
        ratio=_times(slip.now / slip.before),
        slip=_filled_in(unit, slip.power),
        unit=unit,
        expected=f"{right:,f}".rstrip("0").rstrip(".") if "." in f"{right:f}" else f"{right:,f}",
    )


def _report_column(parsed: Parsed, key: str, slips: list[_Change]) -> None:
    """One issue for a column that slipped as a whole; every value of it is in doubt."""
    if "X-UNIT-SLIP" in parsed.settings.off:
        return
    unit, power = parsed.units[key], slips[0].power
    title = SHEETS[parsed.sheet_key].column(key).title
    middle = sorted(s.now / s.before for s in slips)[len(slips) // 2]
    parsed.issues.append(
        found(
            "X-UNIT-SLIP",
            file=parsed.file,
            sheet=parsed.sheet_name,
            column=f"{title}（{len(slips)} 家）",
            expected=f"各数除以 {10**power:,} 后的" if power > 0 else f"各数乘以 {10**-power:,} 后的",
            ratio=_times(middle),
            slip=_filled_in(unit, power),
            unit=unit,
        )
    )
    parsed.doubtful.update((index, key) for index in range(len(parsed.row_numbers)))


def check_vanished(roster: Parsed, history: History) -> None:
    """Report when too many of last month's companies are missing: perhaps the file lists changes only."""
    before = [code for code, figures in history.figures.items() if figures.get("in_roster", 1)]
    if len(before) < 10:
        return
    gone = len(set(before).difference(roster.values.get("credit_code", ())))
    percent = roster.settings.number("X-VANISHED", "percent")
    if gone * 100 > len(before) * percent:
        words = {"before": str(len(before)), "gone": str(gone), "percent": str(percent)}
        roster.issues.append(found("X-VANISHED", file=roster.file, sheet=roster.sheet_name, **words))
