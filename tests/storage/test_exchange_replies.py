"""对账单的答复: a park confirms or disputes its statement by package; any order of replies ends in one ledger."""

from __future__ import annotations

import json
import random
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from tests.storage import ledger_story as story
from tests.storage.exchange_story import OTHER, PARK, Offices, opened, reply_file
from tests.storage.ledger_story import AUGUST, JULY, SEPTEMBER
from zgc_desktop.cli.main import run as run_command
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.replies import CONFIRMED, DISPUTED, Reply
from zgc_desktop.domain.settlement import UPHELD
from zgc_desktop.services import (
    exchange,
    exchange_receive,
    exchange_replies,
    exchange_send,
    move_case,
    settle_ledger,
    undo,
)
from zgc_desktop.services.context import AppContext
from zgc_desktop.services.settle import settle

CASE = "MV-2026-001"


@pytest.fixture
def settled(books: AppContext, offices: Offices) -> Offices:
    """七月已试算，昌平园和海淀园都收到了市级的对账单。"""
    settle(books, JULY)
    both = Offices(books, offices.park, offices.other, offices.post)
    for park, ctx in ((PARK, both.park), (OTHER, both.other)):
        exchange_receive.take_in(ctx, exchange_send.pack_answer(books, park, JULY, both.post).path)
    return both


def state(city: AppContext) -> tuple[object, ...]:
    """Who confirmed what, and every difference with what came of it, whatever its number."""
    view = settle_ledger.view(city, JULY)
    answers = [(x.line.key, [(p, a and (a.person, a.day)) for p, a in x.answers]) for x in view.lines]
    told = settle_ledger.differences(city)
    differences = sorted((d.line_key, d.party, d.person, d.day, d.claimed_fen or 0, d.reason, d.outcome, d.outcome_note)
                         for d in told)  # fmt: skip
    return answers, differences, view.agreed


def test_a_statement_is_confirmed_by_package_from_both_sides_and_the_month_locks(settled: Offices) -> None:
    """两区各自回一个包，市级收下就是双方确认，可以锁定。"""
    (line,) = exchange_replies.lines(settled.park)
    assert (line.line.case_id, line.line.other, line.line.due_fen < 0) == (CASE, "海淀区", True)
    assert exchange_replies.lines(settled.other)[0].line.due_fen == sum(
        x.line.line.due_fen for x in settle_ledger.view(settled.city, JULY).lines
    )
    for ctx, person in ((settled.park, "李"), (settled.other, "赵")):
        made = exchange_replies.pack_reply(ctx, JULY, CONFIRMED, person=person, out=settled.post)
        assert exchange_replies.pack_reply(ctx, JULY, CONFIRMED, person=person, out=settled.post).again
        assert exchange_replies.lines(ctx)[0].reply == Reply(
            line.line.key, line.line.digest, CONFIRMED, person, str(ctx.today())
        )
        taken = exchange_receive.take_in(settled.city, made.path)
        assert (taken.item.outcome, taken.notes) == ("确认 1 笔，差异 0 笔", ())
    view = settle_ledger.view(settled.city, JULY)
    assert (view.state, view.blocks) == ("双方确认", ())
    settle_ledger.lock(settled.city, JULY, "张")
    exchange_receive.take_in(settled.park, exchange_send.pack_answer(settled.city, PARK, JULY, settled.post).path)
    assert exchange_replies.lines(settled.park)[0].is_locked
    with pytest.raises(Refused, match="市级已锁定，不用再确认"):
        exchange_replies.pack_reply(settled.park, JULY, CONFIRMED, out=settled.post)
    late = exchange_replies.pack_reply(settled.park, JULY, DISPUTED, [CASE], reason="少计一笔", claimed_fen=5, out=settled.post)
    taken = exchange_receive.take_in(settled.city, late.path)
    assert taken.notes == ("2026-07 已锁定，差异只记下，其后月份调账",)
    assert [d.reason for d in settle_ledger.differences(settled.city, JULY)] == ["少计一笔"]
    assert settle_ledger.view(settled.city, JULY).run.state == "locked"


