from collections.abc import AsyncIterator

import pytest

from tests.fakes.slack import markup
from tests.fakes.slack_stage import Json, Stage, buttons, opened, section


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async with opened() as made:
        yield made


QUIET = {"unfurl_links": False, "unfurl_media": False}


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("*bold* _it_ ~gone~ `code`", "bold it gone code"),
        ("2*3*4 snake_case_name", "2*3*4 snake_case_name"),
        ("<https://example.org|here> &amp; &lt;b&gt;", "here & <b>"),
        ("<https://example.org>", "https://example.org"),
        ("&gt; a quote\n> another\nnot one", "a quote\nanother\nnot one"),
        ("```*raw* _text_```", "*raw* _text_"),
        ("<!here> <!date^1^{date}^https://x.org|Monday>", "@here Monday"),
        ("a < b and b > c", "a < b and b > c"),
    ],
)
def test_words_are_read_without_marks(text: str, read: str) -> None:
    assert markup.shown(text) == read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<@U1> <#C1|x> <!channel>", ["<@U1>", "<#C1|x>", "<!channel>"]),
        ("see https://example.org/x.", ["https://example.org/x"]),
        ("see example.org", ["example.org"]),
        ("write to a@example.org", ["a@example.org"]),
        (":wave: at 10:30:45", [":wave:"]),
        ("&lt;@U1&gt; and &lt;!here&gt; and <b>", []),
        ("@ana in #support", []),
        ("e.g. so.I went", []),
    ],
)
def test_what_is_live_is_found(text: str, found: list[str]) -> None:
    assert markup.live(text) == found


def test_names_are_links_where_it_is_asked_for() -> None:
    assert markup.live("@ana in #support", named=True) == ["@ana", "#support"]
    assert markup.live("https://example.org <@U1>", verbatim=True) == ["<@U1>"]


async def test_names_are_read(stage: Stage) -> None:
    await stage.post(section(f"<@{stage.ana.id}> in <#{stage.room['id']}>"))
    (seen,) = stage.ana.messages(stage.room)
    assert seen.words == "@ana in #support"
    assert len(seen.live) == 2


async def test_plain_text_is_literal_but_for_emoji(stage: Stage) -> None:
    text = {"type": "plain_text", "text": "*no* <@U1> https://example.org :wave:"}
    await stage.post({"type": "section", "text": text}, **QUIET)
    await stage.post({"type": "section", "text": text | {"emoji": False}}, **QUIET)
    first, second = stage.ana.messages(stage.room)
    assert first.words == "*no* <@U1> https://example.org :wave:"
    assert (first.live, second.live) == ([":wave:"], [])


async def test_rich_text_is_literal(stage: Stage) -> None:
    def part(kind: str, *pieces: Json) -> Json:
        return {"type": kind, "elements": list(pieces)}

    words: Json = {"type": "text", "text": "<@U1> *no* https://example.org &amp;"}
    entry = part("rich_text_section", {"type": "text", "text": "one"})
    block = part(
        "rich_text",
        part("rich_text_section", words),
        part("rich_text_quote", {"type": "text", "text": "quoted"}),
        {"type": "rich_text_list", "style": "bullet", "elements": [entry]},
    )
    await stage.post(block)
    (seen,) = stage.ana.messages(stage.room)
    assert seen.words == "<@U1> *no* https://example.org &amp;\nquoted\n• one"
    assert seen.quotes == ["quoted"]
    assert seen.live == []
    mention: Json = {"type": "user", "user_id": stage.ana.id}
    await stage.post(part("rich_text", part("rich_text_section", mention)))
    assert stage.ana.messages(stage.room)[1].words == "@ana"
    assert stage.ana.messages(stage.room)[1].live


async def test_a_link_is_previewed_unless_it_is_switched_off(stage: Stage) -> None:
    block = section("<https://example.org|here>")
    await stage.post(block)
    await stage.post(block, **QUIET)
    first, second = stage.ana.messages(stage.room)
    assert first.live == ["<https://example.org|here>", "preview of https://example.org"]
    assert second.live == ["<https://example.org|here>"]


async def test_the_fallback_names_people_as_well(stage: Stage) -> None:
    await stage.post(section("Words"), text="<!channel> look", **QUIET)
    (seen,) = stage.ana.messages(stage.room)
    assert (seen.words, seen.live) == ("Words", ["<!channel>"])


async def test_text_alone_is_shown_as_it_is_asked(stage: Stage) -> None:
    await stage.post(text="*bold* @ana &gt;", link_names=True)
    await stage.post(text="*bold*", mrkdwn=False)
    first, second = stage.ana.messages(stage.room)
    assert (first.words, first.live) == ("bold @ana >", ["@ana"])
    assert second.words == "*bold*"
    assert first.texts == ["*bold* @ana &gt;"]


async def test_every_kind_of_block_is_read(stage: Stage) -> None:
    fields = {"type": "section", "fields": [{"type": "mrkdwn", "text": "*a*"}] * 2}
    note = {"type": "context", "elements": [{"type": "mrkdwn", "text": "_note_"}]}
    header = {"type": "header", "text": {"type": "plain_text", "text": "Head"}}
    link = buttons("Open")
    link["elements"][0]["url"] = "https://example.org"
    await stage.post(header, fields, {"type": "divider"}, note, link, **QUIET)
    (seen,) = stage.ana.messages(stage.room)
    assert seen.words == "Head\na\na\nnote"
    assert seen.live == ["https://example.org"]
    assert seen.find("Open").url == "https://example.org"
    assert seen.find("open").label == "Open"
