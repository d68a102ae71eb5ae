"""Rules of the craft: length, thanks, questions, capitals, an end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cogs.draft.linting.finding import Severity
from cogs.draft.linting.folding import compiled, listed, plain
from cogs.draft.linting.layout import Span
from cogs.draft.linting.reply import Reply
from cogs.draft.linting.rule import Rule, phrases

_MOST_WORDS = 120
_THANKABLE = 5  # words; who writes fewer sends a note
_CLOSABLE = 2  # sentences under a greeting


class TooLong(Rule):
    """More than 120 words between greeting and closing."""

    name = "too_long"
    severity: Severity = "hint"

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield the body's beginning."""
        if reply.words > _MOST_WORDS:
            yield _beginning(reply)


class NoThanks(Rule):
    """No thanks of any kind, in a text long enough to have some."""

    name = "no_thanks"
    severity: Severity = "hint"
    _thanks = phrases(
        r"thank(?:s|ed|ing|ful)?",
        r"thankyou",
        r"grateful(?:ly)?",
        r"gratitude",
        r"appreciat\w*",
        r"apreciate\w*",
        r"obliged",
        r"indebted",
        r"cheers",
        r"tha?nks?",
        r"danke?n?",
        r"dankbar\w*",
        r"dankeschön",
        r"\w*dank",
        r"bedank\w*",
        r"merci",
        r"gracias",
        r"agrade[cz]\w*",
        r"agradecid\w*",
    )
    _none = phrases(
        r"no_thanks?",
        r"thank(?:s|_you)_for_(?:nothing|absolutely_nothing|wasting)",
        r"thanks_a_lot_for_nothing",
        r"danke_für_(?:nichts|gar_nichts)",
        r"gracias_por_nada",
        r"nein_danke",
    )

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield the body's beginning."""
        if reply.words < _THANKABLE:
            return
        if not self._thanks.search(self._none.sub("", reply.whole.text)):
            yield _beginning(reply)


class ManyQuestions(Rule):
    """More than one question to them."""

    name = "many_questions"
    severity: Severity = "hint"
    _asks = compiled(
        r"^(?:(?:and|also|und|y|please|bitte|additionally|furthermore|then)[,]?\x20){0,2}"
        r"(?:(?:could|can|would|will)\x20you\x20(?:please\x20|also\x20|maybe\x20|perhaps\x20"
        r"|kindly\x20)*"
        r"(?:tell|explain|share|let|send|give|say|mind|advise|clarify|inform)"
        r"|(?:please\x20|kindly\x20)?(?:tell|explain\x20to|let)\x20me\x20know\x20(?:why|what"
        r"|how|who|which)"
        r"|(?:may|can|could)\x20i\x20(?:also\x20)?(?:ask|know)"
        r"|i\x20(?:would|also\x20would|would\x20also)\x20(?:also\x20)?like\x20to\x20know"
        r"|(?:k(?:oe?|o)nnten|wue?rden|konnen|koennen)\x20sie\x20(?:mir\x20)?"
        r"|(?:me\x20)?pod?r[ií]a[ns]?\x20decirme)"
    )
    _begins = compiled(
        r"^\s*(?:(?:and|also|und|y|so|but)\s)?(?:(?:when|where|how|why|what|who|which)\s(?:is"
        r"|are|was|were|do|does|did|can"
        r"|could|would|will|should|have|has|if|about)\b|(?:do|does|did|can|could|would|will"
        r"|should|is|are|was|were|may)\s"
        r"(?:you|i|it|there|we|they|the|my|that)\b|(?:wann|wo|warum|wieso|wer|wie)\s\w+|(?:kann"
        r"|konnen|konnten|darf|gibt)\s"
        r"(?:ich|sie|es|du|ihr)\b|(?:cuando|donde|por\sque|quien|como|cual)\s\w+|(?:puedo"
        r"|pueden|podria)\s\w+)"
    )
    _politeness = compiled(
        r"^(?:\w+[,]?\x20)?how\x20(?:are|have)\x20(?:you|things)|^(?:wie\x20geht|que\x20tal"
        r"|como\x20esta)"
        r"|^(?:right|ok|okay|deal|oder|no|verdad|eh)\?"
    )

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield the second question."""
        folded = reply.body
        asked = 0
        for start, end in folded.sentences():
            sentence = folded.text[start:end].strip("¿¡\x20")
            if self._politeness.search(sentence):
                continue
            is_asked = sentence.endswith(("?", "?!", "?,")) and not _is_quoted(
                reply.text, folded.places[end - 1]
            )
            lines = reply.text[slice(*folded.span(start, end))].splitlines()[1:]
            # Who writes without marks begins each question on a line of its own.
            more = 0 if is_asked else sum(bool(self._begins.search(plain(one))) for one in lines)
            before = asked
            asked += (is_asked or bool(self._asks.search(sentence))) + more
            if before < 2 <= asked:
                yield folded.span(start, end)


def _is_quoted(text: str, at: int) -> bool:
    """Say whether a quotation mark closes right after the mark at ``at``."""
    return text[at + 1 : at + 2] in set("\"”“»'’")


class NoClosing(Rule):
    """A letter with a greeting that just stops."""

    name = "no_closing"
    severity: Severity = "hint"

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield the last sentence."""
        layout = reply.layout
        if layout.greeting is None or not layout.alone or layout.closed:
            return
        sentences = list(reply.body.sentences())
        if len(sentences) >= _CLOSABLE:
            yield reply.body.span(*sentences[-1])


