"""Forms as Discord's modals, and what comes back of them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.adapters.discord.markup import alive
from bot.ui import Field, Form
from bot.words import plain

LONGEST: Final = 4000  # characters Discord lets a text input have

_USER_SELECT: Final = discord.ComponentType.user_select.value
_TEXT_CHANNELS: Final = [discord.ChannelType.text, discord.ChannelType.news]


class Sheet(ui.Modal):
    """A form as it is put in front of somebody, with Discord's own ids in it.

    Discord's clients cut off what is longer than an input takes, and lose it. So every input takes
    the most there can be, and what is too long for us comes back with a sentence.
    """

    def __init__(self, form: Form, custom_id: str) -> None:
        super().__init__(title=plain(form.title), custom_id=custom_id, timeout=None)
        if form.intro:
            self.add_item(ui.TextDisplay(alive(form.intro)))
        for field in form.fields:
            answer = form.answers.get(field.name, "")
            self.add_item(
                ui.Label(
                    text=plain(field.label),
                    description=plain(field.hint) or None,
                    component=_input(field, answer),
                )
            )
        # Nobody waits for it: the answers come back by its custom_id, also after a restart.
        self.stop()


def _input(field: Field, answer: str) -> ui.Item[Any]:
    if field.channel:
        chosen = [discord.Object(int(answer))] if answer.isdecimal() else []
        return ui.ChannelSelect(
            custom_id=field.name,
            channel_types=_TEXT_CHANNELS,
            required=not field.optional,
            min_values=0 if field.optional else 1,
            default_values=chosen,
        )
    if field.person:
        somebody = [discord.Object(int(answer))] if answer.isdecimal() else []
        return ui.UserSelect(
            custom_id=field.name,
            required=not field.optional,
            min_values=0 if field.optional else 1,
            default_values=somebody,
        )
    if field.options:
        return ui.Select(
            custom_id=field.name,
            options=[
                discord.SelectOption(label=plain(label), value=option, default=option == answer)
                for option, label in field.labels.items()
            ],
            required=not field.optional,
            min_values=0 if field.optional else 1,
        )
    return ui.TextInput(
        custom_id=field.name,
        style=discord.TextStyle.paragraph if field.long else discord.TextStyle.short,
        required=not field.optional,
        default=answer or None,
        max_length=LONGEST,
    )


def answers(
    components: Sequence[Mapping[str, Any]], resolved: Mapping[str, Any]
) -> dict[str, str]:
    """Return what was filled in, by field, from a modal's components as they came.

    ``resolved`` is what Discord says of everything that was chosen. Its picker offers bots like
    people: who chose one has chosen nobody.
    """
    users: Mapping[str, Any] = resolved.get("users") or {}
    people = frozenset(user_id for user_id, user in users.items() if not user.get("bot"))
    return dict(_answers(components, people))


def _answers(
    components: Sequence[Mapping[str, Any]], people: Container[str]
) -> Iterator[tuple[str, str]]:
    for found in components:
        inner = found.get("component")
        yield from _answers([inner] if inner else found.get("components", ()), people)
        if "custom_id" in found:
            values = found.get("values") or [""]
            answer = str(found.get("value") or values[0])
            is_nobody = found.get("type") == _USER_SELECT and answer not in people
            yield str(found["custom_id"]), "" if is_nobody else answer
