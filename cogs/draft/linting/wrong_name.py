"""Another name than the one the letter is signed with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cogs.draft.linting.folding import compiled, listed, plain
from cogs.draft.linting.layout import Span, is_greeting
from cogs.draft.linting.reply import Reply
from cogs.draft.linting.rule import Rule

_TITLES: Final = listed(
    "mr,mrs,ms,mx,miss,dr,prof,professor,doctor,doktor,herr,herrn,frau,senor,senora",
    "senorita,sr,sra,srta,don,dona,ing,dipl,lic,mag,madam,sir,phd,dra,prof,captain,rev",
    "father,sister,lady,lord,mme,mlle,dear,liebe,lieber,estimado,estimada,hola,hi,hello",
    "hey,hallo,guten,tag,good,morning,afternoon,evening,day,buenos,buenas,dias,tardes",
    "noches,sehr,geehrte,geehrter,geehrtes,querido,querida,moin,servus,greetings,dearest",
    "hiya,grussgott,gruss,gott,apreciado,apreciada,distinguido,distinguida,morgen,abend",
    "again,und,and,y,e,med,rer,nat,von,van,de,der,den,la,del,di,da,heey,heyy,ma,esteemed",
    "respected,werte,werter",
)
_NOBODY: Final = listed(
    "team,teams,hiring,recruiting,recruitment,manager,managers,all,everyone,everybody",
    "there,sirs,madams,damen,herren,senores,senoras,equipo,folks,people,talent,committee",
    "panel,recruiter,recruiters,hr,department,whom,both,friends,friend,colleagues",
    "colleague,kolleginnen,kollegen,personalabteilung,personal,guys,ladies,gentlemen",
    "board,staff,support,selection,acquisition,careers,human,resources,recursos,humanos",
    "seleccion,todos,todas,departamento,amigos,mate,again,together,zusammen,ihr,quien",
    "school,company,office,crew,members,search,editors,editor,admissions",
    "bewerbermanagement,recruitingteam,hrteam,sirmadam,sir,madam,jobs,applicants,group",
    "lab,chef,boss,buddy,man,dude,you,concerned,team-,liebes,leute,compañeros,companeros",
)
_WORD: Final = compiled(r"[a-z]+")
_SIGNED: Final = 8  # last lines of a letter, in which it is signed
_NAME: Final = 2  # letters


class WrongName(Rule):
    """Greets somebody else than who signed the letter."""

    name = "wrong_name"

    def find(self, reply: Reply) -> Iterator[Span]:
        """Yield the greeting."""
        greeting, letter = reply.layout.greeting or _in_passing(reply), reply.letter
        if greeting is None or letter is None or not letter.sender:
            return
        start, end = greeting
        names = self._names(reply.text[start:end])
        if not names or self._fits(names, words_of(letter.sender)):
            return
        if set(names) & set(words_of(letter.company or "")):
            return
        signed = _signing(reply.letter_text)
        # Two people may sign, and only one of them be read as the sender.
        if any(len(line.split()) <= 7 and self._fits(names, words_of(line)) for line in signed):
            return
        yield start, end

    def _names(self, greeting: str) -> list[str]:
        """Return the folded names a greeting has; none when it greets a team."""
        words = words_of(greeting.split("\n")[0] if greeting.strip() else "")
        if set(words) & _NOBODY:
            return []
        return [word for word in words if word not in _TITLES and len(word) >= _NAME]

    def _fits(self, names: list[str], others: list[str]) -> bool:
        return any(_is_same(one, other) for one in names for other in others)


def _signing(letter_text: str) -> list[str]:
    """Return the lines in which a letter is signed; whom it greets is not who signs."""
    lines = letter_text.rstrip().splitlines()
    greeted = next((at for at, line in enumerate(lines) if is_greeting(line)), -1)
    return lines[max(greeted + 1, len(lines) - _SIGNED) :]


_THANKED: Final = compiled(
    r"^\s*(?i:thanks|thank\syou|cheers|danke|vielen\sdank|gracias|muchas\sgracias)"
    r"(?:\s(\p{Lu}\p{Ll}+)[!,.]|(?:\s[\pL'’-]+){1,8},\s(\p{Lu}\p{Ll}+)[!.])"
)


def _in_passing(reply: Reply) -> Span | None:
    """Return where a note without greeting names whom it thanks: "Thanks, Ana!"."""
    found = _THANKED.search(reply.text[:200])
    if not found:
        return None
    start, end = found.span(1) if found.group(1) else found.span(2)
    return start, end


def words_of(text: str) -> list[str]:
    """Return the folded words of a name."""
    found: list[str] = _WORD.findall(plain(text.replace("-", "\x20")))
    return found


def _is_same(one: str, other: str) -> bool:
    """Say whether two names may be one: ``Müller`` and ``Mueller``, ``Ben`` and ``Benjamin``."""
    one, other = (
        name.replace("ue", "u").replace("oe", "o").replace("ae", "a") for name in (one, other)
    )
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) < 3 or short[:3] != long[:3]:
        return False
    return long.startswith(short.rstrip("iey")) or (len(short) <= 5 and short[-1] in "iey")
