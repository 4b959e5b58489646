"""What the service offers: a list of operations for each subject."""

from sandbox.operations import contacts, group_routes, management, messages, status, tokens, users

_COMMON = (
    *management.ROUTES,
    *users.ROUTES,
    *status.ROUTES,
    *contacts.ROUTES,
    *group_routes.ROUTES,
)

CLASSIC = (*_COMMON, *tokens.CLASSIC_ROUTES, *users.CLASSIC_ROUTES, *messages.CLASSIC_ROUTES)
TODAY = (
    *_COMMON,
    *tokens.TODAYS_ROUTES,
    *users.TODAYS_ROUTES,
    *contacts.TODAYS_ROUTES,
    *messages.TODAYS_ROUTES,
)
