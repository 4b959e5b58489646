"""One request on its way through the checks."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from sandbox import jackson
from sandbox.failures import Refusal
from sandbox.failures.access import PermissionMissing, TokenCorrupt, TokenExpired, TokenUnknown
from sandbox.failures.requests import (
    ApplicationNotFound,
    BodyMalformed,
    MethodNotAllowed,
    MethodUnsupported,
    OperationUnsupported,
    OrganizationNotFound,
)
from sandbox.failures.users import UserNotFound
from sandbox.replies import Json
from sandbox.request import Request
from sandbox.routes import CONSOLE, Address, Match, Route, Routes
from sandbox.settled import settled
from sandbox.state import (
    Application,
    ApplicationPrincipal,
    ConsolePrincipal,
    Guest,
    Organization,
    Principal,
    User,
    UserPrincipal,
    World,
)
from sandbox.tokens import parse_token

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"


class Call:
    """Each property is settled, or refused, when first asked for: as the checks ask, so is their order."""

    def __init__(self, world: World, routes: Routes, request: Request) -> None:
        self.world = world
        self.request = request
        self._routes = routes

    @settled
    def principal(self) -> Principal:
        """Who asks."""
        text = self.request.token
        if not text:
            return Guest()
        if parse_token(text).expired(self.world.clock.milliseconds()):
            raise Refusal(TokenExpired())
        if text not in self.world.issued:
            raise Refusal(TokenUnknown())
        principal = self.world.issued[text]
        if isinstance(principal, UserPrincipal) and self.world.find_user(principal) is None:
            raise Refusal(TokenCorrupt())
        return principal

    @property
    def management(self) -> bool:
        """Whether the path belongs to the console, so that it names no app."""
        return self.request.segments[:1] == (CONSOLE,)

    @settled
    def organization(self) -> Organization:
        """The organization that the path names."""
        organization = self.world.organizations.get(self._address[0])
        if organization is None:
            raise Refusal(OrganizationNotFound(*self._address, self.request.uri))
        return organization

    @settled
    def application(self) -> Application:
        """The app that the path names."""
        application = self.organization.applications.get(self._address[1])
        if application is None:
            raise Refusal(ApplicationNotFound(*self._address, self.request.uri))
        return application

    @settled
    def match(self) -> Match | None:
        """The operation that is asked for, if there is one."""
        method = self.request.method
        for address, names in self._found:
            route = address.routes.get(method)
            if route is not None:
                return Match(route, names)
        return None

    @settled
    def route(self) -> Route:
        """The operation that is asked for."""
        if self.match is not None:
            return self.match.route
        if not self._found:
            raise Refusal(self._routes.unknown(self.request.segments))
        route = next(iter(self._found[0][0].routes.values()))
        if route.strict:
            raise Refusal(MethodNotAllowed())
        raise Refusal(OperationUnsupported() if route.collection else MethodUnsupported())

    @settled
    def body(self) -> Json:
        """What the body says, nothing when it is empty."""
        if self.request.body[:1] not in {b"{", b"["} and self.request.media_type == FORM:
            return dict(parse_qsl(self.request.body.decode("utf-8", "replace"), keep_blank_values=True))
        try:
            return jackson.parse(self.request.body)
        except jackson.MalformedError as exc:
            source = self.world.chance.stream()
            detail = exc.detail.replace(jackson.SOURCE_NAME, source)
            raise Refusal(BodyMalformed(detail, source, exc.line, exc.column)) from None

    @property
    def fields(self) -> Mapping[str, Json]:
        """The fields of the body, none when it is no object."""
        return self.body if isinstance(self.body, Mapping) else {}

    def text(self, name: str) -> str:
        """A field of the body as text, empty when it is missing."""
        return as_text(self.fields.get(name))

    def texts(self, name: str) -> list[str]:
        """A list in the body as texts, empty when it is missing."""
        values = self.fields.get(name)
        return [as_text(value) for value in values] if isinstance(values, list) else []

    def taken(self, name: str) -> str:
        """A segment that the path of the operation took."""
        return self.match.names[name] if self.match else ""

    def taken_if_any(self, name: str) -> str:
        """The same where only some paths of the operation take one, empty for the others."""
        return self.match.names.get(name, "") if self.match else ""

    @property
    def now(self) -> int:
        """The time, in milliseconds."""
        return self.world.clock.milliseconds()

    @property
    def appkey(self) -> str:
        """What names the app to its clients."""
        return f"{self.organization.name}#{self.application.name}"

    def find_user(self, username: str) -> User | None:
        """A user of the app, by name."""
        return self.application.users.get(username.lower())

    def owner(self) -> User:
        """The user whom the path names, whom the one who asks may touch. It must exist before that counts."""
        user = self.find_user(self.taken("username"))
        if user is None:
            raise Refusal(UserNotFound())
        self.permit(user)
        return user

    @property
    def trusted(self) -> bool:
        """Whether the app itself asks, or the console."""
        match self.principal:
            case ConsolePrincipal():
                return True
            case ApplicationPrincipal(application):
                return application is self.application
            case _:
                return False

    def permit(self, owner: User | None = None) -> None:
        """Refuse unless the one who asks may use the app's collection, or this user's part of it."""
        own = (
            owner is not None
            and isinstance(self.principal, UserPrincipal)
            and self.principal.uuid == owner.uuid
        )
        if self.trusted or own:
            return
        path = f"/users/{owner.uuid}" if owner else f"/{self.request.segments[2]}"
        raise Refusal(PermissionMissing(self.request.method.lower(), str(self.application.uuid), path))

    @settled
    def _address(self) -> tuple[str, str]:
        org, app = (*self.request.segments, "", "")[:2]
        return org.lower(), app.lower()

    @settled
    def _found(self) -> list[tuple[Address, dict[str, str]]]:
        return self._routes.at(self.request.segments)


def as_text(value: Json) -> str:
    """A scalar as Java writes it; nothing for null, arrays and objects."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case _:
            return ""
