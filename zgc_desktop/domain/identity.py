"""Who is whom (身份核对): candidates for a record whose credit code cannot be trusted, with scores and evidence in words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from zgc_desktop.domain.names import folded, likeness, normal_name

LEAST = 60
"""Below this score nobody is asked."""
MOST = 5
_RAREST = 4


class IdentityDecision(StrEnum):
    """同一企业, 不同企业, 以后再定."""

    SAME = "same"
    DIFFERENT = "different"
    LATER = "later"

    @property
    def word(self) -> str:
        return {"same": "同一企业", "different": "不同企业", "later": "以后再定"}[self.value]


@dataclass(frozen=True, slots=True)
class Record:
    """A company on file, or a row whose code cannot be trusted (``company_id`` None, ``place`` says where it stands)."""

    key: str
    credit_code: str
    name: str
    former_names: tuple[str, ...] = ()
    address: str = ""
    founded_on: str = ""
    company_id: int | None = None
    place: str = ""

    def basis(self) -> dict[str, object]:
        """The values a decision about this record rests on: when they change, it lapses."""
        return {
            "key": self.key,
            "code": self.credit_code,
            "name": folded(self.name),
            "former": sorted(folded(n) for n in self.former_names),
            "address": folded(self.address),
            "founded": self.founded_on,
        }


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing that speaks for or against: what, in words, and its points of the score."""

    what: str
    text: str
    points: int


@dataclass(frozen=True, slots=True)
class Resemblance:
    """A record and the company on file it may be, with the score (0–100) and the evidence it adds up from."""

    record: Record
    other: Record
    score: int
    evidence: tuple[Evidence, ...]

    @property
    def pair(self) -> str:
        """The pair's number: stable, whichever of the two came first."""
        text = "\x1f".join(sorted((self.record.key, self.other.key)))
        return hashlib.sha256(text.encode()).hexdigest()[:8]

    @property
    def basis(self) -> str:
        """The deciding values of both sides as JSON, in a fixed order."""
        both = sorted((self.record.basis(), self.other.basis()), key=lambda b: str(b["key"]))
        return json.dumps(both, ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision on a pair as kept: what, why, who, when; undone ones stay in the list."""

    id: int
    pair: str
    decision: IdentityDecision
    basis: str
    reason: str
    who: str
    day: date
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """A pair to decide, with the decision in force (None = open) and the one that lapsed because values changed."""

    resemblance: Resemblance
    decided: Decided | None = None
    lapsed: Decided | None = None

    @property
    def open(self) -> bool:
        """Whether a person is still to be asked: nothing decided, or put off (以后再定)."""
        return self.decided is None or self.decided.decision is IdentityDecision.LATER


def compare(record: Record, other: Record) -> tuple[int, tuple[Evidence, ...]]:
    """How likely two records are one company, 0–100, and why: name 70, address 15, founding day 15, nearly the same code 10."""
    evidence = []
    best, text = likeness(record.name, other.name), f"名称相似 {likeness(record.name, other.name)}"
    for mine, theirs in (
        *((record.name, old) for old in other.former_names),
        *((old, other.name) for old in record.former_names),
    ):
        like = likeness(mine, theirs) - 3
        if like > best:
            best, text = like, f"与曾用名相似 {like + 3}（{mine}／{theirs}）"
    evidence.append(Evidence("名称", text, best * 70 // 100))
    if record.address and other.address:
        same = folded(record.address) == folded(other.address)
        evidence.append(Evidence("地址", "注册地址相同" if same else "注册地址不同", 15 if same else 0))
    if record.founded_on and other.founded_on:
        same = record.founded_on == other.founded_on
        evidence.append(Evidence("成立日期", "成立日期相同" if same else "成立日期不同", 15 if same else -5))
    if len(record.credit_code) == len(other.credit_code) == 18 and record.credit_code != other.credit_code:
        apart = sum(1 for a, b in zip(record.credit_code, other.credit_code, strict=True) if a != b)
        if apart <= 2:
            evidence.append(Evidence("信用代码", f"信用代码只差 {apart} 位", 10))
    return max(0, min(100, sum(e.points for e in evidence))), tuple(evidence)


def resemblances(
    records: Iterable[Record], known: Sequence[Record], *, least: int = LEAST, most: int = MOST
) -> tuple[Resemblance, ...]:
    """The companies on file each record may be, best first; a pair once. Blocking by the rarest pairs of signs of the name."""
    index: dict[str, list[int]] = {}
    for n, other in enumerate(known):
        for gram in {g for name in (other.name, *other.former_names) for g in _grams(name)}:
            index.setdefault(gram, []).append(n)
    found: list[Resemblance] = []
    seen: set[str] = set()
    for record in records:
        hits = [
            Resemblance(record, known[n], score, evidence)
            for n in _near(record, index)
            if known[n].key != record.key
            for score, evidence in (compare(record, known[n]),)
            if score >= least
        ]
        for hit in sorted(hits, key=lambda r: (-r.score, r.other.key))[:most]:
            if hit.pair not in seen:
                seen.add(hit.pair)
                found.append(hit)
    return tuple(sorted(found, key=lambda r: (-r.score, r.record.key, r.other.key)))


def _grams(name: str) -> set[str]:
    text = normal_name(name)
    return {text[i : i + 2] for i in range(len(text) - 1)} or {text}


def _near(record: Record, index: Mapping[str, Sequence[int]]) -> list[int]:
    """Places of companies that share a rare pair of signs: common ones (科技, 有限) find nobody in particular."""
    near: set[int] = set()
    for name in (record.name, *record.former_names):
        shared = sorted((g for g in _grams(name) if g in index), key=lambda g: (len(index[g]), g))
        for gram in shared[:_RAREST]:
            near.update(index[gram])
    return sorted(near)


def in_force(resemblance: Resemblance, decisions: Iterable[Decided]) -> Proposal:
    """The pair with the newest decision that still holds, or with the one that lapsed."""
    mine = [d for d in decisions if d.pair == resemblance.pair and not d.undone]
    if not mine:
        return Proposal(resemblance)
    newest = max(mine, key=lambda d: d.id)
    return Proposal(resemblance, newest) if newest.basis == resemblance.basis else Proposal(resemblance, None, newest)
