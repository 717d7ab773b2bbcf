"""Finished Chinese sentences of the program read back in another language: whole, by their pattern, or piece by piece."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

CHINESE: Final = re.compile(r"[\u3400-\u9fff\u3001-\u3011\uff01-\uff5e\u3000]")
_WORD: Final = re.compile(r"[\u3400-\u9fff]")
_FIELD: Final = re.compile(r"\{\w+\}")
_LEVELS: Final = tuple(
    re.compile(f"({marks})")
    for marks in (
        r"\n", r"\u3000", r"[；。！？]", r"，", r"[：、（）“”〔〕【】《》→／|·]",
        r"(?<=\S) +(?=\S)|(?<=[\u3400-\u9fff])(?=[\d+-])|(?<=\d)(?=[\u3400-\u9fff])",
    )
)  # fmt: skip
"""Where a text was put together, the widest gaps first; last at spaces and between a word and a number."""
_MARKS: Final = {
    "；": "; ", "。": ". ", "，": ", ", "、": ", ", "：": ": ", "？": "? ", "！": "! ", "（": " (", "）": ")", "\u3000": "  ",
    "／": "/",
}  # fmt: skip
"""How the punctuation between translated pieces is written; what is not named stays."""
_SENTENCE: Final = re.compile(r"[A-Z][a-z]*[ .]")
_NAME: Final = re.compile(r"(?:公司|园|区|组团|厂|所|院|中心|集团|合伙|委|局)$")
"""How names end: they stay as they are wherever they stand."""
_PROSE: Final = re.compile(r"[，；。]")
FEW: Final = 4
"""A list of words and names is said with up to so many times more unknown characters than known; prose with no more."""
_CITES: Final = re.compile(r"第[一二三四五六七八九十]+[章节条款]")
_MONTHS: Final = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...]] = (
    (re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日"), lambda m: f"{int(m[3])} {_month(m[2])} {m[1]}"),
    (re.compile(r"(\d{4}) ?年 ?(\d{1,2}) ?月(?!\w)"), lambda m: f"{_month(m[2])} {m[1]}"),
    (re.compile(r"(\d{4}) ?年 ?第?([1-4]) ?季度"), lambda m: f"Q{m[2]} {m[1]}"),
    (re.compile(r"(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?日"), lambda m: f"{int(m[2])} {_month(m[1])}"),
    (re.compile(r"(?<!\d)(\d{1,2}) ?月(?!\w)"), lambda m: _month(m[1])),
    (re.compile(r"(\d{4}) ?年(?! ?[\d\u3400-\u9fff])"), lambda m: m[1]),
)
"""Days and months as an English reader writes them; a month alone only where nothing follows it."""
LEAST: Final = 2
"""A pattern needs so many Chinese characters or marks of its own, or it would take names for sentences."""


SURE: Final = 4
"""With so many of its own, its gaps may hold a clause; with fewer, a name or a number. No gap reaches over a full stop."""
_SHORT: Final = r"([^，；。：、？！\n\u3000]{0,30}?)"


@dataclass(frozen=True, slots=True)
class Pattern:
    """One sentence with gaps: what it matches, and its words in the other language by the order of the gaps."""

    source: str
    expression: str
    fields: tuple[str, ...]
    said: str
    weight: int

    def matches(self, text: str) -> re.Match[str] | None:
        """The match of a whole text; compiled when first asked: most of the two thousand are never met."""
        return _compiled(self.expression).fullmatch(text)


class Phrases:
    """A phrase book: source texts, some with gaps (``{n}``), and their translations."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        texts = {source.strip(): said.strip() or said for source, said in texts.items()}
        self._whole = {source: said for source, said in texts.items() if not _FIELD.search(source)}
        self._by_pair: dict[str, list[Pattern]] = {}
        for source, said in texts.items():
            if _FIELD.search(source) and (made := _pattern(source, said)) is not None:
                self._by_pair.setdefault(_rarest(source), []).append(made)
        self.said = lru_cache(maxsize=20_000)(self._said)
        """A finished text in the other language; names and what nobody translated stay as they are."""

    def _said(self, text: str) -> str:
        if not CHINESE.search(text):
            return text
        found = self._known(text.strip())
        if found is not None:
            return text.replace(text.strip(), found) if text != text.strip() else found
        return self._in_pieces(text)

    def _known(self, text: str) -> str | None:
        """A text that is in the book: whole, by a pattern, or as a sentence after its place (``place：sentence``)."""
        if text in self._whole:
            return self._whole[text]
        said, weight, led = self._matched(text) or (None, 0, True)
        for at in (m.start() for m in re.finditer("：", text)) if led else ():
            after = self._matched(text[at + 1 :])
            if after is not None and after[1] >= weight:  # else a gap at its beginning would swallow the place
                said, weight = f"{self.said(text[:at])}: {after[0]}", after[1]
        return said

    def _matched(self, text: str) -> tuple[str, int, bool] | None:
        """(a text in the other language, how many characters of it are the book's own, whether it begins with a gap)."""
        if text in self._whole:
            return self._whole[text], len(text), False
        pairs = {text[n : n + 2] for n in range(len(text) - 1)} | set(text)
        listed = (p for pair in pairs for p in self._by_pair.get(pair, ()))
        for pattern in sorted(listed, key=lambda p: (-p.weight, p.source)):
            if (match := pattern.matches(text)) is not None:
                inner = (self.said(given) for given in match.groups())
                told = pattern.said.format(**dict(zip(pattern.fields, inner, strict=True)))
                return told, pattern.weight, pattern.source.startswith("{")
        return None

    def _in_pieces(self, text: str) -> str:
        """A text put together of several: each piece that is known is said, with the marks between them."""
        if _CITES.search(text):
            return text  # the words of a law or plan are never half translated
        dated = _dated(text)
        told, known, unknown = self._told(dated, 0)
        least = known if _PROSE.search(text) else FEW * known
        if not known or unknown > least:
            return text if _WORD.search(dated) else dated  # half a sentence would be no language at all
        return re.sub(r"\( +", "(", re.sub(r"(?<=\S) {3,}", "  ", told)).strip()

    def _told(self, text: str, level: int) -> tuple[str, int, int]:
        """(the text said as far as it is known, how many of its Chinese characters are known, how many are not)."""
        words = len(_WORD.findall(text))
        if not words:
            return text, 0, 0
        found = self._known(text.strip())
        if found is not None:
            return found, words, 0
        while level < len(_LEVELS) and not _LEVELS[level].search(text):
            level += 1
        if level == len(_LEVELS):
            return text, 0, 0 if _NAME.search(text) else words
        pieces = [p or "" for p in _LEVELS[level].split(text)]
        told = [self._told(p, level + 1) if n % 2 == 0 else (p, 0, 0) for n, p in enumerate(pieces)]
        return _joined([t for t, _, _ in told]), sum(k for _, k, _ in told), sum(u for _, _, u in told)


