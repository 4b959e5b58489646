"""The two generations of the service: what each says, in which order it checks, and what it offers."""

from dataclasses import dataclass

from sandbox import checks, operations
from sandbox.checks import Check
from sandbox.dialects import Dialect
from sandbox.dialects.rest1 import REST1 as REST1_DIALECT
from sandbox.dialects.rest2 import REST2 as REST2_DIALECT
from sandbox.routes import Routes


@dataclass(frozen=True, slots=True)
class Generation:
    """A way of answering. The checks run in this order, before the operation; the first refusal counts."""

    name: str
    dialect: Dialect
    routes: Routes
    checks: tuple[Check, ...]


REST1 = Generation(
    name="REST1",
    dialect=REST1_DIALECT,
    routes=Routes(operations.CLASSIC),
    checks=(
        checks.verify_token,
        checks.find_application,
        checks.check_rate,
        checks.match_operation,
        checks.check_media_type,
        checks.check_guard,
        checks.read_body,
    ),
)

# Today's service demands a token before all else, and reads the body last: what an operation requires of
# the one who asks comes first, so its handler does the reading.
REST2 = Generation(
    name="REST2",
    dialect=REST2_DIALECT,
    routes=Routes(operations.TODAY, operations.TODAYS_UNKNOWN),
    checks=(
        checks.verify_token,
        checks.demand_token,
        checks.find_application,
        checks.check_rate,
        checks.match_operation,
        checks.check_tenant,
        checks.check_media_type,
        checks.check_guard,
    ),
)

GENERATIONS = {generation.name: generation for generation in (REST1, REST2)}
