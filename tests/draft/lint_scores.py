"""How well the linter does on texts whose findings are known."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from cogs.draft.linting import lint
from cogs.draft.linting.looking import RULES
from cogs.draft.reading import read
from cogs.draft.reading.letter import Letter

SEEN = Path(__file__).parent / "texts" / "seen"
MORE = Path(__file__).parent / "texts" / "more"
THIRD = Path(__file__).parent / "texts" / "third"


@dataclass(frozen=True)
class Text:
    """A text, the letter it answers, and the rules it breaks."""

    slug: str
    text: str
    letter: str
    rules: frozenset[str]


@dataclass
class Scores:
    """Rules by what became of them, and what to look at."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    honest: int = 0
    disturbed: set[str] = field(default_factory=set)
    remarks: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return _share(self.right.total(), self.wrong.total())

    @property
    def recall(self) -> float:
        """The share of broken rules that were found."""
        return _share(self.right.total(), self.missed.total())

    @property
    def false_alarms(self) -> float:
        """The share of honest texts in which anything was found."""
        return len(self.disturbed) / max(self.honest, 1)


@cache
def texts(folder: Path = SEEN) -> tuple[Text, ...]:
    """Return all texts of a folder, honest ones without rules."""
    return tuple(_texts(folder))


def _texts(folder: Path) -> Iterator[Text]:
    for name in ("caught.jsonl", "passes.jsonl"):
        for line in (folder / name).read_text("utf-8").splitlines():
            one = json.loads(line)
            rules = frozenset(one.get("rules", ()))
            yield Text(one["id"], one["text"], one["letter"] or "", rules)


@cache
def score(folder: Path = SEEN, reads: Callable[[str], Letter] = read) -> Scores:
    """Lint every text of a folder, and count."""
    scores = Scores()
    for one in texts(folder):
        letter = reads(one.letter) if one.letter else None
        findings = lint(one.text, letter, one.letter)
        found = {finding.rule for finding in findings}
        scores.right.update(found & one.rules)
        scores.wrong.update(found - one.rules)
        scores.missed.update(one.rules - found)
        scores.honest += not one.rules
        if found and not one.rules:
            scores.disturbed.add(one.slug)
        for finding in findings:
            if finding.rule not in one.rules:
                scores.remarks.append(f"{one.slug}: {finding.rule}? {finding.quote!r}")
        scores.remarks += (f"{one.slug}: missed {rule}" for rule in sorted(one.rules - found))
    return scores


def _share(right: int, other: int) -> float:
    return right / (right + other) if right + other else 1.0


def main() -> None:
    """Print the table."""
    scores = score(Path(sys.argv[1]) if len(sys.argv) > 1 else SEEN)
    lines = [f"{'rule':<16} {'precision':>9} {'recall':>7} {'texts':>5}"]
    for name in (rule.name for rule in RULES):
        right, wrong, missed = scores.right[name], scores.wrong[name], scores.missed[name]
        lines.append(
            f"{name:<16} {_share(right, wrong):>9.2f} {_share(right, missed):>7.2f}"
            f" {right + missed:>5}"
        )
    lines += [
        f"{'all':<16} {scores.precision:>9.3f} {scores.recall:>7.3f}",
        f"honest texts disturbed: {len(scores.disturbed)} of {scores.honest}"
        f" ({scores.false_alarms:.1%})",
        *scores.remarks,
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
