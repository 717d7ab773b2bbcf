"""Pinyin initials (拼音首字母) of Chinese names: bjhyzz finds 北京衡岳智造; from a small table, without a dictionary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

FIRST: Final = 0x4E00
"""The character the table begins with."""
MOST_VARIANTS: Final = 3
_LEFT_OUT: Final = "()（）[]【】·•.．,，、-—–_ 　“”\"'&/\\"


@dataclass(frozen=True, slots=True)
class Initials:
    """The commonest initial of every character, and a second one where a second reading is common too (重 z, c)."""

    first: Mapping[int, str | None]
    second: Mapping[str, str]

    def of(self, name: str) -> str:
        """The initials of a name, further readings of its characters on lines of their own; other letters as they are."""
        found = [name.translate(self.first)]
        for at, sign in enumerate(name):
            if sign in self.second and len(found) <= MOST_VARIANTS:
                found.append((name[:at] + self.second[sign] + name[at + 1 :]).translate(self.first))
        return "\n".join(found)


def initials(table: str) -> Initials:
    """Read ``resources/pinyin/initials.txt``; its form is described beside it."""
    letters, _, more = table.partition("\n\n")
    first: dict[int, str | None] = {FIRST + n: letter for n, letter in enumerate("".join(letters.split())) if letter != "."}
    first |= {ord(sign): None for sign in _LEFT_OUT}
    return Initials(first, {pair[0]: pair[1] for pair in more.split()})
