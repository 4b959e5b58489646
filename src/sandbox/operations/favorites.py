"""The messages that users keep."""

from sandbox.call import Call, as_text
from sandbox.failures import Refusal
from sandbox.failures import favorites as failed
from sandbox.operations.bodies import as_objects
from sandbox.operations.guards import demand_application
from sandbox.operations.paging import following, page
from sandbox.operations.registration import is_legal
from sandbox.records import Favorite
from sandbox.replies import Reply, data
from sandbox.routes import Route

_LARGEST_PAGE = 200


def add_favorite(call: Call) -> Reply:
    """Keep a message for one user."""
    return data({"id": _keep(call, call.taken("username")).id})


def add_favorites(call: Call) -> Reply:
    """Keep a message for several users."""
    items = as_objects(call.body) or [call.fields]
    owners = [as_text(item.get("username")) for item in items]
    return data([_keep(call, owner).id for owner in owners])


def list_favorites(call: Call) -> Reply:
    """What a user keeps."""
    owner = _check_owner(call.taken("username"))
    if call.request.number("limit", default=1, most=_LARGEST_PAGE + 1) > _LARGEST_PAGE:
        raise Refusal(failed.FavoritePageTooLarge(_LARGEST_PAGE))
    if call.request.parameter("direction") not in {"", "asc", "desc"}:
        raise Refusal(failed.FavoriteDirectionIllegal())
    kept = [item for item in call.application.archive.favorites.values() if item.owner == owner]
    shown, cursor = page(call, kept)
    return data([{"id": item.id, "ext": item.ext} for item in shown], **following(cursor))


def change_favorite(call: Call) -> Reply:
    """Note something about what a user keeps."""
    favorite = _find_favorite(call, call.taken("favorite"))
    favorite.ext = call.text("ext")
    return data({"id": favorite.id, "ext": favorite.ext})


def remove_favorites(call: Call) -> Reply:
    """Keep something no more."""
    ids = call.texts("ids") or [call.text("id") or call.request.parameter("id")]
    for favorite in [_find_favorite(call, id_) for id_ in ids]:
        call.application.archive.favorites.pop(favorite.id, None)
    return data({"result": True})


def _check_owner(username: str) -> str:
    if not is_legal(username):
        raise Refusal(failed.FavoriteUserIllegal(username))
    return username.lower()


def _keep(call: Call, username: str) -> Favorite:
    favorite = Favorite(
        call.world.chance.message_id(), _check_owner(username), call.text("ext"), call.now, dict(call.fields)
    )
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
