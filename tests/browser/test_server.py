"""What the playground's server does that no other platform's contract asks for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from bot import (
    Button,
    Card,
    Cog,
    Context,
    Field,
    File,
    Form,
    Invalid,
    Ours,
    Picture,
    Quote,
    action,
)
from bot.adapters.web import Playground, platform
from bot.adapters.web.people import NAME, PEOPLE, SPACE
from bot.delivery.courier import Courier
from bot.identity import Address
from bot.people import Room
from bot.platform import Target, Trace, Unreachable
from tests.contract.chat import ANA, BEN, HANA, MO
from tests.contract.steps import replied, shared
from tests.contract.web import WebChat
from tests.houses import deliver, open_house


class Note(Form, words="reply/answer"):
    words = Field(long=True)


class Slow(Cog, name="slow"):
    """Answers when it is let."""

    let = asyncio.Event()

    @action
    async def ask(self, ctx: Context) -> None:
        await self.let.wait()
        await ctx.ask(Note(), self.refuse)

    @action
    async def refuse(self, ctx: Context, form: Note) -> None:
        await self.let.wait()
        raise Invalid(words=Ours("Not like this."))

    @action
    async def change(self, ctx: Context) -> None:
        await ctx.update(Card(text=Ours("Changed.")))


@pytest.fixture
async def chat(sqlite_url: str, tmp_path: Path) -> AsyncIterator[WebChat]:
    """Give a playground nobody has said anything on."""
    chat = await WebChat.start(sqlite_url, tmp_path)
    Slow.let = asyncio.Event()
    chat.bot.add(Slow(chat.bot))
    yield chat
    await chat.close()


def inbox_of(who: str) -> Target:
    return Target(SPACE, to=Address(NAME, SPACE, who))


SUPPORT = Target(SPACE, Room.SUPPORT)
CARD = Card(
    text=Ours("Press."),
    buttons=(Button(Ours("Slowly"), "slow.ask"), Button(Ours("Change"), "slow.change")),
)


async def test_only_pages_of_ours_on_this_computer_are_answered(chat: WebChat) -> None:
    for headers in ({"Host": "example.org"}, {"Host": "127.0.0.1.example.org:80"}):
        async with chat.session.get("/ana/support", headers=headers) as response:
            assert response.status == 403
    for origin in ("https://example.org", "null", ""):
        async with chat.session.post(
            "/ana/support/say", data={"words": "Hi."}, headers={"Origin": origin}
        ) as response:
            assert response.status == 403
    assert not chat.platform.board.posts(ANA, "support")
    async with chat.session.get("/health") as response:
        assert (response.status, await response.text()) == (200, "ok")
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/eve/support", "/ana/digest", "/ana/moderators", "/ana/inbox/file/1", "/nothing"]
)
async def test_what_is_not_there_or_not_for_them_is_not_found(chat: WebChat, path: str) -> None:
    async with chat.session.get(path) as response:
        assert response.status == 404
        assert "There is nothing here" in await response.text()


async def test_a_form_that_comes_too_late_is_refused_with_a_sentence(
    chat: WebChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "DEFER_AFTER", 0.01)
    await chat.platform.send(inbox_of(ANA), CARD, "n")
    await chat.press(ANA, "Slowly")
    assert await chat.private(ANA) == []
    Slow.let.set()
    await chat.platform.quiet()
    assert "took too long" in (await chat.last(ANA)).text
    assert await chat.form(ANA) is None


async def test_a_mistake_found_too_late_is_said_and_what_was_typed_is_kept(
    chat: WebChat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "DEFER_AFTER", 0.01)
    await chat.guess(ANA, "slow.refuse", words="Kept words.")
    Slow.let.set()
    await chat.platform.quiet()
    assert "Not like this." in (await chat.last(ANA)).text
    monkeypatch.setattr(platform, "DEFER_AFTER", 60)
    await chat.press(ANA, "Try again")
    form = await chat.form(ANA)
    assert form is not None
    assert form.values["words"] == "Kept words."


async def test_a_button_is_pressed_only_where_it_is_seen(chat: WebChat) -> None:
    number = await chat.platform.send(inbox_of(ANA), CARD, "n")
    await chat.send(BEN, "inbox", "press", post=number, call="slow.change")
    assert "isn't yours" in (await chat.last(BEN)).text
    await chat.send(ANA, "inbox", "press", post=number, call="slow.refuse")
    assert "isn't yours" in (await chat.last(ANA)).text
    assert (await chat.inbox(ANA))[0].text == "Press."
    await chat.press(ANA, "Change")
    assert (await chat.inbox(ANA))[0].text == "Changed."


async def test_a_post_for_everybody_is_not_changed_by_who_presses_it(chat: WebChat) -> None:
    await chat.platform.send(SUPPORT, CARD, "n")
    await chat.press(BEN, "Change")
    assert (await chat.last(BEN)).text == "Changed."
    assert (await chat.room(BEN))[0].text == "Press."
    assert await chat.private(ANA) == []


async def test_a_private_answer_can_be_put_away_and_is_gone_after_a_restart(
    chat: WebChat,
) -> None:
    await chat.say(ANA, "/comeback")
    await chat.say(ANA, "/privacy")
    page, privacy = await chat.private(ANA)
    await chat.send(ANA, "support", "dismiss", post=page.id)
    assert [seen.id for seen in await chat.private(ANA)] == [privacy.id]
    await chat.restart()
    assert await chat.private(ANA) == []
    await chat.send(ANA, "support", "press", post=privacy.id, call="privacy.file")
    assert "from before a restart" in (await chat.last(ANA)).text


async def test_the_same_nonce_is_one_message_and_what_was_not_sent_is_known(
    chat: WebChat,
) -> None:
    long = Card(text=Ours("Word. " * 500), buttons=CARD.buttons)
    first, second = await asyncio.gather(
        chat.platform.send(SUPPORT, long, "n"), chat.platform.send(SUPPORT, long, "n")
    )
    assert first == second == await chat.platform.find(SUPPORT, "n")
    posts = await chat.room(ANA)
    assert len(posts) > 1
    assert [bool(post.buttons) for post in posts] == [False] * (len(posts) - 1) + [True]
    assert await chat.platform.find(SUPPORT, "other") is Trace.ABSENT
    with pytest.raises(Unreachable):
        await chat.platform.edit(SUPPORT, "77", CARD)
    with pytest.raises(Unreachable):
        await chat.platform.send(Target(SPACE, Room.SUPPORT, "77"), CARD, "m")
    await chat.restart()
    assert await chat.platform.find(SUPPORT, "n") == first


async def test_what_somebody_types_is_text_and_nothing_else(chat: WebChat) -> None:
    words = "<b>hi</b> https://example.org @ben **x** {{ 7*7 }}"
    await chat.send(ANA, "support", "say", words=words)
    (post,) = (await chat.page(BEN, "support")).select("article[data-author=ana]")
    said = post.select_one(".said")
    assert said is not None
    assert said.get_text() == words
    assert not post.select(".body a, .body b, [data-live]")


async def test_what_does_not_fit_is_answered_with_a_sentence(chat: WebChat) -> None:
    assert "nothing in it" in await chat.send(ANA, "support", "say", words=" \u200b ")
    assert "commands and buttons" in await chat.send(ANA, "inbox", "say", words="Hi.")
    assert "2000" in await chat.send(ANA, "support", "say", words="x" * 2001)
    async with chat.session.post("/ana/support/say", data={"words": "x" * 300_000}) as response:
        assert response.status == 413
        assert "far more than fits" in await response.text()
    assert not chat.platform.board.posts(ANA, "support")


async def test_pictures_and_files_are_only_for_who_sees_the_message(chat: WebChat) -> None:
    card = Card(
        text=Ours("Look."),
        quotes=(Quote("<i>x</i>", "Quiet <i>Heron</i>"),),
        picture=Picture(b"\x89PNG...", Ours("A curve that rises")),
        file=File('it\'s "mine".json', b"{}"),
    )
    number = await chat.platform.send(inbox_of(ANA), card, "n")
    (seen,) = await chat.inbox(ANA)
    assert seen.file == ('it\'s "mine".json', b"{}")
    assert "Quiet <i>Heron</i>" in seen.text
    picture = (await chat.page(ANA, "inbox")).select_one("img")
    assert picture is not None
    assert picture["alt"] == "A curve that rises"
    async with chat.session.get(str(picture["src"])) as response:
        assert response.content_type == "image/png"
    for what in ("file", "picture"):
        async with chat.session.get(f"/ben/inbox/{what}/{number}") as response:
            assert response.status == 404


async def events(chat: WebChat, who: str, place: str, **headers: str) -> str:
    """Return the first event that somebody's page gets."""
    url = f"/{who}/{place}/events?since=0"
    async with chat.session.get(url, headers=headers) as response:
        assert response.content_type == "text/event-stream"
        text = ""
        async for line in response.content:
            text += line.decode()
            if text.count("\n\n") == 2:
                break
        return text


