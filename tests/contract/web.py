"""The contract's language on the playground: over a real socket, seen in the HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import aiohttp
from bs4 import BeautifulSoup, Tag

from bot.adapters.web import Playground
from bot.adapters.web.answers import Answer
from bot.adapters.web.people import PEOPLE, Person
from bot.app import Bot
from bot.house import House
from bot.people import Member
from bot.platform import Event
from tests.contract.chat import MO, Chat, Seen, SeenForm
from tests.houses import deliver, open_house, work

ROOMS = ("support", "moderators")


class WebChat(Chat):
    """Four people, each with a browser that is only a reader of HTML."""

    inline = True
    tells_zones = True

    def __init__(self, url: str, folder: Path) -> None:
        self.url, self.folder = url, folder
        self.house: House
        self.bot: Bot
        self.platform: Playground
        self.session: aiohttp.ClientSession
        self.address = ""
        self.dialogs: dict[str, tuple[str, Tag]] = {}
        self._before = dict(PEOPLE)
        """The four as they are: nobody else can come to the playground but in a test."""

    @classmethod
    async def start(cls, url: str, folder: Path) -> WebChat:
        """Return a running chat."""
        chat = cls(url, folder)
        await chat._start()
        return chat

    async def _start(self) -> None:
        # The clock begins at the same moment each time: the playground keeps how far it went.
        self.house, self.bot = await open_house(self.url, self.folder)
        self.platform = Playground(self.house, self.bot, self.folder, seed=False)
        self.address = await self.platform.start(0)
        self.session = aiohttp.ClientSession(self.address, headers={"Origin": self.address})

    async def close(self) -> None:
        PEOPLE.clear()
        PEOPLE.update(self._before)
        await self._stop()

    async def _stop(self) -> None:
        await self.session.close()
        await self.platform.stop()
        await self.house.close()

    async def restart(self) -> None:
        closed = self.platform.closed_inboxes
        await self._stop()
        await self._start()
        self.platform.closed_inboxes = closed

    async def _arrive(self, who: str) -> None:
        PEOPLE[who] = Person(who, who.title(), "member")

    async def move(self, who: str, zone: str) -> None:
        PEOPLE[who] = replace(PEOPLE[who], zone=zone)

    async def say(self, who: str, words: str) -> None:
        await self.send(who, "support", "say", words=words)

    async def press(self, who: str, label: str, on: Seen | None = None) -> None:
        found = [
            (place, post["data-post"], button["data-call"])
            for place, post in await self._posts(who)
            for button in post.select("button[data-call]")
            if _text(button).startswith(label) and (on is None or post["data-post"] == on.id)
        ]
        if not found:
            raise LookupError(label)
        newest = max(int(str(number)) for _, number, _ in found)
        place, number, call = next(item for item in found if item[1] == str(newest))
        await self.send(who, place, "press", post=str(number), call=str(call))

    async def press_late(self, who: str, label: str, seen: Seen) -> None:
        (call,) = [
            call for name, call in zip(seen.buttons, seen.calls, strict=True) if name == label
        ]
        await self.send(who, "support", "press", post=seen.id, call=call)

    async def shortcut(self, who: str, label: str, on: Seen) -> None:
        for place, post in await self._posts(who):
            for button in post.select("button[data-shortcut]"):
                if post["data-post"] == on.id and _text(button) == label:
                    word = str(button["data-shortcut"])
                    await self.send(who, place, "shortcut", post=on.id, word=word)
                    return
        raise LookupError(label)

    async def submit(self, who: str, **answers: str) -> None:
        place, dialog = self.dialogs.pop(who)
        await self.send(who, place, "submit", **_filled_in(dialog, answers))

    async def form(self, who: str) -> SeenForm | None:
        if who not in self.dialogs:
            return None
        _, dialog = self.dialogs[who]
        title, intro = dialog.select_one("h2"), dialog.select_one(".intro")
        assert title is not None
        values = {
            name.removeprefix("answer."): value
            for name, value in _inputs(dialog).items()
            if name.startswith("answer.")
        }
        faults = {
            str(fault["data-fault"]): _text(fault)
            for fault in dialog.select("[data-fault]")
            if _text(fault)
        }
        words = _text(intro) if intro else ""
        return SeenForm(_text(title), words, values, _labels(dialog), faults)

    async def private(self, who: str) -> list[Seen]:
        posts = [post for _, post in await self._posts(who) if post.has_attr("data-private")]
        posts.sort(key=lambda post: int(str(post["data-post"])))
        return [await self._seen(post) for post in posts]

    async def inbox(self, who: str) -> list[Seen]:
        posts = await self._posts_in(who, "inbox")
        return [await self._seen(post) for post in posts if not post.has_attr("data-private")]

    async def room(self, who: str, room: str = "support") -> list[Seen]:
        posts = await self._posts_in(who, room)
        posts.sort(key=lambda post: int(str(post["data-post"])))
        return [
            await self._seen(post)
            for post in posts
            if post["data-author"] == "comeback" and not post.has_attr("data-private")
        ]

    async def close_inbox(self, who: str) -> None:
        self.platform.closed_inboxes.add(self.person(who))

    async def open_inbox(self, who: str) -> None:
        self.platform.closed_inboxes.discard(self.person(who))

    async def guess(self, who: str, call: str, **answers: str) -> None:
        if answers:
            form = {f"answer.{name}": answer for name, answer in answers.items()}
            await self.send(who, "support", "submit", call=call, source="", **form)
        else:
            posts = await self._posts_in(who, "support")
            number = str(posts[-1]["data-post"]) if posts else "1"
            await self.send(who, "support", "press", post=number, call=call)

    def person(self, who: str) -> str:
        """Return somebody's id on this platform."""
        return who

    def press_of(self, member: Member, call: str) -> tuple[Event, Answer]:
        """Return a press of a button nobody was shown, and where its answer goes."""
        return Event(member, call), Answer(self.platform, "ben", "support")

    async def settle(self) -> None:
        await deliver(self.house, self.bot)

    async def pass_time(self, by: timedelta) -> None:
        await self.platform.move_clock(by)
        await work(self.house, self.bot)

    async def send(self, who: str, place: str, what: str, **values: str) -> str:
        """Post a form as a browser does; keep the dialog that comes back, return the sentence."""
        # A browser cannot send half of a surrogate pair.
        sent = {key: value.encode("utf-8", "ignore").decode() for key, value in values.items()}
        async with self.session.post(f"/{who}/{place}/{what}", data=sent) as response:
            assert response.status in (200, 422), response.status
            html = await response.text()
        dialog = BeautifulSoup(html, "html.parser").select_one("dialog")
        if dialog is not None:
            self.dialogs[who] = (place, dialog)
        return html if response.status == 422 else ""

    async def page(self, who: str, place: str) -> BeautifulSoup:
        """Return a page as somebody gets it."""
        async with self.session.get(f"/{who}/{place}") as response:
            assert response.status == 200
            return BeautifulSoup(await response.text(), "html.parser")

    async def _posts_in(self, who: str, place: str) -> list[Tag]:
        return (await self.page(who, place)).select("article[data-post]")

    async def _posts(self, who: str) -> list[tuple[str, Tag]]:
        places = (*ROOMS[: 2 if who == MO else 1], "inbox")
        return [(place, post) for place in places for post in await self._posts_in(who, place)]

    async def _seen(self, post: Tag) -> Seen:
        live = [str(mention["data-live"]) for mention in post.select("[data-live]")]
        live += [str(link["href"]) for link in post.select("a[href]:not([data-file])")]
        file, picture = post.select_one("a[data-file]"), post.select_one("img.picture")
        under = post.get("data-under")
        return Seen(
            str(post["data-post"]),
            "\n".join(_words(post)),
            tuple(_text(button) for button in post.select("button[data-call]")),
            tuple(str(button["data-call"]) for button in post.select("button[data-call]")),
            "Only you see this" in post.get_text(),
            tuple(live),
            str(under) if under else None,
            await self._download(file) if file else None,
            await self._look(picture) if picture else None,
        )

    async def _look(self, picture: Tag) -> tuple[bytes, str]:
        async with self.session.get(str(picture["src"])) as response:
            assert response.content_type == "image/png"
            return await response.read(), str(picture["alt"])

    async def _download(self, link: Tag) -> tuple[str, bytes]:
        async with self.session.get(str(link["href"])) as response:
            disposition = response.content_disposition
            assert disposition is not None
            assert disposition.type == "attachment"
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            return disposition.filename or "", await response.read()


