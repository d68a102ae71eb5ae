"""Blocks and views that Slack refuses, each for one reason, and what it says of them."""

from __future__ import annotations

from typing import Any

from tests.fakes.block_kit import (
    RUNS,
    Json,
    actions,
    button,
    confirm,
    entry,
    home,
    image,
    line,
    menu,
    modal,
    mrkdwn,
    option,
    plain,
    rich,
    section,
    written,
)


def less(most: int) -> str:
    return f"must be less than {most + 1} characters"


EMPTY = "must be more than 0 characters"
LONG = {most: "x" * (most + 1) for most in (24, 30, 75, 100, 150, 255, 300, 2000, 3000, 12_000)}

# A block, what Slack says of it, and where in the block it says so.
REFUSED_BLOCKS: dict[str, tuple[Json, str, str]] = {
    "a long section": (section(text=mrkdwn(LONG[3000])), less(3000), "text/text"),
    "a long field": (section(fields=[plain(LONG[2000])]), less(2000), "fields/0/text"),
    "a long header": ({"type": "header", "text": plain(LONG[150])}, less(150), "text/text"),
    "a long button": (section(accessory=button(LONG[75])), less(75), "accessory/text/text"),
    "a long value": (actions(button(value=LONG[2000])), less(2000), "elements/0/value"),
    "a long action_id": (actions(button(action_id=LONG[255])), less(255), "elements/0/action_id"),
    "a long block_id": (section(block_id=LONG[255]), less(255), "block_id"),
    "a long option": (
        section(accessory=menu() | {"options": [option() | {"text": plain(LONG[75])}]}),
        *(less(75), "accessory/options/0/text/text"),
    ),
    "a long option's value": (
        section(accessory=menu() | {"options": [option(LONG[75]) | {"text": plain()}]}),
        *(less(75), "accessory/options/0/value"),
    ),
    "a long placeholder": (
        entry(written(placeholder=plain(LONG[150]))),
        *(less(150), "element/placeholder/text"),
    ),
    "a long label": (entry(written()) | {"label": plain(LONG[2000])}, less(2000), "label/text"),
    "a long hint": (entry(written(), hint=plain(LONG[2000])), less(2000), "hint/text"),
    "a long question": (
        actions(button(confirm=confirm(text=plain(LONG[300])))),
        *(less(300), "elements/0/confirm/text/text"),
    ),
    "a long yes": (
        actions(button(confirm=confirm(confirm=plain(LONG[30])))),
        *(less(30), "elements/0/confirm/confirm/text"),
    ),
    "a long alt_text": (image(alt_text=LONG[2000]), less(2000), "alt_text"),
    "an empty section": (section(text=mrkdwn("")), EMPTY, "text/text"),
    "a blank section": (section(text=mrkdwn(" \n")), EMPTY, "text/text"),
    "an empty field": (section(fields=[mrkdwn(), plain("")]), EMPTY, "fields/1/text"),
    "an empty button": (actions(button("")), EMPTY, "elements/0/text/text"),
    "an empty value": (actions(button(value="")), EMPTY, "elements/0/value"),
    "an empty run": (
        rich(line({"type": "text", "text": ""})),
        *(EMPTY, "elements/0/elements/0/text"),
    ),
    "empty markdown": ({"type": "markdown", "text": ""}, EMPTY, "text"),
    "26 buttons": (
        actions(*[button(action_id=str(number)) for number in range(26)]),
        *("no more than 25 items allowed", "elements"),
    ),
    "no buttons": (actions(), "must provide at least 1 items", "elements"),
    "11 bits of context": (
        {"type": "context", "elements": [plain() for _ in range(11)]},
        *("no more than 10 items allowed", "elements"),
    ),
    "11 fields": (
        section(fields=[plain() for _ in range(11)]),
        *("no more than 10 items allowed", "fields"),
    ),
    "101 options": (
        section(accessory=menu(count=101)),
        *("no more than 100 items allowed", "accessory/options"),
    ),
    "no options": (
        section(accessory=menu(count=0)),
        *("must provide at least 1 items", "accessory/options"),
    ),
    "11 checkboxes": (
        actions(menu("checkboxes", 11)),
        *("no more than 10 items allowed", "elements/0/options"),
    ),
    "a menu of both kinds": (
        section(accessory=menu(option_groups=[{"label": plain(), "options": [option()]}])),
        *("must define either `options` or `option_groups`", "accessory"),
    ),
    "two options of one value": (
        section(accessory=menu() | {"options": [option(), option()]}),
        *('option value "a" already exists', "accessory/options"),
    ),
    "a first option that is not offered": (
        section(accessory=menu(initial_option=option("1") | {"text": plain("Else")})),
        *("must be one of the options, exactly", "accessory/initial_option"),
    ),
    "a first box that is not offered": (
        actions(menu("checkboxes", initial_options=[option("7")])),
        *("must be one of the options, exactly", "elements/0/initial_options"),
    ),
    "a formatted option of a menu": (
        section(accessory=menu() | {"options": [option() | {"text": mrkdwn()}]}),
        *("unsupported type: mrkdwn", "accessory/options"),
    ),
    "an option that leads away": (
        section(accessory=menu() | {"options": [option(url="https://example.com")]}),
        *("invalid additional property: url", "accessory/options"),
    ),
    "two buttons of one action_id": (
        actions(button(action_id="a"), button(action_id="a")),
        *('`action_id` "a" already exists', "elements/1/action_id"),
    ),
    "an image without alt_text": (
        {"type": "image", "image_url": "https://example.com/a.png"},
        *("missing required field: alt_text", ""),
    ),
    "an image from nowhere": (
        {"type": "image", "alt_text": "A"},
        *("must define either `image_url` or `slack_file`", ""),
    ),
    "an image of no address": (image(image_url="a.png"), "invalid url", "image_url"),
    "a section of nothing": ({"type": "section"}, "must define either `text` or `fields`", ""),
    "a formatted header": (
        {"type": "header", "text": mrkdwn()},
        *("unsupported type: mrkdwn", "text/type"),
    ),
    "a formatted button": (
        actions(button() | {"text": mrkdwn()}),
        *("unsupported type: mrkdwn", "elements/0/text/type"),
    ),
    "a formatted question": (
        actions(button(confirm=confirm(text=mrkdwn()))),
        *("unsupported type: mrkdwn", "elements/0/confirm/text/type"),
    ),
    "a question without a no": (
        actions(button(confirm=confirm() | {"deny": None})),
        *("missing required field: deny", "elements/0/confirm"),
    ),
    "a button of another style": (
        actions(button(style="default")),
        *("must be one of: danger, primary", "elements/0/style"),
    ),
    "text that is only a string": (
        {"type": "header", "text": "Header"},
        *("must provide an object", "text"),
    ),
    "an input in a row of buttons": (
        actions(written()),
        *("unsupported type: plain_text_input", "elements/0/type"),
    ),
    "a button as an input": (entry(button()), "unsupported type: button", "element/type"),
    "a file to upload": (
        entry({"type": "file_input"}),
        *("unsupported type: file_input", "element/type"),
    ),
    "an e-mail input outside a modal": (
        entry({"type": "email_text_input"}),
        *("unsupported surface for email_text_input element", "element/type"),
    ),
    "an answer longer than allowed": (
        entry(written(max_length=5, initial_value="123456")),
        *(less(5), "element/initial_value"),
    ),
    "an answer at least longer than at most": (
        entry(written(max_length=5, min_length=6)),
        *("must be at most `max_length`", "element/min_length"),
    ),
    "an answer of 3001": (
        entry(written(max_length=3001)),
        *("must be a whole number from 1 to 3000", "element/max_length"),
    ),
    "a day that is none": (
        section(accessory={"type": "datepicker", "initial_date": "31.8.2026"}),
        *("must be like 2026-08-31", "accessory/initial_date"),
    ),
    "a list of plain runs": (
        rich({"type": "rich_text_list", "style": "bullet", "elements": RUNS[:1]}),
        *("unsupported type: text", "elements/0/elements/0/type"),
    ),
    "a person in preformatted text": (
        rich(line({"type": "user", "user_id": "U1"}, kind="rich_text_preformatted")),
        *("unsupported type: user", "elements/0/elements/0/type"),
    ),
    "rich text without a paragraph": (
        rich({"type": "text", "text": "Hello"}),
        *("unsupported type: text", "elements/0/type"),
    ),
    "an alert outside a modal": (
        {"type": "alert", "text": plain()},
        *("unsupported type: alert", "type"),
    ),
    "a block nobody knows": ({"type": "sections"}, "unsupported type: sections", "type"),
    "a block without a type": ({"text": plain()}, "unsupported type: None", "type"),
}

