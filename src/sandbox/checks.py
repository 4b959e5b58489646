"""The checks before an operation, one each; a generation puts them in its order."""

from collections.abc import Callable

from sandbox.call import FORM, MULTIPART, Call
from sandbox.failures import Refusal
from sandbox.failures.access import TokenMissing, TokenOfAnotherApplication
from sandbox.failures.requests import MediaTypeUnsupported, RateReached
from sandbox.plan import SECOND
from sandbox.state import ApplicationPrincipal, Guest, UserPrincipal

Check = Callable[[Call], None]


def verify_token(call: Call) -> None:
    """A token that is sent must be good, even where none is needed."""
    _ = call.principal


def demand_token(call: Call) -> None:
    """Nearly every operation needs a token."""
    public = call.match is not None and call.match.route.public
    if isinstance(call.principal, Guest) and not public:
        raise Refusal(TokenMissing())


def find_application(call: Call) -> None:
    """Organization and app must exist, where the path names them."""
    if not call.management:
        _ = call.application


def check_rate(call: Call) -> None:
    """An app calls so often a second, and no more."""
    if call.management:
        return
    plan = call.application.plan
    most = plan.limit("calls_per_second")
    if most is not None and not plan.admits("calls", most, SECOND, call.world.clock.milliseconds()):
        raise Refusal(RateReached())


def match_operation(call: Call) -> None:
    """The path must have an operation, and the operation the method."""
    _ = call.route


def check_tenant(call: Call) -> None:
    """A token opens the app it was issued for, and no other."""
    principal = call.principal
    if call.management or not isinstance(principal, ApplicationPrincipal | UserPrincipal):
        return
    if principal.application is not call.application:
        raise Refusal(TokenOfAnotherApplication())


def check_media_type(call: Call) -> None:
    """A body that begins like JSON is taken as JSON; for anything else the header decides."""
    request = call.request
    if request.method not in {"POST", "PUT"} or request.body[:1] in {b"", b"{"}:
        return
    media_type = request.media_type
    if media_type == "application/json" or (call.route.form and media_type in {FORM, MULTIPART}):
        return
    # Without a header the service took an object, not an array.
    if not media_type or not request.body.startswith(b"["):
        raise Refusal(MediaTypeUnsupported())


def check_guard(call: Call) -> None:
    """What the operation asks of everyone, before it looks at the body."""
    call.route.guard(call)


def read_body(call: Call) -> None:
    """The body must be JSON, where there is one."""
    _ = call.body
