"""The controls under `/_sandbox`, which the service does not have; they exist for tests."""

import re
from collections.abc import Callable, Iterable, Mapping

from sandbox import jackson
from sandbox.generations import GENERATIONS
from sandbox.plan import FAULTS, LIMITS, SERVICES, Plan
from sandbox.replies import Answer, Json
from sandbox.request import Request
from sandbox.routes import CONSOLE
from sandbox.scene import Scene

SEGMENT = "_sandbox"

_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_ADDRESS = frozenset({"org", "app"})
_LONGEST_ADVANCE = 100 * 365 * 24 * 3600


def answer(scene: Scene, request: Request) -> Answer:
    """The status and the body for a request to the controls."""
    if request.method != "POST":
        return _refuse(405, "The controls take POST.")
    match request.segments[1:]:
        case (name,) if name in _CONTROLS:
            return _CONTROLS[name](scene, _fields(request))
        case _:
            return _refuse(404, f"The controls are {_names(_CONTROLS)}.")


def _reset(scene: Scene, _fields: Mapping[str, Json]) -> Answer:
    scene.reset()
    return 200, {}


def _advance(scene: Scene, fields: Mapping[str, Json]) -> Answer:
    seconds = fields.get("advance")
    if not isinstance(seconds, int | float) or not 0 <= seconds <= _LONGEST_ADVANCE:
        return _refuse(400, 'Send {"advance": seconds}, at most a century.')
    scene.world.clock.advance(seconds)
    return 200, {"timestamp": scene.world.clock.milliseconds()}


def _add_organization(scene: Scene, fields: Mapping[str, Json]) -> Answer:
    name, generation = fields.get("name"), fields.get("generation")
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name == CONSOLE:
        return _refuse(400, "Send a name of a-z, 0-9, _, . and -, and not the console's.")
    if not isinstance(generation, str) or generation not in GENERATIONS:
        return _refuse(400, f"Send a generation: {' or '.join(GENERATIONS)}.")
    scene.add_organization(name, GENERATIONS[generation])
    return 200, {"name": name, "generation": generation}


def _set_limits(scene: Scene, fields: Mapping[str, Json]) -> Answer:
    """Set limits of an app; null lifts one."""
    plan = _find_plan(scene, fields)
    limits = {name: value for name, value in fields.items() if name not in _ADDRESS}
    if plan is None or not limits.keys() <= LIMITS.keys():
        return _refuse(400, f"Send org, app, and numbers for any of {', '.join(LIMITS)}.")
    read = {name: value for name, value in limits.items() if value is None or _is_count(value)}
    if len(read) < len(limits):
        return _refuse(400, "A limit is a whole number from 0, or null for none.")
    plan.limits.update(
        {name: value for name, value in read.items() if value is None or isinstance(value, int)}
    )
    return 200, {name: plan.limit(name) for name in LIMITS}


def _set_services(scene: Scene, fields: Mapping[str, Json]) -> Answer:
    """Open or close services of an app, and name the words that its moderation refuses."""
    plan = _find_plan(scene, fields)
    switches = {name: value for name, value in fields.items() if name not in {*_ADDRESS, "words"}}
    words = fields.get("words", [])
    if plan is None or not switches.keys() <= SERVICES or not isinstance(words, list):
        return _refuse(
            400, f"Send org, app, a list of words, and true or false for any of {_names(SERVICES)}."
        )
    opened = {name for name, value in switches.items() if value}
    plan.closed = (plan.closed - opened) | (switches.keys() - opened)
    if "words" in fields:
        plan.words = tuple(str(word) for word in words if word)
    return 200, {name: name not in plan.closed for name in sorted(SERVICES)}


def _set_faults(scene: Scene, fields: Mapping[str, Json]) -> Answer:
    """Let something go wrong inside the service for an app, until it is told to work again."""
    plan = _find_plan(scene, fields)
    switches = {name: value for name, value in fields.items() if name not in _ADDRESS}
    if plan is None or not switches.keys() <= FAULTS:
        return _refuse(400, f"Send org, app, and true or false for any of {_names(FAULTS)}.")
    wrong = {name for name, value in switches.items() if value}
    plan.faults = (plan.faults - switches.keys()) | wrong
    return 200, {name: name in plan.faults for name in sorted(FAULTS)}


def _find_plan(scene: Scene, fields: Mapping[str, Json]) -> Plan | None:
    organization = scene.world.organizations.get(str(fields.get("org")))
    application = organization.applications.get(str(fields.get("app"))) if organization else None
    return application.plan if application else None


def _is_count(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _names(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def _fields(request: Request) -> Mapping[str, Json]:
    try:
        body = jackson.parse(request.body)
    except jackson.MalformedError:
        return {}
    return body if isinstance(body, Mapping) else {}


def _refuse(status: int, text: str) -> Answer:
    return status, {"error": text}


_CONTROLS: Mapping[str, Callable[[Scene, Mapping[str, Json]], Answer]] = {
    "clock": _advance,
    "faults": _set_faults,
    "limits": _set_limits,
    "organizations": _add_organization,
    "reset": _reset,
    "services": _set_services,
}
