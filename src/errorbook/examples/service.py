"""The service itself as a place where examples run: a guest there, who leaves nothing behind."""

from __future__ import annotations

import asyncio
import secrets
import string
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from itertools import count

import httpx2

from errorbook.examples.created import Ledger, Remnant
from errorbook.examples.polite import Pace, PoliteClient, finish
from errorbook.examples.runner import NoAnswerError, log_in, send_filled
from errorbook.examples.targets import TIMEOUT, Place
from errorbook.examples.variables import HOME, references_of
from errorbook.examples.verdict import describe_answer
from errorbook.model import Deletion, Error, Example, Recording, Variable
from errorbook.problems import RefusedError

_RUN_ID_LENGTH = 6


def make_run_id() -> str:
    """A mark for the names of one run: short, and fit for any name."""
    return "".join(secrets.choice(string.ascii_lowercase + string.digits) for _ in range(_RUN_ID_LENGTH))


def find_home(example: Example) -> str:
    """`org/app`, as the head of an example has them: the kind of place in which it runs."""
    values = {variable.name: variable.value for variable in example.variables}
    return "/".join(values[name] for name in HOME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Place):
    """The service, in one app of it, which stands for the `home` of examples.

    `run_id` keeps the names of this run apart from all others, a number those of its examples.
    """

    org: str
    app: str
    home: str
    run_id: str
    pace: Pace
    deletions: tuple[Deletion, ...] = ()
    foreign_token: str = ""
    leftovers: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: count(1), init=False)

    def why_not(self, error: Error, example: Example) -> str:
        wanted = find_home(example)
        if wanted != self.home:
            legacy = error.state == "legacy"
            return "older servers only" if legacy else f"needs an app like {wanted} (see --as)"
        if not self.foreign_token and any(r.name == "foreign_token" for r in references_of(example)):
            return "needs a token that this service never issued"
        return ""

    def adapt(self, example: Example) -> Example:
        mark = f"{self.run_id}{next(self._numbers)}"
        return replace(example, variables=tuple(self._adapt_variable(v, mark) for v in example.variables))

    @asynccontextmanager
    async def open(self) -> AsyncIterator[httpx2.AsyncClient]:
        ledger = Ledger(self.deletions, self.base, self.run_id)
        hooks = {"request": [ledger.expect], "response": [ledger.note]}
        async with PoliteClient(self.pace, timeout=TIMEOUT, event_hooks=hooks) as client:
            try:
                yield client
            finally:
                self.leftovers.extend(ledger.nameless())
                await finish(self._delete(client, ledger.remnants()))

    async def find_foreign_token(self, _client: httpx2.AsyncClient, _values: object) -> str:
        return self.foreign_token

    async def wait(self, _client: httpx2.AsyncClient, milliseconds: int) -> None:
        await self.pace.sleep(milliseconds / 1000)

    def check_in(self) -> None:
        """See whether somebody is there who knows us. Raises RefusedError if not."""
        asyncio.run(self._check_in())

    def hide_secrets(self, text: str) -> str:
        """A text without what only its owner should see."""
        for secret in filter(None, (self.client_secret, self.foreign_token)):
            text = text.replace(secret, "***")
        return text

    async def _check_in(self) -> None:
        async with PoliteClient(self.pace, timeout=TIMEOUT) as client:
            await log_in(client, self.login, self._own)

    @property
    def _own(self) -> dict[str, str]:
        return {**self.values, **dict(zip(HOME, (self.org, self.app), strict=True))}

    def _adapt_variable(self, variable: Variable, mark: str) -> Variable:
        return replace(variable, value=self._own.get(variable.name, variable.value + mark))

    async def _delete(self, client: httpx2.AsyncClient, remnants: list[Remnant]) -> None:
        """Delete; what could not be deleted is left over, also if somebody stops us on the way."""
        left = dict.fromkeys(remnants, "stopped before it was deleted")
        try:
            token = await log_in(client, self.login, self._own) if left else ""
            for remnant in remnants:
                left[remnant] = await self._delete_one(client, remnant, token)
        except RefusedError as exc:
            left = dict.fromkeys(left, str(exc))
        finally:
            self.leftovers.extend(f"{each.describe(self._own)}: {why}" for each, why in left.items() if why)

    async def _delete_one(self, client: httpx2.AsyncClient, remnant: Remnant, token: str) -> str:
        """Why something could not be deleted; nothing if it is gone."""
        values, request = {**self._own, "token": token}, remnant.deletion.request
        try:
            response = await send_filled(client, request, lambda text: remnant.fill(text, values))
        except NoAnswerError as exc:
            return str(exc)
        gone = response.is_success or response.status_code == httpx2.codes.NOT_FOUND
        return "" if gone else describe_answer(Recording(response.status_code, response.text))
