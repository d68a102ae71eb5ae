"""What somebody did, read from what Slack sends."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from bot.adapters.slack import forms
from bot.adapters.slack.ids import post_of

Body = Mapping[str, Any]
Kind = Literal["command", "press", "form", "shortcut"]

_PACKED: Final = {
    "url": "u",
    "channel": "c",
    "thread": "t",
    "own": "o",
    "message": "m",
    "view": "v",
    "home": "h",
    "at": "a",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where something was done, and so where its answers are shown.

    ``url`` is Slack's ``response_url``, ``own`` says that the message of a button is seen by one
    person alone, ``message`` is that message where it stays, ``view`` is the modal a button is in,
    ``home`` says that answers are windows, ``at`` when a form was opened, in seconds.
    """

    url: str = field(default="", repr=False)
    channel: str = field(default="", repr=False)
    thread: str = ""
    own: bool = False
    message: str = ""
    view: str = ""
    home: bool = False
    at: int = 0

    def pack(self) -> dict[str, Any]:
        """Return it as a form carries it: Slack says of a form only what was put into it."""
        values = {short: getattr(self, name) for name, short in _PACKED.items()}
        return {short: value for short, value in values.items() if value}

    @classmethod
    def unpack(cls, packed: str) -> Origin:
        """Return what ``pack`` packed; nowhere, for anything else."""
        try:
            values = json.loads(packed or "{}")
            return cls(**{name: values[key] for name, key in _PACKED.items() if key in values})
        except (ValueError, TypeError):
            return cls()


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing somebody did. ``once`` is alike only when Slack tells of it again."""

    kind: Kind
    team: str
    user: str = field(repr=False)
    call: str = field(repr=False)
    trigger: str = field(repr=False)
    origin: Origin = field(repr=False)
    once: str = field(repr=False)
    text: str = field(default="", repr=False)
    form: Mapping[str, str] | None = field(default=None, repr=False)
    about: str = field(default="", repr=False)
    view: str = ""
    """The modal a form was, as long as it is open."""
    met: tuple[str, str, str] | None = field(default=None, repr=False)
    """The post whose message it was done on, as the message says; the message; which bot's."""


def command(body: Body, prefix: str) -> Happened:
    """Read a slash command that was used."""
    word = str(body["command"]).removeprefix("/")
    known = word.startswith(prefix)
    origin = Origin(url=str(body.get("response_url") or ""), channel=str(body["channel_id"]))
    return Happened(
        "command",
        str(body["team_id"]),
        str(body["user_id"]),
        f"/{word.removeprefix(prefix)}" if known else "/",
        str(body["trigger_id"]),
        origin,
        str(body["trigger_id"]),
        # Slack writes these three, and no others, as HTML does.
        text=html.unescape(str(body.get("text") or "")),
    )


def press(body: Body) -> Happened:
    """Read a press of a button: on a message, in a modal, on the App Home."""
    call, text = str(body["actions"][0]["action_id"]), ""
    if call.startswith("/"):  # a button may do what typing a command does
        call, _, text = call.partition(" ")
    return Happened(
        "press",
        str((body.get("view") or {}).get("app_installed_team_id") or _team(body)),
        str(body["user"]["id"]),
        call,
        str(body["trigger_id"]),
        _origin(body),
        str(body["trigger_id"]),
        text=text,
        met=_met(body),
    )


def _met(body: Body) -> tuple[str, str, str] | None:
    message: Mapping[str, Any] = body.get("message") or {}
    post_id = post_of(message)
    if post_id is None:
        return None
    return post_id, f"{body['channel']['id']}/{message['ts']}", str(message.get("bot_id") or "")


def _origin(body: Body) -> Origin:
    container: Mapping[str, Any] = body.get("container") or {}
    view: Mapping[str, Any] = body.get("view") or {}
    if view.get("type") == "home":
        return Origin(home=True)
    if view:
        return Origin(view=str(view["id"]), home=True)
    channel = str((body.get("channel") or {}).get("id") or container.get("channel_id") or "")
    message: Mapping[str, Any] = body.get("message") or {}
    is_ephemeral, is_direct = bool(container.get("is_ephemeral")), channel.startswith("D")
    stays = is_direct and not is_ephemeral
    return Origin(
        str(body.get("response_url") or ""),
        channel,
        _thread(message.get("thread_ts") or container.get("thread_ts"), message.get("ts")),
        is_ephemeral or is_direct,
        str(message.get("ts") or container.get("message_ts") or "") if stays else "",
    )


def _thread(thread: Any, message: Any) -> str:
    """Return the thread a message is in. One that began a thread stands in the channel itself."""
    return str(thread) if thread and thread != message else ""


def form(body: Body) -> Happened:
    """Read a form that was sent."""
    view: Mapping[str, Any] = body["view"]
    team = str(view.get("app_installed_team_id") or _team(body))
    return Happened(
        "form",
        team,
        str(body["user"]["id"]),
        str(view["callback_id"]),
        str(body.get("trigger_id") or ""),
        Origin.unpack(str(view.get("private_metadata") or "")),
        str(body.get("trigger_id") or f"{view['id']}/{view.get('hash')}"),
        form=forms.answers(view, team),
        view=str(view["id"]),
    )


def shortcut(body: Body) -> Happened:
    """Read a message shortcut that was used."""
    channel = str(body["channel"]["id"])
    message: Mapping[str, Any] = body["message"]
    return Happened(
        "shortcut",
        _team(body),
        str(body["user"]["id"]),
        f">{body['callback_id']}",
        str(body["trigger_id"]),
        Origin(
            str(body.get("response_url") or ""),
            channel,
            _thread(message.get("thread_ts"), message.get("ts") or body.get("message_ts")),
        ),
        str(body["trigger_id"]),
        about=f"{channel}/{body.get('message_ts') or message['ts']}",
        met=_met(body),
    )


def _team(body: Body) -> str:
    team: Mapping[str, Any] = body.get("team") or {}
    return str(team.get("id") or body["user"].get("team_id") or "")
