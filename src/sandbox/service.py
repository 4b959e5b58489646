"""From a request to the answer of the service: checks, operation, body."""

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.generations import REST2, Generation
from sandbox.replies import Answer, Json, Reply
from sandbox.request import Request
from sandbox.routes import CONSOLE
from sandbox.state import World


def answer(world: World, request: Request) -> Answer:
    """The status and the body for a request."""
    started = world.clock.milliseconds()
    generation = _generation(world, request)
    call = Call(world, generation.routes, request)
    try:
        for check in generation.checks:
            check(call)
        reply = call.route.handler(call)
    except Refusal as refusal:
        return _refuse(world, generation, _specialize(call, refusal.failure), started)
    if reply.content is not None:
        return 200, reply.content
    return 200, reply.fields if reply.whole else _wrap(call, reply, started)


def refuse(world: World, failure: Failure) -> Answer:
    """The answer to a request that is refused before it is read."""
    return _refuse(world, REST2, failure, world.clock.milliseconds())


def _generation(world: World, request: Request) -> Generation:
    """That of the organization in the path; an unknown one is answered as today's service would."""
    names = request.segments[2:] if request.segments[:1] == (CONSOLE,) else request.segments
    organization = world.organizations.get(names[0].lower()) if names else None
    return organization.generation if organization else REST2


def _specialize(call: Call, failure: Failure) -> Failure:
    """The failure as the service behind the operation knows it."""
    return call.match.route.instead.get(type(failure), failure) if call.match else failure


def _refuse(world: World, generation: Generation, failure: Failure, started: int) -> Answer:
    now = world.clock.milliseconds()
    return generation.dialect.render(failure, timestamp=now, duration=now - started)


def _wrap(call: Call, reply: Reply, started: int) -> dict[str, Json]:
    now = call.world.clock.milliseconds()
    return {
        "action": call.request.method.lower(),
        **_address(call),
        **reply.fields,
        "timestamp": now,
        "duration": now - started,
        **_names(call),
    }


def _address(call: Call) -> dict[str, Json]:
    request = call.request
    if call.management:
        return {}
    address: dict[str, Json] = {"application": str(call.application.uuid)}
    parameters = {name: values for name, values in request.query.items() if name != "access_token"}
    if parameters:
        address["params"] = parameters
    path = "/" + "/".join(request.segments[2:])
    return address | {"path": path, "uri": f"{request.origin}/{request.uri}"}


def _names(call: Call) -> dict[str, Json]:
    if call.management:
        return {}
    return {"organization": call.organization.name, "applicationName": call.application.name}
