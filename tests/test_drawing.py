"""The pictures of the README: drawn from what the bot sends, word for word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from bot.adapters.discord.permissions import reasons
from tests.contract.chat import ANA, BEN, MO
from tests.drawing import slack_client, slack_walk
from tests.drawing.client import Window
from tests.drawing.markup import html
from tests.drawing.walk import ANNOUNCEMENT, FIRST, HERE, TYPED, Server, walk
from tests.fakes import discord, slack


def _read(drawn: str) -> str:
    return " ".join(BeautifulSoup(drawn, "html.parser").get_text(" ").split())


def _holds(drawn: str, shown: discord.Shown | slack.Shown | slack.View) -> None:
    """Raise unless every line and button of a message is in a drawing, in this order."""
    read, at = _read(drawn).replace(" ", ""), 0
    for line in shown.words.split("\n"):
        words = line.removeprefix("• ").replace(" ", "")
        assert words in read[at:], line
        at = read.index(words, at)
    for button in shown.buttons:
        assert button.label.replace(" ", "") in read[at:], button.label


def _pictures(beginning: str = "") -> set[str]:
    found = (HERE / "deploy" / "pictures").glob(f"{beginning}*.png")
    return {path.stem for path in found}


def _are_in_the_readme(pages: dict[str, str], pictures: set[str]) -> None:
    readme = (HERE / "README.md").read_text("utf-8")
    assert set(pages) == pictures
    for name, page in pages.items():
        assert f"(deploy/pictures/{name}.png)" in readme
        assert 'id="picture"' in page
        assert "http://" not in page, "a picture fetches nothing"


async def test_a_drawing_has_every_word_of_the_message(sqlite_url: str, tmp_path: Path) -> None:
    chat = await Server.open(sqlite_url, tmp_path)
    window, ana, mo = Window(chat.fake), chat.people[ANA], chat.people[MO]
    await chat.say_in(chat.moderators, MO, "/support set-up")
    await chat.submit(MO, support="support", moderators="moderators")
    await chat.say(ANA, "/rejection")
    assert ana.modal is not None
    form = _read(window.modal(ana.modal))
    for field in ana.modal.fields:
        assert field.label in form
        assert field.description in form
    await chat.submit(ANA, **TYPED)
    preview = window.message(ana.private()[-1])
    assert "Ana used /rejection" in _read(preview)
    assert "Only you can see this" in _read(preview)
    await chat.press(ANA, "Post now")
    await chat.settle()
    await chat.press(BEN, "Write to them")
    assert chat.people[BEN].modal is not None
    assert chat.people[BEN].modal.intro in _read(window.modal(chat.people[BEN].modal))
    await chat.submit(BEN, words=FIRST)
    await chat.settle()
    seen = [*mo.private(), *ana.private(), *ana.inbox(), *ana.messages(chat.support)]
    thread = ana.thread(seen[-1])
    assert thread is not None
    seen += [one for one in ana.messages(thread) if one.raw["type"] != 21]
    assert len(seen) >= 5
    for shown in seen:
        _holds(window.message(shown), shown)
    picker = _read(window.picker(ana, chat.support))
    for word, about in (("/privacy forget", "Delete everything"), ("/rejection", "Share a")):
        assert f"{word} " in picker
        assert about in picker
    await chat.close()


async def test_the_whole_way_is_drawn_and_in_the_readme(sqlite_url: str, tmp_path: Path) -> None:
    readme = (HERE / "README.md").read_text("utf-8")
    pages = {name: html async for name, html in walk(sqlite_url, tmp_path)}
    _are_in_the_readme(pages, _pictures() - _pictures("slack-"))
    assert ANNOUNCEMENT in readme
    for reason in reasons():
        assert reason in _read(pages["invite"])
        assert reason.split(":")[0] in readme
    assert "Almost there" in pages["set-up"]
    assert "Ready" in pages["set-up"]


class _Checked(slack_client.Window):
    """Looks, at everything that is drawn, whether all of it is in the drawing."""

    def message(self, shown: slack.Shown, replies: Sequence[slack.Shown] = ()) -> Markup:
        drawn = super().message(shown, replies)
        _holds(drawn, shown)
        assert ("Only visible to you" in drawn) == shown.ephemeral
        assert not replies or f"{len(replies)} replies" in drawn
        return drawn

    def home(self, home: slack.View) -> Markup:
        drawn = super().home(home)
        _holds(drawn, home)
        return drawn

    def modal(self, form: slack.View) -> Markup:
        drawn = super().modal(form)
        read = _read(drawn)
        asked = [
            one[key]["text"] for one in form.blocks for key in ("label", "hint") if key in one
        ]
        for words in (form.title, *asked, form.close, form.submit):
            assert words in read, words
        return drawn


async def test_the_whole_way_on_slack_is_drawn_word_for_word(
    sqlite_url: str, tmp_path: Path
) -> None:
    walked = slack_walk.walk(sqlite_url, tmp_path, _Checked)
    pages = {name: html async for name, html in walked}
    _are_in_the_readme(pages, _pictures("slack-"))
    read = {name.removeprefix("slack-"): _read(page) for name, page in pages.items()}
    steps = ("Almost there", "was added to #moderators by Mo.", "Ready")
    places = [read["set-up"].index(words) for words in steps]
    assert places == sorted(places)
    assert TYPED["happened"] in read["rejection"]
    assert "Final round" in read["rejection"]
    assert "@Hana I told" in read["room"]
    assert "Your receipt" in read["home"]


@pytest.mark.parametrize(
    ("pieces", "drawn"),
    [
        ([{"text": "a\n\nb\nc"}], 'a<span class="paragraph"></span>b<br>c'),
        ([{"text": "*a* <b>"}, {"text": "&"}], "*a* &lt;b&gt;&amp;"),
        ([{"text": "a", "style": {"bold": True}}, {"text": " b"}], "<b>a</b> b"),
        ([{"text": "a", "style": {"code": True}}], "<code>a</code>"),
        ([{"type": "user"}, {"text": " a"}], '<span class="mention">@Hana</span> a'),
    ],
)
def test_rich_text_is_drawn_as_a_client_does(pieces: list[dict[str, Any]], drawn: str) -> None:
    fake = slack.FakeSlack()
    workspace = fake.workspace("Second Start")
    hana = fake.person("hana", workspace, display_name="Hana")
    window = slack_client.Window(fake, workspace)
    sent = [{"type": "text", "user_id": hana.id} | piece for piece in pieces]
    assert window._written(sent) == drawn
    with pytest.raises(NotImplementedError, match="broadcast"):
        window._written([{"type": "broadcast"}])


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("### A\nb", "<h3>A</h3><p>b</p>"),
        ("a\n\nb", "<p>a\n\nb</p>"),
        ("- a\n- **b** c", "<ul><li>a</li><li><strong>b</strong> c</li></ul>"),
        (
            "**Who**\n> a\n> b\nc",
            "<p><strong>Who</strong></p><blockquote>a\nb</blockquote><p>c</p>",
        ),
        ("-# a\n\n-# b", "<small>a</small><p><br></p><small>b</small>"),
        (r"\*a\* <b> `c`", "<p>*a* &lt;b&gt; <code>c</code></p>"),
        (
            "<@7> <@8>",
            '<p><span class="mention">@Hana</span> <span class="mention">&lt;@8&gt;</span></p>',
        ),
    ],
)
def test_markdown_is_drawn_as_a_client_does(text: str, drawn: str) -> None:
    assert html(text, {"7": "Hana"}) == drawn
