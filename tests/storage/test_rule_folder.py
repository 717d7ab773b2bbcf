"""The office's own rule folder: laid over the shipped rules, validated, compared, tried over past months."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from reports.template_xlsx import write_template
from zgc_desktop import bootstrap
from zgc_desktop.cli import main
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.rulebook import RuleFileError
from zgc_desktop.services import rule_folder
from zgc_desktop.services.accept import accept
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.receive import receive
from zgc_desktop.services.review_tiers import review
from zgc_desktop.services.settle import compute
from zgc_desktop.services.zones import groupings

Row = dict[str, object]
OCTOBER = Month(2026, 10)
WAN = 1_000_000
GAZELLE = "gazelle-national-hitech.toml"


def own(ctx: AppContext, name: str, text: str) -> Path:
    """A file in the office's rule folder."""
    path = ctx.paths.rules / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shipped(ctx: AppContext, name: str) -> str:
    return (ctx.resources / "rules" / "tiers" / name).read_text(encoding="utf-8")


def with_base(ctx: AppContext, wan: int) -> str:
    """The shipped gazelle standard with another base revenue."""
    text = shipped(ctx, GAZELLE)
    assert text.count('at_least = "1000"') == 1
    return text.replace('at_least = "1000"', f'at_least = "{wan}"')


@pytest.fixture
def reviewed(desk: AppContext, tmp_path: Path, make_company: Callable[..., Row]) -> AppContext:
    """Three gazelles with base revenues of 1,000, 1,001 and 1,002 万元."""
    roster = [make_company(n) for n in range(3)]
    tier = [
        {"credit_code": line["credit_code"], "name": line["name"], "revenue_y3_fen": (1000 + n) * WAN,
         "revenue_y1_fen": 1500 * WAN, "revenue_y0_fen": 2000 * WAN}
        for n, line in enumerate(roster)
    ]  # fmt: skip
    path = write_template(
        tmp_path / "中关村月报_海淀园_2026-10.xlsx", park="海淀园", month=OCTOBER,
        clusters=[c.name for c in desk.catalogue.clusters_of("海淀园")], industries=list(desk.catalogue.industries),
        parks=list(desk.catalogue.parks), rows={"enterprise": roster, "tier": tier},
    )  # fmt: skip
    receive(desk, [path])
    accept(desk, OCTOBER, ["海淀园"], despite_errors="试")
    return desk


def test_a_threshold_moved_by_one_changes_exactly_the_predicted_company(reviewed: AppContext) -> None:
    """基年收入门槛从 1000 万元改为 1001 万元：恰少一家；试算的结果就是启用后的结果。"""
    assert len(review(reviewed, OCTOBER).companies) == 3
    own(reviewed, f"tiers/{GAZELLE}", with_base(reviewed, 1001))
    (tried,) = rule_folder.try_out(reviewed)
    assert (tried.shipped, tried.office, tried.entering) == (3, 2, ())
    assert tried.leaving == ("北京衡岳智造科技有限公司",)
    assert tried.sentence == "2026-10 国家高新区瞪羚企业：3 → 2 家，新增 0，减少 1（北京衡岳智造科技有限公司）。"
    proposed = [c.name for c in review(reviewed, OCTOBER).companies if c.proposals]
    assert len(proposed) == 2
    assert "北京衡岳智造科技有限公司" not in proposed


def test_the_difference_is_told_key_by_key(reviewed: AppContext) -> None:
    own(reviewed, f"tiers/{GAZELLE}", with_base(reviewed, 1001))
    (found,) = rule_folder.diff(reviewed.resources, reviewed.paths.rules)
    assert found.replaces
    assert [d.sentence for d in found.differences] == ["test.base_revenue.at_least：1000 → 1001"]


def test_without_a_folder_everything_is_as_shipped(reviewed: AppContext) -> None:
    assert rule_folder.check(reviewed.resources, reviewed.paths.rules) == ()
    assert rule_folder.diff(reviewed.resources, reviewed.paths.rules) == ()
    assert rule_folder.try_out(reviewed) == ()


