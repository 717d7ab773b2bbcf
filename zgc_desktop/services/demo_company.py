"""Invented companies for the demonstration: names, codes, addresses and figures from a seed, alike on every machine."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Final, TypeVar

from zgc_desktop.domain.catalogue import Catalogue
from zgc_desktop.domain.credit_code import ALPHABET, check_character
from zgc_desktop.domain.money import Fen
from zgc_desktop.domain.periods import Month

T = TypeVar("T")
HUNDRED_YUAN: Final = 10_000
"""Template figures in 万元 have two decimals: monthly revenue is whole hundreds of 元."""
OUTSIDE: Final = "园内组团外"


class Dice:
    """A small congruential generator: the same throws from the same words, in every version of Python."""

    def __init__(self, *seeds: object) -> None:
        self._state = 0
        for byte in "/".join(str(s) for s in seeds).encode():
            self._state = (self._state * 1_099_511_628_211 + byte + 1) % 2**64
        self.below(2)

    def below(self, sides: int) -> int:
        """A whole number from 0 to ``sides`` - 1."""
        self._state = (self._state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) % 2**64
        return (self._state >> 33) % sides

    def between(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[self.below(len(choices))]

    def chance(self, percent: int) -> bool:
        """True so many times in a hundred."""
        return self.below(100) < percent


@dataclass(frozen=True, slots=True)
class Company:
    """One invented company; ``monthly_fen`` is its ordinary revenue of a month."""

    code: str
    name: str
    park: str
    cluster: str
    address: str
    industry: str
    business: str
    founded_on: date
    employees: int
    monthly_fen: Fen
    rd_permille: int
    tax_permille: int
    patents: int
    tier: str = ""
    taxes: Mapping[Month, tuple[Fen, Fen]] = field(default_factory=dict)
    """增值税 and 企业所得税 laid down for a month, where a story needs them."""


def organisation_check(body: str) -> str:
    """The ninth character of a 主体标识码 (GB 11714) for its first eight."""
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(int(c, 36) * w for c, w in zip(body, weights, strict=True)) % 11
    return "X" if rest == 10 else "0" if rest == 11 else str(rest)


def invent_code(dice: Dice, prefix: str) -> str:
    """A valid credit code of a company registered in a district; its MAY numbers are not issued yet."""
    body = "MAY" + "".join(dice.pick(ALPHABET) for _ in range(5))
    first = f"91{prefix}{body}{organisation_check(body)}"
    return first + check_character(first)


def wrong_check(code: str) -> str:
    """The same code with a check character that does not fit."""
    return code[:17] + ALPHABET[(ALPHABET.index(code[17]) + 7) % len(ALPHABET)]


class Inventor:
    """Makes companies one by one; remembers names and codes so that none comes twice."""

    def __init__(self, config: Mapping[str, Any], catalogue: Catalogue) -> None:
        self.config, self.catalogue = config, catalogue
        self._taken: set[str] = set()

    def company(self, park: str, key: object, industry: str = "") -> Company:
        """An invented company of a park; the same ``key`` always gives the same one."""
        dice = Dice(self.config["seed"], park, key)
        cluster, address, planned = self._place(dice, park)
        known = list(self.catalogue.industries)
        if not industry:
            fits = [i for i in planned if i in known] or known
            industry = dice.pick(known if dice.chance(self.config["off_focus_percent"]) else fits)
        size = dice.pick((60, 120, 250, 400, 800, 1500))
        monthly = dice.between(size * 50, size * 150) * HUNDRED_YUAN
        return Company(
            self._fresh(dice, lambda: invent_code(dice, self._prefix(park))),
            self._fresh(dice, lambda: self._name(dice, industry)),
            park,
            cluster,
            address,
            industry,
            dice.pick(self.config["names"]["business"][industry]),
            date(2026, 6, 30) - timedelta(days=dice.between(200, 6500)),
            max(6, size // 4 + dice.between(-10, 40)),
            monthly,
            dice.between(25, 140),
            dice.between(22, 48),
            dice.between(0, 60),
        )

    def founded(self, company: Company, month: Month) -> Company:
        """The company as if founded in a month, still small."""
        day = date(month.year, month.month, Dice(company.code).between(3, 24))
        small = company.monthly_fen // 20 // HUNDRED_YUAN * HUNDRED_YUAN
        return replace(company, founded_on=day, monthly_fen=small, employees=8, patents=0)

    def moved(self, company: Company, park: str) -> Company:
        """The company at a new address in another park; its code never changes."""
        cluster, address, _ = self._place(Dice(self.config["seed"], company.code, park), park, inside=True)
        return replace(company, park=park, cluster=cluster, address=address)

    def _fresh(self, dice: Dice, make: Callable[[], str]) -> str:
        while (made := make()) in self._taken:
            dice.below(2)
        self._taken.add(made)
        return made

    def _prefix(self, park: str) -> str:
        party = self.catalogue.party_of(park)
        return party.registry_codes[0] if party.registry_codes else party.code

    def _name(self, dice: Dice, industry: str) -> str:
        names = self.config["names"]
        brand = "".join(dice.pick(names[k]) for k in ("first", "second", "third"))
        return f"北京{brand}{dice.pick(names['words'][industry])}{dice.pick(names['suffixes'])}"

    def _place(self, dice: Dice, park: str, *, inside: bool = False) -> tuple[str, str, tuple[str, ...]]:
        """Cluster as the park would fill it in, address, and the industries planned there."""
        party = self.catalogue.party_of(park)
        town = "北京经济技术开发区" if not party.administrative else f"北京市{party.name}"
        street = f"{dice.pick(self.config['names']['streets'])}{dice.between(1, 98)}号院{dice.between(1, 12)}号楼"
        cluster = dice.pick(self.catalogue.clusters_of(park))
        if not inside and dice.chance(self.config["outside_percent"]):
            return OUTSIDE, town + street, cluster.industries
        keywords = [p.keywords[0] for p in cluster.places if p.keywords]
        place = dice.pick(keywords) if keywords else ""
        filled = "" if not inside and dice.chance(self.config["unplaced_percent"]) else cluster.name
        return filled, town + place + street, cluster.industries
