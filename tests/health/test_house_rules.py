"""House rules that no linter knows, each checked over every Python file of the project."""

from __future__ import annotations

import ast
import functools
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("zgc_desktop", "db", "reports")
MAX_LINES = 500


def python_files(*folders: str) -> list[Path]:
    """Every Python file below ``folders``, in order."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def label(path: Path) -> str:
    """The path as a test id."""
    return path.relative_to(ROOT).as_posix()


@functools.cache
def tree_of(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


OURS = [*python_files(*PACKAGES), ROOT / "run.py"]
EVERYTHING = [*OURS, *python_files("tests", "benches", "docs")]
PURE = python_files("zgc_desktop/domain", "zgc_desktop/figures")


def test_there_is_something_to_check() -> None:
    assert len(OURS) > 20
    assert any(path.name == "money.py" for path in PURE)


@pytest.mark.parametrize("path", EVERYTHING, ids=label)
def test_a_file_has_one_subject_and_under_500_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", EVERYTHING, ids=label)
def test_a_module_says_what_it_is_responsible_for(path: Path) -> None:
    assert ast.get_docstring(tree_of(path))


@pytest.mark.parametrize("path", [path for path in OURS if path.name == "__init__.py"], ids=label)
def test_a_package_imports_nothing_by_being_imported(path: Path) -> None:
    assert len(tree_of(path).body) == 1


def test_resources_hold_no_code() -> None:
    assert python_files("resources") == []


def test_test_folders_are_no_packages_and_names_are_unique() -> None:
    """A package named like ours would shadow it; two files of one name would be taken for each other."""
    tests = python_files("tests")
    assert [label(path) for path in tests if path.name == "__init__.py"] == []
    names = [path.name for path in tests if path.name != "conftest.py"]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("path", EVERYTHING, ids=label)
def test_nothing_is_left_for_later(path: Path) -> None:
    later = re.compile(r"#.*\b(TO[D]O|FIX[M]E|X[X]X)\b")
    comments = [line for line in path.read_text(encoding="utf-8").splitlines() if later.search(line)]
    assert comments == []
    raised = [ast.unparse(node.exc) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Raise) and node.exc]
    assert [what for what in raised if what.startswith("NotImplementedError")] == []


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every call in a file with the last part of what is called."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node, node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node, f".{node.func.attr}"


MAY_PRINT = ("zgc_desktop/cli/", "run.py")


@pytest.mark.parametrize("path", [path for path in OURS if not label(path).startswith(MAY_PRINT)], ids=label)
def test_only_the_command_line_prints(path: Path) -> None:
    assert [call.lineno for call, name in calls(path) if name == "print"] == []


def opens_text_in_an_unsaid_encoding(call: ast.Call, name: str) -> bool:
    """Whether this call reads or writes text in whatever encoding the machine happens to have (gbk on office Windows)."""
    said = {keyword.arg for keyword in call.keywords}
    if "encoding" in said or None in said:
        return False
    if name in (".read_text", ".write_text"):
        return len(call.args) < (1 if name == ".read_text" else 2)
    modes = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    modes += [k.value.value for k in call.keywords if k.arg == "mode" and isinstance(k.value, ast.Constant)]
    modes = [mode for mode in modes if re.fullmatch(r"[rwaxbt+]{1,3}", mode)]
    if name == "open":
        return not any("b" in mode for mode in modes)
    # `.open()` belongs to other things too (archives, pictures, dialogs); a text mode or nothing at all is a path's.
    return name == ".open" and (not (call.args or call.keywords) or (bool(modes) and "b" not in modes[0]))


@pytest.mark.parametrize("path", EVERYTHING, ids=label)
def test_text_is_read_and_written_in_a_named_encoding(path: Path) -> None:
    unsaid = [call for call, name in calls(path) if opens_text_in_an_unsaid_encoding(call, name)]
    if label(path).startswith("zgc_desktop/ui/"):  # a Qt dialog opens too, and without arguments
        unsaid = [call for call in unsaid if call.args or call.keywords or not isinstance(call.func, ast.Attribute)]
    assert [call.lineno for call in unsaid] == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("open(p)", True),
        ("open(p, 'w')", True),
        ("open(p, 'rb')", False),
        ("open(p, mode='wb')", False),
        ("open(p, encoding='utf-8')", False),
        ("p.open()", True),
        ("p.open('w')", True),
        ("p.open('rb')", False),
        ("archive.open(name)", False),
        ("p.read_text()", True),
        ("p.read_text('utf-8')", False),
        ("p.write_text(s)", True),
        ("p.write_text(s, encoding='utf-8')", False),
    ],
)
def test_an_unsaid_encoding_is_noticed(line: str, wrong: bool) -> None:
    call = ast.parse(line, mode="eval").body
    assert isinstance(call, ast.Call)
    name = (
        call.func.id
        if isinstance(call.func, ast.Name)
        else f".{call.func.attr}"
        if isinstance(call.func, ast.Attribute)
        else ""
    )
    assert opens_text_in_an_unsaid_encoding(call, name) is wrong


def imported(path: Path) -> set[str]:
    """The top-level names a file imports."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
    return found


OUTSIDE_WORLD = {"io", "os", "pathlib", "random", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "threading", "time"}


@pytest.mark.parametrize("path", PURE, ids=label)
def test_the_rules_know_no_file_no_clock_and_no_library(path: Path) -> None:
    assert imported(path) <= (set(sys.stdlib_module_names) | {"zgc_desktop"}) - OUTSIDE_WORLD
    clock_or_file = {"open", ".today", ".now", ".utcnow", ".read_text", ".read_bytes", ".write_text"}
    assert [(call.lineno, name) for call, name in calls(path) if name in clock_or_file] == []


def holds_money(path: Path) -> bool:
    """Whether a domain file computes amounts; the likeness of two names may well be a fraction of one."""
    return label(path).startswith("zgc_desktop/domain/") and path.name != "names.py"


@pytest.mark.parametrize("path", [path for path in PURE if holds_money(path)], ids=label)
def test_no_float_comes_near_an_amount(path: Path) -> None:
    constants = [n.lineno for n in ast.walk(tree_of(path)) if isinstance(n, ast.Constant) and isinstance(n.value, float)]
    assert constants == []
    assert [call.lineno for call, name in calls(path) if name == "float"] == []


@pytest.mark.parametrize("path", OURS, ids=label)
def test_names_are_the_field_s_and_not_a_manager_s(path: Path) -> None:
    empty = re.compile(r"(Manager|Helper|Utils?)$")
    classes = [node.name for node in ast.walk(tree_of(path)) if isinstance(node, ast.ClassDef)]
    assert [name for name in classes if empty.search(name)] == []
    assert not re.search(r"(manager|helper|utils?)s?$", path.stem)


@pytest.mark.parametrize("path", OURS, ids=label)
def test_gpl_parts_of_qt_are_not_used(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\bQt(Charts|Graphs|DataVisualization|VirtualKeyboard|Lottie|Quick3D)\b", text)
