"""Letters read right and faults found right, and how long it takes."""

from __future__ import annotations

import statistics
import time
from collections.abc import AsyncIterator, Callable, Sequence

from cogs.draft.linting import lint
from cogs.draft.reading import read
from cogs.draft.writing import Choice, Facts, compose
from tests.draft import lint_scores, scores

_ALLOWED = 20.0
"""Milliseconds reading and drafting may take, of 95 in 100 letters."""

_SHOWN = ("company", "role", "sender", "no_reply", "feedback_offered")
_ROUNDS = 5


async def figures() -> AsyncIterator[str]:
    """Yield precision and recall by folder, then times."""
    letters = sorted(path for path in scores.SEEN.parent.iterdir() if path.is_dir())
    texts = sorted(path for path in lint_scores.SEEN.parent.iterdir() if path.is_dir())
    for folder in letters:
        table = scores.score(folder)
        shown = ", ".join(
            f"{name} {table[name].precision:.2f}/{table[name].recall:.2f}" for name in _SHOWN
        )
        yield f"letters {folder.name} (precision/recall): {shown}"
    for folder in texts:
        found = lint_scores.score(folder)
        yield (
            f"texts {folder.name}: precision {found.precision:.2f}, recall {found.recall:.2f}, "
            f"{len(found.disturbed)} of {found.honest} honest ones disturbed"
        )
    pasted = [text for folder in letters for _, text, _ in scores.samples(folder)]
    yield _took(f"{len(pasted)} letters read and drafted", pasted, _draft)
    written = [one.text for folder in texts for one in lint_scores.texts(folder)]
    yield _took(f"{len(written)} texts looked through", written, lambda text: lint(text))


def _draft(letter: str) -> object:
    return compose(Facts.of(read(letter)), Choice(seed="bench"))


def _took(what: str, texts: Sequence[str], work: Callable[[str], object]) -> str:
    """Return how long it takes, each text by its best of some rounds."""
    best = [min(_time(work, text) for _ in range(_ROUNDS)) for text in texts]
    middle, late = statistics.median(best), statistics.quantiles(best, n=20)[-1]
    return f"{what}: p50 {middle:.1f} ms, p95 {late:.1f} ms, {late / _ALLOWED:.2f} of what it may"


def _time(work: Callable[[str], object], text: str) -> float:
    begun = time.perf_counter()
    work(text)
    return (time.perf_counter() - begun) * 1000
