"""What happens to a draft: nothing typed is lost, nobody is named, no header slips in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from cogs.draft.desk import Paper
from cogs.draft.drafting import Drafting
from cogs.draft.mail import as_mail
from cogs.draft.names import replaced
from cogs.draft.sheet import Sheet
from cogs.draft.writing import Choice, Facts
from tests.contract.chat import ANA, BEN
from tests.contract.memory import MemoryChat, person
from tests.contract.steps import replied
from tests.contract.test_draft import LETTER, drafted


@pytest.fixture
async def chat(sqlite_url: str, tmp_path: Path) -> AsyncIterator[MemoryChat]:
    """Give the transcript platform."""
    chat = await MemoryChat.start(sqlite_url, tmp_path)
    yield chat
    await chat.close()


async def the_draft(chat: MemoryChat) -> Paper:
    """Return Ana's newest draft."""
    cog = chat.bot.cogs["draft"]
    assert isinstance(cog, Drafting)
    return (await cog._desk.of(await chat.platform.member(person(ANA))))[-1]


async def text(chat: MemoryChat) -> str:
    """Return what Ana sees last."""
    return (await chat.last(ANA)).text


EVIL = "=?utf-8?q?Your_application=0ABcc=3A_evil=40evil.example?="


@pytest.mark.parametrize(
    "headers",
    [
        f"Subject: {EVIL}\nMessage-ID: <a@b.example>",
        f"Subject: Hello\nMessage-ID: <{EVIL}@b.example>",
        f"Subject: Hello\nMessage-ID: <a@b.example>\nReferences: <c@d.example> {EVIL} <{EVIL}>",
    ],
)
async def test_a_letter_cannot_put_a_header_into_the_answer(
    chat: MemoryChat, headers: str
) -> None:
    letter = LETTER.replace("Subject: Your application as Backend Engineer", headers)
    await drafted(chat, letter)
    await chat.press(ANA, "As a file")
    (mail,) = [
        seen.file[1]
        for seen in await chat.private(ANA)
        if seen.file and seen.file[0] == "reply.eml"
    ]
    opened = message_from_bytes(mail, policy=policy.default)
    assert set(opened.keys()) <= {
        *("Subject", "To", "In-Reply-To", "References", "X-Unsent"),
        *("Content-Type", "Content-Transfer-Encoding", "MIME-Version"),
    }


@pytest.mark.parametrize("subject", [EVIL, "Grüße aus Köln", "a\nBcc: b@c.example", "x" * 900])
@pytest.mark.parametrize(
    "to", ["a@b.example", "a@", "<a@b.example>", 'a"\nBcc: x@y.example', "ü@ö.example"]
)
def test_whatever_stands_in_a_draft_is_a_mail_without_surprises(subject: str, to: str) -> None:
    sheet = Sheet(Facts(), Choice(), own="Dear Jane,\n\nthanks.", own_subject=subject, to=to)
    sheet = Sheet.unpacked(sheet.packed() | {"shows_own": True, "message_id": f"<{EVIL}>"})
    paper = Paper(None, sheet, sheet.written())  # type: ignore[arg-type]  # no row is looked at
    opened = message_from_bytes(as_mail(paper).content, policy=policy.default)
    assert opened["Bcc"] is None
    assert opened.get_content().split() == ["Dear", "Jane,", "thanks."]
    assert opened["To"] in (None, "a@b.example")
    assert opened["In-Reply-To"] is None
    assert opened.defects == []


async def test_an_own_text_outlives_the_drafted_one_and_old_buttons(chat: MemoryChat) -> None:
    await drafted(chat, "")
    old = await chat.last(ANA)
    await chat.press(ANA, "They said no")
    await chat.press(ANA, "Edit")
    await chat.submit(ANA, text="My very own words, thank you.")
    await chat.press(ANA, "Show the drafted one")
    assert "Edit" not in (await chat.last(ANA)).buttons
    await chat.press_late(ANA, "Check a text of mine", old)
    assert "isn't there any more" in await text(chat)
    draft_id = (await the_draft(chat)).id
    await chat.guess(ANA, f"edit.take_mine:{draft_id}", text="other words", letter="")
    assert (await the_draft(chat)).sheet.own == "My very own words, thank you."


async def test_what_was_typed_before_stays_when_a_text_is_checked(chat: MemoryChat) -> None:
    await drafted(chat, "", company="Vela", person="Jane Smith", tone="formal")
    await chat.press(ANA, "Check a text of mine")
    await chat.submit(ANA, text="Dear John,\n\nthank you for your time.\n\nBest,\nAna")
    assert "Dear John" in await text(chat)
    sheet = (await the_draft(chat)).sheet
    assert (sheet.facts.company, sheet.facts.sender) == ("Vela", "Jane Smith")
    assert sheet.choice.tone == "formal"


