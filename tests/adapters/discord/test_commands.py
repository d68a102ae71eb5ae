"""Commands with typed options, and every word the adapter may need."""

from __future__ import annotations

from typing import Any, Literal

import discord
import pytest

from bot import calls
from bot.adapters.discord import commands
from bot.adapters.discord.permissions import NEEDED
from bot.commands import Command, Option
from bot.context import Context
from bot.errors import Unknown
from bot.people import Room
from bot.trouble import said
from bot.words import Ours

Tone = Literal["warm", "plain"]


async def weigh(
    self: Any, ctx: Context, number: int, tone: Tone, sure: bool = False, why: str = "because"
) -> None:
    """Take one option of each kind."""


def _tree(took: commands.Took) -> commands.Tree:
    async def nothing(*given: Any) -> None:
        """Answer nothing."""

    kinds = {"number": int, "tone": Tone, "sure": bool, "why": str}
    options = tuple(
        Option(name, kind, name in ("number", "tone"), Ours(f"The {name}"))
        for name, kind in kinds.items()
    )
    command = Command("weigh", Ours("Weigh it"), "scales", weigh, options=options)
    tree = commands.Tree(discord.Client(intents=discord.Intents.none()), nothing)
    commands.grow(tree, {"weigh": command, "weigh again": command}, {}, took, nothing)
    return tree


async def test_words_after_a_command_are_options_with_their_types() -> None:
    taken: list[Any] = []

    async def took(interaction: Any, word: str, sub: str, options: Any) -> None:
        taken.append((word, sub, dict(options)))

    tree = _tree(took)
    (group,) = [command.to_dict(tree) for command in tree.get_commands()]
    assert [sub["name"] for sub in group["options"]] == ["show", "again"]
    number, tone, sure, why = group["options"][0]["options"]
    assert (number["type"], tone["type"], sure["type"], why["type"]) == (4, 3, 5, 3)
    assert [choice["value"] for choice in tone["choices"]] == ["warm", "plain"]
    assert (number["required"], sure["required"], why["max_length"]) == (True, False, 3000)

    again: Any = tree.get_command("weigh").get_command("again")  # type: ignore[union-attr]
    await again.callback(None, number=3, tone="warm", sure=True, why=None)
    assert taken == [("weigh", "again", {"number": "3", "tone": "warm", "sure": "1"})]
    assert calls.read_options(weigh, taken[0][2]) == {"number": 3, "tone": "warm", "sure": True}


@pytest.mark.parametrize(
    "options",
    [
        {"number": "3"},
        {"number": "three", "tone": "warm"},
        {"number": "3", "tone": "cold"},
        {"number": "3", "tone": "warm", "other": "1"},
    ],
)
def test_options_that_do_not_fit_are_unknown(options: dict[str, str]) -> None:
    with pytest.raises(Unknown):
        calls.read_options(weigh, options)


@pytest.mark.parametrize("lack", [*NEEDED.values(), "not_chosen", "not_here", "gone", "public"])
def test_all_that_can_be_lacking_has_words(lack: str) -> None:
    assert said("discord", lack).endswith(".")
    for room in Room:
        assert len(f"trouble.room:discord:{room.value}:{lack}") <= 100
