"""Blocks and views in a few words, and every kind of them that Slack takes."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


def plain(text: str = "Word") -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "*Word*") -> Json:
    return {"type": "mrkdwn", "text": text}


def section(**more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(), **more}


def button(text: str = "Press", **more: Any) -> Json:
    return {"type": "button", "text": plain(text), **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def entry(element: Json, **more: Any) -> Json:
    return {"type": "input", "label": plain("Label"), "element": element, **more}


def option(value: str = "a", **more: Any) -> Json:
    return {"text": plain(f"Option {value}"), "value": value, **more}


def menu(kind: str = "static_select", count: int = 2, **more: Any) -> Json:
    return {"type": kind, "options": [option(str(number)) for number in range(count)], **more}


def confirm(**more: Any) -> Json:
    texts = {key: plain(key) for key in ("title", "text", "confirm", "deny")}
    return texts | more


def image(**more: Any) -> Json:
    return {"type": "image", "image_url": "https://example.com/a.png", "alt_text": "A"} | more


def written(**more: Any) -> Json:
    return {"type": "plain_text_input", "action_id": "answer", **more}


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": list(elements)}


def line(*runs: Json, kind: str = "rich_text_section", **more: Any) -> Json:
    return {"type": kind, "elements": list(runs) or [{"type": "text", "text": " "}], **more}


def modal(*blocks: Json, **more: Any) -> Json:
    base = {"type": "modal", "title": plain("Title"), "submit": plain("Send")}
    return base | {"blocks": list(blocks) or [section()]} | more


def home(*blocks: Json, **more: Any) -> Json:
    return {"type": "home", "blocks": list(blocks) or [section()], **more}


RUNS = [
    {"type": "text", "text": "Bold", "style": {"bold": True, "italic": False}},
    {"type": "link", "url": "https://example.com", "text": "there"},
    {"type": "emoji", "name": "wave"},
    {"type": "user", "user_id": "U1"},
    {"type": "channel", "channel_id": "C1"},
    {"type": "usergroup", "usergroup_id": "S1"},
    {"type": "date", "timestamp": 1788134400, "format": "{date}", "fallback": "a day"},
]
RICH = rich(
    line(*RUNS),
    line(line(*RUNS), kind="rich_text_list", style="bullet", indent=1, offset=2, border=0),
    line(kind="rich_text_quote", border=1),
    line(kind="rich_text_preformatted"),
)
MENUS = [
    menu(action_id="m1", initial_option=option("1"), placeholder=plain(), focus_on_load=True),
    menu("multi_static_select", action_id="m2", initial_options=[option("0")]),
    menu("checkboxes", action_id="m3") | {"options": [{"text": mrkdwn(), "value": "a"}]},
    menu("radio_buttons", action_id="m4", initial_option=option("1")),
    menu("overflow", action_id="m5") | {"options": [option(url="https://example.com")]},
    {
        "type": "static_select",
        "action_id": "m6",
        "option_groups": [{"label": plain(), "options": [option()]}],
        "initial_option": option(),
    },
    {"type": "users_select", "action_id": "m7", "initial_user": "U1"},
    {"type": "conversations_select", "action_id": "m8", "filter": {"include": ["im"]}},
    {"type": "multi_users_select", "action_id": "m9", "max_selected_items": 3},
    {"type": "channels_select", "action_id": "m10"},
    {"type": "external_select", "action_id": "m11", "min_query_length": 0},
    {"type": "datepicker", "action_id": "m12", "initial_date": "2026-08-31"},
    {"type": "timepicker", "action_id": "m13", "initial_time": "09:30"},
]
ANYWHERE = [
    {"type": "header", "text": plain("Header") | {"emoji": True}, "block_id": "top"},
    section(text=mrkdwn() | {"verbatim": True}, accessory=image(), expand=True),
    {"type": "section", "fields": [plain(), mrkdwn()], "accessory": button(action_id="b")},
    {"type": "divider"},
    {"type": "context", "elements": [mrkdwn(), plain(), image()]},
    image(title=plain(), block_id="picture"),
    {"type": "image", "slack_file": {"id": "F1"}, "alt_text": "A"},
    actions(
        button(action_id="1", value="v" * 2000, style="danger", confirm=confirm(style="primary")),
        button("There", action_id="2", url="https://example.com", accessibility_label="Go"),
    ),
    actions(*MENUS, block_id="menus"),
    RICH,
]
TEXT_INPUT = written(
    multiline=True,
    max_length=3000,
    initial_value="v" * 3000,
    placeholder=plain(),
    dispatch_action_config={"trigger_actions_on": ["on_enter_pressed"]},
)
ENTRIES = [
    entry(TEXT_INPUT, hint=plain(), optional=True, dispatch_action=True, block_id="one"),
    entry(menu("radio_buttons", action_id="a"), block_id="two"),
    entry({"type": "rich_text_input", "action_id": "a", "initial_value": RICH, "max_lines": 3}),
]

LEGAL_VIEWS = {
    "modal": modal(
        *ANYWHERE,
        *ENTRIES,
        close=plain(),
        private_metadata="",
        callback_id="c",
        notify_on_close=True,
    ),
    "home": home(*ANYWHERE, *ENTRIES[:2], private_metadata="m", external_id="e"),
    "a hundred blocks": home(*[section() for _ in range(100)]),
    "an alert": modal({"type": "alert", "text": plain(), "level": "info"}),
    "no submit": {"type": "modal", "title": plain("t" * 24), "blocks": [section()]},
}
LEGAL_BLOCKS = {
    "everything": [*ANYWHERE, ENTRIES[1], {"type": "markdown", "text": "# Hello"}],
    "fifty blocks": [section() for _ in range(50)],
    "long ones": [section(text=mrkdwn("x" * 3000)) for _ in range(4)],
    "nothing": [],
    "one action id in two blocks": [actions(button(action_id="a")) for _ in range(2)],
    "the longest menu": [section(accessory=menu(count=100))],
    "a table": [{"type": "table", "rows": [[{"type": "raw_text", "text": "cell"}, RICH]]}],
}
