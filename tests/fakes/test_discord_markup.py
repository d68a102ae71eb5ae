"""What of a text is live in a client, and what is read."""

from __future__ import annotations

import pytest

from tests.fakes.discord import markup

LIVE: list[tuple[str, list[str]]] = [
    ("plain words", []),
    ("<@1> <@!2> <@&3> <#4>", ["<@1>", "<@!2>", "<@&3>", "<#4>"]),
    ("@everyone and @here", ["@everyone", "@here"]),
    ("<t:1700000000:R> <:name:5> <a:name:6>", ["<t:1700000000:R>", "<:name:5>", "<a:name:6>"]),
    ("</draft:7> <id:customize>", ["</draft:7>", "<id:customize>"]),
    ("[words](https://example.org)", ["[words](https://example.org)"]),
    ("[words](<https://example.org>)", ["[words](<https://example.org>)"]),
    ('[words](https://example.org "title")', ['[words](https://example.org "title")']),
    ("[words](ftp://example.org)", []),
    ("see https://example.org/a_b.", ["https://example.org/a_b"]),
    ("see HTTP://EXAMPLE.ORG now", ["HTTP://EXAMPLE.ORG"]),
    ("xhttps://example.org", ["https://example.org"]),
    ("discord://-/channels/1", ["discord://-/channels/1"]),
    ("<https://example.org>", ["<https://example.org>"]),
    ("ftp://example.org example.org discord.gg/x", []),
    (r"\<@1> \@everyone", []),
    (r"https\://example.org", []),
    (r"\[words](https://example.org)", ["https://example.org)"]),
    (r"\\<@1>", ["<@1>"]),
    ("`<@1>` ``<@2> ` https://a.org``", []),
    (r"\`<@1>\`", ["<@1>"]),
    ("```\n<@1> https://example.org\n```", []),
    ("```py\n<@1>```<@2>", ["<@2>"]),
    ("`<@1>", ["<@1>"]),
    ("> <@1>\n**<@2>** ||<@3>||", ["<@1>", "<@2>", "<@3>"]),
    ("@\u200beveryone <@\u200b1>", []),
]


@pytest.mark.parametrize(("text", "live"), LIVE, ids=[text for text, _ in LIVE])
def test_what_is_live(text: str, live: list[str]) -> None:
    assert markup.live(text) == live


def test_everyone_is_plain_where_it_is_not_allowed() -> None:
    assert markup.live("@everyone <@1>", {"parse": []}) == ["<@1>"]
    assert markup.live("@everyone", {"parse": ["everyone"]}) == ["@everyone"]


def test_who_is_notified() -> None:
    text = "<@1> <@2> <@&3> @here `<@4>`"
    assert markup.pings(text) == ["<@1>", "<@2>", "<@&3>", "@here"]
    assert markup.pings(text, {"parse": []}) == []
    assert markup.pings(text, {"parse": ["roles"], "users": ["2"]}) == ["<@2>", "<@&3>"]


SHOWN: list[tuple[str, str]] = [
    ("plain words", "plain words"),
    ("**bold** *it* _it_ __under__ ~~gone~~ ||hid||", "bold it it under gone hid"),
    ("***both*** and **a *b* c**", "both and a b c"),
    (r"\*not\* \_this\_ \<@1> \\", r"*not* _this_ <@1> \ "[:-1]),
    ("# One\n## Two\n### Three\n-# small", "One\nTwo\nThree\nsmall"),
    ("> quoted\n> *more*", "quoted\nmore"),
    (">>> all\nof it", "all\nof it"),
    (r"\# no head" + "\n" + r"\> no quote", "# no head\n> no quote"),
    ("- one\n* two\n  - three", "• one\n• two\n• three"),
    ("1. one\n2. two", "1. one\n2. two"),
    ("[words](https://example.org)", "words"),
    (
        "<https://example.org> https://example.org/a_b_c",
        "https://example.org https://example.org/a_b_c",
    ),
    ("`*code*` and ```py\n**x**\n```", "*code* and **x**"),
    (r"\`*no code*\`", "`no code`"),
    ("snake_case_name 2 * 3 * 4", "snake_case_name 2 * 3 * 4"),
    ("#no head", "#no head"),
    ("<@1> in <#2> by <@&3>", "@ana in #general by @helpers"),
    ("<@9>", "<@9>"),
]


@pytest.mark.parametrize(("text", "words"), SHOWN, ids=[text for text, _ in SHOWN])
def test_what_is_read(text: str, words: str) -> None:
    assert markup.shown(text, {"1": "ana", "2": "general", "3": "helpers"}) == words