@pytest.mark.parametrize(
    ("name", "change", "key"),
    [
        (GAZELLE, ('metric = "revenue_y3_fen"', 'metric = "revnue"'), "test.base_revenue.metric"),
        (GAZELLE, ('citation = "extra"', 'citation = "nowhere"'), "test.not_excluded.citation"),
        (GAZELLE, ('at_least = "0.025"', 'at_least = "1.025"'), "test.rd_share.at_least"),
        (GAZELLE, ('unit = "万元"', 'unit = "万美元"'), "test.base_revenue.rate"),
        ("second.toml", ('version = "年度报告口径"', 'version = "再版"'), "gazelle-national-hitech.effective_from"),
    ],
)
def test_a_faulty_standard_is_named_with_file_key_and_reason(
    desk: AppContext, name: str, change: tuple[str, str], key: str
) -> None:
    own(desk, f"tiers/{name}", shipped(desk, GAZELLE).replace(*change))
    problems = [f.problem for f in rule_folder.check(desk.resources, desk.paths.rules) if f.problem]
    assert len(problems) == 1
    assert key in problems[0]
    assert ".toml" in problems[0]
    with pytest.raises(RuleFileError):
        review(desk, OCTOBER)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("tires/x.toml", "", "不认识的文件"),
        ("tiers/x.txt", "", "不认识的文件"),
        ("tiers/x.toml", "= 3", "x.toml"),
        ("placement/scores.toml", "", "没有这个文件名"),
        ("placement/limits.toml", "floor = 0", "floor"),
        ("catalogue/cluster.toml", "", "目录中没有这个文件"),
        ("plan/goals.toml", "", "没有这个文件名"),
        ("registers/kinds.toml", "[[register]]", "key"),
    ],
)
def test_a_file_nobody_would_read_is_no_silent_file(desk: AppContext, name: str, text: str, said: str) -> None:
    own(desk, name, text)
    (found,) = rule_folder.check(desk.resources, desk.paths.rules)
    assert said in found.problem


@pytest.mark.parametrize("name", ["plan/targets.toml", "plan/zones.toml", "registers/kinds.toml", "land/terms.toml"])
def test_every_shipped_file_of_the_plans_can_be_taken_over_checked_and_compared(desk: AppContext, name: str) -> None:
    """目标、片区、登记簿、用地期限：取来即无误、无差别；多一个键就指出文件与键。"""
    copy = rule_folder.take_over(desk.resources, desk.paths.rules, name)
    assert [(f.file, f.replaces, f.problem) for f in rule_folder.check(desk.resources, desk.paths.rules)] == [(name, True, "")]
    (found,) = rule_folder.diff(desk.resources, desk.paths.rules)
    assert (found.replaces, found.differences) == (True, ())
    copy.write_text(f'nobody_reads = "x"\n{copy.read_text(encoding="utf-8")}', encoding="utf-8")
    (faulty,) = rule_folder.check(desk.resources, desk.paths.rules)
    assert "nobody_reads" in faulty.problem
    assert copy.name in faulty.problem


def test_a_zone_of_a_park_nobody_knows_is_named_by_the_check(desk: AppContext) -> None:
    copy = rule_folder.take_over(desk.resources, desk.paths.rules, "plan/zones.toml")
    copy.write_text(copy.read_text(encoding="utf-8").replace('"通州园"', '"通县园"', 1), encoding="utf-8")
    (found,) = rule_folder.check(desk.resources, desk.paths.rules)
    assert "通县园" in found.problem
    with pytest.raises(RuleFileError):
        groupings(desk)


def test_an_assessment_scheme_is_checked_as_the_assessment_reads_it(desk: AppContext) -> None:
    """考核方案没有随附的：整份都是本办新增；权重合计不足 100% 的指出组。"""
    text = (desk.resources / "demo" / "assessment.toml").read_text(encoding="utf-8")
    own(desk, "assessment/组团.toml", text)
    assert [f.problem for f in rule_folder.check(desk.resources, desk.paths.rules)] == [""]
    (found,) = rule_folder.diff(desk.resources, desk.paths.rules)
    assert not found.replaces
    assert "title" in {d.sentence.partition("：")[0] for d in found.differences}
    own(desk, "assessment/组团.toml", text.replace("weight = 0.6", "weight = 0.5"))
    (faulty,) = rule_folder.check(desk.resources, desk.paths.rules)
    assert "应为 100%" in faulty.problem


