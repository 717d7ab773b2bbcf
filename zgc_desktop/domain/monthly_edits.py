"""Sentences people write in place of generated ones: kept when figures change, and marked where a number in them is stale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from zgc_desktop.domain.monthly import EditedSentence, MonthlyDocument

NUMBER: Final = re.compile(r"(?<![0-9A-Za-z.,])[0-9][0-9,]*(?:\.[0-9]+)?%?")

SECTIONS: Final = {
    "brief": "要情",
    "coordination": "提请协调事项",
    "reporting": "报送情况通报",
    "companies": "企业总体",
    "moves": "跨区迁移",
    "sharing": "税收分享",
    "tiers": "梯队",
    "clusters": "组团",
    "land": "用地准入与联合审议",
    "targets": "规划目标",
    "matters": "问题与建议",
}
"""Sections whose sentences can be edited, in the order of the report."""


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence as a person wrote it, and the generated one it stands for."""

    section: str
    place: int
    generated: str
    text: str
    written_by: str
    written_at: str


def numbers(text: str) -> list[str]:
    """The numbers in a sentence as written: ``9,631``, ``3.2%``."""
    return [n.rstrip(",") for n in NUMBER.findall(text)]


def stale_numbers(written: str, generated_then: str, generated_now: str) -> tuple[tuple[str, str], ...]:
    """The numbers of a written sentence that its figures no longer give, each with what they give now (— = nothing).

    A number counts as taken from the figures when the generated sentence it was written against held it too.
    """
    then, now = numbers(generated_then), numbers(generated_now)
    gone = Counter(then) - Counter(now)
    became = {a: b for a, b in zip(then, now, strict=True) if a != b} if len(then) == len(now) else {}
    found = []
    for number in dict.fromkeys(numbers(written)):
        if number in became:
            found.append((number, became[number]))
        elif gone[number] and number not in now:
            found.append((number, "—"))
    return tuple(found)


def sentences(doc: MonthlyDocument, section: str) -> tuple[str, ...]:
    """The sentences of one section."""
    return doc.coordination if section == "coordination" else tuple(doc.sentences.get(section, ()))


def apply(doc: MonthlyDocument, written: Iterable[WrittenSentence]) -> MonthlyDocument:
    """The document with the written sentences in place of the generated ones, each with its stale numbers."""
    edited: list[EditedSentence] = []
    told = {section: list(sentences(doc, section)) for section in SECTIONS}
    generated = {section: tuple(texts) for section, texts in told.items()}
    for w in written:
        texts = told.get(w.section)
        if texts is None:
            continue
        at = standing_at(w, generated[w.section])
        now = generated[w.section][at] if at < len(generated[w.section]) else ""
        if at < len(texts):
            texts[at] = w.text
        else:  # the figures no longer give this sentence; what a person wrote stays, marked
            texts.append(w.text)
            at = len(texts) - 1
        edited.append(EditedSentence(w.section, at + 1, now, stale_numbers(w.text, w.generated, now)))
    whole = {section: tuple(texts) for section, texts in told.items() if section != "coordination"}
    kept = {section: whole.get(section, texts) for section, texts in doc.sentences.items()}
    kept |= {section: texts for section, texts in whole.items() if texts and section not in kept}
    return replace(doc, sentences=kept, coordination=tuple(told["coordination"]), edited=tuple(edited))


def standing_at(written: WrittenSentence, generated: tuple[str, ...]) -> int:
    """Where a written sentence belongs now: the generated one of the same words, whatever its figures, else its old place."""
    frame = NUMBER.sub("#", written.generated)
    same = [n for n, text in enumerate(generated) if NUMBER.sub("#", text) == frame]
    if same:
        return min(same, key=lambda n: abs(n - written.place))
    return written.place if written.place < len(generated) else len(generated)
