"""The robots of an app: none, as they are set up with the provider of a model."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.robots import RobotPageIllegal, RobotsFailed
from sandbox.operations.bodies import parse_integer
from sandbox.operations.guards import check_fault, demand_application
from sandbox.replies import Reply, whole
from sandbox.routes import Route

_PAGE, _LARGEST_PAGE = 10, 20
_LAST_PAGE = 10**9


def list_robots(call: Call) -> Reply:
    """A page of the robots; the first is 0."""
    number = _read(call, "page", 0, least=0, most=_LAST_PAGE)
    size = _read(call, "size", _PAGE, least=1, most=_LARGEST_PAGE)
    check_fault(call, "robots_failing", RobotsFailed())
    return whole(status="OK", entities=[], size=size, page=number, elements=0, totalPages=0, totalElements=0)


def _read(call: Call, name: str, default: int, *, least: int, most: int) -> int:
    text = call.request.parameter(name)
    value = parse_integer(text) if text else default
    if value is None or not least <= value <= most:
        raise Refusal(RobotPageIllegal())
    return value


ROUTES = (Route("GET", "/{org}/{app}/robot/rule", list_robots, guard=demand_application),)
