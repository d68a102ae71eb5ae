"""How well letters are read: ``python -m tests.draft.scores [folder ...]``."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from cogs.draft.reading import read
from cogs.draft.reading.letter import READ

LETTERS = Path(__file__).parent / "letters"
SEEN = LETTERS / "seen"
MORE = LETTERS / "more"
_LEGAL = re.compile(
    r"(?i)[ ,]+(?:gmbh(?: & co\.? kg)?|ag|se|kg|ug|e\. ?v\.?|inc\.?|llc|ltd\.?|plc|limited|"
    r"s\. ?l\.?(?: ?u\.?)?|s\. ?a\.?(?: ?u\.?)?|a/s|b\.?v\.?)$"
)


@dataclass
class Score:
    """How often a value was told, and how often told right."""

    told: int = 0
    right: int = 0
    expected: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of what was told that is right."""
        return self.right / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        """Return the share of what stands there that was told right."""
        return self.right / self.expected if self.expected else 1.0


def normal(value: object) -> object:
    """Return a value for comparing: no case, no odd spaces, no legal form."""
    if not isinstance(value, str):
        return value
    return _LEGAL.sub("", " ".join(value.casefold().replace("’", "'").split()))


def samples(folder: Path) -> Iterator[tuple[str, str, dict[str, object]]]:
    """Yield slug, letter and what must be read from it."""
    for path in sorted(folder.glob("*.txt")):
        expected = path.with_suffix(".json")
        if expected.exists():
            yield path.stem, path.read_text("utf-8"), json.loads(expected.read_text("utf-8"))


def score(*folders: Path) -> dict[str, Score]:
    """Return a score for each value: a value of ``None``, ``False`` or ``none`` tells nothing."""
    table = {name: Score() for name in READ}
    for slug, text, expected in chain.from_iterable(map(samples, folders)):
        told = read(text).told()
        for name, one in table.items():
            got, want = normal(told[name]), normal(expected[name])
            one.told += got not in (None, False, "none", "unknown")
            one.expected += want not in (None, False, "none", "unknown")
            if got == want:
                one.right += want not in (None, False, "none", "unknown")
            else:
                one.wrong.append(f"{slug}: {told[name]!r}, not {expected[name]!r}")
    return table


def main() -> None:
    """Print the table and what was misread."""
    table = score(*map(Path, sys.argv[1:])) if len(sys.argv) > 1 else score(SEEN, MORE)
    lines = [f"{'':18}precision  recall  wrong"]
    lines += [
        f"{name:18}{one.precision:9.3f}{one.recall:8.3f}{len(one.wrong):7}"
        for name, one in table.items()
    ]
    lines += [f"{name}: {each}" for name, one in table.items() for each in one.wrong]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
