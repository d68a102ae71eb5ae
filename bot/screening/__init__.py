"""Screens: what is looked for in a text before anything of it leaves.

A screen is one small class with one abstract method; all of them run on every text. They find
places, never change anything: what is done with a finding is the feature's and the author's.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from bot.screening.details import Email, Handle, Link, Phone
from bot.screening.screen import Finding, Screen
from bot.templates import Texts

__all__ = ["Finding", "Screen", "private_details", "redact"]


@cache
def _screens() -> tuple[Screen, ...]:
    return (Email(), Link(), Handle(), Phone())


def private_details(text: str) -> list[Finding]:
    """Return the private details in a text, in order, none overlapping another."""
    found = [finding for screen in _screens() for finding in screen.find(text)]
    # Where two overlap the one that begins first stays, of those the longer.
    found.sort(key=lambda finding: (finding.start, -finding.end))
    kept: list[Finding] = []
    for finding in found:
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
    return kept


def redact(text: str, keep: Collection[str] = ()) -> str:
    """Return a text with every private detail replaced, but for the kinds in ``keep``."""
    says = Texts.of("says/screening")
    parts, at = [], 0
    for finding in private_details(text):
        if finding.kind not in keep:
            parts += [text[at : finding.start], says(f"{finding.kind}_replacement")]
            at = finding.end
    return "".join([*parts, text[at:]])
