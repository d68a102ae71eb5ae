"""A browser that installs the app: cookies, redirects, and Slack's page in between."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

import aiohttp
from yarl import URL

if TYPE_CHECKING:
    from tests.fakes.slack.people import Person

_LINK = re.compile(r'href="([^"]*/oauth/v2/authorize[^"]*)"')
_HOPS = 5


async def authorize(
    person: Person, url: str, *, refuse: bool = False, also: tuple[str, ...] = ()
) -> tuple[int, str]:
    """Open an install link, agree or refuse on Slack's page, and return status and text.

    Where Slack's page shows an error, that page is what is returned.
    """
    fake = person.fake
    origin = URL(url).origin()
    # A browser takes cookies marked as secure from the machine itself, without TLS.
    jar = aiohttp.CookieJar(unsafe=True, treat_as_secure_origin=origin)
    async with aiohttp.ClientSession(cookie_jar=jar) as session:
        at, status, text = await _to_slack(session, url, fake.host)
        if not at.startswith(f"{fake.host}/oauth/v2/authorize"):
            return status, text
        async with session.get(URL(at, encoded=True)) as page:
            told = await page.text()
            query = dict(page.url.query)
        wrong = fake.installs.refused(query)
        if wrong:
            return page.status, told
        installs = fake.installs
        back = (
            installs.refuse(query)
            if refuse
            else installs.agree(query, person.workspace, person.id, also)
        )
        async with session.get(URL(back, encoded=True)) as last:
            return last.status, await last.text()


async def _to_slack(session: aiohttp.ClientSession, url: str, slack: str) -> tuple[str, int, str]:
    """Follow redirects, or the link of an install page, until Slack's page is next."""
    at = url
    for _ in range(_HOPS):
        async with session.get(URL(at, encoded=True), allow_redirects=False) as answer:
            text = await answer.text()
            found = _LINK.search(text)
            if answer.status in (301, 302, 303, 307):
                at = str(answer.url.join(URL(answer.headers["Location"], encoded=True)))
            elif found:
                at = html.unescape(found[1])
            else:
                return at, answer.status, text
        if at.startswith(slack):
            return at, 0, ""
    return at, 0, "too many redirects"
