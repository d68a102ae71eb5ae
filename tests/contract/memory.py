"""The contract's language on the platform that is only a transcript."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from bot.adapters.memory import Memory, Message, _Answer
from bot.app import Bot
from bot.house import House
from bot.people import Member, Standing
from bot.platform import Event
from bot.words import plain
from tests.contract.chat import MO, Chat, Seen, SeenForm
from tests.houses import deliver, open_house, work


def person(who: str) -> str:
    """Return somebody's id on this platform: a canary, found wherever it should not be."""
    return f"canary-{who}-4711"


class MemoryChat(Chat):
    """Four people on ``bot.adapters.memory``."""

    inline = False
    tells_zones = True

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.house: House
        self.bot: Bot
        self.platform: Memory

    @classmethod
    async def start(cls, url: str, folder: Path) -> MemoryChat:
        """Return a running chat."""
        chat = cls(url, folder)
        chat.house, chat.bot = await open_house(url, folder)
        chat.platform = Memory(chat.house, chat.bot)
        chat.platform.standings[person(MO)] = Standing(moderates=True, sets_up=True)
        return chat

    async def _arrive(self, who: str) -> None:
        self.platform.readers = self.readers

    async def move(self, who: str, zone: str) -> None:
        self.platform.zones[person(who)] = zone

    async def say(self, who: str, words: str) -> None:
        word, _, text = words.partition(" ")
        await self._event(who, word, text=text)

    async def press(self, who: str, label: str, on: Seen | None = None) -> None:
        for message in reversed(self.platform.messages):
            if not self.platform.visible(message, person(who)) or (on and message.id != on.id):
                continue
            for button in message.card.buttons:
                if plain(button.label).startswith(label):
                    word, call = "", button.call
                    if call.startswith("/"):
                        call, _, word = call.partition(" ")
                    await self._event(who, call, text=word, source=message)
                    return
        raise LookupError(label)

    async def press_late(self, who: str, label: str, seen: Seen) -> None:
        (call,) = [
            call for name, call in zip(seen.buttons, seen.calls, strict=True) if name == label
        ]
        await self._event(who, call)

    async def shortcut(self, who: str, label: str, on: Seen) -> None:
        word = next(item.word for item in self.bot.shortcuts.values() if item.description == label)
        await self._event(who, f">{word}", about=on.id)

    async def submit(self, who: str, **answers: str) -> None:
        open_form = self.platform.forms.pop(person(who))
        fields = {field.name: field for field in open_form.form.fields}
        assert answers.keys() <= fields.keys(), f"the form has no {answers.keys() - fields.keys()}"
        sent = {name: open_form.form.answers.get(name, "") for name in fields} | answers
        for name in answers:
            if fields[name].person and sent[name] in self.names:
                sent[name] = person(sent[name])
        await self._event(who, open_form.call, form=sent, source=open_form.source)

    async def form(self, who: str) -> SeenForm | None:
        open_form = self.platform.forms.get(person(who))
        if open_form is None:
            return None
        form = open_form.form
        values = {
            field.name: self.named(form.answers.get(field.name, "")) for field in form.fields
        }
        labels = {field.name: plain(field.label) for field in form.fields}
        return SeenForm(form.title, plain(form.intro), values, labels)

    async def private(self, who: str) -> list[Seen]:
        return [self._seen(message) for message in self._to(who) if message.ephemeral]

    async def inbox(self, who: str) -> list[Seen]:
        return [self._seen(message) for message in self._to(who) if not message.ephemeral]

    async def room(self, who: str, room: str = "support") -> list[Seen]:
        return [self._seen(item) for item in self.platform.messages if item.room == room]

    async def close_inbox(self, who: str) -> None:
        self.platform.closed_inboxes.add(self.person(who))

    async def open_inbox(self, who: str) -> None:
        self.platform.closed_inboxes.discard(self.person(who))

    async def guess(self, who: str, call: str, **answers: str) -> None:
        await self._event(who, call, form=answers or None)

    async def settle(self) -> None:
        await deliver(self.house, self.bot)

    async def pass_time(self, by: timedelta) -> None:
        self.house.clock.move(by)
        await work(self.house, self.bot)

    async def restart(self) -> None:
        now = self.house.clock.now()
        await self.house.close()
        self.house, self.bot = await open_house(self.url, self.folder, now)
        old, self.platform = self.platform, Memory(self.house, self.bot)
        # A platform outlives the bot; what only one person saw is gone for them as well.
        self.platform.messages = [item for item in old.messages if not item.ephemeral]
        self.platform.forms, self.platform._ids = old.forms, old._ids
        self.platform.closed_inboxes = old.closed_inboxes
        self.platform.standings, self.platform.zones = old.standings, old.zones
        self.platform.readers = old.readers

    async def close(self) -> None:
        await self.house.close()

    def person(self, who: str) -> str:
        """Return somebody's id on this platform."""
        return person(who)

    def press_of(self, member: Member, call: str) -> tuple[Event, _Answer]:
        """Return a press of a button nobody was shown, and where its answer goes."""
        return Event(member, call), _Answer(self.platform, "nobody", None, is_form=False)

    async def _event(self, who: str, call: str, **more: Any) -> None:
        await self.platform.event(person(who), call, **more)

    def _to(self, who: str) -> list[Message]:
        return [message for message in self.platform.messages if message.to == person(who)]

    def _seen(self, message: Message) -> Seen:
        card = message.card
        lines = [plain(card.title), plain(card.text)]
        for quote in card.quotes:
            by = quote.by
            if isinstance(by, Member):
                by = f"@{self.house.identity.address(by).person}"
            lines += [by, quote.text]
        lines.append(plain(card.note))
        return Seen(
            message.id,
            "\n".join(line for line in lines if line),
            tuple(plain(button.label) for button in card.buttons),
            tuple(button.call for button in card.buttons),
            message.ephemeral,
            message.live,
            message.under,
            (card.file.name, card.file.content) if card.file else None,
            (card.picture.png, plain(card.picture.description)) if card.picture else None,
        )