async def test_a_correction_never_asks_what_it_is_to_be_again(chat: MemoryChat) -> None:
    await drafted(chat, "", company="Vela")
    await chat.press(ANA, "They said no")
    for said in ("internal", "recruiter", "other", "freeze", "silence", "interview"):
        await chat.press(ANA, "Correct it")
        await chat.submit(ANA, happened=said)
        assert "What is it to be" not in await text(chat)
        assert "Vela" in await text(chat)
    await chat.press(ANA, "Notes for a call")
    await chat.press(ANA, "Back to the letter")
    assert "Warmer" not in await text(chat)
    assert "Plainer" in (await chat.last(ANA)).buttons


async def test_keeping_in_touch_stays_that_whatever_is_corrected(chat: MemoryChat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Remind me in 3 months")
    await chat.pass_time(timedelta(days=95))
    await chat.press(ANA, "Show the draft")
    await chat.press(ANA, "Correct it")
    await chat.submit(ANA, happened="interview", company="Nordwind")
    assert "Keeping in touch" in await text(chat)
    assert "Best sent today" not in await text(chat)


async def test_a_reminder_shown_twice_is_one_draft(chat: MemoryChat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Remind me in 3 months")
    await chat.pass_time(timedelta(days=95))
    (reminder,) = await chat.inbox(ANA)
    await chat.press(ANA, "Show the draft", on=reminder)
    first = await text(chat)
    await chat.press(ANA, "Show the draft", on=reminder)
    assert await text(chat) == first


async def test_a_reminder_dropped_on_the_page_is_gone_from_its_draft(chat: MemoryChat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Remind me in 3 months")
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Your reminder")
    await chat.press(ANA, "Drop the reminder")
    await chat.say(ANA, "/comeback")
    await chat.press(ANA, "Your draft")
    assert "Remind me in 3 months" in (await chat.last(ANA)).buttons
    await chat.press(ANA, "Delete")
    await chat.press(ANA, "Yes, delete it")
    assert "reminder" not in await text(chat)


async def test_peers_are_asked_once_and_what_was_corrected_is_not_named(chat: MemoryChat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Edit")
    await chat.submit(
        ANA, text="Dear Jane, NORDWIND's team and Ms. Smith were kind. Ana P., thank you."
    )
    await chat.press(ANA, "Correct it")
    await chat.submit(ANA, company="NWL", person="", signature="")
    await chat.press(ANA, "Ask peers")
    first = await chat.last(ANA)
    for name in ("Jane", "NORDWIND", "Smith", "Ana"):
        assert name not in first.text
    draft = [seen for seen in await chat.private(ANA) if "Ask peers" in seen.buttons][-1]
    await chat.press(ANA, "Ask peers", on=draft)
    await chat.press(ANA, "Post now")
    await chat.settle()
    await chat.press_late(ANA, "Post now", first)
    await chat.settle()
    assert len(await chat.room(BEN)) == 1


async def test_a_quiet_share_stays_quiet_whatever_is_sent(chat: MemoryChat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Ask peers")
    share_id = (await chat.last(ANA)).calls[0].split(":")[1]
    await chat.guess(
        ANA, f"share.rewrite:{share_id}", happened="other words", stage="final", need="listen"
    )
    await chat.press(ANA, "Post now")
    await chat.settle()
    (post,) = await chat.room(BEN)
    assert "Only its author will read" in post.text
    await replied(chat, "Good.")
    assert len(await chat.room(BEN)) == 1


async def test_more_replies_than_a_message_holds_all_reach_the_author(chat: MemoryChat) -> None:
    await drafted(chat)
    await chat.press(ANA, "Ask peers")
    await chat.press(ANA, "Post now")
    await chat.settle()
    for number in range(23):
        await chat.press(BEN, "Write to them")
        await chat.submit(BEN, words=f"advice number {number}.", sign="pseudonym")
    await chat.pass_time(timedelta(hours=1))
    told = "\n".join(seen.text for seen in await chat.inbox(ANA))
    for number in range(23):
        assert told.count(f"advice number {number}.") == 1


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Jane Smith"], "Jane JANE Jane's Janes Smith SMITH smiths"),
        (["José Müller"], "José Jose Müller Mueller Müllers MÜLLER"),
        (["Bo Larsen"], "Bo Larsen larsen"),
        (["EY", "3M", "Xu"], "EY 3M Xu"),
        (["trivago N.V.", "adesso SE"], "trivago Trivago adesso"),
        (["luis de la cruz"], "Luis luis cruz"),
        (["Anna-Lena Groß"], "Anna Lena Anna-Lena Groß Gross"),
    ],
)
def test_a_name_is_found_however_it_is_written(names: list[str], words: str) -> None:
    assert set(replaced(words, names, "X").split()) == {"X"}


def test_words_that_are_in_every_text_stay() -> None:
    kept = "I will say it in the room, and may go on. Mark the date."
    assert replaced(kept, ["Will Ray", "May de la Vega", "The Harbor Ltd", "A B"], "X") == kept
    assert replaced("a b c", ["", "  "], "X") == "a b c"
