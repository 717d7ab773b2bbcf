"""Whatever service writes takes its turn first: on a server no other desk writes between its first look and its last row."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

Name = tuple[str, str]
"""(module, function or class)."""
EXCEPT = {
    ("demo", "build"): "makes workspaces of its own and calls commands, which take their turns",
    ("demo_office", "register_office_work"): "fills the demo by calling commands, which take their turns",
    ("encrypt", "encrypt"): "a file's own matter",
    ("encrypt", "decrypt"): "a file's own matter",
    ("encrypt", "change_key"): "a file's own matter",
    ("encrypt", "change_passphrase"): "a file's own matter",
    ("encrypt", "finish"): "a file's own matter",
    ("recovery", "take_over"): "a file's own matter: a server's turn dies with its desk",
    ("relocate", "move"): "holds both places by itself",
}


def test_every_service_that_writes_is_one_command(root: Path) -> None:
    """A decorator says it; only public functions are asked, the private ones below run within them."""
    services = _Services(root / "zgc_desktop" / "services")
    missing = [name for name in services.writing() if name not in services.commands and name not in EXCEPT]
    assert [f"{module}.{function}" for module, function in missing] == []
    assert [name for name in EXCEPT if name in services.commands or name not in services.nodes] == []


class _Services:
    """The functions and classes of the services, what each names, which write, and which are said to be commands."""

    def __init__(self, folder: Path) -> None:
        self.nodes: dict[Name, set[Name]] = {}
        self.commands: set[Name] = set()
        self._writers: set[Name] = set()
        for path in sorted(folder.glob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            imported = dict(_imported(tree))
            for node in tree.body:
                if isinstance(node, ast.FunctionDef | ast.ClassDef):
                    self._take(path.stem, node, imported)

    def writing(self) -> list[Name]:
        """The public functions from which a write is reached, but not those that only call another module's command."""
        reach = set(self._writers)
        while more := {n for n, named in self.nodes.items() if n not in reach and named & reach}:
            reach |= more
        return sorted(n for n in reach if not n[1].startswith("_") and n[1][0].islower())

    def _take(self, module: str, node: ast.FunctionDef | ast.ClassDef, imported: dict[str, Name]) -> None:
        own = (module, node.name)
        local = {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        local |= {n.arg for n in ast.walk(node) if isinstance(n, ast.arg)}
        named = self.nodes.setdefault(own, set())
        for n in ast.walk(node):
            if isinstance(n, ast.Attribute) and ast.unparse(n).endswith("ctx.store.write"):
                self._writers.add(own)
            if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load) and n.id not in local:
                named.add(imported.get(n.id, (module, n.id)))
            if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name) and imported.get(n.value.id, ("", "-"))[1] == "":
                named.add((imported[n.value.id][0], n.attr))
        if any(isinstance(d, ast.Call) and ast.unparse(d.func) == "one_command" for d in node.decorator_list):
            self.commands.add(own)


def _imported(tree: ast.Module) -> Iterator[tuple[str, Name]]:
    """What a module's text calls the other services: a name for (module, function), or (module, "") for a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("zgc_desktop.services"):
            module = node.module.removeprefix("zgc_desktop.services").lstrip(".")
            for alias in node.names:
                yield alias.asname or alias.name, (module, alias.name) if module else (alias.name, "")
