"""The Chinese sentences known errors are raised with, read from the sources: what, where, why and advice with their gaps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CHINESE = re.compile(r"[\u3400-\u9fff]")
ROOMS = ("zgc_desktop", "db", "reports")
NOT_SHOWN = {
    "zgc_desktop/cli": "the command line speaks Chinese only; the window never calls it",
    "zgc_desktop/ui/self_test.py": "the self-test of a build prints to the console",
}
"""Where refusals never reach a window, and why."""
GAP = "{}"
DEEPEST = 3
"""How many names of names a text is followed through."""

Named = Mapping[str, Sequence[ast.expr]]


@dataclass(frozen=True)
class Raised:
    """One place an error is made: where in the sources, and the texts its arguments can have, by argument."""

    place: str
    texts: Mapping[str, tuple[str, ...]]


@cache
def raised(root: Path) -> tuple[Raised, ...]:
    """Every known error the window can show, with its Chinese texts; what is filled in is a gap."""
    sources = {p: p.read_text(encoding="utf-8") for room in ROOMS for p in sorted((root / room).rglob("*.py"))}
    kinds = _kinds(sources.values())
    makers = kinds | _makers(sources.values(), kinds)
    speaks = re.compile(rf"\b(?:{'|'.join(sorted(makers))})\b")
    nodes = {p: list(ast.walk(ast.parse(text))) for p, text in sources.items() if CHINESE.search(text) and speaks.search(text)}
    named = {path: _named(inside) for path, inside in nodes.items()}
    shared = {name: values for found in named.values() for name, values in found.items() if name.isupper()}
    found = []
    for path, inside in nodes.items():
        place = path.relative_to(root).as_posix()
        if not place.startswith(tuple(NOT_SHOWN)):
            known = {**shared, **named[path]}
            each = ((call.lineno, _texts(call, known)) for call in _calls(inside, makers))
            found += [Raised(f"{place}:{line}", texts) for line, texts in each if texts]
    return tuple(found)


def _kinds(sources: Iterable[str]) -> set[str]:
    """The names of the known errors: KnownError and everything built on it, and the patcher's own, which a refusal repeats."""
    bases = [(name, base) for text in sources for name, base in re.findall(r"^class (\w+)\((\w+)\):", text, re.MULTILINE)]
    kinds = {"KnownError", "CannotPatch"}
    while more := {name for name, base in bases if base in kinds} - kinds:
        kinds |= more
    return kinds


def _makers(sources: Iterable[str], kinds: set[str]) -> set[str]:
    """Functions that hand back or raise such an error: what they are called with is a part of it."""
    back = re.compile(rf"def (\w+)\([^)]*\) -> (?:{'|'.join(sorted(kinds))}|NoReturn)\b")
    return {name for text in sources for name in back.findall(text)}


def _calls(nodes: Iterable[ast.AST], makers: set[str]) -> Iterator[ast.Call]:
    for node in nodes:
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in makers:
            yield node


def _named(nodes: Iterable[ast.AST]) -> dict[str, list[ast.expr]]:
    """What a module's names stand for; a function's name followed by () stands for what it returns."""
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                for name, value in _paired(target, node.value):
                    found.setdefault(name, []).append(value)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and isinstance(node.target, ast.Name) and node.value is not None:
            found.setdefault(node.target.id, []).append(node.value)
        elif isinstance(node, ast.FunctionDef):
            back = [n.value for n in ast.walk(node) if isinstance(n, ast.Return) and n.value is not None]
            found.setdefault(f"{node.name}()", []).extend(back)
    return found


def _paired(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        for inner, given in zip(target.elts, value.elts, strict=True):
            yield from _paired(inner, given)
    elif isinstance(target, ast.Tuple):
        for inner in target.elts:  # several names of one value: each may stand for any text of it
            yield from _paired(inner, value)


def _texts(call: ast.Call, named: Named) -> dict[str, tuple[str, ...]]:
    given = [(str(n), a) for n, a in enumerate(call.args)] + [(k.arg or "", k.value) for k in call.keywords]
    found = {name: tuple(dict.fromkeys(t for t in options(value, named) if CHINESE.search(t))) for name, value in given}
    return {name: texts for name, texts in found.items() if texts}


def options(value: ast.expr, named: Named, depth: int = 0) -> list[str]:
    """The texts an expression can have; a gap for what is known only when it runs."""
    match value:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return ["".join(str(p.value) if isinstance(p, ast.Constant) else GAP for p in parts)]
        case ast.IfExp(body=one, orelse=other):
            return options(one, named, depth) + options(other, named, depth)
        case ast.BoolOp(values=several) | ast.Tuple(elts=several) | ast.List(elts=several) | ast.Dict(values=several):
            return [text for each in several for text in options(each, named, depth)]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return [a + b for a in options(left, named, depth) for b in options(right, named, depth)]
        case ast.Subscript(value=inner) | ast.Call(func=ast.Attribute(value=inner, attr="get" | "rstrip")):
            return options(inner, named, depth)
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.Call(func=ast.Name(id=name)) if depth < DEEPEST:
            if isinstance(value, ast.Attribute) and not name.isupper():
                return [GAP]  # a field of data; members of an enumeration are texts of the program
            key = f"{name}()" if isinstance(value, ast.Call) else name
            found = [t for each in named.get(key, ()) for t in options(each, named, depth + 1)]
            return [t for t in found if t != GAP] or [GAP]
    return [GAP]