# The same of views.
REFUSED_VIEWS: dict[str, tuple[Any, str, str]] = {
    "a long title": (modal(title=plain(LONG[24])), less(24), "title/text"),
    "a long submit": (
        modal(submit=plain(LONG[24])),
        less(24),
        "submit/text",
    ),
    "a long close": (modal(close=plain(LONG[24])), less(24), "close/text"),
    "long metadata": (
        home(private_metadata=LONG[3000]),
        less(3000),
        "private_metadata",
    ),
    "a long callback_id": (
        modal(callback_id=LONG[255]),
        less(255),
        "callback_id",
    ),
    "101 blocks": (
        home(*[{"type": "divider"} for _ in range(101)]),
        "no more than 100 items allowed",
        "blocks",
    ),
    "no blocks": (
        home() | {"blocks": []},
        "must provide at least 1 items",
        "blocks",
    ),
    "no title": (
        {"type": "modal", "blocks": [section()]},
        "missing required field: title",
        "",
    ),
    "a formatted title": (
        modal(title=mrkdwn()),
        "unsupported type: mrkdwn",
        "title/type",
    ),
    "an input and no submit": (
        {"type": "modal", "title": plain(), "blocks": [section(), entry(written())]},
        "must define `submit` to use an `input` block in modals",
        "blocks/1/input",
    ),
    "a Home tab with a submit": (
        home(submit=plain()),
        "invalid additional property: submit",
        "",
    ),
    "two blocks of one block_id": (
        modal(section(block_id="a"), {"type": "divider", "block_id": "a"}),
        '`block_id` "a" already exists',
        "blocks/1/block_id",
    ),
    "two elements in focus": (
        modal(*[entry(written(focus_on_load=True)) for _ in range(2)]),
        "only one element may have it",
        "blocks/1/element/focus_on_load",
    ),
    "markdown in a modal": (
        modal({"type": "markdown", "text": "#"}),
        "unsupported type: markdown",
        "blocks/0/type",
    ),
    "a number on a Home tab": (
        home(entry({"type": "number_input", "is_decimal_allowed": False})),
        "unsupported surface for number_input element",
        "blocks/0/element/type",
    ),
    "another type": (
        {"type": "workflow_step"},
        "unsupported type: workflow_step",
        "type",
    ),
    "a list": ([], "must provide an object", ""),
}
