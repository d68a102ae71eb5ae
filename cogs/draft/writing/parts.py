"""Which parts a draft has, in which order: each one only where what it says is true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cogs.draft.writing.facts import Choice, Facts, Kind, asks

Condition = Callable[[Facts, Choice], bool]

_QUESTIONS: Final = ("ask_recruiter", "feedback")


@dataclass(frozen=True, slots=True)
class Part:
    """One sentence or two: a file of ``templates/letters/<language>``.

    Parts of one ``paragraph`` stand together. A brief letter has those that are ``brief``; what is
    to be left out when a letter gets too long is what has the highest ``spare``.
    """

    name: str
    paragraph: int
    when: Condition = lambda facts, choice: True
    brief: bool = False
    spare: int = 0


def _door(which: str) -> Condition:
    """Return the condition of one of the doors left open; there is one at most."""

    def fits(facts: Facts, choice: Choice) -> bool:
        second = facts.stage == "final" and facts.reason in ("other_candidate", "none")
        if facts.agency:
            fitting = "other_roles"
        elif facts.invited_again:
            fitting = "invited"
        else:
            fitting = "second" if second else "door"
        return choice.door and which == fitting

    return fits


def _question(which: str) -> Condition:
    """Return the condition of one of the ways to ask for feedback; there is one at most."""

    def fits(facts: Facts, choice: Choice) -> bool:
        if facts.feedback_offered:
            return which == "offered" and asks(facts, choice)
        return which == ("ask_recruiter" if facts.agency else "feedback") and asks(facts, choice)

    return fits


def _later_door(which: str, open_door: str) -> Condition:
    """Return the condition of a door where nobody has just written; a recruiter has roles."""
    return lambda facts, choice: (
        choice.door and which == ("other_roles" if facts.agency else open_door)
    )


def _later_question(which: str) -> Condition:
    """Return the condition of a question where nobody has just written."""
    return lambda facts, choice: (
        asks(facts, choice) and which == ("ask_recruiter" if facts.agency else "feedback")
    )


def _met(facts: Facts, choice: Choice) -> bool:
    return bool(facts.people or facts.when)


def _moment(facts: Facts, choice: Choice) -> bool:
    return bool(facts.moment)


def _because(*reasons: str) -> Condition:
    return lambda facts, choice: facts.reason in reasons and facts.stage != "offer_withdrawn"


ANSWER: Final = (
    Part("thanks", 0, brief=True),
    Part("passing", 0, lambda facts, choice: facts.agency and facts.talked, spare=2),
    Part("time", 0, lambda facts, choice: facts.talked and not facts.agency, spare=3),
    Part("sorry", 0, brief=True),
    Part("met", 1, _met, brief=True),
    Part("moment", 1, _moment, brief=True),
    Part("liked", 1, lambda facts, choice: facts.talked and not facts.moment, spare=4),
    Part("drawn", 1, lambda facts, choice: not facts.talked and not facts.agency, spare=4),
    Part("internal", 1, _because("internal"), brief=True),
    Part("freeze", 1, _because("freeze"), brief=True),
    Part("closed", 1, _because("withdrawn"), brief=True),
    Part("offer", 1, lambda facts, choice: facts.stage == "offer_withdrawn", brief=True),
    Part("reason", 1, _because("experience", "visa", "salary", "location"), spare=1),
    *(
        Part(which, 2, _door(which), brief=True)
        for which in ("invited", "second", "other_roles", "door")
    ),
    *(
        Part(which, 2, _question(which), brief=True)
        for which in ("offered", "ask_recruiter", "feedback")
    ),
    Part("wish", 2, spare=5),
)

SILENCE: Final = (
    Part("wrote", 0, brief=True),
    Part("quiet", 0, brief=True),
    Part("considering", 1, brief=True),
    Part("time", 1, lambda facts, choice: facts.talked and not facts.agency, spare=3),
    Part("met", 1, _met, brief=True),
    Part("moment", 1, _moment, brief=True),
    *(Part(which, 2, _later_door(which, "door"), brief=True) for which in ("other_roles", "door")),
    *(Part(which, 2, _later_question(which), brief=True) for which in _QUESTIONS),
    Part("wish", 2, spare=5),
)

IN_TOUCH: Final = (
    Part("again", 0, brief=True),
    Part("considering", 0, brief=True),
    Part("met", 0, _met, brief=True),
    Part("moment", 0, _moment, brief=True, spare=1),
    Part("since", 1, lambda facts, choice: bool(facts.since), brief=True),
    Part("interest", 1, lambda facts, choice: not facts.agency, spare=3),
    *(Part(which, 2, _later_door(which, "glad"), brief=True) for which in ("other_roles", "glad")),
    *(Part(which, 2, _later_question(which), brief=True) for which in _QUESTIONS),
    Part("wish", 2, spare=5),
)


def parts_of(kind: Kind, facts: Facts, choice: Choice) -> list[Part]:
    """Return the parts of a letter of this kind that are true here, in their order."""
    every = {"silence": SILENCE, "in_touch": IN_TOUCH}.get(kind, ANSWER)
    brief = choice.tone == "brief"
    return [part for part in every if part.when(facts, choice) and (part.brief or not brief)]
