"""Why a figure is what it is (算据): a tree from the result through formula, clause and citation down to the source cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from zgc_desktop.domain.money import Fen, half_up, yuan
from zgc_desktop.domain.percent import ratio_text
from zgc_desktop.domain.rulebook import CONFIDENCE, Citation, RuleFileError
from zgc_desktop.domain.sharing.allocation import Replay, Row
from zgc_desktop.domain.sharing.case import Case, TaxLine
from zgc_desktop.domain.sharing.claims import RECOVERING, Step
from zgc_desktop.domain.sharing.facts import BaseFacts, CountedLine, kind_part, line_kinds
from zgc_desktop.domain.sharing.rule import SharingRule


@dataclass(frozen=True, slots=True)
class Explanation:
    """One figure of a calculation. ``amount_fen`` None: an in-between figure that is no whole 分 (its formula shows it).

    ``op`` says how the children make the figure: given (a leaf), sum, minus (first less the rest), times (first × factor,
    exact), round (half up), cut (fraction dropped), min, max.
    """

    label: str
    amount_fen: Fen | None
    formula: str = ""
    clause: str = ""
    citation: Citation | None = None
    children: tuple[Explanation, ...] = ()
    source: str = ""
    op: str = "given"
    factor: Fraction = Fraction(1)


def recompute(node: Explanation) -> Fraction:
    """The figure of ``node`` worked out again from its leaves alone, exact."""
    if node.op == "given":
        return Fraction(node.amount_fen or 0)
    parts = [recompute(c) for c in node.children]
    if node.op == "sum":
        return sum(parts, Fraction(0))
    if node.op == "minus":
        return parts[0] - sum(parts[1:], Fraction(0))
    if node.op == "times":
        return parts[0] * node.factor
    if node.op == "round":
        return Fraction(half_up(parts[0]))
    if node.op == "cut":
        return Fraction(floor(parts[0]))
    return min(parts) if node.op == "min" else max(parts)


def walk(node: Explanation, depth: int = 0) -> Iterator[tuple[int, Explanation]]:
    """Every node of the tree with its depth, parents first."""
    yield depth, node
    for child in node.children:
        yield from walk(child, depth + 1)


def explanation_lines(node: Explanation) -> tuple[str, ...]:
    """The tree as indented lines of text."""
    lines = []
    for depth, n in walk(node):
        amount = "" if n.amount_fen is None else f" = {yuan(n.amount_fen)} 元"
        formula = f"　〔{n.formula}〕" if n.formula else ""
        where = f"　依据：{n.clause}" if n.clause else ""
        if n.citation is not None and n.citation.confidence != "original":
            where += f"（{CONFIDENCE[n.citation.confidence]}）"
        source = f"　来源：{n.source}" if n.source else ""
        lines.append(f"{'　' * depth}{n.label}{amount}{formula}{where}{source}")
    return tuple(lines)


def share_tree(rule: SharingRule, case: Case, run: Replay, period: str, party: str) -> Explanation:
    """The tree behind what ``party`` gets of ``period``; refused where there is no such period or party."""
    number = next((n for n, r in enumerate(run.rows) if r.period.text == period), None)
    if number is None or (run.rows[number].shares and party not in run.rows[number].shares):
        known = "、".join(r.period.text for r in run.rows)
        raise RuleFileError(
            case.file, f"{period} {party}", "没有这个期间或主体", f"已有期间：{known}；主体：{'、'.join(run.parties)}"
        )
    row = run.rows[number]
    if row.state == "no_data" or row.facts is None:
        return Explanation(f"{party} {period}：未报", None, formula="该期税款未报，不作零计算")
    parts: list[Explanation] = []
    for step in row.steps:
        if step.creditor == party:
            parts.append(_taken(rule, case, run, number, step))
    leaves = tuple(_line(rule, case, n) for n in row.facts.lines if n.direct and n.place == party)
    if leaves:
        parts.append(_sum("迁移前所属期的税款，全归迁出方", leaves, "不计入分享和上限", rule, "by"))
    for company, left in row.residual.items():
        if party in left:
            parts.append(_kept(rule, case, run, number, company, party))
    label = f"{party} {period} {'应得' if run.eligible else '留存'}"
    why = "" if run.eligible else run.reason
    total = row.shares.get(party, 0)
    return Explanation(label, total, _joined([p.amount_fen or 0 for p in parts]) + why, children=tuple(parts), op="sum")


def adjustment_tree(
    rule: SharingRule, case: Case, run: Replay, period: str, party: str, paid: Mapping[str, Fen]
) -> Explanation:
    """The tree behind an adjustment: for each settled period, the share as now known less the share as booked."""
    children = []
    for row in run.rows:
        if row.period.text in paid:
            now = share_tree(rule, case, run, row.period.text, party)
            was = Explanation(f"{row.period.text} 已结算", paid[row.period.text], source="已锁定的结算")
            change = row.shares.get(party, 0) - paid[row.period.text]
            if change:
                formula = f"{yuan(row.shares.get(party, 0))} − {yuan(paid[row.period.text])}"
                children.append(Explanation(f"更正 {row.period.text}", change, formula, children=(now, was), op="minus"))
    total = sum(c.amount_fen or 0 for c in children)
    formula = _joined([c.amount_fen or 0 for c in children])
    return Explanation(f"{party} {period} 调账", total, formula, children=tuple(children), op="sum")


def _joined(amounts: list[Fen]) -> str:
    return " + ".join(yuan(a) for a in amounts) if len(amounts) > 1 else ""


def _sum(label: str, children: tuple[Explanation, ...], formula: str, rule: SharingRule, key: str = "") -> Explanation:
    clause, citation = (rule.clause(key), rule.citation(key)) if key else ("", None)
    return Explanation(label, sum(c.amount_fen or 0 for c in children), formula, clause, citation, children, op="sum")


def _taken(rule: SharingRule, case: Case, run: Replay, number: int, step: Step) -> Explanation:
    """What one claim took: computed, then limited by the cap left or by what there is to give back."""
    wanted = _wanted(rule, case, run, number, step)
    limited, formula = wanted, wanted.formula
    if step.wanted < -step.had:
        back = Explanation(
            "最多冲减至累计为零", -step.had, children=(_had(run, number, step),), op="times", factor=Fraction(-1)
        )
        formula = f"max({yuan(step.wanted)}, {yuan(-step.had)})"
        limited = Explanation(
            f"{step.creditor} 冲减", max(step.wanted, -step.had), formula, rule.clause("negative"), rule.citation("negative"),
            (wanted, back), op="max",
        )  # fmt: skip
    if step.left is None:
        return limited
    left = _left(rule, case, run, number, step)
    formula = f"min({yuan(limited.amount_fen or 0)}, {yuan(step.left)})"
    label = f"{step.creditor} 按规则分得" + (f"（{step.company}）" if step.company else "")
    return Explanation(label, step.taken, formula, rule.clause("cap"), rule.citation("cap"), (limited, left), op="min")


def _wanted(rule: SharingRule, case: Case, run: Replay, number: int, step: Step) -> Explanation:
    parts = []
    if step.recovered or step.year is RECOVERING:
        tax = _pool(rule, case, run, number, step)
        left = Explanation("尚未收回的投入", step.to_recover)
        clause, citation = rule.clause("recover_first"), rule.citation("recover_first")
        formula = f"min({yuan(step.pool)}, {yuan(step.to_recover)})"
        if step.recovered == min(step.pool, step.to_recover):
            parts.append(Explanation("先收回投入", step.recovered, formula, clause, citation, (tax, left), op="min"))
        else:
            parts.append(Explanation("先收回投入（退库冲减或结转后）", step.recovered, formula, clause, citation))
    if step.year is not RECOVERING:
        parts.append(_computed(rule, case, run, number, step))
    if step.topup:
        clause, citation = rule.clause("floor"), rule.citation("floor")
        formula = f"保底 {yuan(rule.floor or 0)} 元/年，不足部分补足"
        parts.append(Explanation("保底补足", step.topup, formula, clause, citation))
    if len(parts) == 1:
        return parts[0]
    return Explanation(
        f"{step.creditor} 应得", step.wanted, _joined([p.amount_fen or 0 for p in parts]), children=tuple(parts), op="sum"
    )


def _computed(rule: SharingRule, case: Case, run: Replay, number: int, step: Step) -> Explanation:
    """Ratio × basis, rounded: one rounding a period, or the year so far less what was rounded before."""
    label = f"第 {step.year.k} 年{'（延长）' if step.year.extended else ''}按 {ratio_text(step.year.ratio)} 计算"
    key = "extension" if step.year.extended else "ratios"
    clause, citation = rule.clause(key), rule.citation(key)
    if rule.rounding == "cumulative":
        now = _rounded(_so_far(rule, case, run, number, step, with_this=True), rule)
        before = _rounded(_so_far(rule, case, run, number, step, with_this=False), rule)
        figure = (now.amount_fen or 0) - (before.amount_fen or 0)
        formula = f"{yuan(now.amount_fen or 0)} − {yuan(before.amount_fen or 0)}（年初累计法）"
        node = Explanation(label, figure, formula, clause, citation, (now, before), op="minus")
    else:
        basis = _basis(rule, case, run, number, step)
        figure = half_up(recompute(basis))
        node = Explanation(label, figure, basis.formula, clause, citation, (basis,), op="round")
    others = figure - step.computed
    if not others:
        return node
    formula = f"{yuan(figure)} − {yuan(others)}（同池先取者）"
    taken = Explanation("同池中先取者已取", others)
    return Explanation(
        "同池余额", step.computed, formula, rule.clause("chain"), rule.citation("chain"), (node, taken), op="minus"
    )


def _rounded(node: Explanation, rule: SharingRule) -> Explanation:
    amount = half_up(recompute(node))
    return Explanation(
        f"{node.label}，四舍五入到分",
        amount,
        node.formula,
        rule.clause("rounding"),
        rule.citation("rounding"),
        (node,),
        op="round",
    )


def _exact(
    label: str, value: Fraction, formula: str, children: tuple[Explanation, ...], op: str, factor: Fraction = Fraction(1)
) -> Explanation:
    whole = value.numerator if value.denominator == 1 else None
    return Explanation(label, whole, formula, children=children, op=op, factor=factor)


def _twelfth(label: str, x12: int) -> Explanation:
    """A running figure kept twelvefold (so that a month's part of a yearly base stays whole)."""
    if x12 % 12 == 0:
        return Explanation(label, x12 // 12)
    return _exact(label, Fraction(x12, 12), "", (Explanation(f"{label}×12", x12),), "times", Fraction(1, 12))


def _so_far(rule: SharingRule, case: Case, run: Replay, number: int, step: Step, *, with_this: bool) -> Explanation:
    """Ratio × the clock year's basis so far, exact."""
    months = step.year_months + (step.months if with_this else 0)
    when = "含本期" if with_this else "至上期"
    ratio = step.year.ratio
    base = _base(rule, run, step, case.file)
    on_base = Fraction(step.base * months, 12)
    part = _exact(f"基数 × {months}/12", on_base, "", (base,), "times", Fraction(months, 12))
    if rule.basis == "base":
        return _exact(
            f"比例 × 基数（{when}）", on_base * ratio, f"{ratio_text(ratio)} × {_money(on_base)}", (part,), "times", ratio
        )
    before = Fraction(step.year_x12, 12)
    tax = _twelfth("本年前期累计", step.year_x12)
    if with_this:
        month_part = _exact(
            f"基数 × {step.months}/12", Fraction(step.base * step.months, 12), "", (base,), "times", Fraction(step.months, 12)
        )
        this = _counted_basis(rule, case, run, number, step, month_part)
        tax = _exact("本年累计", before + Fraction(step.x12, 12), "", (tax, this), "sum")
    amount = recompute(tax)
    if rule.basis == "base_up_to_actual":
        due = _exact("比例 × 基数", on_base * ratio, f"{ratio_text(ratio)} × {_money(on_base)}", (part,), "times", ratio)
        value = min(on_base * ratio, amount)
        return _exact(f"以实际为限（{when}）", value, f"min({_money(on_base * ratio)}, {_money(amount)})", (due, tax), "min")
    return _exact(f"比例 × 累计（{when}）", amount * ratio, f"{ratio_text(ratio)} × {_money(amount)}", (tax,), "times", ratio)


def _basis(rule: SharingRule, case: Case, run: Replay, number: int, step: Step) -> Explanation:
    """Ratio × what the rule applies it to in this period, exact."""
    ratio = step.year.ratio
    base = _base(rule, run, step, case.file)
    on_base = Fraction(step.base * step.months, 12)
    part = (
        base
        if step.months == 12
        else _exact(f"基数 × {step.months}/12", on_base, "", (base,), "times", Fraction(step.months, 12))
    )
    if rule.basis == "base":
        return _exact("比例 × 基数", on_base * ratio, f"{ratio_text(ratio)} × {_money(on_base)}", (part,), "times", ratio)
    tax = _counted_basis(rule, case, run, number, step, part)
    amount = Fraction(step.x12, 12)
    if rule.basis == "base_up_to_actual":
        due = _exact("比例 × 基数", on_base * ratio, f"{ratio_text(ratio)} × {_money(on_base)}", (part,), "times", ratio)
        value = min(on_base * ratio, amount)
        return _exact("以实际为限", value, f"min({_money(on_base * ratio)}, {_money(amount)})", (due, tax), "min")
    return _exact("比例 × 计算口径", amount * ratio, f"{ratio_text(ratio)} × {_money(amount)}", (tax,), "times", ratio)


def _counted_basis(rule: SharingRule, case: Case, run: Replay, number: int, step: Step, base: Explanation) -> Explanation:
    """Tax with a claim on it, less investment recovered, base (increment) and refunds carried, with negatives treated."""
    pool = _pool(rule, case, run, number, step)
    amount = Fraction(step.x12, 12)
    node, value = pool, Fraction(step.pool)
    less = []
    if step.recovered:
        less.append(Explanation("先收回的投入", step.recovered))
        value -= step.recovered
    if rule.basis == "increment":
        less.append(base)
        value -= Fraction(step.base * step.months, 12)
    if step.before:
        less.append(_twelfth("抵减以前期间结转的负数", -step.before))
        value += Fraction(step.before, 12)
    if less:
        formula = f"{_money(Fraction(step.pool))} − {' − '.join(_money(recompute(n)) for n in less)}"
        node = _exact("计算口径", value, formula, (pool, *less), "minus")
    if value != amount:
        way = "结转以后抵减" if rule.negative == "carry" else "按零计算"
        zero = Explanation("不低于零", 0)
        node = Explanation(
            f"负数{way}",
            0,
            f"max({_money(value)}, 0)",
            rule.clause("negative"),
            rule.citation("negative"),
            (node, zero),
            op="max",
        )
    return node


def _pool(rule: SharingRule, case: Case, run: Replay, number: int, step: Step) -> Explanation:
    """The tax a claim reaches: the company's lines of the period, less its own collections and what earlier creditors took."""
    row = run.rows[number]
    lines = [n for n in _lines_of(row, step.company) if n.place != step.creditor]
    node = _sum(f"{row.period.text} 计入分享的税款", tuple(_line(rule, case, n) for n in lines), "", rule, "taxes")
    if (node.amount_fen or 0) != step.pool:
        earlier = tuple(
            Explanation(f"{s.creditor} 先取", s.taken) for s in row.steps if s.company == step.company and s.move < step.move
        )
        clause, citation = rule.clause("chain"), rule.citation("chain")
        gap = (node.amount_fen or 0) - step.pool - sum(e.amount_fen or 0 for e in earlier)
        if gap:
            earlier += (Explanation("各征收地分担差额", gap),)
        formula = f"{yuan(node.amount_fen or 0)} − {' − '.join(yuan(e.amount_fen or 0) for e in earlier)}"
        node = Explanation("前手取后的余额", step.pool, formula, clause, citation, (node, *earlier), op="minus")
    return node


def _kept(rule: SharingRule, case: Case, run: Replay, number: int, company: str, party: str) -> Explanation:
    """What stays with a collecting place: its collections less what the creditors took of them."""
    row = run.rows[number]
    lines = [n for n in _lines_of(row, company) if n.place == party]
    collected = _sum(f"{party} 征收的税款", tuple(_line(rule, case, n) for n in lines), "", rule)
    left = row.residual[company][party]
    taken = (collected.amount_fen or 0) - left
    names = [s for s in row.steps if s.company == company and s.creditor != party and s.taken]
    children = tuple(_taken(rule, case, run, number, s) for s in names)
    if taken != sum(c.amount_fen or 0 for c in children):
        children = (Explanation(f"迁出方分得中由{party}承担的部分", taken),)
    formula = f"{yuan(collected.amount_fen or 0)} − {yuan(taken)}" if taken else ""
    return Explanation(
        f"{party} 留存（尾差归征收地）",
        left,
        formula,
        rule.clause("rounding"),
        rule.citation("rounding"),
        (collected, *children),
        op="minus",
    )


def _lines_of(row: Row, company: str) -> list[CountedLine]:
    assert row.facts is not None
    return [n for n in row.facts.lines if n.unit == company and not n.direct]


def _line(rule: SharingRule, case: Case, counted: CountedLine) -> Explanation:
    """One tax line: the counted amount as given, or gross tax by kind times its share."""
    line = counted.line
    late = f"（所属期 {line.belongs_to.text}）" if line.belongs_to else ""
    label = f"{line.period.text} 税款{late}"
    if line.gross is None:
        kinds = "" if line.local is None else "、".join(f"{k} {yuan(v)}" for k, v in line.local.items())
        return Explanation(label, counted.amount, kinds, source=line.source or f"{case.file} tax {line.period.text}".strip())
    children = tuple(_gross(rule, case, line, kind, fen) for kind, fen in line_kinds(rule, line, case.file).items())
    return Explanation(label, counted.amount, _joined([c.amount_fen or 0 for c in children]), children=children, op="sum")


def _gross(rule: SharingRule, case: Case, line: TaxLine, kind: str, fen: Fen) -> Explanation:
    gross = (line.gross or {})[kind]
    first, last = line.period.first_day, line.period.last_day
    part, local, district = kind_part(rule, kind, first, last, case.file, f"tax {line.period.text}")
    leaf = Explanation(f"{kind} 毛额", gross, source=line.source or f"{case.file} tax {line.period.text}".strip())
    formula = f"{yuan(gross)} × {ratio_text(local.ratio)}" + (f" × {ratio_text(district.ratio)}" if district else "")
    key = "district_share" if district else "local_share"
    citation = (district.citation if district else local.citation) or rule.citation(key)
    clause = citation.short if citation else rule.clause(key)
    times = _exact(f"{kind} × 分成率", gross * part, formula, (leaf,), "times", part)
    return Explanation(f"{kind} {'区级留成' if district else '地方分成'}", fen, formula, clause, citation, (times,), op="round")


def _base(rule: SharingRule, run: Replay, step: Step, file: str) -> Explanation:
    """The amount called the base: yearly figures put together as the rule says, or what a middle party kept."""
    if step.move == 0 and run.base is not None and run.base.value == step.base:
        clause, citation = rule.clause("base"), rule.citation("base")
        years = _base_years(run.base, file)
        if rule.base == "last":
            return Explanation("基数（末年）", step.base, "", clause, citation, years[-1:], op="sum")
        total = Explanation(
            "基数合计", run.base.total, _joined([y.amount_fen or 0 for y in years]), clause, citation, years, op="sum"
        )
        if rule.base == "sum":
            return total
        share = Fraction(1, len(years))
        mean = _exact(
            "年均（未舍入）", run.base.total * share, f"{yuan(run.base.total)} ÷ {len(years)}", (total,), "times", share
        )
        return Explanation("基数（年均，到分）", step.base, mean.formula, clause, citation, (mean,), op="round")
    label = "基数（持有期净留存）" if step.move else "基数（按分立比例）"
    return Explanation(label, step.base, clause=rule.clause("chain"), citation=rule.citation("chain"))


def _left(rule: SharingRule, case: Case, run: Replay, number: int, step: Step) -> Explanation:
    """What is left under the cap: the cap less what the creditor had before."""
    cap_amount = (step.left or 0) + step.had
    clause, citation = rule.clause("cap"), rule.citation("cap")
    cap = Explanation("上限", cap_amount, clause=clause, citation=citation)
    multiple = rule.cap.of_base_sum if rule.cap is not None else None
    if step.move > 0:
        cap = _kept_as_cap(rule, run, step, cap_amount)
    elif not step.company and multiple is not None and run.base is not None:
        years = _base_years(run.base, case.file)
        total = Explanation("基数合计", run.base.total, _joined([y.amount_fen or 0 for y in years]), children=years, op="sum")
        formula = f"{yuan(run.base.total)} × {multiple}"
        times = _exact("基数合计 × 倍数", run.base.total * multiple, formula, (total,), "times", multiple)
        cap = Explanation("上限", cap_amount, formula, clause, citation, (times,), op="cut")
    formula = f"{yuan(cap_amount)} − {yuan(step.had)}"
    return Explanation("上限余额", step.left, formula, clause, citation, (cap, _had(run, number, step)), op="minus")


def _base_years(base: BaseFacts, file: str) -> tuple[Explanation, ...]:
    return tuple(Explanation(f"基数年 {y}", fen, source=source or f"{file} base {y}".strip()) for y, fen, source in base.years)


def _kept_as_cap(rule: SharingRule, run: Replay, step: Step, cap: Fen) -> Explanation:
    """A middle party's cap: what it kept, period by period, while it held the company."""
    clause, citation = rule.clause("chain"), rule.citation("chain")
    start = next(c.start for c in run.claims if c.move == step.move and c.company == step.company)
    kept = [
        Explanation(f"{r.period.text} 留存", left[step.creditor])
        for r in run.rows
        if start is not None and r.period.end <= start
        for left in r.residual.values()
        if left.get(step.creditor)
    ]
    formula = _joined([k.amount_fen or 0 for k in kept])
    if sum(k.amount_fen or 0 for k in kept) != cap:  # a multiple of it, or one part of a split
        return Explanation("上限（持有期净留存）", cap, formula, clause, citation)
    return Explanation("上限（持有期净留存）", cap, formula, clause, citation, tuple(kept), op="sum")


def _had(run: Replay, number: int, step: Step) -> Explanation:
    """What the creditor had before this period, period by period."""
    earlier = [
        (row.period.text, s.taken)
        for row in run.rows[:number]
        for s in row.steps
        if s.move == step.move and s.company == step.company
    ]
    if sum(t for _, t in earlier) != step.had:  # a part of a split starts with its part of what was had
        return Explanation("此前累计已得", step.had)
    children = tuple(Explanation(f"{text} 已得", taken) for text, taken in earlier)
    return Explanation("此前累计已得", step.had, _joined([t for _, t in earlier]), children=children, op="sum")


def _money(value: Fraction) -> str:
    """An exact figure in 元; one that is no whole 分 is shown with the fraction of the 分."""
    if value.denominator == 1:
        return yuan(value.numerator)
    millionths = half_up(value * 10_000)  # 分 to millionths of a 元
    sign, size = ("-", -millionths) if millionths < 0 else ("", millionths)
    return f"{sign}{size // 1_000_000:,}.{size % 1_000_000:06d}".rstrip("0")
