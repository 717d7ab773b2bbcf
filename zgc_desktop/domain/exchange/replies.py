"""A district's answer to its statement (对账回复): lines confirmed or disputed, and what all replies come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Final

from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.money import Fen

CONFIRMED, DISPUTED = "确认", "差异"
WORDS: Final = (CONFIRMED, DISPUTED)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One line of a district's statement as its package tells it; ``due_fen`` is positive where the district receives.

    ``key`` and ``digest`` name the line and its figures at the city: a reply holds for these figures and no others.
    """

    key: str
    digest: str
    case_id: str
    company: str
    credit_code: str
    other: str
    counted_fen: Fen
    due_fen: Fen
    corrects: str
    confirmed: tuple[str, ...]
    """Who has confirmed it, in words, when the city packed."""


@dataclass(frozen=True, slots=True)
class StatementTold:
    """A district's statement of one month as its package tells it, beside the paper."""

    month: str
    party: str
    state: str
    fingerprint: str
    lines: tuple[StatementLine, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a district says of one line: 确认, or 差异 with its reason and what it claims."""

    key: str
    digest: str
    word: str
    person: str
    day: str
    claimed_fen: Fen | None = None
    reason: str = ""

    @property
    def claim(self) -> tuple[str, str, str, Fen | None, str]:
        """What makes two differences one: line, person, day, amount and reason."""
        return self.key, self.person, self.day, self.claimed_fen, self.reason


@dataclass(frozen=True, slots=True)
class Claim:
    """A difference a district registered by package; ``withdrawn`` is the later word on the line, with its reply's number."""

    reply: Reply
    withdrawn: Reply | None = None
    in_reply: int = 0


@dataclass(frozen=True, slots=True)
class Story:
    """What all replies of a district to a month come to: confirmations that stand, differences ever registered."""

    confirmed: tuple[Reply, ...]
    claims: tuple[Claim, ...]


def told_plain(told: StatementTold | Sequence[Reply]) -> Any:
    """A statement or the lines of a reply as plain values for a package."""
    return asdict(told) if isinstance(told, StatementTold) else [asdict(r) for r in told]


def statement_from(told: Any) -> StatementTold:
    """A statement out of a package. ValueError for anything else."""
    try:
        lines = tuple(StatementLine(**(one | {"confirmed": tuple(one["confirmed"])})) for one in told["lines"])
        found = StatementTold(**(told | {"lines": lines}))
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("statement") from error
    texts = [found.month, found.party, found.state, found.fingerprint]
    texts += [
        t for x in lines for t in (x.key, x.digest, x.case_id, x.company, x.credit_code, x.other, x.corrects, *x.confirmed)
    ]
    if not all(isinstance(t, str) for t in texts) or not all(_is_fen(x.due_fen) and _is_fen(x.counted_fen) for x in lines):
        raise ValueError("statement")
    return found


def replies_from(told: Any) -> tuple[Reply, ...]:
    """The lines of a reply out of a package. ValueError for anything else; Refused for an answer that is none."""
    wanted = {f.name for f in fields(Reply)}
    if not isinstance(told, list) or not all(isinstance(one, dict) and set(one) == wanted for one in told):
        raise ValueError("reply")
    found = tuple(Reply(**one) for one in told)
    for r in found:
        if not all(isinstance(t, str) for t in (r.key, r.digest, r.word, r.person, r.day, r.reason)):
            raise ValueError("reply")
        if r.claimed_fen is not None and not _is_fen(r.claimed_fen):
            raise ValueError("reply")
        require_sound(r)
    if len({r.key for r in found}) != len(found):
        raise ValueError("reply")
    return found


def require_sound(reply: Reply) -> None:
    """Refused for an answer that is none, without a person or a day, or a difference without its reason."""
    where = reply.key.split("|")[0]
    if reply.word not in WORDS:
        raise Refused(f"没有“{reply.word}”这种答复", where=where, advice=f"可用：{'、'.join(WORDS)}")
    if not reply.person.strip():
        raise Refused("须写明由谁答复", where=where, advice="请填经办人")
    try:
        date.fromisoformat(reply.day)
    except ValueError:
        raise Refused(f"“{reply.day}”不是日期", where=where, advice="请写成 2026-10-08 的样式") from None
    if reply.word == DISPUTED and not reply.reason.strip():
        raise Refused("登记差异须写明理由", where=where, advice="请用一句话说明分歧与依据")


def require_of_party(replies: Iterable[Reply], party: str, where: str) -> None:
    """Refused where a reply speaks of a line in which its district neither pays nor receives."""
    for r in replies:
        if party not in r.key.split("|")[1:3]:
            raise Refused(f"回复里有与{party}无关的结算行", where=where, why=r.key, advice="请发送方核对后重新打包")


def merged(before: Sequence[Reply], said: Sequence[Reply], lines: Iterable[StatementLine]) -> tuple[Reply, ...]:
    """A district's next reply: what it said before of figures that still stand, with what it says now over it.

    The same word again changes nothing, so that a reply repeated is the very reply.
    """
    digests = {x.key: x.digest for x in lines}
    found = {r.key: r for r in before if digests.get(r.key) == r.digest}
    for r in said:
        old = found.get(r.key)
        if old is None or (old.word, old.claimed_fen, old.reason) != (r.word, r.claimed_fen, r.reason):
            found[r.key] = r
    return tuple(found[key] for key in sorted(found))


def story_of(replies: Mapping[tuple[int, str, str], Sequence[Reply]]) -> Story:
    """What replies (number, made at, package -> lines) come to: a pure function of the set, whatever order they came in.

    A line's last word stands. A difference is withdrawn by the first later reply that says something else of its line; a
    reply that is silent about a line leaves it.
    """
    last: dict[str, Reply] = {}
    open_now: dict[str, int] = {}
    claims: list[Claim] = []
    for (number, _at, _id), lines in sorted(replies.items()):
        for r in lines:
            last[r.key] = r
            at = open_now.get(r.key)
            if at is not None and (r.word != DISPUTED or claims[at].reply.claim != r.claim):
                claims[at] = Claim(claims[at].reply, r, number)
                del open_now[r.key]
            if r.word == DISPUTED and r.key not in open_now:
                open_now[r.key] = len(claims)
                claims.append(Claim(r))
    confirmed = tuple(last[key] for key in sorted(last) if last[key].word == CONFIRMED)
    return Story(confirmed, tuple(claims))


def _is_fen(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
