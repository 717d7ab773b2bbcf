"""What the demonstration's office registers itself: joint review, an assessment, exits, tasks and registers, all invented."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from reports.aside import write_aside
from zgc_desktop.domain.areas import to_area
from zgc_desktop.domain.assessment.levels import ExitNotice, LevelDecision
from zgc_desktop.domain.coordination import Member, Resolution, Task
from zgc_desktop.domain.land.linked import LinkedPlot
from zgc_desktop.domain.outside import OutsideCase
from zgc_desktop.domain.periods import Month
from zgc_desktop.domain.review.commitments import Condition
from zgc_desktop.domain.review.steps import FORMAL, MEETING, OPINIONS
from zgc_desktop.services import assess, land, look_up, meetings, outside, projects, registers
from zgc_desktop.services.context import AppContext

Told = Mapping[str, Any]
SOURCE = "演示登记（虚构）"
SINCE = date(2026, 1, 1)


def register_office_work(ctx: AppContext, config: Told) -> None:
    """Everything the office of the demonstration registers beside the parks' files; the projects must be on record."""
    for told in config["body"]:
        _seat(ctx, told)
    for told in config["review"]:
        _review(ctx, told)
    for told in config["resolution"]:
        _resolve(ctx, told)
    for told in config["task"]:
        meetings.add_task(ctx, _task(told))
    _assess(ctx, config["assessment"])
    for told in config["exit"]:
        notice = ExitNotice(told["subject"], told["reason"], told["given"], told["mend_by"], paper=told["paper"])
        assess.give_notice(ctx, notice)
    for told in config["link"]:
        for plot in told["plots"]:
            area = to_area(plot["area"], "公顷")
            linked = LinkedPlot(told["group"], plot["number"], plot["park"], plot["side"], area, source=told["source"])
            land.link_plot(ctx, linked)
    for told in config["outside"]:
        _outside(ctx, told)
    for told in config["entry"]:
        registers.register(ctx, told["register"], told["subject"], told["values"], source=SOURCE, from_day=SINCE)


def _seat(ctx: AppContext, told: Told) -> None:
    meetings.add_body(ctx, told["name"], told["quorum"], told["source"])
    for name in told["members"]:
        meetings.add_member(ctx, Member(told["name"], name, "成员单位", told["from"]))


def _members(ctx: AppContext, body: str, on: date) -> tuple[str, ...]:
    return next(b for b in meetings.bodies(ctx) if b.name == body).sitting(on)


def _review(ctx: AppContext, told: Told) -> None:
    """A project from its application to the joint meeting, and to the decision where there is one."""
    number = projects.project_file(ctx, told["project"]).project.number
    projects.advance(ctx, number, FORMAL, told["formal"])
    projects.advance(ctx, number, OPINIONS, told["opinions"])
    asked = [x["body"] for x in (*told["answer"], *told.get("asked", ()))]
    projects.ask(ctx, number, asked, told["opinions"], told["due"])
    for x in told["answer"]:
        projects.give_opinion(ctx, number, x["body"], x["on"], x["answer"], x.get("text", ""))
    held = told.get("meeting")
    projects.advance(ctx, number, MEETING, held["on"] if held else told["to_meeting"])
    if held:
        conditions = tuple(Condition(c["text"], c["owner"], c["before"], c["due"]) for c in held["condition"])
        present = _members(ctx, told["body"], held["on"])
        votes = held["votes_for"], held["votes_against"]
        outcome = projects.MeetingHeld(
            told["body"], held["on"], present, *votes, held["decision"], held["minutes"], conditions=conditions
        )
        projects.decide(ctx, number, outcome)


def _resolve(ctx: AppContext, told: Told) -> None:
    subject = projects.project_file(ctx, told["project"]).project.number
    made = Resolution(
        told["body"], told["on"], told["matter"], subject, told["question"], told["outcome"], told["text"]
    )  # fmt: skip
    meetings.resolve(ctx, made, _members(ctx, told["body"], told["on"]), [_task(t) for t in told["task"]])


def _outside(ctx: AppContext, told: Told) -> None:
    """A case with a party outside the city, as far as it has come; ``nth`` is the company's place in its park's ledger."""
    code, name = told.get("code", ""), told.get("name", "")
    if not code:
        known = [c for c in look_up.companies(ctx, Month.of(told["opened"])) if c.park == told["park"]]
        code = sorted(c.credit_code for c in known)[told["nth"]]
    case = OutsideCase(
        "", told["direction"], code, name, told["park"], told["place"], told["region"], told["opened"], told["paper"],
        nature=told["nature"], kind=told.get("kind", ""), base=told.get("base", ""),
    )  # fmt: skip
    outside.open_case(ctx, case)
    number = outside.cases(ctx)[-1].case.number
    if "answer" in told:
        outside.answer(ctx, number, told["answer"], told["answered"], f"演示{told['place']}复函（虚构）")
    for state, on in (("办理中", told.get("under_way") or told.get("registered")), ("已落地", told.get("landed"))):
        if on is not None:
            if state == "已落地":
                outside.describe(ctx, number, registered_on=told["registered"])
            outside.advance(ctx, number, state, on, "演示登记文书（虚构）")


def _task(told: Told) -> Task:
    return Task(told["text"], told["owner"], told["due"], told.get("origin", ""))


def _assess(ctx: AppContext, told: Told) -> None:
    """The office's own scheme laid into its rule folder, the levels before it, the assessment, and one decision on it."""
    scheme = (ctx.resources / "demo" / "assessment.toml").read_bytes()
    write_aside(ctx.paths.rules / "assessment" / "演示组团考核.toml", scheme)
    for before in told["level"]:
        assess.decide_level(ctx, LevelDecision(before["subject"], "同意", before["level"], SINCE, SOURCE, ""))
    keys = [i.key for i in assess.scheme_named(ctx, told["scheme"], told["on"])[1].indicators]
    figures = {subject: dict(zip(keys, texts, strict=True)) for subject, texts in told["figures"].items()}
    assess.assess(ctx, told["scheme"], figures, on=told["on"], source=told["source"])
    x = told["decision"]
    decision = LevelDecision(x["subject"], x["decision"], x["level"], x["from"], x["reason"], "")
    assess.decide_level(ctx, decision, assess.assessments(ctx)[-1].record.id)