def _joined(pieces: list[str]) -> str:
    """Pieces with the marks between them as they are written in the other language."""
    out = ""
    for n, piece in enumerate(pieces):
        said = _MARKS.get(piece, piece or " ") if n % 2 else piece
        if piece == "；" and n % 2 and _SENTENCE.match(pieces[n + 1]):
            said = ". "  # a reason or an advice with a verb of its own
        out = out.rstrip(" ") + said if n % 2 and said[:1] in ";.,:?!)" else out + said
    return out


def _pattern(source: str, said: str) -> Pattern | None:
    own = _FIELD.sub("", source)
    if not _WORD.search(own) or len(CHINESE.findall(own)) < LEAST:
        return None
    fields, parts, at = [], [], 0
    foreign = "".join(mark for mark in "。；" if mark not in own)
    fill = f"([^\\n{foreign}]*?)" if len(_WORD.findall(own)) >= SURE else _SHORT
    for gap in _FIELD.finditer(source):
        parts += [re.escape(source[at : gap.start()]), fill]
        fields.append(gap[0][1:-1])
        at = gap.end()
    parts.append(re.escape(source[at:]))
    names = _distinct(fields)
    words = _renamed(said, fields, names)
    return Pattern(source, "".join(parts), tuple(names), words, len(own))


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _distinct(fields: list[str]) -> list[str]:
    """Names of gaps that can be filled in by keyword, one a gap."""
    return [f"g{n}_{name}" for n, name in enumerate(fields)]


def _renamed(said: str, fields: Iterable[str], names: list[str]) -> str:
    left = list(zip(fields, names, strict=True))
    return _FIELD.sub(lambda m: "{" + next((new for old, new in left if old == m[0][1:-1]), m[0][1:-1]) + "}", said)


def _rarest(source: str) -> str:
    """What stands in every text of the pattern: the last two characters (or the one) of its longest Chinese part."""
    fixed = [m for part in _FIELD.split(source) for m in re.findall(r"[\u3400-\u9fff]+", part)]
    return str(max(fixed, key=len)[-2:])


def _month(text: str) -> str:
    n = int(text)
    return _MONTHS[n] if n < len(_MONTHS) else text


def _dated(text: str) -> str:
    for pattern, say in _DAYS:
        text = pattern.sub(say, text)
    return text
