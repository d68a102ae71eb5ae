"""A cog: one feature, and the marks that say how its methods are reached."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, get_type_hints, overload

from bot import calls, limits
from bot.calls import Handler
from bot.commands import Command, command_button, described, options_of
from bot.people import Member
from bot.templates import Texts
from bot.ui import Button, Card, File, Picture, Quote, Unfit
from bot.words import Ours

if TYPE_CHECKING:
    from bot.app import Bot
    from bot.records import Share

F = TypeVar("F", bound=Callable[..., Any])
Intro = Callable[..., Awaitable[Ours]]
Questions = Callable[..., Awaitable[Mapping[str, Ours | None]]]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a method was marked as: ``command``, ``shortcut``, ``action``, ``drawn``, ``every``.

    ``intro`` and ``questions`` are called with the cog, the member and the call's arguments.
    """

    kind: str
    word: str = ""
    interval: timedelta = timedelta(0)
    intro: Intro | None = None
    questions: Questions | None = None
    always: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A card that is drawn when it is sent: the call of a ``@drawn`` method."""

    call: str


@dataclass(frozen=True, slots=True)
class OpenThing:
    """Something of a member's that waits for them, for ``/comeback``: a line and its button."""

    text: Ours
    button: Button


def command(word: str, *, on_message: bool = False) -> Callable[[F], F]:
    """Mark a method as the command ``/word`` (``"checkin pause"`` for one with a sub-word).

    With ``on_message`` it is a message shortcut and ``ctx.about`` is the message. The description
    is the block of the same name (spaces as ``_``) in ``templates/says/commands.j2``; a shortcut's
    is its label. Raises ``Unfit`` where a platform would refuse the word.
    """
    parts = word.split(" ")
    if len(parts) > 2 or not all(
        part.replace("-", "").isalnum() and part.islower() and len(part) <= limits.COMMAND
        for part in parts
    ):
        message = f"{word!r}: one or two lower-case words of at most {limits.COMMAND} characters"
        raise Unfit(message)

    def set_mark(function: F) -> F:
        calls.signature(function)
        return _marked(function, Mark("shortcut" if on_message else "command", word))

    return set_mark


@overload
def action(function: F) -> F: ...
@overload
def action(
    *, intro: Intro | None = None, questions: Questions | None = None, always: bool = False
) -> Callable[[F], F]: ...
def action(
    function: F | None = None,
    *,
    intro: Intro | None = None,
    questions: Questions | None = None,
    always: bool = False,
) -> F | Callable[[F], F]:
    """Mark a method as what a button or a form calls. It asks the store whose the thing is.

    ``intro`` is a method with the same arguments but ``ctx`` and the form, and first, if it names
    one, ``member: Member``; what it returns stands above the form's questions, each time the form
    is opened. ``questions`` is ``async (self, member, …)``; what it returns is given to
    ``Form.asking`` each time. Raises ``Unfit`` where there is no form, and where one with an
    introduction has five fields already: Discord counts it as one. With ``always`` it answers
    also who has left the space, and where no room is chosen any more: for what deletes.
    """

    def set_mark(function: F) -> F:
        form = calls.signature(function).form
        if intro and (form is None or len(form.fields) >= limits.FIELDS):
            message = f"{function.__qualname__}: an introduction takes the place of a field"
            raise Unfit(message)
        if questions and form is None:
            message = f"{function.__qualname__}: there is no form to ask questions in"
            raise Unfit(message)
        about = _knowing(intro) if intro else None
        return _marked(function, Mark("action", intro=about, questions=questions, always=always))

    return set_mark if function is None else set_mark(function)


def drawn(function: F) -> F:
    """Mark a method that draws a card when it is sent, ``async (self, …) -> Card | None``.

    It runs in the transaction that marks the row as being sent; ``None`` sends nothing. No member
    can call it.
    """
    calls.signature(function)
    return _marked(function, Mark("drawn"))


def every(*, hours: float = 0, minutes: float = 0) -> Callable[[F], F]:
    """Mark a method that is called again and again, ``async (self) -> None``.

    It may run on several machines at once and after any delay: it must not mind.
    """

    def set_mark(function: F) -> F:
        return _marked(function, Mark("every", interval=timedelta(hours=hours, minutes=minutes)))

    return set_mark


def _knowing(intro: Intro) -> Intro:
    """Return an introduction that is called with the member, whether it asks for one or not."""
    if get_type_hints(intro).get("member") is Member:
        return intro

    async def introduce(cog: Cog, member: Member, *arguments: Any) -> Ours:
        return await intro(cog, *arguments)

    return introduce


