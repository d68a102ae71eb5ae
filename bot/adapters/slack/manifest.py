"""The app manifest: what Slack is told of the bot, from the commands and scopes as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from bot.adapters.slack.ids import spelled
from bot.adapters.slack.scopes import NEEDED, OPTIONAL, reason
from bot.commands import Command
from bot.settings import Settings
from bot.templates import Texts, environment
from bot.words import Ours, plain

_HINT: Final = 1000  # characters of a command's usage hint


def manifest(
    settings: Settings, commands: Mapping[str, Command], shortcuts: Mapping[str, Command]
) -> str:
    """Return the manifest as YAML, the reason for each scope beside it.

    Slack is to reach the bot over HTTP where its address is set, else the bot opens a socket.
    Source of the form: https://docs.slack.dev/reference/app-manifest
    """
    says = Texts.of("says/slack")
    words = frozenset(name.partition(" ")[0] for name in commands)
    values = {
        "name": _quoted(plain(says("name"))),
        "about": _quoted(plain(says("about"))),
        "about_long": _quoted(plain(spelled(says("about_long"), words, settings.slack_prefix))),
        "url": _quoted(f"{base(settings)}/events") if settings.slack_url else "",
        "redirect_url": _quoted(f"{base(settings)}/oauth"),
        "commands": [_command(word, settings.slack_prefix, commands) for word in sorted(words)],
        "shortcuts": [
            {
                "name": _quoted(plain(item.description)),
                "word": _quoted(word),
                "about": _quoted(plain(says(f"about_{word.replace('-', '_')}"))),
            }
            for word, item in sorted(shortcuts.items())
        ],
        "needed": [_scope(name) for name in NEEDED],
        "optional": [_scope(name) for name in OPTIONAL],
    }
    return environment().get_template("slack/manifest.yaml").render(values) + "\n"


def base(settings: Settings) -> str:
    """Return the address below which Slack's requests come in."""
    return f"{(settings.slack_url or '').rstrip('/')}{settings.slack_path}"


def _command(word: str, prefix: str, commands: Mapping[str, Command]) -> dict[str, Ours | str]:
    """Return a first word as Slack is told of it; sub-words are typed after it."""
    subs = [name for name in sorted(commands) if name.startswith(f"{word} ")]
    own = commands.get(word)
    options = [f"[{option.name}]" for option in own.options] if own else []
    hint = " | ".join([name.partition(" ")[2] for name in subs] + options)[:_HINT]
    return {
        "word": _quoted(f"/{prefix}{word}"),
        "about": _quoted(plain((own or commands[subs[0]]).description)),
        "hint": _quoted(hint) if hint else "",
    }


def _scope(name: str) -> dict[str, Ours]:
    return {"name": _quoted(name), "reason": Ours(reason(name))}


def _quoted(text: str) -> Ours:
    """Return a text as YAML takes it: a string of JSON is one."""
    return Ours(json.dumps(text, ensure_ascii=False))
