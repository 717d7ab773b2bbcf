"""What the pages of a park's workspace and the exchange ask of the services: reads and writes for the worker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from zgc_desktop.domain.changes import ChangeSummary
from zgc_desktop.domain.exchange.listing import Edition, PackageItem, PartyKey
from zgc_desktop.domain.periods import Month
from zgc_desktop.ui.operations import IsCancelled, Progress
from zgc_desktop.ui.session import SessionWork
from zgc_desktop.viewmodels import park as vm
from zgc_desktop.viewmodels.statements import StatementItem

if TYPE_CHECKING:
    from zgc_desktop.services.context import AppContext
    from zgc_desktop.services.exchange_receive import NotTaken, Taken
    from zgc_desktop.services.exchange_send import Sent

Answers = Mapping[str, str]
SENT = frozenset({"exchange", "submissions", "companies", "cases"})


@dataclass(frozen=True, slots=True)
class ReportSeen:
    """What 我的报送 shows beside the file in hand."""

    me: str
    month: Month
    editions: tuple[Edition, ...]
    returns: tuple[vm.FileLine, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class CasesSeen:
    """What 我的案件 shows."""

    me: str
    today: date
    lines: tuple[vm.SlipLine, ...]
    parks: tuple[str, ...]
    person: str


@dataclass(frozen=True, slots=True)
class StatementsSeen:
    """What 我的对账单 shows."""

    today: date
    lines: tuple[StatementItem, ...]
    files: tuple[vm.FileLine, ...]
    person: str


@dataclass(frozen=True, slots=True)
class ExchangeSeen:
    """What the exchange tab of 审计备份 shows."""

    me: str
    packages: tuple[PackageItem, ...]
    keys: tuple[PartyKey, ...]
    parks: tuple[str, ...]
    month: Month


def party(ctx: AppContext) -> str:
    """Whose workspace it is."""
    from zgc_desktop.services.profile import party as service

    return service(ctx)


def choose_party(ctx: AppContext, wanted: str) -> ChangeSummary:
    """Make the workspace a park's."""
    from zgc_desktop.services.profile import choose

    return choose(ctx, wanted) or ChangeSummary("")


def report(ctx: AppContext) -> ReportSeen:
    """Editions with receipts, and the return files that came."""
    from zgc_desktop.services import exchange, settings
    from zgc_desktop.services.profile import party as whose

    returned = tuple(vm.FileLine(item, part) for item, part in exchange.returns(ctx))
    return ReportSeen(whose(ctx), settings.reported_now(ctx), exchange.editions(ctx), returned, ctx.paths.outbox)


def write_template(month: Month, out: Path) -> SessionWork[Path]:
    """The month's template with what the park last reported."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Path:
        from zgc_desktop.services import template
        from zgc_desktop.services.profile import require_park

        return template.write(ctx, require_park(ctx), month, out)

    return work


def check_file(path: Path) -> SessionWork[vm.FileSeen]:
    """The file in hand, through the city's own checks."""

    def work(ctx: AppContext, _p: Progress, cancelled: IsCancelled) -> vm.FileSeen:
        from zgc_desktop.services.self_check import self_check

        found = self_check(ctx, path, cancelled=cancelled)
        c, s = found.checked, found.stamp
        asked = [q.text for q in c.questions] or [i.message for i in c.issues[:1]]
        return vm.FileSeen(
            str(path), path.name, c.park.value if c.park else "", c.month.value if c.month else "", found.is_sendable,
            "；".join(asked[:2]), found.state, s.rules, (s.errors, s.warnings, s.notices), c.issues,
        )  # fmt: skip

    return work


def pack_submission(path: Path, out: Path, reason: str) -> SessionWork[Sent]:
    """Stamp and pack the file."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Sent:
        from zgc_desktop.services.exchange_send import pack_submission as service

        return service(ctx, path, out, despite_errors=reason)

    return work


def pack_answer(whom: str, month: Month, out: Path) -> SessionWork[Sent]:
    """The city's answer to a park's month."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Sent:
        from zgc_desktop.services.exchange_send import pack_answer as service

        return service(ctx, whom, month, out)

    return work


def pack_rules(whom: str, out: Path) -> SessionWork[Sent]:
    """The city's rule set for a park."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Sent:
        from zgc_desktop.services.exchange_send import pack_rules as service

        return service(ctx, whom, out)

    return work


def pack_cases(whom: str, out: Path) -> SessionWork[Sent]:
    """Case slips for a party."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Sent:
        from zgc_desktop.services.exchange_send import pack_cases as service

        return service(ctx, whom, out)

    return work


