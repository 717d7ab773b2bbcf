"""The lock files hold every dependency, each with hashes, and nothing of the machine that made them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def locked(path: Path) -> dict[str, tuple[str, int]]:
    """Return name -> (version, number of hashes) of one lock file."""
    entries = re.split(r"^(?=[a-zA-Z0-9])", path.read_text(encoding="utf-8"), flags=re.M)
    found = {}
    for entry in entries:
        head = re.match(r"([A-Za-z0-9._-]+)==([^\s;\\]+)", entry)
        if head:
            found[canonicalize_name(head[1])] = (head[2], entry.count("--hash=sha256:"))
    return found


def declared(root: Path, *extras: str) -> list[Requirement]:
    """Return what pyproject.toml asks for, with the named extras."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in extras for line in project["optional-dependencies"][extra])]
    return [Requirement(line) for line in lines]


LOCKS = [("requirements.lock", ("setup",)), ("requirements-test.lock", ("setup", "test"))]


@pytest.mark.parametrize(("name", "extras"), LOCKS)
def test_every_declared_dependency_is_locked_within_its_bounds(root: Path, name: str, extras: tuple[str, ...]) -> None:
    versions = locked(root / name)
    for requirement in declared(root, *extras):
        version, hashes = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement
        assert hashes > 0, requirement


@pytest.mark.parametrize(("name", "extras"), LOCKS)
def test_every_locked_package_has_its_hashes(root: Path, name: str, extras: tuple[str, ...]) -> None:
    versions = locked(root / name)
    assert len(versions) > 25
    assert [package for package, (_, hashes) in versions.items() if not hashes] == []


@pytest.mark.parametrize(("name", "extras"), LOCKS)
def test_a_lock_names_no_index_no_folder_and_no_git(root: Path, name: str, extras: tuple[str, ...]) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^\s*--(?!hash=)|^-|\s/|file:|git\+", text, flags=re.M)


def test_the_tests_run_with_what_the_office_runs(root: Path) -> None:
    """The tests' lock is the program's lock and more, never another version."""
    program, tests = locked(root / "requirements.lock"), locked(root / "requirements-test.lock")
    assert {name: tests.get(name) for name in program} == program