def test_a_dispute_stands_against_locking_until_it_is_withdrawn_or_settled(settled: Offices) -> None:
    city, park = settled.city, settled.park
    first = exchange_replies.pack_reply(
        park, JULY, DISPUTED, [CASE], person="李", reason="八月退库未扣", claimed_fen=30_000_000, out=settled.post
    )
    exchange_receive.take_in(city, first.path)
    (found,) = settle_ledger.differences(city, JULY)
    assert (found.party, found.claimed_fen, found.reason, found.outcome) == ("昌平区", 30_000_000, "八月退库未扣", "")
    assert any("差异第 1 号未了" in b for b in settle_ledger.view(city, JULY).blocks)
    second = exchange_replies.pack_reply(park, JULY, CONFIRMED, person="李", out=settled.post)
    exchange_receive.take_in(city, second.path)
    (found,) = settle_ledger.differences(city, JULY)
    assert (found.outcome, found.outcome_note) == (UPHELD, "昌平区对账回复第 2 号改为确认")
    assert [x.waiting_for for x in settle_ledger.view(city, JULY).lines] == [("海淀区",)]


@pytest.mark.file_only  # copies the workspace's folder
def test_replies_in_any_order_some_twice_end_in_one_ledger(settled: Offices, tmp_path: Path) -> None:
    """丢了又来的、先后颠倒的、收两遍的，账上都一样。"""
    (view,) = exchange_replies.lines(settled.park)
    key, digest = view.line.key, view.line.digest
    words = (
        Reply(key, digest, CONFIRMED, "李", "2026-11-01"),
        Reply(key, digest, DISPUTED, "李", "2026-11-02", 7, "少计"),
        Reply(key, digest, DISPUTED, "李", "2026-11-03", 9, "还是少计"),
        Reply(key, digest, CONFIRMED, "王", "2026-11-04"),
        Reply(key, digest, DISPUTED, "李", "2026-11-02", 7, "少计"),
    )
    for last in (3, 4, 5):
        files = [reply_file(tmp_path / "包" / f"{last}-{n}.zip", JULY, [w], n + 1) for n, w in enumerate(words[:last])]
        orders = list(permutations(files))
        ends = set()
        for n, order in enumerate(random.Random(last).sample(orders, 4)):
            folder = tmp_path / f"市级{last}-{n}"
            shutil.copytree(settled.city.paths.root, folder)
            city = opened(folder, "张")
            for file in (*order, order[0]):
                exchange_receive.take_in(city, file)
            ends.add(repr(state(city)))
            city.close()
        assert len(ends) == 1, last


def test_a_confirmation_holds_for_the_figures_it_was_given_for(settled: Offices) -> None:
    made = exchange_replies.pack_reply(settled.park, JULY, CONFIRMED, out=settled.post)
    story.report_tax(settled.city, JULY, {story.CODES[0]: ("昌平园", (60_000_011, 40_000_000))})
    settle(settled.city, JULY)
    taken = exchange_receive.take_in(settled.city, made.path)
    assert taken.notes == ("1 笔的数在对账单之后变了，确认不作数，请再发对账单",)
    assert settle_ledger.view(settled.city, JULY).agreed == 0
    again = exchange_send.pack_answer(settled.city, PARK, JULY, settled.post)
    exchange_receive.take_in(settled.park, again.path)
    assert exchange_replies.lines(settled.park)[0].reply is None  # answered to other figures
    made = exchange_replies.pack_reply(settled.park, JULY, CONFIRMED, out=settled.post)
    assert exchange_receive.take_in(settled.city, made.path).notes == ()
    settle_ledger.discard(settled.city, JULY)
    disputed = exchange_replies.pack_reply(settled.park, JULY, DISPUTED, [CASE], reason="少计", out=settled.post)
    assert exchange_receive.take_in(settled.city, disputed.path).notes == ("2026-07 现在没有试算，答复留待下次试算",)
    settle(settled.city, JULY)
    assert [x.open_differences[0].reason for x in settle_ledger.view(settled.city, JULY).lines] == ["少计"]


