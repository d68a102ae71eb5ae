"""``comeback draft`` and ``comeback lint``: letters for scripts, offline, nothing kept."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from bot.cli.terminal import app, stop

_TONES = ("warm", "plain", "formal", "brief")
Work = Callable[[dict[str, str]], dict[str, Any]]


@app.command()
@click.option("--letter", default="-", help="The letter: a file, or - for standard input.")
@click.option("--tone", type=click.Choice(_TONES), default="warm", show_default=True)
@click.option("--seed", default="", help="Picks among the sentences; else the letter itself does.")
@click.option("--json", "as_json", is_flag=True, help="Print what was read and the draft as JSON.")
@click.option("--jsonl", is_flag=True, help='Many: {"id", "letter"} a line, an answer a line.')
def draft(*, letter: str, tone: str, seed: str, as_json: bool, jsonl: bool) -> None:
    """Read a rejection letter and draft the reply."""
    if jsonl:
        _many(letter, "letter", lambda one: _drafted(one["letter"], tone, seed))
        return
    text = _text(letter)
    if not text.strip():
        stop("There is no letter: give a file with --letter, or the letter on standard input.")
    made = _drafted(text, tone, seed)
    if as_json:
        _print(made)
    else:
        written = made["draft"]
        click.echo(f"{written['subject']}\n" if written["subject"] else "", nl=False)
        click.echo(f"\n{written['text']}" if written["subject"] else written["text"])


@app.command()
@click.argument("text", default="-")
@click.option("--letter", default="", help="The letter it answers, for names and company.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@click.option("--jsonl", is_flag=True, help='Many: {"id", "text", "letter"} a line.')
def lint(*, text: str, letter: str, as_json: bool, jsonl: bool) -> None:
    """Look through a reply to a rejection letter; exit 1 when something is serious."""
    if jsonl:
        found = _many(text, "text", lambda one: _linted(one["text"], one.get("letter") or ""))
        sys.exit(1 if any(map(_is_serious, found)) else 0)
    if text == letter == "-":
        stop("Only one of the two can come from standard input.")
    reply = _text(text)
    if not reply.strip():
        stop("There is no text: give a file, or the text on standard input.")
    made = _linted(reply, _text(letter) if letter else "")
    if as_json:
        _print(made)
    for one in [] if as_json else made["findings"]:
        quoted = f" “{one['quote']}”" if one["quote"] else ""
        click.echo(f"{one['severity']}: {one['rule']}:{quoted} {one['why']}")
    sys.exit(1 if _is_serious(made) else 0)


def _drafted(letter: str, tone: str, seed: str) -> dict[str, Any]:
    """Return what a letter says and the reply to it, fit for JSON."""
    from bot.templates import Texts
    from bot.words import Ours, plain
    from cogs.draft.reading import read
    from cogs.draft.writing import Choice, Facts, compose

    said = read(letter)
    seed = seed or hashlib.sha256(letter.encode("utf-8", "replace")).hexdigest()
    written = compose(Facts.of(said), Choice(tone, seed=seed))  # type: ignore[arg-type]  # click has checked it
    text = written.text
    if written.kind == "none":
        text = plain(Texts.of("cards/draft/nobody", {"said": Ours("")})("text"))
    made = {"kind": written.kind, "tone": written.tone, "subject": written.subject or None}
    return {"read": said.told(), "draft": made | {"text": text}}


def _linted(text: str, letter: str) -> dict[str, Any]:
    """Return what is found in a reply, fit for JSON."""
    from bot.templates import Texts
    from bot.words import plain
    from cogs.draft.linting import lint as look_through
    from cogs.draft.reading import read

    says = Texts.of("says/lint")
    found = look_through(text, read(letter) if letter.strip() else None, letter)
    return {
        "findings": [
            {
                "rule": one.rule,
                "severity": one.severity,
                "quote": one.quote,
                "why": plain(says(one.rule)),
            }
            for one in found
        ]
    }


def _is_serious(made: dict[str, Any]) -> bool:
    return any(one["severity"] == "serious" for one in made.get("findings", ()))


def _many(path: str, needed: str, work: Work) -> list[dict[str, Any]]:
    """Print an answer for every line, and return them; a line that does not fit says so itself."""
    answers = []
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            answers.append(_answered(line, number, needed, work))
            _print(answers[-1])
    if any("error" in answer for answer in answers):
        sys.exit(2)
    return answers


def _answered(line: str, number: int, needed: str, work: Work) -> dict[str, Any]:
    """Return the answer to one line, or what is wrong with it."""
    try:
        one = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        one = None
    if not isinstance(one, dict):
        return {"id": None, "error": f"line {number} is not a JSON object"}
    known = {"id": one.get("id")}
    if not all(isinstance(one.get(name) or "", str) for name in (needed, "letter")):
        return known | {"error": f"line {number} has something else than text to read"}
    if not (one.get(needed) or "").strip():
        return known | {"error": f'line {number} has no "{needed}"'}
    return known | work(one)


def _refuse(constant: str) -> None:
    """Refuse NaN and Infinity, which are no JSON."""
    raise ValueError


def _print(answer: dict[str, Any]) -> None:
    """Print an answer as a line of JSON; half of a surrogate pair stays escaped."""
    line = json.dumps(answer, ensure_ascii=False)
    whole = line.encode("utf-8", "ignore") == line.encode("utf-8", "replace")
    click.echo(line if whole else json.dumps(answer))


def _text(path: str) -> str:
    """Return a file's text, or standard input's; raw mails may be in older encodings."""
    if path == "-" and sys.stdin is None:
        stop("There is no standard input: give a file.")
    try:
        content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or type(fault).__name__
        stop(f"{path} cannot be read: {reason}.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
