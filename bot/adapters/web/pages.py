"""The pages and their pieces: what one person sees of one place."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from babel.dates import format_datetime
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.adapters.web.answers import OpenForm
from bot.adapters.web.people import BOT, INBOX, PEOPLE, Person, name_of
from bot.adapters.web.posts import Post
from bot.adapters.web.render import markdown
from bot.people import Member
from bot.templates import FOLDER
from bot.words import plain

if TYPE_CHECKING:
    from bot.adapters.web.platform import Playground

AT_ONCE: Final = 150
"""Messages on one page; the ones before are a page of their own."""
LONGEST: Final = 2000
"""Characters in an ordinary message, as on Discord."""
FEW_OPTIONS: Final = 4
"""Up to so many options are shown at once, more are in a list that opens."""


@dataclass(frozen=True, slots=True)
class Item:
    """One message on a page: with its day, when it is the first of it, and what stands under."""

    post: Post
    day: str = ""
    replies: Sequence[Item] = ()


def _environment() -> Environment:
    """Return the environment of the pages: HTML, so everything is escaped unless it says it is."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "web"),
        extensions=["jinja2.ext.i18n", "jinja2.ext.do"],
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.policies["ext.i18n.trimmed"] = True
    nothing = gettext.NullTranslations()
    made.install_gettext_translations(nothing, newstyle=True)  # type: ignore[attr-defined]  # added by the extension
    made.filters |= {"markdown": markdown, "plain": plain, "when": _when}
    made.tests["member"] = lambda value: isinstance(value, Member)
    made.globals |= {"BOT": BOT, "INBOX": INBOX, "PEOPLE": PEOPLE, "name_of": name_of}
    made.globals |= {"FEW_OPTIONS": FEW_OPTIONS, "LONGEST": LONGEST}
    return made


def _when(instant: datetime, pattern: str) -> str:
    """Return an instant as the clock on this computer's wall shows it."""
    return str(format_datetime(instant.astimezone(), pattern, locale="en"))


def _day(instant: datetime) -> str:
    return _when(instant, "EEEE d MMMM")


class Pages:
    """Renders for one playground."""

    def __init__(self, playground: Playground) -> None:
        self._playground = playground
        self._board = playground.board
        self._clock = playground.house.clock
        self._bot = playground.bot
        self._environment = _environment()

    def page(self, person: Person, place: str, before: int | None = None) -> str:
        """Return a whole page, of the newest messages or of those before a number."""
        posts = self._board.posts(person.id, place)
        top = [post for post in posts if post.under is None]
        if before is not None:
            top = [post for post in top if post.number < before]
        shown = top[-AT_ONCE:]
        return self._render(
            "page.html",
            person,
            place,
            items=list(_items(shown, posts)),
            earlier=shown[0].number if len(top) > len(shown) else None,
            before=before,
            since=self._board.version,
            commands=sorted(self._bot.commands.values(), key=lambda command: command.word),
        )

    def updates(self, person: Person, place: str, since: int) -> str:
        """Return the messages that are new or changed after a version, and what was put away."""
        posts = self._board.posts(person.id, place)
        top = {item.post.number: item for item in _items(posts, ())}
        items = [top[post.number] for post in posts if post.version > since]
        removed = self._board.removed(person.id, place, since)
        if not items and not removed:
            return ""
        return self._render("updates.html", person, place, items=items, removed=removed)

    def frame(self, person: Person, place: str) -> str:
        """Return what stands around the messages: places, people and the clock."""
        return self._render("frame.html", person, place)

    def dialog(self, person: Person, place: str, opened: OpenForm) -> str:
        """Return a form as a dialog."""
        return self._render("dialog.html", person, place, opened=opened, form=opened.form)

    def missing(self) -> str:
        """Return the page that says there is no such page."""
        return self._environment.get_template("missing.html").render()

    def _render(self, template: str, person: Person, place: str, **values: Any) -> str:
        values |= {
            "me": person,
            "place": place,
            "base": f"/{person.id}/{place}",
            "now": self._clock.now(),
            "unread": self._board.unread,
            "shortcuts": self._bot.shortcuts.values(),
            "person_of": self._playground.person_of,
        }
        return self._environment.get_template(template).render(values)


def _items(top: Iterable[Post], posts: Iterable[Post]) -> Iterable[Item]:
    """Yield messages with what stands under them and the day, where a new one begins."""
    under: dict[int, list[Item]] = {}
    for post in posts:
        if post.under is not None:
            under.setdefault(post.under, []).append(Item(post))
    last = ""
    for post in top:
        day = _day(post.at)
        is_new = post.under is None and day != last
        yield Item(post, day if is_new else "", under.get(post.number, ()))
        last = day if post.under is None else last
