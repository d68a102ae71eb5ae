"""Forms as modals, and what was filled in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot import limits
from bot.adapters.slack.ids import address
from bot.adapters.slack.markup import Json, block, label, preformatted, rich, section, written
from bot.templates import Texts
from bot.ui import Field, Form
from bot.words import Ours, plain

_ANSWER: Final = "answer"
"""The ``action_id`` of every input: its block is named for the field."""


def modal(form: Form, call: str, origin: Json, problems: tuple[Ours, ...] = ()) -> Json:
    """Return a form as a view whose answers go to ``call``.

    ``origin`` is where its answer is shown. ``problems`` stand above the questions.
    """
    says = Texts.of("says/slack")
    blocks = [block(section(written(plain(problem), bold=True))) for problem in problems]
    if form.intro:
        blocks.append(block(*rich(form.intro)))
    for field in form.fields:
        blocks += _question(field, form.answers.get(field.name, ""))
    return {
        "type": "modal",
        "callback_id": call,
        "title": label(plain(form.title)),
        "submit": label(plain(form.submit)),
        "close": label(plain(says("cancel"))),
        "private_metadata": json.dumps(origin),
        "blocks": blocks,
    }


def _question(field: Field, answer: str) -> Iterator[Json]:
    if not (field.options or field.picked) and len(answer) > limits.ANSWER:
        # Slack would refuse the whole form; above its question it can be copied, and is not lost.
        yield block(
            section(written(plain(Texts.of("says/slack")("too_long_to_fill_in")))),
            *preformatted(answer),
        )
        answer = ""
    asked = {
        "type": "input",
        "block_id": field.name,
        "label": label(plain(field.label)),
        "optional": field.optional,
        "element": _element(field, answer),
    }
    yield asked | ({"hint": label(plain(field.hint))} if field.hint else {})


def _element(field: Field, answer: str) -> Json:
    if field.channel:
        return {
            "type": "conversations_select",
            "action_id": _ANSWER,
            "filter": {
                "include": ["public", "private"],
                "exclude_bot_users": True,
                "exclude_external_shared_channels": True,
            },
        } | ({"initial_conversation": answer} if answer else {})
    if field.person:
        user = answer.rpartition("/")[2]
        somebody = {"initial_user": user} if user else {}
        return {"type": "users_select", "action_id": _ANSWER} | somebody
    if field.options:
        options = {
            option: {"text": label(plain(words)), "value": option}
            for option, words in field.labels.items()
        }
        chosen = {"initial_option": options[answer]} if answer in options else {}
        select = {"type": "static_select", "action_id": _ANSWER, "options": [*options.values()]}
        return select | chosen
    text = {"type": "plain_text_input", "action_id": _ANSWER, "multiline": field.long}
    return text | ({"initial_value": answer} if answer else {})


def answers(view: Mapping[str, Any], team: str) -> dict[str, str]:
    """Return what was filled in, by field; somebody as their address in the workspace says it.

    Slack's picker offers apps like people, and does not say which is which.
    """
    return {
        name: _answer(elements.get(_ANSWER) or {}, team)
        for name, elements in view["state"]["values"].items()
    }


def _answer(element: Mapping[str, Any], team: str) -> str:
    if user := element.get("selected_user"):
        return address(team, str(user)).person
    chosen = (element.get("selected_option") or {}).get("value")
    return str(element.get("value") or chosen or element.get("selected_conversation") or "")