class AllCaps(Rule):
    """Several words in capitals that are no names, titles or abbreviations.

    Titles, companies and abbreviations have no pronouns, verbs or adverbs in them; shouting has.
    """

    name = "all_caps"
    _word = compiled(r"[\pL\pN][\pL\pN/&+.'’-]*")
    _loud: Final = listed(
        "you,your,yours,not,never,very,really,still,have,had,was,were,are,been,did,do,does,why"
        ",what,how,so,too,this,that,these,those",
        "please,thank,thanks,want,wanted,will,would,could,should,must,need,all,always,because"
        ",disappointed,disappointing,unfair,cannot",
        "cant,dont,wont,didnt,again,everything,nothing,nobody,my,me,they,them,when,now,only"
        ",more,most,best,again,demand,wrong,right",
        "ich,sie,nicht,sehr,kein,keine,warum,wieso,immer,bitte,danke,vielen,mir,mich,bin,war"
        ",habe,haben,ihnen,ihre,ihr,nie,noch,aber",
        "jetzt,sofort,unfair,enttauscht,schon,wirklich,muss,will,alles,euch,uns,dass",
        "muy,estoy,usted,ustedes,nunca,siempre,por,favor,gracias,que,quiero,exijo,mejor,era"
        ",soy,saben,nada,todo,pero,porque,triste,ahora",
    )

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield runs of shouted words, or the first of several that stand apart."""
        apart: list[Span] = []
        for start, end in reply.layout.body:
            for run in self._runs(reply, start, end):
                loud = [place for place in run if self._is_loud(reply.text[slice(*place)])]
                long = [first for first, last in run if last - first >= 4]
                if loud and len(long) >= 2:
                    yield run[0][0], run[-1][1]
                elif loud:
                    apart += loud
        if len(apart) >= 2:
            yield apart[0]

    def _runs(self, reply: Reply, start: int, end: int) -> Iterator[list[Span]]:
        """Yield words in capitals that follow each other; a short one holds no run together."""
        run: list[Span] = []
        for found in self._word.finditer(reply.text[start:end]):
            word = found.group().rstrip(".'’-")
            if any(map(str.isalpha, word)) and word.upper() == word and not word.islower():
                run.append((start + found.start(), start + found.start() + len(word)))
            elif run:
                yield run
                run = []
        if run:
            yield run

    def _is_loud(self, word: str) -> bool:
        return len(word) > 1 and plain(word) in self._loud


def _beginning(reply: Reply) -> Span:
    """Return the body's first words."""
    start, end = reply.layout.body[0]
    return start, end
