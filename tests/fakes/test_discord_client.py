"""An unmodified discord.py client lives on the fake."""

from __future__ import annotations

import discord
import pytest

from tests.fakes.discord import FakeDiscord
from tests.fakes.talk import PNG, card, files, running


async def test_a_bot_logs_in_and_sees_its_guilds(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    fake.world.add_channel(guild, "general")
    async with running(fake) as bot:
        assert [one.name for one in bot.guilds] == ["Support"]
        assert [one.name for one in bot.guilds[0].text_channels] == ["general"]
        assert bot.user is not None
        assert str(bot.user.id) == fake.world.app_id
    assert fake.commands.puts == 1


async def test_a_wrong_token_is_refused(fake: FakeDiscord) -> None:
    fake.token = "another"  # noqa: S105
    client = discord.Client(intents=discord.Intents.none())
    from tests.fakes.discord import redirected

    with redirected(fake):
        async with client:
            with pytest.raises(discord.LoginFailure):
                await client.login("fake.bot.token")


async def test_a_command_is_answered_to_one_person_alone(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana, ben = fake.person("ana", guild), fake.person("ben", guild)
    async with running(fake):
        done = await ana.use(room, "hello", name="Ana")
    assert done.kind == "message"
    assert done.message is not None
    assert done.message.words == "Hello Ana"
    assert done.message.ephemeral
    assert done.message.used_by == ana.id
    assert ben.messages(room) == []
    ana.reload()
    assert ana.messages(room) == []


async def test_a_button_changes_its_message(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana = fake.person("ana", guild)
    async with running(fake):
        await ana.use(room, "/hello")
        (seen,) = ana.messages(room)
        done = await ana.press(seen, "Again")
        assert done.kind == "update"
        assert ana.messages(room)[0].words == "Changed"
        with pytest.raises(LookupError):
            await ana.press(seen, "Again")
        stale = await ana.press_stale(seen, "Again")
        assert stale.kind == "nothing"
        assert stale.text == "The application did not respond"
        crossed = await ana.press_stale(seen, "Again", crossed=True)
        assert crossed.kind == "update"
        later = await ana.press(seen, "Once more")
        assert later.kind == "deferred update"
        await fake.until(lambda: ana.messages(room)[0].words == "Later")


async def test_a_deferred_answer_is_filled(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana = fake.person("ana", guild)
    async with running(fake):
        done = await ana.use(room, "slow")
        assert done.kind == "deferred"
        assert (await done.filled()).words == "Thought"
        await fake.until(lambda: len(done.messages) == 2)
    assert [one.words for one in ana.messages(room)] == ["Thought", "More"]
    assert all(one.ephemeral for one in ana.messages(room))


async def test_a_form_is_filled_in(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana = fake.person("ana", guild)
    async with running(fake):
        assert (await ana.use(room, "ask")).kind == "modal"
        assert ana.modal is not None
        assert ana.modal.title == "A question"
        assert ana.modal.intro == "Only you see this."
        assert ana.modal.values == {"words": "hello", "tone": ["warm"], "where": []}
        done = await ana.submit(words="a *star*", where=[room])
        assert done.message is not None
        assert done.message.words == "You said a *star*"
        with pytest.raises(LookupError):
            await ana.submit()


async def test_silence_is_told_to_the_person(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    fake.interactions.deadline = 0.05
    async with running(fake) as bot:
        done = await fake.person("ana", guild).use(room, "silent")
        assert (done.kind, done.text) == ("nothing", "The application did not respond")
        assert "silent" in bot.heard


async def test_a_context_menu_and_a_sub_command(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana = fake.person("ana", guild)
    async with running(fake):
        seen = ana.write(room, "I was turned down")
        done = await ana.context_menu("Note this", seen)
        assert done.message is not None
        assert done.message.words == "Noted I was turned down"
        done = await ana.use(room, "privacy forget")
        assert done.message is not None
        assert done.message.words == "Forgotten"
        with pytest.raises(LookupError):
            await ana.use(room, "privacy")


async def test_a_direct_message_and_a_command_in_it(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    ana = fake.person("ana", guild)
    async with running(fake) as bot:
        user = await bot.fetch_user(int(ana.id))
        await user.send("Hello there", nonce="abc")
        assert [one.words for one in ana.inbox()] == ["Hello there"]
        done = await ana.use(ana.dm, "hello")
        assert done.message is not None
        assert done.message.ephemeral
        ana.closed = True
        with pytest.raises(discord.Forbidden) as refused:
            await user.send("And again")
        assert refused.value.code == 50007
        ana.closed = False
        fake.world.remove_member(guild, ana)
        with pytest.raises(discord.Forbidden) as refused:
            await user.send("And again")
        assert refused.value.code == 50278


async def test_a_card_with_picture_and_file_in_a_thread(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    ana = fake.person("ana", guild)
    async with running(fake) as bot:
        channel = bot.get_channel(int(room["id"]))
        assert isinstance(channel, discord.TextChannel)
        none = discord.AllowedMentions.none()
        sent = await channel.send(view=card(), files=files(), allowed_mentions=none)
        thread = await sent.create_thread(name="Kind words", auto_archive_duration=10080)
        await thread.send("In the thread")
        (seen,) = ana.messages(room)
        assert seen.words == "A title\nand bold <@1>"
        assert seen.live == ["<@1>"]
        assert [one.label for one in seen.buttons] == ["Again", "Ask"]
        (picture,), (file,) = seen.pictures, seen.files
        assert (picture.content, picture.description) == (PNG, "A garden")
        assert (file.name, file.content) == ("notes.txt", b"some notes")
        place = ana.thread(seen)
        assert place is not None
        assert [one.words for one in ana.messages(place)][1:] == ["In the thread"]
        form = await ana.press(seen, "Ask")
        assert form.kind == "modal"
        done = await ana.submit(words="x")
        assert done.interaction.message is not None
        history = [one.content async for one in thread.history(limit=5)]
        assert history == ["In the thread", ""]
        kept = await channel.fetch_message(sent.id)
        assert await kept.attachments[0].read() == PNG
        await sent.edit(view=card(), attachments=kept.attachments)


async def test_a_rate_limit_is_waited_for(fake: FakeDiscord) -> None:
    guild = fake.world.add_guild("Support")
    room = fake.world.add_channel(guild, "general")
    fake.faults.limit("POST", "/channels/{channel_id}/messages", 0.01)
    fake.faults.limit("POST", "/channels/{channel_id}/messages", 0.01, scope="global")
    async with running(fake) as bot:
        channel = bot.get_channel(int(room["id"]))
        assert isinstance(channel, discord.TextChannel)
        await channel.send("Here")
    sent = fake.traffic.of("POST", "/channels/{channel_id}/messages")
    assert [one.status for one in sent] == [429, 429, 200]
