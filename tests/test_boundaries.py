"""Who may import whom, and what a cog cannot reach. The first test to read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bot
from bot.adapters.memory import Memory
from bot.delivery.courier import Courier
from bot.house import House
from bot.identity import Address, DayKeys, Identity, RootKey
from bot.store import Store
from tests.houses import open_house

HERE = Path(__file__).parent.parent
BOT = sorted((HERE / "bot").rglob("*.py"))
COGS = sorted((HERE / "cogs").rglob("*.py"))

THINKS = {
    *("__future__", "abc", "calendar", "collections", "contextlib", "dataclasses", "datetime"),
    *("email", "functools", "hashlib", "html", "itertools", "json", "re", "re2", "secrets"),
    *("typing", "unicodedata"),
}
"""What a cog may think with: nothing of it opens a file, a socket or a process."""


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            yield node.module or ""
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _name(path: Path) -> str:
    return ".".join(path.relative_to(HERE).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", COGS, ids=_name)
def test_a_cog_imports_the_vocabulary_and_its_own_folder_alone(path: Path) -> None:
    feature = ".".join(_name(path).split(".")[:2])
    for name in _imports(path):
        top = name.split(".")[0]
        if top == "bot":
            assert name == "bot" or name.removeprefix("bot.") in bot.__all__, name
        elif top == "cogs":
            assert name.startswith(feature), f"{name} is another cog"
        else:
            assert top in THINKS, name


@pytest.mark.parametrize("path", BOT, ids=_name)
def test_the_house_knows_no_cog_and_no_platform_but_in_its_adapter(path: Path) -> None:
    module = _name(path)
    for name in _imports(path):
        # A command for scripts has a feature's own logic; nothing else of the house knows a cog.
        assert not name.startswith("cogs") or module == "bot.cli.letters", name
        if name.startswith(("discord", "slack_bolt", "slack_sdk")):
            assert module.startswith("bot.adapters."), name
        if name.startswith("bot.adapters.") and not module.startswith("bot.cli"):
            own = ".".join(module.split(".")[:3])
            assert name.startswith(own), f"{module} must not know {name}"


ORDER = [
    "limits",
    "words",
    "people",
    "errors",
    "templates",
    "ui",
    "calls",
    "commands",
    "cog",
    "context",
    "app",
]


def test_left_knows_nothing_of_right() -> None:
    for at, module in enumerate(ORDER):
        tree = ast.parse((HERE / "bot" / f"{module}.py").read_text("utf-8"))
        body = [node for node in tree.body if not isinstance(node, ast.If)]  # typing aside
        for node in body:
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("bot."):
                other = (node.module or "").split(".")[1]
                assert other not in ORDER or ORDER.index(other) < at, f"{module} imports {other}"


async def test_nothing_public_leads_a_cog_to_an_address_or_a_key(
    sqlite_url: str, tmp_path: Path
) -> None:
    house, made = await open_house(sqlite_url, tmp_path)
    platform = Memory(house, made)
    member = await platform.member("canary")
    hidden = (Address, Identity, RootKey, DayKeys, House, Store, Courier, Memory)
    seen: set[int] = set()
    queue: list[tuple[str, Any]] = [("bot", made), ("member", member)]
    queue += [(f"cog {cog.name}", cog) for cog in made.cogs.values()]
    while queue:
        path, thing = queue.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        assert not isinstance(thing, hidden), f"a cog reaches {type(thing).__name__} by {path}"
        if isinstance(thing, dict):
            queue += [(f"{path}[{key!r}]", value) for key, value in thing.items()]
        elif type(thing).__module__.split(".")[0] in ("bot", "cogs"):
            for name in dir(thing):
                if not name.startswith("_"):
                    value = getattr(thing, name)
                    assert not isinstance(value, str | bytes) or b"canary" not in _bytes(value)
                    queue.append((f"{path}.{name}", value))
    await house.close()


def _bytes(value: str | bytes) -> bytes:
    return value.encode() if isinstance(value, str) else value


# What is looked for in letters is nothing a member is told.
SAYING = [
    path
    for path in COGS
    if not _name(path).startswith(("cogs.draft.reading", "cogs.draft.linting"))
]


@pytest.mark.parametrize("path", SAYING, ids=_name)
def test_no_sentence_is_written_in_python(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.AsyncFunctionDef, ast.FunctionDef))
        and isinstance(node.body[0], ast.Expr)
    }
    loose = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) in documented | loose:
                continue
            words = node.value.split()
            is_command = len(words) == 2 and all(re.fullmatch(r"[a-z-]+", word) for word in words)
            assert len(words) < 2 or is_command, f"{path.name}:{node.lineno} {node.value!r}"


@pytest.mark.parametrize("path", [*BOT, *COGS], ids=_name)
def test_files_and_functions_stay_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 300, path
    assert ast.get_docstring(ast.parse(text)), (
        f"{path} begins with a sentence that says what it is"
    )
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or 0) - node.lineno + 1
            assert length <= 60, f"{path}:{node.lineno} {node.name} has {length} lines"
