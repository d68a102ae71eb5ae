"""What somebody picked from a platform's own list, a channel or a person, as a handle.

A cog can pass a handle on and not read it; it is good in the space it was made in alone.
"""

from __future__ import annotations

from bot.house import House
from bot.identity import Address
from bot.people import Member, Space
from bot.ui import Field, Form


def handle(house: House, space: Space, field: Field, picked: str) -> str:
    """Return what a cog gets for the platform's id of a channel or a person."""
    if field.person:
        return house.identity.hide(picked, _about(space))
    return house.rooms.handle(space, picked)


async def person(house: House, space: Space, handle: str) -> Member:
    """Return who a handle is; raises ``Gone`` when it is none of this space."""
    picked = house.identity.show(handle, _about(space))
    row = await house.identity.where(space.id)
    return house.identity.member(Address(space.platform, row.external, picked), space)


def revealed(house: House, space: Space, form: Form) -> Form:
    """Return a form as an adapter shows it: with the platform's ids for their handles.

    Raises ``Gone`` for a handle of another space.
    """
    return form.holding(
        form.answers
        | {
            field.name: _revealed(house, space, field, form.answers[field.name])
            for field in form.fields
            if field.picked and form.answers.get(field.name)
        }
    )


def _revealed(house: House, space: Space, field: Field, handle: str) -> str:
    if field.person:
        return house.identity.show(handle, _about(space))
    return house.rooms.reveal(space, handle)


def _about(space: Space) -> str:
    return f"person/{space.id}"
