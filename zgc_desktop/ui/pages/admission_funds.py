"""资金, 地块 and 评分 of 准入联审: their questions, and what they write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.pages.admission_asks import Question
from zgc_desktop.ui.pages.admission_work import Answers, day
from zgc_desktop.ui.pages.moves_ask import Field
from zgc_desktop.ui.pages.space_land_work import amount
from zgc_desktop.ui.texts import tr
from zgc_desktop.viewmodels import admission as vm

if TYPE_CHECKING:
    from zgc_desktop.domain.changes import ChangeSummary
    from zgc_desktop.services.context import AppContext

YEAR_W = 104


def new_fund(today: str) -> Question:
    """登记资金."""
    year = today[:4]
    return Question(
        tr("登记资金"),
        tr("写明总限额和起止年度；每笔支持累计扣减，超出余额或年度的不能登记。规划纲要四（一）3：5 年 300 亿元集中支持。"),
        (
            Field("name", tr("资金名称"), required=True),
            (Field("limit", tr("限额（万元）"), required=True, hint=tr("300 亿元填 3000000")),
             Field("from", tr("起始年度"), year, required=True, width=YEAR_W),
             Field("to", tr("截止年度"), str(int(year) + 4), required=True, width=YEAR_W)),
            Field("source", tr("依据"), required=True, hint=tr("文件和条款")),
        ),
    )  # fmt: skip


def new_grant(view: vm.AdmissionView, project: str = "", fund: str = "") -> Question:
    """安排支持: to one of the projects, out of one of the funds."""
    projects = tuple(p.file.label for p in view.projects)
    chosen = next((p for p in projects if p.startswith(f"{project} ")), "")
    left = "；".join(r.left_said for r in view.fund_rows)
    return Question(
        tr("安排支持"),
        left,
        (
            (
                Field("project", tr("项目"), chosen, projects),
                Field("fund", tr("资金"), fund, tuple(f.name for f, _ in view.funds)),
            ),
            (
                Field("amount", tr("金额（万元）"), required=True),
                Field("on", tr("日期"), str(view.today), required=True, width=130),
            ),
            Field("paper", tr("文书"), required=True, hint=tr("批复、协议")),
        ),
    )


def reserve(line: vm.ProjectLine) -> Question:
    """预留地块: the plot of a major project goes onto the reserve list."""
    said = tr("地块转为储备，理由写明本项目；其他企业的匹配不再用它。地块须先在组团空间的用地空间登记。")
    number = line.file.project.plot
    fields = (
        Field("plot", tr("地块编号"), number, required=True),
        Field("source", tr("依据"), required=True, hint=tr("会议纪要、函")),
    )
    return Question(tr("预留地块 {number}", number=line.key), said, (fields,))


def run_scheme(view: vm.AdmissionView, file: Path) -> Question:
    """评估打分: which scheme, as of which day, from which source."""
    return Question(
        tr("评估打分"),
        tr("数据表 {name}：首列为对象，首行为指标 key，空格即未报。方案、数据和得分一并留存，随时可重算。", name=file.name),
        (
            Field("scheme", tr("方案"), choices=tuple(title for _, title in view.schemes)),
            (Field("on", tr("考核日期"), str(view.today), required=True, width=130),
             Field("source", tr("数据来源"), required=True, hint=tr("年报、核查"))),
        ),
    )  # fmt: skip


# ---- writing -------------------------------------------------------------------------------------------------------------


def _year(text: str, what: str) -> int:
    if not (text.isdigit() and len(text) == 4):
        raise Refused(f"{what}“{text}”不是年份", advice="请写成 2026 的样式")
    return int(text)


def register_fund(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Register a fund with its limit and years."""
    from zgc_desktop.domain.review.commitments import Fund
    from zgc_desktop.services.projects import register_fund as service

    limit = amount(given["limit"], "限额") or 0
    fund = Fund(given["name"], limit, _year(given["from"], "起始年度"), _year(given["to"], "截止年度"), given["source"])
    return service(ctx, fund)


def grant(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Give a project support out of a fund."""
    from zgc_desktop.services.projects import grant as service

    fen = amount(given["amount"], "金额") or 0
    return service(ctx, given["project"].split(" ", 1)[0], given["fund"], fen, day(given["on"], "日期"), given["paper"])


def reserve_plot(ctx: AppContext, number: str, given: Answers) -> ChangeSummary:
    """Put a registered plot onto the reserve list for a project; Refused for one that is not registered or all in use."""
    from zgc_desktop.services.land import reserve_for

    return reserve_for(ctx, given["plot"], Month.of(ctx.today()), f"为项目 {number} 预留", given["source"])


def assess(ctx: AppContext, view: vm.AdmissionView, file: Path, given: Answers) -> ChangeSummary:
    """Score the subjects of a file under a scheme."""
    from zgc_desktop.services.assess import assess as service
    from zgc_desktop.services.assess import read_figures

    key = next(key for key, title in view.schemes if title == given["scheme"])
    return service(ctx, key, read_figures(file), on=day(given["on"], "考核日期"), source=given["source"])