def again(package: str, out: Path) -> SessionWork[Sent]:
    """Write a package out once more."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Sent:
        from zgc_desktop.services.exchange_send import issue_again

        return issue_again(ctx, package, out)

    return work


def take_in(paths: Sequence[Path]) -> SessionWork[tuple[Taken | NotTaken, ...]]:
    """Take in packages, one after the other."""

    def work(ctx: AppContext, progress: Progress, cancelled: IsCancelled) -> tuple[Taken | NotTaken, ...]:
        from zgc_desktop.services.exchange_receive import take_in_all

        return take_in_all(ctx, paths, progress=progress, cancelled=cancelled)

    return work


def outcome(found: Sequence[Taken | NotTaken]) -> tuple[str, str]:
    """(what was taken in, what was refused or has to be seen to), in sentences."""
    from zgc_desktop.services.exchange_receive import NotTaken

    good = [t.sentence for t in found if not isinstance(t, NotTaken) and not t.notes]
    bad = [t.problem.sentence if isinstance(t, NotTaken) else t.sentence for t in found if isinstance(t, NotTaken) or t.notes]
    return "；".join(good), "；".join(s.rstrip("。") for s in bad)


def take_out(package: str, parts: Sequence[str], out: Path) -> SessionWork[tuple[Path, ...]]:
    """Write files of a package into a folder."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> tuple[Path, ...]:
        from zgc_desktop.services.exchange import take_out as service

        return tuple(service(ctx, package, part, out) for part in parts)

    return work


def cases(ctx: AppContext) -> CasesSeen:
    """Every case slip."""
    from zgc_desktop.services.exchange_cases import listed
    from zgc_desktop.services.profile import party as whose

    today = ctx.today()
    lines = tuple(vm.SlipLine(v.slip, v.me, v.side, v.due, today) for v in listed(ctx))
    return CasesSeen(whose(ctx), today, lines, tuple(ctx.catalogue.parks), ctx.who)


def open_slip(ctx: AppContext, given: Answers) -> ChangeSummary:
    """Open a case slip."""
    from zgc_desktop.services.exchange_cases import open_slip as service
    from zgc_desktop.ui.pages.admission_work import day

    on = day(given["on"], "立案日")
    return service(ctx, given["code"], given["name"], given["from"], given["to"], person=given["person"], day=on)


def state_fact(ctx: AppContext, key: str, field: str, given: Answers) -> ChangeSummary:
    """State a fact, or decide what is contested."""
    from zgc_desktop.services.exchange_cases import state_fact as service

    return service(ctx, key, field, given["value"], source=given["source"], person=given["person"])


def say(ctx: AppContext, key: str, given: Answers) -> ChangeSummary:
    """Say what our side says."""
    from zgc_desktop.services.exchange_cases import say as service
    from zgc_desktop.ui.pages.admission_work import day

    on = day(given["on"], "意见日期")
    return service(ctx, key, given["answer"], person=given["person"], reason=given["reason"], day=on)


def statements(ctx: AppContext) -> StatementsSeen:
    """The lines of the newest statements with our answers, and the papers that came."""
    from zgc_desktop.services.exchange import statements as papers
    from zgc_desktop.services.exchange_replies import lines

    found = tuple(StatementItem(v.month, v.told.state, v.line, v.reply, v.is_locked) for v in lines(ctx))
    return StatementsSeen(ctx.today(), found, tuple(vm.FileLine(item, part) for item, part in papers(ctx)), ctx.who)


def pack_reply(month: Month, word: str, keys: Sequence[str], given: Answers, out: Path) -> SessionWork[Sent]:
    """Answer lines of a statement and pack the reply."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Sent:
        from zgc_desktop.domain.exchange.slips import fen_of_yuan
        from zgc_desktop.services.exchange_replies import pack_reply as service
        from zgc_desktop.ui.pages.admission_work import day

        claimed = fen_of_yuan(given["claimed"]) if given.get("claimed") else None
        said, on = given.get("reason", ""), day(given["on"], "答复日期")
        return service(ctx, month, word, keys, person=given["person"], reason=said, claimed_fen=claimed, day=on, out=out)

    return work


def packages(ctx: AppContext) -> ExchangeSeen:
    """Everything sent and received, and the keys."""
    from zgc_desktop.services import exchange, exchange_keys, settings
    from zgc_desktop.services.profile import party as whose

    return ExchangeSeen(
        whose(ctx), exchange.packages(ctx), exchange_keys.keys(ctx), tuple(ctx.catalogue.parks), settings.reported_now(ctx)
    )


def make_key(ctx: AppContext, _p: Progress, _c: IsCancelled) -> PartyKey:
    """A fresh pair of keys of our own."""
    from zgc_desktop.services.exchange_keys import make

    return make(ctx)


def export_key(out: Path) -> SessionWork[Path]:
    """Our public key as a file."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> Path:
        from zgc_desktop.services.exchange_keys import export

        return export(ctx, out)

    return work


def trust_key(file: Path) -> SessionWork[ChangeSummary]:
    """Note another party's public key."""

    def work(ctx: AppContext, _p: Progress, _c: IsCancelled) -> ChangeSummary:
        from zgc_desktop.services.exchange_keys import trust

        return trust(ctx, file)

    return work
