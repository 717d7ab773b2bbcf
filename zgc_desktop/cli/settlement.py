"""Commands about tax sharing: trial, confirmations, differences, lock, balances, explanations."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from zgc_desktop.cli.documents import code
from zgc_desktop.cli.output import AsJson, MonthText, Workspace, context, day_of, month_of, progress, show, table
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen, to_fen, yuan
from zgc_desktop.domain.monthly import SharingLine
from zgc_desktop.domain.settlement import OUTCOMES, Difference, LineStatus
from zgc_desktop.domain.sharing.words import key_word
from zgc_desktop.domain.what_if import MARK, CaseChange

settlement_app = typer.Typer(help="分享结算：双方确认、差异、锁定", no_args_is_help=True)

RuleKey = Annotated[str, typer.Option("--rule", help="规则编号；不写即设置中的默认规则")]
Party = Annotated[str, typer.Option("--party", help="哪一方，如 海淀区")]
Person = Annotated[str, typer.Option("--person", help="经办人姓名")]
Day = Annotated[str | None, typer.Option("--on", help="日期，不写即今天")]
Note = Annotated[str, typer.Option("--note", help="说明")]


def line_json(x: SharingLine) -> dict[str, Any]:
    """One line of a run as facts."""
    return {
        "case": x.case_id,
        "company": x.company,
        "credit_code": x.credit_code,
        "payer": x.payer,
        "receiver": x.receiver,
        "counted_fen": x.counted_fen,
        "vat_fen": x.vat_fen,
        "cit_fen": x.cit_fen,
        "ratio": x.ratio,
        "computed_fen": x.computed_fen,
        "cap_left_fen": x.cap_left_before_fen,
        "truncated_fen": x.truncated_fen,
        "due_fen": x.due_fen,
        "kept_fen": x.kept_fen,
        "period": x.period,
        "state": x.state,
        "clause": x.clause,
        "source": x.source,
        "adjustment": x.adjustment,
        "corrects": x.corrects or None,
        "belongs_to": x.belongs_to or None,
        "posting": x.posting or None,
    }


def settle(month: MonthText, rule: RuleKey = "", workspace: Workspace = None, as_json: AsJson = False) -> None:
    """试算一个月的税收分享：逐案列示，区际合计，不在范围的写明理由；以前月份的更正列为调账。"""
    from zgc_desktop.services.settle import settle as service

    settlement = service(context(workspace), month_of(month), rule_key=rule)
    section = settlement.section
    data = {
        "month": month,
        "rule": section.rule_title,
        "citation": section.rule_citation,
        "note": section.rule_note,
        "lines": [line_json(x) for x in section.lines],
        "net": [{"payer": n.payer, "receiver": n.receiver, "amount_fen": n.amount_fen} for n in section.net],
        "out_of_scope": [{"case": o.case_id, "company": o.company, "why": o.why} for o in section.out_of_scope],
        "missing": list(section.missing),
        "difference_fen": section.difference_fen,
        "faults": list(settlement.faults),
        "notes": list(settlement.notes),
        "caps": [
            {"case": f.case_id, "creditor": f.creditor, "left_fen": f.left_fen, "runs_out": str(f.runs_out or "") or None}
            for f in settlement.forecasts
        ],
    }

    def words(console: Console) -> None:
        console.print(f"{section.rule_title}（{section.rule_citation}）")
        console.print(section.rule_note)
        _lines_table(console, section.lines)
        for f in settlement.forecasts:
            when = f"，按近一年进度约于 {f.runs_out} 触顶" if f.runs_out and f.left_fen else ""
            console.print(f"上限 {f.case_id} {f.creditor}：余额 {yuan(f.left_fen)} 元{when}")
        for o in section.out_of_scope:
            console.print(f"不在范围 {o.case_id} {o.company}：{o.why}")
        for note in settlement.notes:
            console.print(note)
        console.print(f"合计差 {section.difference_fen} 分")

    show(data, as_json, words)
    if section.missing or section.difference_fen or settlement.faults:
        raise typer.Exit(1)


def _lines_table(console: Console, lines: tuple[SharingLine, ...]) -> None:
    titles = ("案件", "企业", "应付", "应得", "税收（元）", "比例", "应得（元）", "留存（元）", "期次", "状态")
    rows = [
        (x.case_id, x.company, x.payer, x.receiver, yuan(x.counted_fen), x.ratio, yuan(x.due_fen), yuan(x.kept_fen),
         x.period, x.state)
        for x in lines
    ]  # fmt: skip
    table(console, titles, rows)


@settlement_app.command("show")
def settlement_show(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出一个月结算的状态：各行双方是否确认、差异、还差什么才能锁定。"""
    from zgc_desktop.services.settle_ledger import view

    found = view(context(workspace), month_of(month))
    data = {
        "month": month,
        "state": found.state,
        "rule_key": found.run.rule_key,
        "rule_print": found.run.rule_print,
        "fingerprint": found.run.fingerprint,
        "locked_at": found.run.locked_at or None,
        "locked_by": found.run.locked_by or None,
        "agreed": found.agreed,
        "lines": [_status_json(x) for x in found.lines],
        "blocks": list(found.blocks),
        "rulings": [r._asdict() for r in found.rulings],
        "counted_fen": found.section.counted_fen,
        "due_fen": found.section.due_fen,
        "kept_fen": found.section.kept_fen,
        "difference_fen": found.section.difference_fen,
    }

    def words(console: Console) -> None:
        console.print(f"{month} {found.state}，规则 {found.run.rule_key}，双方确认 {found.agreed}/{len(found.lines)}")
        rows = [
            (x.line.line.case_id, x.line.line.payer, x.line.line.receiver, yuan(x.line.line.due_fen), x.line.line.period,
             "、".join(f"{p} {a.person} {a.day}" for p, a in x.answers if a) or "—", "、".join(x.waiting_for) or "—",
             len(x.open_differences) or "—")
            for x in found.lines
        ]  # fmt: skip
        table(console, ("案件", "应付", "应得", "应得（元）", "期次", "已确认", "待确认", "未了差异"), rows)
        for r in found.rulings:
            console.print(f"裁定 {r.case_id}：{r.day} {r.person}，{r.reason}")
        for block in found.blocks:
            console.print(f"尚缺：{block}")

    show(data, as_json, words)