async def test_a_stream_begins_where_the_page_was(chat: WebChat) -> None:
    await chat.send(BEN, "support", "say", words="One.")
    seen = chat.platform.board.version
    await chat.send(BEN, "support", "say", words="Two.")
    everything = await events(chat, ANA, "support")
    assert "One." in everything
    assert f"id: {chat.platform.board.version}" in everything
    later = await events(chat, ANA, "support", **{"Last-Event-ID": str(seen)})
    assert "One." not in later
    assert "Two." in later


async def test_what_is_unread_is_counted_until_it_is_looked_at(chat: WebChat) -> None:
    async def unread(who: str, place: str) -> str:
        other = await chat.page(who, "support" if place == "inbox" else "inbox")
        badge = other.select_one(f"a[data-place={place}] [data-unread]")
        return str(badge["data-unread"]) if badge else ""

    await shared(chat)
    assert await unread(ANA, "inbox") == "1"
    assert await unread(HANA, "support") == "1"
    await replied(chat)
    assert await unread(HANA, "support") == "2"
    await chat.page(HANA, "support")
    await chat.restart()
    assert await unread(HANA, "support") == ""
    await chat.send(HANA, "support", "say", words="Hi.")
    assert await unread(HANA, "support") == ""


async def test_the_clock_is_moved_and_stays_moved(chat: WebChat) -> None:
    begin = chat.house.clock.now()
    await chat.send(ANA, "support", "clock", step="hour")
    await chat.send(ANA, "support", "clock", step="day")
    assert chat.house.clock.now() == begin + timedelta(days=1, hours=1)
    await chat.restart()
    assert chat.house.clock.now() == begin + timedelta(days=1, hours=1)
    await chat.send(ANA, "support", "clock", step="monday")
    monday = chat.house.clock.now().astimezone()
    assert (monday.weekday(), monday.hour, monday.minute) == (0, 9, 0)
    await chat.send(ANA, "support", "clock", step="monday")
    assert (chat.house.clock.now() - monday).days in (6, 7)
    assert "hours, days" in await chat.send(ANA, "support", "clock", step="year")


