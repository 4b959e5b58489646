"""The messages that users keep."""

from collections.abc import Mapping

from sandbox.call import Call, as_text
from sandbox.failures import Refusal
from sandbox.failures import favorites as failed
from sandbox.operations.bodies import as_objects
from sandbox.operations.guards import demand_application
from sandbox.operations.paging import following, page
from sandbox.operations.registration import is_legal
from sandbox.records import Favorite
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route

_PAGE, _LARGEST_PAGE = 100, 200


def add_favorite(call: Call) -> Reply:
    """Keep a message for one user."""
    return data({"id": _keep(call, call.taken("username"), call.fields).id})


def add_favorites(call: Call) -> Reply:
    """Keep several messages for one user."""
    items = as_objects(call.fields.get("collections"))
    return data([_keep(call, call.text("username"), item).id for item in items])


def list_favorites(call: Call) -> Reply:
    """What a user keeps."""
    owner = _check_owner(call.taken("username"))
    if call.request.number("limit", default=1, most=_LARGEST_PAGE + 1) > _LARGEST_PAGE:
        raise Refusal(failed.FavoritePageTooLarge(_LARGEST_PAGE))
    if call.request.parameter("direction") not in {"", "asc", "desc"}:
        raise Refusal(failed.FavoriteDirectionIllegal())
    kept = [item for item in call.application.archive.favorites.values() if item.owner == owner]
    shown, cursor = page(call, kept, size=_PAGE)
    return data([{"id": item.id, "ext": item.ext} for item in shown], **following(cursor))


def change_favorite(call: Call) -> Reply:
    """Note something about what a user keeps."""
    favorite = _find_favorite(call, call.taken("favorite"))
    favorite.ext = call.text("ext")
    return data({"id": favorite.id, "ext": favorite.ext})


def remove_favorites(call: Call) -> Reply:
    """Keep something no more."""
    for favorite in [_find_favorite(call, id_) for id_ in call.texts("collection_ids")]:
        call.application.archive.favorites.pop(favorite.id, None)
    return data({"result": True})


def _check_owner(username: str) -> str:
    if not is_legal(username):
        raise Refusal(failed.FavoriteUserIllegal(username))
    return username.lower()


def _keep(call: Call, username: str, fields: Mapping[str, Json]) -> Favorite:
    owner, ext = _check_owner(username), as_text(fields.get("ext"))
    favorite = Favorite(call.world.chance.message_id(), owner, ext, call.now, dict(fields))
    call.application.archive.favorites[favorite.id] = favorite
    return favorite


def _find_favorite(call: Call, favorite_id: str) -> Favorite:
    owner = _check_owner(call.taken("username"))
    favorite = call.application.archive.favorites.get(favorite_id)
    if favorite is None or favorite.owner != owner:
        raise Refusal(failed.FavoriteNotFound())
    return favorite


_FAVORITES = "/{org}/{app}/users/{username}/collections"

ROUTES = tuple(
    Route(method, path, handler, guard=demand_application)
    for method, path, handler in (
        ("POST", "/{org}/{app}/collections", add_favorites),
        ("POST", _FAVORITES, add_favorite),
        ("GET", _FAVORITES, list_favorites),
        ("DELETE", _FAVORITES, remove_favorites),
        ("PUT", f"{_FAVORITES}/{{favorite}}", change_favorite),
    )
)
