"""What a file leaves uncertain is asked once, and remembered for the park."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from zgc_desktop.cli.main import run
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.mappings import Answers
from zgc_desktop.domain.submissions import FileState
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.map_columns import answer, questions
from zgc_desktop.services.receive import receive

Row = dict[str, object]
Odd = Callable[..., Path]


@pytest.fixture
def odd_file(park_file: Callable[..., Path], make_company: Callable[..., Row], make_tax: Callable[..., Row]) -> Odd:
    """A filled template whose headings were changed: ``odd_file("2026-10", {"营业收入·本月(万元)": "当月营业收入"})``."""

    def write(month: str, headings: dict[str, str | None], *, park: str = "海淀园", bare: bool = False, n: int = 0) -> Path:
        path = park_file(park, month, [make_company(n), make_company(n + 1)], [make_tax(n), make_tax(n + 1)])
        book = load_workbook(path)
        page = book["企业"]
        for cell in page[4]:
            if cell.value in headings:
                cell.value = headings[cell.value]
        page.delete_rows(5)  # the grey codes would say what each column is
        if bare:
            for name in ("封面", "_meta"):
                del book[name]
            for sheet in book:
                sheet["A1"], sheet["A3"] = "报送表", None
            path = path.with_name("报表.xlsx")
        book.save(path)
        return path

    return write


def test_a_nearly_right_heading_is_asked_and_then_remembered(desk: AppContext, odd_file: Odd) -> None:
    """改了列名的表先问一次；下个月同样的表头不再问，并说明沿用了上次的对应。"""
    change: dict[str, str | None] = {"营业收入·本月(万元)": "营业收入本月数(万元)"}
    path = odd_file("2026-10", change)
    (line,) = receive(desk, [path])
    assert line.state is FileState.NEEDS_MAPPING
    asked = questions(desk, path).questions
    assert [(q.kind, q.heading, q.suggestion) for q in asked] == [("column", "营业收入本月数(万元)", "enterprise.revenue_fen")]
    assert asked[0].choices[1] == ("", "不导入")
    assert asked[0].examples[0] == "100"
    done = answer(desk, path, Answers(columns={"营业收入本月数(万元)": "revenue_fen"}))
    assert (done.state, done.revenue_fen) == (FileState.REGISTERED, 300_000_000)
    later = odd_file("2026-11", change)
    assert questions(desk, later).questions == ()
    (next_month,) = receive(desk, [later])
    assert next_month.state is FileState.REGISTERED
    how = next(c.how for c in questions(desk, later).columns if c.field == "revenue_fen")
    assert how.startswith("沿用本园上次的对应（2026-11-06 张）")


def test_another_park_with_the_same_headings_is_asked_itself(desk: AppContext, odd_file: Odd) -> None:
    change: dict[str, str | None] = {"营业收入·本月(万元)": "营业收入本月数(万元)"}
    answer(desk, odd_file("2026-10", change), Answers(columns={"营业收入本月数(万元)": "revenue_fen"}))
    (line,) = receive(desk, [odd_file("2026-10", change, park="昌平园", n=2)])
    assert line.state is FileState.NEEDS_MAPPING


def test_a_column_may_be_left_out_for_good(desk: AppContext, odd_file: Odd) -> None:
    change: dict[str, str | None] = {"营业收入·本月(万元)": "营业收入本月数(万元)"}
    path = odd_file("2026-10", change)
    done = answer(desk, path, Answers(columns={"营业收入本月数(万元)": ""}))
    assert (done.state, done.revenue_fen) == (FileState.REGISTERED, None)


def test_a_unit_nobody_names_is_asked_and_remembered(desk: AppContext, odd_file: Odd) -> None:
    change: dict[str, str | None] = {"营业收入·本月(万元)": "营业收入"}
    path = odd_file("2026-10", change)
    (question,) = questions(desk, path).questions
    assert (question.kind, question.heading) == ("unit", "营业收入")
    done = answer(desk, path, Answers(units={"营业收入": "千元"}))
    assert (done.state, done.revenue_fen) == (FileState.REGISTERED, 30_000_000)
    assert questions(desk, odd_file("2026-11", change)).questions == ()


def test_park_and_month_nobody_names_are_asked_and_kept_for_this_file(desk: AppContext, odd_file: Odd) -> None:
    path = odd_file("2026-10", {}, bare=True)
    assert [q.kind for q in questions(desk, path).questions] == ["park", "month"]
    halfway = answer(desk, path, Answers(park="海淀"))
    assert [q.kind for q in halfway.questions] == ["month"]
    done = answer(desk, path, Answers(month="2026-10"))
    assert (done.state, done.park, done.month, done.park_decided_by) == (FileState.REGISTERED, "海淀园", "2026-10", "人工指定")


@pytest.mark.parametrize(
    "wrong",
    [
        Answers(columns={"没有的列": "revenue_fen"}),
        Answers(columns={"营业收入": "没有的指标"}),
        Answers(units={"营业收入": "两"}),
        Answers(park="火星园"),
        Answers(month="十月"),
    ],
)
def test_an_answer_about_what_does_not_exist_is_refused_and_nothing_kept(
    desk: AppContext, odd_file: Odd, wrong: Answers
) -> None:
    path = odd_file("2026-10", {"营业收入·本月(万元)": "营业收入"})
    with pytest.raises(Refused):
        answer(desk, path, wrong)
    assert len(questions(desk, path).questions) == 1


def test_the_command_line_asks_and_answers(desk: AppContext, odd_file: Odd, capsys: pytest.CaptureFixture[str]) -> None:
    path = odd_file("2026-10", {"营业收入·本月(万元)": "营业收入"})
    where = ["--workspace", str(desk.paths.address)]
    assert run(["map", str(path), "--json", *where]) == 1
    assert json.loads(capsys.readouterr().out)["questions"][0]["kind"] == "unit"
    assert run(["map", str(path), "--unit", "营业收入", *where]) == 2
    assert run(["map", str(path), "--unit", "营业收入=万元", "--json", *where]) == 0
    assert '"state": "registered"' in capsys.readouterr().out
    assert run(["map", str(path), *where]) == 0