def _marked(function: F, mark: Mark) -> F:
    function.__comeback__ = mark  # type: ignore[attr-defined]  # functions take attributes
    return function


class CardTexts(Texts):
    """A card's template with its values: gives its buttons their labels and makes the card."""

    cog: Cog

    def button(self, handler: Handler, /, *arguments: object, **more: Any) -> Button:
        """Return a button that calls ``handler``, labelled by the block ``<action>_button``."""
        label = self(f"{calls.function_of(handler).__name__}_button", **more)
        return Button(label, self.cog.call(handler, *arguments))

    def card(
        self,
        *buttons: Button,
        quotes: tuple[Quote, ...] = (),
        picture: Picture | None = None,
        file: File | None = None,
    ) -> Card:
        """Return the card, with the template's title, text and note."""
        return Card(
            self.get("title"), self.get("text"), quotes, self.get("note"), buttons, picture, file
        )


class Cog:
    """One feature. ``name`` begins its calls and names its folder of templates.

    A cog that stores anything about a member overrides ``forget`` and ``export`` and sets
    ``stores``; a test walks the catalogue and holds it to that. Where several share what they
    store, one does that for all, and the others name it as ``kept_by``. One that is about what is
    posted sets ``posts``: it answers only where the support room is there, and only who is in the
    space.
    """

    name: ClassVar[str]
    stores: ClassVar[bool] = False
    kept_by: ClassVar[str] = ""
    posts: ClassVar[bool] = False
    marks: ClassVar[Mapping[str, Mark]]

    def __init_subclass__(
        cls,
        *,
        name: str,
        stores: bool = False,
        kept_by: str = "",
        posts: bool = False,
        **rest: Any,
    ) -> None:
        super().__init_subclass__(**rest)
        cls.name, cls.stores, cls.kept_by, cls.posts = name, stores, kept_by, posts
        marked = ((key, getattr(item, "__comeback__", None)) for key, item in vars(cls).items())
        cls.marks = {key: mark for key, mark in marked if isinstance(mark, Mark)}
        for key, mark in cls.marks.items():
            if mark.word:
                described(mark.word, on_message=mark.kind == "shortcut")
            if mark.kind == "command":
                options_of(mark.word, getattr(cls, key))
            if mark.kind == "command" and " " not in mark.word:
                command_button(mark.word)

    def __init__(self, bot: Bot) -> None:
        self.bot = bot

    def call(self, handler: Handler, *arguments: object) -> str:
        """Return the call of a method, of this cog or another of its feature."""
        return calls.address(handler, *arguments)

    def drawing(self, handler: Handler, *arguments: object) -> Drawing:
        """Return a card that the ``@drawn`` method ``handler`` draws when it is sent."""
        return Drawing(self.call(handler, *arguments))

    def texts(self, card: str, /, **values: Any) -> CardTexts:
        """Return the texts of ``templates/cards/<cog>/<card>.j2`` with ``values``."""
        made = CardTexts.of(f"cards/{self.name}/{card}", values)
        made.cog = self
        return made

    def say(self, sentence: str, /, **values: Any) -> Ours:
        """Return one sentence of ``templates/says/<cog>.j2``."""
        return Texts.of(f"says/{self.name}", values)(sentence)

    def commands(self) -> list[Command]:
        """Return this cog's commands and message shortcuts."""
        return [
            Command(
                mark.word,
                described(mark.word, on_message=mark.kind == "shortcut"),
                self.name,
                getattr(self, key),
                mark.kind == "shortcut",
                options_of(mark.word, getattr(type(self), key)) if mark.kind == "command" else (),
            )
            for key, mark in self.marks.items()
            if mark.word
        ]

    def under(self, share: Share) -> list[Button]:
        """Return the buttons this cog wants under a share, for everybody."""
        return []

    async def shown(self, share: Share) -> Card | None:
        """Return what its author sees of a share that is not posted, if that is this cog's."""
        return None

    async def open_things(self, member: Member) -> list[OpenThing]:
        """Return what of the member's is open, for their page."""
        return []

    async def forget(self, member: Member) -> None:
        """Delete everything this cog holds about the member, and what they posted through it."""

    async def export(self, member: Member) -> dict[str, object]:
        """Return everything this cog holds about the member, fit for JSON."""
        return {}