def test_a_reply_about_others_lines_or_from_nobody_is_refused_and_changes_nothing(settled: Offices, tmp_path: Path) -> None:
    (view,) = exchange_replies.lines(settled.park)
    before = state(settled.city)
    good = Reply(view.line.key, view.line.digest, CONFIRMED, "李", "2026-11-01")
    cases: dict[str, tuple[list[Reply], str, str]] = {
        "别区的行": ([good], "朝阳园", "回复里有与朝阳区无关的结算行"),
        "没有人": ([Reply(good.key, good.digest, CONFIRMED, " ", "2026-11-01")], PARK, "须写明由谁答复"),
        "没有理由": ([Reply(good.key, good.digest, DISPUTED, "李", "2026-11-01")], PARK, "登记差异须写明理由"),
        "别的话": ([Reply(good.key, good.digest, "同意", "李", "2026-11-01")], PARK, "没有“同意”这种答复"),
        "日期": ([Reply(good.key, good.digest, CONFIRMED, "李", "昨天")], PARK, "不是日期"),
        "两遍": ([good, good], PARK, "不完整或被改动"),
        "金额": ([Reply(good.key, good.digest, DISPUTED, "李", "2026-11-01", "7", "少")], PARK, "不完整或被改动"),  # type: ignore[arg-type]
    }
    for name, (lines, park, words) in cases.items():
        with pytest.raises(Refused) as refusal:
            exchange_receive.take_in(settled.city, reply_file(tmp_path / f"{name}.zip", JULY, lines, park=park))
        assert words in refusal.value.sentence, name
    assert state(settled.city) == before
    with pytest.raises(Refused, match="没有可以答复的对账单"):
        exchange_replies.pack_reply(settled.park, AUGUST, CONFIRMED, out=settled.post)
    with pytest.raises(Refused, match="对账单里没有案件 MV-9"):
        exchange_replies.pack_reply(settled.park, JULY, CONFIRMED, ["MV-9"], out=settled.post)
    with pytest.raises(Refused, match="这是市级工作区"):
        exchange_replies.pack_reply(settled.city, JULY, CONFIRMED, out=settled.post)
    made = exchange_replies.pack_reply(settled.park, JULY, CONFIRMED, out=settled.post)
    with pytest.raises(Refused, match="这个包是发给市级的，本工作区是海淀园"):
        exchange_receive.take_in(settled.other, made.path)


def test_taking_in_a_reply_can_be_undone_and_done_again(settled: Offices) -> None:
    made = exchange_replies.pack_reply(settled.park, JULY, CONFIRMED, out=settled.post)
    before = state(settled.city)
    exchange_receive.take_in(settled.city, made.path)
    after = state(settled.city)
    assert after != before
    undo.undo(settled.city)
    assert state(settled.city) == before
    assert not exchange_receive.take_in(settled.city, made.path).repeat
    assert state(settled.city) == after


def test_the_way_of_a_statement_by_command(settled: Offices, capsys: pytest.CaptureFixture[str]) -> None:
    post = str(settled.post)

    def zgc(ctx: AppContext, *words: str) -> tuple[int, dict[str, object], str]:
        code = run_command(["exchange", *words, "--workspace", str(ctx.paths.address), "--json"])
        out, said = capsys.readouterr()
        return code, json.loads(out) if out.strip() else {}, said

    for ctx in (settled.city, settled.park):
        ctx.close()
    code, found, _ = zgc(settled.park, "statement", "list")
    assert (code, [x["reply"] for x in found["lines"]]) == (0, [None])  # type: ignore[attr-defined]
    _, made, _ = zgc(settled.park, "statement", "dispute", "--month", "2026-07", "--case", CASE, "--reason", "少计",
                     "--claimed", "500000.01", "--person", "李", "--out", post)  # fmt: skip
    assert made["kind"] == "reply"
    assert zgc(settled.city, "receive", str(made["path"]))[0] == 0
    _, made, _ = zgc(settled.park, "statement", "confirm", "--month", "2026-07", "--person", "李", "--out", post)
    _, taken, _ = zgc(settled.city, "receive", str(made["path"]))
    assert taken["packages"][0]["outcome"] == "确认 1 笔，差异 0 笔"  # type: ignore[index]
    code, _, said = zgc(settled.park, "statement", "dispute", "--month", "2026-07", "--case", CASE, "--reason", "")
    assert (code, "登记差异须写明理由" in said) == (2, True)
    _, found, _ = zgc(settled.park, "statement", "list", "--month", "2026-07")
    assert [(x["reply"], x["person"]) for x in found["lines"]] == [("确认", "李")]  # type: ignore[attr-defined]


def test_statements_of_several_months_stand_newest_first(settled: Offices) -> None:
    settle(settled.city, AUGUST)
    settle(settled.city, SEPTEMBER)
    for month in (SEPTEMBER, AUGUST):
        exchange_receive.take_in(settled.park, exchange_send.pack_answer(settled.city, PARK, month, settled.post).path)
    assert [v.month for v in exchange_replies.lines(settled.park)] == [SEPTEMBER, AUGUST, JULY]
    names = [part for _, part in exchange.statements(settled.park)]
    assert not any(name.endswith(".json") for name in names)
    assert [c.id for c in move_case.all_cases(settled.city)] == [CASE]
