"""Case slips (案卷): what three parties wrote of a move, merged by what was written and never by when it arrived.

A slip is a set of records that only grows. Every record names who wrote it and which records it replaces, and is known by
the hash of its content; so two sets are merged by union, and any order, repeat or detour of packages ends in one state.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from zgc_desktop.domain.case_events import CITY as CITY_SIDE
from zgc_desktop.domain.case_events import INTO, OUT, check_position
from zgc_desktop.domain.errors import Refused
from zgc_desktop.domain.exchange.manifest import CITY
from zgc_desktop.domain.money import Fen, to_fen
from zgc_desktop.domain.moves import KINDS, NATURES, CaseState

OPEN, FACT, SAY = "open", "fact", "say"
_CONTENT: Final = {
    OPEN: frozenset({"name", "opened_on"}),
    FACT: frozenset({"field", "value", "source"}),
    SAY: frozenset({"side", "answer", "reason", "day"}),
}
NUMBER, STATE, BASE = "number", "state", "base_"
ENDED: Final = frozenset({CaseState.LANDED.value, CaseState.SHARING.value, CaseState.CLOSED.value, CaseState.WITHDRAWN.value})
_ALL: Final = frozenset({OUT, INTO, CITY_SIDE})
FIELDS: Final[Mapping[str, tuple[str, frozenset[str]]]] = {
    NUMBER: ("案件号", frozenset({CITY_SIDE})),
    STATE: ("状态", frozenset({CITY_SIDE})),
    "nature": ("性质", _ALL),
    "kind": ("方式", _ALL),
    "registered_on": ("变更登记日", _ALL),
    "at_capacity_on": ("达产日", frozenset({INTO, CITY_SIDE})),
    "first_tax_on": ("首次纳税日", frozenset({INTO, CITY_SIDE})),
}
"""Every fact of a case, its name, which sides may state it; base years are ``base_2023`` and belong to 迁出方 and city."""
_DAYS: Final = ("registered_on", "at_capacity_on", "first_tax_on")


@dataclass(frozen=True, slots=True)
class SlipKey:
    """Which move a slip is about: the company, from where to where, and the how-manieth time. Nobody need hand out numbers."""

    credit_code: str
    from_park: str
    to_park: str
    time: int = 1

    def __str__(self) -> str:
        return f"{self.credit_code}|{self.from_park}|{self.to_park}|{self.time}"

    @classmethod
    def parse(cls, text: str) -> SlipKey:
        """The key of a text; ValueError for another text."""
        code, out, into, time = text.split("|")
        if not (code and out and into) or out == into or not (time.isascii() and time.isdigit()) or int(time) < 1:
            raise ValueError(text)
        return cls(code, out, into, int(time))

    def side_of(self, party: str) -> str:
        """迁出方, 迁入方 or 市级; "" for a party that is not of this case."""
        return {CITY: CITY_SIDE, self.from_park: OUT, self.to_park: INTO}.get(party, "")

    @property
    def parties(self) -> tuple[str, str, str]:
        return self.from_park, self.to_park, CITY


@dataclass(frozen=True, slots=True)
class SlipRecord:
    """One thing one party wrote of one case; ``parents`` are the records it replaces (of the same fact)."""

    slip: SlipKey
    kind: str
    by: str
    person: str
    at: str
    content: tuple[tuple[str, str], ...]
    parents: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """SHA-256 of everything it says: the same record is the same wherever it came from."""
        return hashlib.sha256(json.dumps(as_plain(self), ensure_ascii=False, sort_keys=True).encode()).hexdigest()

    def __getitem__(self, key: str) -> str:
        return next((v for k, v in self.content if k == key), "")

    @property
    def side(self) -> str:
        return self.slip.side_of(self.by)

    @property
    def order(self) -> tuple[str, str]:
        return self.at, self.id


def record(
    slip: SlipKey, kind: str, by: str, person: str, at: str, content: Mapping[str, str], parents: Iterable[str] = ()
) -> SlipRecord:
    """A new record, checked. Refused where the party may not write this."""
    made = SlipRecord(slip, kind, by, person, at, tuple(sorted(content.items())), tuple(sorted(set(parents))))
    require_sound(made)
    return made


def as_plain(item: SlipRecord) -> dict[str, Any]:
    """A record as plain values, for the package and for its id."""
    return {
        "slip": str(item.slip), "kind": item.kind, "by": item.by, "person": item.person, "at": item.at,
        "content": dict(item.content), "parents": list(item.parents),
    }  # fmt: skip


def from_plain(told: object) -> SlipRecord:
    """The record of plain values. Refused for anything that is no record a party may write."""
    try:
        if not isinstance(told, dict) or set(told) != {"slip", "kind", "by", "person", "at", "content", "parents"}:
            raise ValueError("keys")
        content, parents = told["content"], told["parents"]
        texts = [told["kind"], told["by"], told["person"], told["at"], *content, *content.values(), *parents]
        if not all(isinstance(t, str) for t in texts) or not isinstance(parents, list):
            raise ValueError("texts")
        key = SlipKey.parse(told["slip"])
        return record(key, told["kind"], told["by"], told["person"], told["at"], content, parents)
    except (ValueError, TypeError, AttributeError, KeyError) as error:
        raise Refused("案卷里有读不懂的记录", advice="请对方重新打包") from error


def require_sound(item: SlipRecord) -> None:
    """Refused unless this party may write this of this case: each acts in its own lane only."""
    key, where = item.slip, f"{item.slip.credit_code} {item.slip.from_park}→{item.slip.to_park}"
    if not item.side:
        parties = "、".join(key.parties)
        raise Refused(f"{item.by}不是本案的一方", where=where, advice=f"本案各方：{parties}")
    if item.kind not in _CONTENT or {k for k, _ in item.content} != _CONTENT[item.kind]:
        raise ValueError(item.kind)
    if not item.person:
        raise Refused("须写明经办人", where=where)
    datetime.fromisoformat(item.at)
    if item.kind == OPEN:
        date.fromisoformat(item["opened_on"])
        if not item["name"]:
            raise Refused("没有写企业名称", where=where)
    elif item.kind == SAY:
        _require_answer(item, where)
    else:
        _require_fact(item, where)


def _require_answer(item: SlipRecord, where: str) -> None:
    if item["side"] != item.side and item.side != CITY_SIDE:
        raise Refused(f"{item.by}是{item.side}，不能代{item['side']}表态", where=where)
    check_position(where, item["side"], item["answer"], item["reason"])
    date.fromisoformat(item["day"])


def _require_fact(item: SlipRecord, where: str) -> None:
    name, value = item["field"], item["value"]
    title, sides = field_of(name)
    if item.side not in sides:
        raise Refused(f"{title}不由{item.side}填写", where=where, advice=f"由{'、'.join(sorted(sides))}填写")
    if name in _DAYS and value:
        date.fromisoformat(value)
    allowed = {"nature": NATURES, "kind": KINDS, STATE: tuple(s.value for s in CaseState)}.get(name)
    if allowed is not None and value not in allowed:
        raise Refused(f"没有“{value}”这种{title}", where=where, advice=f"可用：{'、'.join(allowed)}")
    if name.startswith(BASE):
        if not item["source"]:
            raise Refused(f"{title}没有注明来源", where=where, advice="请写明税务证明或案卷页码")
        if fen_of_yuan(value) < 0:
            raise Refused(f"{title}为负", where=where, advice="请核对后重新登记")


def fen_of_yuan(text: str) -> Fen:
    """An amount in 元 as whole 分. ValueError for a text that is none."""
    try:
        amount = Decimal(text.replace(",", "").replace("，", "").replace(" ", ""))
        if not amount.is_finite() or amount != round(amount, 2):
            raise ValueError(text)
        return to_fen(amount)
    except InvalidOperation as error:
        raise ValueError(text) from error


def field_of(name: str) -> tuple[str, frozenset[str]]:
    """(title, sides that may state it) of a fact. ValueError for a name that is none."""
    if name in FIELDS:
        return FIELDS[name]
    year = name.removeprefix(BASE)
    if name.startswith(BASE) and len(year) == 4 and year.isascii() and year.isdigit():
        return f"基数 {year} 年（元）", frozenset({OUT, CITY_SIDE})
    raise ValueError(name)


@dataclass(frozen=True, slots=True)
class FactState:
    """One fact of a case as all its records have it: the value that stands, who stated it, and what is contested.

    With more than one head the parties differ: ``base`` is the last value they shared, and it stands until a person decides.
    """

    field: str
    heads: tuple[SlipRecord, ...]
    base: SlipRecord | None

    @property
    def title(self) -> str:
        return field_of(self.field)[0]

    @property
    def value(self) -> str:
        """What stands."""
        if self.is_contested:
            return self.base["value"] if self.base else ""
        return self.heads[-1]["value"]

    @property
    def is_contested(self) -> bool:
        return len({h["value"] for h in self.heads}) > 1

    def sides(self, me: str) -> tuple[str, str, str]:
        """(mine, theirs, base) as ``me`` sees a contested fact; theirs names who said what."""
        mine = "；".join(h["value"] for h in self.heads if h.by == me)
        theirs = "；".join(f"{h.by} {h['value']}" for h in self.heads if h.by != me)
        return mine, theirs, self.base["value"] if self.base else ""


@dataclass(frozen=True, slots=True)
class Slip:
    """One case as its records tell it: opened by whom, every fact, what each side said in order."""

    key: SlipKey
    opened: SlipRecord | None
    facts: Mapping[str, FactState]
    said: Mapping[str, tuple[SlipRecord, ...]]

    def value(self, field: str) -> str:
        """What stands of a fact; "" where nobody stated it."""
        return self.facts[field].value if field in self.facts else ""

    @property
    def name(self) -> str:
        return self.opened["name"] if self.opened else ""

    @property
    def contested(self) -> tuple[FactState, ...]:
        """Facts on which the parties differ."""
        return tuple(f for f in self.facts.values() if f.is_contested)

    @property
    def is_ended(self) -> bool:
        return self.value(STATE) in ENDED

    def last_word(self, side: str) -> SlipRecord | None:
        """What a side said last; its own word before one the city wrote down for it."""
        said = self.said.get(side, ())
        own = [r for r in said if r.side == side]
        found = own or said
        return found[-1] if found else None


def slips(records: Iterable[SlipRecord]) -> tuple[Slip, ...]:
    """Every case the records tell of, by company, parks and time: a pure function of the set, whatever its order."""
    of_key: dict[SlipKey, dict[str, SlipRecord]] = {}
    for item in records:
        of_key.setdefault(item.slip, {})[item.id] = item
    return tuple(_slip(key, of_key[key]) for key in sorted(of_key, key=str))


def _slip(key: SlipKey, records: Mapping[str, SlipRecord]) -> Slip:
    ordered = sorted(records.values(), key=lambda r: r.order)
    opened = next((r for r in ordered if r.kind == OPEN), None)
    names = sorted({r["field"] for r in ordered if r.kind == FACT})
    facts = {n: _fact(n, [r for r in ordered if r.kind == FACT and r["field"] == n]) for n in names}
    said: dict[str, list[SlipRecord]] = {}
    for r in sorted((r for r in ordered if r.kind == SAY), key=lambda r: (r["day"], *r.order)):
        said.setdefault(r["side"], []).append(r)
    return Slip(key, opened, facts, {side: tuple(found) for side, found in sorted(said.items())})


def _fact(name: str, stated: Sequence[SlipRecord]) -> FactState:
    known = {r.id: r for r in stated}
    replaced = {p for r in stated for p in r.parents}
    heads = tuple(r for r in stated if r.id not in replaced)
    above = [_ancestors(r, known) for r in heads]
    shared = set.intersection(*above) if len(above) > 1 else set()
    # The last they shared is the one that has all the others above itself; ties only after quarrels within quarrels.
    last = max(shared, key=lambda i: (len(_ancestors(known[i], known)), known[i].order), default=None)
    return FactState(name, heads, known[last] if last else None)


def _ancestors(item: SlipRecord, known: Mapping[str, SlipRecord]) -> set[str]:
    found: set[str] = set()
    left = [p for p in item.parents if p in known]
    while left:
        at = left.pop()
        if at not in found:
            found.add(at)
            left += [p for p in known[at].parents if p in known]
    return found


def require_carrier(records: Iterable[SlipRecord], sender: str, is_known: Callable[[str], bool]) -> None:
    """Refused where a package brings what its sender may not bring: the city passes on everybody's, a park its own only.

    Another party's records that we hold already may lie in any package: they are the same to the letter.
    """
    for item in records:
        if sender in (CITY, item.by) or is_known(item.id):
            continue
        raise Refused(
            f"{sender}的包里有{item.by}的新记录", where=f"{item.slip.credit_code}", why="各方只能写自己的一栏",
            advice="请由该方自己打包，或经市级转送",
        )  # fmt: skip


def next_key(known: Iterable[Slip], credit_code: str, from_park: str, to_park: str) -> SlipKey:
    """The key of the move under way of this company between these parks, or of the next one where all before have ended."""
    same = [s for s in known if (s.key.credit_code, s.key.from_park, s.key.to_park) == (credit_code, from_park, to_park)]
    under_way = [s.key for s in same if not s.is_ended]
    if under_way:
        return under_way[0]
    return SlipKey(credit_code, from_park, to_park, max((s.key.time for s in same), default=0) + 1)


def state_hash(records: Iterable[SlipRecord]) -> str:
    """The hash of the set: equal at two parties exactly where both hold the same records, and so the same cases."""
    ids = sorted({item.id for item in records})
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()