async def test_a_long_room_has_pages(chat: WebChat) -> None:
    for number in range(152):
        await chat.platform.speak(BEN, "support", f"Number {number}.")
    page = await chat.page(ANA, "support")
    assert len(page.select("article")) == 150
    link = page.select_one(".earlier a")
    assert link is not None
    async with chat.session.get(f"/ana/support{link['href']}") as response:
        text = await response.text()
    assert "Number 0." in text
    assert "Number 2." not in text


async def test_a_port_that_is_taken_is_left_alone(chat: WebChat, tmp_path: Path) -> None:
    taken = int(chat.address.rpartition(":")[2])
    other = Playground(chat.house, chat.bot, tmp_path / "other", seed=False)
    address = await other.start(taken)
    assert taken < int(address.rpartition(":")[2]) < taken + 50
    async with aiohttp.ClientSession() as session, session.get(address) as response:
        assert response.status == 200
    await other.stop()


async def test_a_first_start_that_was_broken_off_is_begun_again(
    sqlite_url: str, tmp_path: Path
) -> None:
    house, bot = await open_house(sqlite_url, tmp_path)
    half = Playground(house, bot, tmp_path, seed=False)
    await half.start(0)
    await half.speak(MO, "support", "Half of the welcome")
    await half.stop()
    whole = Playground(house, bot, tmp_path)
    await whole.start(0)
    said = [post.text for post in whole.board.posts(ANA, "support")]
    assert "Half of the welcome" not in said
    assert len(whole.board.posts(ANA, "inbox")) == 1
    await whole.stop()
    await house.close()


@pytest.mark.parametrize("with_courier", [False, True])
async def test_the_first_time_there_are_people_and_every_button_works(
    sqlite_url: str, tmp_path: Path, with_courier: bool
) -> None:
    house, bot = await open_house(sqlite_url, tmp_path)
    playground = Playground(house, bot, tmp_path)
    courier = asyncio.create_task(Courier(house, bot.draw).run()) if with_courier else None
    await playground.start(0)
    await deliver(house, bot)
    board = playground.board
    posts = [post for post in board.posts(ANA, "support") if post.card and not post.under]
    assert [len(post.card.buttons) for post in posts if post.card] == [3, 3, 3]
    members = [await playground.member(who) for who in PEOPLE]
    for share in await bot.records.shares.live(members[0].space.id):
        assert await bot.records.shares.author(share) not in members
    for who in PEOPLE:
        assert len(board.posts(who, "inbox")) == 1
    assert len(board.posts(MO, "moderators")) == 1
    assert all(post.seen_by("seed-1") is False for post in board.posts(ANA, "support"))
    before = board.version
    if courier:
        courier.cancel()
    await playground.stop()
    again = Playground(house, bot, tmp_path)
    await again.start(0)
    assert len(again.board.posts(ANA, "support")) == len(board.posts(ANA, "support"))
    assert again.board.version > before
    await again.stop()
    await house.close()
