"""What is found in a reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["serious", "hint"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found: its name, how grave it is, and the words as they were written."""

    rule: str
    severity: Severity
    quote: str
