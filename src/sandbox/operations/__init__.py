"""What the service offers: a list of operations for each subject."""

from sandbox.operations import (
    attributes,
    broadcasts,
    contacts,
    delivery,
    favorites,
    files,
    group_attributes,
    group_routes,
    history,
    management,
    messages,
    presence,
    push,
    reactions,
    recalls,
    status,
    streams,
    threads,
    tokens,
    users,
)

_COMMON = (
    *management.ROUTES,
    *users.ROUTES,
    *status.ROUTES,
    *contacts.ROUTES,
    *group_routes.ROUTES,
    *files.ROUTES,
    *history.ROUTES,
)

CLASSIC = (*_COMMON, *tokens.CLASSIC_ROUTES, *users.CLASSIC_ROUTES, *messages.CLASSIC_ROUTES)
TODAY = (
    *_COMMON,
    *tokens.TODAYS_ROUTES,
    *users.TODAYS_ROUTES,
    *status.TODAYS_ROUTES,
    *contacts.TODAYS_ROUTES,
    *files.TODAYS_ROUTES,
    *attributes.ROUTES,
    *group_attributes.ROUTES,
    *presence.ROUTES,
    *delivery.ROUTES,
    *broadcasts.ROUTES,
    *recalls.ROUTES,
    *streams.ROUTES,
    *threads.ROUTES,
    *reactions.ROUTES,
    *favorites.ROUTES,
    *push.ROUTES,
)
