"""The controls under `/_sandbox`, which the service does not have; they exist for tests."""

import re
from collections.abc import Mapping

from sandbox import jackson
from sandbox.generations import GENERATIONS
from sandbox.replies import Answer, Json
from sandbox.request import Request
from sandbox.routes import CONSOLE
from sandbox.scene import Scene

SEGMENT = "_sandbox"

_NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*")
_LONGEST_ADVANCE = 100 * 365 * 24 * 3600


def answer(scene: Scene, request: Request) -> Answer:
    """The status and the body for a request to the controls."""
    if request.method != "POST":
        return _refuse(405, "The controls take POST.")
    match request.segments[1:]:
        case ("reset",):
            scene.reset()
            return 200, {}
        case ("clock",):
            return _advance(scene, _fields(request))
        case ("organizations",):
            return _add_organization(scene, _fields(request))
        case _:
            return _refuse(404, "The controls are reset, clock and organizations.")


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


def _fields(request: Request) -> Mapping[str, Json]:
    try:
        body = jackson.parse(request.body)
    except jackson.MalformedError:
        return {}
    return body if isinstance(body, Mapping) else {}


def _refuse(status: int, text: str) -> Answer:
    return status, {"error": text}