def test_the_office_s_catalogue_takes_the_place_of_the_shipped_one(desk: AppContext) -> None:
    text = (desk.resources / "catalogue" / "clusters.toml").read_text(encoding="utf-8")
    own(desk, "catalogue/clusters.toml", text.replace('keywords = ["雍和园"]', 'keywords = ["雍和园", "雍和大厦"]'))
    again = bootstrap.open_workspace(desk.paths.address, who="张", clock=lambda: datetime(2026, 11, 6, 9, 0))
    assert again.catalogue.clusters["东城园"].places[0].keywords == ("雍和园", "雍和大厦")
    assert rule_folder.check(desk.resources, desk.paths.rules)[0].problem == ""


def test_a_broken_catalogue_can_still_be_asked_what_is_wrong(desk: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    own(desk, "catalogue/clusters.toml", "x = 1")
    assert main.run(["rules", "check", "--workspace", str(desk.paths.address), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["ok"]
    assert "clusters.toml" in told["files"][0]["problem"]
    assert main.run(["tiers", "--month", "2026-10", "--workspace", str(desk.paths.address)]) == 2
    assert "clusters.toml" in capsys.readouterr().err


def test_the_commands_compare_and_try(reviewed: AppContext, capsys: pytest.CaptureFixture[str]) -> None:
    own(reviewed, f"tiers/{GAZELLE}", with_base(reviewed, 1002))
    where = ("--workspace", str(reviewed.paths.address))
    assert main.run(["rules", "diff", *where, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"][0]["differences"][0]["office"] == "1002"
    assert main.run(["rules", "try", "--month", "2026-10", *where]) == 0
    assert "3 → 1 家" in capsys.readouterr().out
    assert main.run(["rules", "try", "--month", "2026-01", *where]) == 2
    assert "不能试算" in capsys.readouterr().err


def test_a_sharing_rule_of_the_office_takes_the_shipped_one_s_place_and_is_tried_first(books: AppContext) -> None:
    """分享规则也可由本办文件替换：逐键比较，先在过去各月试算，再用于结算。"""
    jjj = (books.resources / "rules" / "sharing" / "jjj-2015.toml").read_text(encoding="utf-8")
    own(books, "sharing/jjj-2015.toml", jjj.replace('ratios = ["0.5", "0.5", "0.5"]', 'ratios = ["0.4", "0.5", "0.5"]'))
    assert [f.problem for f in rule_folder.check(books.resources, books.paths.rules)] == [""]
    (found,) = rule_folder.diff(books.resources, books.paths.rules)
    assert [d.sentence for d in found.differences] == ["rule.ratios：0.5、0.5、0.5 → 0.4、0.5、0.5"]
    july = Month(2026, 7)
    (tried,) = rule_folder.try_out(books, [july])
    assert (tried.shipped, tried.office, tried.entering, tried.leaving) == (1, 1, (), ())
    assert "迁出方应得 50.00 → 40.00 万元" in tried.sentence
    assert compute(books, july).section.due_fen == 40_000_000


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('scope = "local"', 'scpoe = "local"'), "rule.scpoe"),
        (('ratios = ["0.5"', 'ratios = ["1.5"'), "rule.ratios[1]"),
        (('start = { clause = "起算"', 'start_ = { clause = "起算"'), "citations.start_"),
    ],
)
def test_a_faulty_sharing_rule_of_the_office_is_named_with_file_and_key(
    desk: AppContext, change: tuple[str, str], key: str
) -> None:
    jjj = (desk.resources / "rules" / "sharing" / "jjj-2015.toml").read_text(encoding="utf-8")
    assert change[0] in jjj
    own(desk, "sharing/jjj-2015.toml", jjj.replace(*change))
    (found,) = rule_folder.check(desk.resources, desk.paths.rules)
    assert key in found.problem
    assert "jjj-2015.toml" in found.problem
    with pytest.raises(RuleFileError):
        compute(desk, OCTOBER)