def _status_json(x: LineStatus) -> dict[str, Any]:
    answers = [{"party": p, "person": a.person, "day": a.day} for p, a in x.answers if a]
    return line_json(x.line.line) | {
        "confirmed": answers,
        "waiting_for": list(x.waiting_for),
        "differences": [d.id for d in x.differences],
        "rule_key": x.line.rule_key,
    }


@settlement_app.command("confirm")
def settlement_confirm(
    month: MonthText,
    party: Party,
    person: Person,
    case_id: Annotated[str, typer.Option("--case", help="只确认一个案件")] = "",
    on: Day = None,
    note: Note = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一区对本区各行的确认。"""
    from zgc_desktop.services.settle_ledger import confirm

    summary = confirm(context(workspace), month_of(month), party, person, day=day_of(on), case_id=case_id, note=note)
    said = summary.sentence if summary else f"{party}在 {month} 没有待确认的行"
    show({"sentence": said, "confirmed": summary.added if summary else 0}, as_json, lambda c: c.print(said))


@settlement_app.command("ruling")
def settlement_ruling(
    month: MonthText,
    person: Person,
    case_id: Annotated[str, typer.Option("--case", help="税收未报的案件号")],
    reason: Annotated[str, typer.Option("--reason", help="裁定的理由与依据")],
    on: Day = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """裁定某案税收未报时本月仍可锁定；仍列未报，次月跟进，补报后列为调账。"""
    from zgc_desktop.services.settle_ledger import rule_missing

    said = rule_missing(context(workspace), month_of(month), case_id, person, reason, day=day_of(on)).sentence
    show({"sentence": said}, as_json, lambda c: c.print(said))


@settlement_app.command("difference")
def settlement_difference(
    month: MonthText,
    party: Party,
    person: Person,
    case_id: Annotated[str, typer.Option("--case", help="案件号")],
    reason: Annotated[str, typer.Option("--reason", help="分歧与依据")],
    claimed: Annotated[str | None, typer.Option("--claimed", help="本区认为应为多少元")] = None,
    on: Day = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记一区对某案本月数的差异，代替确认。"""
    from zgc_desktop.services.settle_ledger import register_difference

    amount = None if claimed is None else money_of(claimed)
    number = register_difference(
        context(workspace), month_of(month), party, person, case_id, reason, claimed_fen=amount, day=day_of(on)
    )
    show({"difference": number}, as_json, lambda c: c.print(f"已登记差异第 {number} 号"))


def money_of(text: str) -> Fen:
    """An amount in 元 as an option gives it; Refused when it is none."""
    try:
        amount = Decimal(text.replace(",", ""))
    except InvalidOperation:
        raise Refused(f"“{text}”不是金额", advice="请写成 600000.00 的样式，单位元") from None
    if not amount.is_finite():
        raise Refused(f"“{text}”不是金额", advice="请写成 600000.00 的样式，单位元")
    return to_fen(amount)


@settlement_app.command("resolve")
def settlement_resolve(
    number: Annotated[int, typer.Argument(help="差异编号")],
    outcome: Annotated[str, typer.Option("--outcome", help="、".join(OUTCOMES))],
    person: Person,
    note: Note,
    on: Day = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """登记差异的处理结果。"""
    from zgc_desktop.services.settle_ledger import resolve

    summary = resolve(context(workspace), number, outcome, person, note, day=day_of(on))
    show({"sentence": summary.sentence}, as_json, lambda c: c.print(summary.sentence))


@settlement_app.command("differences")
def settlement_differences(
    month: Annotated[str | None, typer.Option("--month", help="月份；不写则列全部月份")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """列出登记过的差异及处理情况。"""
    from zgc_desktop.services.settle_ledger import differences

    found = differences(context(workspace), month_of(month) if month else None)

    def words(console: Console) -> None:
        rows = [
            (d.id, d.month, d.line_key.split("|")[0], d.party, d.person, d.day, d.reason, d.outcome or "未了", d.outcome_note)
            for d in found
        ]
        table(console, ("编号", "月份", "案件", "提出方", "经办人", "日期", "理由", "结果", "说明"), rows)

    show({"differences": [_difference_json(d) for d in found]}, as_json, words)


def _difference_json(d: Difference) -> dict[str, Any]:
    case, payer, receiver, corrects = d.line_key.split("|")
    return {
        "id": d.id, "month": d.month, "case": case, "payer": payer, "receiver": receiver, "corrects": corrects or None,
        "party": d.party, "person": d.person, "day": d.day, "claimed_fen": d.claimed_fen, "reason": d.reason,
        "outcome": d.outcome or None, "outcome_note": d.outcome_note, "outcome_by": d.outcome_by, "outcome_day": d.outcome_day,
    }  # fmt: skip


@settlement_app.command("lock")
def settlement_lock(month: MonthText, person: Person, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """锁定一个月的结算；此后的更正只能列为以后月份的调账。"""
    from zgc_desktop.services.settle_ledger import lock

    summary = lock(context(workspace), month_of(month), person)
    show({"sentence": summary.sentence, "journal": summary.journal_seq}, as_json, lambda c: c.print(summary.sentence))


@settlement_app.command("discard")
def settlement_discard(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """撤去一个月的试算；已锁定的不能撤。"""
    from zgc_desktop.services.settle_ledger import discard

    summary = discard(context(workspace), month_of(month))
    show({"sentence": summary.sentence}, as_json, lambda c: c.print(summary.sentence))


@settlement_app.command("balances")
def settlement_balances(workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出各方自启用以来的收付余额（已锁定月份），合计为零。"""
    from zgc_desktop.services.settle_ledger import party_balances

    found = party_balances(context(workspace))
    data = {"balances": [{"party": p, "amount_fen": a} for p, a in sorted(found.items())], "sum_fen": sum(found.values())}
    rows = [(p, yuan(a)) for p, a in sorted(found.items(), key=lambda x: -x[1])]
    show(data, as_json, lambda c: table(c, ("主体", "收减付（元）"), rows))


def explain(
    month: MonthText,
    case_id: Annotated[str, typer.Argument(help="案件号，或印在月报里的数据编号（如 〔5-2·R7C8〕）；说明区际合计时不写")] = "",
    party: Annotated[str, typer.Option("--party", help="哪一方的数，如 海淀区；不写即迁出方")] = "",
    payer: Annotated[str, typer.Option("--payer", help="区际合计：应付方")] = "",
    receiver: Annotated[str, typer.Option("--receiver", help="区际合计：应收方")] = "",
    net: Annotated[bool, typer.Option("--net", help="区际合计取净额")] = False,
    plot: Annotated[str, typer.Option("--plot", help="地块编号：该月各项来自哪个单元格")] = "",
    project: Annotated[str, typer.Option("--project", help="项目编号或名称：各项来自哪个单元格")] = "",
    indicator: Annotated[str, typer.Option("--indicator", help="园区指标名称，另用 --park 写明分园")] = "",
    park: Annotated[str, typer.Option("--park", help="园区指标是哪个分园的")] = "",
    pdf: Annotated[Path | None, typer.Option("--pdf", help="另写一页 PDF 到这个文件夹")] = None,
    rule: RuleKey = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """说明一个数怎么来的：公式、条款、参数、来自哪个单元格；数据编号可查月报里的任何数。"""
    if plot or project or indicator:
        from zgc_desktop.cli.park_sheets import explain_sheet

        ctx = context(workspace)
        explain_sheet(ctx, month_of(month), as_json, plot=plot, project=project, indicator=indicator, park=park)
        return
    if any(mark in case_id for mark in "·〔"):
        code(case_id, month, workspace, as_json)
        return
    from zgc_desktop.domain.explanation_json import to_json
    from zgc_desktop.domain.sharing.explain import explanation_lines
    from zgc_desktop.services import explain as service

    ctx, when = context(workspace), month_of(month)
    if case_id:
        tree = service.figure(ctx, when, case_id, party, rule_key=rule)
    elif payer and receiver:
        tree = service.cell(ctx, when, payer, receiver, net=net, rule_key=rule)
    else:
        raise Refused("请给出案件号，或应付方与应收方", advice="如 zgc explain MV-2026-001 --month 2026-10")
    lines = explanation_lines(tree)
    rule_said = service.rule_words(ctx, when, case_id, rule_key=rule)
    file = service.as_pdf(ctx, tree, pdf, note=rule_said) if pdf else None
    data = {"case": case_id or None, "month": month, "lines": list(lines), "tree": to_json(tree), "rule": rule_said,
            "pdf": str(file) if file else None}  # fmt: skip
    said = [*lines, rule_said, *([f"PDF：{file}"] if file else [])]
    show(data, as_json, lambda c: c.print("\n".join(said)))


def statement(
    month: MonthText,
    out: Annotated[Path, typer.Option("--out", help="写到哪个文件夹")],
    party: Annotated[str, typer.Option("--party", help="哪一区；不写则全部各区，并附区际矩阵")] = "",
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """写出对账单：每区一份 PDF 与 Excel。"""
    from zgc_desktop.services.statements import write

    written = write(context(workspace), month_of(month), out, party=party, progress=progress)
    files = [{"party": s.party, "pdf": str(s.pdf), "xlsx": str(s.xlsx)} for s in written.statements]
    data = {"month": month, "statements": files,
            "matrix_pdf": str(written.matrix_pdf) if written.matrix_pdf else None,
            "matrix_xlsx": str(written.matrix_xlsx) if written.matrix_xlsx else None}  # fmt: skip
    show(data, as_json, lambda c: c.print(f"对账单 {len(files)} 份：{out}"))


@settlement_app.command("matrix")
def settlement_matrix(month: MonthText, workspace: Workspace = None, as_json: AsJson = False) -> None:
    """列出区际毛额与净额，及各区收减付（合计为零）。"""
    from zgc_desktop.services.statements import month_matrix

    found = month_matrix(context(workspace), month_of(month))
    data = {
        "parties": list(found.parties),
        "gross": [{"payer": a, "receiver": b, "amount_fen": v} for (a, b), v in sorted(found.gross.items())],
        "net": [{"payer": a, "receiver": b, "amount_fen": v} for (a, b), v in sorted(found.net.items())],
        "positions": [{"party": p, "amount_fen": found.position(p)} for p in found.parties],
    }
    rows = [(a, b, yuan(v), yuan(found.net.get((a, b), 0))) for (a, b), v in sorted(found.gross.items())]
    show(data, as_json, lambda c: table(c, ("应付", "应收", "毛额（元）", "净额（元）"), rows))


def simulate(
    month: MonthText,
    settings: Annotated[list[str] | None, typer.Option("--set", help="改动，如 ratios=0.4,0.4,0.4，可重复")] = None,
    rule: Annotated[Path | None, typer.Option("--rule", help="改用这个规则文件（TOML）")] = None,
    baseline: Annotated[str, typer.Option("--baseline", help="基线规则编号；不写即设置中的默认规则")] = "",
    forecast: Annotated[int, typer.Option("--forecast", help="另预测几个月")] = 0,
    pdf: Annotated[Path | None, typer.Option("--pdf", help="另写一页纸到这个文件夹")] = None,
    workspace: Workspace = None,
    as_json: AsJson = False,
) -> None:
    """模拟改一改规则会怎样：逐区逐案与基线比较；只算不记，不能入账。"""
    from zgc_desktop.services import simulate as service

    ctx = context(workspace)
    found = service.simulate(ctx, month_of(month), settings or (), rule_file=rule, rule_key=baseline, forecast_months=forecast)
    file = service.as_pdf(ctx, found, pdf) if pdf else None
    data = {
        "mark": MARK,
        "month": month,
        "forecast_months": found.forecast_months,
        "changes": [{"key": k, "name": key_word(k), "baseline": a, "simulated": b} for k, a, b in found.changes],
        "districts": [
            {"party": p.party, "baseline_fen": p.before_fen, "simulated_fen": p.after_fen, "change_fen": p.change_fen}
            for p in found.parties
        ],
        "cases": [_change_json(c) for c in found.cases],
        "entering": [c.case_id for c in found.entering],
        "leaving": [c.case_id for c in found.leaving],
        "faults": list(found.faults),
        "pdf": str(file) if file else None,
    }

    def words(console: Console) -> None:
        console.print(f"{MARK}　{month}　{found.rule_title}")
        for key, now, then in found.changes:
            console.print(f"改动 {key_word(key)}：{now} → {then}")
        rows = [(p.party, yuan(p.before_fen), yuan(p.after_fen), yuan(p.change_fen)) for p in found.parties
                if p.before_fen or p.after_fen]  # fmt: skip
        table(console, ("区", "基线收减付（元）", "模拟收减付（元）", "变化（元）"), rows)
        for c in found.cases:
            if c.scope:
                console.print(f"{c.scope}范围 {c.case_id} {c.company}：{c.after.reason}")
        for c in found.caps:
            console.print(f"触顶 {c.case_id} {c.company}：基线 {c.before.runs_out or '—'}，模拟 {c.after.runs_out or '—'}")
        for fault in found.faults:
            console.print(f"未能模拟 {fault}")
        if file:
            console.print(f"PDF：{file}")

    show(data, as_json, words)


def _change_json(c: CaseChange) -> dict[str, Any]:
    return {
        "case": c.case_id, "company": c.company, "baseline_fen": c.before.due_fen, "simulated_fen": c.after.due_fen,
        "change_fen": c.change_fen, "scope": c.scope or None, "reason": c.after.reason,
        "baseline_runs_out": str(c.before.runs_out or "") or None,
        "simulated_runs_out": str(c.after.runs_out or "") or None,
    }  # fmt: skip
