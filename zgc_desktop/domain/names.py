"""Company names (企业名称): one normal form for the many ways to write a name, and how alike two names are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

_BRACKETED_PLACE: Final = re.compile(r"\((?:北京|中国|北京市)\)")
_NOISE: Final = re.compile(r"[\s·•.,，。、\-—_'\"“”‘’《》<>()\[\]【】]+")
# Longest first: 有限责任公司 contains 公司, and 股份有限公司 must not be read as 有限公司 after a 股份.
_FORMS: Final = (
    ("股份有限责任公司", "股份"),
    ("股份有限公司", "股份"),
    ("有限责任公司", "有限"),
    ("有限公司", "有限"),
    ("集团公司", "集团"),
    ("总公司", "总公司"),
    ("(有限合伙)", "合伙"),
    ("(普通合伙)", "合伙"),
)
_VARIANTS: Final = str.maketrans(
    {"號": "号", "國": "国", "華": "华", "電": "电", "業": "业", "発": "发", "總": "总", "〇": "零"}
)
_PLACES: Final = re.compile(r"^(?:中国)?(?:北京市|北京)(?:市辖区)?(?!.{0,3}$)")
_BRANCH: Final = re.compile(r"分公司|分店|支行|分行|营业部|办事处|分社|分理处|加油站|销售部|代表处|门市部|工作部")
_BRANCH_AT_MOST: Final = 55


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known company a name may mean: its credit code, its name, how alike (0–100), and what speaks for it, in words."""

    credit_code: str
    name: str
    score: int
    evidence: tuple[str, ...]


def folded(name: str) -> str:
    """The name in half width without spaces, brackets all alike: what two careful typists would both write."""
    text = unicodedata.normalize("NFKC", name).translate(_VARIANTS)
    text = unicodedata.normalize("NFKC", "".join(text.split()).upper())
    for wide, narrow in (("〔", "("), ("〕", ")"), ("[", "("), ("]", ")"), ("【", "("), ("】", ")")):
        text = text.replace(wide, narrow)
    return text


def normal_name(name: str) -> str:
    """The normal form for comparing: width, spaces, brackets, legal form and the city in front no longer matter.

    ``北京市甲乙科技有限责任公司`` and ``甲乙科技（北京）有限公司`` are one.
    Branches keep their word: a branch is another company.
    """
    text = _BRACKETED_PLACE.sub("", folded(name))
    for form, short in _FORMS:
        if form in text:
            text = text.replace(form, short)
            break
    text = _PLACES.sub("", text)
    return _NOISE.sub("", text)


def _bigrams(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)} or {text}


def likeness(one: str, other: str) -> int:
    """How alike two names are, 0–100. 100: the same careful writing; 95: the same normal form; below by shared pairs of signs.

    A head office and its branch are never more than 55 alike, however much of the name they share.
    """
    if not one.strip() or not other.strip():
        return 0
    if folded(one) == folded(other):
        return 100
    a, b = normal_name(one), normal_name(other)
    if a == b:
        return 95
    pairs_a, pairs_b = _bigrams(a), _bigrams(b)
    shared = len(pairs_a & pairs_b)
    score = round(90 * 2 * shared / (len(pairs_a) + len(pairs_b)))
    if set(_BRANCH.findall(a)) != set(_BRANCH.findall(b)):
        score = min(score, _BRANCH_AT_MOST)
    return score


def candidates(
    name: str,
    known: Mapping[str, str],
    *,
    former: Mapping[str, Iterable[str]] | None = None,
    code: str = "",
    least: int = 60,
    most: int = 5,
) -> tuple[Candidate, ...]:
    """The known companies (code → name) a name may mean, best first; with evidence. Former names count a little less.

    ``code`` is the credit code written beside the name, as far as it can be read: most characters in common is evidence.
    """
    wanted = _bigrams(normal_name(name))
    scored: list[Candidate] = []
    for known_code, known_name in known.items():
        best, evidence = 0, []
        if wanted & _bigrams(normal_name(known_name)):
            best = likeness(name, known_name)
            evidence = [f"名称相似 {best}"] if best else []
        for old in (former or {}).get(known_code, ()):
            old_score = likeness(name, old) - 3
            if old_score > best:
                best, evidence = old_score, [f"与曾用名“{old}”相似 {old_score + 3}"]
        if code and known_code != code and len(code) == len(known_code):
            different = sum(1 for x, y in zip(code, known_code, strict=True) if x != y)
            if different <= 2:
                best = min(100, best + 10)
                evidence.append(f"信用代码只差 {different} 位")
        if best >= least:
            scored.append(Candidate(known_code, known_name, best, tuple(evidence)))
    return tuple(sorted(scored, key=lambda c: (-c.score, c.credit_code))[:most])