def _text(tag: Tag) -> str:
    return tag.get_text().strip()


def _words(post: Tag) -> Iterator[str]:
    for part in post.select("[data-words]"):
        pieces = part.select("figcaption, blockquote") or [part]
        yield from (_text(piece) for piece in pieces)


def _labels(dialog: Tag) -> dict[str, str]:
    """Return what each question asks; that it is optional stands in the same line."""
    found: dict[str, str] = {}
    for field in dialog.select("[data-field]"):
        label = field.select_one("legend, label")
        assert label is not None
        found[str(field["data-field"])] = str(label.find(string=True)).strip()
    return found


def _inputs(dialog: Tag) -> dict[str, str]:
    """Return what a browser would send of a form."""
    values = {
        str(field["name"]): str(field.get("value", ""))
        for field in dialog.select("input[name]")
        if field.get("type") != "radio" or field.has_attr("checked")
    }
    for area in dialog.select("textarea"):
        values[str(area["name"])] = area.get_text().removeprefix("\n")
    for select in dialog.select("select"):
        chosen = select.select_one("option[selected]")
        values[str(select["name"])] = str(chosen["value"]) if chosen else ""
    return values


def _filled_in(dialog: Tag, answers: Mapping[str, str]) -> dict[str, str]:
    typed = {f"answer.{name}": answer for name, answer in answers.items()}
    names = {str(field["name"]) for field in dialog.select("[name]")}
    assert typed.keys() <= names, f"the form has no field {typed.keys() - names}"
    return _inputs(dialog) | typed
