"""What operations ask of everyone before they look at the request."""

from collections.abc import Callable

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures.access import AdminAccessMissing, OrganizationAccessMissing
from sandbox.failures.groups import GroupTokenMissing
from sandbox.routes import Guard
from sandbox.state import ConsolePrincipal, Guest


def demand_admin(call: Call) -> None:
    """The app itself, or the console."""
    if not call.trusted:
        raise Refusal(AdminAccessMissing())


def demand_application(call: Call) -> None:
    """The app itself, or the console; anybody else lacks the permission."""
    call.permit()


def demand_service(service: str, closed: Callable[[Call], Failure]) -> Guard:
    """The app itself, and a service that is open for it."""

    def guard(call: Call) -> None:
        call.permit()
        if service in call.application.plan.closed:
            raise Refusal(closed(call))

    return guard


def check_fault(call: Call, fault: str, failure: Failure) -> None:
    """Refuse while this goes wrong inside the service."""
    if fault in call.application.plan.faults:
        raise Refusal(failure)


def demand_console(call: Call) -> None:
    """The console, and an organization which its user administers."""
    known = call.taken("org").lower() in call.world.organizations
    if not isinstance(call.principal, ConsolePrincipal) or not known:
        raise Refusal(OrganizationAccessMissing())


def demand_group_token(call: Call) -> None:
    """The group service looks for a token before all else."""
    if isinstance(call.principal, Guest):
        raise Refusal(GroupTokenMissing())
