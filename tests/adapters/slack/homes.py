"""The App Home as somebody sees it, and the modals that are opened from it."""

from __future__ import annotations

from tests.contract.chat import ANA
from tests.contract.slack import SlackChat
from tests.contract.steps import TYPED
from tests.fakes.slack import Person, View

PUBLISH = "views.publish"


async def at_home(chat: SlackChat, who: str = ANA) -> View:
    """Let somebody open the Home tab, and return what is there."""
    await chat.done(chat.people[who].open_home())
    home = chat.people[who].home
    assert home is not None
    return home


def modal_of(person: Person) -> View:
    """Return the modal in front of somebody."""
    assert person.modal is not None
    return person.modal


def labels(view: View) -> list[str]:
    """Return the labels of the buttons in a view."""
    return [button.label for button in view.buttons]


async def previewed(chat: SlackChat) -> Person:
    """Let Ana begin to share a rejection on her home, up to the preview."""
    await at_home(chat)
    ana = chat.people[ANA]
    await chat.done(ana.press_home("Share a rejection"))
    await chat.done(ana.submit(TYPED))
    return ana
