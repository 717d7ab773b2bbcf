"""统一社会信用代码 (GB 32100-2015): normal form, check character, repair suggestions.

The code's digits 3–8 name the first registrar and never follow a move: no district is ever taken from them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from operator import mul
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUE: Final = {c: i for i, c in enumerate(ALPHABET)}
_WEIGHTS: Final = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_LOOKALIKE: Final = str.maketrans({"O": "0", "I": "1", "Z": "2", "S": "5", "V": "U"})


def normalise(text: str) -> str:
    """Upper case, half width, no spaces or hyphens; nothing else is changed."""
    folded = unicodedata.normalize("NFKC", text).upper()
    return "".join(c for c in folded if not c.isspace() and c not in "-–—'`")


def check_character(first17: str) -> str:
    """Return the 18th character for 17 valid ones (GB 32100-2015, mod 31)."""
    total = sum(_VALUE[c] * w for c, w in zip(first17, _WEIGHTS, strict=True))
    return ALPHABET[(31 - total % 31) % 31]


def fault(code: str) -> str | None:
    """Return what is wrong with a normalised code, or None: ``length``, ``alphabet`` or ``check``."""
    if len(code) != 18:
        return "length"
    try:
        # 30,000 codes a month: mapped, this takes two thirds of the time of a loop. The weights end after 17 characters.
        total = sum(map(mul, map(_VALUE.__getitem__, code), _WEIGHTS))
        return None if _VALUE[code[17]] == (31 - total % 31) % 31 else "check"
    except KeyError:
        return "alphabet"


def faulty(codes: Iterable[str]) -> set[str]:
    """Those of many codes that ``fault`` finds something wrong with, judged a place at a time over all of them."""
    listed = list(codes)
    odd = {code for code in listed if len(code) != 18 or not code.isascii()}
    even = [code for code in listed if code not in odd] if odd else listed
    signs = "".join(even).encode("ascii")
    tables = _weighted()
    parts = [signs[place::18].translate(table) for place, table in enumerate(tables)]
    sums = map(sum, zip(*parts, strict=True))
    odd.update(code for code, total in zip(even, sums, strict=True) if total % 31)
    odd.update(even[at] for part in parts if _OUTSIDE in part for at, value in enumerate(part) if value == _OUTSIDE)
    return odd


_OUTSIDE: Final = 255


@cache
def _weighted() -> tuple[bytes, ...]:
    """For each of the 18 places, what a sign there adds to the sum that must be divisible by 31 (weights modulo 31)."""
    return tuple(
        bytes(_VALUE[chr(sign)] * weight % 31 if chr(sign) in _VALUE else _OUTSIDE for sign in range(256))
        for weight in (*_WEIGHTS, 1)
    )


def suggestion(code: str) -> str | None:
    """A likely intended code: look-alikes (O/0, I/1 …) mended or one neighbouring pair swapped. Never applied silently."""
    mended = code.translate(_LOOKALIKE)
    if mended != code and fault(mended) is None:
        return mended
    if len(code) == 18 and fault(code) == "check":
        for i in range(17):
            swapped = code[:i] + code[i + 1] + code[i] + code[i + 2 :]
            if swapped != code and fault(swapped) is None:
                return swapped
    return None
